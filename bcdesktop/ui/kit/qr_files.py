"""A code as a picture file or on the clipboard, always with its caption (security.md 2.2)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QMimeData, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPaintDevice, QPainter

from bcdesktop.core.pictures import FileNotWritten
from bcdesktop.ui.kit.code_sheet import CodeSheet, caption_lines
from bcdesktop.ui.kit.file_writing import write_file
from bcdesktop.ui.kit.qr_code import QUIET_ZONE, QrMatrix, paint
from bcdesktop.ui.kit.text_block import TextBlock

PIXELS_PER_MODULE = 8
_TEXT_PIXELS = 18
_GAP = 10
_DOTS_PER_METER = 11811  # 300 dots per inch: an 8 cm code on paper


def png_image(sheet: CodeSheet) -> QImage:
    """Return the code at 8 pixels per module with its caption; the words are in its ``Description`` too."""
    matrix = QrMatrix.of(sheet.code_text)
    # the paint device decides how wide letters are, so a plain picture of the same kind measures them
    layout = _layout(sheet, matrix, _plain_image(QSize(1, 1)))
    result = _plain_image(layout.size)
    result.fill(Qt.GlobalColor.white)
    painter = QPainter(result)
    layout.paint(painter)
    painter.end()
    result.setDotsPerMeterX(_DOTS_PER_METER)
    result.setDotsPerMeterY(_DOTS_PER_METER)
    result.setText("Description", "\n".join(caption_lines(sheet)))
    return result


def png_bytes(sheet: CodeSheet) -> bytes:
    """Return ``png_image`` as the content of a PNG file."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    if not png_image(sheet).save(buffer, "PNG"):
        raise FileNotWritten("", "device")
    return buffer.data().data()


def save_png(sheet: CodeSheet, path: Path) -> None:
    """Write ``png_bytes`` to ``path``. Raises ``FileNotWritten``."""
    write_file(path, png_bytes(sheet))


def svg_bytes(sheet: CodeSheet) -> bytes:
    """Return the code with its caption as an SVG document; the caption stays text."""
    from PySide6.QtSvg import QSvgGenerator

    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(96)
    generator.setTitle(caption_lines(sheet)[0])
    generator.setDescription("\n".join(caption_lines(sheet)))
    layout = _layout(sheet, QrMatrix.of(sheet.code_text), generator)
    generator.setSize(layout.size)
    generator.setViewBox(QRectF(QPointF(0, 0), layout.size))
    painter = QPainter(generator)
    painter.fillRect(QRectF(QPointF(0, 0), layout.size), Qt.GlobalColor.white)
    layout.paint(painter)
    painter.end()
    return buffer.data().data()


def save_svg(sheet: CodeSheet, path: Path) -> None:
    """Write ``svg_bytes`` to ``path``. Raises ``FileNotWritten``."""
    write_file(path, svg_bytes(sheet))


def picture_mime(sheet: CodeSheet) -> QMimeData:
    """Return what "Copy picture" puts on the clipboard: the picture and its caption, never the code as text."""
    mime = QMimeData()
    mime.setImageData(png_image(sheet))
    mime.setData("image/png", QByteArray(png_bytes(sheet)))
    return mime


@dataclass(frozen=True)
class _Layout:
    """The first line, the code and the rest of the caption from top to bottom, in pixels."""

    matrix: QrMatrix
    width: int
    blocks: tuple[TextBlock, ...]

    @property
    def code_side(self) -> int:
        return self.matrix.total * PIXELS_PER_MODULE

    @property
    def margin(self) -> int:
        return QUIET_ZONE * PIXELS_PER_MODULE

    @property
    def size(self) -> QSize:
        texts = sum(block.height + _GAP for block in self.blocks)
        return QSize(self.width, round(self.code_side + texts + 2 * self.margin))

    def paint(self, painter: QPainter) -> None:
        painter.setPen(QColor(Qt.GlobalColor.black))
        first, *rest = self.blocks
        first.draw(painter, QPointF(self.margin, self.margin))
        top = round(self.margin + first.height + _GAP)
        left = (self.width - self.code_side) // 2
        paint(painter, QRectF(left, top, self.code_side, self.code_side), self.matrix)
        down = float(top + self.code_side)
        for block in rest:
            block.draw(painter, QPointF(self.margin, down))
            down += block.height + _GAP


def _layout(sheet: CodeSheet, matrix: QrMatrix, device: QPaintDevice) -> _Layout:
    width = max(matrix.total * PIXELS_PER_MODULE, 560)
    font = QFont(QGuiApplication.font())
    font.setPixelSize(_TEXT_PIXELS)
    bold = QFont(font)
    bold.setBold(True)
    room = width - 2 * QUIET_ZONE * PIXELS_PER_MODULE
    lines = caption_lines(sheet)
    blocks = tuple(TextBlock(line, bold if number == 0 else font, room, device) for number, line in enumerate(lines))
    return _Layout(matrix, width, blocks)


def _plain_image(size: QSize) -> QImage:
    return QImage(size, QImage.Format.Format_RGB32)
