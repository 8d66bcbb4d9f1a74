"""The pages of catalogs, pixels and audiences, with their panels and forms."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from bcdesktop.core.assets import SyncState
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import assets, tiktok_accounts
from bcdesktop.ui.kit.walk import violations
from tests.services.access import link
from tests.services.ad_world import ad_account
from tests.services.asset_world import audience, catalog, give, pixel, share


@pytest.fixture
def otto(world):
    return world.center("Otter Works", "Otto")


def open_row(desk, page_name, row):
    page = desk.go(page_name, asset_id=row.id)
    desk.settle()
    assert page.table.current_record().id == row.id
    return page


def show_ad_accounts(page):
    page.panel.tabs.setCurrentWidget(page.panel.ad_accounts)


def place_of(table, name):
    """Return where the row of this name lies in the table."""
    index = next(i for i in range(table.model().rowCount()) if table.model().index(i, 0).data() == name)
    return table.visualRect(table.model().index(index, 0)).center()


def test_a_catalog_is_created_with_the_usual_country_and_currency(desk, world, nora):
    desk.open(nora)
    desk.go("catalogs")
    desk.press("catalogs_empty_create_button")
    form = desk.wait_for("edit_asset_dialog").form
    assert (form.country_combo.value(), form.currency_combo.value()) == ("DE", "EUR")
    desk.type("asset_name_edit", "Spring shoes")
    desk.press("asset_save_button")
    page = desk.window.inside.pages.currentWidget()
    desk.qtbot.waitUntil(lambda: page.table.current_record() is not None)
    assert page.table.current_record().name == "Spring shoes"
    assert desk.text("catalog_sync_label") == "It was never linked to an ad account, so no data flows."


def test_what_was_typed_stays_when_it_is_refused_and_the_error_stands_at_its_field(desk, world, nora):
    desk.open(nora)
    desk.go("pixels")
    desk.press("pixels_create_button")
    dialog = desk.wait_for("edit_asset_dialog")
    desk.type("asset_name_edit", "Shop")
    desk.type("website_edit", "http://shop.example.com")
    desk.press("asset_save_button")
    assert dialog.form.error_text("website").startswith("This is not a web address with https.")
    assert dialog.form.asset_name_edit.text() == "Shop"
    desk.type("website_edit", "shop.example.com")
    desk.press("asset_save_button")
    assert [row.details.website for row in assets.list_all(world.context, nora, AssetKind.PIXEL)] == [
        "https://shop.example.com"
    ]


def test_a_country_that_is_none_is_said_at_its_field(desk, nora):
    desk.open(nora)
    desk.go("catalogs", create=True)
    dialog = desk.wait_for("edit_asset_dialog")
    desk.type("asset_name_edit", "Shoes")
    dialog.form.country_combo.setEditText("Atlantis")
    desk.press("asset_save_button")
    assert "no country of this name" in dialog.form.error_text("country")


def test_a_lookalike_asks_what_it_is_made_of(desk, world, nora):
    source = audience(world, nora)
    desk.open(nora)
    desk.go("audiences", create=True)
    form = desk.wait_for("edit_asset_dialog").form
    assert not form.source_asset_combo.isVisible()
    form.audience_kind_combo.setCurrentIndex(1)
    desk.type("asset_name_edit", "Like buyers")
    desk.press("asset_save_button")
    assert form.error_text("source_asset_id") == "Please fill in this field."
    form.source_asset_combo.set_value(source.id)
    desk.press("asset_save_button")
    made = assets.list_all(world.context, nora, AssetKind.AUDIENCE)
    assert {row.name: row.details.source_name for row in made} == {"Buyers": "", "Like buyers": "Buyers"}


def test_ad_accounts_are_ticked_and_linked_and_those_that_cannot_be_are_left_out(desk, world, nora):
    row = catalog(world, nora)
    ad_account(world, nora)
    ad_account(world, nora, "Waiting", approved=False)
    desk.open(nora)
    page = open_row(desk, "catalogs", row)
    show_ad_accounts(page)
    desk.press("catalog_link_button")
    dialog = desk.wait_for("link_ad_accounts_dialog")
    assert not dialog.link_now_button.isEnabled()
    for name in ("Spring", "Waiting"):
        table = dialog.link_ad_accounts_table
        desk.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place_of(table, name))
    assert desk.text("link_effect_label") == "1 ad account chosen. 1 ad account left out: the column Note says why."
    desk.press("link_now_button")
    desk.qtbot.waitUntil(lambda: page.table.current_record().ad_accounts == 1)
    desk.settle()
    assert page.table.current_record().sync.state is SyncState.SYNCING
    assert [account.name for account in page.panel.ad_accounts.ad_accounts_table.shown_records()] == ["Spring"]


def test_several_are_linked_to_one_ad_account(desk, world, nora):
    for name in ("Summer", "Winter"):
        pixel(world, nora, name)
    ad_account(world, nora, "Autumn")
    spring = ad_account(world, nora)
    desk.open(nora)
    page = desk.go("pixels")
    desk.qtbot.waitUntil(lambda: len(page.table.shown_records()) == 2)
    page.table.selectAll()
    page.link_selected()
    dialog = desk.wait_for("add_assets_dialog")
    assert dialog.add_assets_kind_combo.currentText() == "Pixels"
    desk.settle()
    dialog.add_assets_ad_account_combo.set_value(spring)
    desk.qtbot.waitUntil(lambda: desk.text("add_assets_effect_label") == "2 ticked.")
    desk.press("add_assets_save_button")
    desk.qtbot.waitUntil(lambda: [row.ad_accounts for row in page.table.shown_records()] == [1, 1])


def test_unlinking_the_last_one_says_that_data_stops(desk, world, nora):
    row = pixel(world, nora)
    assets.link(world.context, nora, row.id, [ad_account(world, nora)])
    desk.open(nora)
    page = open_row(desk, "pixels", row)
    show_ad_accounts(page)
    page.panel.ad_accounts.ad_accounts_table.selectRow(0)
    desk.press("pixel_unlink_button")
    dialog = desk.wait_for("unlink_asset_dialog")
    said = [label.text() for label in dialog.findChildren(type(dialog.text_label))]
    assert "No ad account is left, so its data stops." in said
    desk.press("accept_button")
    desk.qtbot.waitUntil(lambda: page.table.current_record().sync.state is SyncState.STOPPED)
    assert desk.window.notices.toast.text_label.text() == "Unlinked from 1 ad account."


def test_the_page_turns_by_itself_when_the_account_data_comes_from_is_disconnected(desk, world, nora):
    row = catalog(world, nora, source_link_id=link(world, nora, "mara"))
    assets.link(world.context, nora, row.id, [ad_account(world, nora)])
    desk.open(nora)
    page = open_row(desk, "catalogs", row)
    assert desk.text("catalog_sync_label") == "Data flows to 1 ad account."
    tiktok_accounts.disconnect(world.context, nora, row.source_link_id)
    desk.qtbot.waitUntil(lambda: page.table.current_record().sync.state is SyncState.STOPPED)
    desk.settle()
    assert desk.text("catalog_sync_label") == "Data stopped: @mara, which it comes from, is no longer linked."
    assert "Link @mara again" in desk.text("catalog_advice_label")


def test_deleting_lists_who_loses_it_and_takes_it_out_of_the_list(desk, world, nora):
    row = catalog(world, nora)
    desk.open(nora)
    page = open_row(desk, "catalogs", row)
    desk.press("catalog_end_button")
    dialog = desk.wait_for("delete_asset_dialog")
    said = [label.text() for label in dialog.findChildren(type(dialog.text_label))]
    assert "These people lose it: Nora." in said
    assert dialog.accept_button.text() == "Delete"
    desk.press("accept_button")
    desk.qtbot.waitUntil(lambda: page.table.model().rowCount() == 0)
    assert not page.panel.isVisible()


def test_a_received_audience_can_be_given_up_but_not_changed(desk, world, nora, otto):
    row = audience(world, otto)
    share(world, otto, nora, row.id, AssetRole.ADMIN)
    desk.open(nora)
    page = open_row(desk, "audiences", row)
    assert not page.panel.change_button.isEnabled()
    assert "“Otter Works” owns it" in page.panel.change_button.toolTip()
    assert page.panel.end_button.text().replace("&", "") == "Give up…"
    desk.press("audience_end_button")
    desk.wait_for("give_up_asset_dialog")
    desk.press("accept_button")
    desk.qtbot.waitUntil(lambda: page.table.model().rowCount() == 0)
    assert assets.get(world.context, otto, row.id).name == "Buyers"


def test_a_standard_member_sees_what_was_given_and_why_the_rest_is_grey(desk, world, nora):
    sam = world.standard_member(nora)
    row = catalog(world, nora)
    catalog(world, nora, "Hats")
    give(world, nora, row.id, sam, AssetRole.AD_PROMOTION)
    desk.open(sam)
    page = open_row(desk, "catalogs", row)
    assert [one.name for one in page.table.shown_records()] == ["Shoes"]
    desk.qtbot.waitUntil(lambda: "Nora" in page.create_button.toolTip())
    for button in (page.create_button, page.panel.end_button, page.panel.ad_accounts.link_button):
        assert not button.isEnabled()
        assert button.toolTip() == button.statusTip() == "Only admins can do this. Ask Nora."
    assert "Catalog management is needed" in page.panel.change_button.toolTip()


def test_a_standard_member_with_the_full_role_may_change_it(desk, world, nora):
    sam = world.standard_member(nora)
    row = catalog(world, nora)
    give(world, nora, row.id, sam, AssetRole.MANAGEMENT)
    desk.open(sam)
    open_row(desk, "catalogs", row)
    desk.press("catalog_change_button")
    dialog = desk.wait_for("edit_asset_dialog")
    assert not hasattr(dialog.form, "source_link_combo")
    desk.type("asset_name_edit", "Boots")
    desk.press("asset_save_button")
    assert assets.get(world.context, nora, row.id).name == "Boots"


def test_somebody_without_any_is_told_whom_to_ask(desk, world, nora):
    desk.open(world.standard_member(nora))
    desk.go("pixels")
    desk.press("pixels_ask_button")
    assert desk.wait_for("ask_admin_dialog").isVisible()


def test_a_change_keeps_the_account_that_is_no_longer_linked_until_another_is_chosen(desk, world, nora):
    row = catalog(world, nora, source_link_id=link(world, nora, "mara"))
    tiktok_accounts.disconnect(world.context, nora, row.source_link_id)
    desk.open(nora)
    open_row(desk, "catalogs", row)
    desk.press("catalog_change_button")
    form = desk.wait_for("edit_asset_dialog").form
    assert form.source_link_combo.currentText() == "@mara (no longer linked)"
    desk.type("asset_name_edit", "Boots")
    desk.press("asset_save_button")
    kept = assets.get(world.context, nora, row.id)
    assert (kept.name, kept.source_link_id) == ("Boots", row.source_link_id)


def test_dialogs_and_panels_have_their_names(desk, world, nora):
    rows = {"catalogs": catalog(world, nora), "pixels": pixel(world, nora), "audiences": audience(world, nora)}
    ad_account(world, nora)
    desk.open(nora)
    for page_name, row in rows.items():
        page = open_row(desk, page_name, row)
        desk.press(f"{page.panel._name}_change_button")
        dialog = desk.wait_for("edit_asset_dialog")
        assert violations(dialog) == []
        dialog.close()
        desk.settle()
    show_ad_accounts(page)
    desk.press("audience_link_button")
    assert violations(desk.wait_for("link_ad_accounts_dialog")) == []
    assert violations(desk.window.inside) == []
