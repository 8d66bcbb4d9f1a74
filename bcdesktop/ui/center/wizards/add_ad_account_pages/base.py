"""What every page of the Add ad account wizard shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bcdesktop.core.flows.add_ad_account import AddAdAccount
from bcdesktop.ui.center.wizards.flow_page import StepPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from bcdesktop.services.records import Actor
    from bcdesktop.ui.kit.session import Session


class AddAdAccountPage(StepPage):
    """A page that knows who asks; ``path_changed`` says that other pages follow now."""

    path_changed = Signal()

    def __init__(self, session: Session, actor: Actor, flow: AddAdAccount) -> None:
        super().__init__(session, flow)
        self.actor = actor
        self.flow: AddAdAccount = flow

    def nextId(self) -> int:
        """Follow the path of the flow, which depends on what was chosen."""
        path = self.flow.path()
        place = path.index(self.step) + 1 if self.step in path else 0
        return self.wizard().id_of(path[place]) if place < len(path) else -1


class LastPage(AddAdAccountPage):
    """A page that ends the wizard: ``made`` carries what came of it, ``refused`` an error of another page."""

    made = Signal(object)
    refused = Signal(object)

    def __init__(self, session: Session, actor: Actor, flow: AddAdAccount) -> None:
        super().__init__(session, actor, flow)
        self.setFinalPage(True)
        self._is_busy = False
        self._is_made = False

    def finish_text(self) -> str:
        """Return the words of the last button."""
        raise NotImplementedError

    def work(self) -> Callable[[], object]:
        """Return the call of the service."""
        raise NotImplementedError

    def initializePage(self) -> None:
        """Name the button."""
        self._set_busy(busy=False)

    def isComplete(self) -> bool:
        """Whether nothing is under way."""
        return not self._is_busy

    def validatePage(self) -> bool:
        """Check what was typed, then do it; ``made`` comes when that is done."""
        if self._is_made:
            return True
        if not self._is_busy and super().validatePage():
            self.confirm()
        return False

    def confirm(self) -> None:
        """Do it; a page that asks first does so here, and calls ``do``."""
        self.do()

    def do(self) -> None:
        """Call the service."""
        self._set_busy(busy=True)
        self.session.runner.run(self, self.work(), self._made, self._refused)

    def _made(self, result: object) -> None:
        self._is_made = True
        self._set_busy(busy=False)
        self.made.emit(result)

    def _refused(self, error: Exception) -> None:
        self._set_busy(busy=False)
        self.refused.emit(error)

    def _set_busy(self, *, busy: bool) -> None:
        self._is_busy = busy
        wizard = self.wizard()
        if wizard is not None:
            wizard.setButtonText(
                wizard.WizardButton.FinishButton, self.tr("One moment…") if busy else self.finish_text()
            )
        self.completeChanged.emit()
