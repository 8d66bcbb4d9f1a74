"""The widget that shows a code."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPalette

from bcdesktop.core.pictures import NoCodeFound
from bcdesktop.ui.kit.qr_code import QrView
from bcdesktop.ui.kit.qr_reading import find_our_code, read_codes
from tests.support.code_sheets import code_text


@pytest.fixture
def view(qtbot) -> QrView:
    view = QrView()
    qtbot.addWidget(view)
    view.set_code(code_text(), "Northwind Media asks for access")
    view.resize(view.sizeHint())
    return view


def _pixels(view: QrView) -> QImage:
    return view.grab().toImage()


def test_the_code_can_be_read_from_the_pixels_of_the_view(view):
    assert find_our_code(_pixels(view)) == code_text()
    assert view.readable


def test_the_smallest_size_the_view_asks_for_can_be_read(view):
    view.resize(view.minimumSizeHint())
    assert view.readable
    assert find_our_code(_pixels(view)) == code_text()


def test_the_code_is_black_on_white_in_the_dark_theme_too(view):
    light = _pixels(view)
    palette = QPalette(QColor("#101319"))
    palette.setColor(QPalette.ColorRole.WindowText, Qt.GlobalColor.white)
    view.setPalette(palette)
    assert _pixels(view) == light


def test_in_a_wide_window_the_code_stays_square_and_whole(view):
    view.resize(900, 320)
    [code] = read_codes(_pixels(view))
    assert abs(code.rect.width() - code.rect.height()) <= 1
    assert abs(code.rect.center().x() - 450) <= 2


def test_too_little_room_shows_a_sentence_instead_of_an_unreadable_code(view):
    view.resize(120, 120)
    assert not view.readable
    with pytest.raises(NoCodeFound):
        find_our_code(_pixels(view))
    assert _dark_pixels(_pixels(view)) > 50


def test_a_covered_code_cannot_be_read_and_says_why(view):
    view.cover("Expired")
    with pytest.raises(NoCodeFound):
        find_our_code(_pixels(view))
    assert view.covered
    assert not view.readable
    assert view.accessibleName() == "QR code: Expired"


@pytest.mark.parametrize("side", [150, 300, 700, 1400])
def test_a_covered_code_cannot_be_read_at_any_size_even_with_more_contrast(view, side):
    view.resize(side, side)
    view.cover("Expired")
    pixels = _pixels(view).convertToFormat(QImage.Format.Format_Grayscale8)
    hard = pixels.convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither)
    assert read_codes(pixels) == read_codes(hard) == read_codes(_darkened(pixels)) == []


def _darkened(pixels: QImage) -> QImage:
    """Return everything that is not white as black."""
    table = [0xFF000000 if grey < 245 else 0xFFFFFFFF for grey in range(256)]
    indexed = QImage(bytes(pixels.constBits()), pixels.width(), pixels.height(), pixels.bytesPerLine(), _INDEXED).copy()
    indexed.setColorTable(table)
    return indexed.convertToFormat(QImage.Format.Format_RGB32)


_INDEXED = QImage.Format.Format_Indexed8


def test_a_new_code_takes_the_cover_away(view):
    view.cover("Expired")
    view.set_code(code_text(seed=2), "renewed")
    assert find_our_code(_pixels(view)) == code_text(seed=2)
    assert (view.accessibleName(), view.accessibleDescription()) == ("QR code", "renewed")


def _dark_pixels(image: QImage) -> int:
    return sum(image.pixelColor(x, y).lightness() < 100 for x in range(image.width()) for y in range(image.height()))
