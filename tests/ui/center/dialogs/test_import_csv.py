"""CSV in and out, from the windows' side."""

from __future__ import annotations

import csv

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent

from bcdesktop.services import grants, imports, members
from bcdesktop.services.import_records import ImportKind, ImportOutcome
from bcdesktop.ui.kit.walk import PseudoTranslator, untranslated, violations
from tests.services.access import ANALYST, OPERATOR, give, holder_of, link, partner_of


@pytest.fixture
def file(tmp_path):
    def write(*lines, name="people.csv"):
        path = tmp_path / name
        path.write_text("\n".join(lines), encoding="utf-8")
        return str(path)

    return write


def open_dialog(desk, actor, page="members"):
    desk.open(actor)
    view = desk.go(page)
    button = view.members_files_button if page == "members" else view.accounts_files_button
    button.import_action.trigger()
    return desk.wait_for("import_csv_dialog")


def read(desk, dialog, path):
    dialog.read(path)
    desk.settle()
    return dialog


def cells(dialog, column):
    table = dialog.import_table
    place = table.record_model.column_index(column)
    return [table.model().index(row, place).data() for row in range(table.model().rowCount())]


def test_the_preview_says_what_each_row_would_do_and_bad_ones_come_first(desk, world, nora, file):
    dialog = open_dialog(desk, nora)
    assert dialog.import_button.toolTip() == "Choose a file first."
    read(desk, dialog, file("E-mail,Role,Shoe size", "bela@example.com,Admin,42", "nothing,,", "nora@example.com,,"))
    assert cells(dialog, "outcome") == ["Cannot be taken", "Invite", "Unchanged"]
    assert cells(dialog, "why")[0].startswith("This is not an e-mail address.")
    assert desk.text("import_summary_label") == "1 to invite · 1 unchanged · 1 cannot be taken"
    assert desk.text("import_ignored_label") == "Not read: Shoe size"
    assert [row.email for row in members.list_all(world.context, nora).rows] == ["nora@example.com"]


def test_bad_rows_block_import_until_they_are_left_out(desk, world, nora, file):
    dialog = read(desk, open_dialog(desk, nora), file("email", "bela@example.com", "nothing"))
    assert not dialog.import_button.isEnabled()
    assert "cannot be taken" in dialog.import_button.toolTip()
    desk.press("leave_out_check")
    desk.press("import_button")
    desk.wait_for("import_result_view")
    said = "\n".join(label.text() for label in dialog.result_lines.findChildren(type(dialog.result_label)))
    assert "Invited: 1." in said
    assert "Left out: 1. Rows: 3." in said
    assert cells(dialog, "number") == ["3"]
    assert len(members.list_all(world.context, nora).rows) == 2


def test_the_result_leads_to_the_mails(desk, nora, file):
    read(desk, open_dialog(desk, nora), file("email", "bela@example.com"))
    desk.press("import_button")
    desk.press("import_outbox_button")
    assert desk.window.inside.pages.current_name == "outbox"


def test_a_file_that_changes_nothing_cannot_be_imported(desk, nora, file):
    dialog = read(desk, open_dialog(desk, nora), file("email", "nora@example.com"))
    assert not dialog.import_button.isEnabled()
    assert "would change anything" in dialog.import_button.toolTip()


def test_a_file_that_is_no_table_is_told_and_another_can_be_chosen(desk, nora, file, tmp_path):
    workbook = tmp_path / "people.xlsx"
    workbook.write_bytes(b"PK\x03\x04 and so on")
    dialog = read(desk, open_dialog(desk, nora), str(workbook))
    assert dialog.bar.title_label.text() == "This is not a CSV file"
    read(desk, dialog, file("email", "bela@example.com"))
    assert not dialog.bar.isVisible()
    assert dialog.import_button.isEnabled()


def test_a_file_that_is_gone_is_told(desk, nora, tmp_path):
    dialog = read(desk, open_dialog(desk, nora), str(tmp_path / "gone.csv"))
    assert dialog.bar.isVisible()
    assert dialog.choose_import_button.isEnabled()


def test_a_file_can_be_dropped(desk, nora, file):
    dialog = open_dialog(desk, nora)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(file("email", "bela@example.com"))])
    event = QDropEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    dialog.dropEvent(event)
    desk.settle()
    assert desk.text("import_file_label") == "people.csv"


