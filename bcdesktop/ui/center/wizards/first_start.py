"""First start: a thin skin over ``core.flows.first_start``, in the order of A4-13 to A4-15."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWizard

from bcdesktop.core.errors import InputRefused
from bcdesktop.services.ad_records import Advertiser
from bcdesktop.ui.center.wizards.first_start_pages.authorise import AuthorisePage
from bcdesktop.ui.center.wizards.first_start_pages.base import FirstStartPage
from bcdesktop.ui.center.wizards.first_start_pages.business import BusinessPage
from bcdesktop.ui.center.wizards.first_start_pages.log_in import LogInPage
from bcdesktop.ui.center.wizards.first_start_pages.recovery import RecoveryPage
from bcdesktop.ui.center.wizards.first_start_pages.state import FirstStartState
from bcdesktop.ui.center.wizards.first_start_pages.you import YouPage
from bcdesktop.ui.center.wizards.step_list import StepList
from bcdesktop.ui.kit.theme import restyle

if TYPE_CHECKING:
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session

__all__ = ["FirstStartState", "FirstStartWizard"]

_PAGES = (LogInPage, BusinessPage, YouPage, AuthorisePage, RecoveryPage)


class FirstStartWizard(QWizard):
    """``state`` outlives the wizard: opened again, it goes on where it was left."""

    phone_requested = Signal()
    created = Signal(object)
    """The Actor, when the wizard is closed after the Business Center was created."""

    def __init__(self, session: Session, navigator: Navigator, state: FirstStartState) -> None:
        super().__init__(navigator.window)
        self._session, self._navigator, self.state = session, navigator, state
        self.setObjectName("first_start_wizard")
        if state.actor is None:
            title = self.tr("Set up your Business Center")
        elif isinstance(state.actor, Advertiser):
            title = self.tr("Create Business Center account")
        else:
            title = self.tr("Another Business Center")
        self.setWindowTitle(title)
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        self.setOptions(QWizard.WizardOption.NoBackButtonOnStartPage | QWizard.WizardOption.NoBackButtonOnLastPage)
        self.step_list = StepList(
            (
                self.tr("Log in with TikTok"),
                self.tr("Your business"),
                self.tr("You"),
                self.tr("Authorize"),
                self.tr("Recovery text"),
            )
        )
        self.setSideWidget(self.step_list)
        self.pages_by_step: dict[str, FirstStartPage] = {}
        for make in _PAGES:
            page = make(session, state)
            self.pages_by_step[page.step] = page
            self.addPage(page)
        self.pages_by_step["log_in"].phone_requested.connect(self.phone_requested)
        authorise = self.pages_by_step["authorise"]
        authorise.connect_wizard(self)
        authorise.refused.connect(self._show_refusal)
        self.currentIdChanged.connect(self._mark)
        self.finished.connect(self._end)
        self._name_buttons()
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.setMinimumSize(letter * 116, line * 30)
        self.resize(letter * 128, line * 42)
        self._go_to_where_it_was_left()

    def _name_buttons(self) -> None:
        kinds = QWizard.WizardButton
        for kind, name, text, style in (
            (kinds.BackButton, "back_button", self.tr("&Back"), ""),
            (kinds.NextButton, "next_button", self.tr("&Next"), "primary"),
            (kinds.CommitButton, "authorise_button", self.tr("&Authorize"), "primary"),
            (kinds.FinishButton, "finish_button", self.tr("&Finish"), "primary"),
            (kinds.CancelButton, "close_wizard_button", self.tr("Close"), ""),
        ):
            if kind != kinds.CommitButton:
                self.setButtonText(kind, text)
            button = self.button(kind)
            button.setObjectName(name)
            if style:
                button.setProperty("kind", style)
                restyle(button)

    def _go_to_where_it_was_left(self) -> None:
        target = self.state.left_at
        self.state.go_to_start()
        self.restart()
        while self._current_page().step not in {target, "authorise"} and self._current_page().isComplete():
            before = self.currentId()
            self.next()
            if self.currentId() == before:
                break

    def _current_page(self) -> FirstStartPage:
        page = self.currentPage()
        assert isinstance(page, FirstStartPage)  # noqa: S101 - every page of this wizard is one
        return page

    def _mark(self, page_id: int) -> None:
        if page_id >= 0:
            self.state.left_at = self._current_page().step
            self.step_list.set_current(self.pageIds().index(page_id))
            first = self._current_page().first_focus()
            if first is not None:
                # a page that is only now being shown cannot take it by itself
                first.setFocus()

    def _show_refusal(self, error: Exception) -> None:
        """Go back to the page of the field that was refused; anything else is shown here."""
        if isinstance(error, InputRefused):
            for page in self.pages_by_step.values():
                if page.form is not None and error.field in page.form.fields():
                    while self.currentPage() is not page:
                        self.back()
                    page.show_error(error)
                    return
        self._current_page().show_error(error)

    def _end(self, _result: int) -> None:
        page = self.currentPage()
        if isinstance(page, FirstStartPage):
            page.keep()
        created = self.state.created
        if created is None:
            return
        self._session.settings.remember_email(created.actor.email)
        kept = self.pages_by_step["recovery"].isComplete()
        self.created.emit(created.actor)
        if not kept:
            self._navigator.notices.bar.show_notice(
                self.tr("The recovery text is not kept yet"),
                self.tr("Without it your Business Center's key lies on this computer only."),
                self.tr("Settings > Security shows it again."),
                action=self.tr("Open settings"),
                on_action=self._open_security,
            )

    def _open_security(self) -> None:
        self._navigator.go("settings", card="security")
