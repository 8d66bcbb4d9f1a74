"""The QR dialog on a real window and store: what its pixels hold, its live state, renew, closing (look.md)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from bcdesktop.core.access_requests import Kind, LinkState, Method, RequestState
from bcdesktop.services import access_requests, tiktok_accounts
from bcdesktop.ui.kit.code_sheet import required_line
from tests.ui.center.linking import (
    approve,
    child,
    codes_in,
    decline,
    dialog_called,
    open_code,
    press,
    scan,
    type_in,
)


@pytest.fixture
def mara(world):
    return world.sign_up("mara")


@pytest.fixture
def window(desk, nora):
    return desk.open(nora)


def test_the_pixels_hold_the_signed_code_and_the_words_say_what_it_asks(desk, window, world, nora):
    request = world.request(nora, expected_handle="mara", purpose="Autumn campaign")

    dialog = open_code(desk, request)

    assert codes_in(dialog) == [request.code_text]
    words = dialog.facts.spoken()
    for part in ("Lantern Media", "@mara", "Deliver ads", "Existing posts", "Autumn campaign", "Nora"):
        assert part in words
    assert child(dialog, "line_label").text() == required_line()
    assert child(dialog, "code_view").accessibleDescription() == words


def test_the_time_left_is_a_bar_and_a_text(desk, window, world, nora):
    request = world.request(nora)
    dialog = open_code(desk, request)
    assert (child(dialog, "time_bar").maximum(), child(dialog, "time_label").text()) == (600, "10:00 left")

    world.wait(minutes=9)

    desk.qtbot.waitUntil(lambda: child(dialog, "time_label").text() == "1:00 left")
    assert (child(dialog, "time_bar").value(), child(dialog, "time_bar").property("kind")) == (60, "warning")


def test_an_expired_code_cannot_be_read_any_more_and_renew_comes_first(desk, window, world, nora):
    dialog = open_code(desk, world.request(nora))

    world.wait(minutes=11)

    desk.qtbot.waitUntil(lambda: child(dialog, "state_badge").text() == "Expired")
    assert codes_in(dialog) == []
    assert "still counts until" in child(dialog, "state_label").text()
    assert child(dialog, "renew_button").isDefault()
    for name in ("copy_picture_button", "save_button", "print_button", "full_screen_button", "copy_message_button"):
        assert not child(dialog, name).isVisible()


def test_renew_shows_a_new_code_with_the_same_choices(desk, window, world, nora):
    request = world.request(nora, purpose="Autumn campaign", expected_handle="mara")
    dialog = open_code(desk, request)

    press(desk, dialog, "renew_button")

    new = dialog.row
    assert new.parent_id == request.id
    assert (new.permissions, new.purpose, new.expected_handle) == (request.permissions, "Autumn campaign", "mara")
    assert codes_in(dialog) == [new.code_text]
    assert access_requests.get(world.context, nora, request.id).replaced_by == new.id


def test_the_state_follows_the_phone_from_waiting_to_scanned_to_approved(desk, window, world, nora, mara):
    request = world.request(nora, expected_handle="mara")
    dialog = open_code(desk, request)
    assert child(dialog, "state_badge").text() == "Waiting"

    scan(world, request, mara)
    desk.qtbot.waitUntil(lambda: child(dialog, "state_badge").text() == "Scanned")
    assert "@mara" in child(dialog, "state_label").text()

    approve(desk, request, mara)
    desk.qtbot.waitUntil(lambda: child(dialog, "state_badge").text() == "Approved")
    assert codes_in(dialog) == []
    assert not child(dialog, "was_it_meant").isVisible()


def test_a_declined_request_shows_the_reason(desk, window, world, nora, mara):
    request = world.request(nora)
    dialog = open_code(desk, request)

    decline(desk, request, mara, "We work with another agency")

    desk.qtbot.waitUntil(lambda: child(dialog, "state_badge").text() == "Declined")
    assert child(dialog, "state_label").text() == "Declined by @mara: “We work with another agency”"


def test_yes_confirms_the_account_that_answered_an_open_code(desk, window, world, nora, mara):
    request = world.request(nora)
    dialog = open_code(desk, request)
    row = approve(desk, request, mara)
    desk.qtbot.waitUntil(child(dialog, "was_it_meant").isVisible)
    assert child(dialog, "question_label").text() == "Is @mara the account you meant?"

    press(desk, dialog, "yes_button")

    assert not child(dialog, "was_it_meant").isVisible()
    assert not tiktok_accounts.get(world.context, nora, row.link_id).needs_confirmation


def test_end_access_asks_first_and_then_ends_the_link(desk, window, world, nora, mara):
    request = world.request(nora)
    dialog = open_code(desk, request)
    row = approve(desk, request, mara)
    desk.qtbot.waitUntil(child(dialog, "was_it_meant").isVisible)

    press(desk, dialog, "end_access_button")
    question = dialog_called(desk, "end_access_dialog")
    assert tiktok_accounts.get(world.context, nora, row.link_id).state is LinkState.ACTIVE
    press(desk, question, "accept_button")

    assert tiktok_accounts.get(world.context, nora, row.link_id).state is LinkState.DISCONNECTED
    desk.qtbot.waitUntil(lambda: not child(dialog, "was_it_meant").isVisible())


def test_show_the_account_goes_to_its_row(desk, window, world, nora, mara, qtbot):
    request = world.request(nora)
    dialog = open_code(desk, request)
    row = approve(desk, request, mara)
    desk.qtbot.waitUntil(child(dialog, "show_account_button").isVisible)

    with qtbot.waitSignal(window.navigator.page_requested) as asked:
        press(desk, dialog, "show_account_button")

    assert asked.args == ["tiktok_accounts", {"link_id": row.link_id}]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, None])
def test_closing_never_cancels(desk, window, world, nora, key):
    request = world.request(nora)
    dialog = open_code(desk, request)

    if key is None:
        press(desk, dialog, "close_button")
    else:
        desk.qtbot.keyClick(dialog, key)

    desk.qtbot.waitUntil(lambda: not desk.shows("code_view"))
    assert world.state(nora, request) is RequestState.PENDING
    assert "goes on" in window.notices.toast.text_label.text()


def test_withdraw_voids_the_code(desk, window, world, nora):
    request = world.request(nora)
    dialog = open_code(desk, request)

    press(desk, dialog, "withdraw_button")

    assert world.state(nora, request) is RequestState.CANCELLED
    assert child(dialog, "state_badge").text() == "Withdrawn"
    assert codes_in(dialog) == []


def test_a_notification_can_be_sent_in_place_of_the_code(desk, window, world, nora, mara):
    request = world.request(nora)
    dialog = open_code(desk, request)

    press(desk, dialog, "notify_button")
    ask = dialog_called(desk, "send_notification_dialog")
    type_in(desk, ask, "handle_edit", "@mara")
    press(desk, ask, "send_button")

    assert (dialog.row.method, dialog.row.expected_handle) == (Method.NOTIFICATION, "mara")
    assert access_requests.get(world.context, nora, request.id).replaced_by == dialog.row.id
    assert child(dialog, "sent_label").isVisible()
    assert not child(dialog, "code_view").isVisible()


@pytest.mark.parametrize(
    ("typed", "words"),
    [("", "The handle is missing"), ("nobody.here", "@nobody.here is not known here"), ("no spaces!", "not a TikTok")],
)
def test_a_handle_that_cannot_be_notified_is_refused_at_its_field(desk, window, world, nora, typed, words):
    request = world.request(nora)
    dialog = open_code(desk, request)
    press(desk, dialog, "notify_button")
    ask = dialog_called(desk, "send_notification_dialog")

    type_in(desk, ask, "handle_edit", typed)
    press(desk, ask, "send_button")

    assert words in ask.form.error_text("expected_handle")
    assert child(ask, "handle_edit").text() == typed
    assert world.state(nora, request) is RequestState.PENDING


def test_a_notification_has_no_code_and_says_where_the_owner_finds_it(desk, window, world, nora, mara):
    dialog = open_code(desk, world.request(nora, method=Method.NOTIFICATION, expected_handle="mara"))

    assert codes_in(dialog) == []
    assert "Inbox > All activity > From TikTok" in child(dialog, "sent_label").text()
    assert child(dialog, "time_label").text() == "7 days left"
    assert not child(dialog, "copy_picture_button").isVisible()


def test_an_own_account_is_asked_on_the_own_phone(desk, window, world, nora):
    dialog = open_code(desk, world.request(nora, kind=Kind.OWN, method=Method.NOTIFICATION))

    assert "Open the Phone as @nora_tt" in child(dialog, "sent_label").text()
    assert not child(dialog, "copy_message_button").isVisible()


@pytest.mark.qt_log_ignore("does not support raise")
def test_opening_a_code_twice_brings_the_same_dialog(desk, window, world, nora):
    request = world.request(nora)
    first = open_code(desk, request)

    assert open_code(desk, request) is first


def test_the_window_stays_usable_beside_the_code(desk, window, world, nora):
    dialog = open_code(desk, world.request(nora))

    assert not dialog.isModal()


def test_the_next_step_is_offered_only_while_the_account_is_linked(desk, window, world, nora, mara):
    request = world.request(nora, expected_handle="mara")
    dialog = open_code(desk, request)
    approve(desk, request, mara)
    desk.qtbot.waitUntil(dialog.link_next.isVisible)

    tiktok_accounts.disconnect(world.context, nora, dialog.row.link_id)

    desk.qtbot.waitUntil(lambda: not dialog.link_next.isVisible())
    dialog.close()
    again = open_code(desk, request)
    desk.settle()
    assert not again.link_next.isVisible()
