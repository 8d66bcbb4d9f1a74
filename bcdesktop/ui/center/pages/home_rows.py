"""The lines of Home: icon, what it is about, and the button that does it; and the cards they stand in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bcdesktop.ui.kit.cards import Card, separator, text_label
from bcdesktop.ui.kit.icons import icon_size, pixmap
from bcdesktop.ui.kit.theme import Theme


class HomeRow(QWidget):
    """One line. ``key`` says what it is about, such as a request's id; names of its buttons end in it."""

    def __init__(self, theme: Theme, key: str, icon_name: str, token: str, title: str, text: str) -> None:
        super().__init__()
        self.key = key
        self._theme, self._icon_name, self._token = theme, icon_name, token
        self._picture = QLabel()
        self.title_label = text_label(title, "label", wrap=True)
        self.text_label = text_label(text, "muted", wrap=True)
        # shown without a parent it would flash up as a window of its own
        if not text:
            self.text_label.hide()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title_label)
        words.addWidget(self.text_label)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(12)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(words, 1)
        layout.addLayout(self._buttons)
        theme.changed.connect(self._draw)
        self._draw()

    def add_button(self, name: str, text: str, kind: str = "") -> QPushButton:
        """Add a button called ``name`` and the row's key; a screen reader also hears what the row is about."""
        button = QPushButton(text)
        button.setObjectName(f"{name}_{self.key}" if self.key else name)
        button.setAccessibleName(f"{text.replace('&', '')}: {self.title_label.text()}")
        if kind:
            button.setProperty("kind", kind)
        self._buttons.addWidget(button)
        return button

    def set_text(self, text: str, role: str = "muted") -> None:
        """Replace the second line, such as a time left."""
        self.text_label.setText(text)
        self.text_label.setVisible(bool(text))
        if self.text_label.property("role") != role:
            from bcdesktop.ui.kit.theme import restyle

            self.text_label.setProperty("role", role)
            restyle(self.text_label)

    def _draw(self) -> None:
        side = icon_size(self, 1.3).width()
        self._picture.setPixmap(pixmap(self._icon_name, self._theme, self._token, side, self.devicePixelRatioF()))


class LinesCard(Card):
    """A card of lines, which are made anew whenever something changed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName(name)
        self.title_label.show()

    def show_lines(self, rows: Sequence[QWidget]) -> None:
        """Show ``rows`` in place of those of before."""
        self.clear_lines()
        for place, row in enumerate(rows):
            if place:
                self.body.addWidget(separator())
            self.body.addWidget(row)

    def clear_lines(self) -> None:
        """Take all lines out; the title stays."""
        while self.body.count() > 1:
            widget = self.body.takeAt(1).widget()
            widget.hide()
            widget.deleteLater()
