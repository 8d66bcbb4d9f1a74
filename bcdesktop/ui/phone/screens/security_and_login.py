"""Security and login of the active account (paths N11 and N12; A4-02, A4-03, A4-06)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import AppError, WrongPasscode
from bcdesktop.profile.errors import PasscodeThrottled
from bcdesktop.ui.phone.error_card import ErrorCard
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.passcode_sheet import PasscodeSheet
from bcdesktop.ui.phone.pieces import Card, Row, text
from bcdesktop.ui.phone.screen import Screen

if TYPE_CHECKING:
    from bcdesktop.services.device_records import SecurityView


class SecurityAndLoginScreen(Screen):
    """The phones, two-step verification, and why nobody needs the password."""

    name = "security_and_login_screen"
    listens_to = frozenset({ChangeKind.DIRECTORY})

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._sheet: PasscodeSheet | None = None
        self.manage_devices_row = Row(self.tr("Manage devices"), "manage_devices_row", icon_name="smartphone")
        self.two_step_check = QCheckBox(self.tr("&Two-step verification"))
        self.two_step_check.setObjectName("two_step_check")
        self.two_step_check.setAccessibleName(self.tr("Two-step verification"))
        self.two_step_check.setEnabled(False)
        self.error = ErrorCard()
        # as long as it will be with the address, so that nothing jumps
        self.two_step_label = text(self._two_step_words(self.tr("your e-mail address")), "muted")
        self.two_step_label.setObjectName("two_step_label")
        self.add_all(
            [
                text(self.tr("Where you are logged in"), "caption"),
                Card(self.manage_devices_row, tight=True),
                text(self.tr("Logging in on another phone"), "caption"),
                Card(self.two_step_check, self.two_step_label),
                self.error,
                text(self.tr("Your password"), "caption"),
                self._password_card(),
            ]
        )
        self.body.addStretch(1)
        self.manage_devices_row.clicked.connect(host.routes.manage_devices)
        self.two_step_check.clicked.connect(self._switch)

    def _password_card(self) -> Card:
        """Return what A4-03, A4-37 and A4-38 come to: nobody needs it, and it is stored nowhere but as its hash."""
        self.password_label = text(
            self.tr(
                "To let others manage the account itself, name and password had to be shared once; scheduling tools "
                "ask for them to this day. Whoever has them can log in as you, change them and lock you out."
            ),
            "muted",
        )
        self.password_label.setObjectName("password_label")
        return Card(
            text(self.tr("Share it with nobody"), "strong"),
            self.password_label,
            text(
                self.tr(
                    "An agency needs no password: it asks, you approve what it may do, and you can take that back. "
                    "Business Center never asks for your password and stores none."
                ),
                "muted",
            ),
        )

    def title(self) -> str:
        """Return the title."""
        return self.tr("Security and login")

    def refresh(self) -> None:
        """Read how it is."""
        from bcdesktop.services import devices

        self.host.run(self, partial(devices.overview, self.host.context, self.host.profile), self._show)

    def _show(self, view: SecurityView) -> None:
        number = len(view.devices)
        phones = self.tr("1 phone") if number == 1 else self.tr("{number} phones").format(number=number)
        self.manage_devices_row.set_value(phones)
        waits = self.tr("A log-in waits for your approval") if view.waiting else ""
        self.manage_devices_row.set_detail(waits)
        self.two_step_check.setEnabled(True)
        self.two_step_check.setChecked(view.two_step)
        self.two_step_label.setText(self._two_step_words(view.email))

    def _two_step_words(self, address: str) -> str:
        words = self.tr(
            "Each new log-in waits until you approve it on a phone that is logged in. Where none is at hand, a "
            "six-digit code sent to {address} does."
        )
        return words.format(address=address)

    def _switch(self, on: bool) -> None:
        self.error.clear()
        if on or not self.host.profile.has_passcode:
            self._send(on, None)
            return
        # the switch shows what counts until the passcode was right
        self.two_step_check.setChecked(True)
        sentence = self.tr("Without it, whoever knows the password can log in on any phone.")
        self._sheet = PasscodeSheet(self.host, self.tr("Turn off"), sentence)
        self._sheet.confirmed.connect(partial(self._send, False))
        self._sheet.closed.connect(self._sheet_closed)
        self._sheet.open()

    def _send(self, on: bool, passcode: str | None) -> None:
        from bcdesktop.services import devices

        self.two_step_check.setEnabled(False)
        work = partial(devices.set_two_step, self.host.context, self.host.profile, on=on, passcode=passcode)
        self.host.run(self, work, self._switched, self._failed)

    def _switched(self, view: SecurityView) -> None:
        self._close_sheet()
        self._show(view)
        self.two_step_check.setFocus(Qt.FocusReason.OtherFocusReason)
        on = self.tr("Two-step verification is on. New log-ins wait for you.")
        self.host.say(on if view.two_step else self.tr("Two-step verification is off."))

    def _failed(self, error: AppError) -> None:
        self.two_step_check.setEnabled(True)
        if isinstance(error, WrongPasscode | PasscodeThrottled) and self._sheet is not None:
            self._sheet.show_error(error)
            return
        self._close_sheet()
        self.error.show_error(error)
        self.refresh()

    def _sheet_closed(self) -> None:
        self._sheet = None

    def _close_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet.close_sheet()
