"""Boxes before the rows: ticked by mouse and keyboard, kept through filter and reading again."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from bcdesktop.ui.kit.tables import AccessibleTextRole, Column
from bcdesktop.ui.kit.tick_table import TickTable, box_room


@dataclass(frozen=True)
class Shop:
    id: str


KEPT: dict[int, QWidget] = {}
SHOPS = [Shop(name) for name in ("bakery", "florist", "garden")]


def make(qtbot, theme, **how):
    window = KEPT[0] = QWidget()  # qtbot itself keeps no window alive
    qtbot.addWidget(window)
    table = TickTable("shops_table", [Column("name", "Name", lambda row: row.id)], accessible_name="Shops", **how)
    layout = QVBoxLayout(window)
    layout.addWidget(QLineEdit())
    layout.addWidget(table)
    window.resize(400, 300)
    table.set_records(SHOPS)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return table


@pytest.fixture
def table(qtbot, theme):
    return make(qtbot, theme)


def ticked(table):
    return [shop.id for shop in table.ticked_records()]


def click(qtbot, table, row, x):
    y = table.visualRect(table.model().index(row, 0)).center().y()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, y))


def test_a_click_on_the_box_ticks_and_a_second_one_takes_the_tick_away(qtbot, table):
    with qtbot.waitSignal(table.ticks_changed):
        click(qtbot, table, 1, 15)
    assert ticked(table) == ["florist"]
    click(qtbot, table, 1, 15)
    assert ticked(table) == []


def test_a_click_on_the_box_selects_nothing_and_one_beside_it_ticks_nothing(qtbot, table):
    click(qtbot, table, 1, 15)
    assert table.hasFocus()
    assert table.selected_records() == []
    assert table.current_record() is None
    click(qtbot, table, 2, box_room(table) + 30)
    assert ticked(table) == ["florist"]
    assert [shop.id for shop in table.selected_records()] == ["garden"]


def test_two_quick_clicks_are_two_clicks(qtbot, table):
    y = table.visualRect(table.model().index(0, 0)).center().y()
    click(qtbot, table, 0, 15)
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(15, y))
    assert ticked(table) == []


def test_the_space_bar_ticks_every_selected_row(qtbot, table):
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert ticked(table) == ["bakery", "florist", "garden"]
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert ticked(table) == []


def test_a_filter_hides_a_ticked_row_and_keeps_its_tick(table):
    table.set_ticked(["garden"])
    table.set_text_filter("bakery")
    assert ticked(table) == ["garden"]


def test_what_is_gone_is_not_ticked_any_more(qtbot, table):
    table.set_ticked(["garden", "bakery"])
    with qtbot.waitSignal(table.ticks_changed):
        table.set_records(SHOPS[:2])
    assert ticked(table) == ["bakery"]


def test_where_the_whole_row_ticks_a_click_anywhere_does(qtbot, theme):
    table = make(qtbot, theme, whole_row=True)
    click(qtbot, table, 2, box_room(table) + 60)
    assert ticked(table) == ["garden"]


def test_a_screen_reader_hears_the_tick(table):
    table.set_ticked(["florist"])
    assert table.model().index(1, 0).data(AccessibleTextRole) == "Name: florist, ticked"
    assert table.model().index(0, 0).data(AccessibleTextRole) == "Name: bakery"


def test_the_box_is_painted_full_where_ticked(table):
    before = table.grab().toImage()
    table.set_ticked(["florist"])
    assert table.grab().toImage() != before