def test_access_is_imported_from_the_accounts_page(desk, world, nora, file):
    mara = link(world, nora, "mara")
    world.standard_member(nora)
    dialog = open_dialog(desk, nora, "tiktok_accounts")
    read(desk, dialog, file("handle,person,role", "@mara,sam@example.com,Operator"))
    assert cells(dialog, "outcome") == ["Give access"]
    desk.press("import_button")
    desk.wait_for("import_result_view")
    assert [row.holder_name for row in grants.holders_of(world.context, nora, mara)] == ["Sam"]


def test_the_dialog_has_names_and_translations(desk, nora, file, qapp):
    translator = PseudoTranslator()
    qapp.installTranslator(translator)
    dialog = read(desk, open_dialog(desk, nora), file("email", "bela@example.com", "nothing"))
    qapp.removeTranslator(translator)
    assert violations(dialog) == []
    assert untranslated(dialog, lambda text: "@" in text or text.endswith(".csv")) == []


def export(desk, button, path):
    dialog = button.ask_export()
    dialog.selectFile(str(path))
    dialog.accept()
    desk.settle()


def preview_of(world, actor, kind, path):
    return imports.preview(world.context, actor, kind, path.read_bytes())


def test_exported_members_can_be_imported_again_and_change_nothing(desk, world, nora, tmp_path):
    world.standard_member(nora)
    gone = world.standard_member(nora, "Tess")
    members.remove(world.context, nora, holder_of(world, gone).id)
    desk.open(nora)
    page = desk.go("members", status="everybody")
    path = tmp_path / "members.csv"
    export(desk, page.members_files_button, path)
    assert "Exported" in desk.window.notices.toast.text_label.text()
    shown = preview_of(world, nora, ImportKind.MEMBERS, path)
    assert [(row.cells["email"], row.outcome) for row in shown.rows] == [
        ("nora@example.com", ImportOutcome.UNCHANGED),
        ("sam@example.com", ImportOutcome.UNCHANGED),
        ("tess@example.com", ImportOutcome.UNCHANGED),
    ]


def test_exported_members_come_up_as_new_in_another_business_center(desk, world, nora, tmp_path):
    world.standard_member(nora)
    otto = world.center("Otter Works", "Otto")
    desk.open(nora)
    path = tmp_path / "members.csv"
    export(desk, desk.go("members").members_files_button, path)
    shown = preview_of(world, otto, ImportKind.MEMBERS, path)
    assert [(row.cells["name"], row.outcome) for row in shown.rows] == [
        ("Nora", ImportOutcome.NEW),
        ("Sam", ImportOutcome.NEW),
    ]


def test_exported_access_can_be_imported_again(desk, world, nora, tmp_path):
    sam, otto = world.standard_member(nora), world.center("Otter Works", "Otto")
    mara = link(world, nora, "mara")
    give(world, nora, mara, holder_of(world, sam), OPERATOR)
    give(world, nora, mara, partner_of(world, nora, otto), ANALYST)
    give(world, otto, link(world, otto, "omar"), partner_of(world, otto, nora), ANALYST)
    desk.open(nora)
    path = tmp_path / "access.csv"
    export(desk, desk.go("tiktok_accounts").accounts_files_button, path)
    shown = preview_of(world, nora, ImportKind.ACCESS, path)
    assert {row.outcome for row in shown.rows} == {ImportOutcome.UNCHANGED}
    assert len(shown.rows) == 2
    give(world, nora, mara, holder_of(world, sam), None)
    again = preview_of(world, nora, ImportKind.ACCESS, path)
    assert sorted(row.outcome for row in again.rows) == [ImportOutcome.NEW, ImportOutcome.UNCHANGED]
    imports.apply(world.context, nora, again, "k")
    assert len(grants.holders_of(world.context, nora, mara)) == 2


def test_an_export_runs_no_formula(desk, world, nora, tmp_path):
    world.standard_member(nora, "=cmd")
    desk.open(nora)
    path = tmp_path / "members.csv"
    export(desk, desk.go("members").members_files_button, path)
    with path.open(encoding="utf-8-sig", newline="") as text:
        names = [row[0] for row in csv.reader(text)]
    assert "'=cmd" in names
