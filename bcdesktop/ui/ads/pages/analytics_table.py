"""The ads with their sums: columns of the table, rows of the CSV and of the sheet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bcdesktop.core.report_columns import ReportColumn
from bcdesktop.core.report_records import Metric
from bcdesktop.ui.kit.number_words import NONE, column_label, count_text, money_text, number_text
from bcdesktop.ui.kit.tables import RIGHT, Column

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bcdesktop.services.report_records import AdNumbers

_WIDTHS = {Metric.CLICKS: 10, Metric.SPEND: 16}


def ad_number_columns() -> list[Column]:
    """Return the columns of the ads."""
    return [
        Column("ad", column_label(ReportColumn.AD_NAME), ad_text, tooltip=ad_text, width=25),
        Column("campaign", column_label(ReportColumn.CAMPAIGN_NAME), _campaign, tooltip=_campaign, width=18),
        *(
            Column(
                metric.value,
                column_label(metric),
                partial(_number, metric),
                sort=partial(_sum, metric),
                align=RIGHT,
                width=_WIDTHS.get(metric, 14),
            )
            for metric in Metric
        ),
        Column(
            "days",
            QCoreApplication.translate("AnalyticsTable", "Days"),
            _days,
            sort=_day_count,
            tooltip=_days_tip,
            align=RIGHT,
            width=7,
        ),
    ]


def ad_text(ad: AdNumbers) -> str:
    """Return the name of an ad as the report has it."""
    return ad.ad_name or QCoreApplication.translate("AnalyticsTable", "(no ad name in the report)")


def csv_rows(ads: Iterable[AdNumbers]) -> list[list[str]]:
    """Return the ads for a spreadsheet: plain numbers, and a row for each currency."""
    heads = [
        QCoreApplication.translate("AnalyticsTable", "First day"),
        QCoreApplication.translate("AnalyticsTable", "Last day"),
        column_label(ReportColumn.CAMPAIGN_NAME),
        column_label(ReportColumn.AD_NAME),
        *(column_label(metric) for metric in Metric),
        column_label(ReportColumn.CURRENCY),
    ]
    rows = [heads]
    for ad in ads:
        numbers = ad.numbers
        counts = (numbers.impressions, numbers.clicks, numbers.video_views, numbers.conversions)
        plain = ["" if count is None else str(count) for count in counts]
        for place, money in enumerate(numbers.spend or (None,)):
            amount = ["", ""] if money is None else [f"{money.hundredths / 100:.2f}", money.currency]
            # what is counted stands in one row only, so that a spreadsheet adds it once
            shown = plain if place == 0 else [""] * len(plain)
            days = [f"{numbers.first_day}", f"{numbers.last_day}"]
            rows.append([*days, ad.campaign_name, ad.ad_name, *shown, *amount])
    return rows


def sheet_rows(ads: Iterable[AdNumbers]) -> list[tuple[str, ...]]:
    """Return the ads for paper: ad and campaign, then the numbers; a further currency has a line of its own."""
    rows: list[tuple[str, ...]] = []
    for ad in ads:
        first, *others = ad.numbers.spend or (None,)
        counts = (number_text(ad.numbers, metric) for metric in Metric if metric is not Metric.SPEND)
        rows.append((ad_text(ad), ad.campaign_name, *counts, NONE if first is None else money_text(first)))
        rows += [("", "", "", "", "", "", money_text(money)) for money in others if money is not None]
    return rows


def _campaign(ad: AdNumbers) -> str:
    return ad.campaign_name


def _number(metric: Metric, ad: AdNumbers) -> str:
    return number_text(ad.numbers, metric)


def _sum(metric: Metric, ad: AdNumbers) -> int | None:
    if metric is Metric.SPEND:
        return ad.numbers.spend[0].hundredths if ad.numbers.spend else None
    count: int | None = getattr(ad.numbers, metric.value)
    return count


def _days(ad: AdNumbers) -> str:
    return count_text(ad.days)


def _day_count(ad: AdNumbers) -> int:
    return ad.days


def _days_tip(_ad: AdNumbers) -> str:
    return QCoreApplication.translate("AnalyticsTable", "Days on which the reports have numbers of this ad")
