"""The consent screen and the two answers."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt

from bcdesktop.core.access_requests import Kind, RequestState
from bcdesktop.core.permissions import Permission, PermissionSet, Visibility
from bcdesktop.services import access_requests, owner, tiktok_accounts
from bcdesktop.ui.kit.time_text import to_local

FULL = PermissionSet(frozenset(Permission), Visibility.SHOW_THROUGH_ADS_ONLY)


def open_request(handset, request):
    handset.window.routes.tiktok()
    handset.wait_for("profile_screen")
    handset.window.routes.check(request.code_text)
    handset.wait_for("consent_screen")


def test_the_consent_names_the_centre_the_account_the_rights_and_the_time_left(handset, nora):
    handset.with_account("mara")
    request = handset.world.request(nora, expected_handle="mara", purpose="Spring campaign")
    open_request(handset, request)
    assert handset.text("centre_name_label") == "Lantern Media"
    assert "Never seen" in handset.text("known_badge")
    assert handset.text("logged_in_handle_label") == "@mara"
    assert handset.text("purpose_label") == "“Spring campaign”"
    assert handset.text("time_left_label").startswith(("1 day", "23 hours", "24 hours"))
    assert handset.widget("permission_existing_posts").isChecked()
    assert handset.text("visibility_label").startswith("Show through ads only")


def test_decline_has_the_focus(handset, nora):
    handset.with_account("mara")
    open_request(handset, handset.world.request(nora))
    assert handset.widget("decline_button").hasFocus()


def test_what_reaches_furthest_stands_first(handset, nora):
    handset.with_account("mara")
    open_request(handset, handset.world.request(nora, FULL))
    manage = handset.widget("permission_manage_tiktok_account_in_bc")
    posts = handset.widget("permission_existing_posts")
    assert manage.mapToGlobal(manage.pos()).y() < posts.mapToGlobal(posts.pos()).y()


def test_an_unticked_permission_is_not_given(handset, nora):
    handset.with_account("mara")
    request = handset.world.request(nora, FULL)
    open_request(handset, request)
    handset.window.navigator.top.scroll.ensureWidgetVisible(handset.widget("permission_message_ads"))
    handset.press("permission_message_ads")
    handset.press_to("authorize_button", "result_screen")
    (row,) = tiktok_accounts.list_all(handset.world.context, nora)
    assert row.permissions.permissions == frozenset(Permission) - {Permission.MESSAGE_ADS}


def test_nothing_ticked_says_to_decline_instead_and_signs_nothing(handset, nora):
    handset.with_account("mara")
    request = handset.world.request(nora)
    open_request(handset, request)
    for tick in handset.window.navigator.top.permissions.ticks.values():
        tick.setChecked(False)
    handset.press("authorize_button")
    assert handset.window.navigator.top.consent_error.isVisible()
    assert handset.world.state(nora, request) is RequestState.PENDING


def test_an_earlier_end_can_be_set(handset, nora):
    handset.with_account("mara")
    wanted = handset.world.clock.now() + timedelta(days=60)
    request = handset.world.request(nora, wanted_end=wanted)
    open_request(handset, request)
    field = handset.window.navigator.top.end.end_date
    assert field.maximumDate() == to_local(wanted).date()
    field.setDate(to_local(wanted).date().addDays(-30))
    handset.press_to("authorize_button", "result_screen")
    (row,) = tiktok_accounts.list_all(handset.world.context, nora)
    assert row.ends_at is not None
    assert row.ends_at < wanted


def test_a_claim_needs_its_tick(handset, nora):
    handset.with_account("mara")
    request = handset.world.request(nora, kind=Kind.CLAIM)
    open_request(handset, request)
    assert not handset.widget("authorize_button").isEnabled()
    handset.press("claim_understood")
    handset.press_to("authorize_button", "result_screen")
    assert handset.world.state(nora, request) is RequestState.APPROVED


def test_a_passcode_is_asked_for_at_authorize_and_a_wrong_one_signs_nothing(handset, nora):
    handset.with_account("mara", passcode="4711")
    request = handset.world.request(nora)
    open_request(handset, request)
    handset.press("authorize_button")
    handset.qtbot.waitUntil(lambda: handset.shows("sheet_passcode"))
    handset.type("sheet_passcode", "0000")
    handset.press("confirm_passcode_button")
    handset.settle()
    assert handset.world.state(nora, request) is RequestState.PENDING
    handset.type("sheet_passcode", "4711")
    handset.press_to("confirm_passcode_button", "result_screen")
    assert handset.world.state(nora, request) is RequestState.APPROVED
    assert not handset.shows("passcode_sheet")


def test_a_reason_given_at_decline_reaches_the_business_center(handset, nora):
    handset.with_account("mara")
    request = handset.world.request(nora)
    open_request(handset, request)
    handset.press("decline_button")
    handset.qtbot.waitUntil(lambda: handset.shows("decline_reason"))
    handset.type("decline_reason", "Not now")
    handset.press_to("confirm_decline_button", "declined_screen")
    row = access_requests.get(handset.world.context, nora, request.id)
    assert (row.state, row.decline_reason) == (RequestState.DECLINED, "Not now")


def test_what_is_typed_as_decline_opens_goes_into_the_reason_and_presses_nothing(handset, nora):
    handset.with_account("mara")
    request = handset.world.request(nora)
    open_request(handset, request)
    handset.press("decline_button")
    handset.qtbot.waitUntil(lambda: handset.shows("decline_reason"))
    handset.qtbot.keyClicks(handset.window.focusWidget(), "Not now")
    handset.settle()
    assert handset.widget("decline_reason").text() == "Not now"
    assert handset.world.state(nora, request) is RequestState.PENDING


def test_a_business_center_can_be_blocked_at_decline_and_heard_again(handset, nora):
    handset.with_account("mara")
    open_request(handset, handset.world.request(nora))
    handset.press("decline_button")
    handset.press("mute_centre")
    handset.press_to("confirm_decline_button", "declined_screen")
    handset.window.routes.tiktok()
    handset.wait_for("profile_screen")
    handset.window.routes.check(handset.world.request(nora).code_text)
    handset.wait_for("failure_screen")
    handset.press_to("failure_centers_button", "blocked_business_centers_screen")
    handset.window.routes.business_centers()
    handset.wait_for("business_centers_screen")
    handset.press_to(f"centre_row_{nora.business_center_id}", "compare_digits_screen")
    handset.press("muted")
    handset.settle()
    assert not handset.window.host.profile.centre(nora.business_center_id).muted


def test_a_request_that_runs_out_while_it_is_shown_cannot_be_authorized(handset, nora):
    handset.with_account("mara")
    open_request(handset, handset.world.request(nora))
    handset.world.wait(minutes=11)
    handset.qtbot.waitUntil(handset.window.navigator.top.consent_error.isVisible)
    assert not handset.widget("authorize_button").isEnabled()
    assert "over" in handset.text("time_left_label")


def test_the_answer_to_another_computer_is_shown_to_be_carried(handset):
    other = handset.world.other_store()
    ina = handset.world.center("Far Away Media", "Ina", context=other)
    request = handset.world.request(ina, context=other)
    handset.with_account("mara")
    open_request(handset, request)
    handset.press_to("authorize_button", "result_screen")
    handset.press_to("carry_answer_button", "carry_answer_screen")
    text = handset.window.navigator.top.answer_text
    assert handset.widget("answer_view").readable
    result = access_requests.receive_answer(other, text)
    assert result.handle == "mara"


def test_the_receipt_is_kept_and_can_be_saved(handset, nora, tmp_path):
    handset.with_account("mara")
    open_request(handset, handset.world.request(nora))
    handset.press_to("authorize_button", "result_screen")
    handset.press_to("done_button", "profile_screen")
    handset.press_to("profile_receipts_row", "receipts_screen")
    (receipt,) = handset.window.host.profile.receipts()
    handset.press_to(f"receipt_row_{receipt.id}", "receipt_screen")
    target = tmp_path / "receipt.txt"
    handset.window.navigator.top.save_to(str(target))
    handset.settle()
    saved = target.read_text(encoding="utf-8")
    assert "Lantern Media" in saved
    assert "AR1:" in saved
    assert "AP1:" in saved


def test_the_digits_of_a_known_business_center_are_marked_as_compared(handset, nora):
    handset.with_account("mara")
    open_request(handset, handset.world.request(nora))
    handset.press_to("authorize_button", "result_screen")
    handset.window.routes.business_centers()
    handset.wait_for("business_centers_screen")
    handset.press_to(f"centre_row_{nora.business_center_id}", "compare_digits_screen")
    handset.press("mark_compared_button")
    handset.settle()
    assert handset.window.host.profile.centre(nora.business_center_id).digits_compared_at is not None


def test_escape_leaves_the_request_open(handset, nora):
    handset.with_account("mara")
    request = handset.world.request(nora)
    open_request(handset, request)
    handset.qtbot.keyClick(handset.window, Qt.Key.Key_Escape)
    handset.wait_for("profile_screen")
    assert handset.world.state(nora, request) is RequestState.PENDING
    assert owner.links(handset.world.context, handset.window.host.profile) == ()
