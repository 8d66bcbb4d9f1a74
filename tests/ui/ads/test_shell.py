"""The Ads Manager window: signing in, the ad account on top, the profile menu, what is without an ad account."""

from __future__ import annotations

from bcdesktop.services import people
from bcdesktop.ui.ads.registry import ADS_PAGES
from tests.services.ad_world import ad_account, advertiser, number_of, personal_ad_account
from tests.services.world import PASSWORD


def test_somebody_of_a_business_center_signs_in_with_the_same_password(desk, world, nora):
    ad_account(world, nora)
    desk.open()

    desk.sign_in()

    desk.wait_for("profile_button")
    assert desk.text("open_account_label") == "Spring"
    assert desk.window.advertiser.person_id == nora.person_id


def test_a_wrong_password_is_told_and_what_was_typed_stays(desk, world, nora):
    desk.open()

    desk.sign_in(password="not the password")

    assert desk.shows("sign_in_notice")
    assert desk.text("email_edit") == "nora@example.com"


def test_who_stays_signed_in_on_this_computer_needs_no_password_here_either(desk, world, nora):
    people.stay_signed_in(world.context, nora)

    desk.open()

    assert desk.wait_for("profile_button").toolTip() == "Nora\nnora@example.com"


def test_somebody_new_creates_an_account_without_a_business_center(desk, world):
    desk.open()
    desk.press("sign_up_button")
    desk.type("sign_up_name_edit", "Ida")
    desk.type("sign_up_email_edit", "ida@example.com")
    desk.type("sign_up_password_edit", PASSWORD)

    desk.press("create_account_button")

    desk.wait_for("no_ad_account_view")
    assert desk.window.advertiser.name == "Ida"


def test_what_is_missing_in_the_form_for_a_new_account_is_named_at_its_field(desk, world):
    desk.open()
    desk.press("sign_up_button")

    desk.press("create_account_button")

    form = desk.window.views.currentWidget()._sign_up_pane.sign_up_form
    assert all(form.error_text(field) for field in ("person_name", "email", "password"))


def test_another_ad_account_is_found_by_its_id_and_chosen(desk, world, nora):
    ad_account(world, nora, "Autumn")
    spring = ad_account(world, nora, "Spring")
    desk.open(advertiser(world, nora))
    assert desk.text("open_account_label") == "Autumn"

    desk.press("account_button")
    desk.type("account_search_edit", number_of(world, nora, spring))
    desk.press("choose_button")

    desk.qtbot.waitUntil(lambda: desk.text("open_account_label") == "Spring")
    assert desk.window.navigator.account.id == spring


def test_a_new_ad_account_joins_the_list_while_the_open_one_stays(desk, world, nora, ida):
    personal_ad_account(world, ida, "Own shop")
    desk.open(ida)

    personal_ad_account(world, ida, "Another shop")

    desk.qtbot.waitUntil(lambda: len(desk.window.inside.accounts) == 2)
    assert desk.text("open_account_label") == "Own shop"


def test_every_page_opens_by_its_entry_in_the_sidebar(desk, world, nora):
    ad_account(world, nora)
    desk.open(advertiser(world, nora))

    for entry in ADS_PAGES:
        desk.press(f"nav_{entry.name}_button")
        assert desk.shows(f"{entry.name}_page")


def test_signing_out_shows_the_sign_in_page_and_is_logged(desk, world, ida):
    desk.open(ida)

    desk.window.actions_by_name["sign_out"].trigger()

    desk.wait_for("ads_sign_in_view")
    assert world.store_actions()[-1] == "signed_out"
