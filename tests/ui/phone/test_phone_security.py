"""Security and login on the phone: devices, the bin and its code, two-step verification, being thrown out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from bcdesktop.core.devices import DeviceLogInState
from bcdesktop.services import devices, directory
from bcdesktop.services.device_records import PendingLogIn
from tests.services.device_world import TEXT, device_id, mailed_code, pending_log_in, remove, second_phone, wrong_code
from tests.services.world import PASSWORD


def shown(handset) -> str:
    """Return every text of the screen in view."""
    top = handset.window.navigator.top
    return " | ".join(label.text() for label in top.findChildren(QLabel) if label.isVisible() and label.text())


def to_security(handset) -> None:
    handset.to_profile()
    handset.press("profile_menu_button")
    handset.press_to("settings_and_privacy_row", "settings_and_privacy_screen")
    handset.press_to("security_and_login_row", "security_and_login_screen")


def to_removal(handset, device: str) -> None:
    to_security(handset)
    handset.press_to("manage_devices_row", "manage_devices_screen")
    handset.press_to(f"remove_device_{device}", "remove_device_screen")


@pytest.fixture
def first(handset):
    """Mara's phone in view; it is called Pocket."""
    handset.with_account("mara")
    return handset.window.host.profile


@pytest.fixture
def second(handset, first):
    handset.world.wait(minutes=1)
    return second_phone(handset.world)


# ------------------------------------------------------------------ removing another phone
def test_the_bin_and_the_code_of_the_mail_remove_a_phone(handset, world, first, second):
    to_removal(handset, device_id(world, second))
    assert handset.window.focusWidget().objectName() == "keep_device_button"
    handset.press("send_code_button")
    handset.settle()
    assert "mara@example.com" in handset.text("sent_label")
    handset.type("device_code", mailed_code(world))
    handset.press("enter_code_button")
    handset.wait_for("manage_devices_screen")
    handset.settle()
    assert "Second" not in shown(handset)
    assert handset.text("sentence_label") == "“Second” was removed and is logged out."
    assert [d.phone_name for d in devices.overview(world.context, first).devices] == ["Pocket"]


def test_a_wrong_code_says_how_many_tries_are_left_and_keeps_what_was_typed(handset, world, first, second):
    to_removal(handset, device_id(world, second))
    handset.press("send_code_button")
    handset.settle()
    wrong = wrong_code(mailed_code(world))
    handset.type("device_code", wrong)
    handset.press("enter_code_button")
    handset.settle()
    assert "Tries left: 4." in shown(handset)
    assert handset.widget("device_code").text() == wrong
    assert handset.widget("enter_code_button").isEnabled()


def test_a_used_up_code_leaves_only_a_new_one(handset, world, first, second):
    to_removal(handset, device_id(world, second))
    handset.press("send_code_button")
    handset.settle()
    wrong = wrong_code(mailed_code(world))
    for _ in range(5):
        handset.type("device_code", wrong)
        handset.press("enter_code_button")
        handset.settle()
    assert "This code is used up" in shown(handset)
    assert not handset.widget("enter_code_button").isEnabled()
    world.wait(minutes=1)
    handset.press("send_again_button")
    handset.settle()
    handset.type("device_code", mailed_code(world))
    handset.press("enter_code_button")
    handset.wait_for("manage_devices_screen")
    assert len(devices.overview(world.context, first).devices) == 1


def test_keep_it_logged_in_changes_nothing(handset, world, first, second):
    to_removal(handset, device_id(world, second))
    handset.press("keep_device_button")
    handset.wait_for("manage_devices_screen")
    assert len(devices.overview(world.context, first).devices) == 2


def test_the_list_follows_what_other_phones_do(handset, world, first):
    to_security(handset)
    handset.press_to("manage_devices_row", "manage_devices_screen")
    assert "Second" not in shown(handset)
    second = second_phone(world)
    handset.qtbot.waitUntil(lambda: "Second" in shown(handset))
    directory.log_out(world.context, second, second.active.account_id)
    handset.qtbot.waitUntil(lambda: "Second" not in shown(handset))


def test_the_removal_closes_by_itself_where_the_phone_logs_out_meanwhile(handset, world, first, second):
    to_removal(handset, device_id(world, second))
    directory.log_out(world.context, second, second.active.account_id)
    handset.wait_for("manage_devices_screen")
    assert handset.text("sentence_label") == "“Second” is logged out."


