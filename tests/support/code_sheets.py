"""Codes and sheets for tests about painting, paper and reading."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QImage, QPainter

from bcdesktop.core.code import AccessRequest, RequestKind, SigningKey, seal
from bcdesktop.ui.kit.code_sheet import CodeSheet

EXPIRES = datetime(2026, 11, 23, 14, 32, tzinfo=UTC)


def code_text(name: str = "Northwind Media", purpose: str | None = "Spring campaign", seed: int = 1) -> str:
    """Return a signed request as the text of its code."""
    key = SigningKey(bytes([seed]) * 32)
    request = AccessRequest(
        request_id=hashlib.sha256(name.encode()).digest()[:16],
        centre_key=key.public_key,
        centre_name=name,
        scope=(1, 2, 9),
        issued_at=1_795_443_720,
        life=600,
        kind=RequestKind.LINK,
        business_center_id="7000000000000000001",
        purpose=purpose,
    )
    return seal(request, key).text


def code_sheet(**changes) -> CodeSheet:
    """Return a sheet with everything filled in, in Berlin's winter time and British English."""
    values = {
        "code_text": code_text(),
        "business_center_name": "Northwind Media",
        "handle": "mara.cooks",
        "purpose": "Spring campaign",
        "permissions_words": ("Existing posts", "Publish and manage new videos"),
        "expires_at": EXPIRES,
        "zone": timezone(timedelta(hours=1)),
        "locale": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
    }
    return CodeSheet(**(values | changes))


def widest_sheet(**changes) -> CodeSheet:
    """Return a sheet whose texts have their greatest length and widest letters, without a blank to break at."""
    values = {
        "code_text": code_text("W" * 48, "M" * 110),
        "business_center_name": "W" * 48,
        "handle": "w" * 24,
        "purpose": "M" * 120,
        "permissions_words": tuple(f"Permission number {number} in many words" for number in range(9)),
    }
    return code_sheet(**(values | changes))


def busy_screen(width: int, height: int, code: QImage | None = None) -> QImage:
    """Return a picture with some thousand edges, as a screen has them, and perhaps a code on it."""
    screen = QImage(width, height, QImage.Format.Format_RGB32)
    screen.fill(QColor("#e8ecf5"))
    painter = QPainter(screen)
    for number in range(1_500):
        digest = hashlib.sha256(number.to_bytes(4, "big")).digest()
        x, y = (int.from_bytes(digest[:2], "big") * width) >> 16, (int.from_bytes(digest[2:4], "big") * height) >> 16
        painter.fillRect(x, y, digest[4], digest[5] // 6, QColor(digest[6], digest[7], digest[8]))
    if code is not None:
        painter.drawImage(width // 3, height // 4, code)
    painter.end()
    return screen


def pdf_page(content: bytes | Path, number: int = 0, scale: float = 3.0) -> QImage:
    """Return a page of a PDF as pixels, 72 * ``scale`` to the inch."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    bitmap = document[number].render(scale=scale)
    layout = QImage.Format.Format_BGR888
    image = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, layout).copy()
    document.close()
    return image


def pdf_text(content: bytes) -> str:
    """Return the text of all pages of a PDF in one line; line ends become blanks."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(text.split())


def pdf_pages(content: bytes) -> int:
    """Return the number of pages."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    count = len(document)
    document.close()
    return count
