"""Setting up the second step: scan, type a code, keep the recovery codes (security.md 2.7). In a dialog or a page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.errors import AppError, InputRefused, ValueMissing
from bcdesktop.core.two_step import groups_of
from bcdesktop.services import two_step
from bcdesktop.services.errors import SignInThrottled
from bcdesktop.ui.center.recovery_codes_view import RecoveryCodesView
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.fields import PasswordField
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.notices import NoticeBar
from bcdesktop.ui.kit.qr_code import QrView
from bcdesktop.ui.kit.waiting_button import WaitingButton

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor
    from bcdesktop.services.security_records import TwoStepSetUp
    from bcdesktop.ui.kit.session import Session


class TwoStepSetUpWidget(QWidget):
    """First the code to scan with the form, then the recovery codes. ``buttons`` has room for one to give up."""

    turned_on = Signal()
    """It is on; the recovery codes are in view."""
    done = Signal()
    """The person has the recovery codes."""

    def __init__(self, session: Session, actor: Actor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._actor = session, actor
        self._set_up: TwoStepSetUp | None = None
        self.set_up_notice = NoticeBar()
        self.set_up_notice.setObjectName("set_up_notice")
        self.set_up_notice.notice_close_button.setObjectName("set_up_notice_close_button")
        self.set_up_notice.notice_action_button.setObjectName("set_up_notice_action_button")
        self.scan_part, self.codes_part = QWidget(), QWidget()
        self._build_scan_part()
        self._build_codes_part()
        self.codes_part.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        for part in (self.set_up_notice, self.scan_part, self.codes_part):
            layout.addWidget(part)
        session.runner.run(self, partial(two_step.start, session.context, actor), self._show_secret, self._refused)

    # ------------------------------------------------------------------ scan and confirm
    def _build_scan_part(self) -> None:
        self.two_step_qr_view = QrView()
        self.two_step_qr_view.setObjectName("two_step_qr_view")
        self.secret_label = text_label("", "strong", wrap=True, selectable=True)
        self.secret_label.setObjectName("secret_label")
        self.secret_label.setAccessibleName(self.tr("Secret to type"))
        self.copy_secret_button = QPushButton(self.tr("C&opy"))
        self.copy_secret_button.setObjectName("copy_secret_button")
        self.copy_secret_button.setAccessibleName(self.tr("Copy the secret"))
        self.copy_secret_button.setAutoDefault(False)
        set_button_icon(self.copy_secret_button, "copy")
        self.copy_secret_button.clicked.connect(self.copy_secret)
        words = QVBoxLayout()
        words.setSpacing(12)
        first = self.tr("1.  Scan this with an authenticator app, not with the Phone of this program.")
        words.addWidget(text_label(first, wrap=True))
        words.addWidget(text_label(self.tr("You cannot scan it? Type this into the app:"), "muted", wrap=True))
        words.addWidget(self.secret_label)
        words.addWidget(self.copy_secret_button, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(text_label(self.tr("2.  Type the six digits it shows, and your password."), wrap=True))
        words.addWidget(self._make_form())
        words.addStretch(1)
        upper = QHBoxLayout()
        upper.setSpacing(24)
        upper.addWidget(self.two_step_qr_view, 0, Qt.AlignmentFlag.AlignTop)
        upper.addLayout(words, 1)
        self.turn_on_button = WaitingButton(self.tr("&Turn on"), self.tr("Checking…"))
        self.turn_on_button.setObjectName("turn_on_button")
        self.turn_on_button.setProperty("kind", "primary")
        self.turn_on_button.setDefault(True)
        self.turn_on_button.clicked.connect(self.confirm)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.turn_on_button)
        layout = QVBoxLayout(self.scan_part)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addLayout(upper)
        layout.addLayout(self.buttons)

    def _make_form(self) -> Form:
        self.app_code_edit = QLineEdit()
        self.app_code_edit.setObjectName("app_code_edit")
        self.own_password_edit = PasswordField()
        self.own_password_edit.setObjectName("own_password_edit")
        self.two_step_form = Form()
        self.two_step_form.add("code", self.tr("Six &digits of the app"), self.app_code_edit)
        self.two_step_form.add("password", self.tr("Your &password"), self.own_password_edit)
        for field in (self.app_code_edit, self.own_password_edit):
            field.returnPressed.connect(self.confirm)
        return self.two_step_form

    def add_button(self, button: QPushButton) -> None:
        """Put a button beside Turn on, at its left."""
        button.setAutoDefault(False)
        self.buttons.insertWidget(1, button)

    def set_focus(self) -> None:
        """Put the cursor where typing goes on."""
        self.app_code_edit.setFocus()

    def _show_secret(self, set_up: TwoStepSetUp) -> None:
        self._set_up = set_up
        self.two_step_qr_view.set_code(set_up.uri, self.tr("Code for an authenticator app"))
        self.two_step_qr_view.setFixedSize(self.two_step_qr_view.sizeHint())
        self.secret_label.setText(groups_of(set_up.secret))

    def copy_secret(self) -> None:
        """Put the secret into the clipboard."""
        if self._set_up is not None:
            QGuiApplication.clipboard().setText(self._set_up.secret)

    def confirm(self) -> None:
        """Turn it on with what was typed."""
        if self._set_up is None or not self.turn_on_button.isEnabled():
            return
        form, code, password = self.two_step_form, self.app_code_edit.text(), self.own_password_edit.text()
        form.clear_errors()
        self.set_up_notice.dismiss()
        missing = [ValueMissing(name) for name, text in (("code", code.strip()), ("password", password)) if not text]
        if missing:
            form.show_errors(missing)
            return
        self.turn_on_button.set_busy(True)
        work = partial(two_step.confirm, self._session.context, self._actor, self._set_up.secret, password, code)
        self._session.runner.run(self, work, self._show_codes, self._refused)

    def _refused(self, error: Exception) -> None:
        self.turn_on_button.set_busy(False)
        if isinstance(error, InputRefused) and self.two_step_form.show_error(error):
            return
        if not isinstance(error, AppError):
            raise error
        if isinstance(error, SignInThrottled):
            self.turn_on_button.wait(error.seconds)
        self.set_up_notice.show_error(error)

    # ------------------------------------------------------------------ the recovery codes
    def _build_codes_part(self) -> None:
        self.recovery_codes_view = RecoveryCodesView(self._session)
        self.recovery_codes_view.failed.connect(self._refused)
        self.codes_kept_button = QPushButton(self.tr("I have &kept them"))
        self.codes_kept_button.setObjectName("codes_kept_button")
        self.codes_kept_button.setProperty("kind", "primary")
        self.codes_kept_button.clicked.connect(self.done)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.codes_kept_button)
        layout = QVBoxLayout(self.codes_part)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        text = self.tr(
            "Two-step verification is on. When your phone with the app is lost, one of these recovery codes lets you"
            " in. Each works once, and they are shown only now: print them, or put them into your password manager."
        )
        layout.addWidget(text_label(text, wrap=True))
        layout.addWidget(self.recovery_codes_view)
        layout.addLayout(buttons)

    def _show_codes(self, codes: tuple[str, ...]) -> None:
        self.turn_on_button.set_busy(False)
        self.own_password_edit.clear()
        self.recovery_codes_view.set_codes(codes, self._actor.email)
        self.scan_part.hide()
        self.codes_part.show()
        self.codes_kept_button.setFocus()
        self.turned_on.emit()
