"""The printed sheet of a request, read back from its pixels and its text."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from bcdesktop.core.code import RequestKind
from bcdesktop.core.pictures import FileNotWritten, NoCodeFound
from bcdesktop.ui.kit.code_sheet import caption_lines, required_line, steps
from bcdesktop.ui.kit.qr_code import Level, QrMatrix, image
from bcdesktop.ui.kit.qr_reading import find_our_code, read_codes
from bcdesktop.ui.paper.output import PageSize, pdf_bytes, save_pdf
from bcdesktop.ui.paper.page import module_mm
from bcdesktop.ui.paper.request_sheet import print_matrix
from tests.support.code_sheets import code_sheet, code_text, pdf_page, pdf_pages, pdf_text, widest_sheet

pytestmark = pytest.mark.usefixtures("qapp")

_PIXELS_PER_MM = 3 * 72 / 25.4
SIZES = [PageSize.A4, PageSize.Letter]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("make", [code_sheet, widest_sheet])
def test_the_code_is_read_from_the_pixels_of_the_page(size, make):
    sheet = make()
    assert find_our_code(pdf_page(pdf_bytes(sheet, size))) == sheet.code_text


@pytest.mark.parametrize("make", [code_sheet, widest_sheet])
def test_every_sentence_is_on_the_paper_whole_with_the_required_line_first(make):
    sheet = make()
    text = pdf_text(pdf_bytes(sheet))
    assert text.startswith(required_line())
    solid = text.replace(" ", "")
    missing = [line for line in (*caption_lines(sheet), *steps(sheet)) if line.replace(" ", "") not in solid]
    assert missing == []
    assert sheet.code_text.replace(" ", "") in solid


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("make", [code_sheet, widest_sheet])
def test_everything_stays_within_the_margins_of_one_page(size, make):
    content = pdf_bytes(make(), size)
    assert pdf_pages(content) == 1
    assert _ink_in_margins(pdf_page(content, scale=1.0), 17) == 0


def _ink_in_margins(page, margin_mm: float) -> int:
    """Return the number of pixels that are not white nearer than ``margin_mm`` to an edge; one pixel is a point."""
    margin = int(margin_mm / 25.4 * 72)
    white = QColor("white")
    width, height = page.width(), page.height()
    near = [(x, y) for x in range(width) for y in (*range(margin), *range(height - margin, height))]
    near += [(x, y) for y in range(height) for x in (*range(margin), *range(width - margin, width))]
    return sum(page.pixelColor(x, y) != white for x, y in near)


def test_a_page_has_the_size_of_its_paper_in_millimetres():
    a4, letter = (pdf_page(pdf_bytes(code_sheet(), size), scale=1.0).size().toTuple() for size in SIZES)
    assert (a4, letter) == ((595, 842), (612, 792))


def test_the_code_is_as_large_on_paper_as_it_was_meant():
    [code] = read_codes(pdf_page(pdf_bytes(code_sheet())))
    matrix = print_matrix(code_text(), 115)
    assert code.rect.width() / _PIXELS_PER_MM == pytest.approx(115 * matrix.size / matrix.total, abs=1.5)


def test_paper_gets_the_strongest_level_where_its_modules_stay_large_enough():
    assert print_matrix(code_text(), 75).level is Level.HIGH
    assert module_mm(print_matrix(code_text(), 75), 75) >= 0.7
    assert print_matrix(code_text(), 60).level is not Level.HIGH


def test_a_text_that_only_fits_at_a_lower_level_is_still_printed():
    assert print_matrix("A" * 3_000, 115).level is Level.MEDIUM


def _with_blot(page: QImage) -> QImage:
    """Return ``page`` with two fifths of the code's width and height wiped out in its middle."""
    [code] = read_codes(page)
    blot = code.rect.width() * 2 // 5
    painter = QPainter(page)
    painter.fillRect(code.rect.center().x() - blot // 2, code.rect.center().y() - blot // 2, blot, blot, "white")
    painter.end()
    return page


def test_a_blot_that_the_screen_code_does_not_survive_does_no_harm_on_paper():
    assert find_our_code(_with_blot(pdf_page(pdf_bytes(code_sheet())))) == code_text()
    with pytest.raises(NoCodeFound):
        find_our_code(_with_blot(image(QrMatrix.of(code_text()), 8)))


def test_a_text_too_long_for_one_page_goes_on_to_the_next(qapp):
    many = code_sheet(permissions_words=tuple(f"Permission number {number}" for number in range(400)))
    content = pdf_bytes(many)
    assert pdf_pages(content) > 1
    assert "Permission number 399" in pdf_text(content)
    assert "Scan only if you expected this." in pdf_text(content)


def test_a_claim_has_a_heading_of_its_own():
    assert "Request to own a TikTok account" in pdf_text(pdf_bytes(code_sheet(kind=RequestKind.CLAIM)))


def test_the_size_of_the_letters_on_the_screen_does_not_change_the_paper(qapp):
    before, font = pdf_page(pdf_bytes(code_sheet())), qapp.font()
    larger = qapp.font()
    larger.setPointSizeF(30)
    qapp.setFont(larger)
    try:
        assert pdf_page(pdf_bytes(code_sheet())) == before
    finally:
        qapp.setFont(font)


def test_a_pdf_is_written_whole_or_told(tmp_path):
    save_pdf(code_sheet(), tmp_path / "request.pdf")
    assert find_our_code(pdf_page(tmp_path / "request.pdf")) == code_text()
    with pytest.raises(FileNotWritten):
        save_pdf(code_sheet(), tmp_path / "none" / "request.pdf")


def test_the_title_of_the_document_says_what_it_is():
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf_bytes(code_sheet()))
    assert document.get_metadata_value("Title") == "Request for access to a TikTok account"
    document.close()


def test_the_printed_code_has_more_modules_than_the_one_on_the_screen():
    assert print_matrix(code_text(), 115).size > QrMatrix.of(code_text()).size