def test_what_another_program_does_on_the_same_store_is_seen_too(handset, world, first, second):
    other = replace(world.context, store=world.open_store("one"))
    to_security(handset)
    handset.press_to("manage_devices_row", "manage_devices_screen")
    assert "Second" in shown(handset)
    directory.log_out(other, second, second.active.account_id)
    handset.qtbot.waitUntil(lambda: "Second" not in shown(handset), timeout=2000)
    world.wait(minutes=1)
    third = second_phone(world, name="Third")
    mine = device_id(world, first)
    devices.send_removal_code(other, third, mine, TEXT)
    devices.remove(other, third, mine, mailed_code(world))
    handset.wait_for("logged_out_here_screen")


# ------------------------------------------------------------------ being removed
def test_a_removed_phone_says_so_at_once_and_why(handset, world, first, second):
    handset.to_profile()
    remove(world, second, device_id(world, first))
    handset.wait_for("logged_out_here_screen")
    assert handset.text("logged_out_mara").startswith("@mara: this phone was removed on “Second”")
    assert first.accounts() == ()
    handset.press_to("back_in_button", "log_in_screen")


def test_with_another_account_on_it_the_phone_goes_on_with_that(handset, world, first, second):
    world.sign_up("otto", first)
    first.set_active(next(a.account_id for a in first.accounts() if a.handle == "mara"))
    remove(world, second, device_id(world, first))
    handset.wait_for("logged_out_here_screen")
    assert handset.text("others_label") == "Still logged in here: @otto"
    assert first.active.handle == "otto"


def test_a_locked_phone_says_it_after_unlocking(handset, world):
    handset.with_account("mara", passcode="2468")
    first = handset.window.host.profile
    world.wait(minutes=1)
    second = second_phone(world)
    mine = device_id(world, first)
    first.lock()
    handset.window.routes.lock()
    handset.wait_for("lock_screen")
    remove(world, second, mine)
    handset.settle()
    assert handset.screen() == "lock_screen"
    handset.type("unlock_passcode", "2468")
    handset.press("unlock_button")
    handset.wait_for("logged_out_here_screen")


def test_a_phone_that_was_off_says_it_when_it_is_opened(handset, world):
    first = handset.new_phone()
    first.set_up(None)
    world.sign_up("mara", first)
    world.wait(minutes=1)
    second = second_phone(world)
    remove(world, second, device_id(world, first))
    handset.open(first)
    handset.wait_for("logged_out_here_screen")
    handset.press_to("close_notice_button", "home_screen")
    handset.settle()
    assert handset.screen() == "home_screen"


# ------------------------------------------------------------------ two-step verification
def test_the_switch_turns_two_step_verification_on(handset, world, first):
    to_security(handset)
    handset.press("two_step_check")
    handset.settle()
    assert devices.overview(world.context, first).two_step
    assert handset.widget("two_step_check").isChecked()


def test_turning_it_off_asks_for_the_passcode(handset, world):
    handset.with_account("mara", passcode="2468")
    first = handset.window.host.profile
    devices.set_two_step(world.context, first, on=True)
    to_security(handset)
    handset.press("two_step_check")
    assert handset.widget("two_step_check").isChecked()
    handset.type("sheet_passcode", "1357")
    handset.press("confirm_passcode_button")
    handset.settle()
    assert devices.overview(world.context, first).two_step
    handset.type("sheet_passcode", "2468")
    handset.press("confirm_passcode_button")
    handset.settle()
    assert not devices.overview(world.context, first).two_step
    assert not handset.widget("two_step_check").isChecked()


def test_the_first_phone_is_asked_by_a_banner_and_decline_has_the_focus(handset, world, first):
    devices.set_two_step(world.context, first, on=True)
    _new, pending = pending_log_in(world)
    handset.press("banner_button")
    handset.wait_for("approve_device_screen")
    assert handset.window.focusWidget().objectName() == "decline_device_button"
    assert handset.text("new_phone_label") == "“New”"
    assert "@mara" in handset.text("asked_label")
    handset.press("approve_device_button")
    handset.settle()
    assert devices.progress(world.context, pending).state is DeviceLogInState.APPROVED
    handset.press_to("approve_done_button", "home_screen")


def test_declining_keeps_the_other_phone_out(handset, world, first):
    devices.set_two_step(world.context, first, on=True)
    _new, pending = pending_log_in(world)
    handset.press("banner_button")
    handset.wait_for("approve_device_screen")
    handset.press("decline_device_button")
    handset.settle()
    assert devices.progress(world.context, pending).state is DeviceLogInState.DECLINED
    assert "Declined: nobody was let in" in shown(handset)


