"""Codes as picture files and on the clipboard."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest
from PySide6.QtGui import QImage

from bcdesktop.core.pictures import FileNotWritten
from bcdesktop.ui.kit.code_sheet import caption_lines
from bcdesktop.ui.kit.pictures import load_picture, picture_from_mime
from bcdesktop.ui.kit.qr_code import QrMatrix
from bcdesktop.ui.kit.qr_files import picture_mime, png_image, save_png, save_svg
from bcdesktop.ui.kit.qr_reading import find_our_code, read_codes
from tests.support.code_sheets import code_sheet, widest_sheet

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("save", [save_png, save_svg])
@pytest.mark.parametrize("make", [code_sheet, widest_sheet])
def test_a_saved_code_is_read_back_from_its_file(tmp_path, save, make):
    sheet, path = make(), tmp_path / "code"
    save(sheet, path)
    assert find_our_code(load_picture(path)) == sheet.code_text


def test_a_saved_png_has_eight_pixels_per_module(tmp_path):
    sheet = code_sheet()
    save_png(sheet, tmp_path / "code.png")
    [code] = read_codes(load_picture(tmp_path / "code.png"))
    assert abs(code.rect.width() - 8 * QrMatrix.of(sheet.code_text).size) <= 2


def test_a_png_carries_its_caption_as_text_too(tmp_path):
    save_png(code_sheet(), tmp_path / "code.png")
    assert load_picture(tmp_path / "code.png").text("Description").splitlines() == list(caption_lines(code_sheet()))


@pytest.mark.parametrize("make", [code_sheet, widest_sheet])
def test_no_word_of_the_caption_touches_the_edge_of_the_picture(make):
    image = png_image(make())
    width, height = image.width(), image.height()
    edge = [(x, y) for x in range(width) for y in (0, 7, height - 8, height - 1)]
    edge += [(x, y) for y in range(height) for x in (0, 7, width - 8, width - 1)]
    assert {image.pixelColor(x, y).name() for x, y in edge} == {"#ffffff"}


def test_a_longer_caption_makes_the_picture_higher():
    assert png_image(widest_sheet()).height() > png_image(widest_sheet(purpose=None)).height()


def test_the_caption_of_an_svg_stays_text_with_the_required_line_first(tmp_path):
    save_svg(code_sheet(), tmp_path / "code.svg")
    root = ET.parse(tmp_path / "code.svg").getroot()
    words = "".join("".join(node.itertext()) + " " for node in root.iter("{http://www.w3.org/2000/svg}text"))
    assert " ".join(words.split()) == " ".join(caption_lines(code_sheet()))


def test_a_copied_picture_can_be_pasted_into_the_phone():
    mime = picture_mime(code_sheet())
    assert find_our_code(picture_from_mime(mime)) == code_sheet().code_text
    assert find_our_code(QImage.fromData(mime.data("image/png"))) == code_sheet().code_text


@pytest.mark.parametrize("save", [save_png, save_svg])
def test_a_folder_that_is_not_there_is_told(tmp_path, save):
    with pytest.raises(FileNotWritten) as told:
        save(code_sheet(), tmp_path / "none" / "code.png")
    assert (told.value.reason, told.value.path) == ("no_folder", str(tmp_path / "none" / "code.png"))
