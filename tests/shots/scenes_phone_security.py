"""The phone's Security and login: devices, the bin and its code, two-step verification on both phones."""

from __future__ import annotations

from bcdesktop.services import devices, directory
from tests.acceptance.bench.phone import Phone
from tests.acceptance.test_phone_security import another_phone, bin_of, to_devices, to_security, type_log_in
from tests.services.device_world import TEXT, device_id, mailed_code, second_phone, wrong_code


def _two_phones(bench, passcode: str | None = None) -> None:
    bench.phone.open_with("mara_bakes", passcode=passcode)
    for name in ("Mara's old phone", "Phone in the bakery on Harbour Street"):
        bench.wait(days=3, minutes=7)
        second_phone(bench.world, "mara_bakes", name)
    bench.wait(hours=5)


def scene_devices_and_the_bin(bench, camera):
    _two_phones(bench)
    phone = bench.phone
    phone.to_profile()
    phone.press("profile_menu_button")
    phone.press_to("settings_and_privacy_row", "settings_and_privacy_screen")
    camera.take("phone-security-settings", phone.shell)
    phone.press_to("security_and_login_row", "security_and_login_screen")
    phone.settle()
    camera.take("phone-security-and-login", phone.shell)
    phone.press_to("manage_devices_row", "manage_devices_screen")
    phone.settle()
    camera.take("phone-manage-devices", phone.shell)
    phone.press_to(bin_of(phone, "Mara's old phone"), "remove_device_screen")
    camera.take("phone-remove-device", phone.shell)
    phone.press("send_code_button")
    phone.until(lambda: phone.sees("device_code"))
    phone.shell.banner.hide()
    camera.take("phone-remove-device-code", phone.shell)
    phone.type("device_code", wrong_code(mailed_code(bench.world, "mara_bakes@example.com")))
    phone.press("enter_code_button")
    phone.until(lambda: phone.reads("Tries left"))
    camera.take("phone-remove-device-wrong", phone.shell)
    for _ in range(4):
        phone.until(lambda: phone.can_press("enter_code_button"))
        phone.press("enter_code_button")
        phone.settle()
    phone.until(lambda: phone.reads("This code is used up"))
    camera.take("phone-remove-device-used-up", phone.shell)


def scene_the_mail_with_the_code(bench, camera):
    _two_phones(bench)
    phone = bench.phone
    to_devices(phone)
    phone.press_to(bin_of(phone, "Mara's old phone"), "remove_device_screen")
    phone.press("send_code_button")
    phone.until(lambda: phone.sees("banner_button"))
    camera.take("phone-code-banner", phone.shell)
    phone.press_to("banner_button", "mail_screen")
    camera.take("phone-code-mail", phone.shell)


def scene_a_phone_that_was_removed(bench, camera):
    _two_phones(bench)
    other, mine = bench.world.phone("Mara's old phone"), device_id(bench.world, bench.phone.profile)
    bench.phone.to_profile()
    devices.send_removal_code(bench.context, other, mine, TEXT)
    devices.remove(bench.context, other, mine, mailed_code(bench.world, "mara_bakes@example.com"))
    bench.phone.wait_for("logged_out_here_screen")
    camera.take("phone-logged-out-here", bench.phone.shell)


def scene_two_step_verification(bench, camera):
    bench.phone.open_with("mara", passcode="2468")
    to_security(bench.phone)
    bench.phone.press("two_step_check")
    bench.phone.until(lambda: devices.overview(bench.context, bench.phone.profile).two_step)
    camera.take("phone-two-step-on", bench.phone.shell)
    bench.phone.press("two_step_check")
    bench.phone.settle()
    camera.take("phone-two-step-off-passcode", bench.phone.shell)
    bench.phone.shell.go_back()
    new = another_phone(bench, "Mara's new phone")
    type_log_in(new)
    new.wait_for("log_in_waiting_screen")
    new.settle()
    camera.take("phone-log-in-waiting", new.shell)
    bench.phone.until(lambda: bench.phone.sees("banner_button"))
    camera.take("phone-log-in-banner", bench.phone.shell)
    bench.phone.shell.routes.manage_devices()
    bench.phone.settle()
    camera.take("phone-manage-devices-waiting", bench.phone.shell)
    bench.phone.press_to("banner_button", "approve_device_screen")
    camera.take("phone-approve-device", bench.phone.shell)
    new.press("send_code_button")
    new.until(lambda: new.sees("device_code"))
    camera.take("phone-log-in-waiting-code", new.shell)
    bench.phone.press("decline_device_button")
    bench.phone.until(lambda: bench.phone.sees("approve_done_button"))
    camera.take("phone-log-in-declined", bench.phone.shell)
    new.until(lambda: new.sees("log_in_again_button"))
    camera.take("phone-log-in-was-declined", new.shell)


def scene_waiting_without_another_phone(bench, camera):
    bench.phone.open_with("mara")
    devices.set_two_step(bench.context, bench.phone.profile, on=True)
    directory.log_out(bench.context, bench.phone.profile, bench.phone.profile.active.account_id)
    new: Phone = another_phone(bench, "Mara's new phone")
    type_log_in(new)
    new.wait_for("log_in_waiting_screen")
    new.settle()
    camera.take("phone-log-in-waiting-alone", new.shell)
