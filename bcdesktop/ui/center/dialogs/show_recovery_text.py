"""The recovery text after the password (decisions.md, Who is who)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from bcdesktop.core.errors import AppError, ValueMissing
from bcdesktop.services import business_centers
from bcdesktop.ui.center.recovery_text_view import RecoveryTextView
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.fields import PasswordField
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.notices import NoticeBar

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class ShowRecoveryTextDialog(QDialog):
    """First the password, then the text with its three ways to keep it."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__(navigator.window)
        self._session, self._actor = session, actor
        self.setObjectName("show_recovery_text_dialog")
        self.setWindowTitle(self.tr("Recovery text"))
        self.recovery_notice = NoticeBar()
        self.confirm_password_edit = PasswordField()
        self.confirm_password_edit.setObjectName("confirm_password_edit")
        self.password_form = Form()
        self.password_form.add("password", self.tr("Your &password"), self.confirm_password_edit)
        self.recovery_text_view = RecoveryTextView(session)
        self.recovery_text_view.failed.connect(self._refused)
        self.recovery_text_view.hide()
        self.close_recovery_button = QPushButton(self.tr("Close"))
        self.close_recovery_button.setObjectName("close_recovery_button")
        self.close_recovery_button.setAutoDefault(False)
        self.close_recovery_button.clicked.connect(self.reject)
        self.show_text_button = QPushButton(self.tr("&Show it"))
        self.show_text_button.setObjectName("show_text_button")
        self.show_text_button.setProperty("kind", "primary")
        self.show_text_button.setDefault(True)
        self.show_text_button.clicked.connect(self.ask)
        self._lay_out()
        self.confirm_password_edit.setFocus()

    def _lay_out(self) -> None:
        sentence = text_label(
            self.tr("Whoever has this text and your password can ask owners in your name. Make sure nobody looks on."),
            "muted",
            wrap=True,
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.close_recovery_button)
        buttons.addWidget(self.show_text_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(text_label(self.tr("Recovery text"), "title"))
        for part in (sentence, self.recovery_notice, self.password_form, self.recovery_text_view):
            layout.addWidget(part)
        layout.addLayout(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 80)

    def ask(self) -> None:
        """Ask for the text with the typed password."""
        self.password_form.clear_errors()
        self.recovery_notice.dismiss()
        if not self.confirm_password_edit.text():
            self.password_form.show_error(ValueMissing("password"))
            return
        self.show_text_button.setEnabled(False)
        password = self.confirm_password_edit.text()
        work = partial(business_centers.recovery_text, self._session.context, self._actor, password)
        self._session.runner.run(self, work, self._show, self._refused)

    def _show(self, text: str) -> None:
        self.confirm_password_edit.clear()
        self.password_form.hide()
        self.show_text_button.hide()
        self.recovery_text_view.set_text(text, self._actor.business_center_name)
        self.recovery_text_view.show()
        self.adjustSize()

    def _refused(self, error: Exception) -> None:
        self.show_text_button.setEnabled(True)
        if not isinstance(error, AppError):
            raise error
        self.recovery_notice.show_error(error)
        self.confirm_password_edit.selectAll()
        self.confirm_password_edit.setFocus()
