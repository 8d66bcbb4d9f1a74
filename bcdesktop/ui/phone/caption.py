"""The strip over the phone: which phone this is, and the window's own buttons, since the window has no frame."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bcdesktop.ui.kit.theme import Theme
from bcdesktop.ui.phone.measures import GAP, LARGE, SMALL
from bcdesktop.ui.phone.pieces import icon_button, text


class Caption(QWidget):
    """Name of the phone, minimise and close. Dragging it moves the window."""

    def __init__(self, parent: QWidget, theme: Theme, name: str) -> None:
        super().__init__(parent)
        self.setObjectName("caption")
        self._theme = theme
        layout = QHBoxLayout(self)
        layout.setContentsMargins(LARGE, GAP, SMALL, GAP)
        layout.setSpacing(GAP)
        self.name_label = text(name, "label")
        self.name_label.setObjectName("name_label")
        self.name_label.setWordWrap(False)
        self.minimise_button = icon_button(self.tr("Minimise"), "minimise_button", "minus")
        self.close_button = icon_button(self.tr("Close this phone (Ctrl+W)"), "close_button", "x")
        layout.addWidget(self.name_label, 1)
        layout.addWidget(self.minimise_button)
        layout.addWidget(self.close_button)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let the window system move the window."""
        handle = self.window().windowHandle()
        if event.button() == Qt.MouseButton.LeftButton and handle is not None:
            handle.startSystemMove()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the strip."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._theme.tokens.border))
        painter.setBrush(QColor(self._theme.tokens.surface))
        radius = self.height() / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
