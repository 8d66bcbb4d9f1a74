"""In place of the pages: a rule of the Business Center asks for a second step first (domain.md 1.1.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from bcdesktop.ui.center.two_step_set_up import TwoStepSetUpWidget
from bcdesktop.ui.kit.cards import Card, text_label

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor
    from bcdesktop.ui.kit.session import Session


class TwoStepView(QScrollArea):
    """``done`` once the person has the recovery codes; both signals carry the Actor."""

    done = Signal(object)
    sign_out_requested = Signal(object)

    def __init__(self, session: Session, actor: Actor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actor = actor
        self.setObjectName("two_step_view")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_up = TwoStepSetUpWidget(session, actor)
        self.set_up.done.connect(self._done)
        self.leave_set_up_button = QPushButton(self.tr("&Sign out"))
        self.leave_set_up_button.setObjectName("leave_set_up_button")
        self.leave_set_up_button.clicked.connect(self._sign_out)
        self.set_up.add_button(self.leave_set_up_button)
        text = self.tr(
            "“%1” asks for two-step verification: besides your password, a code from an app on your phone. Set it up"
            " once; then you can go on."
        ).replace("%1", actor.business_center_name)
        card = Card(self.tr("Set up two-step verification"))
        card.body.setSpacing(16)
        card.body.addWidget(text_label(text, wrap=True))
        card.body.addWidget(self.set_up)
        card.setFixedWidth(self.fontMetrics().averageCharWidth() * 112)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(2)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)
        self.setWidget(inner)

    def set_focus(self) -> None:
        """Put the cursor where typing goes on."""
        self.set_up.set_focus()

    def _done(self) -> None:
        self.done.emit(self._actor)

    def _sign_out(self) -> None:
        self.sign_out_requested.emit(self._actor)
