"""Taking access back at the phone's window: every path, the confirmation, what is said where it cannot be done."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from bcdesktop.core.access_requests import Kind, LinkState
from bcdesktop.core.code import CodeKind, peek
from bcdesktop.core.permissions import Permission, PermissionSet, Visibility
from bcdesktop.profile import REVOKED
from bcdesktop.services import directory, owner_endings, tiktok_accounts
from bcdesktop.ui.kit.qr_reading import find_our_code
from tests.services.world import PASSWORD, SPARK

FULL = PermissionSet(frozenset(Permission), Visibility.SHOW_THROUGH_ADS_ONLY)


def linked(handset, nora, permissions=SPARK, **given):
    """Let the phone in view approve a request; return the link's id."""
    world = handset.world
    phone = handset.window.host.profile
    link_id = world.approve(world.request(nora, permissions, **given), phone).result.link_id
    handset.qtbot.waitUntil(lambda: link_id in known_to(phone))
    handset.settle()
    return link_id


def known_to(phone):
    kept = phone.app_list(phone.active.account_id)
    return [] if kept is None else [entry.id for entry in kept.entries]


def to_settings(handset):
    handset.window.routes.tiktok()
    handset.wait_for("profile_screen")
    handset.press("profile_menu_button")
    handset.press_to("settings_and_privacy_row", "settings_and_privacy_screen")


def to_apps(handset):
    to_settings(handset)
    handset.press_to("apps_row", "apps_menu_screen")
    handset.press_to("active_apps_row", "active_apps_screen")


def words(handset):
    labels = handset.window.navigator.top.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def state_of(handset, nora, link_id):
    return tiktok_accounts.get(handset.world.context, nora, link_id).state


def choose_version(handset, version):
    handset.window.routes.phone_settings()
    handset.wait_for("phone_settings_screen")
    handset.press(f"version_{version}")
    handset.settle()


@pytest.mark.parametrize(
    ("version", "rows", "title", "verb"),
    [
        ("current", ("apps_row", "active_apps_row"), "Active apps", "Remove access"),
        ("older", ("apps_row", "active_apps_row"), "Active apps", "Unlink"),
        ("oldest", ("privacy_row", "authorised_apps_row"), "Authorised apps", "Remove access"),
    ],
)
def test_each_version_leads_by_its_own_path_to_the_end_of_access(handset, nora, version, rows, title, verb):
    handset.with_account("mara")
    link_id = linked(handset, nora)
    choose_version(handset, version)
    to_settings(handset)
    for row in rows:
        handset.press(row)
    handset.wait_for("active_apps_screen")
    assert handset.window.navigator.top.title() == title
    handset.press_to(f"app_row_{link_id}", "app_detail_screen")
    assert handset.text("remove_access_button") == verb
    handset.press("remove_access_button")
    handset.press_to("confirm_removal_button", "access_removed_screen")
    assert state_of(handset, nora, link_id) is LinkState.REVOKED


def test_cancel_has_the_focus_and_changes_nothing(handset, nora):
    handset.with_account("mara")
    link_id = linked(handset, nora)
    to_apps(handset)
    handset.press_to(f"app_row_{link_id}", "app_detail_screen")
    handset.press("remove_access_button")
    assert handset.window.focusWidget().objectName() == "cancel_removal_button"
    handset.press("cancel_removal_button")
    assert handset.window.sheet() is None
    assert state_of(handset, nora, link_id) is LinkState.ACTIVE


def test_the_entry_is_gone_after_the_removal_and_the_receipt_is_kept(handset, nora):
    handset.with_account("mara")
    link_id = linked(handset, nora)
    to_apps(handset)
    handset.press_to(f"app_row_{link_id}", "app_detail_screen")
    handset.press("remove_access_button")
    handset.press_to("confirm_removal_button", "access_removed_screen")
    handset.press_to("show_receipt_button", "receipt_screen")
    assert "Access ended" in words(handset)
    handset.window.go_back()
    handset.press_to("done_button", "active_apps_screen")
    assert not handset.shows(f"app_row_{link_id}")
    assert "No app has access" in words(handset)


def test_the_detail_says_who_since_when_what_it_may_do_what_stops_and_what_stays(handset, nora):
    handset.with_account("mara")
    link_id = linked(handset, nora)
    handset.world.give(handset.world.standard_member(nora), link_id)
    to_apps(handset)
    handset.press_to(f"app_row_{link_id}", "app_detail_screen")
    said = words(handset)
    for part in ("Lantern Media", "Since", "Last heard from you", "What it may do", "No new ads from your account"):
        assert part in said
    assert "Members who lose access: 1" in said
    assert "Its followers stay" in said


