"""Add TikTok account: a thin skin over ``core.flows.add_tiktok_account`` (domain.md 3.2, 3.6, 3.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QWizard

from bcdesktop.core.errors import InputRefused
from bcdesktop.core.flows.add_tiktok_account import AddTikTokAccount
from bcdesktop.services.errors import AlreadyLinked, HandleUnknown, NoHandleForNotification
from bcdesktop.ui.center.dialogs.guide import show_guide
from bcdesktop.ui.center.wizards.add_tiktok_account_pages.before_you_start import BeforeYouStartPage
from bcdesktop.ui.center.wizards.add_tiktok_account_pages.choices import SendingPage, WayPage
from bcdesktop.ui.center.wizards.add_tiktok_account_pages.claim_warning import ClaimWarningPage
from bcdesktop.ui.center.wizards.add_tiktok_account_pages.permissions import PermissionsPage
from bcdesktop.ui.center.wizards.add_tiktok_account_pages.recipient import RecipientPage
from bcdesktop.ui.center.wizards.add_tiktok_account_pages.summary import SummaryPage
from bcdesktop.ui.center.wizards.step_list import StepList
from bcdesktop.ui.kit.theme import restyle

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor, RequestRow
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.center.wizards.add_tiktok_account_pages.base import AddPage
    from bcdesktop.ui.kit.session import Session

_PAGES = (BeforeYouStartPage, WayPage, SendingPage, ClaimWarningPage, PermissionsPage, RecipientPage, SummaryPage)
_HANDLE_ERRORS = (HandleUnknown, NoHandleForNotification)


class AddTikTokAccountWizard(QWizard):
    """Opens beside the window, so that the guide and the pages can be used meanwhile."""

    _made = Signal(object)

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__(navigator.window)
        self._navigator = navigator
        self.flow = AddTikTokAccount(session.context.clock)
        self.setObjectName("add_tiktok_account_wizard")
        self.setWindowTitle(self.tr("Add TikTok account"))
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        options = QWizard.WizardOption
        self.setOptions(options.NoBackButtonOnStartPage | options.HaveHelpButton)
        self.step_list = StepList(("",))
        self.setSideWidget(self.step_list)
        self.pages_by_step: dict[str, AddPage] = {}
        for make in _PAGES:
            page = make(session, actor, self.flow)
            page.path_changed.connect(self._mark)
            self.pages_by_step[page.step] = page
            self.addPage(page)
            # after QWizard's own connection, so that Next is no longer grey and can take the focus
            page.completeChanged.connect(self._completed)
        self._connect_pages()
        self._name_buttons()
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.setMinimumSize(letter * 116, line * 32)
        self.resize(letter * 134, line * 43)
        self.restart()

    def _connect_pages(self) -> None:
        recipient, summary = self.pages_by_step["recipient"], self.pages_by_step["summary"]
        recipient.more_permissions_wanted.connect(self.back)
        summary.made.connect(self._end)
        summary.refused.connect(self._show_refusal)
        self.currentIdChanged.connect(self._entered)
        self.helpRequested.connect(self.show_guide)
        # queued: with a runner that delivers at once the wizard is still asking whether it may finish
        self._made.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    def _name_buttons(self) -> None:
        kinds = QWizard.WizardButton
        for kind, name, text, style in (
            (kinds.BackButton, "back_button", self.tr("&Back"), ""),
            (kinds.NextButton, "next_button", self.tr("&Next"), "primary"),
            (kinds.FinishButton, "finish_button", self.tr("&Generate QR code"), "primary"),
            (kinds.CancelButton, "cancel_button", self.tr("Cancel"), ""),
            (kinds.HelpButton, "guide_button", self.tr("G&uide"), ""),
        ):
            self.setButtonText(kind, text)
            button = self.button(kind)
            button.setObjectName(name)
            button.setProperty("kind", style)
            restyle(button)
        guide = self.button(kinds.HelpButton)
        guide.setShortcut(QKeySequence("F1"))
        guide.setToolTip(self.tr("Open the step-by-step guide beside this (F1)"))

    def id_of(self, step: str) -> int:
        """Return the id of the page of a step."""
        return next(page_id for page_id in self.pageIds() if self.page(page_id) is self.pages_by_step[step])

    def open(self) -> None:
        """Show it beside the window."""
        self.show()

    def show_guide(self) -> None:
        """Open the guide beside this."""
        show_guide(self._navigator, may_add=False)

    def _entered(self, page_id: int) -> None:
        self._mark()
        if page_id < 0:
            return
        kinds = QWizard.WizardButton
        last = kinds.FinishButton if self.currentPage().isFinalPage() else kinds.NextButton
        # QWizard itself would go to the first child, which may be a button of a hidden notice
        (self.currentPage().first_focus() or self.button(last)).setFocus()

    def _completed(self) -> None:
        """Take the focus back from the button it fell to while Next was grey: Enter must not cancel."""
        page = self.currentPage()
        if page is not None and page.isComplete() and self.focusWidget() in {None, self._cancel()}:
            self._entered(self.currentId())

    def _cancel(self) -> QAbstractButton:
        return self.button(QWizard.WizardButton.CancelButton)

    def _mark(self) -> None:
        path = self.flow.path()
        self.step_list.set_titles([self.pages_by_step[step].name() for step in path])
        page = self.currentPage()
        if page is not None and page.step in path:
            self.step_list.set_current(path.index(page.step))

    def _show_refusal(self, error: Exception) -> None:
        """Go back to the page of the field that was refused; anything else is shown on the last page."""
        field = "expected_handle" if isinstance(error, _HANDLE_ERRORS) else getattr(error, "field", "")
        if isinstance(error, (InputRefused, *_HANDLE_ERRORS)):
            for page in self.pages_by_step.values():
                if page.form is not None and field in page.form.fields() and page.step in self.flow.path():
                    while self.currentPage() is not page:
                        self.back()
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
        self._navigator.go("tiktok_accounts", link_id=self._linked_id)
        self.reject()

    def _end(self, row: RequestRow) -> None:
        self._made.emit(row)

    def _finish(self, row: RequestRow) -> None:
        self.accept()
        self._navigator.open_code(row.id)
