"""Settings > Your account, and the rules for signing in under Settings > Security."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesktop.core.roles import AppliesTo
from bcdesktop.services import business_centers, people
from bcdesktop.services.keys import StoreKeys
from bcdesktop.ui.kit.qr_reading import read_codes
from bcdesktop.ui.kit.walk import violations
from tests.services.second_step import App, turn_on
from tests.services.world import PASSWORD, MemorySecrets

NEW = "another-harbour-43"


@pytest.fixture
def tab(desk, nora):
    """Nora's own tab."""
    desk.open(nora)
    desk.go("settings", card="your_account")
    return desk.widget("your_account_tab")


def facts(tab) -> dict[str, str]:
    return {fact.name: fact.value for fact in tab.person_facts.facts}


def test_it_says_who_one_is(tab):
    assert list(facts(tab).values()) == ["Nora", "nora@example.com", "@nora_tt"]
    assert tab.two_step_badge.text() == "Off"


def test_a_standard_member_has_it_too(desk, world, nora):
    sam = world.standard_member(nora)
    desk.open(sam)
    desk.go("settings", card="your_account")
    assert desk.widget("change_password_button").isEnabled()
    assert desk.widget("set_up_two_step_button").isEnabled()


def test_the_password_is_changed(desk, world, nora, tab):
    desk.press("change_password_button")
    dialog = desk.widget("change_password_dialog")
    assert violations(dialog) == []
    desk.type("old_password_edit", "not the password")
    desk.type("changed_password_edit", NEW)
    desk.press("change_button")
    assert dialog.change_form.error_text("repeat")
    desk.type("changed_repeat_edit", NEW)
    desk.press("change_button")
    assert dialog.change_form.error_text("old_password")
    assert desk.text("changed_password_edit") == NEW
    desk.type("old_password_edit", PASSWORD)
    desk.press("change_button")
    assert people.sign_in(world.context, "nora@example.com", NEW) == nora


def test_the_second_step_is_set_up_from_the_pixels_of_the_dialog(desk, world, nora, tab):
    desk.press("set_up_two_step_button")
    dialog = desk.widget("two_step_dialog")
    desk.qtbot.waitUntil(lambda: bool(desk.text("secret_label")))
    assert violations(dialog) == []
    (found,) = read_codes(dialog.grab().toImage())
    uri = found.text
    assert uri.startswith("otpauth://totp/Business%20Center%20Desktop:nora%40example.com?")
    secret = uri.partition("secret=")[2].partition("&")[0]
    assert desk.text("secret_label").replace(" ", "") == secret
    app = App(world, secret)
    desk.type("app_code_edit", "000000")
    desk.type("own_password_edit", PASSWORD)
    desk.press("turn_on_button")
    assert dialog.set_up.two_step_form.error_text("code")
    desk.type("app_code_edit", app.now())
    desk.press("turn_on_button")
    codes = desk.wait_for("recovery_codes_box").toPlainText().split()
    assert len(codes) == 10
    desk.press("copy_recovery_codes_button")
    desk.press("codes_kept_button")
    desk.qtbot.waitUntil(lambda: tab.two_step_badge.text() == "On")
    assert "10 recovery" in tab.two_step_label.text()
    assert people.sign_in(world.context, "nora@example.com", PASSWORD, codes[0]) == nora


def test_new_recovery_codes_are_shown_once(desk, world, nora, tab):
    app = turn_on(world, nora)
    desk.press("new_codes_button")
    desk.type("confirm_password_edit", PASSWORD)
    desk.type("confirm_code_edit", app.code())
    desk.press("confirm_self_button")
    codes = desk.wait_for("recovery_codes_box").toPlainText().split()
    assert len(set(codes) - set(app.recovery_codes)) == 10
    desk.press("close_confirm_self_button")
    assert not desk.shows("recovery_codes_box")


