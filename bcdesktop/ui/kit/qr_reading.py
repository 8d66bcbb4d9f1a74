"""Reads QR codes out of pixels. Pure functions on ``QImage``, safe in a worker thread (no pixmap, no widget).

The pixels go to zxing-cpp where they lie: converting a screen to grey costs several times the reading and holds the
interpreter lock, zxing-cpp does neither.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter

from bcdesktop.core.code.messages import CodeKind
from bcdesktop.core.pictures import CodeNotOurs, NoCodeFound, PictureEmpty, SeveralCodesFound

if TYPE_CHECKING:
    import zxingcpp

OUR_PREFIX = re.compile("(?:" + "|".join(kind.value.rstrip("0123456789") for kind in CodeKind) + r")[1-9][0-9]?:")
"""The prefixes of security.md 2.1 with any number: a newer program's code is refused as such, not as strange."""
MOST_PIXELS = 16_000_000
"""A larger picture is made smaller first, so that reading never stalls; two 4K screens still fit."""
_HALVED_UP_TO = 4_000_000
"""Above it only zxing-cpp looks at smaller scales: Qt would hold the interpreter lock, and the window, too long."""
_DOUBLED_UP_TO = 1_200_000
_SAMPLES = 48
_SHOWN_TEXT = 60


@dataclass(frozen=True)
class ReadCode:
    """One QR code of a picture: its text and where it lies, in pixels of the picture."""

    text: str
    rect: QRect


def read_codes(image: QImage) -> list[ReadCode]:
    """Return the QR codes of the first pass that finds any; empty where none does.

    Passes: quick, then every direction and inverted, then flattened, halved and doubled.
    """
    return next((codes for codes in _passes(image) if codes), [])


def find_our_code(image: QImage) -> str:
    """Return the text of the one code of this program in ``image``; the same code twice counts once.

    Raises ``PictureEmpty``, ``NoCodeFound``, ``SeveralCodesFound``, ``CodeNotOurs``.
    """
    strange: list[str] = []
    for codes in _passes(image):
        ours = {code.text for code in codes if OUR_PREFIX.match(code.text)}
        if len(ours) > 1:
            raise SeveralCodesFound(len(ours))
        if ours:
            return ours.pop()
        strange.extend(code.text for code in codes)
    if strange:
        raise CodeNotOurs(kind_of(strange[0]), shortened(strange[0]))
    if is_one_colour(image):
        raise PictureEmpty
    raise NoCodeFound


