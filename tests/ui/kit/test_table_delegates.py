from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStyledItemDelegate

from bcdesktop.ui.kit.tables import RIGHT, Column, RecordTable
from bcdesktop.ui.kit.theme import ColorScheme, Theme
from tests.ui.kit.table_rows import Account, accounts

PLAIN = (
    Column("handle", "Account", lambda r: f"@{r.handle}", width=12),
    Column("followers", "Followers", lambda r: f"{r.followers}", align=RIGHT, width=12),
    Column("long", "Purpose", lambda r: r.handle * r.id, width=14),
    Column("lines", "Note", lambda r: "one\ntwo" if r.id == 1 else "", width=14),
)


@pytest.fixture
def table(theme: Theme, qtbot) -> RecordTable:
    table = RecordTable("accounts_table", PLAIN, accessible_name="Accounts")
    qtbot.addWidget(table)
    table.resize(640, 320)
    table.set_records([*accounts(5), Account(20, "a name that does not fit where it stands", None)])
    return table


def by_cell_and_by_style(table: RecordTable) -> tuple[QImage, QImage]:
    """Paint the table as it is, and with every cell left to the style."""
    ours = table.grab().toImage()
    own_delegate, plain = table.itemDelegate(), QStyledItemDelegate(table)
    table.setItemDelegate(plain)
    by_style = table.grab().toImage()
    table.setItemDelegate(own_delegate)
    return ours, by_style


@pytest.mark.parametrize("scheme", [ColorScheme.LIGHT, ColorScheme.DARK])
def test_cells_look_as_the_style_sheet_has_them(table: RecordTable, theme: Theme, scheme: ColorScheme) -> None:
    theme.set_scheme(scheme)
    table.selectRow(2)
    ours, by_style = by_cell_and_by_style(table)
    assert ours == by_style


def test_cells_of_a_table_that_is_switched_off_look_as_the_style_sheet_has_them(table: RecordTable) -> None:
    table.setEnabled(False)
    ours, by_style = by_cell_and_by_style(table)
    assert ours == by_style


def test_cells_in_another_font_look_as_the_style_sheet_has_them(table: RecordTable) -> None:
    before = table.grab().toImage()
    font = table.font()
    font.setItalic(True)
    table.setFont(font)
    ours, by_style = by_cell_and_by_style(table)
    assert ours == by_style
    assert ours != before
