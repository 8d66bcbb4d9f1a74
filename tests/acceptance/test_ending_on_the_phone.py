"""The owner takes access back on the phone, in every version of the app, and what can go wrong there."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from bcdesktop.core.access_requests import LinkState
from bcdesktop.services import directory, tiktok_accounts
from tests.services.world import PASSWORD


@pytest.fixture
def linked(bench):
    """Give the bench both windows and the id of a link that the phone approved by its own screens."""
    bench.ready()
    bench.phone.open_text(bench.ask(expected_handle="mara").code_text)
    bench.phone.authorize()
    return bench.links()[0].id


def to_settings(phone):
    phone.to_profile()
    phone.press("profile_menu_button")
    phone.press_to("settings_and_privacy_row", "settings_and_privacy_screen")


def to_apps(phone):
    """Path N6, which is N7 in an older version."""
    to_settings(phone)
    phone.press_to("apps_row", "apps_menu_screen")
    phone.press_to("active_apps_row", "active_apps_screen")


def to_detail(phone, link_id):
    to_apps(phone)
    phone.press_to(f"app_row_{link_id}", "app_detail_screen")


def remove(phone):
    phone.press("remove_access_button")
    phone.see("remove_access_sheet")
    phone.press_to("confirm_removal_button", "access_removed_screen")


def state_of(bench, link_id):
    return tiktok_accounts.get(bench.context, bench.admin, link_id).state


# ------------------------------------------------------------------ the paths
def test_a0_18_the_profile_stands_at_the_bottom_right(bench, linked):
    phone = bench.phone
    phone.press_to("done_button", "profile_screen")
    phone.press_to("home_tab_button", "feed_screen")
    tab = phone.widget("profile_tab_button")
    others = [phone.widget(name) for name in ("home_tab_button", "inbox_tab_button")]
    place = tab.mapTo(phone.window, tab.rect().center())
    assert all(place.x() > other.mapTo(phone.window, other.rect().center()).x() for other in others)
    assert place.y() > phone.window.height() * 0.8
    phone.press_to("profile_tab_button", "profile_screen")
    to_detail(phone, linked)


def test_a0_19_the_three_lines_at_the_top_right_lead_to_settings_and_privacy(bench, linked):
    phone = bench.phone
    phone.to_profile()
    lines = phone.widget("profile_menu_button")
    place = lines.mapTo(phone.window, lines.rect().center())
    assert place.x() > phone.window.width() * 0.7
    assert place.y() < phone.window.height() * 0.25
    phone.press("profile_menu_button")
    phone.press_to("settings_and_privacy_row", "settings_and_privacy_screen")
    assert phone.reads("Security and permissions")


def test_a0_20_security_and_permissions_leads_to_the_end_of_access(bench, linked):
    phone = bench.phone
    to_settings(phone)
    phone.press_to("apps_row", "apps_menu_screen")
    assert phone.shell.navigator.top.title() == "Security and permissions"
    phone.press_to("active_apps_row", "active_apps_screen")
    phone.press_to(f"app_row_{linked}", "app_detail_screen")
    remove(phone)
    assert state_of(bench, linked) is LinkState.REVOKED


def test_a0_21_an_older_version_of_the_app_says_apps_and_websites(bench, linked):
    phone = bench.phone
    phone.use_version("older")
    to_settings(phone)
    assert not phone.reads("Security and permissions")
    phone.press_to("apps_row", "apps_menu_screen")
    assert phone.shell.navigator.top.title() == "Apps and websites"
    phone.press_to("active_apps_row", "active_apps_screen")
    phone.press_to(f"app_row_{linked}", "app_detail_screen")
    remove(phone)
    assert state_of(bench, linked) is LinkState.REVOKED


def test_a0_22_active_apps_shows_who_else_has_access(bench, linked):
    phone = bench.phone
    to_apps(phone)
    assert phone.shell.navigator.top.title() == "Active apps"
    assert phone.reads("Lantern Media · since 23 Nov 2026")
    assert phone.reads("Who may use @mara besides you")


@pytest.mark.parametrize("name", ["TikTok for Business", "Business Center"])
def test_a0_23_both_names_stand_in_the_list_and_either_can_be_picked(bench, linked, name):
    phone = bench.phone
    to_apps(phone)
    assert phone.reads("TikTok for Business")
    assert phone.reads("Business Center")
    row = "app_row_platform" if name == "TikTok for Business" else f"app_row_{linked}"
    phone.press_to(row, "app_detail_screen")
    assert phone.shell.navigator.top.title() == name
    assert phone.reads("Lantern Media")
    remove(phone)
    assert state_of(bench, linked) is LinkState.REVOKED


@pytest.mark.parametrize(("version", "verb"), [("current", "Remove access"), ("older", "Unlink")])
def test_a0_24_remove_access_or_unlink_and_then_confirm(bench, linked, version, verb):
    phone = bench.phone
    phone.use_version(version)
    to_detail(phone, linked)
    assert phone.text("remove_access_button") == verb
    phone.press("remove_access_button")
    phone.see("remove_access_sheet")
    assert phone.focus() == "cancel_removal_button"
    phone.press("cancel_removal_button")
    assert state_of(bench, linked) is LinkState.ACTIVE
    phone.press("remove_access_button")
    assert phone.text("confirm_removal_button") == verb
    phone.press_to("confirm_removal_button", "access_removed_screen")
    assert state_of(bench, linked) is LinkState.REVOKED


def test_a1_34_the_oldest_version_has_authorised_apps_below_privacy(bench, linked):
    phone = bench.phone
    phone.use_version("oldest")
    to_settings(phone)
    assert not phone.sees("apps_row")
    phone.press_to("privacy_row", "privacy_screen")
    phone.press_to("authorised_apps_row", "active_apps_screen")
    assert phone.shell.navigator.top.title() == "Authorised apps"
    phone.press_to(f"app_row_{linked}", "app_detail_screen")
    remove(phone)
    assert state_of(bench, linked) is LinkState.REVOKED


# ------------------------------------------------------------------ what it does
def test_a0_34_third_party_access_ends_and_the_entry_is_gone(bench, linked):
    phone = bench.phone
    to_detail(phone, linked)
    remove(phone)
    phone.press_to("done_button", "active_apps_screen")
    assert not phone.sees(f"app_row_{linked}")
    assert not phone.sees("app_row_platform")
    assert phone.reads("No app has access")
    assert bench.links() == ()


def test_a0_36_the_account_its_posts_and_its_followers_stay(bench, linked):
    bench.world.change_account("mara", followers=48_200, posts=73)
    before = directory.profile(bench.context, bench.phone.profile)
    phone = bench.phone
    to_detail(phone, linked)
    for words in ("The TikTok account stays", "Its posts stay", "Its followers stay"):
        assert phone.reads(words)
    remove(phone)
    after = directory.profile(bench.context, phone.profile)
    assert after == before
    assert (after.followers, after.posts) == (48_200, 73)


def test_a1_32_the_owner_takes_access_back_at_any_time_and_the_business_center_is_not_asked(bench, linked):
    bench.wait(days=40)
    phone = bench.phone
    presses = len(bench.center.presses)
    page = bench.center.page("tiktok_accounts")
    assert page.sees("accounts_table")
    to_detail(phone, linked)
    remove(phone)
    assert phone.text("result_title_label") == "Access ended"
    assert len(bench.center.presses) == presses + 1
    assert state_of(bench, linked) is LinkState.REVOKED
    bench.center.until(lambda: bench.links() == ())


# ------------------------------------------------------------------ trouble
def test_a0_37_the_list_of_a_wrong_account_asks_for_the_other_one(bench, linked):
    phone = bench.phone
    bench.world.sign_up("otto", phone.profile)
    phone.shell.host.account_changed.emit()
    to_apps(phone)
    assert not phone.sees("app_row_platform")
    assert phone.reads("Is another account logged in?")
    assert "@otto" in phone.text("hint_label")
    phone.press_to("switch_apps_account_button", "accounts_screen")
    phone.press_to("account_row_mara", "active_apps_screen")
    phone.see("app_row_platform")
    phone.see(f"app_row_{linked}")


def turned_off_while_it_ended(bench, linked):
    """Turn the phone off, let the Business Center disconnect, turn the phone on the next day."""
    phone = bench.phone
    phone.until(lambda: phone.profile.app_list(phone.profile.active.account_id).entries)
    profile, off = phone.profile, phone.shell
    phone.close()
    with bench.qtbot.waitSignal(bench.bridge.changed, check_params_cb=lambda change: change.kind == "directory"):
        tiktok_accounts.disconnect(bench.context, bench.admin, linked)
    bench.wait(days=1)
    phone.open(profile)
    # kept: a window collected by Python on a worker's thread ends the process
    return off


def test_a0_41_still_linked_after_removal_is_cured_by_clear_cache_log_out_log_in(bench, linked):
    off = turned_off_while_it_ended(bench, linked)
    phone = bench.phone
    to_apps(phone)
    assert phone.sees(f"app_row_{linked}")
    assert phone.reads("This list is from before the phone was on")
    phone.press_to("open_cache_button", "cache_and_cellular_screen")
    phone.press("clear_cache_button")
    phone.until(lambda: phone.reads("The cache is empty"))
    to_settings(phone)
    phone.press("log_out_row")
    phone.press_to("confirm_log_out_button", "welcome_screen")
    phone.press_to("log_in_button", "log_in_screen")
    phone.type("log_in_handle", "mara")
    phone.type("log_in_password", PASSWORD)
    phone.press_to("submit_log_in_button", "profile_screen")
    to_apps(phone)
    assert not phone.sees(f"app_row_{linked}")
    assert phone.reads("No app has access")
    assert not off.isVisible()


def test_a0_42_clear_cache_stands_below_cache_and_cellular(bench, linked):
    off = turned_off_while_it_ended(bench, linked)
    phone = bench.phone
    to_settings(phone)
    assert phone.reads("Cache & cellular")
    phone.press_to("cache_row", "cache_and_cellular_screen")
    button = phone.widget("clear_cache_button")
    assert isinstance(button, QPushButton)
    assert button.accessibleName() == "Clear cache"
    account_id = phone.profile.active.account_id
    assert phone.profile.app_list(account_id) is not None
    phone.press("clear_cache_button")
    phone.until(lambda: phone.profile.app_list(account_id) is None)
    assert [account.handle for account in phone.profile.accounts()] == ["mara"]
    assert not off.isVisible()
