"""What is kept on paper to get in again: the recovery text and recovery codes, one page, in large letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from bcdesktop.ui.kit.fonts import FAMILY

_MILLIMETRE = 1 / 25.4


@dataclass(frozen=True)
class Sheet:
    """A title, the secret line by line, what it is for, and how to keep it."""

    title: str
    lines: Sequence[str]
    use: str
    warning: str


def recovery_text_sheet(name: str, lines: Sequence[str]) -> Sheet:
    """Return the sheet with the recovery text of the Business Center called ``name``."""
    return Sheet(
        QCoreApplication.translate("RecoverySheet", "Recovery text of “%1”").replace("%1", name),
        lines,
        QCoreApplication.translate(
            "RecoverySheet",
            "It brings the key of this Business Center to another computer: sign in there in Business Center Desktop"
            " and type it in. Capital or small letters and dashes do not matter.",
        ),
        QCoreApplication.translate(
            "RecoverySheet", "Keep it where only you find it. Whoever has it and your password can ask in your name."
        ),
    )


def recovery_codes_sheet(email: str, lines: Sequence[str]) -> Sheet:
    """Return the sheet with the recovery codes of the person who signs in as ``email``."""
    return Sheet(
        QCoreApplication.translate("RecoverySheet", "Recovery codes of %1").replace("%1", email),
        lines,
        QCoreApplication.translate(
            "RecoverySheet",
            "Each stands in once for the code of your authenticator app in Business Center Desktop, or lets you choose"
            " a new password. Cross out what you have used.",
        ),
        QCoreApplication.translate(
            "RecoverySheet", "Keep them where only you find them, and not beside the phone with the app."
        ),
    )


def plain_text(sheet: Sheet) -> str:
    """Return the sheet as text."""
    return "\n\n".join((sheet.title, "\n".join(sheet.lines), sheet.use, sheet.warning)) + "\n"


def pdf_bytes(sheet: Sheet) -> bytes:
    """Return the sheet as a PDF of one A4 page."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout.Unit.Millimeter)
    writer.setTitle(sheet.title)
    print_sheet(writer, sheet)
    buffer.close()
    return bytes(data.data())


def print_sheet(device: QPagedPaintDevice, sheet: Sheet) -> None:
    """Paint the sheet on ``device``."""
    painter = QPainter(device)
    unit = device.logicalDpiY() * _MILLIMETRE
    width, top = float(device.width()), 0.0
    for text, points, bold in (
        (sheet.title, 18, True),
        ("\n".join(sheet.lines), 20, True),
        (sheet.use, 11, False),
        (sheet.warning, 11, False),
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
