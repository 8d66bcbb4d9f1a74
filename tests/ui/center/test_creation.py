"""Creating a Business Center for somebody who is known already: from the sign-in page, and from Ads Manager."""

from __future__ import annotations

import pytest

from bcdesktop.services import advertisers, log_ins, owner
from bcdesktop.services.records import LogInPurpose
from tests.services.world import PASSWORD


@pytest.fixture
def ida(world):
    return advertisers.sign_up(world.context, "Ida", "ida@example.com", PASSWORD)


@pytest.fixture
def mara(world):
    """Somebody who registered by TikTok, without an e-mail address."""
    row = log_ins.start(world.context, LogInPurpose.SIGN_UP_IN_ADS_MANAGER, "Desk")
    phone = world.sign_up("mara")
    owner.approve_log_in(world.context, phone, owner.open_code(world.context, phone, row.code_text))
    return advertisers.sign_up_with_tiktok(world.context, row.id, "Mara", PASSWORD)


def fill_in_business(desk):
    for name, text in (
        ("name_edit", "Own Works"),
        ("address_edit", "Hafenweg 1"),
        ("activity_edit", "Pots and plates"),
    ):
        desk.type(name, text)
    for name, value in (("country_combo", "DE"), ("time_zone_combo", "Europe/Berlin"), ("currency_combo", "EUR")):
        desk.widget(name).set_value(value)
    desk.press("next_button")


def to_the_page_about_the_person(desk, world, phone):
    desk.wait_for("log_in_qr_view")
    wizard = desk.widget("first_start_wizard")
    desk.qtbot.waitUntil(lambda: wizard.pages_by_step["log_in"].log_in_code_view.row is not None)
    desk.approve_log_in(phone, wizard.pages_by_step["log_in"].log_in_code_view.row.code_text)
    desk.qtbot.waitUntil(lambda: desk.widget("next_button").isEnabled())
    desk.press("next_button")
    fill_in_business(desk)
    return wizard


def test_who_is_in_no_business_center_is_offered_to_create_one_at_sign_in(desk, world, nora, ida):
    world.context.keys.lock()
    desk.open()
    desk.sign_in("ida@example.com")
    desk.wait_for("sign_in_notice")
    assert "no Business Center" in desk.window.views.currentWidget().sign_in_notice.title_label.text()

    desk.press("notice_action_button")
    you = to_the_page_about_the_person(desk, world, world.sign_up("ida")).pages_by_step["you"]

    # the sign-in page behind has fields of the same names
    assert you.email_edit.text() == "ida@example.com"
    desk.qtbot.keyClicks(you.password_edit, PASSWORD)
    desk.press("next_button")
    desk.press("authorise_button")
    desk.wait_for("kept_check")
    assert you.state.created.actor.person_id == ida.person_id


def test_an_address_is_optional_for_who_registered_without_one(desk, world, mara):
    desk.open()
    wizard = desk.window.creation.start_for(desk.session, mara)
    to_the_page_about_the_person(desk, world, next(iter(world.phones.values())))
    assert desk.text("email_edit") == ""
    assert "@mara" in wizard.pages_by_step["you"].form.widget("email").accessibleDescription()
    desk.type("password_edit", PASSWORD)

    desk.press("next_button")
    desk.press("authorise_button")

    desk.qtbot.waitUntil(lambda: wizard.state.created is not None)
    assert wizard.state.created.actor.email == "@mara"


def test_an_address_that_is_added_is_kept_when_going_back_and_forth(desk, world, mara):
    desk.open()
    wizard = desk.window.creation.start_for(desk.session, mara)
    to_the_page_about_the_person(desk, world, next(iter(world.phones.values())))
    desk.type("email_edit", "mara@example.com")
    desk.type("password_edit", PASSWORD)
    desk.press("next_button")

    desk.press("back_button")

    assert desk.text("email_edit") == "mara@example.com"
    desk.press("next_button")
    desk.press("authorise_button")
    desk.qtbot.waitUntil(lambda: wizard.state.created is not None)
    assert wizard.state.created.actor.email == "mara@example.com"
