"""Basic information: facts, change, review in place of TikTok, who reaches it, Enter Business Center."""

from __future__ import annotations

import pytest

from bcdesktop.core.ad_accounts import AdAccountStatus
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import ad_accounts, advertisers, basic_information
from tests.services.ad_scene import set_ad_role
from tests.services.ad_world import ad_account, advertiser, personal_ad_account
from tests.services.granted import asked, granted_to


@pytest.fixture
def own(world, ida):
    return personal_ad_account(world, ida, "Own shop")


def facts(desk):
    return {fact.name: fact.value for fact in desk.widget("basic_facts").facts}


def test_the_facts_of_the_open_ad_account_are_shown(desk, world, ida, own):
    desk.open(ida)
    desk.go("basic_information")

    assert facts(desk)["Owner"] == "Ida"
    assert facts(desk)["Ad account ID"] == desk.text("open_account_number_label")
    assert desk.text("basic_status_badge") == "Approved"


def test_an_admin_changes_the_name_and_the_top_follows(desk, world, ida, own):
    desk.open(ida)
    desk.go("basic_information")
    desk.press("change_account_button")
    desk.type("ad_account_name_edit", "Winter shop")

    desk.press("change_account_accept_button")

    desk.qtbot.waitUntil(lambda: desk.text("open_account_label") == "Winter shop")
    assert facts(desk)["Name"] == "Winter shop"


def test_what_is_wrong_stays_in_the_form_with_its_reason(desk, world, ida, own):
    desk.open(ida)
    desk.go("basic_information")
    desk.press("change_account_button")
    desk.type("ad_account_name_edit", "")

    desk.press("change_account_accept_button")

    assert desk.widget("change_account_dialog").form.error_text("name")
    assert basic_information.get(world.context, ida, own).name == "Own shop"


def test_an_analyst_is_told_who_may_change_it(desk, world, nora):
    spring = ad_account(world, nora)
    sam = world.standard_member(nora)
    set_ad_role(world, sam, spring, AssetRole.ANALYST)
    desk.open(advertiser(world, sam))
    desk.go("basic_information")

    button = desk.widget("change_account_button")

    assert not button.isEnabled()
    assert "Ask Nora" in button.toolTip()


def test_an_own_ad_account_is_created_and_reviewed_in_place_of_tiktok(desk, world, ida):
    desk.open(ida)
    desk.go("basic_information")
    desk.press("first_account_button")
    desk.type("ad_account_name_edit", "Own shop")
    dialog = desk.widget("create_account_dialog")
    dialog.form.company_combo.setCurrentText("Ida Keramik")
    dialog.form.show_place("DE", "Europe/Berlin", "EUR")
    desk.press("create_account_accept_button")
    desk.wait_for("basic_information_page")
    assert desk.text("basic_status_badge") == "In review"

    desk.press("review_button")
    desk.press("review_account_accept_button")

    desk.qtbot.waitUntil(lambda: desk.text("basic_status_badge") == "Approved")
    assert [row.status for row in advertisers.accounts(world.context, ida)] == [AdAccountStatus.APPROVED]
    assert not desk.shows("review_button")


def test_what_was_not_approved_is_corrected_and_submitted_again(desk, world, ida):
    asset_id = personal_ad_account(world, ida, approved=False)
    ad_accounts.review_personal(world.context, ida, asset_id, False, "Name the company")
    desk.open(ida)
    desk.go("basic_information")
    desk.qtbot.waitUntil(lambda: desk.text("basic_status_badge") == "Not approved")
    assert desk.text("basic_review_note_label") == "Name the company"
    desk.press("change_account_button")
    desk.widget("change_account_dialog").form.company_combo.setCurrentText("Ida Keramik GmbH")

    desk.press("change_account_accept_button")

    desk.qtbot.waitUntil(lambda: desk.text("basic_status_badge") == "In review")
    row = basic_information.get(world.context, ida, asset_id)
    assert (row.company, row.review_note) == ("Ida Keramik GmbH", "")


def test_the_owner_takes_it_from_a_business_center(desk, world, nora, ida, own):
    granted_to(world, nora, ida, own)
    desk.open(ida)
    desk.go("basic_information")
    table = desk.wait_for("reaching_centers_table")
    table.select_record(nora.business_center_id)

    desk.press("remove_permission_button")
    desk.press("accept_button")

    desk.qtbot.waitUntil(lambda: table.record_model.rowCount() == 0)
    assert advertisers.accounts(world.context, advertiser(world, nora)) == ()


def test_who_is_in_no_business_center_can_only_create_one(desk, world, ida, own):
    desk.open(ida)
    desk.go("basic_information")
    desk.press("enter_business_center_button")
    desk.wait_for("no_center_label")
    assert not desk.widget("enter_button").isEnabled()
    assert desk.text("bring_in_number_label") == desk.text("open_account_number_label")

    with desk.qtbot.waitSignal(desk.window.center_creation_requested) as caught:
        desk.press("create_center_button")

    assert caught.args == [ida]


def test_a_business_center_of_the_person_is_entered_at_its_ad_accounts(desk, world, nora):
    ad_account(world, nora)
    desk.open(advertiser(world, nora))
    desk.go("basic_information")
    desk.press("enter_business_center_button")
    desk.wait_for("centers_list")

    with desk.qtbot.waitSignal(desk.window.center_requested) as caught:
        desk.press("enter_button")

    assert caught.args[1:3] == [nora.business_center_id, "ad_accounts"]


def test_a_request_is_granted_at_a_lower_level_and_the_badge_goes(desk, world, nora, ida, own):
    asked(world, nora, ida, own, AssetRole.ADMIN, "For the winter campaign")
    desk.open(ida)
    assert desk.window.sidebar.buttons["notifications"].count_badge.text() == "1"
    desk.go("notifications")
    assert "For the winter campaign" in desk.text("request_note_label")

    desk.press("grant_request_button")
    combo = desk.widget("grant_role_combo")
    combo.setCurrentIndex(combo.findData(AssetRole.OPERATOR))
    desk.press("send_answer_button")

    desk.qtbot.waitUntil(desk.window.sidebar.buttons["notifications"].count_badge.isHidden)
    (row,) = advertisers.accounts(world.context, advertiser(world, nora))
    assert row.role is AssetRole.OPERATOR


def test_a_request_is_refused_with_a_reason(desk, world, nora, ida, own):
    asked(world, nora, ida, own)
    desk.open(ida)
    desk.go("notifications")

    desk.press("refuse_request_button")
    desk.type("refuse_reason_edit", "We work with somebody else")
    desk.press("send_answer_button")

    desk.wait_for("ads_requests_table")
    assert advertisers.accounts(world.context, advertiser(world, nora)) == ()
