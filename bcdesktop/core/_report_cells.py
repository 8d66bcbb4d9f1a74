"""Turns the cells of a report into days and numbers, once the whole column is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import compress
from typing import Any

from bcdesktop.core._report_sheet_xml import Cell
from bcdesktop.core._report_values import (
    OTHER_MARK,
    UNREADABLE,
    Bad,
    clean_handle,
    clean_name,
    is_missing,
    read_currency,
    read_day,
    read_number,
    shown,
    units_beside,
)
from bcdesktop.core.errors import AppError
from bcdesktop.core.import_words import folded
from bcdesktop.core.report_columns import METRIC_COLUMNS, FoundColumn, Heads, ReportColumn, told
from bcdesktop.core.report_days import DayOrder, OrderVotes, day_shape
from bcdesktop.core.report_errors import (
    ReportCurrenciesMixed,
    ReportCurrencyUnknown,
    ReportDaysUnreadable,
    ReportDecimalsMixed,
    ReportNumbersUnreadable,
    ReportProblem,
)
from bcdesktop.core.report_numbers import DecimalMark, MarkVotes
from bcdesktop.core.report_records import Report, ReportChoices, ReportQuestion, ReportRows, Watch

LINES_TOLD = 10
SAMPLE_ROWS = 20
_TOTAL_STARTS = ("total", "grandtotal", "gesamt", "insgesamt", "summe", "somme", "sumatotal", "ensemble")
_TEXT_COLUMNS = (ReportColumn.CAMPAIGN_NAME, ReportColumn.AD_NAME, ReportColumn.HANDLE)


@dataclass
class _Trouble:
    """What is wrong in one column."""

    make: Callable[[str, int, tuple[int, ...], str], ReportProblem]
    heading: str
    count: int = 0
    lines: list[int] = field(default_factory=list)
    text: str = ""

    def add(self, line: int, cell: Cell) -> None:
        if not self.count:
            self.text = told(shown(cell))
        self.count += 1
        if len(self.lines) < LINES_TOLD:
            self.lines.append(line)

    def problem(self) -> ReportProblem:
        return self.make(self.heading, self.count, tuple(self.lines), self.text)


class ReportCells:
    """Takes the rows below the headings, then reads them all."""

    def __init__(self, heads: Heads) -> None:
        self._heads = heads
        self._places = {found.column: at for at, found in enumerate(heads.columns)}
        self._from = [found.place for found in heads.columns]
        self._width = max(self._from) + 1
        self._lines: list[int] = []
        self._columns: list[list[Cell]] = [[] for _place in self._from]
        self._left_out = 0
        self._bad_lines: set[int] = set()

    @property
    def count(self) -> int:
        """Rows that were taken."""
        return len(self._lines)

    def add(self, line: int, row: tuple[Cell, ...]) -> bool:
        """Take a row; False for one of sums, and for a note, which are left out."""
        if len(row) < self._width:
            row += ("",) * (self._width - len(row))
        cells = tuple([row[place] for place in self._from])
        if self._is_aside(row, cells):
            self._left_out += 1
            return False
        self._lines.append(line)
        for column, cell in zip(self._columns, cells, strict=True):
            column.append(cell)
        return True

    def read(self, choices: ReportChoices, watch: Watch, share: float) -> Report:
        """Return what the rows say; ``share`` of the work is done before. Raises ReadingStopped."""
        self._drop_sums_without_name()
        lines, columns = self._lines, self._columns
        step = (1 - share) / (len(columns) + 1)
        problems: list[AppError] = []
        mark, order = self._mark(columns, choices), self._order(columns, choices)
        values: dict[ReportColumn, Sequence[Any]] = {}
        units: set[str] = set()
        for at, (found, cells) in enumerate(zip(self._heads.columns, columns, strict=True)):
            watch.at(share + step * at)
            values[found.column] = self._column(found, cells, lines, (mark, order), problems, units)
        questions = tuple(
            question
            for question, given in ((ReportQuestion.DAY_ORDER, order), (ReportQuestion.DECIMAL_MARK, mark))
            if given is None
        )
        if len(units) > 1:
            problems.append(ReportCurrenciesMixed(tuple(sorted(units))))
        return Report(
            self._heads,
            self._kept(lines, values),
            tuple(problems),
            questions,
            choices,
            next(iter(units)) if len(units) == 1 else "",
            self._left_out,
            self._sample(),
        )

    def _is_aside(self, row: tuple[Cell, ...], cells: tuple[Cell, ...]) -> bool:
        """Tell whether a row is one of sums ("Total of 12 results"), or a note without day and number."""
        day = cells[self._places[ReportColumn.DAY]]
        is_gone = is_missing(day)
        if not is_gone and (not isinstance(day, str) or day[0].isdigit()):
            return False
        if folded(str(day)).startswith(_TOTAL_STARTS):
            return True
        if is_gone and any(isinstance(cell, str) and folded(cell).startswith(_TOTAL_STARTS) for cell in row):
            return True
        no_numbers = all(is_missing(cells[self._places[name]]) for name in METRIC_COLUMNS if name in self._places)
        return no_numbers and (is_gone or day_shape(str(day)) is None)

    def _drop_sums_without_name(self) -> None:
        """Leave out a last row that has numbers but neither a day nor a name."""
        cells = [column[-1] for column in self._columns]
        named = (ReportColumn.DAY, *_TEXT_COLUMNS)
        if len(self._lines) > 1 and all(
            is_missing(cells[self._places[name]]) for name in named if name in self._places
        ):
            self._lines.pop()
            for column in self._columns:
                column.pop()
            self._left_out += 1

    def _mark(self, columns: Sequence[Sequence[Cell]], choices: ReportChoices) -> DecimalMark | None:
        if choices.decimal_mark is not None:
            return choices.decimal_mark
        votes = MarkVotes()
        for name in METRIC_COLUMNS:
            if name in self._places:
                counts = name is not ReportColumn.SPEND
                for cell in columns[self._places[name]]:
                    if isinstance(cell, str) and not cell.isdigit():
                        votes.add(cell, counts=counts)
        return votes.decided()

    def _order(self, columns: Sequence[Sequence[Cell]], choices: ReportChoices) -> DayOrder | None:
        if choices.day_order is not None:
            return choices.day_order
        votes = OrderVotes()
        for cell in columns[self._places[ReportColumn.DAY]]:
            if isinstance(cell, str):
                votes.add(cell)
        return votes.decided()

    def _column(
        self,
        found: FoundColumn,
        cells: Sequence[Cell],
        lines: Sequence[int],
        settled: tuple[DecimalMark | None, DayOrder | None],
        problems: list[AppError],
        units: set[str],
    ) -> Sequence[Any]:
        """Return what the cells of one column mean, and note what is wrong with them."""
        mark, order = settled
        if found.column in _TEXT_COLUMNS:
            clean = clean_handle if found.column is ReportColumn.HANDLE else clean_name
            return [clean(shown(cell)) for cell in cells]
        if found.column is ReportColumn.CURRENCY:
            values = [read_currency(shown(cell)) for cell in cells]
            units.update(value for value in values if isinstance(value, str) and value)
            self._note(problems, _Trouble(ReportCurrencyUnknown, found.heading), values, UNREADABLE, cells, lines)
            return values
        if found.column is ReportColumn.DAY:
            values = self._days(cells, order or DayOrder.DAY_FIRST)
            self._note(problems, _Trouble(ReportDaysUnreadable, found.heading), values, UNREADABLE, cells, lines)
            return values
        counts, used = found.column is not ReportColumn.SPEND, mark or DecimalMark.POINT
        values = [read_number(cell, used, counts=counts) for cell in cells]
        if not counts:
            units.update(filter(None, (found.currency, *units_beside(cells))))
        self._note(problems, _Trouble(ReportNumbersUnreadable, found.heading), values, UNREADABLE, cells, lines)

        def mixed(heading: str, count: int, told_lines: tuple[int, ...], text: str) -> ReportProblem:
            return ReportDecimalsMixed(heading, count, told_lines, text, used.value)

        self._note(problems, _Trouble(mixed, found.heading), values, OTHER_MARK, cells, lines)
        return values

    @staticmethod
    def _days(cells: Sequence[Cell], order: DayOrder) -> list[Any]:
        # a spreadsheet that took some days for dates took them in its own order: the rest cannot be trusted then
        trusted = not any(isinstance(cell, date) for cell in cells)
        return [read_day(cell, order, trusted) for cell in cells]

    def _note(
        self,
        problems: list[AppError],
        trouble: _Trouble,
        values: Sequence[Any],
        bad: Bad,
        cells: Sequence[Cell],
        lines: Sequence[int],
    ) -> None:
        if bad not in values:
            return
        for value, cell, line in zip(values, cells, lines, strict=True):
            if value is bad:
                trouble.add(line, cell)
                self._bad_lines.add(line)
        problems.append(trouble.problem())

    def _kept(self, lines: Sequence[int], values: dict[ReportColumn, Sequence[Any]]) -> ReportRows:
        nothing: Sequence[Any] = [None] * len(lines)
        names: Sequence[Any] = [""] * len(lines)
        columns = [
            lines,
            values[ReportColumn.DAY],
            *(values.get(name, names) for name in _TEXT_COLUMNS),
            *(values.get(name, nothing) for name in METRIC_COLUMNS),
        ]
        if self._bad_lines:
            good = [line not in self._bad_lines for line in lines]
            columns = [list(compress(column, good)) for column in columns]
        return ReportRows(columns)

    def _sample(self) -> tuple[tuple[int, tuple[str, ...]], ...]:
        first = zip(*(column[:SAMPLE_ROWS] for column in self._columns), strict=True)
        return tuple((line, tuple(map(shown, cells))) for line, cells in zip(self._lines, first, strict=False))
