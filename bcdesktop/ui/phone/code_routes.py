"""The ways a code takes through the phone: found, checked, answered or refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bcdesktop.core.errors import AppError
from bcdesktop.ui.phone.screen import Screen

if TYPE_CHECKING:
    from bcdesktop.core.permissions import PermissionSet
    from bcdesktop.services.phone_records import (
        Delivery,
        ScannedAnswer,
        ScannedCard,
        ScannedCode,
        ScannedLogIn,
        ScannedRequest,
        ScannedRevocation,
    )
    from bcdesktop.ui.phone.host import Host


class CodeRoutes(QObject):
    """The part of ``Routes`` that codes go through."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._host = host

    def found(self, code_text: str, *, source: str = "") -> None:
        """Say what kind of code was found, before anything is done with it."""
        from bcdesktop.ui.phone.screens.found_code import FoundCodeScreen

        self._push(FoundCodeScreen(self._host, code_text, source=source))

    def check(self, code_text: str, *, in_place: bool = False) -> None:
        """Verify a code and go on to its screen; ``in_place`` replaces the screen in view."""
        from bcdesktop.ui.phone.screens.check import CheckScreen

        screen = CheckScreen(self._host, code_text)
        if in_place:
            self._host.navigator.replace(screen)
        else:
            self._push(screen)

    def scanned(self, scanned: ScannedCode) -> None:
        """Show what a verified code asks; Back skips the check."""
        from bcdesktop.services import phone_records as records

        kinds = {
            records.ScannedRequest: self._consent,
            records.ScannedLogIn: self._log_in_code,
            records.ScannedCard: self._card,
            records.ScannedAnswer: self._foreign_answer,
            records.ScannedRevocation: self._foreign_revocation,
        }
        kinds[type(scanned)](scanned)

    def _consent(self, scanned: ScannedRequest) -> None:
        from bcdesktop.ui.phone.screens.consent import ConsentScreen

        self._host.navigator.replace(ConsentScreen(self._host, scanned))

    def _log_in_code(self, scanned: ScannedLogIn) -> None:
        from bcdesktop.ui.phone.screens.log_in_code import LogInCodeScreen

        self._host.navigator.replace(LogInCodeScreen(self._host, scanned))

    def _card(self, scanned: ScannedCard) -> None:
        from bcdesktop.ui.phone.screens.card import CardScreen

        self._host.navigator.replace(CardScreen(self._host, scanned))

    def _foreign_answer(self, scanned: ScannedAnswer) -> None:
        from bcdesktop.ui.phone.screens.foreign_answer import ForeignAnswerScreen

        self._host.navigator.replace(ForeignAnswerScreen(self._host, scanned))

    def _foreign_revocation(self, scanned: ScannedRevocation) -> None:
        from bcdesktop.ui.phone.screens.foreign_revocation import ForeignRevocationScreen

        self._host.navigator.replace(ForeignRevocationScreen(self._host, scanned))

    def failure(self, error: AppError, code_text: str) -> None:
        """Show why a code cannot be used, with what to do; takes the place of the screen in view."""
        from bcdesktop.ui.phone.screens.failure import FailureScreen

        self._host.navigator.replace(FailureScreen(self._host, error, code_text))

    def approved(self, scanned: ScannedRequest, delivery: Delivery, permissions: PermissionSet) -> None:
        """Show what came of Authorize."""
        from bcdesktop.ui.phone.screens.result import ApprovedScreen

        self._finish(ApprovedScreen(self._host, scanned, delivery, permissions))

    def declined(self, scanned: ScannedRequest, delivery: Delivery) -> None:
        """Show what came of Decline."""
        from bcdesktop.ui.phone.screens.result import DeclinedScreen

        self._finish(DeclinedScreen(self._host, scanned, delivery))

    def logged_in(self, scanned: ScannedLogIn, *, approved: bool) -> None:
        """Show what came of a log-in code."""
        from bcdesktop.ui.phone.screens.result import LogInDecidedScreen

        self._finish(LogInDecidedScreen(self._host, scanned, approved=approved))

    def carry_answer(self, answer_text: str) -> None:
        """Show an answer that has to travel as a code, a file or text."""
        from bcdesktop.ui.phone.screens.carry_answer import CarryAnswerScreen

        self._push(CarryAnswerScreen(self._host, answer_text))

    def _push(self, screen: Screen) -> None:
        self._host.navigator.push(screen)

    def _finish(self, screen: Screen) -> None:
        self._host.navigator.finish(screen)
