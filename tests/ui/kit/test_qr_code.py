"""The matrix and its painter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from bcdesktop.core.pictures import CodeTooLong
from bcdesktop.ui.kit.qr_code import QUIET_ZONE, Level, QrMatrix, image, paint
from bcdesktop.ui.kit.qr_reading import find_our_code
from tests.support.code_sheets import code_text

WHITE, BLACK = QColor(Qt.GlobalColor.white), QColor(Qt.GlobalColor.black)


def test_base45_text_is_kept_in_alphanumeric_mode_so_that_the_version_stays_small():
    assert QrMatrix.of("A0 $%" * 81).size == 65  # 405 characters: version 12 (security.md 2.2)


def test_the_strongest_level_needs_more_modules_than_the_one_for_the_screen():
    text = code_text()
    assert QrMatrix.of(text, Level.HIGH).size > QrMatrix.of(text, Level.MEDIUM).size


def test_text_that_fits_into_no_code_is_refused_with_its_length():
    with pytest.raises(CodeTooLong) as refused:
        QrMatrix.of("A" * 5_000)
    assert refused.value.length == 5_000


@pytest.mark.parametrize("pixels", [2, 3, 8])
def test_every_module_is_painted_in_whole_pixels(qapp, pixels):
    matrix = QrMatrix.of(code_text())
    large, small = image(matrix, pixels), image(matrix, 1)
    assert large == small.scaled(large.size())


def test_four_modules_around_the_code_stay_white(qapp):
    matrix = QrMatrix.of(code_text())
    painted = image(matrix, 1)
    last = painted.width() - 1
    for near in range(QUIET_ZONE):
        for along in range(painted.width()):
            for x, y in ((near, along), (last - near, along), (along, near), (along, last - near)):
                assert painted.pixelColor(x, y) == WHITE
    assert painted.pixelColor(QUIET_ZONE, QUIET_ZONE) == BLACK


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0, 3.0])
def test_modules_are_whole_device_pixels_at_every_scale_of_the_screen(qapp, ratio):
    matrix = QrMatrix.of(code_text())
    canvas = QImage(round(333 * ratio), round(333 * ratio), QImage.Format.Format_RGB32)
    canvas.setDevicePixelRatio(ratio)
    canvas.fill(Qt.GlobalColor.gray)
    painter = QPainter(canvas)
    painter.translate(0.3, 7.7)
    pixels = paint(painter, QRectF(5.4, 3.1, 300.3, 310.2), matrix)
    painter.end()
    canvas.setDevicePixelRatio(1)
    assert pixels == int(300.3 * ratio) // matrix.total
    assert set(_runs(canvas, matrix, pixels)) == {0}
    assert find_our_code(canvas) == matrix.text


def _runs(canvas: QImage, matrix: QrMatrix, pixels: int) -> list[int]:
    """Return what is left of each black run of the code's first row when it is cut into modules."""
    for y in range(canvas.height()):
        row = [canvas.pixelColor(x, y) == BLACK for x in range(canvas.width())]
        if any(row):
            break
    first, last = row.index(True), len(row) - row[::-1].index(True)
    assert last - first == matrix.size * pixels
    runs, length = [], 0
    for dark in [*row[first:last], False]:
        length, done = (length + 1, 0) if dark else (0, length)
        if done:
            runs.append(done % pixels)
    return runs


def test_where_there_is_no_room_only_the_white_ground_is_painted(qapp):
    canvas = QImage(40, 40, QImage.Format.Format_RGB32)
    canvas.fill(Qt.GlobalColor.red)
    painter = QPainter(canvas)
    pixels = paint(painter, QRectF(0, 0, 40, 40), QrMatrix.of(code_text()))
    painter.end()
    white = QImage(canvas.size(), canvas.format())
    white.fill(WHITE)
    assert (pixels, canvas) == (0, white)
