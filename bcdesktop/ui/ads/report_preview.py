"""What a report would bring in: columns, first rows, problems, questions, and what it would replace."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from bcdesktop.core.report_columns import ReportColumn
from bcdesktop.core.report_days import DayOrder, day_shape
from bcdesktop.core.report_errors import ReportDaysUnreadable
from bcdesktop.core.report_numbers import DecimalMark
from bcdesktop.core.report_records import ReportChoices, ReportQuestion
from bcdesktop.services.report_errors import ReportDaysAhead
from bcdesktop.ui.kit.cards import clear_layout, text_label
from bcdesktop.ui.kit.icons import icon_size, pixmap
from bcdesktop.ui.kit.number_words import column_label, days_text
from bcdesktop.ui.kit.tables import RIGHT, Column, RecordTable
from bcdesktop.ui.kit.theme import theme_of
from bcdesktop.ui.kit.time_text import short
from bcdesktop.ui.kit.wording import word

if TYPE_CHECKING:
    from bcdesktop.core.errors import AppError
    from bcdesktop.core.report_records import Report
    from bcdesktop.services.report_records import ReportPreview

_TEXTS = {ReportColumn.DAY, ReportColumn.CAMPAIGN_NAME, ReportColumn.AD_NAME, ReportColumn.HANDLE}
_MOST = 6
"""Problems told in full, and imports named one by one."""


class ReportPreviewView(QWidget):
    """Shows one preview; ``show_preview`` again with another."""

    choices_changed = Signal(object)
    """The person said how days or decimals are written: ReportChoices."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report_summary_label = text_label("", "strong", wrap=True)
        self.report_summary_label.setObjectName("report_summary_label")
        self.report_columns_label = text_label("", "muted", wrap=True)
        self.report_columns_label.setObjectName("report_columns_label")
        self.report_replaces_label = text_label("", "warning", wrap=True)
        self.report_replaces_label.setObjectName("report_replaces_label")
        self.problems_view = QWidget()
        self.problems_view.setObjectName("report_problems_view")
        self._problems = QVBoxLayout(self.problems_view)
        self._problems.setContentsMargins(0, 0, 0, 0)
        self._problems.setSpacing(8)
        self._told: tuple[AppError, ...] = ()
        self._theme = theme_of(self)
        self._theme.changed.connect(self._draw_problems)
        self._build_questions()
        self._table_place = QVBoxLayout()
        self.report_sample_table: RecordTable | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (
            self.report_summary_label,
            self.report_replaces_label,
            self.problems_view,
            self.questions_view,
            self.report_columns_label,
        ):
            column.addWidget(part)
        column.addLayout(self._table_place, 1)

    def _build_questions(self) -> None:
        self.day_order_label = text_label(self.tr("How are the &days written?"), "label")
        self.day_order_combo = QComboBox()
        self.day_order_combo.setObjectName("day_order_combo")
        self.day_order_combo.addItem(self.tr("Choose…"), None)
        self.day_order_combo.addItem(self.tr("Day first: 31/12/2026"), DayOrder.DAY_FIRST)
        self.day_order_combo.addItem(self.tr("Month first: 12/31/2026"), DayOrder.MONTH_FIRST)
        self.decimal_mark_label = text_label(self.tr("How are &amounts written?"), "label")
        self.decimal_mark_combo = QComboBox()
        self.decimal_mark_combo.setObjectName("decimal_mark_combo")
        self.decimal_mark_combo.addItem(self.tr("Choose…"), None)
        self.decimal_mark_combo.addItem(self.tr("With a point: 1,234.50"), DecimalMark.POINT)
        self.decimal_mark_combo.addItem(self.tr("With a comma: 1.234,50"), DecimalMark.COMMA)
        self.questions_view = QWidget()
        self.questions_view.setObjectName("report_questions_view")
        row = QHBoxLayout(self.questions_view)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for label, combo in (
            (self.day_order_label, self.day_order_combo),
            (self.decimal_mark_label, self.decimal_mark_combo),
        ):
            label.setBuddy(combo)
            combo.setAccessibleName(label.text().replace("&", ""))
            combo.activated.connect(self._choose)
            row.addWidget(label)
            row.addWidget(combo)
        row.addStretch(1)

    def show_preview(self, shown: ReportPreview) -> None:
        """Show what a file would bring in."""
        self.report_summary_label.setText(self._summary(shown))
        self.report_columns_label.setText(self._columns(shown.report))
        self.report_replaces_label.setText(self._replaces(shown))
        self.report_replaces_label.setVisible(bool(shown.replaces))
        self._show_problems(shown.problems)
        self._show_questions(shown)
        self._show_table(shown.report)

    # ------------------------------------------------------------------ in words
    def _summary(self, shown: ReportPreview) -> str:
        report, locale = shown.report, self.locale()
        if not report.rows:
            return self.tr("No row of this report can be read yet.")
        text = self.tr("Rows: %1. Ads: %2. Days with numbers: %4 (%3).")
        for place, part in enumerate(
            (
                locale.toString(len(report.rows)),
                locale.toString(shown.ads),
                days_text(report.days[0], report.days[-1]),
                locale.toString(len(report.days)),
            ),
            start=1,
        ):
            text = text.replace(f"%{place}", part)
        return " ".join(filter(None, (text, self._money(shown), self._left_out(report))))

    def _money(self, shown: ReportPreview) -> str:
        if shown.report.heads.get(ReportColumn.SPEND) is None:
            return ""
        if shown.is_currency_assumed:
            text = self.tr("The report names no currency, so %1 of the ad account is taken.")
        else:
            text = self.tr("Money is in %1.")
        return text.replace("%1", shown.currency)

    def _left_out(self, report: Report) -> str:
        if not report.left_out:
            return ""
        text = self.tr("Rows of totals or notes left out: %1.")
        return text.replace("%1", self.locale().toString(report.left_out))

    def _columns(self, report: Report) -> str:
        pairs = [self._pair(column_label(found.column), found.heading) for found in report.heads.columns]
        text = self.tr("Read: %1.").replace("%1", ", ".join(pairs))
        if report.heads.ignored:
            text += " " + self.tr("Not read: %1.").replace("%1", ", ".join(report.heads.ignored))
        return text

    def _pair(self, label: str, heading: str) -> str:
        if label.casefold() == heading.casefold():
            return label
        return self.tr("%1 from “%2”").replace("%1", label).replace("%2", heading)

    def _replaces(self, shown: ReportPreview) -> str:
        if not shown.replaces:
            return ""
        files = []
        for row in shown.replaces[:_MOST]:
            text = self.tr("%1 by %2, %3 (%4 rows of %5)")
            for place, part in enumerate(
                (
                    row.file_name or self.tr("a file without a name"),
                    row.imported_by,
                    short(row.imported_at),
                    self.locale().toString(row.rows),
                    days_text(row.first_day, row.last_day),
                ),
                start=1,
            ):
                text = text.replace(f"%{place}", part)
            files.append(text)
        if len(shown.replaces) > _MOST:
            more = self.locale().toString(len(shown.replaces) - _MOST)
            files.append(self.tr("%1 more").replace("%1", more))
        return self.tr("Numbers of the same days are replaced: %1.").replace("%1", "; ".join(files))

    def _show_problems(self, problems: tuple[AppError, ...]) -> None:
        self._told = problems
        self.problems_view.setVisible(bool(problems))
        self._draw_problems()

    def _draw_problems(self) -> None:
        clear_layout(self._problems)
        for problem in self._told[:_MOST]:
            words = word(problem)
            self._problems.addLayout(self._problem_row(f"{words.title}. {words.body} {words.advice}".strip()))

    def _problem_row(self, text: str) -> QHBoxLayout:
        picture = text_label()
        side = icon_size(self).width()
        picture.setPixmap(pixmap("triangle-alert", self._theme, "danger", side, self.devicePixelRatioF()))
        label = text_label(text, "error", wrap=True, selectable=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(picture)
        row.addWidget(label, 1)
        return row

    def _show_questions(self, shown: ReportPreview) -> None:
        report = shown.report
        about_days = any(map(_may_be_another_order, shown.problems))
        asks_days = ReportQuestion.DAY_ORDER in report.questions or report.choices.day_order is not None or about_days
        asks_marks = ReportQuestion.DECIMAL_MARK in report.questions or report.choices.decimal_mark is not None
        for label, combo, asked, value in (
            (self.day_order_label, self.day_order_combo, asks_days, report.choices.day_order),
            (self.decimal_mark_label, self.decimal_mark_combo, asks_marks, report.choices.decimal_mark),
        ):
            label.setVisible(asked)
            combo.setVisible(asked)
            combo.setCurrentIndex(max(0, combo.findData(value)))
        self.questions_view.setVisible(asks_days or asks_marks)

    def _choose(self) -> None:
        # Qt hands out the text of an enumeration, not its member
        order, mark = self.day_order_combo.currentData(), self.decimal_mark_combo.currentData()
        chosen = ReportChoices(DayOrder(order) if order else None, DecimalMark(mark) if mark else None)
        self.choices_changed.emit(chosen)

    def _show_table(self, report: Report) -> None:
        if self.report_sample_table is not None:
            self.report_sample_table.hide()
            self.report_sample_table.deleteLater()
        columns = [Column("line", self.tr("Line"), _line, sort=_line_number, align=RIGHT, width=8)]
        for place, found in enumerate(report.heads.columns):
            is_text = found.column in _TEXTS
            columns.append(
                Column(
                    found.column.value,
                    column_label(found.column),
                    partial(_cell, place),
                    width=20 if is_text else 15,
                    **({} if is_text else {"align": RIGHT}),
                )
            )
        name = self.tr("The first rows as they stand in the file")
        self.report_sample_table = RecordTable("report_sample_table", columns, accessible_name=name, record_id=_line)
        self.report_sample_table.setSortingEnabled(False)
        self.report_sample_table.horizontalHeader().setStretchLastSection(False)
        self.report_sample_table.set_records(report.sample)
        self._table_place.addWidget(self.report_sample_table)


def _may_be_another_order(problem: AppError) -> bool:
    """Tell whether a problem would go if day and month were read the other way round."""
    is_day = isinstance(problem, ReportDaysUnreadable) and day_shape(problem.text) is not None
    return is_day or isinstance(problem, ReportDaysAhead)


def _line(row: tuple[int, tuple[str, ...]]) -> str:
    return str(row[0])


def _line_number(row: tuple[int, tuple[str, ...]]) -> int:
    return row[0]


def _cell(place: int, row: tuple[int, tuple[str, ...]]) -> str:
    return row[1][place]
