"""Days as reports write them; whether the day or the month comes first is told by the whole column."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from bcdesktop.core.import_words import folded


class DayOrder(StrEnum):
    """What 3/4/2026 means."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


FIRST_YEAR, LAST_YEAR = 2000, 2100
_TIME = r"(?:[T, ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:\s?[ap]\.?m\.?)?\s?(?:Z|UTC|[+-]\d{2}:?\d{2})?)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.]?)(\d{{1,2}})\2(\d{{1,2}}){_TIME}", re.IGNORECASE)
_YEAR_LAST = re.compile(rf"(\d{{1,2}})([-/.])\s?(\d{{1,2}})\2\s?(\d{{4}}|\d{{2}}){_TIME}", re.IGNORECASE)
_NAMED_DAY_FIRST = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?[\s-]*(?:de\s+|of\s+)?([^\W\d_]{{3,}})\.?,?[\s-]*(?:de\s+|del\s+)?(\d{{4}}){_TIME}",
    re.IGNORECASE,
)
_NAMED_MONTH_FIRST = re.compile(
    rf"([^\W\d_]{{3,}})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}}){_TIME}", re.IGNORECASE
)
_MONTHS = (
    ("january", "januar", "janner", "janvier", "enero"),
    ("february", "februar", "feber", "fevrier", "febrero"),
    ("march", "marz", "maerz", "mars", "marzo"),
    ("april", "avril", "abril"),
    ("may", "mai", "mayo"),
    ("june", "juni", "juin", "junio"),
    ("july", "juli", "juillet", "julio"),
    ("august", "aout", "agosto"),
    ("september", "septembre", "septiembre", "setiembre"),
    ("october", "oktober", "octobre", "octubre"),
    ("november", "novembre", "noviembre"),
    ("december", "dezember", "decembre", "diciembre"),
)


@dataclass(frozen=True)
class DayShape:
    """A day as written: sure, or two numbers of which either may be the month."""

    sure: date | None
    first: int = 0
    second: int = 0
    year: int = 0

    @property
    def order(self) -> DayOrder | None:
        """The order it proves."""
        if self.sure is not None or max(self.first, self.second) <= 12:
            return None
        return DayOrder.DAY_FIRST if self.first > 12 else DayOrder.MONTH_FIRST

    @property
    def is_open(self) -> bool:
        """Whether its meaning depends on the order."""
        return self.sure is None and max(self.first, self.second) <= 12 and self.first != self.second

    def day(self, order: DayOrder) -> date | None:
        """Return the day, read in ``order``; None where there is no such day."""
        if self.sure is not None:
            return self.sure
        day, month = (self.first, self.second) if order is DayOrder.DAY_FIRST else (self.second, self.first)
        return _date(self.year, month, day)


class OrderVotes:
    """Finds the order of a whole column."""

    def __init__(self) -> None:
        self._votes: Counter[DayOrder] = Counter()
        self._has_open = False

    def add(self, text: str) -> None:
        """Look at a cell."""
        shape = day_shape(text)
        if shape is None:
            return
        if shape.order is not None:
            self._votes[shape.order] += 1
        self._has_open |= shape.is_open

    def decided(self) -> DayOrder | None:
        """Return the order most days prove; None where nothing tells and it matters."""
        if self._votes:
            return max(DayOrder, key=self._votes.__getitem__)
        return None if self._has_open else DayOrder.DAY_FIRST


@lru_cache(maxsize=8_192)
def day_shape(text: str) -> DayShape | None:
    """Return how a day is written, its time of day left aside; None where it is no day, or a range of them."""
    plain = " ".join(text.split())
    if found := _YEAR_FIRST.fullmatch(plain):
        is_whole = bool(found[2]) or len(found[3]) == len(found[4]) == 2
        return _sure(_date(int(found[1]), int(found[3]), int(found[4]))) if is_whole else None
    if found := _YEAR_LAST.fullmatch(plain):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        year += 2000 if year < 100 else 0
        if found[2] == "." and second <= 12:
            return _sure(_date(year, second, first))
        return DayShape(None, first, second, year) if min(first, second) <= 12 else None
    if found := _NAMED_DAY_FIRST.fullmatch(plain):
        return _sure(_date(int(found[3]), _month(found[2]), int(found[1])))
    if found := _NAMED_MONTH_FIRST.fullmatch(plain):
        return _sure(_date(int(found[3]), _month(found[1]), int(found[2])))
    return None


def in_range(day: date) -> bool:
    """Tell whether a report can be about this day."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


def _sure(day: date | None) -> DayShape | None:
    return None if day is None else DayShape(day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if in_range(found) else None


def _month(word: str) -> int:
    """Return the number of a month, shortened or not; 0 for none."""
    wanted = folded(word)
    for number, names in enumerate(_MONTHS, start=1):
        if any(name.startswith(wanted) for name in names):
            return number
    return 0
