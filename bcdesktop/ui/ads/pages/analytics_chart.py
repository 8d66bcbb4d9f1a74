"""The chart of the Analytics page: whose line it is, the line, and the way back to the whole ad account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from bcdesktop.core.report_records import Metric
from bcdesktop.services.report_records import Money
from bcdesktop.ui.kit.cards import Card, text_label
from bcdesktop.ui.kit.chart_painting import ChartData
from bcdesktop.ui.kit.charts import DayChart
from bcdesktop.ui.kit.number_words import amount_text, column_label, count_text, money_text

if TYPE_CHECKING:
    from bcdesktop.services.report_records import DaySeries
    from bcdesktop.ui.ads.pages.analytics_view import AnalyticsView


class AnalyticsChartCard(Card):
    """Shows the line of a view."""

    whole_requested = Signal()
    """The line of the whole ad account instead of one ad."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.chart_title_label = text_label("", "heading", wrap=True)
        self.chart_title_label.setObjectName("chart_title_label")
        self.chart_sum_label = text_label("", "muted", selectable=True)
        self.chart_sum_label.setObjectName("chart_sum_label")
        self.whole_account_button = QPushButton(self.tr("&Whole ad account"))
        self.whole_account_button.setObjectName("whole_account_button")
        self.whole_account_button.setToolTip(self.tr("Show the line of all ads together"))
        self.whole_account_button.clicked.connect(self.whole_requested)
        self.whole_account_button.hide()
        self.analytics_chart = DayChart("analytics_chart", self.tr("Numbers by day"))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.chart_title_label, 1)
        head.addWidget(self.chart_sum_label)
        head.addWidget(self.whole_account_button)
        self.body.addLayout(head)
        self.body.addWidget(self.analytics_chart, 1)

    def show_view(self, view: AnalyticsView) -> None:
        """Show the line, and what it adds up to."""
        self.whole_account_button.setVisible(view.wish.ad is not None)
        self.chart_title_label.setText(title_of(view))
        self.chart_sum_label.setText(sum_text(view))
        data = None if view.series is None else chart_data(view)
        self.analytics_chart.set_data(data, self.tr("No report has this number for these days."))


def title_of(view: AnalyticsView) -> str:
    """Return whose line it is."""
    if view.wish.ad is None:
        title = QCoreApplication.translate("AnalyticsChart", "whole ad account")
    else:
        campaign, ad = view.wish.ad
        title = ad or QCoreApplication.translate("AnalyticsChart", "ads without a name in the report")
        if campaign:
            text = QCoreApplication.translate("AnalyticsChart", "%1 in %2")
            title = text.replace("%1", title).replace("%2", campaign)
    return f"{column_label(view.wish.metric)}: {title}"


def sum_text(view: AnalyticsView) -> str:
    """Return what the line adds up to; empty where it has no day."""
    points = () if view.series is None else view.series.points
    if not points or view.series is None:
        return ""
    total = value_text(view.series, sum(value for _day, value in points))
    return QCoreApplication.translate("AnalyticsChart", "Together %1").replace("%1", total)


def value_text(series: DaySeries, value: int) -> str:
    """Return a value of a line in words."""
    return money_text(Money(series.currency, value)) if series.metric is Metric.SPEND else count_text(value)


def chart_data(view: AnalyticsView) -> ChartData:
    """Return what the chart draws of a view with numbers. Raises ValueError for one without."""
    series = view.series
    if series is None:
        raise ValueError("a view without numbers")
    first, last = view.wish.days
    is_money = series.metric is Metric.SPEND
    unit = column_label(series.metric)
    return ChartData(
        series.points,
        first,
        last,
        f"{unit} ({series.currency})" if is_money and series.currency else unit,
        lambda value: value_text(series, value),
        _whole_amount if is_money else count_text,
        view.wish.kind,
        scale=100 if is_money else 1,
    )


def _whole_amount(hundredths: int) -> str:
    return count_text(hundredths // 100) if hundredths % 100 == 0 else amount_text(hundredths)
