"""First start through the real wizard (A4-13 to A4-15)."""

from __future__ import annotations

import pytest

from bcdesktop.core.recovery import parse_recovery_text
from bcdesktop.services import business_centers, people

PASSWORD = "quiet-lantern-77"


@pytest.fixture
def phone(world):
    return world.sign_up("mara")


def log_in(desk, phone):
    view = desk.wait_for("log_in_qr_view").parentWidget()
    desk.qtbot.waitUntil(lambda: view.row is not None)
    desk.approve_log_in(phone, view.row.code_text)
    desk.qtbot.waitUntil(lambda: view.is_approved)


def fill_business(desk):
    desk.wait_for("name_edit")
    desk.type("name_edit", "Lantern Media")
    desk.widget("country_combo").set_value("DE")
    desk.widget("time_zone_combo").set_value("Europe/Berlin")
    desk.widget("currency_combo").set_value("EUR")
    desk.type("address_edit", "Hafenweg 1, Bremen")
    desk.type("activity_edit", "Campaigns for shops")


def fill_you(desk):
    desk.wait_for("person_name_edit")
    desk.type("email_edit", "mara@example.com")
    desk.type("password_edit", PASSWORD)


def to_authorise(desk, phone):
    desk.open()
    desk.press("set_up_button")
    log_in(desk, phone)
    desk.press("next_button")
    fill_business(desk)
    desk.press("next_button")
    fill_you(desk)
    desk.press("next_button")


def test_an_empty_store_offers_two_ways_and_says_that_the_program_is_independent(desk):
    desk.open()
    assert desk.shows("set_up_button")
    assert desk.shows("example_button")
    assert "Independent of TikTok" in desk.text("independent_label")
    assert not desk.shows("sidebar")


def test_the_wizard_ends_signed_in_with_a_recovery_text_that_holds_the_key(desk, phone):
    to_authorise(desk, phone)
    desk.press("authorise_button")
    text = desk.wait_for("recovery_text_box").toPlainText()
    assert parse_recovery_text(text) == desk.world.context.keys.key
    desk.press("kept_check")
    desk.press("finish_button")
    actor = desk.window.actor
    assert actor.name == "Mara"
    assert business_centers.get(desk.world.context, actor).currency == "EUR"
    assert people.resume(desk.world.context) == actor
    assert desk.wait_for("nav_home_button").isChecked()


def test_next_is_grey_until_the_phone_approves(desk, phone):
    desk.open()
    desk.press("set_up_button")
    desk.wait_for("log_in_qr_view")
    assert not desk.widget("next_button").isEnabled()
    log_in(desk, phone)
    assert desk.widget("next_button").isEnabled()
    assert "@mara" in desk.text("log_in_state_label")


def test_finish_is_grey_until_the_text_is_kept(desk, phone):
    to_authorise(desk, phone)
    desk.press("authorise_button")
    desk.wait_for("recovery_text_box")
    assert not desk.widget("finish_button").isEnabled()
    assert not desk.shows("back_button") or not desk.widget("back_button").isEnabled()


def test_a_wrong_value_is_refused_at_its_field_and_nothing_typed_is_lost(desk, phone):
    desk.open()
    desk.press("set_up_button")
    log_in(desk, phone)
    desk.press("next_button")
    fill_business(desk)
    desk.type("address_edit", "")
    desk.press("next_button")
    page = desk.widget("business_page")
    assert page.form.error_text("address")
    assert desk.widget("name_edit").text() == "Lantern Media"


def test_back_keeps_everything(desk, phone):
    to_authorise(desk, phone)
    desk.press("back_button")
    assert desk.widget("email_edit").text() == "mara@example.com"
    desk.press("back_button")
    assert desk.widget("address_edit").text() == "Hafenweg 1, Bremen"
    desk.press("next_button")
    desk.press("next_button")
    assert "Lantern Media" in desk.widget("authorise_page").sentence_label.text()


def test_closing_and_opening_goes_on_where_it_was_left_and_asks_for_no_second_log_in(desk, phone):
    desk.open()
    desk.press("set_up_button")
    log_in(desk, phone)
    desk.press("next_button")
    fill_business(desk)
    desk.press("close_wizard_button")
    desk.qtbot.waitUntil(lambda: not desk.shows("business_page"))
    desk.press("set_up_button")
    assert desk.wait_for("name_edit").text() == "Lantern Media"


def test_a_code_that_ran_out_is_covered_and_can_be_made_anew(desk, phone):
    desk.open()
    desk.press("set_up_button")
    qr = desk.wait_for("log_in_qr_view")
    view = qr.parentWidget()
    first = view.row.id
    desk.world.wait(minutes=3)
    view.read_again()
    desk.settle()
    assert qr.covered
    desk.press("log_in_renew_button")
    assert view.row.id != first
    assert not qr.covered


def test_a_new_code_leaves_the_focus_where_it_was(desk):
    desk.open()
    desk.press("set_up_button")
    desk.wait_for("log_in_qr_view")
    desk.settle()
    button = desk.widget("log_in_renew_button")
    button.setFocus()
    desk.press("log_in_renew_button")
    assert button.isEnabled()
    assert desk.widget("close_wizard_button").window().focusWidget() is button


def test_the_keyboard_starts_in_the_first_field_of_a_page(desk, phone):
    desk.open()
    desk.press("set_up_button")
    log_in(desk, phone)
    desk.press("next_button")
    name = desk.wait_for("name_edit")
    assert name.window().focusWidget() is name

    fill_business(desk)
    desk.press("next_button")
    assert name.window().focusWidget().objectName() == "email_edit"


def test_closing_at_the_recovery_text_still_goes_in_and_reminds(desk, phone):
    to_authorise(desk, phone)
    desk.press("authorise_button")
    desk.wait_for("recovery_text_box")
    desk.press("close_wizard_button")
    assert desk.frame.settings.last_email == "mara@example.com"
    assert desk.window.actor is not None
    assert desk.window.notices.bar.isVisible()


def test_the_phone_is_asked_for_by_a_signal(desk):
    desk.open()
    desk.press("set_up_button")
    desk.wait_for("log_in_qr_view")
    with desk.qtbot.waitSignal(desk.window.phone_requested):
        desk.press("open_phone_button")
