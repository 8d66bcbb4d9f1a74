"""The Business Center itself: created at first start, signed in to, and the pages it holds."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox

from bcdesktop.core.code import LogIn, open_code
from bcdesktop.core.recovery import parse_recovery_text
from bcdesktop.services import business_centers
from bcdesktop.ui.kit.qr_reading import find_our_code
from tests.services.world import PASSWORD

OWN_PASSWORD = "quiet-lantern-77"
BUSINESS = {"name_edit": "Lantern Media", "address_edit": "Hafenweg 1, Bremen", "activity_edit": "Campaigns for shops"}
CHOICES = {"country_combo": "Germany", "currency_combo": "EUR", "time_zone_combo": "Europe/Berlin"}


def begin(bench):
    """Press Set up on the welcome page of an empty store; return hands on the wizard."""
    bench.center.open()
    bench.center.press("set_up_button")
    wizard = bench.center.inside("first_start_wizard")
    wizard.until(lambda: wizard.sees("log_in_qr_view") and wizard.sees("open_phone_button"))
    return wizard


def log_in_by_phone(bench, wizard, page: str = "business_page") -> None:
    """Scan the log-in code with the phone, approve it there and go on."""
    bench.phone.scan()
    bench.phone.approve_log_in()
    wizard.press("next_button")
    wizard.see(page)


def choose(wizard, name: str, words: str) -> None:
    """Put an entry of a long list into its field, as it stands there; the list itself needs a display."""
    combo = wizard.widget(name)
    assert isinstance(combo, QComboBox)
    text = next(combo.itemText(i) for i in range(combo.count()) if words in combo.itemText(i))
    combo.lineEdit().setText(text)


def fill_business(wizard) -> None:
    """Type the business details."""
    for name, text in BUSINESS.items():
        wizard.type(name, text)
    for name, words in CHOICES.items():
        choose(wizard, name, words)


def to_authorise(bench, wizard) -> None:
    """From the business page to the authorization."""
    fill_business(wizard)
    wizard.press("next_button")
    wizard.see("you_page")
    wizard.type("email_edit", "mara@example.com")
    wizard.type("password_edit", OWN_PASSWORD)
    wizard.press("next_button")
    wizard.see("authorise_page")


def test_a1_02_signing_in_with_the_account_of_the_business_center(bench):
    assert bench.admin.name == "Nora"
    bench.center.open()
    bench.center.see("sign_in_button")
    assert not bench.center.sees("nav_home_button")
    bench.center.type("email_edit", "nora@example.com")
    bench.center.type("password_edit", "not the password")
    bench.center.press("sign_in_button")
    bench.center.until(lambda: bench.center.reads("E-mail address or password is wrong."))
    assert not bench.center.sees("nav_home_button")
    bench.center.type("password_edit", PASSWORD)
    bench.center.press("sign_in_button")
    bench.center.see("nav_home_button")
    assert bench.center.text("person_label") == "Nora"
    assert bench.center.text("business_center_name_label") == "Lantern Media"


def test_a2_01_one_window_holds_everything_in_order(bench):
    bench.center.open(bench.admin)
    titles = {
        "home": "Hello, Nora",
        "tiktok_accounts": "TikTok accounts",
        "requests": "Requests",
        "activity": "Activity log",
        "settings": "Settings",
    }
    buttons = [bench.center.widget(f"nav_{name}_button") for name in titles]
    assert [button.y() for button in buttons] == sorted(button.y() for button in buttons)
    assert [button.text().strip() for button in buttons] == ["Home", *list(titles.values())[1:]]
    for name, title in titles.items():
        assert bench.center.page(name).reads(title)
    assert bench.center.text("business_center_name_label") == "Lantern Media"
    assert bench.center.reads("Admin")


def test_a2_12_a_business_center_is_set_up_in_minutes(bench):
    bench.phone.open_with("mara")
    wizard = begin(bench)
    log_in_by_phone(bench, wizard)
    to_authorise(bench, wizard)
    wizard.press("authorise_button")
    wizard.see("recovery_text_box")
    wizard.press("kept_check")
    wizard.press("finish_button")
    bench.center.see("nav_home_button")
    assert bench.center.text("business_center_name_label") == "Lantern Media"
    assert bench.center.text("person_label") == "Mara"
    adding = bench.center.start_wizard()
    adding.until(lambda: adding.reads("Lantern Media asks. Its name is what the owner sees."))


def test_a4_13_the_first_step_is_to_log_in_with_tiktok(bench):
    bench.phone.open_with("mara")
    wizard = begin(bench)
    assert wizard.reads("No TikTok password is ever typed here.")
    assert not wizard.widget("next_button").isEnabled()
    code = open_code(find_our_code(wizard.window.grab().toImage()))
    assert isinstance(code.message, LogIn)
    bench.phone.scan()
    assert bench.phone.reads("Log in on this computer?")
    assert bench.phone.reads("It wants to create a Business Center with your TikTok account.")
    bench.phone.approve_log_in()
    wizard.until(lambda: wizard.sees("log_in_state_label"))
    assert wizard.text("log_in_state_label") == "You are logged in as @mara."
    wizard.press("next_button")
    wizard.see("business_page")


@pytest.mark.parametrize("left_out", BUSINESS)
def test_a4_14_the_business_details_are_asked_and_none_may_be_left_out(bench, left_out):
    bench.phone.open_with("mara")
    wizard = begin(bench)
    log_in_by_phone(bench, wizard)
    fill_business(wizard)
    wizard.type(left_out, "")
    wizard.press("next_button")
    assert wizard.sees("business_page")
    assert wizard.widget(left_out).property("invalid")
    for name, text in BUSINESS.items():
        assert name == left_out or wizard.text(name) == text
    wizard.type(left_out, BUSINESS[left_out])
    wizard.press("next_button")
    wizard.see("you_page")


def test_a4_15_tiktok_for_business_is_authorised_for_the_account(bench):
    bench.phone.open_with("mara")
    wizard = begin(bench)
    log_in_by_phone(bench, wizard)
    to_authorise(bench, wizard)
    assert wizard.reads("Authorize TikTok for Business")
    assert wizard.reads("“Lantern Media” will be connected with the TikTok account @mara.")
    assert wizard.reads("See your TikTok password")
    wizard.press("authorise_button")
    wizard.see("recovery_text_box")
    assert parse_recovery_text(wizard.text("recovery_text_box")) == bench.context.keys.key
    wizard.press("kept_check")
    wizard.press("finish_button")
    bench.center.see("nav_home_button")
    row = business_centers.get(bench.context, bench.center.shell.actor)
    assert (row.country, row.currency, row.time_zone) == ("DE", "EUR", "Europe/Berlin")
    assert (row.address, row.activity_description) == (BUSINESS["address_edit"], BUSINESS["activity_edit"])
