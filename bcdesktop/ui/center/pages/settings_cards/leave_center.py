"""Leaving the Business Center: the button, and the question that lists everything it costs (domain.md 2.3)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from bcdesktop.services import members
from bcdesktop.ui.center.dialogs.end_membership import ask_end_membership
from bcdesktop.ui.kit.button_icon import set_button_icon

if TYPE_CHECKING:
    from bcdesktop.services.people_records import Losses
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class LeaveCenter(QWidget):
    """The last admin is refused where the question is answered, with what to do first."""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._actor, self._navigator = session, actor, navigator
        self.leave_center_button = QPushButton(
            self.tr("&Leave “%1”…").replace("%1", actor.business_center_name.replace("&", "&&"))
        )
        self.leave_center_button.setObjectName("leave_center_button")
        set_button_icon(self.leave_center_button, "log-out")
        self.leave_center_button.clicked.connect(self.ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.leave_center_button)
        row.addStretch(1)

    def ask(self) -> None:
        """Read what would be lost, and ask."""
        work = partial(members.losses, self._session.context, self._actor)
        self._session.runner.run(self, work, self._ask, self._navigator.notices.show_error)

    def _ask(self, losses: Losses) -> None:
        ask_end_membership(self._session, self._actor, self._navigator, losses)
