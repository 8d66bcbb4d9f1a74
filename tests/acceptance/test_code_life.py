"""A code lives a short time: countdown, expiry, renewal, and the notification in its place."""

from __future__ import annotations

import pytest

from bcdesktop.core.access_requests import Method, RequestState
from bcdesktop.core.pictures import PictureRefused
from bcdesktop.ui.kit.qr_reading import find_our_code
from tests.services.world import LIVE


def test_a1_10_a_code_counts_down_and_runs_out(bench):
    bench.ready()
    dialog = bench.center.show_code(bench.ask())
    assert dialog.text("time_label") == "10:00 left"
    bench.wait(minutes=9, seconds=15)
    dialog.until(lambda: dialog.text("time_label") == "0:45 left")
    assert dialog.widget("time_bar").property("kind") == "warning"
    bench.wait(minutes=1)
    dialog.until(lambda: dialog.text("state_badge") == "Expired")
    assert dialog.window.code_view.covered
    assert not dialog.sees("time_label")
    with pytest.raises(PictureRefused):
        find_our_code(dialog.window.grab().toImage())


def test_a1_25_an_expired_code_is_told_and_a_new_one_keeps_the_choices(bench):
    bench.ready()
    request = bench.ask(LIVE, purpose="Live sale", expected_handle="mara")
    dialog = bench.center.show_code(request)
    bench.wait(hours=25)
    bench.phone.open_text(request.code_text)
    assert bench.phone.failure().title == "This code ran out"
    dialog.until(lambda: dialog.text("state_badge") == "Expired")
    dialog.press("renew_button")
    dialog.until(lambda: dialog.window.row.id != request.id)
    renewed = dialog.window.row
    assert (renewed.permissions, renewed.purpose, renewed.expected_handle) == (LIVE, "Live sale", "mara")
    bench.phone.scan()
    bench.phone.authorize()
    assert bench.request(renewed).state is RequestState.APPROVED
    assert bench.request(request).state is RequestState.EXPIRED


def test_a2_41_the_expired_code_is_closed_and_a_new_one_made_from_the_list(bench):
    bench.ready()
    request = bench.ask()
    bench.center.show_code(request)
    bench.wait(minutes=11)
    bench.center.close_dialog("qr_code_dialog")
    assert bench.center.request_sentence(request).startswith("Expired.")
    bench.center.inside("requests_page").press("renew_button")
    dialog = bench.center.code_dialog()
    assert dialog.window.row.parent_id == request.id
    assert dialog.text("time_label").startswith(("10:00", "9:5"))
    bench.phone.scan()
    bench.phone.authorize()
    assert [link.handle for link in bench.links()] == ["mara"]


def test_a2_42_a_notification_takes_the_place_of_the_code(bench):
    bench.ready()
    request = bench.ask()
    dialog = bench.center.show_code(request)
    dialog.press("notify_button")
    form = bench.center.inside("send_notification_dialog")
    form.type("handle_edit", "@mara")
    form.press("send_button")
    dialog.until(lambda: dialog.window.row.method is Method.NOTIFICATION)
    assert "No code is needed. @mara finds the request in the Phone" in dialog.text("sent_label")
    assert not dialog.sees("code_view")
    assert bench.request(request).state is RequestState.CANCELLED
    bench.phone.walk_n5()
    bench.phone.press_to(f"request_row_{dialog.window.row.id}", "consent_screen")
    bench.phone.authorize()
    dialog.until(lambda: dialog.text("state_label").startswith("Approved by @mara."))


def test_a2_44_the_wrong_account_is_named_and_switching_helps(bench):
    bench.ready("mara")
    bench.world.sign_up("otto", bench.phone.profile)
    dialog = bench.center.show_code(bench.ask(expected_handle="mara"))
    bench.phone.scan()
    said = bench.phone.failure()
    assert said.title == "Another account is logged in"
    assert "@mara" in said.body
    assert "@otto" in said.body
    assert dialog.text("state_badge") == "Waiting"
    bench.phone.press_to("failure_switch_button", "accounts_screen")
    bench.phone.press_to("account_row_mara", "consent_screen")
    bench.phone.authorize()
    dialog.until(lambda: dialog.text("state_label").startswith("Approved by @mara."))


def test_a2_28_the_phone_shows_which_account_would_answer(bench):
    bench.ready("mara")
    bench.world.sign_up("otto", bench.phone.profile)
    bench.center.show_code(bench.ask())
    bench.phone.scan()
    assert bench.phone.text("logged_in_handle_label") == "@otto"
    assert bench.phone.text("check_account_label") == "Right account? Nobody was named; you answer as @otto"
    bench.phone.press_to("consent_switch_button", "accounts_screen")
    bench.phone.press_to("account_row_mara", "consent_screen")
    assert bench.phone.text("logged_in_handle_label") == "@mara"
    bench.phone.authorize()
    assert [link.handle for link in bench.links()] == ["mara"]