def test_a_log_in_that_is_cancelled_meanwhile_cannot_be_approved(handset, world, first):
    devices.set_two_step(world.context, first, on=True)
    _new, pending = pending_log_in(world)
    handset.press("banner_button")
    handset.wait_for("approve_device_screen")
    devices.cancel_log_in(world.context, pending)
    handset.qtbot.waitUntil(lambda: "This log-in waits no more" in shown(handset))
    assert not handset.shows("approve_device_button")


def test_a_waiting_log_in_stands_in_manage_devices_too(handset, world, first):
    devices.set_two_step(world.context, first, on=True)
    _new, pending = pending_log_in(world)
    to_security(handset)
    handset.press_to("manage_devices_row", "manage_devices_screen")
    handset.press_to(f"waiting_log_in_{pending.id}", "approve_device_screen")


@pytest.fixture
def owner_phone(world):
    """Mara's first phone, not in view, with two-step verification on."""
    phone = world.sign_up("mara", world.phone("First"))
    devices.set_two_step(world.context, phone, on=True)
    return phone


def log_in_on_new_phone(handset) -> None:
    phone = handset.new_phone()
    phone.set_up(None)
    handset.open(phone)
    handset.press_to("tiktok_app_button", "welcome_screen")
    handset.press_to("log_in_button", "log_in_screen")
    handset.type("log_in_handle", "mara")
    handset.type("log_in_password", PASSWORD)
    handset.press_to("submit_log_in_button", "log_in_waiting_screen")
    handset.settle()


def test_the_new_phone_waits_and_comes_in_once_it_is_approved(handset, world, owner_phone):
    log_in_on_new_phone(handset)
    assert "“First”" in handset.text("where_label")
    (request,) = devices.waiting(world.context, owner_phone)
    devices.approve_log_in(world.context, owner_phone, request.id)
    handset.wait_for("profile_screen")
    assert handset.window.host.profile.active.handle == "mara"


def test_a_declined_phone_is_told_and_can_try_again(handset, world, owner_phone):
    log_in_on_new_phone(handset)
    (request,) = devices.waiting(world.context, owner_phone)
    devices.decline_log_in(world.context, owner_phone, request.id)
    handset.qtbot.waitUntil(lambda: "It was declined on another phone" in shown(handset))
    assert handset.window.host.profile.accounts() == ()
    handset.press_to("log_in_again_button", "log_in_screen")


def test_the_wait_is_over_after_ten_minutes(handset, world, owner_phone):
    log_in_on_new_phone(handset)
    world.wait(minutes=10)
    handset.qtbot.waitUntil(lambda: "This log-in waits no more" in shown(handset), timeout=5000)
    assert handset.shows("log_in_again_button")


def test_cancel_ends_the_wait_on_both_phones(handset, world, owner_phone):
    log_in_on_new_phone(handset)
    handset.press_to("cancel_log_in_button", "welcome_screen")
    assert devices.waiting(world.context, owner_phone) == ()


def test_without_the_first_phone_the_code_of_the_mail_lets_in(handset, world, owner_phone):
    log_in_on_new_phone(handset)
    handset.press("send_code_button")
    handset.settle()
    assert "m•••@example.com" in handset.text("sent_label")
    assert "mara@example.com" not in shown(handset)
    handset.type("device_code", wrong_code(mailed_code(world)))
    handset.press("enter_code_button")
    handset.settle()
    assert "Tries left: 4." in shown(handset)
    handset.type("device_code", mailed_code(world))
    handset.press("enter_code_button")
    handset.wait_for("profile_screen")
    assert [d.phone_name for d in devices.overview(world.context, owner_phone).devices] == ["First", "Pocket"]


def test_too_many_codes_are_said_in_words(handset, world, owner_phone):
    _phone, other = pending_log_in(world, "Other")
    assert isinstance(other, PendingLogIn)
    for _ in range(5):
        devices.send_log_in_code(world.context, other, TEXT)
    log_in_on_new_phone(handset)
    handset.press("send_code_button")
    handset.settle()
    assert "Too many codes" in shown(handset)
    assert "Try again in 60 minutes." in shown(handset)


def test_what_nobody_has_read_is_said_again_after_the_phone_was_locked(handset, world):
    handset.with_account("mara", passcode="2468")
    first = handset.window.host.profile
    world.wait(minutes=1)
    second = second_phone(world)
    remove(world, second, device_id(world, first))
    handset.wait_for("logged_out_here_screen")
    first.lock()
    handset.window.routes.lock()
    handset.wait_for("lock_screen")
    handset.type("unlock_passcode", "2468")
    handset.press("unlock_button")
    handset.wait_for("logged_out_here_screen")
    handset.press_to("close_notice_button", "home_screen")
    handset.settle()
    assert handset.screen() == "home_screen"
