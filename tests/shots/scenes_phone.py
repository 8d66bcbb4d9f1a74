"""The phone: set-up, TikTok, Mail, receipts, settings."""

from __future__ import annotations

from datetime import timedelta

from bcdesktop.core.access_requests import Method
from bcdesktop.ui.kit.qr_reading import find_our_code


def scene_set_up_and_lock(bench, camera):
    bench.phone.open_new(needs_passphrase=True)
    camera.take("phone-set-up", bench.phone.shell)
    bench.phone.set_up("2468")
    camera.take("phone-home", bench.phone.shell)
    bench.phone.press_to("settings_app_button", "phone_settings_screen")
    camera.take("phone-phone-settings", bench.phone.shell)
    bench.phone.press_to("lock_row", "lock_screen")
    camera.take("phone-lock", bench.phone.shell)
    bench.phone.type("unlock_passcode", "1357")
    bench.phone.press("unlock_button")
    bench.phone.settle()
    camera.take("phone-lock-refused", bench.phone.shell)


def scene_sign_up_and_log_in(bench, camera):
    bench.phone.open_new()
    bench.phone.set_up(None)
    bench.phone.press_to("tiktok_app_button", "welcome_screen")
    camera.take("phone-welcome", bench.phone.shell)
    bench.phone.press_to("sign_up_button", "sign_up_screen")
    camera.take("phone-sign-up", bench.phone.shell)
    bench.phone.type("handle", "not a handle!")
    for name, text in (("display_name", "Mara"), ("email", "mara@example.com"), ("password", "harbour lantern")):
        bench.phone.type(name, text)
    if bench.phone.can_press("create_account_button"):
        bench.phone.press("create_account_button")
    bench.phone.settle()
    camera.take("phone-sign-up-refused", bench.phone.shell)
    bench.phone.shell.go_back()
    bench.phone.press_to("log_in_button", "log_in_screen")
    camera.take("phone-log-in", bench.phone.shell)
    bench.phone.type("log_in_handle", "nobody")
    bench.phone.type("log_in_password", "harbour lantern")
    bench.phone.press("submit_log_in_button")
    bench.phone.settle()
    camera.take("phone-log-in-refused", bench.phone.shell)


def scene_profile_and_menus(bench, camera):
    bench.phone.open_with("mara_bakes")
    phone = bench.phone
    for name, way in (
        ("phone-profile", phone.to_profile),
        ("phone-profile-menu", lambda: phone.press("profile_menu_button")),
        ("phone-settings-and-privacy", lambda: phone.press_to("settings_and_privacy_row", _SETTINGS)),
        ("phone-privacy", lambda: phone.press_to("privacy_row", "privacy_screen")),
    ):
        way()
        phone.settle()
        camera.take(name, phone.shell)
    routes = phone.shell.routes
    for name, way in (
        ("phone-accounts", routes.accounts),
        ("phone-find-friends", routes.find_friends),
        ("phone-my-qr-code", routes.my_qr_code),
        ("phone-scanner", routes.scanner),
        ("phone-receipts-none", routes.receipts),
        ("phone-business-centers-none", routes.business_centers),
        ("phone-all-activity", routes.all_activity),
        ("phone-from-tiktok-none", routes.from_tiktok),
        ("phone-mail-none", routes.mail),
    ):
        way()
        phone.settle()
        camera.take(name, phone.shell)
    phone.to_profile()
    for tab in ("inbox", "home"):
        phone.press(f"{tab}_tab_button")
        phone.settle()
        camera.take(f"phone-tab-{tab}", phone.shell)


_SETTINGS = "settings_and_privacy_screen"


def scene_older_versions_and_log_out(bench, camera):
    bench.phone.open_with("mara_bakes")
    for version in ("older", "oldest"):
        bench.phone.use_version(version)
        bench.phone.to_profile()
        bench.phone.press("profile_menu_button")
        bench.phone.settle()
        camera.take(f"phone-profile-menu-{version}", bench.phone.shell)
    bench.phone.shell.routes.settings_and_privacy()
    bench.phone.settle()
    bench.phone.press("log_out_row")
    bench.phone.settle()
    camera.take("phone-log-out", bench.phone.shell)


def scene_own_code_of_the_owner(bench, camera):
    bench.phone.open_with("mara_bakes", passcode="2468")
    bench.phone.shell.routes.my_qr_code()
    bench.phone.settle()
    camera.take("phone-my-qr-code-hidden", bench.phone.shell)
    bench.phone.press("show_code_button")
    bench.phone.type("sheet_passcode", "2468")
    bench.phone.press("confirm_passcode_button")
    view = bench.phone.see("own_code_view")
    bench.phone.until(lambda: view.readable)
    camera.take("phone-my-qr-code-shown", bench.phone.shell, reads=find_our_code(view.grab().toImage()))


def scene_mail(bench, camera):
    bench.phone.open_with("mara")
    request = bench.ask(expected_handle="mara")
    mail_id = bench.mail_code(request, "mara@example.com")
    bench.phone.go_home()
    camera.take("phone-home-waiting", bench.phone.shell)
    bench.phone.press_to("mail_app_button", "mail_list_screen")
    camera.take("phone-mail-list", bench.phone.shell)
    bench.phone.press_to(f"mail_row_{mail_id}", "mail_screen")
    bench.phone.see("attachment_picture")
    camera.take("phone-mail", bench.phone.shell)


def scene_notifications(bench, camera):
    bench.phone.open_with("mara")
    bench.ask(method=Method.NOTIFICATION, expected_handle="mara", purpose="Spring campaign")
    bench.phone.to_profile()
    camera.take("phone-banner", bench.phone.shell)
    bench.phone.walk_n5()
    camera.take("phone-from-tiktok", bench.phone.shell)


def scene_phone_of_the_examples_clients(agency, camera):
    agency.open_clients_phone()
    phone = agency.phone
    camera.take("phone-example-home", phone.shell)
    phone.to_profile()
    camera.take("phone-example-profile", phone.shell)
    routes = phone.shell.routes
    for name in ("accounts", "receipts", "business_centers", "all_activity", "from_tiktok", "mail"):
        getattr(routes, name)()
        phone.settle()
        camera.take(f"phone-example-{name.replace('_', '-')}", phone.shell)
    receipt = phone.profile.receipts()[0]
    routes.receipt(receipt)
    phone.settle()
    camera.take("phone-example-receipt", phone.shell)
    routes.compare_digits(phone.profile.receipts()[0].business_center_id)
    phone.settle()
    camera.take("phone-example-compare-digits", phone.shell)


def scene_link_with_an_end_in_the_receipts(bench, camera):
    bench.phone.open_with("mara")
    request = bench.ask(expected_handle="mara", wanted_end=bench.now + timedelta(days=30))
    bench.world.approve(request, bench.phone.profile, ends_at=bench.now + timedelta(days=30))
    bench.phone.shell.routes.receipts()
    bench.phone.settle()
    camera.take("phone-receipts", bench.phone.shell)
