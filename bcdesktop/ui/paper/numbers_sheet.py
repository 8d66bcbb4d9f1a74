"""Performance numbers on paper: the chart, and the ads with their sums (part 3, Analytics)."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QColor, QFontMetricsF, QPagedPaintDevice, QPainter

from bcdesktop.ui.kit.chart_painting import ChartData, ChartInk, ChartLayout, paint_chart
from bcdesktop.ui.paper.page import Page, text_font

_CHART_MM = 70.0
_LINE_MM = 0.4
_SHARES = (0.22, 0.12, 0.13, 0.09, 0.13, 0.13, 0.18)
"""Of the width: ad, campaign, impressions, clicks, video views, conversions, cost, which is never shortened."""


@dataclass(frozen=True)
class NumbersSheet:
    """What is printed. ``rows`` are name, campaign and five numbers, under ``heads``."""

    ad_account: str
    days: str
    made_at: str
    """The moment in words."""
    chart_title: str
    chart: ChartData
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str


def paint_numbers(painter: QPainter, device: QPagedPaintDevice, sheet: NumbersSheet) -> None:
    """Paint all pages; ``painter`` has begun on ``device``."""
    page = Page(painter, device)
    page.text(QCoreApplication.translate("NumbersSheet", "Performance numbers"), text_font(20, bold=True))
    page.space(1)
    page.text(sheet.ad_account, text_font(14))
    page.space(3)
    page.text(sheet.days, text_font(10))
    page.text(sheet.note, text_font(10))
    page.space(5)
    page.keep(_CHART_MM + 10)
    page.text(sheet.chart_title, text_font(12, bold=True))
    page.space(2)
    _paint_chart(page, painter, device, sheet.chart)
    page.space(5)
    _paint_table(page, sheet)
    page.space(4)
    printed = QCoreApplication.translate("NumbersSheet", "Printed by Business Center Desktop on %1")
    page.text(printed.replace("%1", sheet.made_at), text_font(8.5))


def _paint_chart(page: Page, painter: QPainter, device: QPagedPaintDevice, chart: ChartData) -> None:
    font = text_font(8.5)
    with page.area(_CHART_MM) as rect:
        painter.setFont(font)
        layout = ChartLayout(chart, rect, QFontMetricsF(font, device), QLocale())
        ink = ChartInk(
            line=QColor("#1d5fd1"),
            area=QColor("#e4edfc"),
            grid=QColor("#c4c9d1"),
            text=QColor("#000000"),
            width=page.pixels(_LINE_MM),
        )
        paint_chart(painter, layout, ink)


def _paint_table(page: Page, sheet: NumbersSheet) -> None:
    widths = [page.width * share for share in _SHARES]
    page.row(list(zip(sheet.heads, widths, strict=True)), text_font(8.5, bold=True), right_from=2)
    body = text_font(8.5)
    for row in sheet.rows:
        page.row(list(zip(row, widths, strict=True)), body, right_from=2)
