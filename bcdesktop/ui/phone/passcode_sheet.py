"""Asks for the phone's passcode before something is signed (security.md 1.3, A8)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bcdesktop.core.errors import AppError
from bcdesktop.ui.kit.forms import PasswordField
from bcdesktop.ui.phone.error_card import ErrorCard
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import button, text
from bcdesktop.ui.phone.sheet import Sheet


class PasscodeSheet(Sheet):
    """``confirmed`` carries what was typed; the sheet stays until the caller closes it or shows an error."""

    confirmed = Signal(str)

    def __init__(self, host: Host, verb: str, sentence: str) -> None:
        super().__init__(host.display, "passcode_sheet", self.tr("Passcode of this phone"))
        self.sheet_passcode = PasswordField()
        self.sheet_passcode.setObjectName("sheet_passcode")
        self.sheet_passcode.setAccessibleName(self.tr("Passcode of this phone"))
        self.error = ErrorCard()
        self.confirm_passcode_button = button(verb, "confirm_passcode_button", "primary")
        self.cancel_passcode_button = button(self.tr("Back"), "cancel_passcode_button", "quiet")
        self.body.addWidget(text(sentence, "muted"))
        for widget in (self.sheet_passcode, self.error, self.confirm_passcode_button, self.cancel_passcode_button):
            self.body.addWidget(widget)
        self.sheet_passcode.returnPressed.connect(self._confirm)
        self.confirm_passcode_button.clicked.connect(self._confirm)
        self.cancel_passcode_button.clicked.connect(self.close_sheet)

    def first_focus(self) -> QWidget:
        """Return the field."""
        return self.sheet_passcode

    def _confirm(self) -> None:
        if not self.confirm_passcode_button.isEnabled():
            return
        self.error.clear()
        self.confirm_passcode_button.setEnabled(False)
        self.confirmed.emit(self.sheet_passcode.text())

    def show_error(self, error: AppError) -> None:
        """Show ``error`` and let the person type again."""
        self.confirm_passcode_button.setEnabled(True)
        self.error.show_error(error)
        self.sheet_passcode.setFocus()
        self.sheet_passcode.selectAll()
