"""Ads Manager: log in, account settings, basic information, and from there into a Business Center."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint

from bcdesktop.core.ads import AdKind, AdSource, AdStatus, IdentityKind
from bcdesktop.services import ad_accounts, advertisers, log_ins, owner, people
from bcdesktop.services.ad_form_records import NewAd
from bcdesktop.services.records import LogInPurpose
from tests.acceptance.test_ad_accounts import gone, send_request
from tests.acceptance.test_business_center import BUSINESS, fill_business
from tests.services.ad_scene import linked_account
from tests.services.ad_world import ad_account, ad_link, advertiser, number_of, personal_ad_account
from tests.services.ads_world import campaign, identity_of, make
from tests.services.world import PASSWORD

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|propagateSizeHints)")


@pytest.fixture
def ida(bench):
    """Somebody with an Ads Manager account, an e-mail address and no Business Center."""
    return advertisers.sign_up(bench.context, "Ida", "ida@example.com", PASSWORD)


def sign_up_by_tiktok(bench, name="Ida"):
    """Register the person whose account is logged in on the phone, without an e-mail address."""
    row = log_ins.start(bench.context, LogInPurpose.SIGN_UP_IN_ADS_MANAGER, "Desk")
    scanned = owner.open_code(bench.context, bench.phone.profile, row.code_text)
    owner.approve_log_in(bench.context, bench.phone.profile, scanned)
    return advertisers.sign_up_with_tiktok(bench.context, row.id, name, PASSWORD)


def enter(bench):
    """Go to Basic information and press Enter Business Center; return hands on the dialog."""
    bench.ads.page("basic_information").press("enter_business_center_button")
    return bench.ads.inside("enter_center_dialog")


def create_center(bench):
    """Press Create Business Center account and let the phone log in; return hands on the wizard, at the business."""
    enter(bench).press("create_center_button")
    bench.center.until(lambda: bench.center.shell is not None)
    wizard = bench.center.inside("first_start_wizard")
    wizard.until(lambda: wizard.sees("log_in_qr_view") and wizard.sees("open_phone_button"))
    bench.phone.scan()
    bench.phone.approve_log_in()
    wizard.press("next_button")
    wizard.see("business_page")
    return wizard


def finish(bench, wizard, email=""):
    """From the business page to the pages of the new Business Center."""
    fill_business(wizard)
    wizard.press("next_button")
    wizard.see("you_page")
    if email:
        wizard.type("email_edit", email)
    wizard.type("password_edit", PASSWORD)
    wizard.press("next_button")
    wizard.see("authorise_page")
    wizard.press("authorise_button")
    wizard.see("recovery_text_box")
    wizard.press("kept_check")
    wizard.press("finish_button")
    bench.center.see("nav_home_button")


def test_a0_26_ads_tiktok_com_log_in(bench):
    ad_account(bench.world, bench.admin)
    bench.ads.open()
    bench.ads.see("sign_in_button")
    assert not bench.ads.sees("profile_button")
    bench.ads.type("email_edit", "nora@example.com")
    bench.ads.type("password_edit", "not the password")
    bench.ads.press("sign_in_button")
    bench.ads.until(lambda: bench.ads.reads("E-mail address or password is wrong."))
    bench.ads.sign_in("nora@example.com", PASSWORD)
    assert bench.ads.text("open_account_label") == "Spring"


def test_a0_26_it_is_found_in_the_business_center_by_its_address_too(bench):
    ad_account(bench.world, bench.admin)
    bench.center.open(bench.admin)
    bench.ads.join()
    assert bench.center.find("ads.tiktok.com") == "Open Ads Manager"
    bench.center.until(lambda: bench.ads.shell is not None and bench.ads.shell.advertiser is not None)
    assert bench.ads.shell.advertiser == advertiser(bench.world, bench.admin)


def test_a0_27_profile_photo_account_settings(bench):
    ad_account(bench.world, bench.admin)
    bench.ads.open(advertiser(bench.world, bench.admin))
    photo = bench.ads.widget("profile_button")
    assert photo.mapTo(bench.ads.window, QPoint()).x() > bench.ads.window.width() * 0.9
    assert "open_account_settings_action" in [action.objectName() for action in photo.menu().actions()]
    bench.ads.choose_entry("open_account_settings_action")
    bench.ads.see("account_settings_page")


def test_a0_28_user_management_has_members_and_linked_tiktok_accounts(bench):
    asset_id = ad_account(bench.world, bench.admin)
    ad_link(bench.world, bench.admin, asset_id, linked_account(bench.world, bench.admin, "mara"))
    bench.ads.open(advertiser(bench.world, bench.admin))
    page = bench.ads.page("account_settings")
    assert page.reads("User management")
    tabs = page.widget("user_management_tabs")
    assert [tabs.tabText(i) for i in range(tabs.count())] == ["Members", "Linked TikTok accounts"]
    bench.ads.until(lambda: [row["name"] for row in bench.ads.rows("ads_members_table")] == ["Nora (you)"])
    tabs.setCurrentIndex(1)
    bench.ads.until(lambda: [row["handle"] for row in bench.ads.rows("linked_accounts_table")] == ["@mara"])


def test_a2_02_ads_run_from_an_ads_manager_account_without_a_business_center(bench):
    bench.phone.open_with("mara")
    bench.ads.open()
    bench.ads.press("sign_up_button")
    for name, text in (
        ("sign_up_name_edit", "Ida"),
        ("sign_up_email_edit", "ida@example.com"),
        ("sign_up_password_edit", PASSWORD),
    ):
        bench.ads.type(name, text)
    bench.ads.press("create_account_button")
    bench.ads.see("no_ad_account_view")
    person = bench.ads.shell.advertiser
    assert people.business_centers_of(bench.context, person.person_id) == ()
    asset_id = personal_ad_account(bench.world, person, "Own shop")
    page = bench.ads.page("account_settings")
    page.widget("user_management_tabs").setCurrentIndex(1)
    page.press("link_account_button")
    dialog = bench.ads.inside("link_account_dialog")
    assert dialog.reads("No TikTok password is asked for.")
    dialog.press("log_in_to_link_button")
    dialog.until(lambda: dialog.sees("log_in_qr_view") and dialog.sees("open_phone_button"))
    bench.phone.scan()
    assert bench.phone.reads("It wants to run ads on your TikTok account, for the person signed in there alone.")
    bench.phone.approve_log_in()
    bench.ads.until(lambda: [row["through"] for row in bench.ads.rows("linked_accounts_table")] == ["You alone"])
    identity = identity_of(bench.world, person, asset_id, "mara")
    new = NewAd(
        campaign(bench.world, person, asset_id),
        "New pots",
        AdKind.SPARK,
        identity_kind=IdentityKind.PERSON,
        identity_id=identity.id,
        text="New pots",
        video_name="pots.mp4",
        source=AdSource.PUSH,
    )
    assert make(bench.world, person, new).status is AdStatus.ACTIVE


def test_a4_19_an_existing_ad_account_is_added_to_a_new_business_center(bench, ida):
    asset_id = personal_ad_account(bench.world, ida, "Own shop")
    bench.phone.open_with("ida")
    bench.ads.open(ida)
    number = bench.ads.text("open_account_number_label")
    assert enter(bench).text("bring_in_number_label") == number
    bench.ads.close_dialog("enter_center_dialog")
    finish(bench, create_center(bench))
    send_request(bench, number)
    gone(bench)
    bench.center.until(lambda: bench.center.rows("ad_accounts_table") != [])
    [row] = ad_accounts.list_all(bench.context, bench.center.shell.actor)
    assert (row.id, row.owner_name) == (asset_id, "Ida")
    bench.ads.until(lambda: bench.ads.page("basic_information").sees("reaching_centers_table"))
    bench.ads.until(
        lambda: [row["name"] for row in bench.ads.rows("reaching_centers_table")] == [BUSINESS["name_edit"]]
    )


def test_a4_20_basic_information_of_the_ad_account(bench):
    asset_id = ad_account(bench.world, bench.admin)
    bench.ads.open(advertiser(bench.world, bench.admin))
    bench.ads.choose_entry("open_basic_information_action")
    page = bench.ads.inside("basic_information_page")
    page.until(lambda: page.reads("Harbour Shoes GmbH"))
    for words in ("Spring", number_of(bench.world, bench.admin, asset_id), "Lantern Media", "EUR", "Approved"):
        assert page.reads(words)


def test_a4_21_enter_business_center_at_the_top_right(bench):
    ad_account(bench.world, bench.admin)
    bench.ads.open(advertiser(bench.world, bench.admin))
    page = bench.ads.page("basic_information")
    button = page.widget("enter_business_center_button")
    corner = button.mapTo(page.window, QPoint(button.width(), 0))
    assert corner.x() > page.window.width() * 0.9
    assert corner.y() < page.window.height() * 0.1
    dialog = enter(bench)
    dialog.until(lambda: dialog.can_press("enter_button"))
    dialog.press("enter_button")
    bench.ads.until(lambda: bench.center.shell is not None and bench.center.shell.inside is not None)
    bench.center.see("ad_accounts_page")
    assert bench.center.shell.actor == bench.admin


def test_a4_22_create_business_center_account(bench, ida):
    personal_ad_account(bench.world, ida)
    bench.phone.open_with("ida")
    bench.ads.open(ida)
    wizard = create_center(bench)
    assert wizard.window.windowTitle() == "Create Business Center account"
    finish(bench, wizard)
    actor = bench.center.shell.actor
    assert (actor.person_id, actor.business_center_name) == (ida.person_id, BUSINESS["name_edit"])


def test_a4_23_an_address_can_be_added_by_who_registered_without_one(bench):
    bench.phone.open_with("ida")
    person = sign_up_by_tiktok(bench)
    personal_ad_account(bench.world, person)
    bench.ads.open(person)
    wizard = create_center(bench)
    finish(bench, wizard, email="ida@example.com")
    assert bench.center.shell.actor.email == "ida@example.com"
    assert people.sign_in(bench.context, "ida@example.com", PASSWORD).person_id == person.person_id


def test_a4_23_and_it_can_be_left_out(bench):
    bench.phone.open_with("ida")
    person = sign_up_by_tiktok(bench)
    personal_ad_account(bench.world, person)
    bench.ads.open(person)
    finish(bench, create_center(bench))
    assert people.sign_in(bench.context, "@ida", PASSWORD).person_id == person.person_id
