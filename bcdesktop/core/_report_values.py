"""What single cells of a report mean: a number, a day, a currency, a name."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from bcdesktop.core._report_sheet_xml import Cell
from bcdesktop.core.report_columns import currency_of
from bcdesktop.core.report_days import DayOrder, day_shape, in_range
from bcdesktop.core.report_numbers import (
    LARGEST,
    MISSING,
    DecimalMark,
    hundredths,
    proven,
    shape_of,
    value_of,
    whole,
)

NAME_CHARACTERS = 512
_NO_NAME = frozenset({"", "-", "–", "—", "--", "n/a", "null"})
# days of a sheet that was never told they are days, counted from 1899-12-30
_FIRST_SERIAL, _LAST_SERIAL = 36_526, 73_415


class Bad:
    """What a cell is read as that cannot be read."""


UNREADABLE, OTHER_MARK = Bad(), Bad()


def is_missing(cell: Cell) -> bool:
    """Tell whether a cell says that there is nothing, which is not zero."""
    return cell is None or (isinstance(cell, str) and cell.casefold() in MISSING)


def read_number(cell: Cell, mark: DecimalMark, *, counts: bool) -> Any:
    """Return a whole number, or hundredths of money unless it ``counts``; None for none, UNREADABLE or OTHER_MARK."""
    if cell is None:
        return None
    if isinstance(cell, str):
        return int(cell) if counts and cell.isdigit() and len(cell) <= 15 else _text_number(cell, mark, counts)
    if isinstance(cell, date):
        return UNREADABLE
    if counts and type(cell) is int and 0 <= cell <= LARGEST:
        return cell
    return _written_number(cell, counts)


@lru_cache(maxsize=65_536)
def _written_number(cell: float, counts: bool) -> Any:
    if not math.isfinite(cell):
        return UNREADABLE
    value = Decimal(repr(cell))
    found = whole(value) if counts else hundredths(value)
    return UNREADABLE if found is None else found


@lru_cache(maxsize=65_536)
def _text_number(text: str, mark: DecimalMark, counts: bool) -> Any:
    if text.casefold() in MISSING:
        return None
    shape = shape_of(text)
    if shape is None:
        return UNREADABLE
    if proven(shape, counts=counts) not in {None, mark}:
        return OTHER_MARK
    value = value_of(shape, mark)
    found = None if value is None else whole(value) if counts else hundredths(value)
    return UNREADABLE if found is None else found


def units_beside(cells: Sequence[Cell]) -> set[str]:
    """Return the currencies that stand beside numbers."""
    return {currency_of(unit) for unit in {_unit(cell) for cell in cells if isinstance(cell, str)}}


@lru_cache(maxsize=65_536)
def _unit(text: str) -> str:
    shape = None if text[:1].isdigit() and text[-1:].isdigit() else shape_of(text)
    return "" if shape is None else shape.unit


def read_day(cell: Cell, order: DayOrder, trusted: bool) -> Any:
    """Return the day in a cell or UNREADABLE; without being ``trusted`` only one that needs no order."""
    if isinstance(cell, date):
        return cell if in_range(cell) else UNREADABLE
    if isinstance(cell, int | float):
        is_serial = _FIRST_SERIAL <= cell <= _LAST_SERIAL
        return date.fromordinal(date(1899, 12, 30).toordinal() + int(cell)) if is_serial else UNREADABLE
    shape = None if cell is None else day_shape(cell)
    if shape is None or (shape.sure is None and not trusted):
        return UNREADABLE
    return shape.day(order) or UNREADABLE


def read_currency(text: str) -> Any:
    """Return the three letters of a currency, "" for none, or UNREADABLE."""
    return "" if text.casefold() in _NO_NAME else currency_of(text) or UNREADABLE


@lru_cache(maxsize=16_384)
def clean_name(text: str) -> str:
    """Return a name on one line, "" for a dash."""
    line = "".join(sign for sign in " ".join(text.split()) if sign.isprintable())
    return "" if line.casefold() in _NO_NAME else line[:NAME_CHARACTERS]


@lru_cache(maxsize=4_096)
def clean_handle(text: str) -> str:
    """Return a handle in small letters, without its @."""
    return clean_name(text).removeprefix("@").casefold()


def shown(cell: Cell) -> str:
    """Return a cell as text, as a spreadsheet shows it."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)
