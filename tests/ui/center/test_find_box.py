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
