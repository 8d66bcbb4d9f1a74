"""From a QR code to an ad: TikTok accounts are linked to ad accounts, and the readiness check says what is missing."""

from __future__ import annotations

import uuid

from PySide6.QtCore import Qt

from bcdesktop.core.ad_accounts import AdAccountRequestKind
from bcdesktop.core.readiness import ConditionName
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import ad_account_requests, ads, tiktok_accounts
from bcdesktop.ui.kit.words import label_of
from tests.services.ad_scene import linked_account, linked_pairs
from tests.services.ad_world import ad_account, ad_link, advertiser, number_of
from tests.services.ads_world import campaign

READY, NOT_READY = "Ready for Spark Ads", "Not ready for Spark Ads"


def tick(hands, table_name, *names):
    """Tick rows with the space bar, by what stands in their first cell."""
    table = hands.widget(table_name)
    hands.until(lambda: {record.name for record in table.shown_records()} >= set(names))
    table.setFocus()
    for record in table.shown_records():
        if record.name in names:
            table.select_record(record.id)
            hands.qtbot.keyClick(table, Qt.Key.Key_Space)
    hands.settle()


def add_assets(bench, asset_id):
    """Press Add assets on the page TikTok accounts and choose the ad account; return hands on the dialog."""
    bench.center.page("tiktok_accounts").press("accounts_add_assets_button")
    dialog = bench.center.inside("add_assets_dialog")
    dialog.settle()
    dialog.widget("add_assets_ad_account_combo").set_value(asset_id)
    dialog.settle()
    return dialog


def save(bench, dialog, name):
    dialog.press(f"{name}_save_button")
    bench.center.until(lambda: not bench.center.sees(f"{name}_dialog"))


def panel_tab(bench, link_id, tab):
    """Open a tab of one account's panel; return hands on the page."""
    page = bench.center.page("tiktok_accounts")
    bench.center.choose_row("accounts_table", link_id)
    page.window.panel.tabs.setCurrentWidget(getattr(page.window.panel, tab))
    page.settle()
    return page


def shows_readiness(bench, link_id, asset_id, *crosses):
    """Wait until the readiness tab shows exactly these crosses for one ad account; return its verdict."""
    page = panel_tab(bench, link_id, "readiness")
    tab = page.window.panel.readiness
    page.until(lambda: tab.readiness_ad_account_combo.set_value(asset_id))

    def shown():
        return [name for name, row in tab.view.rows.items() if row.line.condition.ok is False]

    page.until(lambda: tab.view.rows and shown() == list(crosses))
    return tab.view.verdict_badge.text()


def approved_by_qr(bench, **choices):
    """Ask by the wizard and let the owner approve on the phone; return hands on the QR dialog."""
    dialog = bench.center.ask_by_wizard(**choices)
    bench.phone.scan()
    bench.phone.authorize()
    dialog.until(lambda: dialog.sees("link_next") or dialog.sees("was_it_meant"))
    if dialog.sees("was_it_meant"):
        # a code that named nobody: the question comes first
        dialog.press("yes_button")
        dialog.see("link_next")
    return dialog


def make_ad(bench, person, asset_id, handle):
    """Make an ad with a new video under an account, in Ads Manager; return what runs then."""
    campaign(bench.world, person, asset_id)
    bench.ads.open(person, asset_id)
    bench.ads.page("campaigns").press("create_ad_button")
    form = bench.ads.inside("create_ad_dialog")
    form.type("ad_name_edit", "Boots")
    form.press("ad_source_push_radio")
    table = form.widget("identities_table")
    form.until(lambda: [row.handle for row in table.shown_records()] == [handle])
    table.select_record(table.shown_records()[0].id)
    form.type("video_name_edit", "boots.mp4")
    form.type("ad_text_edit", "New boots")
    form.press("create_ad_accept_button")
    bench.ads.until(lambda: not bench.ads.sees("create_ad_dialog"))
    return [(row.name, row.handle, row.runs) for row in ads.list_all(bench.context, person, asset_id)]


def agency(bench, role):
    """Nora's agency asks a client for their ad account and is given ``role`` on it; return the ad account's id."""
    client = bench.world.center("Client", "Cleo")
    asset_id = ad_account(bench.world, client, "Client ads")
    asked = ad_account_requests.ask(
        bench.context,
        bench.admin,
        number_of(bench.world, client, asset_id),
        AdAccountRequestKind.ACCESS,
        role,
        "",
        uuid.uuid4().hex,
    )
    ad_account_requests.answer(bench.context, advertiser(bench.world, client), asked.id, True)
    return asset_id


# ------------------------------------------------------------------ the whole way
def test_a1_01_an_account_linked_by_qr_runs_an_ad_in_ads_manager(bench):
    spring = ad_account(bench.world, bench.admin, "Spring")
    bench.ready()
    code = approved_by_qr(bench, preset="spark_ads")
    code.press("link_next_button")
    dialog = bench.center.inside("link_to_ad_accounts_dialog")
    tick(dialog, "link_to_ad_accounts_table", "Spring")
    save(bench, dialog, "link_to_ad_accounts")
    assert shows_readiness(bench, bench.links()[0].id, spring) == READY

    assert make_ad(bench, advertiser(bench.world, bench.admin), spring, "mara") == [("Boots", "mara", True)]


def test_a3_33_an_approved_account_is_ready_to_be_connected(bench):
    bench.ready()
    dialog = approved_by_qr(bench, handle="mara")
    assert dialog.text("link_next_label") == "@mara is ready to be connected to an ad account."


