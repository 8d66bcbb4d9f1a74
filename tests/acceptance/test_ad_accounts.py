"""Ad accounts: made in a Business Center on a desktop, asked for by id, granted by their owner (A4-10 to A4-46)."""

from __future__ import annotations

import uuid

import pytest
from PySide6.QtWidgets import QAbstractButton
from sqlmodel import select

from bcdesktop.core.ad_accounts import AdAccountRequestState
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import ad_account_requests, ad_accounts, grants
from bcdesktop.services.people_records import Assignment
from bcdesktop.store.tables import Asset, Mail
from tests.services.access import holder_of
from tests.services.ad_world import ad_account, advertiser, number_of, personal_ad_account


@pytest.fixture
def otto(bench):
    """The client: admin of a second Business Center with an ad account."""
    return bench.world.center("Otter Works", "Otto")


def add(bench, radio: str):
    """Press Add ad account, choose a way and press Next; return hands on the wizard."""
    bench.center.page("ad_accounts").press("ad_accounts_add_button")
    wizard = bench.center.inside("add_ad_account_wizard")
    wizard.press(radio)
    wizard.press("next_button")
    return wizard


def fill_in(wizard, name: str = "Harbour Shoes") -> None:
    """Type the business information of a client."""
    wizard.until(lambda: wizard.text("ad_account_currency_edit") == "EUR")
    wizard.type("ad_account_name_edit", name)
    wizard.widget("ad_account_company_combo").setEditText("Harbour Shoes GmbH")


def rows(bench, actor=None):
    return ad_accounts.list_all(bench.context, actor or bench.admin)


def number_of_asset(bench, asset_id: str) -> str:
    with bench.world.store.read() as session:
        return session.get_one(Asset, asset_id).number


def mails_to(bench, address: str) -> list[Mail]:
    with bench.world.store.read() as session:
        return list(session.exec(select(Mail).where(Mail.to_address == address)))


def send_request(bench, text: str, radio: str = "request_admin_radio", note: str = ""):
    """Walk the wizard and send a request; return hands on it."""
    wizard = add(bench, "request_ad_account_radio")
    wizard.type("request_ad_account_id_edit", text)
    wizard.press(radio)
    if note:
        wizard.type("request_ad_account_note_edit", note)
    wizard.press("finish_button")
    return wizard


def gone(bench) -> None:
    """Wait until the wizard has closed."""
    bench.center.until(lambda: not bench.center.sees("add_ad_account_wizard"))


def test_a4_10_tiktok_accounts_and_ad_accounts_have_pages_of_their_own(bench):
    bench.center.open(bench.admin)
    bench.center.page("tiktok_accounts")
    assert bench.center.sees("accounts_table")
    assert not bench.center.sees("ad_accounts_table")
    page = bench.center.page("ad_accounts")
    assert bench.center.sees("ad_accounts_table")
    assert not bench.center.sees("accounts_table")
    assert page.reads("TikTok accounts are managed on a page of their own")


def test_a4_11_an_ad_account_is_made_on_the_desktop_and_not_on_the_phone(bench):
    bench.ready("mara")
    buttons = bench.phone.window.findChildren(QAbstractButton)
    assert buttons, "a phone without buttons proves nothing"
    offered = [b.objectName() for b in buttons if "ad_account" in b.objectName() or "ad account" in b.text().lower()]
    assert offered == [], "the phone has no such way"
    bench.center.page("ad_accounts").press("ad_accounts_add_button")
    wizard = bench.center.inside("add_ad_account_wizard")
    assert wizard.reads("the phone has no way to")
    wizard.press("next_button")
    fill_in(wizard)
    wizard.press("next_button")
    wizard.press("finish_button")
    gone(bench)
    assert [row.name for row in rows(bench)] == ["Harbour Shoes"]


def test_a4_12_before_there_is_a_business_center_there_is_no_way_to_an_ad_account(bench):
    bench.center.open()
    assert not bench.center.sees("nav_ad_accounts_button")
    bench.center.close()
    bench.center.open(bench.admin)
    assert bench.center.sees("nav_ad_accounts_button")