def test_the_second_step_is_turned_off(desk, world, nora, tab):
    app = turn_on(world, nora)
    desk.press("turn_off_two_step_button")
    dialog = desk.widget("confirm_self_dialog")
    desk.press("confirm_self_button")
    assert dialog.confirm_self_form.error_text("code")
    desk.type("confirm_password_edit", PASSWORD)
    desk.type("confirm_code_edit", app.recovery_codes[0])
    desk.press("confirm_self_button")
    desk.qtbot.waitUntil(lambda: tab.two_step_badge.text() == "Off")
    assert people.sign_in(world.context, "nora@example.com", PASSWORD) == nora


def test_where_a_rule_asks_for_it_turning_it_off_is_grey_and_says_why(desk, world, nora, tab):
    turn_on(world, nora)
    rules = replace(business_centers.security_rules(world.context, nora), two_step_for=AppliesTo.ADMINS)
    version = business_centers.get(world.context, nora).version
    business_centers.change_security_rules(world.context, nora, rules, version)
    desk.qtbot.waitUntil(lambda: not tab.turn_off_two_step_button.isEnabled())
    assert tab.turn_off_two_step_button.toolTip() == tab.turn_off_two_step_button.statusTip() != ""


def test_computers_are_listed_and_ended(desk, world, nora):
    elsewhere = replace(world.context, secrets=MemorySecrets(), keys=StoreKeys())
    people.stay_signed_in(elsewhere, nora, "Laptop")
    desk.open(nora)
    desk.go("settings", card="your_account")
    desk.press("end_session_1_button")
    assert people.resume(elsewhere) is None
    desk.qtbot.waitUntil(lambda: not desk.shows("end_session_1_button"))


def test_signing_out_and_switching_the_person_are_here_too(desk, world, nora, tab):
    desk.press("switch_person_button")
    desk.wait_for("email_edit")
    assert desk.text("email_edit") == ""
    assert desk.window.actor is None


# ------------------------------------------------------------------ rules
@pytest.fixture
def security(desk, nora):
    desk.open(nora)
    return desk.go("settings", card="security").tabs_by_name["security"]


def choose(desk, name: str, index: int) -> None:
    desk.widget(name).setCurrentIndex(index)


def error(security, field: str) -> str:
    return security.forms[0].error_text(field)


def test_rules_are_saved_with_the_page(desk, world, nora, security):
    choose(desk, "domains_combo", 2)
    desk.type("domains_edit", "@Example.com, lantern.example")
    desk.press("save_button")
    rules = business_centers.security_rules(world.context, nora)
    assert (rules.domains_for, rules.allowed_domains) == (AppliesTo.EVERYBODY, ("example.com", "lantern.example"))
    assert desk.widget("domains_edit").toPlainText() == "example.com\nlantern.example"
    assert not desk.shows("save_button")


def test_a_rule_that_would_keep_its_maker_out_is_refused_at_its_field(desk, world, nora, security):
    choose(desk, "two_step_combo", 1)
    desk.press("save_button")
    assert "Set up your own first" in error(security, "two_step_for")
    assert desk.widget("two_step_combo").currentIndex() == 1
    turn_on(world, nora)
    desk.press("save_button")
    assert business_centers.security_rules(world.context, nora).two_step_for is AppliesTo.ADMINS


def test_domains_that_shut_out_admins_are_refused_at_their_field(desk, world, nora, security):
    choose(desk, "domains_combo", 1)
    desk.type("domains_edit", "lantern.example")
    desk.press("save_button")
    assert "Nora" in error(security, "allowed_domains")
    desk.type("domains_edit", "lantern.example nonsense")
    desk.press("save_button")
    assert "nonsense" in error(security, "allowed_domains")
    assert desk.widget("domains_edit").toPlainText() == "lantern.example nonsense"
    assert business_centers.security_rules(world.context, nora).domains_for is AppliesTo.NOBODY


def test_a_standard_member_sees_the_rules_grey(desk, world, nora):
    sam = world.standard_member(nora)
    desk.open(sam)
    desk.go("settings", card="security")
    for name in ("two_step_combo", "domains_combo", "domains_edit"):
        assert not desk.widget(name).isEnabled()
        assert "Nora" in desk.widget(name).toolTip()
