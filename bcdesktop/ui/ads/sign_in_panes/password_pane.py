"""E-mail and password of Ads Manager, and the ways beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from bcdesktop.core.errors import ValueMissing
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import Card
from bcdesktop.ui.kit.email_field import EmailField
from bcdesktop.ui.kit.fields import PasswordField
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.waiting_button import WaitingButton

if TYPE_CHECKING:
    from bcdesktop.ui.kit.session import Session


class AdsPasswordPane(Card):
    """``submitted`` once both are there."""

    submitted = Signal()
    code_requested = Signal()
    """A code for the Phone in place of the password."""
    sign_up_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.title_label.setText(self.tr("Sign in"))
        self.title_label.show()
        self.setObjectName("ads_password_pane")
        self.body.setSpacing(12)
        self.sign_in_form = Form()
        self.email_edit = EmailField(session.settings.known_emails, session.settings.last_email)
        self.email_edit.setObjectName("email_edit")
        self.password_edit = PasswordField()
        self.password_edit.setObjectName("password_edit")
        self.sign_in_form.add(
            "email",
            self.tr("&E-mail"),
            self.email_edit,
            help=self.tr("The one of your Business Center, or of your Ads Manager account. Without one: @ and handle."),
        )
        self.sign_in_form.add("password", self.tr("&Password"), self.password_edit)
        self.sign_in_button = WaitingButton(self.tr("Sign &in"), self.tr("Signing in…"))
        self.sign_in_button.setObjectName("sign_in_button")
        self.sign_in_button.setProperty("kind", "primary")
        self.log_in_with_tiktok_button = QPushButton(self.tr("Log in with &TikTok"))
        self.log_in_with_tiktok_button.setObjectName("log_in_with_tiktok_button")
        set_button_icon(self.log_in_with_tiktok_button, "qr-code")
        self.sign_up_button = QPushButton(self.tr("&Create an Ads Manager account"))
        self.sign_up_button.setObjectName("sign_up_button")
        self.sign_up_button.setProperty("kind", "quiet")
        for part in (
            self.sign_in_form,
            self.sign_in_button,
            self.log_in_with_tiktok_button,
            self.sign_up_button,
        ):
            self.body.addWidget(part)
        self.email_edit.returnPressed.connect(self.submit)
        self.password_edit.returnPressed.connect(self.submit)
        # the wait is that of one person; another may sign in meanwhile
        self.email_edit.textChanged.connect(self.sign_in_button.stop_waiting)
        self.sign_in_button.clicked.connect(self.submit)
        self.log_in_with_tiktok_button.clicked.connect(self.code_requested)
        self.sign_up_button.clicked.connect(self.sign_up_requested)

    @property
    def email(self) -> str:
        """The address as typed."""
        return self.email_edit.text().strip()

    @property
    def password(self) -> str:
        """The password as typed."""
        return self.password_edit.text()

    def set_focus(self) -> None:
        """Put the cursor where typing goes on."""
        (self.password_edit if self.email_edit.text() else self.email_edit).setFocus()

    def submit(self) -> None:
        """Go on with what was typed; name what is missing."""
        if not self.sign_in_button.isEnabled():
            return
        self.sign_in_form.clear_errors()
        typed = (("email", self.email), ("password", self.password))
        missing = [ValueMissing(name) for name, text in typed if not text]
        if missing:
            self.sign_in_form.show_errors(missing)
        else:
            self.submitted.emit()

    def set_busy(self, busy: bool) -> None:
        """Say that signing in is under way, or is not any more."""
        self.sign_in_button.set_busy(busy)
        self.log_in_with_tiktok_button.setEnabled(not busy)

    def ask_again(self) -> None:
        """Let the password be typed again."""
        self.password_edit.selectAll()
        self.password_edit.setFocus()
