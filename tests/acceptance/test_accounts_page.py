"""The page TikTok accounts: where it stands, what it lists, what it says while empty."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel

from bcdesktop.core.access_requests import Kind
from tests.acceptance.bench.asking import signed

BRANDS = {"mara_bakes": "creator", "nordlicht_cafe": "brand", "surf_school": "brand", "tilda_reads": "creator"}


def link(bench, handle: str, kind: str) -> None:
    """Link an account that is on a phone of its own."""
    phone = bench.world.sign_up(handle, kind=kind)
    bench.world.approve(bench.ask(expected_handle=handle), phone)


def test_a1_03_the_left_menu_has_accounts(bench):
    window = bench.center.open(bench.admin)
    heading = next(label for label in window.sidebar.findChildren(QLabel) if label.text() == "Accounts")
    entry = bench.center.widget("nav_tiktok_accounts_button")
    assert heading.isVisible()
    assert heading.mapTo(window, QPoint()).y() < entry.mapTo(window, QPoint()).y()
    assert entry.mapTo(window, QPoint()).x() < window.width() // 4
    assert bench.center.page("tiktok_accounts").reads("TikTok accounts")


def test_a1_04_the_linked_profiles_are_managed_there(bench):
    bench.ready()
    bench.world.approve(bench.ask(expected_handle="mara"), bench.phone.profile)
    assert [row["handle"] for row in bench.center.accounts()] == ["@mara"]
    bench.center.choose_row("accounts_table", bench.links()[0].id)
    page = bench.center.inside("tiktok_accounts_page")
    assert page.reads("Access is active. It lasts until the owner or this Business Center ends it.")
    assert page.can_press("compare_button")
    page.press("end_button")
    dialog = bench.center.inside("end_access_dialog")
    assert dialog.reads("Disconnect @mara?")
    dialog.press("accept_button")
    bench.center.until(lambda: bench.center.account_row("mara")["state"] == "Disconnected")


def test_a1_27_one_business_center_holds_the_accounts_of_many_brands(bench):
    bench.center.open(bench.admin)
    for handle, kind in BRANDS.items():
        link(bench, handle, kind)
    rows = bench.center.accounts()
    assert {row["handle"] for row in rows} == {f"@{handle}" for handle in BRANDS}
    assert {row["permissions"] for row in rows} == {"Deliver ads"}
    assert {row["state"] for row in rows} == {"Active"}
    page = bench.center.inside("tiktok_accounts_page")
    page.type("accounts_filter_edit", "surf")
    page.until(lambda: [row["handle"] for row in bench.center.rows("accounts_table")] == ["@surf_school"])


def test_a2_17_the_page_is_empty_at_first_and_then_lists_creators_and_brands(bench):
    bench.ready("mara_bakes", kind="creator")
    page = bench.center.page("tiktok_accounts")
    assert bench.center.accounts() == []
    page.until(lambda: page.reads("No TikTok accounts yet"))
    page.press("accounts_empty_add_button")
    assert bench.center.see("add_tiktok_account_wizard")
    bench.center.close_dialog("add_tiktok_account_wizard")
    bench.world.approve(bench.ask(expected_handle="mara_bakes"), bench.phone.profile)
    bench.center.account_row("mara_bakes")
    assert not page.reads("No TikTok accounts yet")
    link(bench, "nordlicht_cafe", "brand")
    bench.center.account_row("nordlicht_cafe")
    assert {row["handle"] for row in bench.center.accounts()} == {"@mara_bakes", "@nordlicht_cafe"}


def test_a3_01_an_existing_account_is_linked_so_that_its_content_can_be_used_for_spark_ads(bench):
    bench.ready(kind="creator")
    dialog = bench.center.ask_by_wizard(handle="mara", preset="spark_ads")
    assert signed(dialog).scope == (1, 2, 9)
    bench.phone.scan()
    bench.phone.authorize()
    dialog.until(lambda: dialog.text("state_label") == "Approved by @mara. The account stands in TikTok accounts.")
    dialog.press("show_account_button")
    row = bench.center.account_row("mara")
    assert (row["state"], row["permissions"], row["spark"], row["kind"]) == ("Active", "Deliver ads", "Ready", "Linked")
    page = bench.center.inside("tiktok_accounts_page")
    page.until(lambda: page.reads("· Existing posts"))
    assert bench.links()[0].kind is Kind.LINK
