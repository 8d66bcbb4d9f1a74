"""After the password: the code of the authenticator app, or a recovery code in its place (security.md 2.7)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from bcdesktop.core.errors import InputRefused, ValueMissing
from bcdesktop.ui.kit.cards import Card, text_label
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.waiting_button import WaitingButton


class SecondStepPane(Card):
    """``submitted`` carries what was typed."""

    submitted = Signal(str)
    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("second_step_pane")
        self.title_label.setText(self.tr("One more step"))
        self.title_label.show()
        self.body.setSpacing(12)
        self.second_step_form = Form()
        self.second_step_edit = self._field("second_step_edit")
        self.sign_in_recovery_code_edit = self._field("sign_in_recovery_code_edit")
        self.second_step_form.add(
            "code",
            self.tr("&Code of the app"),
            self.second_step_edit,
            help=self.tr("The six digits your authenticator app shows for Business Center Desktop."),
        )
        self.second_step_form.add(
            "recovery_code",
            self.tr("&Recovery code"),
            self.sign_in_recovery_code_edit,
            help=self.tr("One of the ten codes you were given with the app, such as XXXXX-XXXXX. Each works once."),
        )
        self.use_recovery_code_button = QPushButton()
        self.use_recovery_code_button.setObjectName("use_recovery_code_button")
        self.use_recovery_code_button.setProperty("kind", "quiet")
        self.use_recovery_code_button.clicked.connect(self._change_way)
        self.second_step_button = WaitingButton(self.tr("Sign &in"), self.tr("Signing in…"))
        self.second_step_button.setObjectName("second_step_button")
        self.second_step_button.setProperty("kind", "primary")
        self.second_step_button.clicked.connect(self.submit)
        self.back_from_second_step_button = QPushButton(self.tr("&Back"))
        self.back_from_second_step_button.setObjectName("back_from_second_step_button")
        self.back_from_second_step_button.clicked.connect(self.back_requested)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.use_recovery_code_button, None, self.back_from_second_step_button, self.second_step_button):
            buttons.addStretch(1) if button is None else buttons.addWidget(button)
        self.body.addWidget(text_label(self.tr("The password is right. Now show that it is you."), wrap=True))
        self.body.addWidget(self.second_step_form)
        self.body.addLayout(buttons)
        self._show_way(recovery=False)

    def _field(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(name)
        field.returnPressed.connect(self.submit)
        return field

    def begin(self) -> None:
        """Ask for a new code of the app."""
        self.second_step_edit.clear()
        self.sign_in_recovery_code_edit.clear()
        self.second_step_form.clear_errors()
        self._show_way(recovery=False)

    def _change_way(self) -> None:
        self._show_way(recovery=not self._by_recovery_code)

    def _show_way(self, *, recovery: bool) -> None:
        self._by_recovery_code = recovery
        self.second_step_form.set_field_visible("code", not recovery)
        self.second_step_form.set_field_visible("recovery_code", recovery)
        self.use_recovery_code_button.setText(
            self.tr("&Use the app instead") if recovery else self.tr("&Use a recovery code")
        )
        self._shown().setFocus()

    def _shown(self) -> QLineEdit:
        return self.sign_in_recovery_code_edit if self._by_recovery_code else self.second_step_edit

    def submit(self) -> None:
        """Go on with what was typed."""
        if not self.second_step_button.isEnabled():
            return
        self.second_step_form.clear_errors()
        if self._shown().text().strip():
            self.submitted.emit(self._shown().text())
        else:
            self.show_error(ValueMissing("code"))

    def show_error(self, error: InputRefused) -> bool:
        """Show what is wrong with the code at the field in view; False for another field."""
        if error.field != "code":
            return False
        shown = replace(error, field="recovery_code") if self._by_recovery_code else error
        self.second_step_form.show_error(shown)
        self._shown().selectAll()
        return True
