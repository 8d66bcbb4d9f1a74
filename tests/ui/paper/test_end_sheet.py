"""The receipt of an ending on paper and as text."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bcdesktop.core.ending import Effect, EffectKind, Effects, EndReason, EndWay
from bcdesktop.services.ending_records import EndReceiptRow
from bcdesktop.ui.paper.end_sheet import EndSheet, plain_text
from bcdesktop.ui.paper.output import PageSize, pdf_bytes, title_of
from tests.support.code_sheets import pdf_pages, pdf_text

pytestmark = pytest.mark.usefixtures("qapp")


def receipt(effects: Effects, counts=None) -> EndReceiptRow:
    """Return a receipt with these effects."""
    at = datetime(2026, 5, 4, 9, 30, tzinfo=UTC)
    whole = dict(counts or effects.counts)
    return EndReceiptRow("0123456789abcdef", EndWay.DISCONNECT, EndReason.LEAVING, "@mara", at, "Nora", effects, whole)


FEW = Effects.of(
    [
        Effect(EffectKind.LINK_ENDS, "l", "@mara", "Northwind"),
        Effect(EffectKind.MEMBER_LOSES, "g", "@mara", "Sam"),
    ]
)
MANY = Effects.of(Effect(EffectKind.AD_PAUSES, f"a{n}", f"Ad {n:04}", "Main") for n in range(900))


def test_the_sheet_says_what_why_when_by_whom_and_what_stays():
    text = pdf_text(pdf_bytes(EndSheet(receipt(FEW), "Northwind")))
    assert text.startswith("Access ended: @mara")
    for words in (
        "How: Disconnected by the Business Center",
        "Why: Leaving an agency or a brand partnership",
        "By: Nora, Northwind",
        "Sam: @mara",
        "Its followers stay",
    ):
        assert words in text


@pytest.mark.parametrize("size", [PageSize.A4, PageSize.Letter])
def test_a_long_receipt_goes_over_pages_and_loses_no_name(size):
    content = pdf_bytes(EndSheet(receipt(MANY)), size)
    assert pdf_pages(content) > 5
    text = pdf_text(content)
    assert all(f"Ad {n:04}" in text for n in (0, 449, 899))


def test_the_text_has_every_line_and_says_how_many_are_left_out():
    text = plain_text(EndSheet(receipt(FEW, {EffectKind.LINK_ENDS: 1, EffectKind.MEMBER_LOSES: 4_000})))
    assert "- Sam: @mara" in text
    assert "Members who lose access: 4000" in text
    assert "3999 names are left out here." in text


def test_the_document_is_called_after_what_ended():
    assert title_of(EndSheet(receipt(FEW))) == "Access ended: @mara"
