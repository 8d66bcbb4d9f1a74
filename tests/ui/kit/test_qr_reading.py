"""Reading codes from pixels."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from bcdesktop.core.pictures import CodeNotOurs, NoCodeFound, PictureEmpty, SeveralCodesFound
from bcdesktop.ui.kit.qr_code import QrMatrix, image
from bcdesktop.ui.kit.qr_reading import MOST_PIXELS, find_our_code, is_one_colour, kind_of, read_codes, shortened
from tests.support.code_sheets import busy_screen, code_text

FORMATS = [
    QImage.Format.Format_RGB32,
    QImage.Format.Format_ARGB32,
    QImage.Format.Format_ARGB32_Premultiplied,
    QImage.Format.Format_RGBX8888,
    QImage.Format.Format_RGBA8888,
    QImage.Format.Format_RGB888,
    QImage.Format.Format_BGR888,
    QImage.Format.Format_Grayscale8,
    QImage.Format.Format_Mono,
    QImage.Format.Format_Indexed8,
    QImage.Format.Format_RGB16,
    QImage.Format.Format_RGBA64,
]


@pytest.fixture
def code(qapp) -> QImage:
    return image(QrMatrix.of(code_text()), 4)


@pytest.mark.parametrize("pixel_format", FORMATS, ids=lambda found: found.name)
@pytest.mark.parametrize("width", [1277, 1280])
def test_a_code_on_a_screen_is_read_in_every_pixel_format_and_odd_width(code, pixel_format, width):
    screen = busy_screen(width, 801, code).convertToFormat(pixel_format)
    [read] = read_codes(screen)
    left, top = width // 3 + 16, 801 // 4 + 16
    assert read.text == code_text()
    assert abs(read.rect.left() - left) + abs(read.rect.top() - top) <= 4


@pytest.mark.parametrize("angle", [0, 7, 45, 90, 133, 180, 270])
def test_a_turned_code_is_read(code, angle):
    assert find_our_code(code.transformed(QTransform().rotate(angle), _SMOOTH)) == code_text()


_SMOOTH = Qt.TransformationMode.SmoothTransformation


def test_a_mirrored_and_a_white_on_black_code_are_read(code):
    inverted = code.copy()
    inverted.invertPixels()
    assert find_our_code(inverted) == find_our_code(code.flipped(Qt.Orientation.Horizontal)) == code_text()


@pytest.mark.parametrize("module", [1.0, 1.5, 2.3, 20.0])
def test_a_very_small_and_a_very_large_code_are_read(code, module):
    side = round(module * code.width() / 4)
    assert find_our_code(code.scaled(side, side, Qt.AspectRatioMode.IgnoreAspectRatio, _SMOOTH)) == code_text()


def test_a_picture_that_was_sent_as_a_poor_jpeg_is_read(code):
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    code.save(buffer, "JPEG", 15)
    assert find_our_code(QImage.fromData(QByteArray(buffer.data()))) == code_text()


def test_black_on_nothing_is_read_as_black_on_white(code):
    transparent = code.convertToFormat(QImage.Format.Format_ARGB32)
    for y in range(transparent.height()):
        for x in range(transparent.width()):
            if transparent.pixelColor(x, y) == QColor(Qt.GlobalColor.white):
                transparent.setPixelColor(x, y, QColor(0, 0, 0, 0))
    assert find_our_code(transparent) == code_text()


def test_a_picture_larger_than_the_cap_is_made_smaller_first_and_its_places_stay_right(qapp):
    large = QImage(5200, 5200, QImage.Format.Format_Grayscale8)
    large.fill(Qt.GlobalColor.white)
    assert large.width() * large.height() > MOST_PIXELS
    painter = QPainter(large)
    painter.drawImage(3000, 1000, image(QrMatrix.of(code_text()), 20))
    painter.end()
    [read] = read_codes(large)
    assert abs(read.rect.left() - 3080) + abs(read.rect.top() - 1080) <= 24


def _side_by_side(*texts: str) -> QImage:
    pictures = [image(QrMatrix.of(text), 4) for text in texts]
    sheet = QImage(sum(p.width() for p in pictures), max(p.height() for p in pictures), QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    left = 0
    for picture in pictures:
        painter.drawImage(left, 0, picture)
        left += picture.width()
    painter.end()
    return sheet


def test_two_different_codes_of_ours_are_refused_with_their_number(qapp):
    with pytest.raises(SeveralCodesFound) as refused:
        find_our_code(_side_by_side(code_text(), code_text(seed=2)))
    assert refused.value.count == 2


def test_the_same_code_twice_counts_once(qapp):
    assert find_our_code(_side_by_side(code_text(), code_text())) == code_text()


def test_a_strange_code_beside_ours_does_not_matter(qapp):
    assert find_our_code(_side_by_side("https://example.org/", code_text())) == code_text()


def test_a_code_of_a_newer_program_is_handed_on_to_be_refused_as_such(qapp):
    assert find_our_code(_side_by_side("AR2:ABC")) == "AR2:ABC"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("https://example.org/login?x=1", "web_address"),
        ("mailto:someone@example.org", "mail"),
        ("WIFI:S:guest;T:WPA;P:secret;;", "wifi"),
        ("BEGIN:VCARD\nFN:Someone\nEND:VCARD", "contact"),
        ("tel:+4930123456", "phone"),
        ("just words", "text"),
        ("ar1:lower case is not ours", "text"),
    ],
)
def test_a_strange_code_is_refused_with_what_it_is(qapp, text, kind):
    with pytest.raises(CodeNotOurs) as refused:
        find_our_code(_side_by_side(text))
    assert (refused.value.kind, refused.value.text) == (kind, " ".join(text.split()))


def test_a_screen_without_a_code_is_refused(qapp):
    with pytest.raises(NoCodeFound):
        find_our_code(busy_screen(1280, 800))


@pytest.mark.parametrize("colour", ["black", "white", "#336699"])
def test_a_picture_of_one_colour_is_refused_as_empty(colour):
    plain = QImage(641, 480, QImage.Format.Format_RGB32)
    plain.fill(QColor(colour))
    with pytest.raises(PictureEmpty):
        find_our_code(plain)


def test_a_picture_without_pixels_is_refused_as_empty():
    with pytest.raises(PictureEmpty):
        find_our_code(QImage())


def test_one_pixel_of_another_colour_is_not_one_colour():
    plain = QImage(641, 480, QImage.Format.Format_ARGB32)
    plain.fill(Qt.GlobalColor.black)
    plain.setPixelColor(640, 479, QColor(0, 0, 1))
    assert not is_one_colour(plain)


@given(st.text(max_size=500))
def test_what_a_strange_code_holds_is_shown_in_one_short_printable_line(text):
    line = shortened(text)
    assert len(line) <= 61
    assert line.isprintable()
    assert kind_of(text) in {"web_address", "mail", "phone", "wifi", "contact", "text"}
