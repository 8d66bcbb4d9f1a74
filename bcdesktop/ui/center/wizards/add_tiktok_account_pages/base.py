"""What every page of the Add TikTok account wizard shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bcdesktop.core.flows.add_tiktok_account import AddTikTokAccount
from bcdesktop.ui.center.wizards.flow_page import StepPage

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.kit.session import Session


class AddPage(StepPage):
    """A page that knows who asks; ``path_changed`` says that other pages follow now."""

    path_changed = Signal()

    def __init__(self, session: Session, actor: Actor, flow: AddTikTokAccount) -> None:
        super().__init__(session, flow)
        self.actor = actor
        self.flow: AddTikTokAccount = flow

    def nextId(self) -> int:
        """Follow the path of the flow, which depends on what was chosen."""
        path = self.flow.path()
        place = path.index(self.step) + 1 if self.step in path else 0
        return self.wizard().id_of(path[place]) if place < len(path) else -1

    def give(self) -> None:
        """Let the flow know a choice at once, so that list of steps and buttons show the way."""
        if self.flow.step == self.step:
            self.flow.give(self.answer())
            self.path_changed.emit()
            self.completeChanged.emit()
