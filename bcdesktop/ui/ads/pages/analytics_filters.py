"""Which number, which days, lines or bars: the row above the chart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QWidget

from bcdesktop.core.report_records import Metric
from bcdesktop.ui.ads.pages.analytics_view import Wish
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.chart_painting import ChartKind
from bcdesktop.ui.kit.number_words import column_label

if TYPE_CHECKING:
    from bcdesktop.services.report_records import NumbersOverview
    from bcdesktop.ui.ads.pages.analytics_view import AnalyticsView

_OWN = -1
_RANGES = (7, 28, 92, 0)
"""Days back from the last one with numbers; 0 is all of them."""


class AnalyticsFilters(QWidget):
    """Tells every choice by ``changed``; ``show_view`` puts what was settled into the fields, without telling."""

    changed = Signal(object)
    """Another Wish."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wish = Wish()
        self._overview: NumbersOverview | None = None
        self.analytics_metric_combo = self._combo("analytics_metric_combo", self.tr("Number"))
        self.analytics_currency_combo = self._combo("analytics_currency_combo", self.tr("Currency"))
        self.analytics_currency_combo.hide()
        self.analytics_range_combo = self._combo("analytics_range_combo", self.tr("Days"))
        for days, text in zip(
            (*_RANGES, _OWN),
            (
                self.tr("Last 7 days"),
                self.tr("Last 28 days"),
                self.tr("Last 92 days"),
                self.tr("All days"),
                self.tr("Other days"),
            ),
            strict=True,
        ):
            self.analytics_range_combo.addItem(text, days)
        self.analytics_range_combo.setToolTip(self.tr("Counted back from the last day that was imported"))
        self.analytics_kind_combo = self._combo("analytics_kind_combo", self.tr("Chart"))
        self.analytics_kind_combo.addItem(self.tr("Line"), ChartKind.LINE)
        self.analytics_kind_combo.addItem(self.tr("Bars"), ChartKind.BARS)
        self.analytics_first_edit = self._day_edit("analytics_first_edit", self.tr("First day"))
        self.analytics_last_edit = self._day_edit("analytics_last_edit", self.tr("Last day"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.analytics_metric_combo)
        row.addWidget(self.analytics_currency_combo)
        row.addWidget(self.analytics_range_combo)
        row.addWidget(self.analytics_first_edit)
        row.addWidget(text_label(self.tr("to"), "muted"))
        row.addWidget(self.analytics_last_edit)
        row.addStretch(1)
        row.addWidget(self.analytics_kind_combo)
        self._connect()

    @staticmethod
    def _combo(name: str, accessible_name: str) -> QComboBox:
        combo = QComboBox()
        combo.setObjectName(name)
        combo.setAccessibleName(accessible_name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return combo

    def _day_edit(self, name: str, accessible_name: str) -> QDateEdit:
        edit = QDateEdit()
        edit.setObjectName(name)
        edit.setAccessibleName(accessible_name)
        edit.setToolTip(accessible_name)
        edit.setDisplayFormat("d MMM yyyy")
        edit.setCalendarPopup(True)
        # otherwise each key typed into the year would read everything again
        edit.setKeyboardTracking(False)
        # as high as the lists beside it, which have more room around their text
        edit.setMinimumHeight(self.analytics_metric_combo.sizeHint().height())
        letter = edit.fontMetrics().averageCharWidth()
        edit.lineEdit().setTextMargins(letter, 0, 0, 0)
        edit.setMinimumWidth(edit.sizeHint().width() + 2 * letter)
        return edit

    def _connect(self) -> None:
        self.analytics_metric_combo.activated.connect(self._tell)
        self.analytics_currency_combo.activated.connect(self._tell)
        self.analytics_kind_combo.activated.connect(self._tell)
        self.analytics_range_combo.activated.connect(self._choose_range)
        self.analytics_first_edit.dateChanged.connect(self._choose_first)
        self.analytics_last_edit.dateChanged.connect(self._choose_last)

    def show_view(self, view: AnalyticsView) -> None:
        """Show what is offered and what was settled."""
        self._wish, self._overview = view.wish, view.overview
        fields = (
            self.analytics_metric_combo,
            self.analytics_currency_combo,
            self.analytics_first_edit,
            self.analytics_last_edit,
        )
        blockers = [QSignalBlocker(field) for field in fields]
        self._fill(self.analytics_metric_combo, [(column_label(metric), metric) for metric in view.overview.metrics])
        self._fill(self.analytics_currency_combo, [(currency, currency) for currency in view.overview.currencies])
        self.analytics_metric_combo.setCurrentIndex(self.analytics_metric_combo.findData(view.wish.metric))
        self.analytics_currency_combo.setCurrentIndex(self.analytics_currency_combo.findData(view.wish.currency))
        is_several = view.wish.metric is Metric.SPEND and len(view.overview.currencies) > 1
        self.analytics_currency_combo.setVisible(is_several)
        first, last = view.wish.days
        self.analytics_first_edit.setDate(QDate(first.year, first.month, first.day))
        self.analytics_last_edit.setDate(QDate(last.year, last.month, last.day))
        self.analytics_range_combo.setCurrentIndex(self.analytics_range_combo.findData(self._range_of(first, last)))
        for blocker in blockers:
            blocker.unblock()

    @staticmethod
    def _fill(combo: QComboBox, entries: list[tuple[str, object]]) -> None:
        if [combo.itemData(place) for place in range(combo.count())] != [data for _text, data in entries]:
            combo.clear()
            for text, data in entries:
                combo.addItem(text, data)

    def _range_of(self, first: date, last: date) -> int:
        if self._overview is None or self._overview.first_day is None or last != self._overview.last_day:
            return _OWN
        if first == self._overview.first_day:
            return 0
        days = (last - first).days + 1
        return days if days in _RANGES else _OWN

    # ------------------------------------------------------------------ choosing
    def _choose_range(self) -> None:
        days, overview = self.analytics_range_combo.currentData(), self._overview
        if days == _OWN:
            self.analytics_first_edit.setFocus()
            return
        if overview is None or overview.first_day is None or overview.last_day is None:
            return
        first = overview.last_day - timedelta(days=days - 1) if days else overview.first_day
        self._wish = replace(self._wish, first=first, last=overview.last_day)
        self._tell()

    def _choose_first(self, chosen: QDate) -> None:
        first = _day(chosen)
        self._wish = replace(self._wish, first=first, last=max(first, self._wish.last or first))
        self._tell()

    def _choose_last(self, chosen: QDate) -> None:
        last = _day(chosen)
        self._wish = replace(self._wish, first=min(last, self._wish.first or last), last=last)
        self._tell()

    def _tell(self) -> None:
        self._wish = replace(
            self._wish,
            metric=Metric(self.analytics_metric_combo.currentData() or self._wish.metric),
            currency=self.analytics_currency_combo.currentData() or self._wish.currency,
            kind=ChartKind(self.analytics_kind_combo.currentData()),
        )
        self.changed.emit(self._wish)


def _day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