def test_a4_16_assets_advertiser_accounts_add_advertiser_account_create_new(bench):
    bench.center.open(bench.admin)
    title = bench.center.find("Assets > Advertiser accounts > Add advertiser account > Create new")
    assert title == "Create an ad account"
    wizard = bench.center.inside("add_ad_account_wizard")
    assert wizard.widget("create_ad_account_radio").isChecked()
    wizard.press("next_button")
    assert wizard.sees("business_information_page")


def test_a4_17_business_information_then_next(bench):
    bench.center.open(bench.admin)
    wizard = add(bench, "create_ad_account_radio")
    wizard.until(lambda: wizard.text("ad_account_currency_edit") == "EUR")
    wizard.press("next_button")
    assert wizard.sees("business_information_page"), "a name and a company are needed"
    fill_in(wizard)
    wizard.press("next_button")
    assert wizard.sees("submit_ad_account_page")
    assert wizard.reads("Harbour Shoes GmbH")


def test_a4_18_then_it_is_in_review_until_it_is_approved(bench):
    bench.center.open(bench.admin)
    wizard = add(bench, "create_ad_account_radio")
    fill_in(wizard)
    wizard.press("next_button")
    wizard.press("finish_button")
    gone(bench)
    assert bench.center.rows("ad_accounts_table")[0]["status"] == "In review"
    assert bench.center.reads("Stands for TikTok's review")
    bench.center.press("approve_ad_account_button")
    bench.center.inside("review_ad_account_dialog").press("send_review_button")
    bench.center.until(lambda: bench.center.rows("ad_accounts_table")[0]["status"] == "Approved")


def test_a4_24_advertiser_accounts_add_advertiser_account_request_access(bench):
    bench.center.open(bench.admin)
    title = bench.center.find("Assets > Advertiser accounts > Add advertiser account > Request Access")
    assert title == "Request access to an ad account"
    assert bench.center.inside("add_ad_account_wizard").sees("request_ad_account_page")


def test_a4_25_choose_admin_and_paste_the_id(bench, otto):
    asset_id = ad_account(bench.world, otto)
    bench.center.open(bench.admin)
    send_request(bench, number_of(bench.world, otto, asset_id), "request_admin_radio")
    gone(bench)
    [request] = ad_account_requests.list_all(bench.context, bench.admin)
    assert (request.asset_id, request.role) == (asset_id, AssetRole.ADMIN)


def test_a4_26_an_own_ad_account_is_added_without_waiting(bench):
    asset_id = personal_ad_account(bench.world, advertiser(bench.world, bench.admin), "My own shop")
    bench.center.open(bench.admin)
    send_request(bench, number_of_asset(bench, asset_id))
    gone(bench)
    bench.center.until(lambda: bench.center.rows("ad_accounts_table") != [])
    [row] = bench.center.rows("ad_accounts_table")
    assert (row["name"], row["my_role"]) == ("My own shop", "Admin")


def test_a4_27_the_id_is_read_out_of_the_address_of_ads_manager(bench, otto):
    asset_id = ad_account(bench.world, otto)
    number = number_of(bench.world, otto, asset_id)
    bench.center.open(bench.admin)
    wizard = add(bench, "request_ad_account_radio")
    assert wizard.reads("after “aadvid=”")
    wizard.type("request_ad_account_id_edit", f"https://ads.tiktok.com/i18n/perf/campaign?aadvid={number}&lang=en")
    assert number in wizard.text("request_ad_account_read_label")
    wizard.press("finish_button")
    gone(bench)
    assert ad_account_requests.list_all(bench.context, bench.admin)[0].asset_id == asset_id


def test_a4_39_access_to_a_client_s_ad_account_is_asked_for_and_granted(bench, otto):
    asset_id = ad_account(bench.world, otto, "Otter travel")
    bench.center.open(bench.admin)
    send_request(bench, number_of(bench.world, otto, asset_id), "request_operator_radio")
    gone(bench)
    bench.center.close()
    bench.center.open(otto)
    bench.center.page("ad_accounts")
    bench.center.choose_row("ad_accounts_table", asset_id)
    bench.center.press("ad_account_waiting_0_grant_button")
    bench.center.inside("answer_request_dialog").press("send_answer_button")
    bench.center.until(lambda: rows(bench) != ())
    bench.center.close()
    bench.center.open(bench.admin)
    bench.center.page("ad_accounts")
    [row] = bench.center.rows("ad_accounts_table")
    assert (row["name"], row["owner"], row["my_role"]) == ("Otter travel", "Otter Works", "Operator")


