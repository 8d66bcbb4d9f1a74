"""Puts blocks on pages from top to bottom, in millimetres; what does not fit goes on to the next page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
)

from bcdesktop.ui.kit.qr_code import QUIET_ZONE, QrMatrix, paint
from bcdesktop.ui.kit.text_block import TextBlock

MARGIN_MM = 18.0
_MM_PER_INCH = 25.4


def page_layout(size: QPageSize.PageSizeId = QPageSize.PageSizeId.A4) -> QPageLayout:
    """Return an upright page; its margins are millimetres (without the unit Qt takes points)."""
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    return QPageLayout(QPageSize(size), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)


def text_font(points: float, *, bold: bool = False) -> QFont:
    """Return the interface's font in a size of paper, whatever size the screen uses.

    Without the alternates of letters and digits: in a PDF they would have no characters to search and copy.
    """
    font = QFont(QGuiApplication.font().families())
    font.setPointSizeF(points)
    font.setFeature(QFont.Tag("calt"), 0)
    font.setBold(bold)
    return font


def fixed_font(points: float) -> QFont:
    """Return a font whose characters are all of one width, for codes to be typed."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(points)
    return font


class Page:
    """Where the next block goes on ``device``. Create it after the painter has begun; sizes given are millimetres."""

    def __init__(self, painter: QPainter, device: QPagedPaintDevice) -> None:
        self._painter = painter
        self._device = device
        self._per_mm = device.logicalDpiX() / _MM_PER_INCH
        area = device.pageLayout().paintRect(QPageLayout.Unit.Millimeter).size()
        self._width, self._height = area.width(), area.height()
        self._top = 0.0

    @property
    def width(self) -> float:
        """Width between the margins."""
        return self._width

    @property
    def left_over(self) -> float:
        """Height that is still free on this page."""
        return self._height - self._top

    def space(self, height: float) -> None:
        """Leave ``height`` free, except at the top of a page."""
        if self._top > 0:
            self._top += height

    def keep(self, height: float) -> None:
        """Go on to the next page where less than ``height`` is free, so that what belongs together stays so."""
        self._need(height)

    def text(self, text: str, font: QFont) -> None:
        """Write a paragraph over the whole width; a page may end between its lines."""
        block = TextBlock(text, font, self._width * self._per_mm, self._device)
        self._take_ink()
        for index, pixels in enumerate(block.line_heights):
            height = pixels / self._per_mm
            self._need(height)
            block.draw_line(self._painter, index, QPointF(0, self._top * self._per_mm))
            self._top += height

    def row(self, cells: Sequence[tuple[str, float]], font: QFont, *, right_from: int | None = None) -> None:
        """Write one line of cells, each a text and its width, with a thin line below; what is too long is shortened.

        Cells from ``right_from`` on are numbers and stand at the right of their column.
        """
        metrics = QFontMetricsF(font, self._device)
        height = metrics.height() / self._per_mm * 1.35
        self._need(height)
        self._take_ink()
        self._painter.setFont(font)
        left, top = 0.0, self._top * self._per_mm
        for at, (text, width) in enumerate(cells):
            is_right = right_from is not None and at >= right_from
            side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
            place = QRectF(left * self._per_mm, top, width * self._per_mm, height * self._per_mm)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            self._painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, shown)
            left += width
        bottom = top + height * self._per_mm
        self._painter.drawLine(QPointF(0, bottom), QPointF(left * self._per_mm, bottom))
        self._top += height

    def text_height(self, text: str, font: QFont) -> float:
        """Return what ``text`` would take."""
        return TextBlock(text, font, self._width * self._per_mm, self._device).height / self._per_mm

    def code(self, matrix: QrMatrix, side: float) -> None:
        """Paint a code of ``side`` in the middle, its quiet zone included."""
        self._need(side)
        rect = QRectF((self._width - side) / 2 * self._per_mm, self._top * self._per_mm, *(side * self._per_mm,) * 2)
        paint(self._painter, rect, matrix)
        self._top += side

    @contextmanager
    def area(self, height: float) -> Iterator[QRectF]:
        """Give a rectangle of the whole width, in pixels of the device, to paint in."""
        self._need(height)
        yield QRectF(0, self._top * self._per_mm, self._width * self._per_mm, height * self._per_mm)
        self._top += height

    def pixels(self, length: float) -> float:
        """Return millimetres as pixels of the device."""
        return length * self._per_mm

    def _take_ink(self) -> None:
        # black is what a painter begins with: unchanged it is not recorded, and a preview takes its window's colour
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setPen(QColor(Qt.GlobalColor.black))

    def _need(self, height: float) -> None:
        if self._top > 0 and height > self.left_over + 1e-6:
            self._device.newPage()
            self._top = 0.0


def module_mm(matrix: QrMatrix, side: float) -> float:
    """Return the size of one module of a code painted ``side`` millimetres large."""
    return side / (matrix.size + 2 * QUIET_ZONE)
