"""What is painted before anything is known: the shape of a page, so that nothing jumps when it comes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from bcdesktop.ui.kit.theme import Theme


class Skeleton(QWidget):
    """Grey bars in the place of a title, a sentence and three cards."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("skeleton")
        self.setAccessibleName(self.tr("Opening…"))
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bars."""
        line = float(self.fontMetrics().height())
        width = self.width() - 48.0
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.tokens.border))
        painter.drawRoundedRect(QRectF(24, 24, width * 0.22, line * 1.4), 6, 6)
        painter.setBrush(QColor(self._theme.tokens.raised))
        painter.drawRoundedRect(QRectF(24, 24 + line * 2, width * 0.45, line * 0.8), 4, 4)
        top = 24 + line * 4
        for height in (6.0, 9.0, 9.0):
            painter.drawRoundedRect(QRectF(24, top, width, line * height), 10, 10)
            top += line * height + 16
        painter.end()
