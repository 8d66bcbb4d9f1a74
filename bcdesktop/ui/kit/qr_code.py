"""The QR code: one matrix and one painter for the screen, for paper and for files (examples.md 2, item 7).

Always black on white with a quiet zone of four modules, in dark mode too, and whole device pixels per module.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bcdesktop.core.pictures import CodeTooLong

QUIET_ZONE = 4
MINIMUM_PIXELS = 2.0
"""Device pixels a module needs on a screen: below it neither the scanner nor a camera reads reliably."""

_MASK = 3
"""A fixed mask: signed codes look random, so searching all eight costs four times as much and gains nothing."""


class Level(Enum):
    """Error correction: the share of a code that may be damaged."""

    LOW = 1  # 7 %
    MEDIUM = 0  # 15 %, for the screen
    QUARTILE = 3  # 25 %
    HIGH = 2  # 30 %, for paper


@dataclass(frozen=True)
class QrMatrix:
    """The dark modules of one code, without the quiet zone."""

    text: str
    level: Level
    size: int
    """Modules along one side, without the quiet zone."""
    path: QPainterPath
    """All dark modules in units of one module, the first at (0, 0)."""

    @staticmethod
    def of(text: str, level: Level = Level.MEDIUM) -> QrMatrix:
        """Return the smallest code for ``text``. Raises ``CodeTooLong``.

        Text of the alphanumeric alphabet (RFC 9285) is kept in alphanumeric mode, so the version stays small.
        """
        return _matrix(text, level)

    @property
    def total(self) -> int:
        """Modules along one side with the quiet zone."""
        return self.size + 2 * QUIET_ZONE


@lru_cache(maxsize=32)
def _matrix(text: str, level: Level) -> QrMatrix:
    import qrcode
    from qrcode.exceptions import DataOverflowError

    code = qrcode.QRCode(error_correction=level.value, border=0, mask_pattern=_MASK)
    code.add_data(text, optimize=0)
    try:
        code.make(fit=True)
    except (DataOverflowError, ValueError) as error:
        raise CodeTooLong(len(text)) from error
    rows = code.get_matrix()
    return QrMatrix(text, level, len(rows), _path(rows))


def _path(rows: list[list[bool]]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for y, row in enumerate(rows):
        start: int | None = None
        for x, dark in enumerate([*row, False]):
            if dark and start is None:
                start = x
            elif not dark and start is not None:
                path.addRect(start, y, x - start, 1)
                start = None
    return path


def pixels_per_module(room: QSizeF, matrix: QrMatrix) -> int:
    """Return the whole pixels per module that fit into ``room`` (device pixels), 0 where none does."""
    return int(min(room.width(), room.height()) + 1e-6) // matrix.total


def paint(painter: QPainter, rect: QRectF, matrix: QrMatrix) -> int:
    """Paint the code with its white quiet zone centred in ``rect`` (the painter's own units).

    Modules get whole device pixels. Returns the device pixels per module; 0 means there was no room and only the
    white ground was painted.
    """
    device = painter.deviceTransform().mapRect(rect)
    module = pixels_per_module(device.size(), matrix)
    side = module * matrix.total
    left = round(device.center().x() - side / 2)
    top = round(device.center().y() - side / 2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.fillRect(rect, Qt.GlobalColor.white)
    if module:
        back, _invertible = painter.deviceTransform().inverted()
        corner = back.map(QPointF(left, top))
        scale = back.mapRect(QRectF(0, 0, module, module)).width()
        painter.translate(corner)
        painter.scale(scale, scale)
        painter.translate(QUIET_ZONE, QUIET_ZONE)
        painter.fillPath(matrix.path, Qt.GlobalColor.black)
    painter.restore()
    return module


def image(matrix: QrMatrix, pixels_per_module: int) -> QImage:
    """Return the code with its quiet zone as an image of ``matrix.total * pixels_per_module`` pixels each way."""
    side = matrix.total * pixels_per_module
    result = QImage(side, side, QImage.Format.Format_RGB32)
    painter = QPainter(result)
    paint(painter, QRectF(0, 0, side, side), matrix)
    painter.end()
    return result


class QrView(QWidget):
    """Shows one code as large as whole device pixels allow, or a sentence where it would be unreadable.

    ``set_code`` gives the text; ``cover`` hides the code, so that an expired one cannot be scanned.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix: QrMatrix | None = None
        self._covered = ""
        self.setAccessibleName(self.tr("QR code"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_code(self, text: str, description: str = "") -> None:
        """Show ``text`` as a code and uncover it. ``description`` is read aloud. Raises ``CodeTooLong``."""
        self._matrix = QrMatrix.of(text) if text else None
        self.setAccessibleDescription(description)
        self.updateGeometry()
        self.uncover()

    def cover(self, text: str) -> None:
        """Hide most of the code behind ``text``, such as "Expired"."""
        self._covered = text
        self._name()

    def uncover(self) -> None:
        """Show the whole code."""
        self._covered = ""
        self._name()

    @property
    def covered(self) -> bool:
        """Whether the code is hidden."""
        return bool(self._covered)

    @property
    def readable(self) -> bool:
        """Whether a code is shown, uncovered, with enough room to be scanned."""
        return bool(self._matrix) and not self._covered and self._fits(self._matrix)

    def _name(self) -> None:
        name = self.tr("QR code")
        self.setAccessibleName(f"{name}: {self._covered}" if self._covered else name)
        self.update()

    def _fits(self, matrix: QrMatrix) -> bool:
        ratio = self.devicePixelRatioF()
        return pixels_per_module(QSizeF(self.width() * ratio, self.height() * ratio), matrix) >= MINIMUM_PIXELS

    def hasHeightForWidth(self) -> bool:
        """The view is square."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The view is square."""
        return width

    def sizeHint(self) -> QSize:
        """About four pixels per module, the size at which an arm's length is no trouble."""
        side = 4 * (self._matrix.total if self._matrix else 73)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """The smallest size at which the code can be scanned."""
        total = self._matrix.total if self._matrix else 73
        side = int(total * MINIMUM_PIXELS / self.devicePixelRatioF()) + 1
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the code, what covers it, or the sentence."""
        painter = QPainter(self)
        whole = QRectF(self.rect())
        side = min(whole.width(), whole.height())
        square = QRectF(whole.center().x() - side / 2, whole.center().y() - side / 2, side, side)
        painter.fillRect(square, Qt.GlobalColor.white)
        if self._matrix is not None and self._fits(self._matrix):
            paint(painter, square, self._matrix)
        elif self._matrix is not None and not self._covered:
            self._write(painter, square, self.tr("Too little room for the code. Make the window larger."))
        if self._covered:
            self._paint_cover(painter, square)
        painter.end()

    def _paint_cover(self, painter: QPainter, square: QRectF) -> None:
        """Fade the code and lay a sheet over it that leaves too little of it to be put together again."""
        painter.fillRect(square, QColor(255, 255, 255, 215))
        inset = square.width() * 0.14
        sheet = square.marginsRemoved(QMarginsF(inset, inset, inset, inset))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor("#c3c8d1"), 1))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRoundedRect(sheet, 12, 12)
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        self._write(painter, sheet, self._covered)

    @staticmethod
    def _write(painter: QPainter, box: QRectF, text: str) -> None:
        margin = min(16.0, box.width() / 12)
        painter.setPen(QColor("#1b1f27"))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(box.marginsRemoved(QMarginsF(margin, margin, margin, margin)), flags, text)
