"""E-mail and password, and the ways beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from bcdesktop.core.errors import ValueMissing
from bcdesktop.ui.center.stay_check import StayCheck
from bcdesktop.ui.kit.badges import Badge, BadgeKind
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import Card
from bcdesktop.ui.kit.email_field import EmailField
from bcdesktop.ui.kit.fields import PasswordField
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.waiting_button import WaitingButton

if TYPE_CHECKING:
    from bcdesktop.ui.kit.session import Session

_WAYS_PER_ROW = 2


class PasswordPane(Card):
    """``submitted`` once both are there. ``add_way`` puts a quiet button below for another way in."""

    submitted = Signal()
    code_requested = Signal()
    """A code for the Phone in place of the password."""

    def __init__(self, session: Session, *, is_example: bool, email: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.title_label.setText(self.tr("Sign in"))
        self.title_label.show()
        self.setObjectName("password_pane")
        self.body.setSpacing(12)
        if is_example:
            self.body.addLayout(self._example_row())
        self.sign_in_form = Form()
        self.email_edit = EmailField(session.settings.known_emails, email)
        self.email_edit.setObjectName("email_edit")
        self.password_edit = PasswordField()
        self.password_edit.setObjectName("password_edit")
        self.sign_in_form.add("email", self.tr("&E-mail"), self.email_edit)
        self.sign_in_form.add("password", self.tr("&Password"), self.password_edit)
        self.stay = StayCheck(session)
        self.sign_in_button = WaitingButton(self.tr("Sign &in"), self.tr("Signing in…"))
        self.sign_in_button.setObjectName("sign_in_button")
        self.sign_in_button.setProperty("kind", "primary")
        self.log_in_with_tiktok_button = QPushButton(self.tr("Log in with &TikTok"))
        self.log_in_with_tiktok_button.setObjectName("log_in_with_tiktok_button")
        set_button_icon(self.log_in_with_tiktok_button, "qr-code")
        for part in (self.sign_in_form, self.stay, self.sign_in_button, self.log_in_with_tiktok_button):
            self.body.addWidget(part)
        self._ways = QGridLayout()
        self._ways.setSpacing(4)
        self.body.addLayout(self._ways)
        self.email_edit.returnPressed.connect(self.submit)
        self.password_edit.returnPressed.connect(self.submit)
        # the wait is that of one person; another may sign in meanwhile
        self.email_edit.textChanged.connect(self.sign_in_button.stop_waiting)
        self.sign_in_button.clicked.connect(self.submit)
        self.log_in_with_tiktok_button.clicked.connect(self.code_requested)

    def _example_row(self) -> QHBoxLayout:
        self.fill_example_button = QPushButton(self.tr("&Fill in the example's sign-in"))
        self.fill_example_button.setObjectName("fill_example_button")
        self.fill_example_button.setProperty("kind", "quiet")
        self.fill_example_button.clicked.connect(self._fill_example)
        row = QHBoxLayout()
        row.addWidget(Badge(self.tr("Example"), BadgeKind.WARNING))
        row.addWidget(self.fill_example_button)
        row.addStretch(1)
        return row

    def _fill_example(self) -> None:
        from bcdesktop.services import example

        self.email_edit.setText(example.EXAMPLE_EMAIL)
        self.password_edit.setText(example.EXAMPLE_PASSWORD)

    def add_way(self, name: str, text: str) -> QPushButton:
        """Add a quiet button for another way in and return it."""
        button = QPushButton(text)
        button.setObjectName(name)
        button.setProperty("kind", "quiet")
        place = self._ways.count()
        self._ways.addWidget(button, place // _WAYS_PER_ROW, place % _WAYS_PER_ROW)
        return button

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
