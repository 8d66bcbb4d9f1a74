"""Ending a link from the Business Center's side: what will stop is listed before anyone confirms."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from bcdesktop.services import tiktok_accounts
from bcdesktop.ui.kit.dialogs import MessageDialog, question

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.notices import Notices
    from bcdesktop.ui.kit.session import Session


class _EndAccess(QObject):
    """Does it when the dialog is accepted; lives as long as the dialog."""

    def __init__(
        self,
        session: Session,
        actor: Actor,
        navigator: Navigator,
        link_id: str,
        handle: str,
        dialog: MessageDialog,
    ) -> None:
        super().__init__(dialog)
        self._session, self._actor, self._navigator = session, actor, navigator
        self._link_id, self._handle = link_id, handle
        dialog.accepted.connect(self.end)

    def end(self) -> None:
        """End the link. The window outlives the dialog, so it is the owner of the result."""
        work = partial(tiktok_accounts.disconnect, self._session.context, self._actor, self._link_id, "")
        notices = self._navigator.notices
        self._session.runner.run(self._navigator, work, partial(_say_ended, notices, self._handle), notices.show_error)


def _say_ended(notices: Notices, handle: str, _result: object) -> None:
    notices.success(QCoreApplication.translate("EndAccess", "Access to @%1 was ended.").replace("%1", handle))


def end_access_question(
    session: Session, actor: Actor, navigator: Navigator, link_id: str, handle: str, parent: QWidget
) -> MessageDialog:
    """Return the dialog that asks before the link ``link_id`` is ended, and ends it when accepted."""
    title = QCoreApplication.translate("EndAccess", "End access to @%1?").replace("%1", handle)
    dialog = question(
        parent,
        title,
        QCoreApplication.translate("EndAccess", "This takes effect at once. To get access again, ask the owner again."),
        QCoreApplication.translate("EndAccess", "End access"),
        effects=(
            QCoreApplication.translate("EndAccess", "No new ads can be run from this account."),
            QCoreApplication.translate("EndAccess", "Members who were given this account lose it."),
            QCoreApplication.translate(
                "EndAccess", "The TikTok account itself, its posts and followers stay as they are."
            ),
        ),
        danger=True,
    )
    dialog.setObjectName("end_access_dialog")
    _EndAccess(session, actor, navigator, link_id, handle, dialog)
    return dialog
