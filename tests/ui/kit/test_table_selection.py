from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, Qt

from bcdesktop.ui.kit.table_selection import runs
from bcdesktop.ui.kit.tables import RecordTable
from tests.ui.kit.table_rows import COLUMNS, accounts

DESCENDING = Qt.SortOrder.DescendingOrder


@pytest.fixture
def table(theme, qtbot) -> RecordTable:
    table = RecordTable("accounts_table", COLUMNS, accessible_name="Accounts")
    qtbot.addWidget(table)
    table.set_records(accounts(10))
    return table


def select(table: RecordTable, *rows: int) -> None:
    flags = QItemSelectionModel.SelectionFlag
    for row in rows:
        table.selectionModel().select(table.filter.index(row, 0), flags.Select | flags.Rows)


def selected(table: RecordTable) -> list[int]:
    return [record.id for record in table.selected_records()]


def test_selected_rows_stay_selected_in_another_order(table: RecordTable, qtbot) -> None:
    select(table, 1, 2, 7)
    with qtbot.assertNotEmitted(table.selection_changed):
        table.sortByColumn(0, DESCENDING)
    assert selected(table) == [7, 1, 2]


def test_a_row_that_is_filtered_out_is_not_selected_any_more_and_that_is_told_once(table, qtbot) -> None:
    select(table, 1, 2, 7)
    told: list[list[int]] = []
    table.selection_changed.connect(lambda: told.append(selected(table)))
    table.set_text_filter("odd")
    assert told == [[1, 7]]
    table.set_text_filter("")
    assert selected(table) == [1, 7]


def test_all_rows_selected_are_all_that_are_left(table: RecordTable) -> None:
    table.selectAll()
    table.set_text_filter("odd")
    assert selected(table) == [1, 3, 5, 7, 9]
    table.set_text_filter("nobody")
    assert selected(table) == []


def test_selected_rows_stay_so_among_other_records(table: RecordTable, qtbot) -> None:
    select(table, 1, 2, 7)
    with qtbot.waitSignal(table.selection_changed):
        table.set_records(accounts(12)[2:])
    assert selected(table) == [2, 7]


def test_the_current_row_stays_current_in_another_order_and_under_a_filter(table: RecordTable, qtbot) -> None:
    table.select_record(3)
    with qtbot.assertNotEmitted(table.current_changed):
        table.sortByColumn(0, DESCENDING)
        table.set_text_filter("odd")
    assert table.current_record().id == 3
    assert table.currentIndex().row() == 3
    assert selected(table) == [3]


def test_a_current_row_that_is_filtered_out_is_told(table: RecordTable, qtbot) -> None:
    table.select_record(3)
    with qtbot.waitSignal(table.current_changed) as told:
        table.set_text_filter("even")
    assert told.args == [None]
    assert table.current_record() is None


def test_a_record_that_is_not_shown_cannot_be_gone_to(table: RecordTable) -> None:
    table.set_text_filter("even")
    assert not table.select_record(3)
    assert not table.select_record("nobody")
    assert table.select_record(4)


@given(numbers=st.sets(st.integers(0, 30)))
def test_runs_hold_every_number_and_never_touch(numbers: set[int]) -> None:
    found = list(runs(sorted(numbers)))
    assert [number for first, last in found for number in range(first, last + 1)] == sorted(numbers)
    assert all(last + 1 < first for (_, last), (first, _) in pairwise(found))
