"""What every tab of Settings shares."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bcdesktop.core.errors import AppError, InputRefused
from bcdesktop.ui.kit.cards import Card, text_label
from bcdesktop.ui.kit.forms import Form

if TYPE_CHECKING:
    from bcdesktop.services.records import Actor, BusinessCenterRow
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session


class SettingsTab(QScrollArea):
    """A column of cards, not wider than lines can be read. A tab without ``forms`` saves nothing.

    Its cards are built when it is first shown: together they would hold up the page.
    """

    edited = Signal()
    name = ""

    def __init__(self, session: Session, actor: Actor, navigator: Navigator) -> None:
        super().__init__()
        self.session, self.actor, self.navigator = session, actor, navigator
        self.row: BusinessCenterRow | None = None
        self.forms: list[Form] = []
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
        """Add a form whose edits are saved."""
        form = Form()
        form.edited.connect(self._tell)
        card.body.addWidget(form)
        self.forms.append(form)
        return form

    def end(self) -> None:
        """Push the cards to the top; called when all are there."""
        self.column.addStretch(1)

    def show_row(self, row: BusinessCenterRow) -> None:
        """Show the values of ``row`` in place of what was typed."""
        self.row = row
        if not self.is_built:
            return
        self.fill(row)
        self.clear_errors()

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
        for form in self.forms:
            for field in form.fields():
                widget = form.widget(field)
                widget.setEnabled(False)
                widget.setToolTip(reason)
                widget.setStatusTip(reason)

    def clear_errors(self) -> None:
        """Take all errors away; what was typed stays."""
        for form in self.forms:
            form.clear_errors()

    def show_refusal(self, error: AppError) -> bool:
        """Show a refusal of saving at its field; False where it is none of this tab's."""
        if not isinstance(error, InputRefused):
            return False
        return any(error.field in form.fields() and form.show_error(error) for form in self.forms)

    def showEvent(self, event: QShowEvent) -> None:
        """Build at the last moment."""
        self.ensure_built()
        super().showEvent(event)

    def _tell(self, _field: str) -> None:
        self.edited.emit()
