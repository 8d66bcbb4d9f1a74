"""A few choices side by side, with one line below that explains the chosen one."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.words import description_of, label_of


class RadioChoice(QWidget):
    """``values`` are members of an enumeration with label and description; the first one is chosen at first.

    A button is called ``<name>_<value>_radio``.
    """

    changed = Signal()

    def __init__(self, name: str, values: Iterable[StrEnum], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_choice")
        self._group = QButtonGroup(self)
        self._values = tuple(values)
        self.buttons: dict[StrEnum, QRadioButton] = {}
        row = QHBoxLayout()
        row.setSpacing(16)
        for value in self._values:
            button = QRadioButton(label_of(value))
            button.setObjectName(f"{name}_{value}_radio")
            button.setAccessibleDescription(description_of(value))
            button.setToolTip(description_of(value))
            self._group.addButton(button)
            self.buttons[value] = button
            row.addWidget(button)
        row.addStretch(1)
        self.description_label = text_label("", "help", wrap=True)
        self.description_label.setObjectName(f"{name}_description_label")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.description_label)
        self.buttons[self._values[0]].setChecked(True)
        self._describe()
        self._group.buttonToggled.connect(self._tell)
        self.setFocusProxy(self.buttons[self._values[0]])

    def value(self) -> Any:
        """Return what is chosen."""
        return next(value for value, button in self.buttons.items() if button.isChecked())

    def _tell(self, _button: QRadioButton, checked: bool) -> None:
        if checked:
            self._describe()
            self.changed.emit()

    def _describe(self) -> None:
        self.description_label.setText(description_of(self.value()))
