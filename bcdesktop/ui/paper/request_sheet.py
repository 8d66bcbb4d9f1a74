"""The printed sheet of a request: who asks, the code, what to do, the code as text (security.md 2.2)."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPagedPaintDevice, QPainter

from bcdesktop.core.code.messages import RequestKind
from bcdesktop.core.pictures import CodeTooLong
from bcdesktop.ui.kit import code_sheet as words
from bcdesktop.ui.kit.code_sheet import CodeSheet
from bcdesktop.ui.kit.qr_code import Level, QrMatrix
from bcdesktop.ui.paper.page import Page, fixed_font, module_mm, text_font

_LARGEST_CODE_MM = 115.0
_SMALLEST_CODE_MM = 75.0
_SMALLEST_MODULE_MM = 0.7
"""A printed module below it is lost on a worn printer or in a photograph of the sheet."""


def heading(sheet: CodeSheet) -> str:
    """Return the heading of the sheet."""
    if sheet.kind is RequestKind.CLAIM:
        return QCoreApplication.translate("RequestSheet", "Request to own a TikTok account")
    return QCoreApplication.translate("RequestSheet", "Request for access to a TikTok account")


def paint_request(painter: QPainter, device: QPagedPaintDevice, sheet: CodeSheet) -> None:
    """Paint the whole sheet; ``painter`` has begun on ``device``. Raises ``CodeTooLong``."""
    page = Page(painter, device)
    body = text_font(10.5)
    page.text(words.required_line(), text_font(12.5, bold=True))
    page.space(5)
    page.text(heading(sheet), text_font(18, bold=True))
    page.space(1.5)
    page.text(words.who_line(sheet), text_font(12))
    page.space(2)
    side = _code_side(page, sheet)
    page.code(print_matrix(sheet.code_text, side), side)
    page.space(1)
    page.text(words.valid_until(sheet), text_font(11, bold=True))
    page.space(1)
    for line in _about(sheet):
        page.text(line, body)
        page.space(1)
    page.space(3)
    page.text(QCoreApplication.translate("RequestSheet", "What to do"), text_font(12, bold=True))
    page.space(1)
    for number, step in enumerate(words.steps(sheet), start=1):
        page.text(f"{number}. {step}", body)
        page.space(0.8)
    page.space(1)
    page.text(words.expected_line(), text_font(10.5, bold=True))
    page.space(4)
    page.text(QCoreApplication.translate("RequestSheet", "The code as text"), text_font(8.5, bold=True))
    page.text(sheet.code_text, fixed_font(7.5))


def print_matrix(code_text: str, side: float) -> QrMatrix:
    """Return the code with the strongest error correction whose modules stay large enough on ``side`` millimetres."""
    matrix = None
    for level in (Level.HIGH, Level.QUARTILE, Level.MEDIUM):
        try:
            matrix = QrMatrix.of(code_text, level)
        except CodeTooLong:
            continue
        if module_mm(matrix, side) >= _SMALLEST_MODULE_MM:
            return matrix
    if matrix is None:
        raise CodeTooLong(len(code_text))
    return matrix


def _about(sheet: CodeSheet) -> list[str]:
    lines = (words.addressee_line(sheet), words.purpose_line(sheet), words.permissions_line(sheet))
    return [line for line in lines if line]


def _code_side(page: Page, sheet: CodeSheet) -> float:
    """Return a size that leaves room for the texts on the same page where that is possible."""
    body = text_font(10.5)
    texts = sum(page.text_height(text, body) + 1.2 for text in (*_about(sheet), *words.steps(sheet)))
    texts += page.text_height(sheet.code_text, fixed_font(7.5)) + 42
    room = page.left_over - texts
    return min(max(room, _SMALLEST_CODE_MM), _LARGEST_CODE_MM, page.width)
