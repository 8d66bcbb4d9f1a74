"""Signing in with a second step, getting back in, and the set-up a rule asks for (security.md 2.7)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesktop.core.errors import SignInFailed
from bcdesktop.core.roles import AppliesTo
from bcdesktop.services import business_centers, people
from bcdesktop.services.security_records import SecurityRules
from bcdesktop.ui.kit.qr_reading import read_codes
from bcdesktop.ui.kit.walk import violations
from tests.services.second_step import App, turn_on
from tests.services.world import PASSWORD

NEW = "another-harbour-43"
EMAIL = "nora@example.com"


@pytest.fixture
def recovery_text(world, nora):
    return business_centers.recovery_text(world.context, nora, PASSWORD)


@pytest.fixture
def app(world, nora):
    """Nora's authenticator app; nobody is signed in."""
    made = turn_on(world, nora)
    world.context.keys.lock()
    return made


def lock(world, context):
    """Type as many wrong passwords as are taken."""
    for _ in range(context.limits.failed_sign_ins):
        with pytest.raises(SignInFailed):
            people.sign_in(context, EMAIL, "wrong")


def asked_for_the_code(desk):
    desk.open()
    desk.sign_in()
    return desk.wait_for("second_step_edit")


def test_after_the_password_the_code_is_asked_for(desk, nora, app):
    asked_for_the_code(desk)
    assert desk.window.actor is None
    desk.type("second_step_edit", app.code())
    desk.press("second_step_button")
    desk.wait_for("person_label")
    assert desk.window.actor == nora


def test_a_wrong_code_is_told_at_its_field(desk, app):
    asked_for_the_code(desk)
    desk.type("second_step_edit", "000000")
    desk.press("second_step_button")
    assert desk.widget("second_step_pane").second_step_form.error_text("code")
    assert desk.text("second_step_edit") == "000000"


def test_a_recovery_code_does_it_too(desk, nora, app):
    asked_for_the_code(desk)
    desk.press("use_recovery_code_button")
    desk.type("sign_in_recovery_code_edit", "K7M2P-9QRST")
    desk.press("second_step_button")
    assert desk.widget("second_step_pane").second_step_form.error_text("recovery_code")
    desk.type("sign_in_recovery_code_edit", app.recovery_codes[0].lower())
    desk.press("second_step_button")
    desk.wait_for("person_label")
    assert desk.window.actor == nora


def test_an_empty_code_is_not_tried(desk, app):
    asked_for_the_code(desk)
    desk.press("second_step_button")
    assert desk.widget("second_step_pane").second_step_form.error_text("code")


def test_going_back_leads_to_the_password(desk, app):
    asked_for_the_code(desk)
    desk.press("back_from_second_step_button")
    assert desk.text("email_edit") == EMAIL


def test_while_one_has_to_wait_the_button_counts_down(desk, world, nora):
    desk.open()
    for _ in range(6):
        desk.sign_in(password="something-else")
    button = desk.widget("sign_in_button")
    assert not button.isEnabled()
    assert button.text() == "Wait 0:01"
    assert button.toolTip()
    desk.qtbot.waitUntil(button.isEnabled, timeout=3_000)
    assert "ign" in button.text()


def test_another_persons_address_need_not_wait(desk, world, nora):
    desk.open()
    desk.widget("sign_in_button").wait(900)
    assert not desk.widget("sign_in_button").isEnabled()
    desk.type("email_edit", "otto@example.com")
    assert desk.widget("sign_in_button").isEnabled()


def test_who_is_locked_out_gets_back_in_with_the_recovery_text(desk, world, nora, recovery_text):
    context = replace(world.context, limits=replace(world.context.limits, failed_sign_ins=3))
    desk.session = replace(desk.session, context=context)
    lock(world, context)
    world.context.keys.lock()
    desk.open()
    desk.sign_in()
    desk.press("notice_action_button")
    assert desk.text("recovery_email_edit") == EMAIL
    desk.type("recovery_edit", recovery_text.lower())
    desk.type("new_password_edit", NEW)
    desk.type("repeat_password_edit", NEW)
    desk.press("set_password_button")
    desk.wait_for("person_label")
    assert desk.window.actor == nora


