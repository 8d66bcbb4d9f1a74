"""Another phone wants to log in under two-step verification: this one says whether it may (A4-06)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import AppError, WrongPasscode
from bcdesktop.profile.errors import PasscodeThrottled
from bcdesktop.services.device_errors import DeviceLogInOver
from bcdesktop.ui.kit.time_text import short
from bcdesktop.ui.phone.consent_parts import TimeLeft
from bcdesktop.ui.phone.error_card import ErrorCard
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.measures import MEDIUM
from bcdesktop.ui.phone.passcode_sheet import PasscodeSheet
from bcdesktop.ui.phone.pieces import Card, Picture, button, text
from bcdesktop.ui.phone.screen import Screen

if TYPE_CHECKING:
    from bcdesktop.services.device_records import LogInRequest


class ApproveDeviceScreen(Screen):
    """Which phone, for which account, when; Decline has the focus."""

    name = "approve_device_screen"
    listens_to = frozenset({ChangeKind.DIRECTORY})

    def __init__(self, host: Host, request: LogInRequest) -> None:
        super().__init__(host)
        self._request = request
        self._sheet: PasscodeSheet | None = None
        self._decided = False
        self.new_phone_label = text(f"“{request.phone_name}”", "heading", centred=True)
        self.new_phone_label.setObjectName("new_phone_label")
        asked = self.tr("as @{handle}, asked {time}").format(handle=request.handle, time=short(request.created_at))
        self.asked_label = text(asked, "muted", centred=True)
        self.asked_label.setObjectName("asked_label")
        self.question_label = text(self.tr("Log in on this phone?"), "title", centred=True)
        self.error = ErrorCard()
        self.only_you = Card(
            text(self.tr("Only if you are logging in there yourself"), "strong"),
            text(
                self.tr(
                    "Whoever asks knows the password. An approved phone can answer requests for you and read what you "
                    "read. If it is not you, decline."
                ),
                "muted",
            ),
        )
        self.body.addStretch(1)
        self.add_all(
            [
                Picture("smartphone", "primary", 3.0),
                self.question_label,
                self.new_phone_label,
                self.asked_label,
                self.error,
                self.only_you,
            ]
        )
        self.body.addStretch(2)
        self._build_foot()
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self._tick()

    def _build_foot(self) -> None:
        self.time_left = TimeLeft(self._request.created_at, self._request.expires_at)
        self.decline_device_button = button(self.tr("&Decline"), "decline_device_button")
        self.approve_device_button = button(self.tr("&Approve"), "approve_device_button", "primary")
        self.done_button = button(self.tr("Done"), "approve_done_button", "primary")
        self.done_button.hide()
        pair = QHBoxLayout()
        pair.setSpacing(MEDIUM)
        pair.addWidget(self.decline_device_button, 1)
        pair.addWidget(self.approve_device_button, 1)
        self.foot.addWidget(self.time_left)
        self.foot.addLayout(pair)
        self.foot.addWidget(self.done_button)
        self.show_foot()
        self.decline_device_button.clicked.connect(self._decline)
        self.approve_device_button.clicked.connect(self._approve)
        self.done_button.clicked.connect(self._leave)

    def title(self) -> str:
        """Return the title."""
        return self.tr("Log-in on another phone")

    def first_focus(self) -> QWidget:
        """Return Decline."""
        return self.decline_device_button

    def refresh(self) -> None:
        """Look whether it still waits."""
        from bcdesktop.services import devices

        if not self._decided:
            self.host.run(self, partial(devices.waiting, self.host.context, self.host.profile), self._look)

    def _look(self, waiting: tuple[LogInRequest, ...]) -> None:
        if not self._decided and all(request.id != self._request.id for request in waiting):
            self._end()
            self.error.show_error(DeviceLogInOver("expired"))

    def _decline(self) -> None:
        from bcdesktop.services import devices

        self._run(
            partial(devices.decline_log_in, self.host.context, self.host.profile, self._request.id), self._declined
        )

    def _approve(self) -> None:
        if not self.host.profile.has_passcode:
            self._send(None)
            return
        self._sheet = PasscodeSheet(self.host, self.tr("Approve"), self.tr("It lets the other phone in."))
        self._sheet.confirmed.connect(self._send)
        self._sheet.closed.connect(self._sheet_closed)
        self._sheet.open()

    def _send(self, passcode: str | None) -> None:
        from bcdesktop.services import devices

        host, log_in_id = self.host, self._request.id
        self._run(partial(devices.approve_log_in, host.context, host.profile, log_in_id, passcode), self._approved)

    def _run(self, work: Callable[[], None], done: Callable[[None], None]) -> None:
        self.error.clear()
        self._set_enabled(False)
        self._decided = True
        self.host.run(self, work, done, self._failed)

    def _approved(self, _result: object) -> None:
        self._close_sheet()
        self._end()
        words = self.tr("“{phone}” is let in").format(phone=self._request.phone_name)
        detail = self.tr("It is in Manage devices from now on, where you can remove it.")
        self.error.show_words(words, detail, kind="success")

    def _declined(self, _result: object) -> None:
        self._end()
        words = self.tr("Declined: nobody was let in")
        detail = self.tr("If it was not you, somebody knows your password. Keep two-step verification on.")
        self.error.show_words(words, detail, kind="success")

    def _failed(self, error: AppError) -> None:
        self._decided = False
        self._set_enabled(True)
        if isinstance(error, WrongPasscode | PasscodeThrottled) and self._sheet is not None:
            self._sheet.show_error(error)
            return
        self._close_sheet()
        if isinstance(error, DeviceLogInOver):
            self._end()
        self.error.show_error(error)

    def _end(self) -> None:
        """Nothing is to be decided any more."""
        self._decided = True
        self._timer.stop()
        buttons = (self.decline_device_button, self.approve_device_button)
        for part in (self.question_label, self.time_left, *buttons, self.only_you):
            part.hide()
        self.done_button.show()
        self.done_button.setFocus()

    def _set_enabled(self, enabled: bool) -> None:
        self.decline_device_button.setEnabled(enabled)
        self.approve_device_button.setEnabled(enabled)

    def _tick(self) -> None:
        if not self.time_left.show_left(self.host.now()):
            self._timer.stop()
            self.refresh()

    def _leave(self) -> None:
        if not self.host.navigator.pop():
            self.host.routes.home()

    def _sheet_closed(self) -> None:
        self._sheet = None

    def _close_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet.close_sheet()
