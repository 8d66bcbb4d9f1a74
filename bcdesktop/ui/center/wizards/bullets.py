"""Lines with a picture before each: what is there, what is missing, what somebody gets or does not get."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bcdesktop.ui.kit.cards import clear_layout, text_label
from bcdesktop.ui.kit.icons import icon_size, pixmap
from bcdesktop.ui.kit.theme import theme_of


class Bullets(QWidget):
    """``show_lines`` replaces what is there; each line is icon name, colour token, title, and text or nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[tuple[str, str, str, str], ...] = ()
        self._pictures: list[QLabel] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        self._theme = theme_of(self)
        self._theme.changed.connect(self._draw_pictures)

    def show_lines(self, lines: list[tuple[str, str, str, str]]) -> None:
        """Show ``lines``."""
        if tuple(lines) != self._lines:
            self._lines = tuple(lines)
            self._lay_out()

    def texts(self) -> tuple[str, ...]:
        """Return what is said, a line each."""
        return tuple(f"{title} {text}".strip() for _icon, _token, title, text in self._lines)

    def _draw_pictures(self) -> None:
        side = icon_size(self).width()
        for picture, (name, token, _title, _text) in zip(self._pictures, self._lines, strict=True):
            picture.setPixmap(pixmap(name, self._theme, token, side, self.devicePixelRatioF()))

    def _lay_out(self) -> None:
        clear_layout(self._layout)
        self._pictures = []
        for _name, _token, title, text in self._lines:
            picture = QLabel()
            self._pictures.append(picture)
            words = QVBoxLayout()
            words.setSpacing(4)
            words.addWidget(text_label(title, "strong" if text else "", wrap=True, selectable=True))
            if text:
                words.addWidget(text_label(text, "muted", wrap=True, selectable=True))
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(words, 1)
            self._layout.addLayout(row)
        self._draw_pictures()
