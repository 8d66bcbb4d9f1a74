"""A computer asks to be logged in with TikTok (decisions.md, Who is who)."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from bcdesktop.core.clock import unix
from bcdesktop.core.code.errors import CodeExpired
from bcdesktop.core.errors import AppError
from bcdesktop.services.phone_records import ScannedLogIn
from bcdesktop.services.records import LogInPurpose
from bcdesktop.ui.phone.consent_parts import AccountCard
from bcdesktop.ui.phone.decision_screen import DecisionScreen
from bcdesktop.ui.phone.error_card import ErrorCard
from bcdesktop.ui.phone.host import Host
from bcdesktop.ui.phone.passcode_sheet import PasscodeSheet
from bcdesktop.ui.phone.pieces import Card, Picture, button, text


class LogInCodeScreen(DecisionScreen):
    """Says which computer, and as whom; Decline has the focus."""

    name = "log_in_code_screen"
    passing = True
    resumes = True

    def __init__(self, host: Host, scanned: ScannedLogIn) -> None:
        super().__init__(host, scanned)
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
        self.start_clock()

    def _purpose(self) -> str:
        match self.scanned.purpose:
            case LogInPurpose.FIRST_START:
                return self.tr("It wants to create a Business Center with your TikTok account.")
            case LogInPurpose.SIGN_UP_IN_ADS_MANAGER:
                return self.tr("It wants to create an Ads Manager account with your TikTok account.")
            case LogInPurpose.LINK_IN_ADS_MANAGER:
                return self.tr("It wants to run ads on your TikTok account, for the person signed in there alone.")
            case _:
                return self.tr("It wants to sign in with your TikTok account.")

    def _build_foot(self) -> None:
        self.decline_log_in_button = button(self.tr("&Decline"), "decline_log_in_button")
        self.approve_log_in_button = button(self.tr("&Log in"), "approve_log_in_button", "primary")
        self.build_foot(self.decline_log_in_button, self.approve_log_in_button)
        self.account.switch_button.clicked.connect(self.host.routes.accounts)
        self.decline_log_in_button.clicked.connect(self._decline)
        self.approve_log_in_button.clicked.connect(self._approve)

    def title(self) -> str:
        """Return the title."""
        return self.tr("Log in with TikTok")

    def first_focus(self) -> QWidget:
        """Return Decline."""
        return self.decline_log_in_button

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
        sheet = PasscodeSheet(self.host, verb, self.tr("It signs your answer to the computer."))
        sheet.confirmed.connect(self._send)
        self._open_sheet(sheet)

    def _send(self, passcode: str | None) -> None:
        from bcdesktop.services import owner

        answer = owner.approve_log_in if self._approved else owner.decline_log_in
        work = partial(answer, self.host.context, self.host.profile, self.scanned, passcode)
        self.host.run(self, work, self._done, self._failed)

    def _done(self, _result: object) -> None:
        self._close_sheet()
        self.host.routes.logged_in(self.scanned, approved=self._approved)

    def show_trouble(self, error: AppError) -> None:
        """Show on the screen what is no refusal of the code."""
        self.error.show_error(error)
