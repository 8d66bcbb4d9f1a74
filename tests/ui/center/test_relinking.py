"""Asking again where access was ended on purpose: said with who and when, and asked for a tick (A0-45)."""

from __future__ import annotations

import pytest

from bcdesktop.core.access_requests import Kind, Method, RequestState
from bcdesktop.services import access_requests, tiktok_accounts
from bcdesktop.ui.kit.walk import violations
from tests.services.world import LIVE
from tests.ui.center.linking import child, dialog_called, dialogs, forward, open_code, open_wizard, press, tick, type_in


@pytest.fixture
def ended(world, nora):
    """Access to @mara, ended by Nora."""
    result = world.approve(world.request(nora, expected_handle="mara"), world.sign_up("mara")).result
    world.wait(minutes=1)
    tiktok_accounts.disconnect(world.context, nora, result.link_id)
    world.wait(minutes=1)
    return result.link_id


@pytest.fixture
def window(desk, nora):
    return desk.open(nora)


def newest(world, nora):
    return access_requests.list_all(world.context, nora)[0]


def to_recipient(desk):
    wizard = open_wizard(desk)
    forward(desk, wizard, "way", "sending", "permissions", "recipient")
    return wizard


def test_the_wizard_says_who_ended_it_and_goes_on_after_a_tick(desk, world, nora, ended, window):
    wizard = to_recipient(desk)
    type_in(desk, wizard, "handle_edit", "mara")
    desk.qtbot.waitUntil(child(wizard, "relink_tick").isVisible)
    assert "Nora ended access to @mara" in child(wizard, "relink_label").text()
    assert violations(wizard) == []

    press(desk, wizard, "next_button")
    assert wizard.currentPage().step == "recipient"
    assert child(wizard, "relink_missing_label").isVisible()

    child(wizard, "relink_check").click()
    forward(desk, wizard, "summary")
    press(desk, wizard, "finish_button")
    desk.qtbot.waitUntil(lambda: bool(dialogs(desk, "qr_code_dialog")))
    assert newest(world, nora).state is RequestState.PENDING


def test_another_handle_needs_no_tick(desk, world, ended, window):
    world.sign_up("omar")
    wizard = to_recipient(desk)
    type_in(desk, wizard, "handle_edit", "mara")
    desk.qtbot.waitUntil(child(wizard, "relink_tick").isVisible)
    type_in(desk, wizard, "handle_edit", "omar")
    desk.qtbot.waitUntil(lambda: not child(wizard, "relink_tick").isVisible())
    forward(desk, wizard, "summary")


def test_ones_own_account_is_asked_about_before_it_is_linked_again(desk, world, nora, window):
    own = {"kind": Kind.OWN, "method": Method.NOTIFICATION}
    phone = next(phone for phone in world.phones.values() if phone.active.handle == "nora_tt")
    link_id = world.approve(world.request(nora, **own), phone).result.link_id
    world.wait(minutes=1)
    tiktok_accounts.disconnect(world.context, nora, link_id)
    wizard = open_wizard(desk)
    forward(desk, wizard, "way")
    tick(wizard, "own_radio")
    forward(desk, wizard, "permissions", "recipient", "summary")

    press(desk, wizard, "finish_button")

    assert wizard.currentPage().step == "recipient"
    assert "Nora ended access to @nora_tt" in child(wizard, "relink_label").text()
    child(wizard, "relink_check").click()
    forward(desk, wizard, "summary")
    press(desk, wizard, "finish_button")
    desk.qtbot.waitUntil(lambda: bool(dialogs(desk, "qr_code_dialog")))
    assert (newest(world, nora).kind, newest(world, nora).state) == (Kind.OWN, RequestState.PENDING)


@pytest.fixture
def withdrawn(world, nora, ended):
    """A request of before, which the ending withdrew."""
    result = world.approve(world.request(nora, expected_handle="mara", asks_again=True), world.phone("Phone of mara"))
    world.wait(minutes=1)
    more = world.request(nora, LIVE, expected_handle="mara")
    tiktok_accounts.disconnect(world.context, nora, result.result.link_id)
    world.wait(minutes=1)
    return more


def test_renew_in_the_codes_window_asks(desk, world, nora, withdrawn, window):
    code = open_code(desk, withdrawn)
    press(desk, code, "renew_button")
    dialog = dialog_called(desk, "ask_again_dialog")
    button = child(dialog, "ask_again_button")
    assert not button.isEnabled()
    child(dialog, "ask_again_relink_check").click()
    press(desk, dialog, "ask_again_button")
    assert newest(world, nora).parent_id == withdrawn.id


def test_renew_in_the_list_of_requests_asks(desk, world, nora, withdrawn, window):
    page = desk.go("requests")
    page.renew(withdrawn)
    dialog = dialog_called(desk, "ask_again_dialog")
    assert violations(dialog) == []
    press(desk, dialog, "cancel_button")
    assert newest(world, nora).id == withdrawn.id


def test_a_notification_in_place_of_a_code_asks(desk, world, nora, ended, window):
    code = open_code(desk, world.request(nora))
    world.wait(minutes=1)
    press(desk, code, "notify_button")
    dialog = dialog_called(desk, "send_notification_dialog")
    type_in(desk, dialog, "handle_edit", "mara")
    press(desk, dialog, "send_button")
    assert "Nora ended access to @mara" in child(dialog, "relink_label").text()
    press(desk, dialog, "send_button")
    assert child(dialog, "relink_missing_label").isVisible()
    child(dialog, "relink_check").click()
    press(desk, dialog, "send_button")
    assert newest(world, nora).method is Method.NOTIFICATION
