"""What an empty page says: what belongs here, and the one button that starts it (look.md, "Look")."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bcdesktop.ui.kit.icons import pixmap
from bcdesktop.ui.kit.theme import theme_of


class EmptyState(QWidget):
    """Picture, title, sentence and a button given by the page (it keeps its name and its signal there)."""

    def __init__(
        self,
        title: str,
        text: str = "",
        button: QPushButton | None = None,
        *,
        icon_name: str = "inbox",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title_label = _centred(title, "heading")
        self.text_label = _centred(text, "muted")
        # shown without a parent it would flash up as a window of its own
        if not text:
            self.text_label.hide()
        self.button = button
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(8)
        layout.addStretch(2)
        layout.addWidget(self._picture)
        layout.addSpacing(8)
        layout.addWidget(self.title_label)
        layout.addLayout(_middle(self.text_label))
        if button is not None:
            layout.addSpacing(8)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self._theme = theme_of(self)
        self._theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        side = round(self.fontMetrics().height() * 2.6)
        self._picture.setPixmap(pixmap(self._icon_name, self._theme, "muted", side, self.devicePixelRatioF()))


def _centred(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    return label


def _middle(label: QLabel) -> QHBoxLayout:
    """Keep lines short enough to read; an aligned label would get too little height for its lines."""
    label.setMaximumWidth(label.fontMetrics().averageCharWidth() * 60)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(label, 100)
    row.addStretch(1)
    return row
