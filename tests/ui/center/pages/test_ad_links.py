"""Linking TikTok accounts and ad accounts in the Business Center window, and the readiness tab beside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from bcdesktop.core.readiness import ConditionName
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import ad_links, tiktok_accounts
from bcdesktop.ui.kit.tables import RecordTable
from bcdesktop.ui.kit.tick_table import TickTable
from tests.services.ad_scene import TIKTOK, linked_account, linked_pairs, running_ad, set_ad_role
from tests.services.ad_world import ad_account, ad_link


@pytest.fixture
def nora(world):
    return world.center()


@pytest.fixture
def scene(world, nora):
    """Two linked accounts and two ad accounts."""
    world.mara, world.bela = linked_account(world, nora, "mara"), linked_account(world, nora, "bela")
    world.spring, world.autumn = ad_account(world, nora, "Spring"), ad_account(world, nora, "Autumn")
    return world


def open_tab(desk, actor, link_id, tab):
    desk.open(actor)
    page = desk.go("tiktok_accounts", link_id=link_id)
    desk.settle()
    panel = page.panel
    panel.tabs.setCurrentWidget(getattr(panel, tab))
    desk.settle()
    return panel


def tick(desk, table_name, *names):
    table = desk.widget(table_name)
    assert isinstance(table, TickTable)
    for row in range(table.model().rowCount()):
        if table.model().index(row, 0).data() in names:
            place = table.visualRect(table.model().index(row, 0)).center()
            desk.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def cells(table, column=0):
    assert isinstance(table, RecordTable)
    return [table.model().index(row, column).data() for row in range(table.model().rowCount())]


# ------------------------------------------------------------------ add assets
def test_add_assets_links_what_is_ticked_to_the_chosen_ad_account(desk, scene, nora):
    desk.open(nora)
    desk.go("tiktok_accounts")
    desk.press("accounts_add_assets_button")
    assert desk.widget("add_assets_kind_combo").currentText() == "TikTok accounts"
    assert not desk.widget("add_assets_save_button").isEnabled()
    assert "ad account first" in desk.widget("add_assets_save_button").toolTip()
    desk.widget("add_assets_ad_account_combo").set_value(scene.spring)
    desk.settle()
    tick(desk, "add_assets_table", "Mara", "Bela")
    assert desk.text("add_assets_effect_label") == "2 ticked."
    desk.press("add_assets_save_button")
    assert linked_pairs(scene) == {(scene.spring, scene.mara), (scene.spring, scene.bela)}
    assert not desk.shows("add_assets_dialog")


def test_what_is_linked_already_is_left_out_and_says_so(desk, scene, nora):
    ad_link(scene, nora, scene.spring, scene.mara)
    desk.open(nora)
    desk.go("tiktok_accounts", add_assets=True)
    desk.widget("add_assets_ad_account_combo").set_value(scene.spring)
    desk.settle()
    tick(desk, "add_assets_table", "Mara")
    assert desk.text("add_assets_effect_label") == "0 ticked. 1 left out: the column Note says why."
    assert not desk.widget("add_assets_save_button").isEnabled()


def test_accounts_ticked_in_the_list_are_ticked_in_add_assets(desk, scene, nora):
    desk.open(nora)
    page = desk.go("tiktok_accounts")
    page.accounts_table.set_ticked([scene.bela])
    page.add_assets()
    desk.settle()
    desk.widget("add_assets_ad_account_combo").set_value(scene.autumn)
    desk.settle()
    assert desk.text("add_assets_effect_label") == "1 ticked."


def test_a_refusal_stays_in_the_dialog_with_what_was_ticked(desk, scene, nora):
    desk.open(nora)
    desk.go("tiktok_accounts", add_assets=True)
    desk.widget("add_assets_ad_account_combo").set_value(scene.spring)
    desk.settle()
    tick(desk, "add_assets_table", "Mara")
    desk.session.context.store.run(lambda unit: _end_link(unit, scene.mara))
    desk.press("add_assets_save_button")
    assert desk.shows("add_assets_dialog")
    assert linked_pairs(scene) == set()
    assert desk.text("add_assets_effect_label") == "1 ticked."


def _end_link(unit, link_id):
    """End a link as another program would, without telling this one."""
    from bcdesktop.core.access_requests import LinkState
    from bcdesktop.store.tables import TikTokAccountLink

    row = unit.session.get_one(TikTokAccountLink, link_id)
    row.state, row.ended_at = LinkState.DISCONNECTED, unit.now
    unit.session.add(row)


# ------------------------------------------------------------------ the account's tab
def test_an_account_is_linked_to_several_ad_accounts_from_its_panel(desk, scene, nora):
    panel = open_tab(desk, nora, scene.mara, "ad_links")
    assert panel.ad_links.links_table.model().rowCount() == 0
    desk.press("account_link_button")
    tick(desk, "link_to_ad_accounts_table", "Spring", "Autumn")
    desk.press("link_to_ad_accounts_save_button")
    assert linked_pairs(scene) == {(scene.spring, scene.mara), (scene.autumn, scene.mara)}
    desk.qtbot.waitUntil(lambda: cells(panel.ad_links.links_table) == ["Autumn", "Spring"])


def test_unlinking_lists_the_ads_that_pause_before_it_is_done(desk, scene, nora):
    ad_link(scene, nora, scene.spring, scene.mara)
    running_ad(scene, nora, scene.spring, link_id=scene.mara, name="Big sale")
    panel = open_tab(desk, nora, scene.mara, "ad_links")
    assert not panel.ad_links.unlink_button.isEnabled()
    panel.ad_links.links_table.selectRow(0)
    desk.press("account_unlink_button")
    dialog = desk.wait_for("unlink_ad_account_dialog")
    words = " ".join(label.text() for label in dialog.findChildren(type(dialog.title_label)))
    assert "Unlink @mara from “Spring”?" in words
    assert "Big sale · Spring" in words
    assert linked_pairs(scene) == {(scene.spring, scene.mara)}
    desk.press("accept_button")
    desk.qtbot.waitUntil(lambda: linked_pairs(scene) == set())


def test_a_standard_member_sees_the_links_and_who_can_change_them(desk, scene, nora):
    ad_link(scene, nora, scene.spring, scene.mara)
    sam = scene.standard_member(nora)
    scene.give(sam, scene.mara)
    panel = open_tab(desk, sam, scene.mara, "ad_links")
    assert cells(panel.ad_links.links_table) == ["Spring"]
    assert not panel.ad_links.link_button.isEnabled()
    assert "Nora" in panel.ad_links.link_button.toolTip()
    assert not desk.shows("accounts_add_assets_button")


def test_nothing_is_linked_to_an_account_that_has_ended(desk, scene, nora):
    tiktok_accounts.disconnect(scene.context, nora, scene.mara)
    panel = open_tab(desk, nora, scene.mara, "ad_links")
    assert not panel.ad_links.link_button.isEnabled()
    assert "ended" in panel.ad_links.link_button.toolTip()


# ------------------------------------------------------------------ readiness
def test_readiness_shows_the_cross_and_its_button_links_the_pair(desk, scene, nora):
    panel = open_tab(desk, nora, scene.mara, "readiness")
    tab = panel.readiness
    tab.readiness_ad_account_combo.set_value(scene.spring)
    desk.settle()
    assert tab.view.verdict_badge.text() == "Not ready for Spark Ads"
    row = tab.view.rows[ConditionName.AD_LINK]
    assert row.helper_label.text() == "An admin can do this: Nora."
    desk.press("account_ad_link_mend_button")
    desk.settle()
    assert desk.text("link_to_ad_accounts_effect_label") == "1 ticked."
    desk.press("link_to_ad_accounts_save_button")
    desk.qtbot.waitUntil(lambda: tab.view.verdict_badge.text() == "Ready for Spark Ads")
    assert linked_pairs(scene) == {(scene.spring, scene.mara)}


def test_an_admin_looks_at_another_person(desk, scene, nora):
    ad_link(scene, nora, scene.spring, scene.mara)
    sam = scene.standard_member(nora)
    tab = open_tab(desk, nora, scene.mara, "readiness").readiness
    assert tab.view.verdict_badge.text() == "Ready for Spark Ads"
    tab.readiness_person_combo.set_value(sam.person_id)
    desk.settle()
    assert tab.view.rows[ConditionName.AD_ACCOUNT_ROLE].state_label.text() == "No"


def test_linked_ad_accounts_come_first_in_the_choice(desk, scene, nora):
    ad_link(scene, nora, scene.spring, scene.mara)
    tab = open_tab(desk, nora, scene.mara, "readiness").readiness
    assert tab.readiness_ad_account_combo.currentText().startswith("Spring")


def test_a_standard_member_asks_an_admin_about_a_cross(desk, scene, nora):
    ad_link(scene, nora, scene.spring, scene.mara)
    sam = scene.standard_member(nora)
    scene.give(sam, scene.mara)
    set_ad_role(scene, sam, scene.spring, AssetRole.ANALYST)
    tab = open_tab(desk, sam, scene.mara, "readiness").readiness
    assert not desk.shows("readiness_person_combo")
    assert [name for name, row in tab.view.rows.items() if row.line.condition.ok is False] == [
        ConditionName.AD_ACCOUNT_ROLE
    ]
    desk.press("account_ad_account_role_mend_button")
    assert "Spring" in desk.wait_for("wish_label").text()


def test_the_page_brings_readiness_of_a_pair_to_the_front(desk, scene, nora):
    ad_link(scene, nora, scene.autumn, scene.bela)
    desk.open(nora)
    page = desk.go("tiktok_accounts", link_id=scene.bela, tab="readiness", asset_id=scene.autumn)
    desk.settle()
    assert page.panel.tabs.currentWidget() is page.panel.readiness
    assert page.panel.readiness.readiness_ad_account_combo.value() == scene.autumn
    assert len(ad_links.of_account(scene.context, nora, TIKTOK, scene.bela)) == 1
