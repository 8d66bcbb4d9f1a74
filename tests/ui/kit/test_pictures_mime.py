"""What the clipboard and a drop can bring."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from bcdesktop.core.pictures import ClipboardEmpty, NotAPicture, PictureEmpty, PictureTooLarge, TextTooLong
from bcdesktop.ui.kit.pictures import file_of_mime, picture_from_mime, text_from_mime
from bcdesktop.ui.kit.qr_code import QrMatrix, image
from bcdesktop.ui.kit.qr_reading import find_our_code
from tests.support.code_sheets import code_text

pytestmark = pytest.mark.usefixtures("qapp")


def _mime(**changes) -> QMimeData:
    mime = QMimeData()
    for name, value in changes.items():
        getattr(mime, f"set{name}")(value)
    return mime


def test_a_picture_on_the_clipboard_is_taken_before_the_words_beside_it():
    mime = _mime(Text="a caption", Html="<img>", ImageData=image(QrMatrix.of(code_text()), 3))
    assert find_our_code(picture_from_mime(mime)) == code_text()


def test_a_dropped_file_is_opened(tmp_path):
    path = tmp_path / "code größer.png"
    image(QrMatrix.of(code_text()), 3).save(str(path))
    mime = _mime(Urls=[QUrl("https://example.org/x.png"), QUrl.fromLocalFile(str(path))])
    assert file_of_mime(mime) == path
    assert find_our_code(picture_from_mime(mime)) == code_text()


def test_a_web_address_is_refused_and_never_fetched():
    with pytest.raises(NotAPicture) as refused:
        picture_from_mime(_mime(Urls=[QUrl("https://example.org/code.png")]))
    assert refused.value.kind == "web_address"


def test_text_alone_is_no_picture():
    with pytest.raises(NotAPicture) as refused:
        picture_from_mime(_mime(Text="hello"))
    assert refused.value.kind == "text"


@pytest.mark.parametrize("changes", [{}, {"Text": "  \n"}, {"Html": ""}])
def test_an_empty_clipboard_is_told(changes):
    with pytest.raises(ClipboardEmpty):
        picture_from_mime(_mime(**changes))
    with pytest.raises(ClipboardEmpty):
        text_from_mime(_mime(**changes))


def test_a_picture_without_pixels_is_told():
    with pytest.raises(PictureEmpty):
        picture_from_mime(_mime(ImageData=QImage()))


def test_a_huge_picture_on_the_clipboard_is_refused():
    with pytest.raises(PictureTooLarge) as refused:
        picture_from_mime(_mime(ImageData=QImage(10_000, 10_000, QImage.Format.Format_Mono)))
    assert refused.value.megapixels == 100.0


def test_pasted_text_comes_without_the_blanks_around_it():
    assert text_from_mime(_mime(Text="\n  AR1:ABC \n")) == "AR1:ABC"


def test_a_paste_of_ten_megabytes_is_refused_with_its_length():
    with pytest.raises(TextTooLong) as refused:
        text_from_mime(_mime(Text="A" * 10_000_000))
    assert (refused.value.length, refused.value.limit) == (10_000_000, 20_000)
