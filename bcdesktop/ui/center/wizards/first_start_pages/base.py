"""What every page of the first-start wizard shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcdesktop.core.errors import ValueMissing
from bcdesktop.ui.center.wizards.flow_page import FlowPage

if TYPE_CHECKING:
    from bcdesktop.ui.center.wizards.first_start_pages.state import FirstStartState
    from bcdesktop.ui.kit.session import Session


class FirstStartPage(FlowPage):
    """A page that knows the ``state``, which outlives the wizard."""

    def __init__(self, session: Session, state: FirstStartState, title: str, sentence: str) -> None:
        super().__init__(session, state.flow, title, sentence)
        self.state = state

    def validatePage(self) -> bool:
        """Name every empty field at once; the flow checks the rest."""
        if self.form is not None:
            self.keep()
            self.form.clear_errors()
            empty = [ValueMissing(name) for name, value in vars(self.answer()).items() if not str(value).strip()]
            if empty:
                self.form.show_errors(empty)
                return False
        return super().validatePage()