def test_the_passcode_is_asked_for_and_a_wrong_one_ends_nothing(handset, nora):
    handset.with_account("mara", passcode="2468")
    world, phone = handset.world, handset.window.host.profile
    link_id = world.approve(world.request(nora), phone, passcode="2468").result.link_id
    handset.settle()
    to_apps(handset)
    handset.press_to(f"app_row_{link_id}", "app_detail_screen")
    handset.press("remove_access_button")
    handset.press("confirm_removal_button")
    handset.qtbot.waitUntil(lambda: handset.shows("sheet_passcode"))
    handset.type("sheet_passcode", "1357")
    handset.press("confirm_passcode_button")
    handset.settle()
    assert handset.shows("sheet_passcode")
    assert state_of(handset, nora, link_id) is LinkState.ACTIVE
    handset.type("sheet_passcode", "2468")
    handset.press_to("confirm_passcode_button", "access_removed_screen")
    assert state_of(handset, nora, link_id) is LinkState.REVOKED


def test_a_claimed_account_is_refused_with_the_owner_and_the_button_is_grey(handset, nora):
    handset.with_account("mara")
    link_id = linked(handset, nora, FULL, kind=Kind.CLAIM, expected_handle="mara")
    to_apps(handset)
    handset.press_to(f"app_row_{link_id}", "app_detail_screen")
    assert not handset.widget("remove_access_button").isEnabled()
    assert handset.widget("remove_access_button").toolTip()
    assert "Lantern Media" in handset.window.navigator.top.detail_error.spoken()


def test_blocking_goes_with_the_removal_and_is_taken_back_in_privacy(handset, nora):
    handset.with_account("mara")
    link_id = linked(handset, nora)
    to_apps(handset)
    handset.press_to(f"app_row_{link_id}", "app_detail_screen")
    handset.press("block_centre")
    handset.press("remove_access_button")
    handset.press_to("confirm_removal_button", "access_removed_screen")
    handset.window.routes.check(handset.world.request(nora).code_text)
    handset.wait_for("failure_screen")
    assert handset.text("failure_title_label") == "“Lantern Media” is blocked"
    handset.press_to("failure_centers_button", "blocked_business_centers_screen")
    handset.press(f"unblock_button_{nora.business_center_id}")
    handset.qtbot.waitUntil(lambda: not handset.shows(f"unblock_button_{nora.business_center_id}"))
    assert "Nobody is blocked" in words(handset)


def test_a_list_without_apps_asks_for_another_account_and_goes_on_after_the_switch(handset, nora):
    handset.with_account("mara")
    link_id = linked(handset, nora)
    handset.world.sign_up("otto", handset.window.host.profile)
    handset.window.host.account_changed.emit()
    to_apps(handset)
    assert "Is another account logged in?" in words(handset)
    assert "@otto" in handset.text("hint_label")
    handset.press_to("switch_apps_account_button", "accounts_screen")
    handset.press_to("account_row_mara", "active_apps_screen")
    handset.qtbot.waitUntil(lambda: handset.shows(f"app_row_{link_id}"))


def test_a_phone_that_is_on_loses_the_entry_when_the_business_center_disconnects(handset, nora):
    handset.with_account("mara")
    link_id = linked(handset, nora)
    to_apps(handset)
    assert handset.shows(f"app_row_{link_id}")
    tiktok_accounts.disconnect(handset.world.context, nora, link_id)
    handset.qtbot.waitUntil(lambda: not handset.shows(f"app_row_{link_id}"), timeout=2000)


def off_and_on(handset, nora):
    """Turn the phone off, let the Business Center disconnect, and turn it on an hour later; return the link's id."""
    handset.with_account("mara")
    link_id = linked(handset, nora)
    phone = handset.window.host.profile
    # kept: a window collected by Python on a worker's thread ends the process
    handset.first_window = handset.window
    handset.window.close()
    # nothing of it may reach the phone after it was turned on
    told = handset.qtbot.waitSignal(handset.bridge.changed, check_params_cb=lambda change: "directory" in change.kind)
    with told:
        tiktok_accounts.disconnect(handset.world.context, nora, link_id)
    handset.settle()
    handset.world.wait(hours=1)
    handset.open(phone)
    return link_id


def test_a_phone_that_was_off_shows_the_old_list_and_says_from_when_it_is(handset, nora):
    link_id = off_and_on(handset, nora)
    to_apps(handset)
    assert handset.shows(f"app_row_{link_id}")
    assert "This list is from before the phone was on" in words(handset)
    assert handset.text("updated_label").startswith("Last updated: ")
    handset.press_to(f"app_row_{link_id}", "app_detail_screen")
    assert not handset.widget("remove_access_button").isEnabled()
    assert handset.shows("detail_cache_button")


