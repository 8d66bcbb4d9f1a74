"""Security and login on the owner's phone: devices, the bin and its code, two-step verification (A4-03 to A4-09)."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QWidget

from bcdesktop.core.access_requests import RequestState
from bcdesktop.core.mails import MailKind
from bcdesktop.services import devices, mail, outbox
from bcdesktop.ui.kit.session import Session
from tests.acceptance.bench.phone import Phone
from tests.services.device_world import mailed_code, wrong_code
from tests.services.world import PASSWORD


def another_phone(bench, name: str = "Second") -> Phone:
    """Take another phone out of its box and set it up."""
    phone = Phone(bench.qtbot, bench.runner, Session(bench.frame, bench.context), bench.world)
    phone.open_new(name=name)
    phone.set_up(passcode=None)
    # a window nobody holds is taken away in the middle of its own painting
    vars(bench).setdefault("more_phones", []).append(phone)
    return phone


def type_log_in(phone: Phone, handle: str = "mara") -> None:
    """Type handle and password on a phone on which nobody is logged in."""
    phone.press_to("tiktok_app_button", "welcome_screen")
    phone.press_to("log_in_button", "log_in_screen")
    phone.type("log_in_handle", handle)
    phone.type("log_in_password", PASSWORD)
    phone.press("submit_log_in_button")


def logged_in_on_another(bench, name: str = "Second") -> Phone:
    """Log in with Mara's account on another phone."""
    bench.wait(minutes=1)
    phone = another_phone(bench, name)
    type_log_in(phone)
    phone.wait_for("profile_screen")
    return phone


def to_security(phone: Phone) -> None:
    """Profile > three lines > Settings and privacy > Security and login."""
    phone.to_profile()
    phone.press("profile_menu_button")
    phone.press_to("settings_and_privacy_row", "settings_and_privacy_screen")
    phone.press_to("security_and_login_row", "security_and_login_screen")


def to_devices(phone: Phone) -> None:
    """Walk on to Manage devices."""
    to_security(phone)
    phone.press_to("manage_devices_row", "manage_devices_screen")


def lines(phone: Phone) -> int:
    """Return how many phones the list shows."""
    found = phone.window.navigator.top.findChildren(QWidget)
    return sum(bool(re.fullmatch(r"device_[0-9a-f]{32}", widget.objectName())) for widget in found)


def bin_of(phone: Phone, name: str) -> str:
    """Return the name of the bin beside the phone called ``name``."""
    view = devices.overview(phone.session.context, phone.profile)
    return next(f"remove_device_{device.id}" for device in view.devices if device.phone_name == name)


def read_code_in_mail(phone: Phone) -> str:
    """Open the newest code in the phone's Mail app, by the banner that says it came, and come back."""
    before = phone.screen()
    phone.until(lambda: phone.sees("banner_button"))
    phone.press_to("banner_button", "mail_screen")
    digits = re.search(r"\b\d{6}\b", phone.texts()).group()
    phone.window.go_back()
    phone.wait_for(before)
    return digits


def test_a4_03_sharing_name_and_password_is_warned_of_and_neither_is_stored(bench):
    bench.phone.open_with("mara")
    to_security(bench.phone)
    assert "name and password had to be shared" in bench.phone.text("password_label")
    assert "lock you out" in bench.phone.text("password_label")
    assert bench.phone.reads("Share it with nobody")
    assert bench.phone.reads("stores none")
    files = [path for path in bench.folder.rglob("*") if path.is_file()]
    assert len(files) >= 2
    secret = PASSWORD.encode()
    assert [path.name for path in files if secret in path.read_bytes()] == []


def test_a4_04_being_logged_in_on_several_phones_is_fine(bench):
    bench.phone.open_with("mara")
    second = logged_in_on_another(bench)
    third = logged_in_on_another(bench, "Third")
    to_devices(bench.phone)
    assert "several phones is fine" in bench.phone.text("fine_label")
    assert lines(bench.phone) == 3
    bench.phone.to_profile()
    for phone in (second, third):
        assert phone.reads("@mara")
    # each of them can answer for the account
    request = bench.ask()
    second.open_text(request.code_text)
    second.authorize()
    assert bench.request(request).state is RequestState.APPROVED


def test_a4_05_the_path_to_the_devices_is_that_of_the_sources(bench):
    bench.phone.open_with("mara")
    bench.phone.to_profile()
    window = bench.phone.window
    profile, others = bench.phone.widget("profile_tab_button"), ("home_tab_button", "inbox_tab_button")
    assert profile.text() == "Profile"
    assert all(bench.phone.widget(name).x() < profile.x() for name in others)
    assert profile.mapTo(window, profile.rect().center()).y() > window.height() * 0.8
    menu = bench.phone.widget("profile_menu_button")
    place = menu.mapTo(window, menu.rect().center())
    assert place.x() > window.width() * 0.8
    assert place.y() < window.height() * 0.2
    bench.phone.press("profile_menu_button")
    for row, words, screen in (
        ("settings_and_privacy_row", "Settings and privacy", "settings_and_privacy_screen"),
        ("security_and_login_row", "Security and login", "security_and_login_screen"),
        ("manage_devices_row", "Manage devices", "manage_devices_screen"),
    ):
        assert bench.phone.widget(row).accessibleName().startswith(words)
        bench.phone.press_to(row, screen)
        assert window.header.title_label.text() == words


