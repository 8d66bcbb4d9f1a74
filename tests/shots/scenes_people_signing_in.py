"""Signing in and what belongs to it: second step, getting back in, Your account, Security, the set-up of a rule."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesktop.core.errors import SignInFailed
from bcdesktop.core.roles import AppliesTo
from bcdesktop.services import business_centers, people
from bcdesktop.services.keys import StoreKeys
from tests.services.second_step import turn_on
from tests.services.world import PASSWORD, MemorySecrets
from tests.shots.scenes_center import at_desk

EMAIL = "nora@example.com"


def sign_in(bench, email=EMAIL, password=PASSWORD):
    bench.center.type("email_edit", email)
    bench.center.type("password_edit", password)
    bench.center.press("sign_in_button")
    bench.center.settle()


def change_rules(bench, **rules):
    version = business_centers.get(bench.context, bench.admin).version
    now = business_centers.security_rules(bench.context, bench.admin)
    business_centers.change_security_rules(bench.context, bench.admin, replace(now, **rules), version)


def scene_second_step(bench, camera):
    turn_on(bench.world, bench.admin)
    window = at_desk(bench)
    sign_in(bench)
    bench.center.see("second_step_edit")
    camera.take("signing-in-second-step", window)
    bench.center.type("second_step_edit", "000000")
    bench.center.press("second_step_button")
    bench.center.settle()
    camera.take("signing-in-second-step-wrong", window)
    bench.center.press("use_recovery_code_button")
    camera.take("signing-in-recovery-code", window)


def scene_waiting_and_who_signed_in_here(bench, camera):
    assert bench.admin
    for email in ("sam@example.com", EMAIL):
        bench.settings.remember_email(email)
    window = at_desk(bench)
    bench.center.see("sign_in_button")
    for _ in range(6):
        bench.center.type("password_edit", "not the password")
        bench.center.press("sign_in_button")
        bench.center.settle()
    camera.take("signing-in-waiting", window)


def scene_locked(bench, camera):
    bench.limit(failed_sign_ins=4)
    for _ in range(4):
        with pytest.raises(SignInFailed):
            people.sign_in(bench.context, bench.admin.email, "wrong")
    window = at_desk(bench)
    sign_in(bench)
    camera.take("signing-in-locked", window)
    bench.center.press("notice_action_button")
    bench.center.type("recovery_edit", "ABCDE-FGHJK")
    bench.center.type("new_password_edit", "another-harbour-43")
    bench.center.type("repeat_password_edit", "another-harbour-43")
    bench.center.press("set_password_button")
    bench.center.settle()
    camera.take("signing-in-new-password", window)


def scene_without_a_keyring(bench, camera):
    assert bench.admin
    bench.world.secrets.needs_passphrase = True
    window = at_desk(bench)
    bench.center.see("sign_in_button")
    camera.take("signing-in-no-keyring", window)


def scene_a_rule_asks_for_it(bench, camera):
    member = bench.world.standard_member(bench.admin)
    turn_on(bench.world, bench.admin)
    change_rules(bench, two_step_for=AppliesTo.EVERYBODY)
    window = at_desk(bench, member)
    bench.center.see("two_step_view")
    camera.take("signing-in-rule", window)


def to_tab(bench, name):
    page = bench.center.page("settings")
    bench.center.shell.navigator.go("settings", card=name)
    bench.center.settle()
    return page


def scene_your_account(bench, camera):
    people.stay_signed_in(bench.context, bench.admin, "Desk in Bremen")
    elsewhere = replace(bench.context, secrets=MemorySecrets(), keys=StoreKeys())
    people.stay_signed_in(elsewhere, bench.admin, "Laptop of Nora")
    bench.wait(days=3)
    window = at_desk(bench, bench.admin)
    to_tab(bench, "your_account")
    camera.take("signing-in-your-account", window)
    turn_on(bench.world, bench.admin)
    bench.center.settle()
    bench.center.until(lambda: bench.center.text("two_step_badge") == "On")
    camera.take("signing-in-your-account-on", window)


def scene_dialogs_of_your_account(bench, camera):
    at_desk(bench, bench.admin)
    to_tab(bench, "your_account")
    bench.center.press("change_password_button")
    dialog = bench.center.inside("change_password_dialog")
    dialog.type("old_password_edit", PASSWORD)
    dialog.type("changed_password_edit", "short")
    dialog.type("changed_repeat_edit", "short")
    dialog.press("change_button")
    bench.center.settle()
    camera.take("signing-in-change-password", dialog.window)
    dialog.window.reject()
    bench.center.press("set_up_two_step_button")
    dialog = bench.center.inside("two_step_dialog")
    dialog.until(lambda: bool(dialog.text("secret_label")))
    camera.take("signing-in-set-up", dialog.window)
    secret = dialog.text("secret_label").replace(" ", "")
    dialog.type("app_code_edit", _code(bench, secret))
    dialog.type("own_password_edit", PASSWORD)
    dialog.press("turn_on_button")
    dialog.see("recovery_codes_box")
    dialog.press("copy_recovery_codes_button")
    bench.center.settle()
    camera.take("signing-in-recovery-codes", dialog.window)
    dialog.press("codes_kept_button")
    bench.center.settle()
    bench.center.press("turn_off_two_step_button")
    dialog = bench.center.inside("confirm_self_dialog")
    camera.take("signing-in-turn-off", dialog.window)


def _code(bench, secret):
    from tests.services.second_step import App

    return App(bench.world, secret).now()


def scene_security(bench, camera):
    window = at_desk(bench, bench.admin)
    to_tab(bench, "security")
    camera.take("signing-in-security", window)
    bench.center.widget("two_step_combo").setCurrentIndex(1)
    bench.center.press("save_button")
    bench.center.settle()
    camera.take("signing-in-security-refused", window)
    bench.center.press("undo_button")
    bench.center.settle()
    tab = bench.center.widget("security_tab")
    tab.verticalScrollBar().setValue(tab.verticalScrollBar().maximum())
    camera.take("signing-in-security-advice", window)


def scene_security_of_a_standard_member(bench, camera):
    window = at_desk(bench, bench.world.standard_member(bench.admin))
    to_tab(bench, "security")
    camera.take("signing-in-security-standard", window)


def scene_advice_in_the_guide(bench, camera):
    at_desk(bench, bench.admin)
    bench.center.shell.actions_by_name["guide"].trigger()
    guide = bench.center.inside("guide_dialog")
    guide.window.guide_tabs.setCurrentIndex(3)
    camera.take("signing-in-guide-safety", guide.window)