def test_a3_34_the_next_step_links_the_account_to_ad_accounts_of_the_business_center(bench):
    names = ("Autumn", "Spring")
    made = {ad_account(bench.world, bench.admin, name) for name in names}
    bench.ready()
    code = approved_by_qr(bench, handle="mara")
    code.press("link_next_button")
    dialog = bench.center.inside("link_to_ad_accounts_dialog")
    tick(dialog, "link_to_ad_accounts_table", *names)
    save(bench, dialog, "link_to_ad_accounts")
    link_id = bench.links()[0].id
    assert linked_pairs(bench.world) == {(asset_id, link_id) for asset_id in made}
    panel_tab(bench, link_id, "ad_links")
    assert [row["ad_account"] for row in bench.center.rows("account_ad_links_table")] == list(names)


# ------------------------------------------------------------------ add assets
def test_a1_16_add_assets_is_found_on_the_page_in_the_panel_and_by_its_path(bench):
    spring = ad_account(bench.world, bench.admin, "Spring")
    bench.center.open(bench.admin)
    add_assets(bench, spring).press("add_assets_cancel_button")
    page = bench.center.page("ad_accounts")
    bench.center.choose_row("ad_accounts_table", spring)
    page.window.panel.tabs.setCurrentWidget(page.window.panel.links)
    page.settle()
    page.press("ad_account_link_button")
    dialog = bench.center.inside("add_assets_dialog")
    dialog.until(lambda: dialog.widget("add_assets_ad_account_combo").value() == spring)
    dialog.press("add_assets_cancel_button")
    assert bench.center.find("Accounts > Add Assets > TikTok Accounts > tick > Save") == "Add assets"
    bench.center.see("add_assets_dialog")


def test_a1_17_tiktok_accounts_are_the_first_asset_type(bench):
    linked_account(bench.world, bench.admin, "mara")
    bench.center.open(bench.admin)
    dialog = add_assets(bench, ad_account(bench.world, bench.admin))
    combo = dialog.widget("add_assets_kind_combo")
    kinds = [combo.itemText(place) for place in range(combo.count())]
    assert kinds == ["TikTok accounts", "Catalogs", "Pixels", "Audiences"]
    table = dialog.widget("add_assets_table")
    dialog.until(lambda: [record.detail for record in table.shown_records()] == ["@mara"])
    combo.setCurrentIndex(1)
    dialog.until(lambda: table.shown_records() == [])


def test_a1_18_ticking_an_account_and_saving_writes_the_link(bench):
    mara, spring = linked_account(bench.world, bench.admin, "mara"), ad_account(bench.world, bench.admin, "Spring")
    bench.center.open(bench.admin)
    dialog = add_assets(bench, spring)
    assert not dialog.widget("add_assets_save_button").isEnabled()
    tick(dialog, "add_assets_table", "Mara")
    assert linked_pairs(bench.world) == set()
    save(bench, dialog, "add_assets")
    assert linked_pairs(bench.world) == {(spring, mara)}


def test_a1_28_each_account_is_assigned_to_the_ad_account_of_its_brand(bench):
    brands = {"mara": "Shoes", "bela": "Bikes"}
    links = {handle: linked_account(bench.world, bench.admin, handle) for handle in brands}
    made = {handle: ad_account(bench.world, bench.admin, brand) for handle, brand in brands.items()}
    bench.center.open(bench.admin)
    for handle in brands:
        dialog = add_assets(bench, made[handle])
        tick(dialog, "add_assets_table", handle.title())
        save(bench, dialog, "add_assets")
    assert linked_pairs(bench.world) == {(made[handle], links[handle]) for handle in brands}
    panel_tab(bench, links["bela"], "ad_links")
    bench.center.until(lambda: [row["ad_account"] for row in bench.center.rows("account_ad_links_table")] == ["Bikes"])


# ------------------------------------------------------------------ view access is not enough
def test_a4_47_access_to_look_at_is_not_enough_and_readiness_names_the_missing_step(bench):
    asset_id = agency(bench, AssetRole.ANALYST)
    mara = linked_account(bench.world, bench.admin, "mara")
    ad_link(bench.world, bench.admin, asset_id, mara)
    bench.center.open(bench.admin)

    assert shows_readiness(bench, mara, asset_id, ConditionName.AD_ACCOUNT_ROLE) == NOT_READY

    view = bench.center.page("tiktok_accounts").window.panel.readiness.view
    row = view.rows[ConditionName.AD_ACCOUNT_ROLE]
    assert row.condition_label.text() == label_of(ConditionName.AD_ACCOUNT_ROLE)
    assert "Cleo" in row.helper_label.text()


def test_a4_51_after_the_clients_qr_approval_ads_run_through_their_ad_account(bench):
    asset_id = agency(bench, AssetRole.OPERATOR)
    bench.ready()
    approved_by_qr(bench, handle="mara").window.close()
    link_id = bench.links()[0].id
    assert shows_readiness(bench, link_id, asset_id, ConditionName.AD_LINK) == NOT_READY

    tiktok_accounts.give_me_operator(bench.context, bench.admin, link_id)

    assert shows_readiness(bench, link_id, asset_id) == READY
    person = advertiser(bench.world, bench.admin)
    assert make_ad(bench, person, asset_id, "mara") == [("Boots", "mara", True)]
    assert linked_pairs(bench.world) == set()
