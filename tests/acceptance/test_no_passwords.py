"""The Business Center's window asks for nobody's TikTok password, wherever one goes in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from bcdesktop.core.access_requests import Method
from bcdesktop.ui import center
from tests.acceptance.bench.asking import signed
from tests.acceptance.test_business_center import OWN_PASSWORD, begin, log_in_by_phone, to_authorise
from tests.services.world import PASSWORD

SIGN_IN = {"password_edit"}
"""The person's own password of this program."""
OWN_PASSWORD_ASKED = {
    "you",
    "password_pane",
    "new_password_pane",
    "invitation_offer",
    "restore_key",
    "show_recovery_text",
    "change_password",
    "two_step",
    "two_step_set_up",
}
MAIL_PASSWORD_ASKED = {"mail", "mail_password"}
"""The password of the business's own mail server."""


def secret_fields(window: QWidget) -> set[str]:
    """The fields of a window that hide what is typed or speak of a password; hidden pages count too."""
    return {field.objectName() for field in window.findChildren(QLineEdit) if _is_secret(field)}


def _is_secret(field: QLineEdit) -> bool:
    about = f"{field.objectName()} {field.accessibleName()} {field.placeholderText()}".lower()
    return field.echoMode() is not QLineEdit.EchoMode.Normal or "password" in about or "passcode" in about


def asks_for_tiktok_password(window: QWidget) -> list[str]:
    """What speaks of a TikTok password in a window, apart from sentences that say it is never asked for."""
    denials = (
        "No TikTok password is ever typed here",
        "never ask for a TikTok password",
        "See your TikTok password",
        "Do not share the TikTok login",
        "No TikTok password is asked for",
    )
    texts = [widget.text() for widget in window.findChildren(QLabel) + window.findChildren(QAbstractButton)]
    spoken = [text for text in texts if "tiktok" in text.lower() and "password" in text.lower()]
    return [text for text in spoken if not any(denial in text for denial in denials)]


def modules_with_secrets() -> set[str]:
    """The modules of the Business Center's window that make a field for a password."""
    folder = Path(center.__file__).parent
    sources = {path.stem: path.read_text(encoding="utf-8") for path in folder.rglob("*.py")}
    return {name for name, source in sources.items() if "PasswordField(" in source or "EchoMode" in source}


def everything_inside(bench) -> Iterator[tuple[str, QWidget]]:
    """Go through every page, the wizard in each of its ways, and every dialog."""
    for page in ("home", "tiktok_accounts", "requests", "activity", "settings"):
        yield page, bench.center.page(page).window
    for way, method in (("link", "qr_code"), ("link", "notification"), ("claim", "qr_code"), ("own", "qr_code")):
        handle = "mara" if method == "notification" else ""
        yield f"wizard: {way}, {method}", bench.center.walk_wizard(way=way, method=method, handle=handle).window
        bench.center.close_dialog("add_tiktok_account_wizard")
    yield from dialogs_of_a_code(bench)
    yield from dialogs_of_an_account(bench)
    bench.center.choose_entry("find_action")
    find = bench.center.inside("find_box")
    find.type("find_edit", "Settings > Security")
    find.qtbot.keyClick(find.widget("find_edit"), Qt.Key.Key_Return)
    bench.center.press("show_card_button")
    yield "card", bench.center.see("business_center_card_dialog")
    bench.center.close_dialog("business_center_card_dialog")
    for action, name in (
        ("guide_action", "guide_dialog"),
        ("about_action", "about_dialog"),
        ("find_action", "find_box"),
    ):
        bench.center.choose_entry(action)
        yield name, bench.center.see(name)
        bench.center.close_dialog(name)


