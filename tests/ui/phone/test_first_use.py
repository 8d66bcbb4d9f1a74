"""Setting a phone up, locking it, signing up and logging in."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox


def test_a_new_phone_is_set_up_without_a_passcode(handset):
    phone = handset.new_phone()
    handset.open(phone)
    assert handset.screen() == "set_up_screen"
    handset.press_to("set_up_button", "home_screen")
    assert phone.is_set_up
    assert not phone.has_passcode


def test_a_phone_without_a_keyring_asks_for_a_passcode_and_says_why(handset):
    phone = handset.new_phone(needs_passphrase=True)
    handset.open(phone)
    handset.press("set_up_button")
    form = handset.window.navigator.top.form
    assert "keyring" in form.error_text("passcode")
    handset.type("passcode", "4711")
    handset.type("passcode_again", "4711")
    handset.press_to("set_up_button", "home_screen")
    assert phone.has_passcode


def test_two_different_passcodes_are_refused_and_stay_typed(handset):
    handset.open(handset.new_phone())
    handset.type("passcode", "4711")
    handset.type("passcode_again", "4712")
    handset.press("set_up_button")
    assert "differ" in handset.window.navigator.top.form.error_text("passcode_again")
    assert handset.widget("passcode").text() == "4711"
    assert handset.screen() == "set_up_screen"


def test_a_short_passcode_is_refused_at_its_field(handset):
    handset.open(handset.new_phone())
    handset.type("passcode", "47")
    handset.type("passcode_again", "47")
    handset.press("set_up_button")
    form = handset.window.navigator.top.form
    handset.qtbot.waitUntil(lambda: form.error_text("passcode") != "")
    assert handset.widget("set_up_button").isEnabled()


def test_an_idle_phone_with_a_passcode_locks_itself_after_five_minutes(handset):
    window = handset.with_account(passcode="4711")
    assert window.idle_lock.timer.interval() == timedelta(minutes=5) / timedelta(milliseconds=1)
    handset.to_profile()
    window.idle_lock.timer.timeout.emit()
    handset.wait_for("lock_screen")
    handset.qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert handset.screen() == "lock_screen"


def test_a_locked_phone_opens_with_its_passcode_only(handset):
    phone = handset.new_phone()
    phone.set_up("4711")
    phone.lock()
    handset.open(phone)
    assert handset.screen() == "lock_screen"
    handset.type("unlock_passcode", "1234")
    handset.press("unlock_button")
    handset.settle()
    assert handset.screen() == "lock_screen"
    assert handset.window.navigator.top.error.isVisible()
    handset.type("unlock_passcode", "4711")
    handset.press_to("unlock_button", "home_screen")


def test_a_phone_without_a_passcode_is_not_locked(handset):
    window = handset.with_account()
    window.idle_lock.timer.timeout.emit()
    handset.settle()
    assert handset.screen() == "home_screen"


def fill_sign_up(handset, handle="mara.makes"):
    handset.press_to("tiktok_app_button", "welcome_screen")
    handset.press_to("sign_up_button", "sign_up_screen")
    handset.type("handle", handle)
    handset.type("display_name", "Mara Makes")
    handset.type("email", "mara@example.com")
    handset.type("password", "linden-harbour-42")


def test_signing_up_leads_to_the_profile_of_the_new_account(handset):
    phone = handset.new_phone()
    phone.set_up(None)
    handset.open(phone)
    fill_sign_up(handset)
    handset.press_to("create_account_button", "profile_screen")
    assert handset.widget("switch_account_button").text() == "@mara.makes"
    assert phone.active.handle == "mara.makes"


def test_a_refused_sign_up_shows_the_reason_at_its_field_and_keeps_what_was_typed(handset):
    handset.world.sign_up("mara.makes")
    phone = handset.new_phone()
    phone.set_up(None)
    handset.open(phone)
    fill_sign_up(handset)
    handset.press("create_account_button")
    form = handset.window.navigator.top.form
    handset.qtbot.waitUntil(lambda: form.error_text("handle") != "")
    assert handset.widget("email").text() == "mara@example.com"
    assert handset.widget("handle").text() == "mara.makes"


def test_logging_in_with_a_wrong_password_says_so_and_a_right_one_opens_the_profile(handset):
    handset.world.sign_up("mara")
    phone = handset.new_phone()
    phone.set_up(None)
    handset.open(phone)
    handset.press_to("tiktok_app_button", "welcome_screen")
    handset.press_to("log_in_button", "log_in_screen")
    handset.type("log_in_handle", "@mara")
    handset.type("log_in_password", "not-this-one")
    handset.press("submit_log_in_button")
    handset.qtbot.waitUntil(handset.window.navigator.top.error.isVisible)
    assert handset.widget("log_in_handle").text() == "@mara"
    handset.type("log_in_password", "linden-harbour-42")
    handset.press_to("submit_log_in_button", "profile_screen")


def test_another_account_becomes_the_active_one_in_the_switcher(handset):
    handset.with_account("mara")
    handset.world.sign_up("otto", handset.window.host.profile)
    handset.to_profile()
    assert handset.widget("switch_account_button").text() == "@otto"
    handset.press_to("switch_account_button", "accounts_screen")
    handset.press_to("account_row_mara", "profile_screen")
    handset.qtbot.waitUntil(lambda: handset.widget("switch_account_button").text() == "@mara")


def test_logging_out_asks_first_and_leads_to_the_welcome_page(handset):
    handset.with_account("mara")
    handset.to_profile()
    handset.press("profile_menu_button")
    handset.press_to("settings_and_privacy_row", "settings_and_privacy_screen")
    handset.press("log_out_row")
    handset.qtbot.waitUntil(lambda: handset.shows("stay_button"))
    assert handset.widget("stay_button").hasFocus()
    handset.press_to("confirm_log_out_button", "welcome_screen")
    assert handset.window.host.profile.active is None


def test_the_account_can_be_made_private(handset):
    handset.with_account("mara")
    handset.to_profile()
    handset.press("profile_menu_button")
    handset.press_to("settings_and_privacy_row", "settings_and_privacy_screen")
    handset.press_to("privacy_row", "privacy_screen")
    box = handset.widget("private_account")
    assert isinstance(box, QCheckBox)
    assert not box.isChecked()
    handset.press("private_account")
    handset.settle()
    handset.qtbot.keyClick(handset.window, Qt.Key.Key_Escape)
    handset.press("back_button")
    handset.wait_for("profile_screen")
    handset.qtbot.waitUntil(lambda: "Private" in handset.window.navigator.top.public_badge.text())


def test_enter_presses_the_focused_button(handset):
    handset.with_account()
    tile = handset.widget("tiktok_app_button")
    tile.setFocus()
    handset.qtbot.keyClick(tile, Qt.Key.Key_Return)
    handset.wait_for("profile_screen")