def test_a4_41_assets_advertiser_accounts_request_access(bench):
    bench.center.open(bench.admin)
    assert bench.center.find("Assets > Advertiser Accounts > Request Access") == "Request access to an ad account"
    assert bench.center.inside("add_ad_account_wizard").sees("request_ad_account_id_edit")


def test_a4_42_a_wrong_id_is_told_at_its_field_and_stays(bench, otto):
    bench.center.open(bench.admin)
    wizard = add(bench, "request_ad_account_radio")
    assert wizard.reads("The owner finds the ID"), "ask the client for it"
    for text, says in (
        ("7123 4567", "An id has 19 digits"),
        ("71234567890123456789", "An id has 19 digits"),
        ("https://ads.tiktok.com/i18n/dashboard", "An id has 19 digits"),
        ("7123456789012345678", "no ad account with the id"),
    ):
        wizard.type("request_ad_account_id_edit", text)
        wizard.press("finish_button")
        wizard.until(lambda says=says: wizard.reads(says))
        assert wizard.text("request_ad_account_id_edit") == text
    wizard.type("request_ad_account_id_edit", number_of(bench.world, otto, ad_account(bench.world, otto)))
    wizard.press("finish_button")
    gone(bench)


@pytest.mark.parametrize("role", [AssetRole.ADMIN, AssetRole.OPERATOR, AssetRole.ANALYST], ids=str)
def test_a4_43_the_level_is_chosen_and_the_request_sent(bench, otto, role):
    number = number_of(bench.world, otto, ad_account(bench.world, otto))
    bench.center.open(bench.admin)
    send_request(bench, number, f"request_{role.value}_radio", note="For the spring campaign")
    gone(bench)
    [request] = ad_account_requests.list_all(bench.context, bench.admin)
    assert (request.role, request.note) == (role, "For the spring campaign")
    assert request.state is AdAccountRequestState.PENDING


def test_a4_44_the_client_gets_an_e_mail_and_can_grant(bench, otto):
    asset_id = ad_account(bench.world, otto)
    bench.center.open(bench.admin)
    send_request(bench, number_of(bench.world, otto, asset_id), "request_analyst_radio")
    gone(bench)
    [mail] = mails_to(bench, otto.email)
    assert "“Lantern Media” asks for access" in mail.subject
    assert "Analyst" in mail.body
    bench.center.close()
    bench.center.open(otto)
    bench.center.page("ad_accounts")
    bench.center.choose_row("ad_accounts_table", asset_id)
    bench.center.press("ad_account_waiting_0_grant_button")
    bench.center.inside("answer_request_dialog").press("send_answer_button")
    bench.center.until(lambda: rows(bench) != ())
    assert rows(bench)[0].my_role is AssetRole.ANALYST
    assert "was granted" in mails_to(bench, bench.admin.email)[-1].subject


def test_a4_46_an_own_business_center_or_access_to_the_client_s_is_needed(bench, otto):
    bench.center.open()
    assert not bench.center.sees("nav_ad_accounts_button"), "no Business Center, no way to ask"
    bench.center.close()
    # the other way: who is in the client's Business Center, and was given its ad account, has to ask nobody
    asset_id = ad_account(bench.world, otto, "Otter travel")
    sam = bench.world.standard_member(otto)
    wanted = [Assignment(asset_id, holder_of(bench.world, sam), AssetRole.OPERATOR)]
    grants.assign(bench.context, otto, wanted, uuid.uuid4().hex)
    bench.center.open(sam)
    page = bench.center.page("ad_accounts")
    bench.center.until(lambda: bench.center.rows("ad_accounts_table") != [])
    [row] = bench.center.rows("ad_accounts_table")
    assert (row["name"], row["my_role"]) == ("Otter travel", "Operator")
    button = page.widget("ad_accounts_add_button")
    assert not button.isEnabled(), "to ask for others is for admins"
    assert "Otto" in button.toolTip()
