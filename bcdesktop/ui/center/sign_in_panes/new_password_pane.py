"""Back in without the password: a recovery code or the recovery text, and a new password (security.md 2.7)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from bcdesktop.core.errors import AppError, InputRefused, ValueMissing
from bcdesktop.services import people
from bcdesktop.services.errors import SignInThrottled
from bcdesktop.ui.kit.cards import Card, text_label
from bcdesktop.ui.kit.fields import PasswordField, TextField
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.notices import NoticeBar
from bcdesktop.ui.kit.waiting_button import WaitingButton

if TYPE_CHECKING:
    from bcdesktop.ui.kit.session import Session


class NewPasswordPane(Card):
    """``changed`` carries address and new password, with which one signs in next."""

    changed = Signal(str, str)
    back_requested = Signal()

    def __init__(self, session: Session, email: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self.setObjectName("new_password_pane")
        self.title_label.setText(self.tr("Forgot your password, or locked out?"))
        self.title_label.show()
        self.body.setSpacing(12)
        self.new_password_notice = NoticeBar()
        self.new_password_notice.setObjectName("new_password_notice")
        self.new_password_notice.notice_close_button.setObjectName("new_password_notice_close_button")
        self.new_password_notice.notice_action_button.setObjectName("new_password_notice_action_button")
        self._add_form(email)
        self.set_password_button = WaitingButton(self.tr("&Set the new password"), self.tr("Checking…"))
        self.set_password_button.setObjectName("set_password_button")
        self.set_password_button.setProperty("kind", "primary")
        self.set_password_button.clicked.connect(self.submit)
        self.recovery_email_edit.textChanged.connect(self.set_password_button.stop_waiting)
        self.back_from_new_password_button = QPushButton(self.tr("&Back"))
        self.back_from_new_password_button.setObjectName("back_from_new_password_button")
        self.back_from_new_password_button.clicked.connect(self.back_requested)
        text = self.tr(
            "A recovery code or the recovery text lets you choose a new password. Two-step verification is off"
            " afterwards; set it up again in Settings > Your account. Have you neither? Go back and press “I cannot get"
            " in”: an admin can let you in again."
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.back_from_new_password_button)
        buttons.addWidget(self.set_password_button)
        for part in (text_label(text, "muted", wrap=True), self.new_password_notice, self.new_password_form):
            self.body.addWidget(part)
        self.body.addLayout(buttons)

    def _add_form(self, email: str) -> None:
        self.recovery_email_edit = QLineEdit(email)
        self.recovery_email_edit.setObjectName("recovery_email_edit")
        self.recovery_edit = TextField()
        self.recovery_edit.setObjectName("recovery_edit")
        self.recovery_edit.setFixedHeight(self.fontMetrics().height() * 4)
        self.new_password_edit, self.repeat_password_edit = PasswordField(), PasswordField()
        self.new_password_edit.setObjectName("new_password_edit")
        self.repeat_password_edit.setObjectName("repeat_password_edit")
        self.new_password_form = Form()
        self.new_password_form.add("email", self.tr("&E-mail"), self.recovery_email_edit)
        self.new_password_form.add(
            "recovery",
            self.tr("&Recovery code or recovery text"),
            self.recovery_edit,
            help=self.tr("One of your ten codes (XXXXX-XXXXX), or the 12 groups of letters an admin printed."),
        )
        self.new_password_form.add(
            "new_password", self.tr("&New password"), self.new_password_edit, help=self.tr("At least 8 characters.")
        )
        self.new_password_form.add("repeat", self.tr("New password &again"), self.repeat_password_edit)

    def begin(self, email: str) -> None:
        """Ask for ``email``; nothing typed of before is left but the recovery code."""
        self.recovery_email_edit.setText(email)
        self.new_password_form.clear_errors()
        self.new_password_notice.dismiss()
        (self.recovery_edit if email else self.recovery_email_edit).setFocus()

    def submit(self) -> None:
        """Try it."""
        form, email = self.new_password_form, self.recovery_email_edit.text().strip()
        recovery, new = self.recovery_edit.toPlainText(), self.new_password_edit.text()
        form.clear_errors()
        self.new_password_notice.dismiss()
        typed = (("email", email), ("recovery", recovery.strip()), ("new_password", new))
        missing = [ValueMissing(name) for name, text in typed if not text]
        if missing:
            form.show_errors(missing)
        elif new != self.repeat_password_edit.text():
            form.show_error("repeat", self.tr("It is not the same as above."))
        else:
            self.set_password_button.set_busy(True)
            work = partial(people.unlock_sign_in, self._session.context, email, recovery, new)
            self._session.runner.run(self, work, partial(self._changed, email, new), self._refused)

    def _changed(self, email: str, password: str, _nothing: None) -> None:
        self.set_password_button.set_busy(False)
        for field in (self.recovery_edit, self.new_password_edit, self.repeat_password_edit):
            field.clear()
        self.changed.emit(email, password)

    def _refused(self, error: Exception) -> None:
        self.set_password_button.set_busy(False)
        if isinstance(error, InputRefused) and self.new_password_form.show_error(error):
            return
        if not isinstance(error, AppError):
            raise error
        if isinstance(error, SignInThrottled):
            self.set_password_button.wait(error.seconds)
        self.new_password_notice.show_error(error)
