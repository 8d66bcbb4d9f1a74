"""Sign-in page (A1-02) and sign-out."""

from __future__ import annotations

import pytest

from bcdesktop.core.errors import AppError
from bcdesktop.services import access_requests, people
from tests.services.world import PASSWORD


@pytest.fixture(autouse=True)
def signed_out(world, nora):
    """Nora's Business Center is there, and nobody is signed in."""
    world.context.keys.lock()


def test_e_mail_and_password_lead_to_home(desk, nora):
    desk.open()
    desk.sign_in()
    assert desk.window.actor == nora
    assert desk.wait_for("nav_home_button").isChecked()
    assert desk.text("person_label") == "Nora"


def test_a_wrong_password_is_told_and_the_e_mail_stays(desk):
    desk.open()
    desk.sign_in(password="something-else")
    assert desk.shows("sign_in_notice")
    assert desk.window.actor is None
    assert desk.text("email_edit") == "nora@example.com"


def test_empty_fields_are_named_without_asking_the_store(desk):
    desk.open()
    desk.press("sign_in_button")
    form = desk.window.views.currentWidget().password_pane.sign_in_form
    assert form.error_text("email")
    assert form.error_text("password")


def test_the_password_can_be_shown(desk):
    desk.open()
    desk.type("password_edit", "abc")
    desk.press("password_edit_show_button")
    assert desk.widget("password_edit").displayText() == "abc"


def test_who_stays_signed_in_comes_straight_in_next_time(desk, nora):
    desk.open()
    desk.sign_in()
    desk.window.close()
    assert desk.open().actor == nora


def test_without_the_tick_the_password_is_asked_again(desk, world):
    desk.open()
    desk.press("stay_check")
    desk.sign_in()
    assert people.resume(world.context) is None


def test_a_code_approved_on_the_phone_signs_in(desk, world, nora):
    desk.open()
    desk.press("log_in_with_tiktok_button")
    view = desk.wait_for("log_in_qr_view").parentWidget()
    phone = next(p for p in world.phones.values() if p.accounts()[0].handle == "nora_tt")
    desk.approve_log_in(phone, view.row.code_text)
    desk.qtbot.waitUntil(lambda: desk.window.actor is not None)
    assert desk.window.actor == nora


def test_a_code_of_somebody_unknown_leads_back_with_the_reason(desk, world):
    desk.open()
    desk.press("log_in_with_tiktok_button")
    view = desk.wait_for("log_in_qr_view").parentWidget()
    desk.approve_log_in(world.sign_up("stranger"), view.row.code_text)
    desk.wait_for("sign_in_button")
    assert desk.shows("sign_in_notice")
    assert desk.window.actor is None


def test_going_back_from_the_code_ends_it(desk, world):
    desk.open()
    desk.press("log_in_with_tiktok_button")
    view = desk.wait_for("log_in_qr_view").parentWidget()
    code = view.row.code_text
    desk.press("back_to_password_button")
    phone = next(p for p in world.phones.values() if p.accounts()[0].handle == "nora_tt")
    with pytest.raises(AppError):
        desk.approve_log_in(phone, code)


def test_a_computer_without_the_key_takes_the_recovery_text(desk, world, nora):
    from bcdesktop.services import business_centers

    people.sign_in(world.context, "nora@example.com", PASSWORD)
    text = business_centers.recovery_text(world.context, nora, PASSWORD)
    world.context.keys.lock()
    world.secrets.kept.clear()
    desk.open()
    desk.sign_in()
    desk.wait_for("recovery_text_edit")
    desk.type("recovery_text_edit", "ABCDE")
    desk.press("restore_key_button")
    assert desk.widget("restore_key_pane").restore_form.error_text("recovery_text")
    desk.type("recovery_text_edit", text.lower())
    desk.press("restore_key_button")
    assert desk.window.actor == nora
    assert world.context.keys.is_unlocked


def test_one_may_go_on_without_the_key(desk, world, nora):
    world.secrets.kept.clear()
    desk.open()
    desk.sign_in()
    desk.press("skip_restore_button")
    assert desk.window.actor == nora
    assert not world.context.keys.is_unlocked


def test_signing_out_closes_the_persons_pages_and_asks_for_the_password(desk, world):
    desk.open()
    desk.sign_in()
    desk.go("settings")
    desk.press("sign_out_button")
    desk.wait_for("sign_in_button")
    assert desk.window.actor is None
    assert not desk.window.findChildren(object, "settings_page")
    assert people.resume(world.context) is None
    assert not desk.shows("sidebar")


def test_another_business_center_is_one_click_away(desk, world, nora):
    people.sign_in(world.context, "nora@example.com", PASSWORD)
    other = world_second_center(world)
    desk.open(nora)
    menu = desk.window.sidebar.switcher.switcher_menu
    action = next(a for a in menu.actions() if a.text().startswith("Harbour Shop\t"))
    action.trigger()
    desk.settle()
    assert desk.window.actor.business_center_id == other
    assert desk.text("business_center_name_label") == "Harbour Shop"
    assert access_requests.list_all(world.context, desk.window.actor) == ()


def world_second_center(world) -> str:
    """Create a second Business Center of the same person."""
    from bcdesktop.services import business_centers, log_ins, owner
    from bcdesktop.services.records import LogInPurpose, NewBusinessCenter

    phone = next(p for p in world.phones.values() if p.accounts()[0].handle == "nora_tt")
    log_in = log_ins.start(world.context, LogInPurpose.FIRST_START, "Desk")
    owner.approve_log_in(world.context, phone, owner.open_code(world.context, phone, log_in.code_text))
    new = NewBusinessCenter(
        log_in.id, "Harbour Shop", "DE", "Europe/Berlin", "EUR", "Kai 2", "Fish", "Nora", "nora@example.com", PASSWORD
    )
    return business_centers.create(world.context, new).actor.business_center_id
