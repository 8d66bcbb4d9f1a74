"""Signing in, and keeping the account safe: advice and rules of A0 and A4."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit

from bcdesktop.core.roles import AppliesTo
from bcdesktop.services import business_centers, people
from bcdesktop.services.people_errors import TwoStepRequired
from bcdesktop.ui.kit.qr_reading import read_codes
from tests.services.second_step import App, turn_on
from tests.services.world import PASSWORD


def own_phone(bench):
    """Open the phone on which the admin's own TikTok account, @nora_tt, is logged in."""
    profile = next(p for p in bench.world.phones.values() if p.active is not None and p.active.handle == "nora_tt")
    bench.phone.open(profile)


def sign_in(bench, password=PASSWORD):
    bench.center.see("email_edit")
    bench.center.type("email_edit", "nora@example.com")
    bench.center.type("password_edit", password)
    bench.center.press("sign_in_button")
    bench.center.settle()


def log_in_by_phone(bench):
    """Show the log-in code, scan its pixels with the phone and approve it."""
    bench.center.press("log_in_with_tiktok_button")
    view = bench.center.see("log_in_qr_view")
    bench.center.until(lambda: view.readable)
    bench.phone.scan()
    bench.phone.approve_log_in()


def advice(bench) -> str:
    """Return everything the card in Settings > Security says, where the find box leads."""
    bench.center.choose_entry("find_action")
    find = bench.center.inside("find_box")
    find.type("find_edit", "Keep the TikTok account safe")
    find.qtbot.keyClick(find.widget("find_edit"), "\r")
    return bench.center.inside("advice").texts()


def guide_says(bench) -> str:
    """Return what the guide's tab about safety says."""
    bench.center.choose_entry("guide_action")
    guide = bench.center.inside("guide_dialog")
    guide.window.guide_tabs.setCurrentIndex(3)
    said = guide.texts()
    bench.center.close_dialog("guide_dialog")
    return said


@pytest.fixture
def inside(bench):
    """The admin in the Business Center."""
    bench.center.open(bench.admin)
    return bench


def test_a0_10_the_account_that_is_connected_to_the_app_logs_in_and_it_is_the_same_person(bench):
    assert bench.admin.name == "Nora"
    bench.context.keys.lock()
    bench.center.open()
    own_phone(bench)
    log_in_by_phone(bench)
    bench.center.see("nav_home_button")
    assert bench.center.shell.actor == bench.admin
    bench.center.page("settings")
    bench.center.shell.navigator.go("settings", card="your_account")
    tab = bench.center.inside("your_account_tab")
    tab.until(lambda: "@nora_tt" in tab.texts())
    assert bench.phone.profile.active.handle == "nora_tt"


def test_a0_46_separate_logins_for_the_business_center_and_the_private_account_are_advised(inside):
    for said in (advice(inside), guide_says(inside)):
        assert "one login for the Business Center and another one for your private TikTok account" in said


def test_a0_47_not_to_share_the_tiktok_login_with_agencies_is_advised(inside):
    for said in (advice(inside), guide_says(inside)):
        assert "Do not share the TikTok login with an agency" in said


def test_a4_02_a_business_account_with_several_users_is_kept_secure(inside):
    assert "A business account with several users" in advice(inside)
    member = inside.world.standard_member(inside.admin)
    app = turn_on(inside.world, inside.admin)
    inside.center.widget("two_step_combo").setCurrentIndex(list(AppliesTo).index(AppliesTo.EVERYBODY))
    inside.center.press("save_button")
    inside.center.until(lambda: not inside.center.sees("save_button"))
    assert people.must_set_up_two_step(inside.context, member)
    with pytest.raises(TwoStepRequired):
        business_centers.recovery_text(inside.context, member, PASSWORD)
    inside.center.press("sign_out_button")
    sign_in(inside)
    inside.center.type("second_step_edit", app.code())
    inside.center.press("second_step_button")
    inside.center.see("nav_home_button")


def test_a4_02_a_member_sets_the_second_step_up_before_anything_else(bench):
    member = bench.world.standard_member(bench.admin)
    turn_on(bench.world, bench.admin)
    rules = business_centers.security_rules(bench.context, bench.admin)
    version = business_centers.get(bench.context, bench.admin).version
    wanted = type(rules)(AppliesTo.EVERYBODY, rules.domains_for, rules.allowed_domains)
    business_centers.change_security_rules(bench.context, bench.admin, wanted, version)
    bench.center.open(member)
    view = bench.center.see("two_step_view")
    (found,) = read_codes(view.grab().toImage())
    bench.center.type("app_code_edit", App(bench.world, found.text.partition("secret=")[2].partition("&")[0]).now())
    bench.center.type("own_password_edit", PASSWORD)
    bench.center.press("turn_on_button")
    bench.center.see("recovery_codes_box")
    bench.center.press("codes_kept_button")
    bench.center.see("nav_home_button")


def test_a4_37_asking_for_name_and_password_is_warned_of_and_not_offered(inside):
    for said in (advice(inside), guide_says(inside)):
        assert "Somebody asks for name and password, to work with the content itself" in said
        assert "Warning: this way is not offered here" in said
    wizard = inside.center.start_wizard()
    wizard.press("next_button")
    wizard.see("way_page")
    hidden = [f for f in wizard.window.findChildren(QLineEdit) if f.echoMode() is not QLineEdit.EchoMode.Normal]
    assert hidden == []


def test_a4_38_scheduling_tools_that_need_the_clients_login_are_warned_of(inside):
    for said in (advice(inside), guide_says(inside)):
        assert "Tools that schedule posts" in said
        assert "they need the client's own login" in said
        assert "This program keeps none" in said


def test_a4_40_one_signs_in_with_e_mail_and_password_and_by_tiktok_too_once_it_is_set_up(bench):
    assert bench.admin.email == "nora@example.com"
    bench.context.keys.lock()
    bench.center.open()
    sign_in(bench)
    bench.center.see("nav_home_button")
    assert bench.center.shell.actor == bench.admin
    bench.center.press("sign_out_button")
    bench.center.see("log_in_with_tiktok_button")
    own_phone(bench)
    log_in_by_phone(bench)
    bench.center.see("nav_home_button")
    assert bench.center.shell.actor == bench.admin
