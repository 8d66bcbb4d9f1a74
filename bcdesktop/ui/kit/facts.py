"""Facts under each other: a small name, and the value below it (details panels, the QR dialog)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bcdesktop.ui.kit.cards import clear_layout, text_label


@dataclass(frozen=True)
class Fact:
    """One line. ``value`` may have several lines; ``tip`` is the exact form of a short one, such as a time."""

    name: str
    value: str
    tip: str = ""


class FactList(QWidget):
    """Shows facts; they are made again only when they changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facts: tuple[Fact, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show ``facts`` in place of those before."""
        if tuple(facts) == self.facts:
            return
        self.facts = tuple(facts)
        clear_layout(self._layout)
        for fact in facts:
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(text_label(fact.name, "small"))
            label = text_label(fact.value, wrap=True, selectable=True)
            label.setToolTip(fact.tip)
            label.setAccessibleName(f"{fact.name}: {fact.value}")
            column.addWidget(label)
            self._layout.addLayout(column)

    def spoken(self) -> str:
        """Return all facts as one text for a screen reader."""
        return ". ".join(f"{fact.name}: {fact.value}" for fact in self.facts)
