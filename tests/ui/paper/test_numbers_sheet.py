"""Performance numbers on paper: the chart with its axes, the ads with sums that are never shortened."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bcdesktop.ui.kit.chart_painting import ChartData
from bcdesktop.ui.paper.numbers_sheet import NumbersSheet
from bcdesktop.ui.paper.output import PageSize, pdf_bytes
from tests.support.code_sheets import pdf_pages, pdf_text

pytestmark = pytest.mark.usefixtures("qapp")

FIRST = date(2026, 10, 1)
HEADS = ("Ad", "Campaign", "Impressions", "Clicks", "Video views", "Conversions", "Cost")
ROW = ("Poppy 01", "Autumn", "1,393,960", "6,417", "1,275,772", "403", "1,211,270.83 EUR")


def sheet(rows=(ROW,)) -> NumbersSheet:
    points = tuple((FIRST + timedelta(days=number), 100 * number) for number in range(10) if number != 4)
    chart = ChartData(points, FIRST, FIRST + timedelta(days=9), "Impressions", str, str)
    return NumbersSheet(
        "Harbour Shoes (1)", "October", "23 November 2026", "Impressions: whole ad account", chart, HEADS, rows, "Note."
    )


@pytest.mark.parametrize("size", [PageSize.A4, PageSize.Letter])
def test_chart_and_sums_stand_on_it_whole(size):
    text = pdf_text(pdf_bytes(sheet(), size))
    assert text.startswith("Performance numbers Harbour Shoes (1) October Note.")
    assert "1 Oct" in text
    assert "1000" in text
    assert all(head in text for head in HEADS)
    assert all(cell in text for cell in ROW)


def test_many_ads_go_on_to_further_pages_and_none_is_lost():
    rows = tuple((f"Ad {number}.", *ROW[1:]) for number in range(150))
    content = pdf_bytes(sheet(rows))
    assert pdf_pages(content) > 2
    assert all(f"Ad {number}." in pdf_text(content) for number in range(150))
