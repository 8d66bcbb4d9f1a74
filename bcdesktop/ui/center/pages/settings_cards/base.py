"""What every tab of Settings shares."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bcdesktop.ui.kit.cards import Card, text_label
from bcdesktop.ui.kit.forms import Form

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor, BusinessCenterRow
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class SettingsTab(QScrollArea):
    """A column of cards, not wider than lines can be read. A tab without ``form`` saves nothing.

    Its cards are built when it is first shown: together they would hold up the page.
    """

    edited = Signal()
    name = ""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__()
        self.session, self.actor, self.navigator = session, actor, navigator
        self.row: BusinessCenterRow | None = None
        self.form: Form | None = None
        self.is_built = False
        self._forbidden: str | None = None
        self.setObjectName(f"{self.name}_tab")
        self.setWidgetResizable(True)

    def ensure_built(self) -> None:
        """Build the cards, once, and show in them what is known."""
        if self.is_built:
            return
        self.is_built = True
        self._lay_out()
        self.build()
        if self._forbidden is not None:
            self.show_forbidden(self._forbidden)
        if self.row is not None:
            self.show_row(self.row)

    def build(self) -> None:
        """Build the cards."""
        raise NotImplementedError

    def _lay_out(self) -> None:
        column = QWidget()
        column.setMaximumWidth(self.fontMetrics().averageCharWidth() * 110)
        self.column = QVBoxLayout(column)
        self.column.setContentsMargins(0, 16, 12, 16)
        self.column.setSpacing(16)
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(column, 10)
        row.addStretch(1)
        self.setWidget(inner)

    @property
    def title(self) -> str:
        """What stands on the tab."""
        raise NotImplementedError

    def add_card(self, title: str, text: str = "") -> Card:
        """Add a card with a title and a sentence."""
        card = Card(title)
        if text:
            card.body.addWidget(text_label(text, "muted", wrap=True))
        card.body.setSpacing(12)
        self.column.addWidget(card)
        return card

    def add_form(self, card: Card) -> Form:
        """Add the form whose edits are saved."""
        self.form = Form()
        self.form.edited.connect(self._tell)
        card.body.addWidget(self.form)
        return self.form

    def end(self) -> None:
        """Push the cards to the top; called when all are there."""
        self.column.addStretch(1)

    def show_row(self, row: BusinessCenterRow) -> None:
        """Show the values of ``row`` in place of what was typed."""
        self.row = row
        if not self.is_built:
            return
        self.fill(row)
        if self.form is not None:
            self.form.clear_errors()

    def rebase(self, row: BusinessCenterRow) -> None:
        """Count changes from ``row``: what was typed stays, the other fields show what somebody else saved."""
        typed = self.changes()
        self.row = row
        if self.is_built:
            self.fill(replace(row, **typed))

    def fill(self, row: BusinessCenterRow) -> None:
        """Put the values of ``row`` into the fields."""

    def values(self) -> dict[str, Any]:
        """Return the fields of BusinessCenterChange as they are typed now."""
        return {}

    def changes(self) -> dict[str, Any]:
        """Return those that differ from the row."""
        if self.row is None or not self.is_built:
            return {}
        return {name: value for name, value in self.values().items() if value != getattr(self.row, name)}

    def forbid(self, reason: str) -> None:
        """Make what is saved grey for whom the policy forbids it; ``reason`` names who can."""
        self._forbidden = reason
        if self.is_built:
            self.show_forbidden(reason)

    def show_forbidden(self, reason: str) -> None:
        """Make the controls grey that save something."""
        if self.form is None:
            return
        for field in self.form.fields():
            widget = self.form.widget(field)
            widget.setEnabled(False)
            widget.setToolTip(reason)
            widget.setStatusTip(reason)

    def showEvent(self, event: QShowEvent) -> None:
        """Build at the last moment."""
        self.ensure_built()
        super().showEvent(event)

    def _tell(self, _field: str) -> None:
        self.edited.emit()
