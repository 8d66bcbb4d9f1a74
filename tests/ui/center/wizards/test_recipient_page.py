"""For whom, what for, until when: live look at the handle, errors at their field, nothing lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QDate

from bcdesktop.core.access_requests import Kind, Method
from bcdesktop.services import access_requests, business_centers
from bcdesktop.services.records import BusinessCenterChange
from tests.services.world import LIVE
from tests.ui.center.linking import child, dialogs, forward, open_wizard, press, tick, type_in


@pytest.fixture
def window(desk, nora):
    return desk.open(nora)


def to_recipient(desk, *, notification=False, claim=False, live=False):
    wizard = open_wizard(desk)
    forward(desk, wizard, "way")
    if claim:
        tick(wizard, "claim_radio")
        forward(desk, wizard, "claim_warning")
        tick(wizard, "fully_owned_check")
    else:
        forward(desk, wizard, "sending")
        tick(wizard, "notification_radio" if notification else "qr_code_radio")
    forward(desk, wizard, "permissions")
    if live:
        press(desk, wizard, "live_ads_preset_button")
    forward(desk, wizard, "recipient")
    return wizard


def note(desk, wizard, handle):
    """Type a handle and wait for what is said about it."""
    type_in(desk, wizard, "handle_edit", handle)
    desk.qtbot.waitUntil(child(wizard, "handle_label").isVisible)
    return child(wizard, "handle_label").text()


def test_a_known_handle_is_named(desk, window, world):
    world.sign_up("mara")
    assert note(desk, to_recipient(desk), "@Mara") == "@mara is Mara, known in this store."


def test_an_unknown_handle_is_no_mistake_for_a_code(desk, window):
    wizard = to_recipient(desk)
    assert "no mistake" in note(desk, wizard, "far.away")
    forward(desk, wizard, "summary")


def test_an_unknown_handle_stops_a_notification(desk, window):
    wizard = to_recipient(desk, notification=True)
    assert "not known here" in note(desk, wizard, "far.away")

    press(desk, wizard, "next_button")

    assert wizard.currentPage().step == "recipient"
    assert "not known here" in wizard.currentPage().form.error_text("expected_handle")
    assert child(wizard, "handle_edit").text() == "far.away"


def test_a_private_account_is_named_before_anything_is_sent(desk, window, world):
    world.sign_up("mara", is_public=False)
    assert "@mara is private" in note(desk, to_recipient(desk), "mara")


def test_a_claimed_account_cannot_be_claimed_again(desk, window, world, nora):
    mara = world.sign_up("mara")
    otto = world.center("Far Away", "Otto")
    world.approve(world.request(otto, kind=Kind.CLAIM), mara)

    assert "already claimed" in note(desk, to_recipient(desk, claim=True), "mara")


def test_a_linked_account_offers_to_add_permissions(desk, window, world, nora):
    world.approve(world.request(nora), world.sign_up("mara"))
    wizard = to_recipient(desk)
    assert "already linked" in note(desk, wizard, "mara")

    press(desk, wizard, "more_permissions_button")
    assert wizard.currentPage().step == "permissions"
    tick(wizard, "series_check")
    forward(desk, wizard, "recipient")

    desk.qtbot.waitUntil(lambda: "adds permissions to that link: Series" in child(wizard, "handle_label").text())


def test_a_request_that_adds_nothing_is_refused_at_the_end_with_a_way_to_the_account(desk, window, world, nora, qtbot):
    row = world.approve(world.request(nora), world.sign_up("mara"))
    wizard = to_recipient(desk)
    type_in(desk, wizard, "handle_edit", "mara")
    forward(desk, wizard, "summary")

    press(desk, wizard, "finish_button")
    assert "already linked" in wizard.currentPage().notice.title_label.text()

    with qtbot.waitSignal(window.navigator.page_requested) as asked:
        wizard.currentPage().notice.notice_action_button.click()
    assert asked.args == ["tiktok_accounts", {"link_id": row.result.link_id}]


def test_a_purpose_shows_the_bytes_left_and_is_refused_when_too_long(desk, window):
    wizard = to_recipient(desk)
    form = wizard.currentPage().form
    type_in(desk, wizard, "purpose_edit", "Ü" * 10)
    assert "Room for 100 more bytes" in child(wizard, "purpose_edit").accessibleDescription()

    type_in(desk, wizard, "purpose_edit", "Ü" * 61)
    press(desk, wizard, "next_button")

    assert "122 bytes of 120" in form.error_text("purpose")
    assert child(wizard, "purpose_edit").text() == "Ü" * 61


def test_a_purpose_that_does_not_fit_into_this_code_comes_back_to_its_field(desk, window, world, nora, monkeypatch):
    wizard = to_recipient(desk)
    type_in(desk, wizard, "purpose_edit", "Autumn campaign")
    forward(desk, wizard, "summary")
    monkeypatch.setattr("bcdesktop.core.code.room_left", lambda _message: -4)

    press(desk, wizard, "finish_button")

    assert wizard.currentPage().step == "recipient"
    assert "15 bytes of 11" in wizard.currentPage().form.error_text("purpose")
    assert child(wizard, "purpose_edit").text() == "Autumn campaign"


@pytest.mark.parametrize("typed", ["no spaces!", "ü", "x" * 25])
def test_a_malformed_handle_is_refused_at_its_field(desk, window, typed):
    wizard = to_recipient(desk)
    type_in(desk, wizard, "handle_edit", typed)

    press(desk, wizard, "next_button")

    assert wizard.currentPage().form.error_text("expected_handle")
    assert child(wizard, "handle_edit").text() == typed


def test_the_end_date_is_the_end_of_the_chosen_day(desk, window):
    wizard = to_recipient(desk)
    wizard.currentPage().end_choice.set_date(QDate(2027, 3, 1))
    forward(desk, wizard, "summary")

    end = wizard.flow.draft().wanted_end
    assert (end.minute, end.second, end.tzinfo is not None) == (59, 59, True)
    assert "1 Mar 2027" in wizard.currentPage().facts.spoken()


def test_times_to_answer_fit_the_addressee(desk, window):
    wizard = to_recipient(desk)
    combo = child(wizard, "life_combo")
    choices = lambda: [combo.itemText(i) for i in range(combo.count())]  # noqa: E731
    assert (choices(), combo.currentText()) == (["5 minutes", "10 minutes"], "10 minutes")

    type_in(desk, wizard, "handle_edit", "mara")

    assert (choices(), combo.currentText()) == (["1 hour", "24 hours", "7 days"], "24 hours")


def test_the_lives_of_the_settings_come_first(desk, window, world, nora):
    change = BusinessCenterChange(qr_code_minutes=5, addressed_hours=1)
    version = business_centers.get(world.context, nora).version
    business_centers.change(world.context, nora, change, version)

    wizard = to_recipient(desk)

    assert child(wizard, "life_combo").currentText() == "5 minutes"


def test_a_fourth_open_request_to_one_owner_is_refused_on_the_last_page(desk, window, world, nora):
    world.sign_up("mara")
    for _ in range(3):
        world.request(nora, LIVE, expected_handle="mara", method=Method.NOTIFICATION)
    wizard = to_recipient(desk)
    type_in(desk, wizard, "handle_edit", "mara")
    forward(desk, wizard, "summary")

    press(desk, wizard, "finish_button")

    assert wizard.currentPage().notice.isVisible()
    assert len(access_requests.list_all(world.context, nora)) == 3
    assert child(wizard, "finish_button").isEnabled()
    assert not dialogs(desk, "qr_code_dialog")


def test_the_request_lives_as_long_as_chosen(desk, window, world, nora):
    wizard = to_recipient(desk)
    child(wizard, "life_combo").setCurrentText("5 minutes")
    forward(desk, wizard, "summary")
    press(desk, wizard, "finish_button")

    desk.qtbot.waitUntil(lambda: bool(access_requests.list_all(world.context, nora)))
    row = access_requests.list_all(world.context, nora)[0]
    assert row.expires_at - row.created_at == timedelta(minutes=5)
