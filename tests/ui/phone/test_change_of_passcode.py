"""The passcode is changed, set or given up in the phone's own settings."""

from __future__ import annotations

import pytest


def to_change(handset):
    handset.press_to("settings_app_button", "phone_settings_screen")
    handset.press_to("change_passcode_row", "change_passcode_screen")


def fill(handset, **typed):
    for name, text in typed.items():
        handset.type(name, text)
    handset.press("change_passcode_button")
    handset.settle()


def error_at(handset, field):
    return handset.window.navigator.top.form.error_text(field)


def test_the_passcode_is_changed(handset):
    window = handset.with_account(passcode="4711")
    to_change(handset)
    fill(handset, old_passcode="4711", new_passcode="8642", new_passcode_again="8642")
    handset.wait_for("phone_settings_screen")

    profile = window.host.profile
    profile.lock()
    profile.unlock("8642")
    assert not profile.locked


@pytest.mark.parametrize(
    ("old", "new", "again", "field"),
    [
        ("0000", "8642", "8642", "old_passcode"),
        ("4711", "8642", "8643", "new_passcode_again"),
        ("4711", "86", "86", "new_passcode"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_stays_typed(old, new, again, field, handset):
    window = handset.with_account(passcode="4711")
    to_change(handset)
    fill(handset, old_passcode=old, new_passcode=new, new_passcode_again=again)

    assert error_at(handset, field)
    assert handset.widget("new_passcode").text() == new
    window.host.profile.check_passcode("4711")


def test_a_phone_without_a_passcode_is_given_one_and_can_be_locked(handset):
    handset.with_account()
    to_change(handset)
    assert not handset.shows("old_passcode")
    fill(handset, new_passcode="8642", new_passcode_again="8642")
    handset.wait_for("phone_settings_screen")

    handset.press_to("lock_row", "lock_screen")


def test_where_the_keyring_keeps_the_keys_the_passcode_can_be_given_up(handset):
    window = handset.with_account(passcode="4711")
    to_change(handset)
    fill(handset, old_passcode="4711")
    handset.wait_for("phone_settings_screen")

    assert not window.host.profile.has_passcode


def test_where_it_seals_the_keys_an_empty_one_is_refused_at_its_field(handset):
    phone = handset.new_phone(needs_passphrase=True)
    phone.set_up("4711")
    handset.open(phone)
    to_change(handset)
    fill(handset, old_passcode="4711")

    assert error_at(handset, "new_passcode")
    assert phone.has_passcode


def test_closing_the_phone_locks_it(handset):
    window = handset.with_account(passcode="4711")
    profile = window.host.profile
    profile.unlock("4711")
    window.close()

    assert profile.locked
