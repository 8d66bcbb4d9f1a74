"""Add TikTok account: a thin skin over ``core.flows.add_tiktok_account`` (domain.md 3.2, 3.6, 3.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWizard

from bcdesktop.core.errors import InputRefused
from bcdesktop.core.flows.add_tiktok_account import AddTikTokAccount
from bcdesktop.services.errors import AlreadyLinked, HandleUnknown, NoHandleForNotification
from bcdesktop.services.relink_errors import EndedOnPurpose
from bcdesktop.ui.center.dialogs.guide import show_guide
from bcdesktop.ui.center.wizards.add_tiktok_account_pages.before_you_start import BeforeYouStartPage
from bcdesktop.ui.center.wizards.add_tiktok_account_pages.choices import SendingPage, WayPage
from bcdesktop.ui.center.wizards.add_tiktok_account_pages.claim_warning import ClaimWarningPage
from bcdesktop.ui.center.wizards.add_tiktok_account_pages.permissions import PermissionsPage
from bcdesktop.ui.center.wizards.add_tiktok_account_pages.recipient import RecipientPage
from bcdesktop.ui.center.wizards.add_tiktok_account_pages.summary import SummaryPage
from bcdesktop.ui.center.wizards.flow_wizard import FlowWizard

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor, RequestRow
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session

_PAGES = (BeforeYouStartPage, WayPage, SendingPage, ClaimWarningPage, PermissionsPage, RecipientPage, SummaryPage)
_HANDLE_ERRORS = (HandleUnknown, NoHandleForNotification)


class AddTikTokAccountWizard(FlowWizard):
    """Opens beside the window, so that the guide and the pages can be used meanwhile."""

    _made = Signal(object)

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        flow = AddTikTokAccount(session.context.clock)
        super().__init__(navigator, flow, "add_tiktok_account_wizard", self.tr("Add TikTok account"))
        self.setOption(QWizard.WizardOption.HaveHelpButton)
        pages = [make(session, actor, flow) for make in _PAGES]
        for page in pages:
            page.path_changed.connect(self.mark_step)
        self.add_pages(pages)
        self._connect_pages()
        self.name_buttons(self.tr("&Generate QR code"))
        guide = self.name_button(QWizard.WizardButton.HelpButton, "guide_button", self.tr("G&uide"))
        guide.setShortcut(QKeySequence("F1"))
        guide.setToolTip(self.tr("Open the step-by-step guide beside this (F1)"))
        self.restart()

    def _connect_pages(self) -> None:
        recipient, summary = self.pages_by_step["recipient"], self.pages_by_step["summary"]
        recipient.more_permissions_wanted.connect(self.back)
        summary.made.connect(self._end)
        summary.refused.connect(self._show_refusal)
        self.helpRequested.connect(self.show_guide)
        # queued: with a runner that delivers at once the wizard is still asking whether it may finish
        self._made.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    def suggest_handle(self, handle: str) -> None:
        """Fill in the account that is asked, where nothing was typed yet; it can be changed."""
        edit = self.pages_by_step["recipient"].handle_edit
        if handle and not edit.text().strip():
            edit.setText(f"@{handle.removeprefix('@')}")

    def show_guide(self) -> None:
        """Open the guide beside this."""
        show_guide(self.navigator, may_add=False, is_admin=True)

    def _show_refusal(self, error: Exception) -> None:
        """Go back to the page of the field that was refused; anything else is shown on the last page."""
        if isinstance(error, EndedOnPurpose):
            self.go_back_to("recipient")
            self.pages_by_step["recipient"].show_error(error)
            return
        field = "expected_handle" if isinstance(error, _HANDLE_ERRORS) else getattr(error, "field", "")
        if isinstance(error, (InputRefused, *_HANDLE_ERRORS)):
            for page in self.pages_by_step.values():
                if page.form is not None and field in page.form.fields() and page.step in self.flow.path():
                    self.go_back_to(page.step)
                    page.show_error(error)
                    return
        summary = self.pages_by_step["summary"]
        if isinstance(error, AlreadyLinked):
            link_id = error.link_id
            self._linked_id = link_id
            summary.notice.show_error(error, action=self.tr("Show the account"), on_action=self._show_account)
            return
        summary.show_error(error)

    def _show_account(self) -> None:
        self.navigator.go("tiktok_accounts", link_id=self._linked_id)
        self.reject()

    def _end(self, row: RequestRow) -> None:
        self._made.emit(row)

    def _finish(self, row: RequestRow) -> None:
        self.accept()
        self.navigator.open_code(row.id)