def dialogs_of_a_code(bench) -> Iterator[tuple[str, QWidget]]:
    """The QR dialog and what it opens, and the dialog that takes an answer."""
    dialog = bench.center.ask_by_wizard()
    assert signed(dialog).centre_name == "Lantern Media"
    yield "QR dialog", dialog.window
    for button, name in (("notify_button", "send_notification_dialog"), ("full_screen_button", "full_screen_code")):
        dialog.press(button)
        yield name, bench.center.see(name)
        bench.center.close_dialog(name)
    bench.center.close_dialog("qr_code_dialog")
    yield "notification", bench.center.show_code(bench.ask(method=Method.NOTIFICATION, expected_handle="mara")).window
    bench.center.close_dialog("qr_code_dialog")
    bench.center.page("requests").press("enter_answer_button")
    yield "answer", bench.center.see("enter_answer_dialog")
    bench.center.close_dialog("enter_answer_dialog")


def dialogs_of_an_account(bench) -> Iterator[tuple[str, QWidget]]:
    """The account's panel and the dialogs it opens."""
    bench.world.approve(bench.ask(expected_handle="mara"), bench.phone.profile)
    bench.center.account_row("mara")
    bench.center.choose_row("accounts_table", bench.links()[0].id)
    page = bench.center.inside("tiktok_accounts_page")
    yield "panel", page.window
    for button, name in (("compare_button", "compare_digits_dialog"), ("end_button", "end_access_dialog")):
        page.press(button)
        yield name, bench.center.see(name)
        bench.center.close_dialog(name)


def test_a2_40_nobody_is_ever_asked_for_the_password_of_a_tiktok_account(bench):
    bench.ready()
    seen = []
    for place, window in everything_inside(bench):
        seen.append(place)
        assert secret_fields(window) == set(), place
        assert asks_for_tiktok_password(window) == [], place
    assert len(seen) == len(set(seen)) == 21
    assert secret_fields(bench.center.shell) == set()


def test_a2_40_before_signing_in_only_the_programs_own_password_is_asked_for(bench):
    assert modules_with_secrets() == OWN_PASSWORD_ASKED | MAIL_PASSWORD_ASKED
    bench.phone.open_with("mara")
    wizard = begin(bench)
    log_in_by_phone(bench, wizard)
    to_authorise(bench, wizard)
    assert secret_fields(wizard.window) == SIGN_IN
    assert asks_for_tiktok_password(wizard.window) == []
    page = wizard.window.pages_by_step["you"]
    assert page.isAncestorOf(page.password_edit)
    wizard.press("authorise_button")
    wizard.see("recovery_text_box")
    wizard.press("kept_check")
    wizard.press("finish_button")
    bench.center.see("nav_home_button")
    bench.center.page("settings")
    bench.center.widget("settings_page").show_item(card="security")
    bench.center.press("show_recovery_button")
    recovery = bench.center.inside("show_recovery_text_dialog")
    assert secret_fields(recovery.window) == {"confirm_password_edit"}
    assert asks_for_tiktok_password(recovery.window) == []
    recovery.type("confirm_password_edit", OWN_PASSWORD)
    bench.center.close_dialog("show_recovery_text_dialog")
    bench.center.press("sign_out_button")
    bench.center.see("log_in_with_tiktok_button")
    assert secret_fields(bench.center.shell) == SIGN_IN
    bench.center.press("log_in_with_tiktok_button")
    bench.center.see("log_in_qr_view")
    QApplication.sendPostedEvents()
    assert not bench.center.sees("password_edit")
    assert asks_for_tiktok_password(bench.center.shell) == []


def test_a2_40_a_computer_without_the_key_asks_for_the_own_password_at_most(bench):
    assert bench.admin.email == "nora@example.com"
    bench.world.secrets.kept.clear()
    bench.context.keys.lock()
    bench.center.open()
    bench.center.see("email_edit")
    bench.center.type("email_edit", "nora@example.com")
    bench.center.type("password_edit", PASSWORD)
    bench.center.press("sign_in_button")
    bench.center.until(lambda: not bench.center.sees("email_edit"))
    assert secret_fields(bench.center.shell) == SIGN_IN | {"restore_password_edit"}
    assert asks_for_tiktok_password(bench.center.shell) == []
