"""Ending access in the Business Center and in Ads Manager: the assistant, the lists, the confirmation, the effects."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.ads import AdStatus
from bcdesktop.core.assets import SyncState
from bcdesktop.core.ending import EffectKind, EndReason
from bcdesktop.core.grants import AssetKind
from bcdesktop.services import ad_accounts, assets, ending, log_ins, owner, person_links, tiktok_accounts
from bcdesktop.services.records import LogInPurpose
from tests.services.access import OPERATOR, give, holder_of, link, partner_of
from tests.services.ad_scene import linked_pairs, running_ad, state_of_ad
from tests.services.ad_world import ad_account, ad_link, advertiser, personal_ad_account
from tests.services.ads_world import campaign
from tests.services.asset_world import audience

REASONS = {
    "switching": "Switching accounts, or to another Business Center",
    "trouble": "Trouble with syncing, access or logging in",
    "not_needed": "The ads or the platform are no longer wanted",
    "leaving": "Leaving an agency or a brand partnership",
    "privacy": "Tidying up connected apps",
    "stop_billing": "Stopping unwanted bills or ads",
}


@pytest.fixture
def mara(bench) -> str:
    """The link of @mara; the Business Center window is open."""
    link_id = link(bench.world, bench.admin, "mara")
    bench.center.open(bench.admin)
    return link_id


def panel(bench, link_id):
    """Open the details of an account."""
    page = bench.center.page("tiktok_accounts")
    bench.center.choose_row("accounts_table", link_id)
    return page


def assistant(bench, link_id=None):
    """Open End access…, at an account or by its name in the find box."""
    if link_id is None:
        bench.center.find("Unlink")
    else:
        panel(bench, link_id).press("end_assistant_button")
    wizard = bench.center.inside("end_access_wizard")
    wizard.see("end_reason_page")
    return wizard


def go_on(wizard, page: str) -> None:
    wizard.press("next_button")
    wizard.see(page)


def state(bench, link_id, actor=None) -> LinkState:
    return tiktok_accounts.get(bench.context, actor or bench.admin, link_id).state


def end_by_dialog(bench, name="end_access_dialog"):
    """Confirm the question in view; wait until it is gone."""
    bench.center.inside(name).press("accept_button")
    bench.center.until(lambda: not bench.center.sees(name))


def end_for(bench, link_id: str, reason: str) -> str:
    """Walk the whole assistant with one reason; return the reason on the kept receipt."""
    wizard = assistant(bench, link_id)
    wizard.press(f"{reason}_reason_radio")
    for page in ("end_place_page", "end_effects_page", "end_confirm_page"):
        go_on(wizard, page)
    wizard.press("commit_button")
    wizard.see("end_receipt_page")
    (receipt,) = ending.list_receipts(bench.context, bench.admin)
    assert receipt.reason is EndReason(reason)
    assert wizard.reads(REASONS[reason])
    return receipt.subject


# ------------------------------------------------------------------ the assistant
def test_a0_02_an_assistant_unlinks_an_account_and_hands_out_a_receipt(bench, mara, tmp_path):
    wizard = assistant(bench)
    go_on(wizard, "end_account_page")
    wizard.type("end_handle_edit", "mara")
    for page in ("end_place_page", "end_effects_page", "end_confirm_page"):
        go_on(wizard, page)
    assert state(bench, mara) is LinkState.ACTIVE
    wizard.press("commit_button")
    wizard.see("end_receipt_page")
    assert state(bench, mara) is LinkState.DISCONNECTED
    wizard.press("receipt_text_button")
    bench.center.choose_file("receipt_text_dialog", tmp_path / "receipt.txt")
    assert "@mara" in (tmp_path / "receipt.txt").read_text(encoding="utf-8")


def test_a0_03_switching_accounts_or_business_center_is_a_reason(bench, mara):
    assert end_for(bench, mara, "switching") == "@mara"


def test_a0_04_trouble_is_a_reason_and_the_cure_without_ending_is_told(bench, mara):
    wizard = assistant(bench, mara)
    wizard.press("trouble_reason_radio")
    go_on(wizard, "end_place_page")
    assert "Clear cache" in wizard.text("end_advice_label")
    wizard.press("cancel_button")
    assert end_for(bench, mara, "trouble") == "@mara"


def test_a0_05_ads_no_longer_wanted_is_a_reason(bench, mara):
    assert end_for(bench, mara, "not_needed") == "@mara"


def test_a0_06_leaving_an_agency_or_a_brand_is_a_reason(bench, mara):
    assert end_for(bench, mara, "leaving") == "@mara"


def test_a0_07_tidying_up_connected_apps_is_a_reason(bench, mara):
    assert end_for(bench, mara, "privacy") == "@mara"


def test_a0_08_stopping_unwanted_bills_or_ads_is_a_reason(bench, mara):
    spring = ad_account(bench.world, bench.admin)
    ad = running_ad(bench.world, bench.admin, spring, link_id=mara)
    assert end_for(bench, mara, "stop_billing") == "@mara"
    assert state_of_ad(bench.world, ad)[0] is AdStatus.PAUSED


def test_a0_09_what_is_linked_to_the_business_center_is_ended_there(bench, mara):
    wizard = assistant(bench, mara)
    go_on(wizard, "end_place_page")
    assert "is ended here" in wizard.text("end_found_label")
    assert wizard.widget("end_disconnect_business_center_radio").isChecked()


def test_a0_25_what_is_linked_to_ads_manager_alone_is_ended_in_ads_manager(bench):
    me = advertiser(bench.world, bench.admin)
    personal_ad_account(bench.world, me)
    asked = log_ins.start(bench.context, LogInPurpose.LINK_IN_ADS_MANAGER, "Desk")
    phone = bench.world.sign_up("mara")
    owner.approve_log_in(bench.context, phone, owner.open_code(bench.context, phone, asked.code_text))
    person_links.link(bench.context, me, asked.id)
    bench.center.open(bench.admin)
    bench.ads.join()
    wizard = assistant(bench)
    go_on(wizard, "end_account_page")
    wizard.type("end_handle_edit", "mara")
    go_on(wizard, "end_place_page")
    assert "linked to Ads Manager alone" in wizard.text("end_found_label")
    go_on(wizard, "end_elsewhere_page")
    assert wizard.reads("User management > Linked TikTok accounts")
    wizard.press("end_ads_button")
    bench.center.until(lambda: bench.ads.shell is not None and bench.ads.shell.advertiser is not None)


# ------------------------------------------------------------------ the way through the lists
def test_a0_11_the_left_menu_has_assets(bench, mara):
    headings = [label.text() for label in bench.center.window.sidebar.findChildren(QLabel) if label.isVisible()]
    assert "Assets" in headings
    assert bench.center.find("Assets > TikTok Accounts") == "TikTok accounts"


def test_a0_12_tiktok_accounts_and_ad_accounts_both_offer_the_way_out(bench, mara):
    spring = ad_account(bench.world, bench.admin)
    ad_link(bench.world, bench.admin, spring, mara)
    page = panel(bench, mara)
    assert page.can_press("end_button")
    page = bench.center.page("ad_accounts")
    bench.center.choose_row("ad_accounts_table", spring)
    page.window.panel.tabs.setCurrentWidget(page.window.panel.links)
    table = page.window.panel.links.links_table
    page.until(lambda: table.model().rowCount() == 1)
    table.selectRow(0)
    page.press("ad_account_unlink_button")
    end_by_dialog(bench, "unlink_ad_account_dialog")
    assert linked_pairs(bench.world) == set()


def test_a0_13_the_opened_account_shows_its_access(bench, mara):
    give(bench.world, bench.admin, mara, holder_of(bench.world, bench.admin), OPERATOR)
    page = panel(bench, mara)
    page.until(lambda: page.reads("Operator."))
    assert page.reads("Permissions")
    assert page.can_press("permissions_own_remove_button")
    assert page.can_press("end_button")


def test_a0_14_remove_stands_beside_ones_own_profile(bench, mara):
    sam = bench.world.standard_member(bench.admin)
    give(bench.world, bench.admin, mara, holder_of(bench.world, sam), OPERATOR)
    bench.center.close()
    bench.center.open(sam)
    panel(bench, mara).press("permissions_own_remove_button")
    end_by_dialog(bench, "remove_own_dialog")
    bench.center.until(lambda: bench.center.rows("accounts_table") == [])
    assert state(bench, mara) is LinkState.ACTIVE


def test_a0_15_disconnect_account_is_for_admins_and_grey_for_others(bench, mara):
    sam = bench.world.standard_member(bench.admin)
    give(bench.world, bench.admin, mara, holder_of(bench.world, sam), OPERATOR)
    button = panel(bench, mara).widget("end_button")
    assert button.text().replace("&", "") == "Disconnect account…"
    assert button.isEnabled()
    bench.center.close()
    bench.center.open(sam)
    page = panel(bench, mara)
    page.until(lambda: "Nora" in page.widget("end_button").toolTip())
    assert not page.widget("end_button").isEnabled()
    assert page.can_press("account_ask_button")


def test_a0_16_nothing_ends_before_it_is_confirmed(bench, mara):
    before = bench.kept()
    panel(bench, mara).press("end_button")
    dialog = bench.center.inside("end_access_dialog")
    assert dialog.reads("Links that end: 1")
    assert dialog.reads("Its followers stay")
    dialog.press("cancel_button")
    bench.center.until(lambda: not bench.center.sees("end_access_dialog"))
    assert bench.kept() == before
    panel(bench, mara).press("end_button")
    end_by_dialog(bench)
    assert state(bench, mara) is LinkState.DISCONNECTED


def test_a0_17_after_confirm_it_is_unlinked_at_once(bench, mara):
    panel(bench, mara).press("end_button")
    end_by_dialog(bench)
    assert bench.links() == ()
    bench.center.until(lambda: bench.center.account_row("mara")["state"] == "Disconnected")


def test_a1_33_the_options_menu_of_an_account_disconnects_it(bench, mara):
    page = panel(bench, mara)
    row = page.window.accounts_table.current_record()
    menu = page.window.row_menu(row)
    action = next(one for one in menu.actions() if one.objectName() == "end_access_action")
    assert action.text() == "Disconnect…"
    action.trigger()
    menu.close()
    end_by_dialog(bench)
    assert state(bench, mara) is LinkState.DISCONNECTED


# ------------------------------------------------------------------ Ads Manager
def linked_tab(bench, asset_id):
    """Open User management > Linked TikTok accounts; return the table once it has a row."""
    bench.ads.open(advertiser(bench.world, bench.admin), asset_id)
    page = bench.ads.page("account_settings")
    page.widget("user_management_tabs").setCurrentIndex(1)
    table = bench.ads.table("linked_accounts_table")
    bench.ads.until(lambda: table.model().rowCount() == 1)
    return table


def test_a0_29_the_icon_beside_a_profile_unlinks_it(bench, mara):
    spring = ad_account(bench.world, bench.admin)
    ad_link(bench.world, bench.admin, spring, mara)
    table = linked_tab(bench, spring)
    place = [column.name for column in table.record_model.columns].index("delete")
    table.selectRow(0)
    table.clicked.emit(table.model().index(0, place))
    bench.ads.inside("unlink_dialog").press("accept_button")
    bench.ads.until(lambda: table.model().rowCount() == 0)
    assert linked_pairs(bench.world) == set()


def test_a0_30_unlinking_in_ads_manager_asks_with_what_stops(bench, mara):
    spring = ad_account(bench.world, bench.admin)
    ad_link(bench.world, bench.admin, spring, mara)
    running_ad(bench.world, bench.admin, spring, link_id=mara, name="Spring sale")
    table = linked_tab(bench, spring)
    table.selectRow(0)
    bench.ads.press("unlink_button")
    dialog = bench.ads.inside("unlink_dialog")
    assert dialog.reads("Running ads that pause: 1")
    assert dialog.reads("Spring sale")
    dialog.press("cancel_button")
    assert linked_pairs(bench.world) == {(spring, mara)}


# ------------------------------------------------------------------ effects, before and after
def test_a0_31_the_ad_accounts_that_are_lost_are_listed_before_and_gone_after(bench):
    otto = bench.world.center("Otter Works", "Otto")
    theirs = ad_account(bench.world, otto, "Autumn")
    partner = partner_of(bench.world, otto, bench.admin)
    give(bench.world, otto, theirs, partner, OPERATOR)
    bench.center.open(bench.admin)
    page = bench.center.page("ad_accounts")
    bench.center.choose_row("ad_accounts_table", theirs)
    page.press("end_ad_account_button")
    dialog = bench.center.inside("give_up_ad_account_dialog")
    assert dialog.reads("Ad accounts no longer reached: 1")
    assert dialog.reads("Autumn")
    end_by_dialog(bench, "give_up_ad_account_dialog")
    assert ad_accounts.list_all(bench.context, bench.admin) == ()


def test_a0_32_what_stops_syncing_is_listed_before_and_stopped_after(bench, mara):
    buyers = audience(bench.world, bench.admin, "Buyers", source_link_id=mara)

    def sync():
        return assets.list_all(bench.context, bench.admin, AssetKind.AUDIENCE)[0].sync.state

    assert sync() is not SyncState.STOPPED
    panel(bench, mara).press("end_button")
    dialog = bench.center.inside("end_access_dialog")
    assert dialog.reads("Catalogs, pixels and audiences that stop syncing: 1")
    end_by_dialog(bench)
    assert sync() is SyncState.STOPPED
    (receipt,) = ending.list_receipts(bench.context, bench.admin)
    assert [one.id for one in receipt.effects.of_kind(EffectKind.ASSET_STOPS_SYNCING)] == [buyers.id]


def offered(bench) -> list[str]:
    """Open the form for an ad; return the accounts it offers."""
    page = bench.ads.page("campaigns")
    page.press("create_ad_button")
    dialog = bench.ads.inside("create_ad_dialog")
    dialog.settle()
    found = [row.handle for row in dialog.widget("identities_table").shown_records()]
    bench.ads.close_dialog("create_ad_dialog")
    return found


@pytest.fixture
def shop(bench, mara) -> str:
    """An ad account with a campaign, open in Ads Manager; @mara can be used in it."""
    spring, me = ad_account(bench.world, bench.admin), advertiser(bench.world, bench.admin)
    campaign(bench.world, me, spring)
    ad_link(bench.world, bench.admin, spring, mara)
    bench.ads.open(me, spring)
    return spring


def test_a0_33_no_ads_can_be_run_from_the_disconnected_account(bench, mara, shop):
    assert offered(bench) == ["mara"]
    panel(bench, mara).press("end_button")
    dialog = bench.center.inside("end_access_dialog")
    assert dialog.reads("Ad accounts that lose the TikTok account: 1")
    end_by_dialog(bench)
    assert offered(bench) == []


def test_a1_35_a_disconnected_account_is_not_there_for_new_campaigns(bench, mara, shop):
    panel(bench, mara).press("end_button")
    end_by_dialog(bench)
    assert offered(bench) == []
    page = bench.ads.page("account_settings")
    page.widget("user_management_tabs").setCurrentIndex(1)
    bench.ads.until(lambda: bench.ads.rows("linked_accounts_table") == [])


def test_a1_36_the_ads_that_are_affected_are_listed_and_pause(bench, mara):
    spring = ad_account(bench.world, bench.admin)
    ads = {name: running_ad(bench.world, bench.admin, spring, link_id=mara, name=name) for name in ("One", "Two")}
    panel(bench, mara).press("end_button")
    dialog = bench.center.inside("end_access_dialog")
    assert dialog.reads("Running ads that pause: 2")
    assert dialog.reads("One · Spring\nTwo · Spring")
    end_by_dialog(bench)
    assert {state_of_ad(bench.world, ad)[0] for ad in ads.values()} == {AdStatus.PAUSED}
