from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from bcdesktop.ui.kit.badges import BadgeKind
from bcdesktop.ui.kit.tables import (
    RIGHT,
    AccessibleTextRole,
    BadgeRole,
    Column,
    EmptyState,
    RecordRole,
    RecordTable,
    RecordTableModel,
    SortRole,
)
from bcdesktop.ui.kit.ui_settings import UiSettings


@dataclass(frozen=True)
class Row:
    id: str
    handle: str
    followers: int
    is_ready: bool = False


ROWS = [Row("1", "my.shop", 900), Row("2", "noodle_bar", 12_000, True), Row("3", "Berlin", 70)]
COLUMNS = [
    Column("handle", "Account", lambda r: f"@{r.handle}", tooltip=lambda r: r.id),
    Column("followers", "Followers", lambda r: f"{r.followers}", sort=lambda r: r.followers, align=RIGHT),
    Column(
        "ready",
        "Spark Ads",
        lambda r: "Ready" if r.is_ready else "",
        accessible=lambda r: "ready" if r.is_ready else "not ready",
        badge=lambda r: BadgeKind.SUCCESS if r.is_ready else None,
    ),
]


@pytest.fixture
def settings() -> UiSettings:
    return UiSettings()


@pytest.fixture
def table(theme, qtbot, settings: UiSettings) -> RecordTable:
    empty = EmptyState("No accounts", "They come here.", QPushButton("Add"))
    table = RecordTable("accounts_table", COLUMNS, accessible_name="Accounts", settings=settings, empty=empty)
    qtbot.addWidget(table)
    table.set_records(ROWS)
    return table


def handles(table: RecordTable) -> list[str]:
    return [record.handle for record in table.shown_records()]


def test_the_model_keeps_the_rules_of_qt(qtmodeltester, qapp) -> None:
    model = RecordTableModel(COLUMNS)
    model.set_records(ROWS)
    qtmodeltester.check(model)


def test_a_cell_answers_for_eyes_ears_sorting_and_code(qapp) -> None:
    model = RecordTableModel(COLUMNS)
    model.set_records(ROWS)
    followers, ready = model.index(1, 1), model.index(0, 2)
    assert followers.data() == "12000"
    assert followers.data(SortRole) == 12_000
    assert followers.data(RecordRole) is ROWS[1]
    assert followers.data(Qt.ItemDataRole.TextAlignmentRole) == RIGHT
    assert ready.data(AccessibleTextRole) == "Spark Ads: not ready"
    assert ready.data(BadgeRole) is None
    assert model.index(1, 2).data(BadgeRole) == BadgeKind.SUCCESS
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "1"
    assert model.data(QModelIndex()) is None


def test_numbers_are_sorted_as_numbers_and_words_without_regard_to_case(table: RecordTable) -> None:
    table.sort_by("followers", Qt.SortOrder.DescendingOrder)
    assert handles(table) == ["noodle_bar", "my.shop", "Berlin"]
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert handles(table) == ["Berlin", "my.shop", "noodle_bar"]


def test_a_value_that_is_not_there_comes_first(theme, qtbot) -> None:
    ends = {"1": 5, "2": None, "3": 1}
    table = RecordTable("t", [Column("end", "End", lambda r: "", sort=lambda r: ends[r.id])], accessible_name="Ends")
    qtbot.addWidget(table)
    table.set_records(ROWS)
    table.sort_by("end")
    assert [record.id for record in table.shown_records()] == ["2", "3", "1"]


def test_every_word_of_the_filter_has_to_occur_in_some_column(table: RecordTable) -> None:
    table.set_text_filter("ready NOODLE")
    assert handles(table) == ["noodle_bar"]
    table.set_text_filter("ready shop")
    assert handles(table) == []
    table.set_text_filter("")
    assert len(handles(table)) == 3


def test_a_predicate_filters_records(table: RecordTable) -> None:
    table.set_predicate(lambda record: record.followers > 100)
    assert sorted(handles(table)) == ["my.shop", "noodle_bar"]
    table.set_predicate(None)
    assert len(handles(table)) == 3


def test_selection_and_current_row_stay_when_records_come_anew(table: RecordTable) -> None:
    table.select_record("2")
    table.set_records([Row("9", "new", 1), *reversed(ROWS)])
    assert table.current_record().id == "2"
    assert [record.id for record in table.selected_records()] == ["2"]


