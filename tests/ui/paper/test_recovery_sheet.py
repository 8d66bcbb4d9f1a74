"""The printed recovery text."""

from __future__ import annotations

import pytest

from bcdesktop.ui.kit.code_sheet import required_line
from bcdesktop.ui.paper.output import PageSize, pdf_bytes
from bcdesktop.ui.paper.recovery_sheet import RecoverySheet, lines_of_groups
from tests.support.code_sheets import EXPIRES, pdf_pages, pdf_text

pytestmark = pytest.mark.usefixtures("qapp")

TEXT = "ABCD-EFGH-JKMN-PQRS-TUVW-XYZ2-3456-789A-BCDE-FGHJ-KMNP-QRST-UVW2"


def test_every_group_is_on_the_paper_in_its_order():
    text = pdf_text(pdf_bytes(RecoverySheet("Northwind Media", TEXT, EXPIRES)))
    assert TEXT.replace("-", " ") in text
    assert text.startswith("Recovery text Northwind Media")


def test_the_sheet_says_what_it_is_for_and_where_to_keep_it():
    text = pdf_text(pdf_bytes(RecoverySheet("Northwind Media", TEXT, EXPIRES)))
    assert "can be brought to another computer" in text
    assert "Where to keep it" in text
    assert "Monday, 23 November 2026" in text or "Monday, November 23, 2026" in text


def test_it_carries_no_code_and_so_no_sentence_about_the_phone():
    assert required_line() not in pdf_text(pdf_bytes(RecoverySheet("Northwind Media", TEXT, EXPIRES)))


@pytest.mark.parametrize("size", [PageSize.A4, PageSize.Letter])
def test_the_longest_name_stays_whole_on_one_page(size):
    content = pdf_bytes(RecoverySheet("W" * 48, TEXT * 2, EXPIRES), size)
    assert pdf_pages(content) == 1
    assert "W" * 48 in pdf_text(content).replace(" ", "")


def test_groups_are_laid_out_four_to_a_line():
    assert lines_of_groups("AAAA-BBBB CCCC\nDDDD-EEEE", 4) == ["AAAA  BBBB  CCCC  DDDD", "EEEE"]
