"""Sign in with e-mail and password, or with a code that the Phone approves (A1-02; decisions.md, Who is who)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.errors import AppError, InputRefused
from bcdesktop.services import people
from bcdesktop.services.advertiser_errors import NoBusinessCenter
from bcdesktop.services.errors import SignInThrottled
from bcdesktop.services.people_errors import SecondStepNeeded, SignInLocked
from bcdesktop.services.records import Actor, LogInPurpose, LogInRow
from bcdesktop.ui.center.sign_in_panes.password_pane import PasswordPane
from bcdesktop.ui.kit.cards import Card, text_label
from bcdesktop.ui.kit.icons import pixmap
from bcdesktop.ui.kit.notices import NoticeBar

# the panes are imported where they are made: whoever signs in with a password waits for none of them
if TYPE_CHECKING:
    from bcdesktop.ui.center.cannot_get_in_pane import CannotGetInPane
    from bcdesktop.ui.center.sign_in_panes.invitation_pane import InvitationPane
    from bcdesktop.ui.center.sign_in_panes.new_password_pane import NewPasswordPane
    from bcdesktop.ui.kit.log_in_code import LogInCodeView
    from bcdesktop.ui.kit.second_step_pane import SecondStepPane
    from bcdesktop.ui.kit.session import Session


class SignInView(QWidget):
    """One pane at a time: password, second step, log-in code, new password, help, the store key of this computer.

    ``email`` stands in the field at first, by default that of who signed in last. A pane is built when first shown.
    """

    signed_in = Signal(object)
    """The Actor."""
    phone_requested = Signal()
    store_requested = Signal()
    ads_requested = Signal()
    """Open Ads Manager, where one can sign in without a Business Center."""
    creation_requested = Signal(str)
    """Create a Business Center for the person with this e-mail address, who is in none."""

    def __init__(
        self, session: Session, *, is_example: bool = False, email: str | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.setObjectName("sign_in_view")
        self.sign_in_notice = NoticeBar()
        self.sign_in_notice.setObjectName("sign_in_notice")
        self._panes: list[QWidget] = []
        self._code_view: LogInCodeView | None = None
        self._second_step_pane: SecondStepPane | None = None
        self._new_password_pane: NewPasswordPane | None = None
        self._help_pane: CannotGetInPane | None = None
        self._invitation_pane: InvitationPane | None = None
        self._column = QWidget()
        self._inner = QVBoxLayout(self._column)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self._inner.setSpacing(12)
        self._inner.addLayout(self._head())
        self._inner.addSpacing(8)
        self._inner.addWidget(self.sign_in_notice)
        self.password_pane = self._make_password_pane(is_example, email)
        self._show_pane(self.password_pane, wide=False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(2)
        # between stretches, not aligned: only so do wrapped lines get their height
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._column)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(3)

    def _head(self) -> QVBoxLayout:
        self._picture = QLabel()
        self._theme = self._session.theme
        self._theme.changed.connect(self._draw)
        self._draw()
        head = QVBoxLayout()
        head.setSpacing(8)
        for part in (self._picture, text_label(self.tr("Business Center Desktop"), "title")):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            head.addWidget(part)
        return head

    def _draw(self) -> None:
        side = round(self.fontMetrics().height() * 2.4)
        self._picture.setPixmap(pixmap("qr-code", self._theme, "primary", side, self.devicePixelRatioF()))

    def _show_pane(self, pane: QWidget, *, wide: bool) -> None:
        if pane not in self._panes:
            self._panes.append(pane)
            self._inner.addWidget(pane)
        for other in self._panes:
            other.setVisible(other is pane)
        self._column.setFixedWidth(self.fontMetrics().averageCharWidth() * (112 if wide else 60))

    # ------------------------------------------------------------------ e-mail and password
    def _make_password_pane(self, is_example: bool, email: str | None) -> PasswordPane:
        first = self._session.settings.last_email if email is None else email
        pane = PasswordPane(self._session, is_example=is_example, email=first)
        pane.submitted.connect(self._sign_in_by_password)
        pane.code_requested.connect(self.show_code)
        for name, text, slot in (
            ("forgot_password_button", self.tr("&Forgot password?"), self.show_new_password),
            ("have_invitation_button", self.tr("I ha&ve an invitation"), self.show_invitation),
            ("cannot_get_in_button", self.tr("I &cannot get in…"), self.show_cannot_get_in),
            ("sign_in_open_store_button", self.tr("&Open another store…"), self.store_requested),
            ("sign_in_ads_manager_button", self.tr("Open Ads &Manager"), self.ads_requested),
        ):
            pane.add_way(name, text).clicked.connect(slot)
        return pane

    def set_focus(self) -> None:
        """Put the cursor where typing goes on."""
        self.password_pane.set_focus()

    def show_form(self) -> None:
        """Show e-mail and password again; a waiting code is ended."""
        if self._code_view is not None:
            self._code_view.stop()
        self._show_pane(self.password_pane, wide=False)
        self.password_pane.set_focus()

    def _sign_in_by_password(self) -> None:
        self._sign_in(None)

    def _sign_in(self, code: str | None) -> None:
        pane = self.password_pane
        self.sign_in_notice.dismiss()
        self._set_busy(True)
        work = partial(_sign_in, self._session.context, pane.email, pane.password, code, pane.stay.is_checked())
        self._session.runner.run(self, work, self._done, self._refused)

    # ------------------------------------------------------------------ the second step
    def _ask_second_step(self) -> None:
        if self._second_step_pane is None:
            from bcdesktop.ui.kit.second_step_pane import SecondStepPane

            self._second_step_pane = SecondStepPane()
            self._second_step_pane.submitted.connect(self._sign_in)
            self._second_step_pane.back_requested.connect(self.show_form)
        self._show_pane(self._second_step_pane, wide=False)
        self._second_step_pane.begin()

    # ------------------------------------------------------------------ a code for the Phone
    def show_code(self) -> None:
        """Show a log-in code in place of the form."""
        self.sign_in_notice.dismiss()
        if self._code_view is None:
            from bcdesktop.ui.kit.log_in_code import LogInCodeView

            self._code_view = LogInCodeView(self._session, LogInPurpose.SIGN_IN)
            self._code_view.approved.connect(self._take_log_in)
            self._code_view.phone_requested.connect(self.phone_requested)
            self._code_view.failed.connect(self._refused)
            self._code_card = self._code_pane(self._code_view)
        self._show_pane(self._code_card, wide=True)
        self._code_view.start()

    def _code_pane(self, view: LogInCodeView) -> Card:
        card = Card(self.tr("Log in with TikTok"))
        self.back_to_password_button = QPushButton(self.tr("&Back to e-mail and password"))
        self.back_to_password_button.setObjectName("back_to_password_button")
        self.back_to_password_button.setProperty("kind", "quiet")
        self.back_to_password_button.clicked.connect(self.show_form)
        card.body.setSpacing(12)
        card.body.addWidget(view)
        card.body.addWidget(self.back_to_password_button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _take_log_in(self, row: LogInRow) -> None:
        work = partial(_sign_in_with_tiktok, self._session.context, row.id, self.password_pane.stay.is_checked())
        self._session.runner.run(self, work, self._done, self._refused_log_in)

    def _refused_log_in(self, error: Exception) -> None:
        self.show_form()
        self._refused(error)

    # ------------------------------------------------------------------ who does not get in
    def show_new_password(self) -> None:
        """Show the pane for who forgot the password or is locked out."""
        self.sign_in_notice.dismiss()
        email = self.password_pane.email
        if self._new_password_pane is None:
            from bcdesktop.ui.center.sign_in_panes.new_password_pane import NewPasswordPane

            self._new_password_pane = NewPasswordPane(self._session, email)
            self._new_password_pane.changed.connect(self._sign_in_anew)
            self._new_password_pane.back_requested.connect(self.show_form)
        self._show_pane(self._new_password_pane, wide=False)
        self._new_password_pane.begin(email)

    def _sign_in_anew(self, email: str, password: str) -> None:
        self.password_pane.email_edit.setText(email)
        self.password_pane.password_edit.setText(password)
        self.password_pane.sign_in_button.stop_waiting()
        self.show_form()
        self._sign_in(None)

    def show_cannot_get_in(self) -> None:
        """Show the pane that asks the admins, in place of the form (A0-43)."""
        self.sign_in_notice.dismiss()
        if self._help_pane is None:
            from bcdesktop.ui.center.cannot_get_in_pane import CannotGetInPane

            self._help_pane = CannotGetInPane(self._session, self.password_pane.email)
            self._help_pane.back_requested.connect(self.show_form)
        self._show_pane(self._help_pane, wide=False)
        self._help_pane.set_focus()

    def show_invitation(self) -> None:
        """Show the pane for who was invited, in place of the form."""
        self.sign_in_notice.dismiss()
        if self._invitation_pane is None:
            from bcdesktop.ui.center.sign_in_panes.invitation_pane import InvitationPane

            self._invitation_pane = InvitationPane(self._session)
            self._invitation_pane.joined.connect(self._joined)
            self._invitation_pane.back_requested.connect(self.show_form)
            self._invitation_pane.widened.connect(self._show_invitation)
        self._invitation_pane.begin()

    def _show_invitation(self, wide: bool) -> None:
        self._show_pane(self._invitation_pane, wide=wide)

    def _joined(self, actor: Actor, password: str) -> None:
        self.password_pane.email_edit.setText(actor.email)
        self.password_pane.password_edit.setText(password)
        self._done(actor)

    # ------------------------------------------------------------------ what came of it
    def _done(self, actor: Actor) -> None:
        self._set_busy(False)
        self._session.settings.remember_email(actor.email)
        if self._session.context.keys.is_unlocked:
            self.signed_in.emit(actor)
        else:
            self._ask_recovery_text(actor)

    def _ask_recovery_text(self, actor: Actor) -> None:
        from bcdesktop.ui.center.restore_key import RestoreKeyPane

        pane = RestoreKeyPane(self._session, actor, self.password_pane.password)
        pane.restored.connect(self.signed_in)
        pane.skipped.connect(self.signed_in)
        self._show_pane(pane, wide=True)

    def _refused(self, error: Exception) -> None:
        self._set_busy(False)
        if isinstance(error, SecondStepNeeded):
            self._ask_second_step()
            return
        if isinstance(error, InputRefused) and self._show_at_field(error):
            return
        if not isinstance(error, AppError):
            raise error
        if isinstance(error, SignInThrottled):
            self.password_pane.sign_in_button.wait(error.seconds)
            if self._second_step_pane is not None:
                self._second_step_pane.second_step_button.wait(error.seconds)
        if isinstance(error, NoBusinessCenter):
            way_out = partial(self.creation_requested.emit, self.password_pane.email)
            words = self.tr("Create a Business Center…")
            self.sign_in_notice.show_error(error, action=words, on_action=way_out)
        elif isinstance(error, SignInLocked):
            self.sign_in_notice.show_error(error, action=self.tr("Get back in…"), on_action=self.show_new_password)
        else:
            self.sign_in_notice.show_error(error)
        if self.password_pane.isVisible():
            self.password_pane.ask_again()

    def _show_at_field(self, error: InputRefused) -> bool:
        if self._second_step_pane is not None and self._second_step_pane.show_error(error):
            return True
        return self.password_pane.sign_in_form.show_error(error)

    def _set_busy(self, busy: bool) -> None:
        self.password_pane.set_busy(busy)
        if self._second_step_pane is not None:
            self._second_step_pane.second_step_button.set_busy(busy)


def _sign_in(context, email: str, password: str, code: str | None, stay: bool) -> Actor:
    return _stay(context, people.sign_in(context, email, password, code), stay)


def _sign_in_with_tiktok(context, log_in_id: str, stay: bool) -> Actor:
    return _stay(context, people.sign_in_with_tiktok(context, log_in_id), stay)


def _stay(context, actor: Actor, stay: bool) -> Actor:
    if stay:
        people.stay_signed_in(context, actor)
    return actor
