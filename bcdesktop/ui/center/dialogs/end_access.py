"""Disconnecting a TikTok account from the Business Center's side (U1, U3; A0-15 to A0-17)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bcdesktop.core.ending import EndWay
from bcdesktop.ui.center.endings import Endings
from bcdesktop.ui.kit.ending_dialog import EndingWords

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


def ask_end_access(session: Session, actor: Actor, navigator: Navigator, link_id: str, handle: str) -> None:
    """Ask before the link ``link_id`` is ended, with everything that stops, and end it when confirmed."""
    translate = QCoreApplication.translate
    words = EndingWords(
        name="end_access_dialog",
        title=translate("EndAccess", "Disconnect @%1?").replace("%1", handle),
        text=translate(
            "EndAccess",
            "It is unlinked at once, and no ads can be run from it. To get access again, ask the owner again.",
        ),
        verb=translate("EndAccess", "Disconnect account"),
        said=translate("EndAccess", "Access to @%1 was ended.").replace("%1", handle),
    )
    Endings(session, actor, navigator).ask(EndWay.DISCONNECT, link_id, words)
