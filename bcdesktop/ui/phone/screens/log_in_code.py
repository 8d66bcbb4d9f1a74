"""A computer asks to be logged in with TikTok (decisions.md, Who is who)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bcdesktop.core.clock import unix
from bcdesktop.core.code.errors import CodeExpired
from bcdesktop.core.errors import AppError, RuleRefused, WrongPasscode
from bcdesktop.profile.errors import PasscodeThrottled
from bcdesktop.services.phone_records import ScannedLogIn
from bcdesktop.services.records import LogInPurpose
from bcdesktop.ui.phone.consent_parts import AccountCard, TimeLeft
from bcdesktop.ui.phone.error_card import ErrorCard
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.measures import MEDIUM
from bcdesktop.ui.phone.passcode_sheet import PasscodeSheet
from bcdesktop.ui.phone.pieces import Card, Picture, button, text
from bcdesktop.ui.phone.screen import Screen


class LogInCodeScreen(Screen):
    """Says which computer, and as whom; Decline has the focus."""

    name = "log_in_code_screen"
    passing = True
    resumes = True

    def __init__(self, host: Host, scanned: ScannedLogIn) -> None:
        super().__init__(host)
        self.scanned = scanned
        self._is_stale = False
        self._sheet: PasscodeSheet | None = None
        self.error = ErrorCard()
        self.account = AccountCard(scanned.account, "log_in_switch_button")
        self.computer_label = text(f"“{scanned.computer_name}”", "heading", centred=True)
        self.computer_label.setObjectName("computer_label")
        self.body.addStretch(1)
        self.add_all(
            [
                Picture("monitor", "primary", 3.0),
                text(self.tr("Log in on this computer?"), "title", centred=True),
                self.computer_label,
                text(self._purpose(), "muted", centred=True),
                self.error,
                text(self.tr("As"), "caption"),
                self.account,
                Card(
                    text(self.tr("Only if you sit at that computer yourself"), "strong"),
                    text(
                        self.tr(
                            "Whoever sent you this code as a picture would be logged in as you. The computer never "
                            "learns your password."
                        ),
                        "muted",
                    ),
                ),
            ]
        )
        self.body.addStretch(2)
        self._build_foot()
        host.account_changed.connect(self._set_stale)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self._tick()

    def _purpose(self) -> str:
        if self.scanned.purpose is LogInPurpose.FIRST_START:
            return self.tr("It wants to create a Business Center with your TikTok account.")
        return self.tr("It wants to sign in to the Business Center with your TikTok account.")

    def _build_foot(self) -> None:
        self.time_left = TimeLeft(self.scanned.issued_at, self.scanned.expires_at)
        self.decline_log_in_button = button(self.tr("&Decline"), "decline_log_in_button")
        self.approve_log_in_button = button(self.tr("&Log in"), "approve_log_in_button", "primary")
        pair = QHBoxLayout()
        pair.setSpacing(MEDIUM)
        pair.addWidget(self.decline_log_in_button, 1)
        pair.addWidget(self.approve_log_in_button, 1)
        self.foot.addWidget(self.time_left)
        self.foot.addLayout(pair)
        self.show_foot()
        self.account.switch_button.clicked.connect(self.host.routes.accounts)
        self.decline_log_in_button.clicked.connect(self._decline)
        self.approve_log_in_button.clicked.connect(self._approve)

    def title(self) -> str:
        """Return the title."""
        return self.tr("Log in with TikTok")

    def first_focus(self) -> QWidget:
        """Return Decline."""
        return self.decline_log_in_button

    def refresh(self) -> None:
        """Check the code again after another account became the active one."""
        if self._is_stale:
            self._is_stale = False
            self.host.routes.check(self.scanned.text, in_place=True)

    def _set_stale(self) -> None:
        self._is_stale = True

    def _tick(self) -> None:
        in_time = self.time_left.show_left(self.host.now())
        self.approve_log_in_button.setEnabled(in_time)
        self.decline_log_in_button.setEnabled(in_time)
        if not in_time and self._timer.isActive():
            self._timer.stop()
            self.error.show_error(CodeExpired(unix(self.scanned.expires_at)))

    def _approve(self) -> None:
        self._answer(approved=True)

    def _decline(self) -> None:
        self._answer(approved=False)

    def _answer(self, *, approved: bool) -> None:
        self._approved = approved
        if not self.host.profile.has_passcode:
            self._send(None)
            return
        verb = self.tr("Log in") if approved else self.tr("Decline")
        self._sheet = PasscodeSheet(self.host, verb, self.tr("It signs your answer to the computer."))
        self._sheet.confirmed.connect(self._send)
        self._sheet.closed.connect(self._sheet_closed)
        self._sheet.open()

    def _sheet_closed(self) -> None:
        self._sheet = None

    def _send(self, passcode: str | None) -> None:
        from bcdesktop.services import owner

        answer = owner.approve_log_in if self._approved else owner.decline_log_in
        work = partial(answer, self.host.context, self.host.profile, self.scanned, passcode)
        self.host.run(self, work, self._done, self._failed)

    def _done(self, _result: object) -> None:
        self._close_sheet()
        self.host.routes.logged_in(self.scanned, approved=self._approved)

    def _close_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet.close_sheet()

    def _failed(self, error: AppError) -> None:
        if isinstance(error, WrongPasscode | PasscodeThrottled) and self._sheet is not None:
            self._sheet.show_error(error)
            return
        self._close_sheet()
        if isinstance(error, RuleRefused):
            self.host.routes.failure(error, self.scanned.text)
        else:
            self.error.show_error(error)
