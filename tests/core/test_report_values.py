"""Numbers and days as spreadsheets of several countries write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesktop.core.report_days import DayOrder, OrderVotes, day_shape
from bcdesktop.core.report_numbers import DecimalMark, MarkVotes, proven, shape_of, value_of

POINT, COMMA = DecimalMark
GAPS = " '’\N{NO-BREAK SPACE}\N{THIN SPACE}\N{NARROW NO-BREAK SPACE}"


def number(text, mark=POINT):
    shape = shape_of(text)
    return None if shape is None else value_of(shape, mark)


@pytest.mark.parametrize(
    ("text", "mark", "value"),
    [
        ("1234", POINT, "1234"),
        ("1,234.50", POINT, "1234.50"),
        ("1.234,50", COMMA, "1234.50"),
        ("1,234,567", POINT, "1234567"),
        ("1.234.567", COMMA, "1234567"),
        ("1,23,456.7", POINT, "123456.7"),
        ("12\N{NARROW NO-BREAK SPACE}345,6", COMMA, "12345.6"),
        ("12'345.60", POINT, "12345.60"),
        ("0,5", COMMA, "0.5"),
        (".5", POINT, "0.5"),
        ("€ 12,30", COMMA, "12.30"),
        ("12.30 EUR", POINT, "12.30"),
        ("US$12.30", POINT, "12.30"),
        ("１２．５", POINT, "12.5"),
    ],
)
def test_a_number_is_read_however_it_is_grouped(text: str, mark: DecimalMark, value: str) -> None:
    assert number(text, mark) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    ["1.2K", "12 MIO", "abc", "12%", "-5", "−5", "(5)", "1,2,3.4.5", "1 23", "12:30", "#DIV/0!", "1e5", "..", ","],
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert number(text) is None


@pytest.mark.parametrize("text", ["12,34", "1,23", "1234,567"])
def test_a_comma_that_groups_nothing_is_no_number_with_a_point(text: str) -> None:
    assert number(text, POINT) is None
    assert shape_of(text).mark is COMMA


def test_three_digits_behind_leave_the_mark_open_unless_whole_things_are_counted() -> None:
    assert (shape_of("1.234").mark, shape_of("1.234").is_open) == (None, True)
    assert proven(shape_of("1.234"), counts=True) is COMMA
    assert proven(shape_of("0.234"), counts=False) is POINT


@pytest.mark.parametrize(
    ("cells", "mark"),
    [
        (["1.234", "5.678"], None),
        (["1.234", "5,6"], COMMA),
        (["1.234", "5.6"], POINT),
        (["12", "7"], POINT),
        (["5,60", "5,70", "5.80"], COMMA),
    ],
)
def test_the_mark_is_that_of_the_whole_report(cells: list[str], mark: DecimalMark | None) -> None:
    votes = MarkVotes()
    for cell in cells:
        votes.add(cell, counts=False)
    assert votes.decided() is mark


@given(
    hundredths=st.integers(0, 10**13),
    mark=st.sampled_from(list(DecimalMark)),
    gap=st.sampled_from(["", "other", *GAPS]),
    unit=st.sampled_from(["", " EUR", "€"]),
)
def test_any_amount_comes_back_whatever_separates_it(hundredths: int, mark: DecimalMark, gap: str, unit: str) -> None:
    whole = f"{hundredths // 100:,}".replace(",", mark.other if gap == "other" else gap)
    assert number(f"{whole}{mark}{hundredths % 100:02}{unit}", mark) * 100 == hundredths


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-01", (2026, 3, 1)),
        ("2026/3/1", (2026, 3, 1)),
        ("20260301", (2026, 3, 1)),
        ("2026-03-01 13:00:00", (2026, 3, 1)),
        ("2026-03-01T00:00:00Z", (2026, 3, 1)),
        ("01.03.2026", (2026, 3, 1)),
        ("1.3.26", (2026, 3, 1)),
        ("1. März 2026", (2026, 3, 1)),
        ("1 mars 2026", (2026, 3, 1)),
        ("1 de marzo de 2026", (2026, 3, 1)),
        ("Mar 1, 2026", (2026, 3, 1)),
        ("1-Mar-2026", (2026, 3, 1)),
        ("1er août 2026", (2026, 8, 1)),
    ],
)
def test_a_day_is_read_in_each_of_the_ways(text: str, day: tuple[int, int, int]) -> None:
    assert day_shape(text).sure == date(*day)


@pytest.mark.parametrize(
    "text", ["2026-02-30", "2026-03-01 ~ 2026-03-31", "13/13/2026", "March 2026", "1 Foo 2026", "1926-03-01"]
)
def test_what_is_no_single_day_is_none(text: str) -> None:
    assert day_shape(text) is None


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["03/04/2026", "13/04/2026"], DayOrder.DAY_FIRST),
        (["03/04/2026", "04/13/2026"], DayOrder.MONTH_FIRST),
        (["03/04/2026", "05/06/2026"], None),
        (["05/05/2026", "2026-03-01"], DayOrder.DAY_FIRST),
    ],
)
def test_the_order_of_day_and_month_is_that_of_the_whole_column(cells: list[str], order: DayOrder | None) -> None:
    votes = OrderVotes()
    for cell in cells:
        votes.add(cell)
    assert votes.decided() is order


@given(day=st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_any_day_comes_back(day: date) -> None:
    for text in (f"{day}", f"{day:%d.%m.%Y}", f"{day:%d %b %Y}", f"{day:%B %d, %Y}"):
        assert day_shape(text).sure == day
    shape = day_shape(f"{day:%d/%m/%Y}")
    assert shape.day(DayOrder.DAY_FIRST) == day
