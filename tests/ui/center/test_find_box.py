"""Ctrl+K knows every page, action and path (decisions.md, Words and places; domain.md 11)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from bcdesktop.core.roles import BusinessCenterRole
from bcdesktop.ui.center.find_entries import find_entries, search

ADMIN, STANDARD = BusinessCenterRole.ADMIN, BusinessCenterRole.STANDARD


def first(text: str, role: BusinessCenterRole = ADMIN):
    return search(find_entries(role), text)[0].entry


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("home", "home"),
        ("TikTok accounts", "tiktok_accounts"),
        ("business.tiktok.com > Assets > TikTok Accounts", "tiktok_accounts"),
        ("Assets > TikTok Accounts", "tiktok_accounts"),
        ("Accounts > TikTok Accounts > Request Access", "add_tiktok_account"),
        ("Request access", "add_tiktok_account"),
        ("Assets > TikTok Accounts > Add TikTok Account", "add_tiktok_account"),
        ("Generate QR code", "add_tiktok_account"),
        ("Claim ownership", "add_tiktok_account"),
        ("Copy QR code", "requests"),
        ("phone simulator", "show_phone"),
        ("find friends qr scanner", "show_phone"),
        ("Your QR code > Scan icon", "show_phone"),
        ("Inbox > All activity > From TikTok", "show_phone"),
        ("log out", "sign_out"),
        ("Users > Partner > Add Partners", "partners"),
        ("share with partner", "partners"),
        ("dark mode", "settings"),
        ("Business Settings > Settings > Security", "settings"),
    ],
)
def test_every_name_of_the_sources_leads_to_its_place(qapp, text, target):
    entry = first(text)
    assert target in {entry.page, entry.action}


N6 = "Profile icon > Settings and privacy > Security and permissions > Active Apps"


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("unlink", "end_access"),
        ("leave an agency", "end_access"),
        ("revoke on the phone", "show_phone"),
        ("bin icon", "show_phone"),
        ("disconnect", "end_access"),
        ("disconnect account", "end_access"),
        ("remove access", "end_access"),
        ("revoke", "end_access"),
        ("end access", "end_access"),
        ("Assets > TikTok Accounts > Permissions > Disconnect Account", "end_access"),
        ("Assets > TikTok Accounts > Permissions > Remove > Confirm", "end_access"),
        ("Accounts > TikTok Accounts > options menu > disconnect", "tiktok_accounts"),
        ("TikTok accounts > View > Link accounts > Advertiser accounts > Remove", "tiktok_accounts"),
        ("TikTok accounts > View > Partners > Remove > Confirm", "partners"),
        ("Users > Partners > remove partner", "partners"),
        ("Users > member > Remove > Confirm > code", "members"),
        ("Business Center > Settings > People", "members"),
        ("Settings > People > Remove", "members"),
        ("User Management > Members / Linked TikTok Accounts > delete", "open_ads_manager"),
        ("Ads Manager > account information > permission management", "open_ads_manager"),
        (f"{N6} > TikTok for Business > Remove access", "show_phone"),
        ("Settings and privacy > Apps and websites > Active Apps > Business Center > Unlink", "show_phone"),
        ("security and permissions", "show_phone"),
        ("apps and websites", "show_phone"),
        ("active apps", "show_phone"),
        ("Settings > Privacy > Authorised Apps", "show_phone"),
        ("authorised apps", "show_phone"),
        ("authorized apps", "show_phone"),
        ("third-party access", "show_phone"),
        ("Settings and privacy > Security and login > Manage devices", "show_phone"),
        ("manage devices", "show_phone"),
        ("security and login", "show_phone"),
        ("Settings & privacy > Cache & cellular > Clear cache", "show_phone"),
        ("cache & cellular", "show_phone"),
        ("clear cache", "show_phone"),
        ("switch account", "show_phone"),
        ("still linked after removal", "ending_help"),
        ("remove is grey", "ending_help"),
        ("TikTok for Business is not in the list of apps", "ending_help"),
        ("I cannot get in", "ending_help"),
        ("linked again by itself", "ending_help"),
        ("trouble with unlinking", "ending_help"),
        ("receipts", "activity"),
    ],
)
def test_every_name_and_path_of_ending_access_leads_to_its_place_or_explains(qapp, text, target):
    entry = first(text)
    assert target in {entry.page, entry.action}


@pytest.mark.parametrize("text", ["off-board", "offboarding", "off-board a member", "off-board a partner or client"])
def test_off_boarding_is_found(qapp, text):
    assert first(text).title.startswith("Off-board")


def test_a_standard_member_finds_how_to_end_access_too(qapp):
    for text, target in (("unlink", "end_access"), ("authorised apps", "show_phone"), ("grey", "ending_help")):
        assert first(text, STANDARD).action == target


def test_what_comes_in_a_later_part_is_not_listed(qapp):
    entries = find_entries(ADMIN)
    for text in ("payment management", "asset groups"):
        assert search(entries, text) == []


@pytest.mark.parametrize(
    ("text", "page", "what"),
    [
        ("catalogs", "catalogs", {}),
        ("assets > pixels", "pixels", {}),
        ("lookalike audiences", "audiences", {}),
        ("create a pixel", "pixels", {"create": True}),
    ],
)
def test_the_other_assets_are_found_and_made_from_here(qapp, text, page, what):
    entry = search(find_entries(ADMIN), text)[0].entry
    assert (entry.page, entry.what) == (page, what)


def test_a_standard_member_is_offered_nothing_they_may_not_do(qapp):
    names = {entry.page or entry.action for entry in find_entries(STANDARD)}
    assert "requests" not in names
    assert "add_tiktok_account" not in names
    assert "settings" in names


def test_typing_and_enter_go_there(desk, nora):
    desk.open(nora)
    window = desk.activate()
    desk.qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    edit = desk.wait_for("find_edit")
    desk.qtbot.keyClicks(edit, "recovery text")
    desk.qtbot.keyClick(edit, Qt.Key.Key_Return)
    desk.settle()
    page = window.inside.pages.currentWidget()
    assert window.inside.pages.current_name == "settings"
    assert page.settings_tabs.currentWidget().objectName() == "security_tab"
    assert not desk.shows("find_edit")


def test_the_arrows_choose_while_typing(desk, nora):
    window = desk.open(nora)
    window.inside.open_find_box()
    edit = desk.wait_for("find_edit")
    before = desk.widget("find_list").currentItem().text(0)
    desk.qtbot.keyClick(edit, Qt.Key.Key_Down)
    assert desk.widget("find_list").currentItem().text(0) != before


def test_nothing_found_is_said(desk, nora):
    desk.open(nora).inside.open_find_box()
    desk.qtbot.keyClicks(desk.wait_for("find_edit"), "zzzz")
    assert not desk.shows("find_list")