def test_a4_06_with_two_step_verification_each_new_log_in_is_approved(bench):
    bench.phone.open_with("mara")
    to_security(bench.phone)
    bench.phone.press("two_step_check")
    bench.phone.until(lambda: devices.overview(bench.context, bench.phone.profile).two_step)
    for name, approved in (("Refused", False), ("Second", True)):
        new = another_phone(bench, name)
        type_log_in(new)
        new.wait_for("log_in_waiting_screen")
        assert "“Pocket”" in new.text("where_label")
        assert new.profile.accounts() == ()
        bench.phone.until(lambda: bench.phone.sees("banner_button"))
        bench.phone.press_to("banner_button", "approve_device_screen")
        assert bench.phone.text("new_phone_label") == f"“{name}”"
        assert bench.phone.focus() == "decline_device_button"
        bench.phone.press("approve_device_button" if approved else "decline_device_button")
        if approved:
            new.wait_for("profile_screen")
            assert new.reads("@mara")
        else:
            new.until(lambda new=new: new.reads("It was declined on another phone"))
            assert new.profile.accounts() == ()
        bench.phone.press("approve_done_button")
        bench.phone.settle()


def test_a4_06_without_the_first_phone_a_code_of_a_mail_does(bench):
    bench.phone.open_with("mara")
    devices.set_two_step(bench.context, bench.phone.profile, on=True)
    new = another_phone(bench)
    type_log_in(new)
    new.wait_for("log_in_waiting_screen")
    new.press("send_code_button")
    new.until(lambda: new.sees("device_code"))
    (letter,) = [row for row in mail.inbox(bench.context, bench.phone.profile) if row.kind is MailKind.DEVICE_CODE]
    new.type("device_code", re.search(r"\b\d{6}\b", letter.body).group())
    new.press_to("enter_code_button", "profile_screen")
    assert new.reads("@mara")


def test_a4_07_every_phone_that_is_logged_in_is_listed(bench):
    bench.phone.open_with("mara")
    to_devices(bench.phone)
    assert lines(bench.phone) == 1
    assert bench.phone.reads("This phone")
    second = logged_in_on_another(bench)
    # the list in view follows by itself
    bench.phone.until(lambda: bench.phone.reads("Second"))
    assert lines(bench.phone) == 2
    assert bench.phone.reads("Since ")
    assert bench.phone.reads("Last seen ")
    second.press("profile_menu_button")
    second.press_to("settings_and_privacy_row", "settings_and_privacy_screen")
    second.press("log_out_row")
    second.press("confirm_log_out_button")
    bench.phone.until(lambda: not bench.phone.reads("Second"))
    assert lines(bench.phone) == 1


def test_a4_08_the_bin_removes_a_phone_which_is_logged_out_at_once(bench):
    bench.phone.open_with("mara")
    second = logged_in_on_another(bench)
    bench.world.approve(bench.ask(), second.profile)
    request = bench.ask()
    to_devices(bench.phone)
    bench.phone.press_to(bin_of(bench.phone, "Second"), "remove_device_screen")
    bench.phone.press("send_code_button")
    digits = read_code_in_mail(bench.phone)
    bench.phone.type("device_code", digits)
    bench.phone.press_to("enter_code_button", "manage_devices_screen")
    assert lines(bench.phone) == 1
    second.wait_for("logged_out_here_screen")
    assert "removed on “Pocket”" in second.text("logged_out_mara")
    assert second.profile.accounts() == ()
    # what it granted stays, and it answers nothing more
    assert len(bench.links()) == 1
    assert bench.request(request).state is RequestState.PENDING


def test_a4_09_only_a_six_digit_code_by_mail_removes_a_phone(bench):
    bench.phone.open_with("mara")
    second = logged_in_on_another(bench)
    to_devices(bench.phone)
    bench.phone.press_to(bin_of(bench.phone, "Second"), "remove_device_screen")
    assert not bench.phone.sees("enter_code_button")
    assert bench.phone.reads("mara@example.com")
    bench.phone.press("send_code_button")
    digits = read_code_in_mail(bench.phone)
    # no Business Center reads it in its Outbox
    assert outbox.list_all(bench.context, bench.admin) == ()
    for left in (4, 3, 2, 1):
        bench.phone.type("device_code", wrong_code(digits))
        bench.phone.press("enter_code_button")
        bench.phone.until(lambda left=left: bench.phone.reads(f"Tries left: {left}."))
    bench.phone.type("device_code", wrong_code(digits))
    bench.phone.press("enter_code_button")
    bench.phone.until(lambda: bench.phone.reads("This code is used up"))
    assert not bench.phone.can_press("enter_code_button")
    assert second.profile.active.handle == "mara"
    bench.wait(minutes=1)
    bench.phone.press("send_again_button")
    read_code_in_mail(bench.phone)
    bench.wait(minutes=10)
    bench.phone.until(lambda: bench.phone.reads("This code counts no more"))
    bench.phone.press("send_again_button")
    bench.phone.until(lambda: bench.phone.can_press("enter_code_button"))
    bench.phone.type("device_code", mailed_code(bench.world))
    bench.phone.press_to("enter_code_button", "manage_devices_screen")
    assert lines(bench.phone) == 1
    second.wait_for("logged_out_here_screen")
