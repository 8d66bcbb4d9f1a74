"""Where the six digits of a mail are asked for and typed (A4-09)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from bcdesktop.core.errors import AppError, InputRefused
from bcdesktop.services.device_errors import DeviceCodeExpired, DeviceCodeUsedUp
from bcdesktop.ui.kit.forms import Form
from bcdesktop.ui.kit.time_text import countdown
from bcdesktop.ui.phone.error_card import ErrorCard
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.measures import MEDIUM
from bcdesktop.ui.phone.pieces import button, text

if TYPE_CHECKING:
    from bcdesktop.services.device_records import SentCode


class CodeEntry(QWidget):
    """First offers to send a code; then takes it. Whoever uses it does both and says how it went."""

    send_wanted = Signal()
    entered = Signal(str)
    grown = Signal()
    """More is shown than before, and it may lie below what is in view."""

    def __init__(self, host: Host, send_words: str, enter_words: str, kind: str) -> None:
        super().__init__()
        self._host = host
        self._expires_at: datetime | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        self.send_code_button = button(send_words, "send_code_button", "primary")
        self.sent_label = text("")
        self.sent_label.setObjectName("sent_label")
        self.form = Form()
        self.device_code = QLineEdit()
        self.device_code.setObjectName("device_code")
        self.device_code.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.form.add("code", self.tr("Six-digit &code"), self.device_code)
        self.code_left_label = text("", "small")
        self.code_left_label.setObjectName("code_left_label")
        self.error = ErrorCard()
        self.enter_code_button = button(enter_words, "enter_code_button", kind)
        self.send_again_button = button(self.tr("Send a &new code"), "send_again_button", "quiet")
        self._of_entry = (self.sent_label, self.form, self.code_left_label)
        for part in (
            self.send_code_button,
            *self._of_entry,
            self.error,
            self.enter_code_button,
            self.send_again_button,
        ):
            column.addWidget(part)
        for part in (*self._of_entry, self.enter_code_button, self.send_again_button):
            part.hide()
        self.send_code_button.clicked.connect(self._send)
        self.send_again_button.clicked.connect(self._send)
        self.enter_code_button.clicked.connect(self._enter)
        self.device_code.returnPressed.connect(self._enter)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)

    def _send(self) -> None:
        self.error.clear()
        self.form.clear_errors()
        self.send_code_button.setEnabled(False)
        self.send_again_button.setEnabled(False)
        self.send_wanted.emit()

    def show_sent(self, sent: SentCode) -> None:
        """Say where the code went and let it be typed."""
        self._expires_at = sent.expires_at
        words = self.tr("A code was sent to {address}. It can be typed {tries} times at most.")
        self.sent_label.setText(words.format(address=sent.to_address, tries=sent.tries))
        self.send_code_button.hide()
        for part in (*self._of_entry, self.enter_code_button, self.send_again_button):
            part.show()
        self.send_again_button.setEnabled(True)
        self.enter_code_button.setEnabled(True)
        self.device_code.clear()
        self.device_code.setFocus(Qt.FocusReason.OtherFocusReason)
        self._timer.start()
        self._tick()
        self.grown.emit()

    def show_not_sent(self, error: AppError) -> None:
        """Say why no code was sent; a code sent before may still be typed."""
        self.send_code_button.setEnabled(True)
        self.send_again_button.setEnabled(True)
        self.error.show_error(error)
        self.grown.emit()

    def show_refused(self, error: AppError) -> None:
        """Say what is wrong with the code; what was typed stays to be looked at."""
        counts_no_more = isinstance(error, DeviceCodeUsedUp | DeviceCodeExpired)
        self.enter_code_button.setEnabled(not counts_no_more)
        if counts_no_more:
            self._expires_at = None
            self._timer.stop()
            self.code_left_label.hide()
        if isinstance(error, InputRefused) and self.form.show_error(error):
            self.device_code.setFocus(Qt.FocusReason.OtherFocusReason)
            self.device_code.selectAll()
            return
        self.error.show_error(error)
        self.grown.emit()
        if counts_no_more:
            self.send_again_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self) -> None:
        if not self.enter_code_button.isEnabled():
            return
        self.error.clear()
        self.form.clear_errors()
        self.enter_code_button.setEnabled(False)
        self.entered.emit(self.device_code.text())

    def _tick(self) -> None:
        if self._expires_at is None:
            return
        left = self._expires_at - self._host.now()
        if left.total_seconds() <= 0:
            self.show_refused(DeviceCodeExpired())
        else:
            self.code_left_label.setText(self.tr("Good for {time} more").format(time=countdown(left)))
