"""Performance numbers in words; what was not imported is a dash, never a zero."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from bcdesktop.core.report_columns import ReportColumn
from bcdesktop.core.report_records import Metric
from bcdesktop.ui.kit.time_text import day_text

if TYPE_CHECKING:
    from bcdesktop.services.report_records import Money, Numbers

NONE = "–"
_COLUMNS: dict[str, str] = {
    ReportColumn.DAY: QT_TRANSLATE_NOOP("NumberWords", "Day"),
    ReportColumn.CAMPAIGN_NAME: QT_TRANSLATE_NOOP("NumberWords", "Campaign"),
    ReportColumn.AD_NAME: QT_TRANSLATE_NOOP("NumberWords", "Ad"),
    ReportColumn.HANDLE: QT_TRANSLATE_NOOP("NumberWords", "TikTok account"),
    ReportColumn.CURRENCY: QT_TRANSLATE_NOOP("NumberWords", "Currency"),
    ReportColumn.IMPRESSIONS: QT_TRANSLATE_NOOP("NumberWords", "Impressions"),
    ReportColumn.CLICKS: QT_TRANSLATE_NOOP("NumberWords", "Clicks"),
    ReportColumn.VIDEO_VIEWS: QT_TRANSLATE_NOOP("NumberWords", "Video views"),
    ReportColumn.CONVERSIONS: QT_TRANSLATE_NOOP("NumberWords", "Conversions"),
    ReportColumn.SPEND: QT_TRANSLATE_NOOP("NumberWords", "Cost"),
}


def column_label(column: ReportColumn | Metric) -> str:
    """Return the name of a column of a report, and so of a number."""
    return QCoreApplication.translate("NumberWords", _COLUMNS[column.value])


def count_text(count: int | None) -> str:
    """Return a number that was counted."""
    return NONE if count is None else QLocale().toString(count)


def amount_text(hundredths: int) -> str:
    """Return an amount without its currency."""
    return QLocale().toString(hundredths / 100, "f", 2)


def money_text(money: Money) -> str:
    """Return an amount with its currency."""
    return f"{amount_text(money.hundredths)}\N{NO-BREAK SPACE}{money.currency}".strip()


def spend_text(spend: Iterable[Money]) -> str:
    """Return amounts of several currencies beside each other: they are never added."""
    return " + ".join(money_text(money) for money in spend) or NONE


def number_text(numbers: Numbers, metric: Metric) -> str:
    """Return one of the sums."""
    return spend_text(numbers.spend) if metric is Metric.SPEND else count_text(getattr(numbers, metric.value))


def days_text(first: date, last: date) -> str:
    """Return a range of days."""
    if first == last:
        return day_text(first)
    text = QCoreApplication.translate("NumberWords", "%1 to %2")
    return text.replace("%1", day_text(first)).replace("%2", day_text(last))