def is_one_colour(image: QImage) -> bool:
    """Return whether ``image`` has no pixels, or only pixels of one colour; a few samples usually settle it."""
    if image.isNull():
        return True
    first = image.pixel(0, 0)
    across, down = max(1, image.width() // _SAMPLES), max(1, image.height() // _SAMPLES)
    sampled = (image.pixel(x, y) for y in range(0, image.height(), down) for x in range(0, image.width(), across))
    if any(colour != first for colour in sampled):
        return False
    plain = QImage(image.size(), QImage.Format.Format_RGB32)
    plain.fill(image.pixelColor(0, 0))
    return image.convertToFormat(QImage.Format.Format_RGB32) == plain


def kind_of(text: str) -> str:
    """Return what a strange code holds, as named in ``CodeNotOurs``."""
    start = text[:12].casefold()
    kinds = {
        ("http://", "https://", "www."): "web_address",
        ("mailto:", "matmsg:"): "mail",
        ("tel:", "sms:", "smsto:"): "phone",
        ("wifi:",): "wifi",
        ("begin:vcard", "mecard:"): "contact",
    }
    return next((kind for starts, kind in kinds.items() if start.startswith(starts)), "text")


def shortened(text: str) -> str:
    """Return the start of ``text`` in one line, without control or direction marks (security.md 1.3, A13)."""
    line = "".join(character if character.isprintable() else " " for character in text[: 4 * _SHOWN_TEXT])
    line = " ".join(line.split())
    return line if len(line) <= _SHOWN_TEXT and len(text) <= 4 * _SHOWN_TEXT else line[:_SHOWN_TEXT] + "…"


def _passes(image: QImage) -> Iterator[list[ReadCode]]:
    """Yield what each pass finds, cheapest first; coordinates are those of ``image``."""
    if image.isNull():
        return
    base, scale = _capped(image)
    yield _read(base, scale, thorough=False)
    yield _read(base, scale, thorough=True)
    if base.hasAlphaChannel():
        base = _on_white(base)
        yield _read(base, scale, thorough=True)
    pixels = base.width() * base.height()
    for factor, most in ((0.5, _HALVED_UP_TO), (2.0, _DOUBLED_UP_TO)):
        if pixels <= most:
            yield _read(_scaled(base, factor), scale / factor, thorough=True)


def _capped(image: QImage) -> tuple[QImage, float]:
    """Return ``image`` with at most ``MOST_PIXELS``, and by how much it was made smaller."""
    pixels = image.width() * image.height()
    if pixels <= MOST_PIXELS:
        return image, 1.0
    factor = (MOST_PIXELS / pixels) ** 0.5
    return _scaled(image, factor), 1 / factor


def _scaled(image: QImage, factor: float) -> QImage:
    return image.scaled(
        max(1, int(image.width() * factor)),
        max(1, int(image.height() * factor)),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _on_white(image: QImage) -> QImage:
    """Return ``image`` as it looks on white, so that black on nothing can be read."""
    flat = QImage(image.size(), QImage.Format.Format_RGB32)
    flat.fill(Qt.GlobalColor.white)
    painter = QPainter(flat)
    painter.drawImage(0, 0, image)
    painter.end()
    return flat


def _read(image: QImage, scale: float, *, thorough: bool) -> list[ReadCode]:
    import zxingcpp

    found = zxingcpp.read_barcodes(
        _view(image),
        formats=zxingcpp.BarcodeFormat.QRCodeModel2,
        try_rotate=thorough,
        try_downscale=thorough,
        try_invert=thorough,
        text_mode=zxingcpp.TextMode.Plain,
    )
    return [ReadCode(code.text, _rect(code.position, scale)) for code in found]


def _view(image: QImage) -> zxingcpp.ImageView:
    """Return the pixels of ``image`` for zxing-cpp, without a copy for the usual formats."""
    import zxingcpp

    formats = {
        QImage.Format.Format_Grayscale8: (zxingcpp.ImageFormat.Lum, 1),
        QImage.Format.Format_RGB888: (zxingcpp.ImageFormat.RGB, 3),
        QImage.Format.Format_BGR888: (zxingcpp.ImageFormat.BGR, 3),
        QImage.Format.Format_RGBX8888: (zxingcpp.ImageFormat.RGBA, 4),
        QImage.Format.Format_RGBA8888: (zxingcpp.ImageFormat.RGBA, 4),
    }
    if sys.byteorder == "little":
        four_bytes = (
            QImage.Format.Format_RGB32,
            QImage.Format.Format_ARGB32,
            QImage.Format.Format_ARGB32_Premultiplied,
        )
        formats |= dict.fromkeys(four_bytes, (zxingcpp.ImageFormat.BGRA, 4))
    if image.format() not in formats:
        image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    layout, step = formats[image.format()]
    return zxingcpp.ImageView(
        image.constBits(), image.width(), image.height(), layout, row_stride=image.bytesPerLine(), pix_stride=step
    )


def _rect(position: zxingcpp.Position, scale: float) -> QRect:
    corners = (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    left, right = min(corner.x for corner in corners), max(corner.x for corner in corners)
    top, bottom = min(corner.y for corner in corners), max(corner.y for corner in corners)
    return QRect(round(left * scale), round(top * scale), round((right - left) * scale), round((bottom - top) * scale))
