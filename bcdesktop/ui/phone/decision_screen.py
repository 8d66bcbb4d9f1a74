"""What every screen that answers a code shares: two buttons, the time left, the sheet for the passcode, what failed."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from bcdesktop.core.errors import AppError, RuleRefused, WrongPasscode
from bcdesktop.profile.errors import PasscodeThrottled
from bcdesktop.services.phone_records import ScannedLogIn, ScannedRequest
from bcdesktop.ui.phone.consent_parts import TimeLeft
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.measures import MEDIUM
from bcdesktop.ui.phone.screen import Screen
from bcdesktop.ui.phone.sheet import Sheet


class DecisionScreen(Screen):
    """Base of the consent and the log-in screen. A subclass gives ``_tick`` and ``show_trouble``."""

    errors_of_sheet: tuple[type[AppError], ...] = (WrongPasscode, PasscodeThrottled)
    """What is said on the open sheet, since something typed there is wrong."""

    def __init__(self, host: Host, scanned: ScannedRequest | ScannedLogIn) -> None:
        super().__init__(host)
        self.scanned = scanned
        self._is_stale = False
        self._sheet: Sheet | None = None

    def build_foot(self, decline: QPushButton, accept: QPushButton) -> None:
        """Put the time left over the two buttons."""
        self.time_left = TimeLeft(self.scanned.issued_at, self.scanned.expires_at)
        pair = QHBoxLayout()
        pair.setSpacing(MEDIUM)
        pair.addWidget(decline, 1)
        pair.addWidget(accept, 1)
        self.foot.addWidget(self.time_left)
        self.foot.addLayout(pair)
        self.show_foot()

    def start_clock(self) -> None:
        """Count the time down, and notice when another account becomes the active one."""
        self.host.account_changed.connect(self._set_stale)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self._tick()

    def refresh(self) -> None:
        """Check the code again after another account became the active one."""
        if self._is_stale:
            self._is_stale = False
            self.host.routes.check(self.scanned.text, in_place=True)

    def show_trouble(self, error: AppError) -> None:
        """Show on the screen what is no refusal of the code."""
        raise NotImplementedError

    def _tick(self) -> None:
        raise NotImplementedError

    def _set_stale(self) -> None:
        self._is_stale = True

    def _open_sheet(self, sheet: Sheet) -> None:
        self._sheet = sheet
        sheet.closed.connect(self._sheet_closed)
        sheet.open()

    def _sheet_closed(self) -> None:
        self._sheet = None
        self._tick()

    def _close_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet.close_sheet()

    def _failed(self, error: AppError) -> None:
        if isinstance(error, self.errors_of_sheet) and self._sheet is not None:
            self._sheet.show_error(error)
            return
        self._close_sheet()
        self._tick()
        if isinstance(error, RuleRefused):
            self.host.routes.failure(error, self.scanned.text)
        else:
            self.show_trouble(error)