def test_clearing_the_cache_cures_the_old_list(handset, nora):
    link_id = off_and_on(handset, nora)
    to_settings(handset)
    handset.press_to("cache_row", "cache_and_cellular_screen")
    handset.press("clear_cache_button")
    handset.settle()
    to_apps(handset)
    assert not handset.shows(f"app_row_{link_id}")
    assert "This list is from before the phone was on" not in words(handset)


def test_the_revocation_of_a_phone_elsewhere_is_shown_as_a_code(handset, nora):
    world = handset.world
    other = world.other_store()
    phone = handset.new_phone()
    phone.set_up(None)
    world.sign_up("otto", phone, context=other)
    world.approve(world.request(nora), phone, other)
    handset.open(phone, context=other)
    entry = owner_endings.apps(other, phone).entries[1]
    to_apps(handset)
    handset.press_to(f"app_row_{entry.id}", "app_detail_screen")
    assert "It is on another computer" in words(handset)
    handset.press("remove_access_button")
    handset.press_to("confirm_removal_button", "access_removed_screen")
    assert handset.text("result_title_label") == "Signed. Now send it"
    handset.press_to("carry_answer_button", "carry_answer_screen")
    shown = handset.widget("answer_view").grab().toImage()
    assert peek(find_our_code(shown)).kind is CodeKind.REVOCATION
    handset.press("copy_answer_button")
    assert QGuiApplication.clipboard().text().startswith("RV1:")


def test_a_scanned_revocation_is_named_and_sent_where_it_belongs(handset, nora):
    handset.with_account("mara")
    link_id = linked(handset, nora)
    delivery = owner_endings.revoke(handset.world.context, handset.window.host.profile, link_id)
    handset.settle()
    handset.window.routes.tiktok()
    handset.wait_for("profile_screen")
    handset.window.routes.check(delivery.answer_text)
    handset.wait_for("foreign_revocation_screen")
    assert "Lantern Media" in handset.text("revocation_label")
    assert "Requests > Enter an answer" in words(handset)


def test_a_request_after_the_end_says_that_the_owner_had_ended_it(handset, nora):
    handset.with_account("mara")
    link_id = linked(handset, nora)
    owner_endings.revoke(handset.world.context, handset.window.host.profile, link_id)
    handset.settle()
    handset.window.routes.tiktok()
    handset.wait_for("profile_screen")
    handset.window.routes.check(handset.world.request(nora).code_text)
    handset.wait_for("consent_screen")
    assert handset.text("taken_back_label").startswith("You ended this access on ")


def test_a_first_request_says_nothing_of_the_kind(handset, nora):
    handset.with_account("mara")
    handset.window.routes.tiktok()
    handset.wait_for("profile_screen")
    handset.window.routes.check(handset.world.request(nora).code_text)
    handset.wait_for("consent_screen")
    assert not handset.shows("taken_back_label")


def test_the_receipt_of_a_removal_is_text_with_the_revocation_in_it(handset, nora):
    handset.with_account("mara")
    owner_endings.revoke(handset.world.context, handset.window.host.profile, linked(handset, nora))
    receipt = handset.window.host.profile.receipts()[0]
    assert receipt.decision == REVOKED
    handset.window.routes.tiktok()
    handset.wait_for("profile_screen")
    handset.window.routes.receipt(receipt)
    handset.wait_for("receipt_screen")
    handset.press("copy_receipt_button")
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line[:4] for line in lines if line[:4] in ("AR1:", "RV1:", "AP1:")] == ["AR1:", "RV1:"]


def test_enter_alone_never_removes_access(handset, nora):
    handset.with_account("mara")
    link_id = linked(handset, nora)
    to_apps(handset)
    handset.press_to(f"app_row_{link_id}", "app_detail_screen")
    for _ in range(3):
        handset.qtbot.keyClick(handset.window.focusWidget(), Qt.Key.Key_Return)
    handset.settle()
    assert state_of(handset, nora, link_id) is LinkState.ACTIVE


def test_logging_in_again_cures_the_old_list_too(handset, nora):
    link_id = off_and_on(handset, nora)
    phone = handset.window.host.profile
    directory.log_out(handset.world.context, phone, phone.active.account_id)
    directory.log_in(handset.world.context, phone, "mara", PASSWORD)
    to_apps(handset)
    assert not handset.shows(f"app_row_{link_id}")
