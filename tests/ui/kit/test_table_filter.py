from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from bcdesktop.ui.kit.table_filter import RecordFilter
from bcdesktop.ui.kit.tables import Column, RecordRole, RecordTableModel
from tests.ui.kit.table_rows import COLUMNS, Account, accounts

DESCENDING = Qt.SortOrder.DescendingOrder


@pytest.fixture
def model(qapp) -> RecordTableModel:
    model = RecordTableModel(COLUMNS)
    model.set_records(accounts(10))
    return model


@pytest.fixture
def shown(model: RecordTableModel) -> RecordFilter:
    return RecordFilter(model)


def ids(shown: RecordFilter) -> list[int]:
    return [record.id for record in shown.shown_records()]


def is_even(record: Account) -> bool:
    return record.id % 2 == 0


def test_the_rules_of_qt_are_kept_through_every_change(model, shown, qtmodeltester) -> None:
    qtmodeltester.check(shown)
    watching = QAbstractItemModelTester(shown, QAbstractItemModelTester.FailureReportingMode.Warning)
    shown.sort(0, DESCENDING)
    shown.set_text("odd")
    shown.set_text("nobody")
    model.set_records(accounts(4))
    shown.set_text("")
    model.set_records([replace(record, followers=-record.id) for record in accounts(4)])
    shown.sort(1)
    model.set_records([])
    assert watching.model() is shown
    assert shown.rowCount() == 0


def test_sorting_filtering_and_narrowing_go_together(model, shown) -> None:
    shown.sort(1, DESCENDING)
    shown.set_predicate(is_even)
    assert ids(shown) == [4, 8, 2, 6, 0]
    shown.set_text("r")
    shown.set_text("rea not")
    assert ids(shown) == [4, 8, 2]
    shown.set_predicate(None)
    assert ids(shown) == [7, 4, 1, 8, 5, 2]
    shown.sort(-1)
    shown.set_text("rea")
    assert ids(shown) == list(range(10))


def test_new_records_are_sorted_and_filtered_as_the_old_ones_were(model, shown) -> None:
    shown.sort(0, DESCENDING)
    shown.set_text("odd")
    model.set_records(accounts(5)[1:])
    assert ids(shown) == [3, 1]


def test_a_changed_value_moves_its_row(model, shown) -> None:
    shown.sort(1)
    model.set_records([replace(record, followers=-record.id) for record in accounts(10)])
    assert ids(shown) == list(range(9, -1, -1))


def test_a_changed_value_is_told_where_no_row_moves(model, shown, qtbot) -> None:
    shown.set_text("odd")
    with qtbot.waitSignal(shown.dataChanged) as told, qtbot.assertNotEmitted(shown.layoutChanged):
        model.set_records([replace(record, followers=1) for record in accounts(10)])
    assert (told.args[0].row(), told.args[1].row(), told.args[1].column()) == (0, 4, 2)
    assert shown.index(0, 1).data() == "1"


def test_persistent_indexes_follow_their_record_and_end_with_it(model, shown) -> None:
    kept, gone = (QPersistentModelIndex(shown.index(row, 1)) for row in (3, 4))
    shown.sort(0, DESCENDING)
    shown.set_text("odd")
    assert kept.data(RecordRole).id == 3
    assert kept.column() == 1
    assert not gone.isValid()
    model.set_records(accounts(8))
    assert kept.data(RecordRole).id == 3


def test_many_persistent_indexes_follow_too(shown) -> None:
    held = [QPersistentModelIndex(shown.index(row, 0)) for row in range(10)]
    shown.sort(0, DESCENDING)
    shown.set_text("odd")
    assert [index.data(RecordRole).id for index in held if index.isValid()] == [1, 3, 5, 7, 9]


def test_a_filter_that_changes_no_row_says_nothing(shown, qtbot) -> None:
    shown.set_text("odd")
    with qtbot.assertNotEmitted(shown.layoutChanged):
        shown.set_text("odd.")
        shown.set_predicate(None)


def test_indexes_are_mapped_to_the_model_of_all_records_and_back(model, shown) -> None:
    shown.set_text("odd")
    assert shown.mapToSource(shown.index(2, 1)) == model.index(5, 1)
    assert shown.mapFromSource(model.index(5, 1)) == shown.index(2, 1)
    assert not shown.mapFromSource(model.index(4, 1)).isValid()
    assert not shown.mapFromSource(QModelIndex()).isValid()
    assert not shown.mapToSource(QModelIndex()).isValid()


def test_a_column_may_be_searched_in_another_text_than_it_shows(qapp) -> None:
    model = RecordTableModel([Column("handle", "Account", lambda r: r.handle, search=lambda r: f"number {r.id}")])
    model.set_records(accounts(3))
    shown = RecordFilter(model)
    shown.set_text("number 2")
    assert ids(shown) == [2]
    shown.set_text("even")
    assert ids(shown) == []


def test_the_search_is_prepared_while_nobody_types(qapp, qtbot) -> None:
    asked: list[int] = []
    model = RecordTableModel([Column("handle", "Account", lambda r: asked.append(r.id) or r.handle)])
    shown = RecordFilter(model)
    model.set_records(accounts(200))
    qtbot.waitUntil(lambda: len(asked) == 200)
    shown.set_text("odd")
    assert len(asked) == 200
    assert shown.rowCount() == 100
