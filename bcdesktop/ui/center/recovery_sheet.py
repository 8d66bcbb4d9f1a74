"""The recovery text on paper: one page, in large letters."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from bcdesktop.ui.kit.fonts import FAMILY

_MILLIMETRE = 1 / 25.4


def _words() -> tuple[str, str, str]:
    return (
        QCoreApplication.translate("RecoverySheet", "Recovery text of “%1”"),
        QCoreApplication.translate(
            "RecoverySheet",
            "It brings the key of this Business Center to another computer: sign in there in Business Center Desktop"
            " and type it in. Capital or small letters and dashes do not matter.",
        ),
        QCoreApplication.translate(
            "RecoverySheet", "Keep it where only you find it. Whoever has it and your password can ask in your name."
        ),
    )


def plain_text(name: str, lines: Sequence[str]) -> str:
    """Return the sheet as text."""
    title, use, warning = _words()
    return "\n\n".join((title.replace("%1", name), "\n".join(lines), use, warning)) + "\n"


def pdf_bytes(name: str, lines: Sequence[str]) -> bytes:
    """Return the sheet as a PDF of one A4 page."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout.Unit.Millimeter)
    writer.setTitle(_words()[0].replace("%1", name))
    print_sheet(writer, name, lines)
    buffer.close()
    return bytes(data.data())


def print_sheet(device: QPagedPaintDevice, name: str, lines: Sequence[str]) -> None:
    """Paint the sheet on ``device``."""
    title, use, warning = _words()
    painter = QPainter(device)
    unit = device.logicalDpiY() * _MILLIMETRE
    width, top = float(device.width()), 0.0
    for text, points, bold in (
        (title.replace("%1", name), 18, True),
        ("\n".join(lines), 20, True),
        (use, 11, False),
        (warning, 11, False),
    ):
        font = QFont(FAMILY)
        font.setPointSizeF(points)
        font.setBold(bold)
        painter.setFont(font)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        box = painter.boundingRect(QRectF(0, top, width, device.height()), flags, text)
        painter.drawText(box, flags, text)
        top = box.bottom() + 8 * unit
    painter.end()
