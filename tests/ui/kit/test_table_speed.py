"""A table is not slower than plain Python by more than a factor; no time in milliseconds is asserted."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from bcdesktop.ui.kit.tables import RecordTable
from tests.ui.kit.table_rows import COLUMNS, accounts

ROWS = 4_000


@pytest.fixture
def table(theme, qtbot) -> RecordTable:
    table = RecordTable("accounts_table", COLUMNS, accessible_name="Accounts")
    qtbot.addWidget(table)
    table.set_records(accounts(ROWS))
    table.set_text_filter("odd")
    table.set_text_filter("")
    return table


def quickest(work: Callable[[], object]) -> float:
    """Return the seconds of the quickest of some runs: other work on the machine makes a run only slower."""
    spans = []
    for _ in range(7):
        start = time.perf_counter()
        work()
        spans.append(time.perf_counter() - start)
    return min(spans)


def test_a_letter_costs_a_few_scans_over_texts_that_are_there(table: RecordTable) -> None:
    texts = [" ".join(column.value(record) for column in COLUMNS) for record in accounts(ROWS)]
    scan = quickest(lambda: [row for row, text in enumerate(texts) if "odd" in text])

    def type_and_take_back() -> None:
        table.set_text_filter("odd")
        table.set_text_filter("")

    assert quickest(type_and_take_back) < 20 * scan


def test_a_sort_costs_a_few_times_what_sorting_the_values_costs(table: RecordTable) -> None:
    handles = [record.handle for record in reversed(accounts(ROWS))]
    plain = quickest(lambda: sorted(handles, key=lambda handle: handle.casefold()))
    orders = iter(range(100))

    assert quickest(lambda: table.filter.sort(next(orders) % 2)) < 20 * plain


def test_all_selected_records_are_read_about_as_quickly_as_a_list_of_them(table: RecordTable) -> None:
    records = table.record_model.records
    plain = quickest(lambda: [records[row] for row in sorted(set(range(ROWS)))])
    table.selectAll()

    assert quickest(table.selected_records) < 20 * plain
    assert len(table.selected_records()) == ROWS
