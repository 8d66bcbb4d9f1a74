"""Home: what needs this person now, and the first steps."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QLabel

from bcdesktop.services import tiktok_accounts
from tests.services.world import LIVE


def words(page) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def test_a_new_business_center_is_offered_the_next_step_only(desk, nora):
    desk.open(nora)
    assert desk.shows("first_steps_card")
    assert not desk.shows("home_add_button")
    with desk.qtbot.waitSignal(desk.window.navigator.add_requested):
        desk.press("step_add_button")


def test_after_a_request_the_next_step_opens_its_code(desk, world, nora):
    request = world.request(nora)
    desk.open(nora)
    with desk.qtbot.waitSignal(desk.window.navigator.code_requested) as opened:
        desk.press("step_open_code_button")
    assert opened.args == [request.id]


def test_the_first_steps_go_when_they_are_done(desk, world, nora):
    request = world.request(nora, expected_handle="mara")
    world.approve(request, world.sign_up("mara"))
    desk.open(nora)
    assert not desk.shows("first_steps_card")
    assert desk.shows("quiet_row")


def test_a_waiting_code_shows_the_time_left_and_goes_when_it_runs_out(desk, world, nora):
    world.request(nora)
    desk.open(nora)
    page = desk.go("home")
    assert "10:00 left" in words(page)
    world.wait(minutes=9)
    page._tick()
    assert "1:00 left" in words(page)
    world.wait(minutes=2)
    page._tick()
    desk.settle()
    assert "waits for" not in words(page)


def test_yes_confirms_the_account_an_open_code_brought(desk, world, nora):
    world.approve(world.request(nora), world.sign_up("mara"))
    desk.open(nora)
    page = desk.go("home")
    assert "Is @mara the account you meant?" in words(page)
    link = tiktok_accounts.list_all(world.context, nora)[0]
    desk.press(f"confirm_button_{link.id}")
    assert not tiktok_accounts.get(world.context, nora, link.id).needs_confirmation
    assert "the account you meant" not in words(page)


def test_looking_at_it_goes_to_the_account(desk, world, nora):
    world.approve(world.request(nora), world.sign_up("mara"))
    desk.open(nora)
    link = tiktok_accounts.list_all(world.context, nora)[0]
    desk.press(f"look_button_{link.id}")
    assert desk.window.inside.pages.current_name == "tiktok_accounts"


def test_accounts_not_ready_and_access_that_ends_soon_are_named(desk, world, nora):
    request = world.request(nora, LIVE, expected_handle="mara")
    world.approve(request, world.sign_up("mara"), ends_at=world.clock.now() + timedelta(days=3))
    desk.open(nora)
    text = words(desk.go("home"))
    assert "@mara is not ready for Spark Ads" in text
    assert "Access to @mara ends soon" in text
    assert "in 3 days" in text


def test_a_change_of_another_window_shows_by_itself(desk, world, nora):
    desk.open(nora)
    page = desk.go("home")
    world.request(nora, expected_handle="bakery")
    desk.qtbot.waitUntil(lambda: "@bakery" in words(page))


def test_a_standard_member_is_told_that_nothing_waits(desk, world, nora):
    world.request(nora)
    desk.open(world.standard_member(nora))
    page = desk.go("home")
    assert desk.shows("quiet_row")
    assert "code" not in words(page).lower()
