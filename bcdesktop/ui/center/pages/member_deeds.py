"""What can be done with members and invitations: from the panel, the menu and the Delete key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from bcdesktop.core.grants import Holder, HolderKind
from bcdesktop.core.roles import MemberStatus
from bcdesktop.services import invitations, members, people
from bcdesktop.services.offboarding_records import Subject, SubjectKind
from bcdesktop.ui.center.dialogs.end_membership import ask_end_membership
from bcdesktop.ui.center.dialogs.invited import InvitedDialog
from bcdesktop.ui.center.member_words import invitation_text
from bcdesktop.ui.center.offboarding import Offboarding
from bcdesktop.ui.kit.dialogs import question

if TYPE_CHECKING:
    from bcdesktop.core.mails import MailText
    from bcdesktop.services.people_records import Invited, Losses, MemberRow
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class MemberDeeds(QObject):
    """Asks where something is lost, does it on a worker, and says what came of it."""

    invite_again_requested = Signal(object)
    """Invite somebody who declined or left, by the wizard."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._actor, self._navigator = session, actor, navigator
        self._parent = parent

    # ------------------------------------------------------------------ members
    def remove(self, row: MemberRow) -> None:
        """Ask, with everything the person loses, and end the membership."""
        work = partial(members.losses, self._session.context, self._actor, row.id)
        self._run(work, self._ask_to_remove)

    def _ask_to_remove(self, losses: Losses) -> None:
        ask_end_membership(self._session, self._actor, self._navigator, losses)

    def off_board(self, row: MemberRow) -> None:
        """Show everything the person reaches, and end it when the admin says so."""
        Offboarding(self._session, self._actor, self._navigator).start(Subject(SubjectKind.MEMBER, row.id))

    def let_in(self, row: MemberRow) -> None:
        """Ask, and let somebody who is locked out sign in again."""
        dialog = question(
            self._navigator.window,
            self.tr("Let %1 in again?").replace("%1", row.name),
            self.tr("Make sure that it is %1 who asks, for instance by a call.").replace("%1", row.name),
            self.tr("Let in"),
            effects=(
                self.tr("Wrong passwords are forgotten; the password itself stays as it is."),
                self.tr("Two-step verification is turned off until the person sets it up anew."),
                self.tr("The person is signed out on every computer."),
            ),
            danger=True,
        )
        dialog.setObjectName("let_in_dialog")
        dialog.accepted.connect(partial(self._let_in, row))
        self._navigator.open_dialog(dialog)

    def _let_in(self, row: MemberRow) -> None:
        work = partial(people.reset_sign_in, self._session.context, self._actor, row.id)
        self._run(work, partial(self._say_let_in, row.name))

    def _say_let_in(self, name: str, _nothing: None) -> None:
        self._navigator.notices.success(self.tr("%1 can sign in again.").replace("%1", name))

    # ------------------------------------------------------------------ invitations
    def resend(self, row: MemberRow) -> None:
        """Send one invitation again."""
        self.resend_all([row])

    def resend_all(self, rows: Sequence[MemberRow]) -> None:
        """Send invitations again, each with a new code, and show the codes."""
        texts = [(row.id, invitation_text(self._actor, row.role)) for row in rows]
        work = partial(invitations.resend_all, self._session.context, self._actor, texts)
        self._run(work, self._show_codes)

    def _show_codes(self, invited: tuple[Invited, ...]) -> None:
        self._navigator.open_dialog(InvitedDialog(self._session, self._navigator, invited))

    def withdraw(self, row: MemberRow) -> None:
        """Ask, and take one invitation back."""
        self.withdraw_all([row])

    def withdraw_all(self, rows: Sequence[MemberRow]) -> None:
        """Ask, and take invitations back."""
        title = self.tr("Withdraw the invitation to %1?").replace("%1", rows[0].email)
        if len(rows) > 1:
            title = self.tr("Withdraw %1 invitations?").replace("%1", str(len(rows)))
        dialog = question(
            self._navigator.window,
            title,
            self.tr("The code counts no more, and the line goes from the list."),
            self.tr("Withdraw"),
            danger=True,
        )
        dialog.setObjectName("withdraw_dialog")
        dialog.accepted.connect(partial(self._withdraw, tuple(row.id for row in rows)))
        self._navigator.open_dialog(dialog)

    def _withdraw(self, ids: tuple[str, ...]) -> None:
        work = partial(invitations.withdraw_all, self._session.context, self._actor, ids)
        self._run(work, partial(self._say_withdrawn, len(ids)))

    def _say_withdrawn(self, count: int, _nothing: None) -> None:
        one = self.tr("The invitation was withdrawn.")
        many = self.tr("%1 invitations were withdrawn.").replace("%1", str(count))
        self._navigator.notices.success(one if count == 1 else many)

    def copy_invitation(self, row: MemberRow) -> None:
        """Copy the newest mail, to send it another way."""
        work = partial(invitations.newest_mail, self._session.context, self._actor, row.id)
        self._run(work, partial(self._copied, row.email))

    def _copied(self, email: str, text: MailText) -> None:
        QGuiApplication.clipboard().setText(text.body)
        self._navigator.notices.success(self.tr("Invitation for %1 copied, with its code.").replace("%1", email))

    # ------------------------------------------------------------------ keys and menu
    def delete(self, rows: Sequence[MemberRow]) -> None:
        """Remove the one member, or withdraw the invitations, that are selected."""
        open_ones = [row for row in rows if row.status is MemberStatus.PENDING]
        if len(rows) == 1 and rows[0].status is MemberStatus.BOUND:
            self.remove(rows[0])
        elif open_ones and len(open_ones) == len(rows):
            self.withdraw_all(open_ones)

    def menu(self, rows: Sequence[MemberRow]) -> QMenu:
        """Return the options menu of the selected rows; it goes when closed."""
        menu = QMenu(self._parent)
        menu.setObjectName("member_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_ones = [row for row in rows if row.status is MemberStatus.PENDING]
        only = rows[0] if len(rows) == 1 else None
        is_member = only is not None and only.status is MemberStatus.BOUND
        self._entry(menu, "copy_email_action", self.tr("Copy e-mail"), partial(_copy_emails, rows))
        grant = self._entry(menu, "grant_access_action", self.tr("Grant access…"), partial(self._grant, only))
        grant.setEnabled(is_member)
        resend = partial(self.resend_all, open_ones)
        self._entry(menu, "resend_action", self.tr("Send again"), resend).setEnabled(bool(open_ones))
        is_over = only is not None and only.status in {MemberStatus.REJECTED, MemberStatus.UNBOUND}
        again = partial(self.invite_again_requested.emit, only)
        self._entry(menu, "invite_again_action", self.tr("Invite again…"), again).setEnabled(is_over)
        withdraw = partial(self.withdraw_all, open_ones)
        self._entry(menu, "withdraw_action", self.tr("Withdraw…"), withdraw).setEnabled(bool(open_ones))
        text = self.tr("Leave…") if only is not None and only.is_me else self.tr("Remove…")
        off_board = self._entry(menu, "off_board_action", self.tr("Off-board…"), partial(self._off_board, only))
        off_board.setEnabled(is_member and only is not None and not only.is_me)
        self._entry(menu, "remove_action", text, partial(self._remove, only)).setEnabled(is_member)
        return menu

    def _off_board(self, row: MemberRow | None) -> None:
        if row is not None:
            self.off_board(row)

    def _remove(self, row: MemberRow | None) -> None:
        if row is not None:
            self.remove(row)

    def _grant(self, row: MemberRow | None) -> None:
        if row is not None:
            self._navigator.grant_access(Holder(HolderKind.MEMBER, row.id))

    @staticmethod
    def _entry(menu: QMenu, name: str, text: str, slot: Callable[[], object]) -> QAction:
        action = menu.addAction(text)
        action.setObjectName(name)
        action.triggered.connect(slot)
        return action

    def _run(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._session.runner.run(self, work, done, self._navigator.notices.show_error)


def _copy_emails(rows: Sequence[MemberRow]) -> None:
    QGuiApplication.clipboard().setText("\n".join(row.email for row in rows))
