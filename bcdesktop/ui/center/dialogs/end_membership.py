"""Removing a member, or leaving: everything that is lost is listed before anybody confirms (A2-04, A0-44)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from bcdesktop.services import members
from bcdesktop.ui.center.member_words import role_title
from bcdesktop.ui.kit.dialogs import MessageDialog, question
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.services.people_records import Losses
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session

_NAMED = 8
"""Accounts that are named; of more the number is told."""


class _EndMembership(QObject):
    """Does it when the dialog is accepted; lives as long as the dialog."""

    def __init__(
        self, session: Session, actor: Actor, navigator: Navigator, losses: Losses, dialog: MessageDialog
    ) -> None:
        super().__init__(dialog)
        self._session, self._actor, self._navigator, self._losses = session, actor, navigator, losses
        dialog.accepted.connect(self.end)

    def end(self) -> None:
        """End the membership. The window outlives the dialog, so it is the owner of the result."""
        context, navigator = self._session.context, self._navigator
        if self._losses.is_me:
            work = partial(members.leave, context, self._actor)
            done = partial(_say_left, navigator)
        else:
            work = partial(members.remove, context, self._actor, self._losses.member_id)
            done = partial(_say_removed, navigator, self._losses.name)
        self._session.runner.run(navigator, work, done, navigator.notices.show_error)


def _say_removed(navigator: Navigator, name: str, _nothing: None) -> None:
    navigator.notices.success(QCoreApplication.translate("EndMembership", "%1 was removed.").replace("%1", name))


def _say_left(navigator: Navigator, _nothing: None) -> None:
    navigator.leave_center()


def end_membership_question(session: Session, actor: Actor, navigator: Navigator, losses: Losses) -> MessageDialog:
    """Return the dialog that asks before somebody is removed, or the actor leaves, and does it when accepted."""
    center = actor.business_center_name
    if losses.is_me:
        title = QCoreApplication.translate("EndMembership", "Leave “%1”?").replace("%1", center)
        text = QCoreApplication.translate(
            "EndMembership", "This takes effect at once. To come back, an admin has to invite you again."
        )
        verb = QCoreApplication.translate("EndMembership", "Leave")
    else:
        title = QCoreApplication.translate("EndMembership", "Remove %1?").replace("%1", losses.name)
        text = QCoreApplication.translate(
            "EndMembership", "This takes effect at once. To bring the person back, invite them again."
        )
        verb = QCoreApplication.translate("EndMembership", "Remove")
    dialog = question(
        navigator.window,
        title,
        text,
        verb,
        effects=_effects(losses, center),
        effects_heading=QCoreApplication.translate("EndMembership", "What is lost, and what stays:"),
        danger=True,
    )
    dialog.setObjectName("end_membership_dialog")
    _EndMembership(session, actor, navigator, losses, dialog)
    return dialog


def _effects(losses: Losses, center: str) -> list[str]:
    role = QCoreApplication.translate("EndMembership", "The role in “%1”: %2.")
    effects = [role.replace("%1", center).replace("%2", role_title(losses.role, losses.finance_role))]
    effects.append(_accounts(losses))
    if losses.sessions:
        one = QCoreApplication.translate("EndMembership", "Staying signed in on one computer.")
        many = QCoreApplication.translate("EndMembership", "Staying signed in on %1 computers.")
        effects.append((one if losses.sessions == 1 else many).replace("%1", str(losses.sessions)))
    effects.append(
        QCoreApplication.translate(
            "EndMembership", "The accounts and assets themselves stay with the Business Center, also those added by %1."
        ).replace("%1", QCoreApplication.translate("EndMembership", "you") if losses.is_me else losses.name)
    )
    effects.append(
        QCoreApplication.translate(
            "EndMembership",
            "Spark codes, and access given outside of this program, stay; end them where they were given.",
        )
    )
    if losses.other_centers:
        one = QCoreApplication.translate("EndMembership", "One other Business Center of the person stays as it is.")
        many = QCoreApplication.translate("EndMembership", "%1 other Business Centers of the person stay as they are.")
        effects.append((one if losses.other_centers == 1 else many).replace("%1", str(losses.other_centers)))
    return effects


def _accounts(losses: Losses) -> str:
    if not losses.accounts:
        return QCoreApplication.translate("EndMembership", "No access: nothing was given.")
    named = [f"{name} ({label_of(role)})" for name, role in losses.accounts[:_NAMED]]
    if len(losses.accounts) > _NAMED:
        more = QCoreApplication.translate("EndMembership", "and %1 more")
        named.append(more.replace("%1", str(len(losses.accounts) - _NAMED)))
    if len(losses.accounts) == 1:
        text = QCoreApplication.translate("EndMembership", "Access to %1.")
    else:
        text = QCoreApplication.translate("EndMembership", "Access to %2 accounts and assets: %1.")
    return text.replace("%2", str(len(losses.accounts))).replace("%1", ", ".join(named))
