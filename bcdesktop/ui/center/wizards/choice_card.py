"""A choice that needs more than one line: a radio button with its description, the whole card can be clicked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QRadioButton, QVBoxLayout, QWidget

from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.theme import restyle


class ChoiceCard(QFrame):
    """``button`` is the radio button; put those of one question into one QButtonGroup."""

    def __init__(self, name: str, title: str, description: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "choice")
        self.button = QRadioButton(title)
        self.button.setObjectName(name)
        self.button.setAccessibleDescription(description)
        font = self.button.font()
        font.setBold(True)
        self.button.setFont(font)
        self.description_label = text_label(description, "muted", wrap=True)
        self.description_label.setIndent(self.fontMetrics().height() * 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(4)
        layout.addWidget(self.button)
        layout.addWidget(self.description_label)
        self.button.toggled.connect(self._mark)
        self._mark(chosen=False)

    def _mark(self, chosen: bool) -> None:
        self.setProperty("chosen", chosen)
        restyle(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose this one."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.button.setChecked(True)
            self.button.setFocus()
