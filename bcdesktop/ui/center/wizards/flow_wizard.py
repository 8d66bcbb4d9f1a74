"""What wizards over ``core.flows`` share: the list of steps, named buttons, and where the keyboard goes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QWizard

from bcdesktop.ui.center.wizards.step_list import StepList
from bcdesktop.ui.kit.theme import restyle

if TYPE_CHECKING:
    from bcdesktop.core.flows.base import Flow
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.center.wizards.flow_page import StepPage


class FlowWizard(QWizard):
    """Opens beside the window, so that the pages behind it can be used meanwhile. ``add_pages`` fills it."""

    def __init__(self, navigator: Navigator, flow: Flow, name: str, title: str) -> None:
        super().__init__(navigator.window)
        self.navigator = navigator
        self.flow = flow
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage)
        self.step_list = StepList(("",))
        self.setSideWidget(self.step_list)
        self.pages_by_step: dict[str, StepPage] = {}
        self.currentIdChanged.connect(self._entered)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.setMinimumSize(letter * 116, line * 32)
        self.resize(letter * 134, line * 43)

    def add_pages(self, pages: Iterable[StepPage]) -> None:
        """Add the pages in the order of the flow."""
        for page in pages:
            self.pages_by_step[page.step] = page
            self.addPage(page)
            # after QWizard's own connection, so that Next is no longer grey and can take the focus
            page.completeChanged.connect(self._completed)

    def name_button(self, kind: QWizard.WizardButton, name: str, text: str, style: str = "") -> QAbstractButton:
        """Give a button its name, its words and its colour; return it."""
        self.setButtonText(kind, text)
        button = self.button(kind)
        button.setObjectName(name)
        button.setProperty("kind", style)
        restyle(button)
        return button

    def name_buttons(self, finish_text: str) -> None:
        """Name the buttons every wizard has."""
        kinds = QWizard.WizardButton
        self.name_button(kinds.BackButton, "back_button", self.tr("&Back"))
        self.name_button(kinds.NextButton, "next_button", self.tr("&Next"), "primary")
        self.name_button(kinds.FinishButton, "finish_button", finish_text, "primary")
        self.name_button(kinds.CancelButton, "cancel_button", self.tr("Cancel"))

    def id_of(self, step: str) -> int:
        """Return the id of the page of a step."""
        return next(page_id for page_id in self.pageIds() if self.page(page_id) is self.pages_by_step[step])

    def open(self) -> None:
        """Show it beside the window."""
        self.show()

    def mark_step(self) -> None:
        """Show in the list of steps where one is, and which steps follow by now."""
        path = self.flow.path()
        self.step_list.set_titles([self.pages_by_step[step].name() for step in path])
        page = self.currentPage()
        if page is not None and page.step in path:
            self.step_list.set_current(path.index(page.step))

    def go_back_to(self, step: str) -> None:
        """Go back to the page of a step that was passed."""
        while self.currentPage() is not self.pages_by_step[step]:
            self.back()

    def _entered(self, page_id: int) -> None:
        self.mark_step()
        if page_id < 0:
            return
        kinds = QWizard.WizardButton
        last = kinds.FinishButton if self.currentPage().isFinalPage() else kinds.NextButton
        # QWizard itself would go to the first child, which may be a button of a hidden notice
        (self.currentPage().first_focus() or self.button(last)).setFocus()

    def _completed(self) -> None:
        """Take the focus back from the button it fell to while Next was grey: Enter must not cancel."""
        page = self.currentPage()
        cancel = self.button(QWizard.WizardButton.CancelButton)
        if page is not None and page.isComplete() and self.focusWidget() in {None, cancel}:
            self._entered(self.currentId())
