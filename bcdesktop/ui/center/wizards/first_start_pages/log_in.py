"""Step 1: log in with TikTok by a code that the Phone approves (A4-13)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWizard

from bcdesktop.core.flows.first_start import LogIn
from bcdesktop.services.records import LogInPurpose, LogInRow
from bcdesktop.ui.center.wizards.first_start_pages.base import FirstStartPage
from bcdesktop.ui.kit.log_in_code import LogInCodeView

if TYPE_CHECKING:
    from bcdesktop.ui.center.wizards.first_start_pages.state import FirstStartState
    from bcdesktop.ui.kit.session import Session


class LogInPage(FirstStartPage):
    """Complete once the Phone approved; an approved log-in is not asked for again."""

    step = "log_in"
    phone_requested = Signal()

    def __init__(self, session: Session, state: FirstStartState) -> None:
        super().__init__(session, state, "", "")
        self.title_label.setText(self.tr("Log in with TikTok"))
        self.sentence_label.setText(
            self.tr("Scan this code with the Phone of this program. No TikTok password is ever typed here.")
        )
        self.log_in_code_view = LogInCodeView(session, LogInPurpose.FIRST_START)
        self.log_in_code_view.setObjectName("log_in_code_view")
        self.log_in_code_view.approved.connect(self._approved)
        self.log_in_code_view.failed.connect(self.show_error)
        self.log_in_code_view.phone_requested.connect(self.phone_requested)
        self.body.addWidget(self.log_in_code_view, 1)

    def initializePage(self) -> None:
        """Show the approved log-in of before, a code that still waits, or a new one."""
        self.log_in_code_view.start(self.state.log_in)

    def isComplete(self) -> bool:
        """Whether the Phone approved."""
        return self.log_in_code_view.is_approved

    def answer(self) -> LogIn:
        """Return the approved log-in."""
        row = self.log_in_code_view.row
        return LogIn("", "") if row is None else LogIn(row.id, row.handle or "")

    def cleanupPage(self) -> None:
        """There is no step before this one."""
        self.keep()

    def keep(self) -> None:
        """Keep the code, approved or waiting."""
        self.state.log_in = self.log_in_code_view.row

    def _approved(self, row: LogInRow) -> None:
        self.state.log_in = row
        self.notice.dismiss()
        self.completeChanged.emit()
        wizard = self.wizard()
        if wizard is not None:
            wizard.button(QWizard.WizardButton.NextButton).setFocus()
