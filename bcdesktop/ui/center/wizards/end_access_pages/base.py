"""What every page of the End access assistant shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bcdesktop.core.flows.end_access import EndAccess, EndAccount, HowLinked
from bcdesktop.ui.center.wizards.flow_page import StepPage

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.kit.session import Session


class EndAccessPage(StepPage):
    """A page that knows who asks; ``path_changed`` says that other pages follow now."""

    path_changed = Signal()

    def __init__(self, session: Session, actor: Actor, flow: EndAccess) -> None:
        super().__init__(session, flow)
        self.actor = actor
        self.flow: EndAccess = flow

    @property
    def account(self) -> EndAccount:
        """The account it is about."""
        return self.flow.account or EndAccount("", "", HowLinked.UNKNOWN)

    def nextId(self) -> int:
        """Follow the path of the flow, which depends on what was chosen."""
        path = self.flow.path()
        place = path.index(self.step) + 1 if self.step in path else 0
        return self.wizard().id_of(path[place]) if place < len(path) else -1