def test_a_changed_value_is_told_to_who_shows_the_current_record(table: RecordTable, qtbot) -> None:
    table.select_record("2")
    with qtbot.waitSignal(table.current_changed) as told:
        table.set_records([replace(row, followers=row.followers + 1) for row in ROWS])
    assert told.args[0].followers == 12_001


def test_a_current_record_that_went_is_told(table: RecordTable, qtbot) -> None:
    table.select_record("2")
    with qtbot.waitSignal(table.current_changed) as told:
        table.set_records([ROWS[0], ROWS[2]])
    assert told.args[0] is None or told.args[0].id != "2"


def test_selected_rows_are_copied_as_text_a_spreadsheet_takes(table: RecordTable, qtbot) -> None:
    table.sort_by("handle")
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == (
        "Account\tFollowers\tSpark Ads\n@Berlin\t70\t\n@my.shop\t900\t\n@noodle_bar\t12000\tReady"
    )


def test_shown_rows_are_exported_and_no_cell_is_run_as_a_formula(table: RecordTable, tmp_path) -> None:
    path = tmp_path / "accounts.csv"
    table.set_text_filter("noodle")
    table.export_csv(path)
    assert path.read_bytes().decode("utf-8-sig") == "Account,Followers,Spark Ads\r\n'@noodle_bar,12000,Ready\r\n"


def test_enter_and_double_click_open_a_record(table: RecordTable, qtbot) -> None:
    table.select_record("3")
    with qtbot.waitSignal(table.activated) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [ROWS[2]]
    with qtbot.waitSignal(table.activated) as told:
        table.doubleClicked.emit(table.currentIndex())
    assert told.args == [ROWS[2]]


def test_delete_is_told(table: RecordTable, qtbot) -> None:
    with qtbot.waitSignal(table.delete_pressed):
        qtbot.keyClick(table, Qt.Key.Key_Delete)


def test_widths_and_order_are_remembered(table: RecordTable, settings: UiSettings, qtbot) -> None:
    table.horizontalHeader().resizeSection(0, 333)
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    again = RecordTable("accounts_table", COLUMNS, accessible_name="Accounts", settings=settings)
    qtbot.addWidget(again)
    again.sort_by("handle")
    again.set_records(ROWS)
    assert again.horizontalHeader().sectionSize(0) == 333
    assert handles(again) == ["noodle_bar", "my.shop", "Berlin"]


def test_an_empty_table_says_what_belongs_there_only_once_it_was_read(theme, qtbot) -> None:
    empty = EmptyState("No accounts", "They come here.", QPushButton("Add"))
    table = RecordTable("t", COLUMNS, accessible_name="Accounts", empty=empty)
    qtbot.addWidget(table)
    table.show()
    assert not empty.isVisible()
    table.set_records([])
    assert empty.isVisible()
    table.set_records(ROWS)
    assert not empty.isVisible()


def test_a_filter_that_finds_nothing_offers_to_clear_it(table: RecordTable, qtbot) -> None:
    table.show()
    table.set_text_filter("nobody")
    button = table.findChild(QPushButton, "accounts_table_clear_filter_button")
    assert button.isVisible()
    with qtbot.waitSignal(table.filter_cleared):
        button.click()
    table.set_text_filter("")
    assert not button.isVisible()


def test_a_state_is_painted_in_its_colour(table: RecordTable, theme) -> None:
    table.resize(900, 300)
    table.show()
    image = table.grab().toImage()
    index = table.filter.mapFromSource(table.record_model.index(1, 2))
    rect = table.visualRect(index)
    top = table.viewport().pos()
    pixels = {
        image.pixelColor(top.x() + x, top.y() + rect.center().y()).name() for x in range(rect.left(), rect.right())
    }
    assert theme.tokens.success_soft in pixels


def test_the_row_the_keyboard_starts_at_is_marked_and_can_be_copied(table: RecordTable, qtbot) -> None:
    table.show()
    with qtbot.waitActive(table):
        table.activateWindow()
    table.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert [index.row() for index in table.selectionModel().selectedRows()] == [0]
    assert len(QGuiApplication.clipboard().text().splitlines()) == 2