def test_what_is_wrong_with_a_new_password_is_told_at_its_field(desk, world, nora):
    desk.open()
    desk.press("forgot_password_button")
    form = desk.widget("new_password_pane").new_password_form
    desk.press("set_password_button")
    assert form.error_text("email")
    assert form.error_text("recovery")
    for name, text in (("recovery_email_edit", EMAIL), ("recovery_edit", "ABC"), ("new_password_edit", NEW)):
        desk.type(name, text)
    desk.press("set_password_button")
    assert form.error_text("repeat")
    desk.type("repeat_password_edit", NEW)
    desk.press("set_password_button")
    assert form.error_text("recovery")
    assert desk.widget("recovery_edit").toPlainText() == "ABC"
    desk.press("back_from_new_password_button")
    assert desk.shows("sign_in_button")


def test_the_panes_of_the_sign_in_page_have_names(desk, app):
    asked_for_the_code(desk)
    view = desk.window.views.currentWidget()
    view.show_new_password()
    desk.settle()
    assert violations(view) == []


def test_without_a_keyring_the_tick_is_off_and_says_why(desk, world, nora):
    world.secrets.needs_passphrase = True
    desk.open()
    check = desk.widget("stay_check")
    assert not check.isEnabled()
    assert not check.isChecked()
    assert "keyring" in check.toolTip()
    assert "keyring" in desk.text("stay_reason_label")


def test_the_next_person_is_offered_who_signed_in_here(desk, world, nora):
    sam = world.standard_member(nora)
    desk.open()
    desk.sign_in()
    desk.wait_for("person_label")
    desk.window.actions_by_name["switch_person"].trigger()
    desk.wait_for("email_edit")
    assert desk.text("email_edit") == ""
    desk.sign_in(sam.email)
    desk.wait_for("person_label")
    assert desk.window.actor == sam
    assert desk.settings.known_emails == [sam.email, EMAIL]
    desk.press("sign_out_button")
    desk.wait_for("email_edit")
    assert desk.text("email_edit") == sam.email
    assert desk.widget("email_edit").emails == (sam.email, EMAIL)


# ------------------------------------------------------------------ a rule asks for it
@pytest.fixture
def bound(world, nora):
    """Sam has to set up a second step before anything else."""
    sam = world.standard_member(nora)
    turn_on(world, nora)
    rules = SecurityRules(AppliesTo.EVERYBODY, AppliesTo.NOBODY, ())
    version = business_centers.get(world.context, nora).version
    business_centers.change_security_rules(world.context, nora, rules, version)
    return sam


def test_the_set_up_comes_in_place_of_the_pages(desk, world, bound):
    desk.open(bound)
    view = desk.wait_for("two_step_view")
    assert not desk.shows("sidebar")
    assert not desk.shows("nav_home_button")
    assert violations(view) == []
    (found,) = read_codes(view.grab().toImage())
    app = App(world, found.text.partition("secret=")[2].partition("&")[0])
    desk.type("app_code_edit", app.now())
    desk.type("own_password_edit", PASSWORD)
    desk.press("turn_on_button")
    desk.wait_for("recovery_codes_box")
    desk.press("codes_kept_button")
    desk.wait_for("nav_home_button")
    assert desk.window.actor == bound
    assert not people.must_set_up_two_step(world.context, bound)


def test_who_stays_signed_in_sets_it_up_too(desk, world, bound):
    people.stay_signed_in(world.context, bound)
    desk.open()
    assert desk.wait_for("two_step_view")


def test_one_can_sign_out_instead(desk, world, bound):
    people.stay_signed_in(world.context, bound)
    desk.open()
    desk.wait_for("two_step_view")
    desk.press("leave_set_up_button")
    desk.wait_for("sign_in_button")
    assert people.resume(world.context) is None
