""" "I have an invitation": the code, then the offer, then in (domain.md 6.1.4)."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from bcdesktop.core.errors import AppError, InputRefused
from bcdesktop.services import invitations, people
from bcdesktop.services.errors import SignInThrottled
from bcdesktop.services.people_errors import SecondStepNeeded
from bcdesktop.ui.center.sign_in_panes.invitation_code_entry import InvitationCodeEntry
from bcdesktop.ui.center.sign_in_panes.invitation_decline import InvitationDeclineView
from bcdesktop.ui.center.sign_in_panes.invitation_offer import InvitationOfferView
from bcdesktop.ui.kit.badges import BadgeKind
from bcdesktop.ui.kit.cards import Card
from bcdesktop.ui.kit.notices import NoticeBar
from bcdesktop.ui.kit.pictures import file_of_mime, read_file
from bcdesktop.ui.kit.runner import Lane

if TYPE_CHECKING:
    from bcdesktop.services.context import Context
    from bcdesktop.services.people_records import InvitationOffer
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.kit.session import Session

_LONGEST_MAIL = 30 * 1024 * 1024


class InvitationPane(Card):
    """One of three views at a time. ``joined`` carries the Actor and the password that was typed."""

    joined = Signal(object, str)
    back_requested = Signal()
    widened = Signal(bool)
    """Whether the view that is shown needs two columns."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self._code = ""
        self.setObjectName("invitation_pane")
        self.setAcceptDrops(True)
        self.title_label.setText(self.tr("I have an invitation"))
        self.title_label.show()
        self.body.setSpacing(12)
        self.invitation_notice = NoticeBar()
        self.invitation_notice.setObjectName("invitation_notice")
        self.invitation_notice.notice_close_button.setObjectName("invitation_notice_close_button")
        self.invitation_notice.notice_action_button.setObjectName("invitation_notice_action_button")
        self.code_entry = InvitationCodeEntry()
        self.offer_view = InvitationOfferView(session)
        self.decline_view = InvitationDeclineView()
        self.body.addWidget(self.invitation_notice)
        for view in (self.code_entry, self.offer_view, self.decline_view):
            self.body.addWidget(view)
        self._show(self.code_entry)
        self.code_entry.code_given.connect(self.look_up)
        self.code_entry.mail_chosen.connect(self.read_mail)
        self.code_entry.back_requested.connect(self.back_requested)
        self.offer_view.accepted.connect(self._accept)
        self.offer_view.declined.connect(self._ask_to_decline)
        self.offer_view.back_requested.connect(self.begin)
        self.decline_view.declined.connect(self._decline)
        self.decline_view.back_requested.connect(self._back_to_offer)

    def begin(self) -> None:
        """Ask for a code; what was typed is still there."""
        self.invitation_notice.dismiss()
        self._show(self.code_entry)
        self.code_entry.invitation_code_edit.setFocus()

    def _show(self, view: QWidget) -> None:
        for other in (self.code_entry, self.offer_view, self.decline_view):
            other.setVisible(other is view)
        self.widened.emit(view is self.offer_view)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if file_of_mime(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the mail that was dropped."""
        path = file_of_mime(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.read_mail(path)

    # ------------------------------------------------------------------ the code
    def read_mail(self, path: Path) -> None:
        """Read the code out of a saved mail, off the GUI thread."""
        self.begin()
        self.code_entry.show_invitation_button.set_busy(True)
        self._session.runner.run(self, partial(_code_in_file, path), self._read, self._not_found, lane=Lane.PURE)

    def _read(self, code: str) -> None:
        self.code_entry.show_code(code)
        self.look_up(code)

    def look_up(self, text: str) -> None:
        """Ask what the invitation offers."""
        self.invitation_notice.dismiss()
        self.code_entry.show_invitation_button.set_busy(True)
        work = partial(invitations.look_up, self._session.context, text)
        self._session.runner.run(self, work, partial(self._show_offer, text), self._not_found)

    def _show_offer(self, text: str, offer: InvitationOffer) -> None:
        self._code = text
        self.code_entry.show_invitation_button.set_busy(False)
        self._show(self.offer_view)
        self.offer_view.show_offer(offer)

    def _not_found(self, error: Exception) -> None:
        self.code_entry.show_invitation_button.set_busy(False)
        if not (isinstance(error, InputRefused) and self.code_entry.show_error(error)):
            self._show_error(error)

    # ------------------------------------------------------------------ the answers
    def _accept(self) -> None:
        view = self.offer_view
        self.invitation_notice.dismiss()
        view.accept_invitation_button.set_busy(True)
        name, password, code = (
            view.invited_name_edit.text(),
            view.invited_password_edit.text(),
            view.invited_code_edit.text(),
        )
        work = partial(_accept, self._session.context, self._code, name, password, code or None, view.stay.is_checked())
        self._session.runner.run(self, work, partial(self._joined, password), self._not_accepted)

    def _joined(self, password: str, actor: Actor) -> None:
        self.offer_view.accept_invitation_button.set_busy(False)
        self.joined.emit(actor, password)

    def _not_accepted(self, error: Exception) -> None:
        view = self.offer_view
        view.accept_invitation_button.set_busy(False)
        if isinstance(error, SecondStepNeeded):
            view.ask_code()
            return
        if isinstance(error, InputRefused) and view.show_error(error):
            return
        if isinstance(error, SignInThrottled):
            view.accept_invitation_button.wait(error.seconds)
        self._show_error(error)

    def _ask_to_decline(self) -> None:
        if self.offer_view.offer is not None:
            self.invitation_notice.dismiss()
            self._show(self.decline_view)
            self.decline_view.begin(self.offer_view.offer.center_name)

    def _back_to_offer(self) -> None:
        self._show(self.offer_view)

    def _decline(self, reason: str) -> None:
        self.decline_view.confirm_decline_button.set_busy(True)
        work = partial(invitations.decline, self._session.context, self._code, reason)
        self._session.runner.run(self, work, self._declined, self._not_declined)

    def _declined(self, _nothing: None) -> None:
        self.decline_view.confirm_decline_button.set_busy(False)
        self.code_entry.show_code("")
        self.begin()
        text = self.tr("The admins see your answer. You can close this window.")
        self.invitation_notice.show_notice(self.tr("You declined the invitation"), text, kind=BadgeKind.SUCCESS)

    def _not_declined(self, error: Exception) -> None:
        self.decline_view.confirm_decline_button.set_busy(False)
        if not (isinstance(error, InputRefused) and self.decline_view.show_error(error)):
            self._show_error(error)

    def _show_error(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error
        self.invitation_notice.show_error(error)


def _code_in_file(path: Path) -> str:
    return invitations.code_in_mail(read_file(path, _LONGEST_MAIL))


def _accept(context: Context, code: str, name: str, password: str, second_step: str | None, stay: bool) -> Actor:
    actor = invitations.accept(context, code, name, password, second_step=second_step)
    if stay:
        people.stay_signed_in(context, actor)
    return actor
