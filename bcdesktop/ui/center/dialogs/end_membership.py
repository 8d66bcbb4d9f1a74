"""Removing a member, or leaving: everything that is lost is listed before anybody confirms (A2-04, A0-44; U7, U11)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bcdesktop.core.ending import EndWay
from bcdesktop.ui.center.endings import Endings
from bcdesktop.ui.center.member_words import role_title
from bcdesktop.ui.kit.effect_words import what_stays
from bcdesktop.ui.kit.ending_dialog import EndingWords

if TYPE_CHECKING:
    from bcdesktop.services.ending_records import EndReceiptRow
    from bcdesktop.services.people_records import Losses
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


def ask_end_membership(session: Session, actor: Actor, navigator: Navigator, losses: Losses) -> None:
    """Ask before somebody is removed, or the actor leaves, and do it when confirmed."""
    done = partial(_say_left, navigator) if losses.is_me else None
    words = membership_words(losses, actor.business_center_name)
    Endings(session, actor, navigator).ask(EndWay.MEMBER, losses.member_id, words, done)


def membership_words(losses: Losses, center: str) -> EndingWords:
    """Return what the question says."""
    translate = QCoreApplication.translate
    role = translate("EndMembership", "The role in “%1”: %2.").replace("%1", center)
    role = role.replace("%2", role_title(losses.role, losses.finance_role))
    stays = (*_other_centers(losses), *what_stays(EndWay.MEMBER))
    if losses.is_me:
        return EndingWords(
            name="end_membership_dialog",
            title=translate("EndMembership", "Leave “%1”?").replace("%1", center),
            text=translate(
                "EndMembership", "This takes effect at once. To come back, an admin has to invite you again."
            ),
            verb=translate("EndMembership", "Leave"),
            stays=stays,
            lines=(role,),
        )
    return EndingWords(
        name="end_membership_dialog",
        title=translate("EndMembership", "Remove %1?").replace("%1", losses.name),
        text=translate("EndMembership", "This takes effect at once. To bring the person back, invite them again."),
        verb=translate("EndMembership", "Remove"),
        said=translate("EndMembership", "%1 was removed.").replace("%1", losses.name),
        stays=stays,
        lines=(role,),
    )


def _say_left(navigator: Navigator, _receipt: EndReceiptRow) -> None:
    navigator.leave_center()


def _other_centers(losses: Losses) -> tuple[str, ...]:
    if not losses.other_centers:
        return ()
    one = QCoreApplication.translate("EndMembership", "One other Business Center of the person stays as it is")
    many = QCoreApplication.translate("EndMembership", "%1 other Business Centers of the person stay as they are")
    return ((one if losses.other_centers == 1 else many).replace("%1", str(losses.other_centers)),)
