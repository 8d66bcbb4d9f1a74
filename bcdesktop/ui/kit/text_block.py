"""A paragraph laid out to a width, for any paint device: nothing is ever cut, long words are broken."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPaintDevice, QPainter, QTextLayout, QTextOption


class TextBlock:
    """One paragraph in the units of ``device``. Lines can be drawn one by one, so that a page may end between them."""

    def __init__(
        self,
        text: str,
        font: QFont,
        width: float,
        device: QPaintDevice,
    ) -> None:
        self._layout = QTextLayout(text, font, device)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, 0))
        self._layout.endLayout()

    @property
    def line_heights(self) -> tuple[float, ...]:
        """Height of each line."""
        return tuple(self._layout.lineAt(index).height() for index in range(self._layout.lineCount()))

    @property
    def height(self) -> float:
        """Height of all lines."""
        return sum(self.line_heights)

    def draw_line(self, painter: QPainter, index: int, corner: QPointF) -> None:
        """Draw line ``index`` with its upper left corner at ``corner``."""
        self._layout.lineAt(index).draw(painter, corner)

    def draw(self, painter: QPainter, corner: QPointF) -> None:
        """Draw all lines downwards from ``corner``."""
        top = corner.y()
        for index, height in enumerate(self.line_heights):
            self.draw_line(painter, index, QPointF(corner.x(), top))
            top += height
