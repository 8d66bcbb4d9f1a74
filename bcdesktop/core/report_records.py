"""The frozen records of performance reports, and how their reading is watched."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple, overload

from bcdesktop.core.errors import AppError
from bcdesktop.core.report_columns import Heads, ReportColumn
from bcdesktop.core.report_days import DayOrder
from bcdesktop.core.report_errors import ReadingStopped
from bcdesktop.core.report_numbers import DecimalMark


class Metric(StrEnum):
    """A number that is kept per ad and day."""

    IMPRESSIONS = "impressions"
    CLICKS = "clicks"
    VIDEO_VIEWS = "video_views"
    CONVERSIONS = "conversions"
    SPEND = "spend"


class ReportQuestion(StrEnum):
    """What nothing in the report tells, so that the person has to say it."""

    DAY_ORDER = "day_order"
    DECIMAL_MARK = "decimal_mark"


@dataclass(frozen=True)
class ReportChoices:
    """What the person said about the report; None leaves it to the report."""

    day_order: DayOrder | None = None
    decimal_mark: DecimalMark | None = None


class ReportLine(NamedTuple):
    """One row: an ad on a day. ``line`` is that of the file; a number is None where there is none, which is not zero.

    ``spend_hundredths`` is money in hundredths of the report's currency.
    """

    line: int
    day: date
    campaign_name: str
    ad_name: str
    handle: str
    impressions: int | None
    clicks: int | None
    video_views: int | None
    conversions: int | None
    spend_hundredths: int | None


class ReportRows(Sequence[ReportLine]):
    """The rows of a report, kept as columns.

    A tuple for each of 200,000 rows would have Python look for garbage among them, which stops every window.
    """

    def __init__(self, columns: Sequence[Sequence[Any]]) -> None:
        self._columns = columns

    def __len__(self) -> int:
        return len(self._columns[0])

    def __iter__(self) -> Iterator[ReportLine]:
        return map(ReportLine._make, zip(*self._columns, strict=True))

    @overload
    def __getitem__(self, at: int) -> ReportLine: ...

    @overload
    def __getitem__(self, at: slice) -> ReportRows: ...

    def __getitem__(self, at: int | slice) -> ReportLine | ReportRows:
        if isinstance(at, slice):
            return ReportRows([column[at] for column in self._columns])
        return ReportLine._make(column[at] for column in self._columns)

    @property
    def days(self) -> Sequence[date]:
        """The day of each row."""
        return self._columns[1]

    @property
    def ads(self) -> int:
        """How many ads there are, told apart by their names."""
        return len(set(zip(self._columns[2], self._columns[3], strict=True)))


@dataclass(frozen=True)
class Report:
    """What was read. ``rows`` are those without a problem; with ``problems`` or ``questions`` nothing may be taken.

    ``currency`` is empty where the report names none. ``left_out`` counts rows of sums and notes. ``sample`` are the
    first rows as they stand in the file: the line, and its cells by ``heads.columns``.
    """

    heads: Heads
    rows: ReportRows
    problems: tuple[AppError, ...]
    questions: tuple[ReportQuestion, ...]
    choices: ReportChoices
    currency: str
    left_out: int
    sample: tuple[tuple[int, tuple[str, ...]], ...]

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days there are numbers of, in order."""
        return tuple(sorted(set(self.rows.days)))

    @property
    def metrics(self) -> tuple[Metric, ...]:
        """The numbers the report has columns for."""
        return tuple(metric for metric in Metric if self.heads.get(ReportColumn(metric.value)) is not None)


class Watch:
    """How far the reading is: ``tell`` gets a fraction, and ``stopped`` may end it. Both are called where it runs."""

    def __init__(
        self, tell: Callable[[float], object] | None = None, stopped: Callable[[], bool] | None = None
    ) -> None:
        self._tell, self._stopped = tell, stopped

    def at(self, fraction: float) -> None:
        """Say how far it is. Raises ReadingStopped."""
        if self._stopped is not None and self._stopped():
            raise ReadingStopped
        if self._tell is not None:
            self._tell(min(fraction, 1.0))
