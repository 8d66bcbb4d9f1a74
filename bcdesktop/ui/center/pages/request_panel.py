"""The panel beside the Requests table: where one request stands and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bcdesktop.core.access_requests import RequestState
from bcdesktop.ui.center.dialogs.request_facts import RequestFacts
from bcdesktop.ui.center.dialogs.was_it_meant import WasItMeant
from bcdesktop.ui.center.request_words import addressee_text, state_badge, state_sentence
from bcdesktop.ui.kit.badges import Badge
from bcdesktop.ui.kit.cards import DetailsPanel, text_label

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor, RequestRow
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class RequestPanel(DetailsPanel):
    """State, question and facts of one request, with its buttons."""

    open_requested = Signal(object)
    renew_requested = Signal(object)
    withdraw_requested = Signal(object)

    def __init__(self, session: Session, actor: Actor, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="request")
        self._session = session
        self._row: RequestRow | None = None
        self.state_label = text_label("", wrap=True, selectable=True)
        self.state_label.setObjectName("request_state_label")
        self.meant = WasItMeant(session, actor, navigator, name="request")
        self.facts = RequestFacts()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.state_label)
        column.addWidget(self.meant)
        column.addWidget(self.facts)
        self.add_tab("request_overview", self.tr("Overview"), inside)
        self.open_button = self._button("open_button", self.tr("&Open code"), self._open)
        self.open_button.setProperty("kind", "primary")
        self.renew_button = self._button("renew_button", self.tr("Re&new"), self._renew)
        self.withdraw_button = self._button("withdraw_button", self.tr("&Withdraw"), self._withdraw)

    def _button(self, name: str, text: str, slot: object) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.clicked.connect(slot)
        self.button_row.addWidget(button)
        return button

    def show_row(self, row: RequestRow) -> None:
        """Show ``row`` and offer what its state allows."""
        self._row = row
        self.set_head(addressee_text(row), "", [Badge(*state_badge(row))])
        self.state_label.setText(state_sentence(row, self._session.context.clock.now()))
        self.meant.show_request(row)
        self.facts.show_row(row)
        self.open_button.setVisible(row.state is RequestState.PENDING)
        self.withdraw_button.setVisible(row.state is RequestState.PENDING)
        self.renew_button.setVisible(row.state is not RequestState.APPROVED and row.replaced_by is None)

    def _open(self) -> None:
        self.open_requested.emit(self._row)

    def _renew(self) -> None:
        self.renew_requested.emit(self._row)

    def _withdraw(self) -> None:
        self.withdraw_requested.emit(self._row)
