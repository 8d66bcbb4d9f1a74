"""The access matrix: who has what, too much, nothing, or is gone; the history of a cell; export and print."""

from __future__ import annotations

import pytest

from bcdesktop.ui.center import access_printing
from bcdesktop.ui.center.access_grid import Which
from bcdesktop.ui.kit.walk import violations
from tests.services.access import ANALYST, OPERATOR, give, remove_member
from tests.support.code_sheets import pdf_text
from tests.ui.center.linking import dialog_called, press


@pytest.fixture
def page(desk, office):
    give(desk.world, office.nora, office.mara, office.sam, ANALYST)
    give(desk.world, office.nora, office.mara, office.sam, OPERATOR)
    give(desk.world, office.nora, office.mara, office.ida, ANALYST)
    give(desk.world, office.nora, office.omar, office.otter, OPERATOR)
    desk.open(office.nora)
    page = desk.go("access_matrix")
    desk.qtbot.waitUntil(lambda: bool(page.matrix_view.matrix.rows))
    return page


def names(page):
    model = page.matrix_view.matrix
    return [model.holder(row).name for row in range(model.rowCount())]


def show(page, which):
    page.matrix_which_combo.setCurrentIndex(page.matrix_which_combo.findData(which))


def cell(page, holder, account_id):
    return page.matrix_view.matrix.index_of(holder.id, account_id)


def choose(desk, page, holder, account_id):
    page.matrix_view.setCurrentIndex(cell(page, holder, account_id))
    desk.settle()


def changes(page):
    table = page.panel.history_table
    return [table.filter.index(row, 1).data() for row in range(table.filter.rowCount())]


def test_people_and_partners_stand_against_accounts(page, office):
    assert set(names(page)) == {"Nora", "Sam", "Ida", "Otter Works"}
    assert cell(page, office.sam, office.mara).data() == "O"
    assert cell(page, office.ida, office.mara).data() == "A"
    assert cell(page, office.ida, office.omar).data() == ""


def test_a_filter_shows_who_has_too_much_or_nothing(page):
    show(page, Which.TOO_MUCH)
    assert names(page) == ["Otter Works"]
    assert "Too much is" in page.matrix_count_label.text()
    show(page, Which.NOTHING)
    assert names(page) == ["Nora"]


def test_who_left_stands_with_what_they_had(desk, page, office):
    remove_member(desk.world, office.sam_actor)
    desk.qtbot.waitUntil(lambda: "Sam" not in names(page))
    desk.settle()
    show(page, Which.GONE)
    assert names(page) == ["Sam"]
    assert cell(page, office.sam, office.mara).data() == "O"


def test_typing_narrows_people_and_accounts(page):
    page.matrix_people_edit.setText("otter")
    page.matrix_accounts_edit.setText("oma")
    model = page.matrix_view.matrix
    assert names(page) == ["Otter Works"]
    assert [model.asset(column).name for column in range(model.columnCount())] == ["@omar"]


def test_what_fits_nobody_says_so(page):
    page.matrix_people_edit.setText("nobody of this name")
    assert not page.nothing_shown.isHidden()
    assert page.matrix_view.isHidden()
    page.matrix_people_edit.clear()
    assert page.nothing_shown.isHidden()


def test_a_cell_opens_its_history_with_before_and_after(desk, page, office):
    choose(desk, page, office.sam, office.mara)
    desk.qtbot.waitUntil(lambda: len(changes(page)) == 2)
    assert changes(page) == ["Analyst → Operator", "No access → Analyst"]


def test_access_is_given_changed_and_taken_from_the_details(desk, page, office):
    choose(desk, page, office.ida, office.omar)
    page.panel.role_combo.choose(ANALYST)
    press(desk, page.panel, "matrix_give_button")
    desk.qtbot.waitUntil(lambda: cell(page, office.ida, office.omar).data() == "A")
    desk.settle()
    page.panel.role_combo.choose(OPERATOR)
    desk.qtbot.waitUntil(lambda: cell(page, office.ida, office.omar).data() == "O")
    desk.settle()
    press(desk, page.panel, "matrix_remove_button")
    press(desk, dialog_called(desk, "remove_access_dialog"), "accept_button")
    desk.qtbot.waitUntil(lambda: cell(page, office.ida, office.omar).data() == "")
    desk.qtbot.waitUntil(lambda: len(changes(page)) == 3)


def test_a_name_or_a_handle_opens_all_its_changes(desk, page, office):
    model = page.matrix_view.matrix
    page.matrix_view.holder_chosen.emit(names(page).index("Sam"))
    desk.qtbot.waitUntil(lambda: len(changes(page)) == 2)
    page.matrix_view.asset_chosen.emit([model.asset(c).id for c in range(2)].index(office.mara))
    desk.qtbot.waitUntil(lambda: len(changes(page)) == 3)


def test_what_is_shown_is_exported_as_csv(desk, page, tmp_path):
    page.matrix_people_edit.setText("ida")
    dialog = page.ask_export()
    dialog.fileSelected.emit(str(tmp_path / "out.csv"))
    desk.settle()
    dialog.close()
    lines = (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "Name,E-mail or Business Center ID,Kind,Account,Account name,Shared by,Role,Kind of asset"
    assert lines[1:] == ["Ida,ida@example.com,Member,'@mara,Mara,,Analyst,TikTok account"]


def test_what_is_shown_is_previewed_for_the_printer(desk, page):
    desk.press("matrix_print_button")
    dialog_called(desk, "matrix_print_preview").close()


def test_a_long_list_is_saved_as_a_pdf_instead(desk, page, tmp_path, monkeypatch):
    monkeypatch.setattr(access_printing, "LINES_IN_A_PREVIEW", 3)
    desk.press("matrix_print_button")
    press(desk, dialog_called(desk, "matrix_long_print_dialog"), "accept_button")
    dialog = dialog_called(desk, "matrix_pdf_dialog")

    dialog.fileSelected.emit(str(tmp_path / "out.pdf"))

    desk.qtbot.waitUntil((tmp_path / "out.pdf").exists)
    desk.settle()
    dialog.close()
    assert "Otter Works (Partner)" in pdf_text((tmp_path / "out.pdf").read_bytes())


def test_every_control_has_its_names(desk, page, office):
    choose(desk, page, office.sam, office.mara)
    assert violations(page) == []
