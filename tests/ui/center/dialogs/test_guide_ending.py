"""The guide's part on ending access: each trouble of domain.md 5.3 with its cause, its cure and a way there."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from tests.ui.center.linking import dialog_called, dialogs, press

TROUBLES = (
    ("not among the connected apps", "another TikTok account is logged in", "switch to the account"),
    ("is grey", "no Admin of this Business Center", "ask the Admin"),
    ("its ads run all the same", "linked in Ads Manager only", "User Management > Linked TikTok Accounts"),
    ("still shows the access", "old data in the app", "Cache & cellular > Clear cache; then log out and log in"),
    ("no way into the Business Center", "cannot sign in any more", "Settings > People > Remove"),
    ("linked again by itself", "same login was used", "separate logins"),
)


def opened(desk, actor):
    """Open the guide where it tells of ending access."""
    window = desk.open(actor)
    window.actions_by_name["ending_help"].trigger()
    return dialog_called(desk, "guide_dialog")


@pytest.fixture
def guide(desk, nora):
    return opened(desk, nora)


def test_each_symptom_has_its_cause_and_its_cure(guide):
    shown = guide.guide_tabs.currentWidget()
    texts = [label.text() for label in shown.findChildren(QLabel)]
    for symptom, cause, cure in TROUBLES:
        place = next(place for place, text in enumerate(texts) if symptom in text)
        assert cause in texts[place + 1]
        assert cure in texts[place + 2]


@pytest.mark.parametrize(
    "name", ["trouble_wrong_account_button", "trouble_stale_button", "trouble_no_way_in_phone_button"]
)
def test_the_phone_is_opened_for_what_is_cured_there(desk, guide, qtbot, name):
    with qtbot.waitSignal(desk.window.phone_requested):
        press(desk, guide, name)


def test_ads_manager_is_opened_for_what_is_linked_there_alone(desk, guide, qtbot):
    with qtbot.waitSignal(desk.window.ads_requested):
        press(desk, guide, "trouble_ads_manager_button")


def test_the_assistant_finds_out_where_an_account_is_linked(desk, guide):
    press(desk, guide, "trouble_where_button")
    assert dialogs(desk, "end_access_wizard")


@pytest.mark.parametrize(
    ("name", "page"),
    [
        ("trouble_grey_accounts_button", "tiktok_accounts"),
        ("trouble_people_button", "members"),
        ("trouble_advice_button", "settings"),
    ],
)
def test_the_page_of_the_cure_is_shown_and_the_guide_stays(desk, guide, name, page):
    press(desk, guide, name)
    desk.settle()
    assert desk.window.inside.pages.current_name == page
    assert guide.isVisible()


def test_the_advice_is_the_card_about_security(desk, guide):
    press(desk, guide, "trouble_advice_button")
    desk.settle()
    assert desk.window.inside.pages.currentWidget().settings_tabs.currentWidget().objectName() == "security_tab"


@pytest.mark.parametrize("name", ["trouble_grey_ask_button", "trouble_no_way_in_ask_button"])
def test_a_standard_member_asks_the_admin_from_here(desk, world, nora, name):
    guide = opened(desk, world.standard_member(nora))
    press(desk, guide, name)
    assert dialogs(desk, "ask_admin_dialog")
    assert not guide.findChildren(object, "trouble_people_button")


def test_an_admin_is_not_sent_to_an_admin(guide):
    assert not guide.findChildren(object, "trouble_grey_ask_button")


def test_before_anybody_signed_in_no_button_leads_to_a_page(desk, nora):
    window = desk.open(None)
    window.commands.show_ending_help()
    guide = dialog_called(desk, "guide_dialog")
    names = {button.objectName() for button in guide.findChildren(object) if "trouble_" in button.objectName()}
    assert names == {
        "trouble_wrong_account_button",
        "trouble_ads_manager_button",
        "trouble_stale_button",
        "trouble_no_way_in_phone_button",
    }
