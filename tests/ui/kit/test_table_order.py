from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bcdesktop.ui.kit.table_order import RowOrder


def order(*values: object, is_descending: bool = False) -> list[object]:
    """Sort ``values`` by a column that shows each as it is."""
    found = RowOrder([lambda value: value], values)
    return [values[row] for row in found.rows(0, is_descending=is_descending)]


def test_nothing_comes_first_and_last_where_the_order_descends() -> None:
    assert order(5, None, 1) == [None, 1, 5]
    assert order(5, None, 1, is_descending=True) == [5, 1, None]


def test_texts_are_compared_without_regard_to_case_and_numbers_as_numbers() -> None:
    assert order("b", "A", "a", "C") == ["A", "a", "b", "C"]
    assert order(10, 9.5, True) == [True, 9.5, 10]


def test_times_are_compared_as_times() -> None:
    early, late = (datetime(2026, month, 1, tzinfo=UTC) for month in (2, 10))
    assert order(late, None, early) == [None, early, late]


def test_what_cannot_be_compared_is_compared_as_text() -> None:
    assert order(2, "b", 10, None) == [None, 10, 2, "b"]
    assert order((2, "x"), (1, None)) == [(1, None), (2, "x")]


@given(values=st.lists(st.one_of(st.none(), st.integers(0, 3)), max_size=12), is_descending=st.booleans())
def test_equal_values_keep_the_order_of_the_records(values: list[int | None], is_descending: bool) -> None:
    rows = RowOrder([lambda value: value], values).rows(0, is_descending=is_descending)
    assert sorted(rows) == list(range(len(values)))
    for value in set(values):
        of_one_value = [row for row in rows if values[row] == value]
        assert of_one_value == sorted(of_one_value)


def test_what_is_compared_is_asked_of_each_record_once() -> None:
    asked: list[int] = []
    found = RowOrder([lambda value: asked.append(value) or value], [3, 1, 2])
    for is_descending in (False, True, False):
        found.rows(0, is_descending=is_descending)
    assert asked == [3, 1, 2]


def test_no_column_is_the_order_of_the_records() -> None:
    assert RowOrder([], ["b", "a"]).rows(-1, is_descending=True) == [0, 1]
