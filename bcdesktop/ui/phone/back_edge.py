"""The back gesture: a swipe from the left edge of the display to the right."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget


class BackEdge(QWidget):
    """A narrow strip without looks over the left edge of the display."""

    swiped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("back_edge")
        self._start: QPointF | None = None
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the finger came down."""
        self._start = event.position() if event.button() == Qt.MouseButton.LeftButton else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell a swipe that went far enough to the right, and more across than up or down."""
        start, self._start = self._start, None
        if start is None:
            return
        moved = event.position() - start
        if moved.x() > self.parentWidget().width() / 5 and abs(moved.y()) < moved.x():
            self.swiped.emit()
