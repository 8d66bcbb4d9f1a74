"""The lock screen: the time, and the passcode."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from bcdesktop.core.errors import AppError
from bcdesktop.store.places import EXAMPLE_STORE_NAME
from bcdesktop.ui.kit.forms import PasswordField
from bcdesktop.ui.kit.time_text import date_text
from bcdesktop.ui.phone.error_card import ErrorCard
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.pieces import Picture, button, text
from bcdesktop.ui.phone.screen import Screen
from bcdesktop.ui.phone.status_bar import clock_text


class LockScreen(Screen):
    """Nothing of the phone is to be seen until the passcode was typed."""

    name = "lock_screen"
    header = False
    can_leave = False
    wallpaper = True

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self.add_gap()
        self.body.addWidget(Picture("lock", "text", 1.6))
        self.lock_time_label = text("", "clock", centred=True)
        self.lock_date_label = text("", "muted", centred=True)
        self.add_all([self.lock_time_label, self.lock_date_label])
        self.body.addStretch(1)
        self.unlock_passcode = PasswordField()
        self.unlock_passcode.setObjectName("unlock_passcode")
        self.unlock_passcode.setAccessibleName(self.tr("Passcode of this phone"))
        self.unlock_passcode.setPlaceholderText(self.tr("Passcode"))
        self.unlock_passcode.setMaxLength(64)
        self.error = ErrorCard()
        self.unlock_button = button(self.tr("Unlock"), "unlock_button", "primary")
        self.add_all([self.error, self.unlock_passcode, self.unlock_button])
        if host.context.store.path.name == EXAMPLE_STORE_NAME:
            from bcdesktop.services.example import EXAMPLE_PASSCODE

            hint = self.tr("This phone belongs to the example. Its passcode is {passcode}.")
            self.body.addWidget(text(hint.format(passcode=EXAMPLE_PASSCODE), "small", centred=True))
        self.body.addStretch(1)
        self.unlock_passcode.returnPressed.connect(self._unlock)
        self.unlock_button.clicked.connect(self._unlock)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._show_time)
        self._timer.start()
        self._show_time()

    def first_focus(self) -> QWidget:
        """Return the field of the passcode."""
        return self.unlock_passcode

    def _show_time(self) -> None:
        self.lock_time_label.setText(clock_text(self.host.context.clock))
        self.lock_date_label.setText(date_text(self.host.now()))

    def _unlock(self) -> None:
        self.error.clear()
        self.unlock_button.setEnabled(False)
        work = partial(self.host.profile.unlock, self.unlock_passcode.text())
        self.host.run(self, work, self._unlocked, self._failed)

    def _unlocked(self, _result: object) -> None:
        self.host.routes.home()
        self.host.news.start()

    def _failed(self, error: AppError) -> None:
        self.unlock_button.setEnabled(True)
        self.error.show_error(error)
        self.unlock_passcode.selectAll()
        self.unlock_passcode.setFocus()
