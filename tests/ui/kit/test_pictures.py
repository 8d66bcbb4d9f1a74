"""Picture files of every kind, and what is none."""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter

from bcdesktop.core.pictures import (
    FileTooLarge,
    FileUnreadable,
    NotAPicture,
    PictureTooLarge,
    PictureUnreadable,
    TextTooLong,
)
from bcdesktop.ui.kit import pictures
from bcdesktop.ui.kit.code_sheet import copy_message
from bcdesktop.ui.kit.pictures import load_picture, load_text, read_file
from bcdesktop.ui.kit.qr_code import QrMatrix, image
from bcdesktop.ui.kit.qr_reading import find_our_code
from bcdesktop.ui.kit.text_reading import find_code_in_text
from tests.support.code_sheets import code_sheet, code_text

pytestmark = pytest.mark.usefixtures("qapp")


def _file(content: QImage, picture_format: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, picture_format.encode()).write(content)
    return buffer.data().data()


def _png_header(width: int, height: int) -> bytes:
    """Return a PNG that claims a size and holds next to nothing."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(bytes(1000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


@pytest.fixture
def code() -> QImage:
    return image(QrMatrix.of(code_text()), 4)


@pytest.mark.parametrize("picture_format", ["png", "jpg", "bmp", "webp", "tiff", "ppm"])
def test_the_content_decides_the_format_whatever_the_name(tmp_path, code, picture_format):
    path = tmp_path / "code.pdf"
    path.write_bytes(_file(code, picture_format))
    assert find_our_code(load_picture(path)) == code_text()


def test_of_a_moving_picture_the_first_frame_is_taken():
    frames = b"".join(_gif_frame(colour) for colour in (0, 1))
    moving = b"GIF89a" + struct.pack("<HHBBB", 2, 2, 0x80, 0, 0) + b"\x00\x00\x00\xff\xff\xff" + frames + b";"
    assert load_picture(moving).pixelColor(0, 0) == Qt.GlobalColor.black


def _gif_frame(colour: int) -> bytes:
    # 2 x 2 pixels of one colour: clear code, four pixels, end code, in three bits each
    bits = 4 | colour << 3 | colour << 6 | colour << 9 | colour << 12 | 5 << 15
    return b"," + struct.pack("<HHHHB", 0, 0, 2, 2, 0) + b"\x02\x03" + bits.to_bytes(3, "little") + b"\x00"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "empty"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "pdf"),
        (b"Hello, here is the code you asked for.\n", "text"),
        ("Grüße aus Köln".encode(), "text"),
        (b"PK\x03\x04" + bytes(40), "archive"),
        (b"\x00\x00\x00\x20ftypisom" + bytes(40), "video"),
        (bytes(range(128, 256)) * 40, "unknown"),
        (bytes(4000), "unknown"),
    ],
)
def test_what_is_no_picture_is_refused_with_what_it_is(tmp_path, content, kind):
    path = tmp_path / "code.png"
    path.write_bytes(content)
    with pytest.raises(NotAPicture) as refused:
        load_picture(path)
    assert refused.value.kind == kind


def test_a_picture_that_was_cut_off_is_refused_as_damaged(code):
    with pytest.raises(PictureUnreadable) as refused:
        load_picture(_file(code, "png")[:300])
    assert refused.value.format == "png"


@pytest.mark.parametrize("start", range(10, 400, 13))
def test_a_damaged_picture_is_a_typed_refusal_or_still_a_picture(code, start):
    content = bytearray(_file(code, "png"))
    content[start : start + 7] = b"damaged"
    try:
        assert not load_picture(bytes(content)).isNull()
    except (PictureUnreadable, NotAPicture, PictureTooLarge):
        return


def test_a_hundred_megapixels_are_refused_with_both_numbers_before_decoding():
    with pytest.raises(PictureTooLarge) as refused:
        load_picture(_png_header(10_000, 10_000))
    assert (refused.value.megapixels, refused.value.limit) == (100.0, 40.0)


def test_a_jpeg_of_a_hundred_megapixels_is_made_smaller_while_it_is_decoded(code):
    large = code.convertToFormat(QImage.Format.Format_Grayscale8).scaled(10_000, 10_000)
    picture = load_picture(_file(large, "jpg"))
    assert picture.width() * picture.height() < 9_000_000
    assert find_our_code(picture) == code_text()


def test_a_jpeg_of_more_than_the_greatest_size_is_refused(monkeypatch, code):
    monkeypatch.setattr(pictures, "MOST_MEGAPIXELS", 0.01)
    monkeypatch.setattr(pictures, "MOST_SCALED_MEGAPIXELS", 0.02)
    with pytest.raises(PictureTooLarge) as refused:
        load_picture(_file(code, "jpg"))
    assert refused.value.limit == 0.02


def test_a_drawing_without_a_sensible_size_is_drawn_in_a_fixed_one():
    huge = b'<svg xmlns="http://www.w3.org/2000/svg" width="900000" height="450000"><rect width="9" height="9"/></svg>'
    assert load_picture(huge).size() == QSize(1600, 800)


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo] if os.name == "posix" else [Path.mkdir])
def test_what_is_no_file_is_told_without_waiting(tmp_path, make):
    path = tmp_path / "code.png"
    make(path)
    with pytest.raises(FileUnreadable) as told:
        load_picture(path)
    assert told.value.reason == {Path.mkdir: "folder"}.get(make, "not_a_file")


@pytest.mark.parametrize("name", ["missing.png", "zero\0.png", "file/inside.png"])
def test_a_missing_file_is_told(tmp_path, name):
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(FileUnreadable) as told:
        load_picture(tmp_path / name)
    assert told.value.reason == "missing"


def test_a_file_without_right_to_read_is_told(tmp_path, monkeypatch):
    path = tmp_path / "code.png"
    path.write_bytes(b"x")

    def forbidden(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbidden)
    with pytest.raises(FileUnreadable) as told:
        load_picture(path)
    assert (told.value.reason, told.value.path) == ("no_right", str(path))


def test_a_file_longer_than_the_limit_is_not_read(tmp_path):
    path = tmp_path / "long.png"
    with path.open("wb") as file:
        file.truncate(pictures.LONGEST_FILE + 1)
    with pytest.raises(FileTooLarge) as refused:
        read_file(path)
    assert (refused.value.length, refused.value.limit) == (pictures.LONGEST_FILE + 1, pictures.LONGEST_FILE)


def test_a_code_saved_as_a_text_file_is_opened(tmp_path):
    path = tmp_path / "message.txt"
    path.write_text(copy_message(code_sheet()), encoding="utf-8-sig")
    assert find_code_in_text(load_text(path)) == code_text()


def test_a_text_file_of_ten_megabytes_is_refused(tmp_path):
    path = tmp_path / "message.txt"
    path.write_bytes(b"x" * 10_000_000)
    with pytest.raises(TextTooLong) as refused:
        load_text(path)
    assert refused.value.length == 10_000_000


def test_a_file_that_is_no_text_is_refused(tmp_path):
    (tmp_path / "message.txt").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3")
    with pytest.raises(NotAPicture) as refused:
        load_text(tmp_path / "message.txt")
    assert refused.value.kind == "pdf"
