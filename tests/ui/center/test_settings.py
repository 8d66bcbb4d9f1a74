"""Settings: saved together, refused at the field, at once where it is about this computer."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from bcdesktop.core.recovery import parse_recovery_text
from bcdesktop.services import business_centers
from bcdesktop.services.records import BusinessCenterChange
from bcdesktop.ui.kit.theme import ColorScheme
from tests.services.world import PASSWORD


@pytest.fixture
def page(desk, nora):
    desk.open(nora)
    return desk.go("settings", card="business_info")


def test_saving_writes_and_the_bar_goes(desk, world, nora, page):
    desk.type("address_edit", "Kai 5, Bremen")
    assert desk.shows("save_button")
    desk.press("save_button")
    assert business_centers.get(world.context, nora).address == "Kai 5, Bremen"
    assert not desk.shows("save_button")


def test_undo_brings_the_stored_values_back(desk, page):
    desk.type("business_name_edit", "Other")
    desk.press("undo_button")
    assert desk.text("business_name_edit") == "Lantern Media"
    assert not page.has_unsaved()


def test_an_empty_name_is_refused_at_its_field_and_stays_as_typed(desk, world, nora, page):
    desk.type("business_name_edit", "")
    desk.type("address_edit", "Kai 5")
    desk.press("save_button")
    assert page.tabs_by_name["business_info"].forms[0].error_text("name")
    assert desk.text("address_edit") == "Kai 5"
    assert business_centers.get(world.context, nora).address != "Kai 5"


def test_country_time_zone_and_currency_are_fixed_with_the_reason(desk, page):
    for name in ("country_edit", "time_zone_edit", "currency_edit"):
        assert desk.widget(name).isReadOnly()
        assert "Fixed" in desk.widget(name).toolTip()
    assert desk.text("country_edit") == "Germany"


def test_lifetimes_can_be_chosen(desk, world, nora, page):
    desk.go("settings", card="codes")
    desk.widget("qr_code_combo").setCurrentIndex(0)
    desk.widget("addressed_combo").setCurrentIndex(2)
    desk.press("save_button")
    row = business_centers.get(world.context, nora)
    assert (row.qr_code_minutes, row.addressed_hours) == (5, 168)


def test_a_change_by_somebody_else_is_told_and_nothing_typed_is_lost(desk, world, nora, page):
    desk.type("business_name_edit", "Mine")
    row = business_centers.get(world.context, nora)
    business_centers.change(world.context, nora, BusinessCenterChange(address="Theirs"), row.version)
    desk.settle()
    desk.press("save_button")
    assert desk.window.notices.bar.isVisible()
    assert desk.text("business_name_edit") == "Mine"
    assert desk.text("address_edit") == "Theirs"
    desk.press("save_button")
    assert not desk.window.notices.bar.isVisible()
    row = business_centers.get(world.context, nora)
    assert (row.name, row.address) == ("Mine", "Theirs")


def test_a_change_elsewhere_shows_where_nothing_was_typed(desk, world, nora, page):
    row = business_centers.get(world.context, nora)
    business_centers.change(world.context, nora, BusinessCenterChange(name="New name"), row.version)
    desk.qtbot.waitUntil(lambda: desk.text("business_name_edit") == "New name")


def test_the_look_changes_at_once_and_is_remembered(desk, theme, page):
    desk.go("settings", card="appearance")
    desk.press("dark_radio")
    assert theme.is_dark
    assert desk.settings.color_scheme is ColorScheme.DARK
    assert '"color_scheme": "dark"' in desk.settings.path.read_text()


def test_the_recovery_text_needs_the_password(desk, world, page):
    desk.go("settings", card="security")
    desk.press("show_recovery_button")
    desk.type("confirm_password_edit", "not-it-at-all")
    desk.press("show_text_button")
    assert not desk.shows("recovery_text_box")
    desk.type("confirm_password_edit", PASSWORD)
    desk.press("show_text_button")
    text = desk.widget("recovery_text_box").toPlainText()
    assert parse_recovery_text(text) == world.context.keys.key


@pytest.fixture
def recovery_view(desk, page):
    desk.go("settings", card="security")
    desk.press("show_recovery_button")
    desk.type("confirm_password_edit", PASSWORD)
    desk.press("show_text_button")
    return desk.widget("recovery_text_box").parentWidget()


def test_the_recovery_text_can_be_copied(desk, world, recovery_view):
    desk.press("copy_recovery_button")
    assert parse_recovery_text(QGuiApplication.clipboard().text()) == world.context.keys.key
    assert desk.shows("kept_label")


def test_the_recovery_text_can_be_saved_as_text_only_this_user_reads(desk, world, recovery_view, tmp_path):
    path = tmp_path / "kept.txt"
    recovery_view.save_to(str(path))
    desk.settle()
    assert path.stat().st_mode & 0o077 == 0
    lines = path.read_text().splitlines()
    assert parse_recovery_text("".join(lines[2:5])) == world.context.keys.key


def test_the_recovery_text_can_be_saved_as_pdf_and_read_back(desk, world, recovery_view, tmp_path):
    import pypdfium2

    path = tmp_path / "kept.pdf"
    recovery_view.save_to(str(path))
    desk.settle()
    pdf = pypdfium2.PdfDocument(path)
    text = pdf[0].get_textpage().get_text_range()
    assert len(pdf) == 1
    assert "Lantern Media" in text
    pdf.close()


def test_a_folder_that_cannot_be_written_is_told(desk, recovery_view, tmp_path):
    dialog = desk.widget("show_recovery_text_dialog")
    recovery_view.save_to(str(tmp_path / "missing" / "kept.txt"))
    desk.settle()
    assert dialog.recovery_notice.isVisible()


def test_the_card_is_a_code_with_the_same_digits_as_the_page(desk, world, nora, page):
    from PySide6.QtWidgets import QLabel

    desk.go("settings", card="security")
    digits = desk.text("digits_label")
    assert digits == business_centers.fingerprint(world.context, nora)
    desk.press("show_card_button")
    assert desk.wait_for("card_qr_view").readable
    assert digits in {label.text() for label in desk.widget("business_center_card_dialog").findChildren(QLabel)}
    desk.press("copy_card_button")
    assert QGuiApplication.clipboard().text().startswith("BC1:")


def test_data_says_where_the_store_lies_and_how_sqlite_runs(desk, world, page):
    desk.go("settings", card="data")
    assert desk.text("store_path_edit") == str(world.store.path)
    assert "journal_mode=" in desk.widget("diagnostics_text").toPlainText()


def test_a_standard_member_reads_but_cannot_change(desk, world, nora):
    desk.open(world.standard_member(nora))
    desk.go("settings", card="business_info")
    edit = desk.widget("business_name_edit")
    assert not edit.isEnabled()
    assert "Nora" in edit.toolTip()
    desk.go("settings", card="security")
    assert not desk.widget("show_recovery_button").isEnabled()
    assert "Nora" in desk.widget("show_recovery_button").statusTip()


def test_a_tab_is_built_when_it_is_first_shown_and_then_knows_the_row(desk, page):
    assert not page.tabs_by_name["codes"].is_built
    desk.go("settings", card="codes")
    assert page.tabs_by_name["codes"].is_built
    assert desk.widget("qr_code_combo").currentData() == page.tabs_by_name["codes"].row.qr_code_minutes
    assert not page.has_unsaved()


@pytest.mark.parametrize(
    ("card", "name"),
    [("security", "unverified_check"), ("security", "show_recovery_button"), ("codes", "qr_code_combo")],
)
def test_what_a_standard_member_may_not_change_is_grey_on_tabs_opened_later_too(desk, world, nora, card, name):
    desk.open(world.standard_member(nora))
    desk.go("settings")
    desk.go("settings", card=card)
    assert not desk.widget(name).isEnabled()
    assert "Nora" in desk.widget(name).toolTip()
