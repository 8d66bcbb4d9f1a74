"""The Ad accounts page: add, review, correct, ask, answer, transfer, close (A4-16 to A4-18, A4-24 to A4-27, 7.15)."""

from __future__ import annotations

import uuid

import pytest
from PySide6.QtGui import QGuiApplication

from bcdesktop.core.ad_accounts import AdAccountRequestKind, AdAccountRequestState, AdAccountStatus
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import ad_account_requests, ad_accounts, grants
from bcdesktop.services.people_records import Assignment
from bcdesktop.store.tables import Asset
from tests.services.access import give, holder_of
from tests.services.ad_world import ad_account, advertiser, number_of, personal_ad_account
from tests.ui.center.linking import child, dialog_called, dialogs, press, type_in


@pytest.fixture
def otto(world):
    """The admin of another Business Center."""
    return world.center("Otter Works", "Otto")


@pytest.fixture
def page(desk, nora):
    desk.open(nora)
    return desk.go("ad_accounts")


def choose(desk, page, asset_id):
    desk.qtbot.waitUntil(lambda: page.ad_accounts_table.select_record(asset_id))
    desk.settle()


def wizard_at(desk, page, radio):
    press(desk, page, "ad_accounts_add_button")
    wizard = dialog_called(desk, "add_ad_account_wizard")
    child(wizard, radio).click()
    press(desk, wizard, "next_button")
    return wizard


def rows(world, actor):
    return ad_accounts.list_all(world.context, actor)


def ask(world, actor, number, role=AssetRole.OPERATOR):
    return ad_account_requests.ask(
        world.context, actor, number, AdAccountRequestKind.ACCESS, role, "Spring", uuid.uuid4().hex
    )


def number_of_asset(world, asset_id):
    with world.store.read() as session:
        return session.get_one(Asset, asset_id).number


def fill_in(desk, wizard, name="Spring", company="Harbour Shoes GmbH"):
    desk.qtbot.waitUntil(lambda: child(wizard, "ad_account_currency_edit").text() == "EUR")
    type_in(desk, wizard, "ad_account_name_edit", name)
    child(wizard, "ad_account_company_combo").setEditText(company)


def test_a_new_one_is_filled_in_submitted_approved(desk, page, world, nora):
    wizard = wizard_at(desk, page, "create_ad_account_radio")
    fill_in(desk, wizard)
    press(desk, wizard, "next_button")
    press(desk, wizard, "finish_button")
    desk.qtbot.waitUntil(page.panel.isVisible)
    assert not dialogs(desk, "add_ad_account_wizard")
    assert page.panel.review.title_label.text() == "Stands for TikTok's review"
    press(desk, page, "approve_ad_account_button")
    press(desk, dialog_called(desk, "review_ad_account_dialog"), "send_review_button")
    desk.qtbot.waitUntil(lambda: not page.panel.review.isVisible())
    assert rows(world, nora)[0].status is AdAccountStatus.APPROVED


def test_a_bad_value_is_told_at_its_field_and_stays(desk, page):
    wizard = wizard_at(desk, page, "create_ad_account_radio")
    fill_in(desk, wizard, name="Spring")
    type_in(desk, wizard, "ad_account_link_edit", "my shop")
    press(desk, wizard, "next_button")
    assert child(wizard, "ad_account_link_edit").text() == "my shop"
    assert "not the address of a page" in child(wizard, "ad_account_link_edit").accessibleDescription()


def test_what_was_not_approved_is_corrected_and_submitted_again(desk, page, world, nora):
    asset_id = ad_account(world, nora, approved=False)
    choose(desk, page, asset_id)
    press(desk, page, "refuse_ad_account_button")
    dialog = dialog_called(desk, "review_ad_account_dialog")
    type_in(desk, dialog, "review_note_edit", "Whose company is it?")
    press(desk, dialog, "send_review_button")
    desk.qtbot.waitUntil(lambda: child(page, "correct_ad_account_button").isVisible())
    assert "Whose company is it?" in child(page, "review_note_label").text()
    press(desk, page, "correct_ad_account_button")
    dialog = dialog_called(desk, "change_ad_account_dialog")
    child(dialog, "ad_account_company_combo").setEditText("Harbour Boots AG")
    press(desk, dialog, "save_ad_account_button")
    desk.qtbot.waitUntil(lambda: rows(world, nora)[0].status is AdAccountStatus.IN_REVIEW)
    assert rows(world, nora)[0].company == "Harbour Boots AG"


def test_an_id_is_read_out_of_an_address_while_it_is_typed(desk, page):
    wizard = wizard_at(desk, page, "request_ad_account_radio")
    type_in(desk, wizard, "request_ad_account_id_edit", "https://ads.tiktok.com/?aadvid=7123456789012345678")
    assert child(wizard, "request_ad_account_read_label").text() == "Read out of the address: 7123456789012345678"


@pytest.mark.parametrize(
    "text", ["7123 4567", "71234567890123456x9", "71234567890123456789", "https://ads.tiktok.com/"], ids=range(4)
)
def test_a_text_without_an_id_is_told_at_its_field_and_stays(desk, page, text):
    wizard = wizard_at(desk, page, "request_ad_account_radio")
    type_in(desk, wizard, "request_ad_account_id_edit", text)
    press(desk, wizard, "finish_button")
    assert child(wizard, "request_ad_account_id_edit").text() == text
    assert "An id has 19 digits." in child(wizard, "request_ad_account_id_edit").accessibleDescription()


def test_an_unknown_id_is_told_at_its_field(desk, page):
    wizard = wizard_at(desk, page, "request_ad_account_radio")
    type_in(desk, wizard, "request_ad_account_id_edit", "7123456789012345678")
    press(desk, wizard, "finish_button")
    assert "in this store" in child(wizard, "request_ad_account_id_edit").accessibleDescription()


def test_a_sent_request_can_be_cancelled(desk, page, world, nora, otto):
    wizard = wizard_at(desk, page, "request_ad_account_radio")
    type_in(desk, wizard, "request_ad_account_id_edit", number_of(world, otto, ad_account(world, otto)))
    child(wizard, "request_analyst_radio").click()
    press(desk, wizard, "finish_button")
    desk.qtbot.waitUntil(lambda: child(page, "ad_account_request_cancel_button").isEnabled())
    assert not child(page, "ad_account_request_grant_button").isEnabled()
    press(desk, page, "ad_account_request_cancel_button")
    press(desk, dialog_called(desk, "cancel_ad_account_request_dialog"), "accept_button")
    [row] = ad_account_requests.list_all(world.context, nora)
    assert (row.role, row.state) == (AssetRole.ANALYST, AdAccountRequestState.CANCELLED)


def test_a_received_request_is_granted_from_the_panel(desk, page, world, nora, otto):
    asset_id = ad_account(world, nora)
    ask(world, otto, number_of(world, nora, asset_id))
    choose(desk, page, asset_id)
    desk.qtbot.waitUntil(page.panel.waiting.isVisible)
    assert page.ad_accounts_tabs.tabText(1) == "Requests (1 to answer)"
    press(desk, page, "ad_account_waiting_0_grant_button")
    press(desk, dialog_called(desk, "answer_request_dialog"), "send_answer_button")
    desk.qtbot.waitUntil(lambda: not page.panel.waiting.isVisible())
    assert rows(world, otto)[0].my_role is AssetRole.OPERATOR


def test_a_received_request_is_refused_from_the_list(desk, page, world, nora, otto):
    request = ask(world, otto, number_of(world, nora, ad_account(world, nora)))
    desk.go("ad_accounts", request_id=request.id)
    desk.qtbot.waitUntil(lambda: child(page, "ad_account_request_refuse_button").isEnabled())
    press(desk, page, "ad_account_request_refuse_button")
    dialog = dialog_called(desk, "answer_request_dialog")
    type_in(desk, dialog, "refuse_reason_edit", "Not now")
    press(desk, dialog, "send_answer_button")
    assert ad_account_requests.get(world.context, otto, request.id).decline_reason == "Not now"


def test_who_is_not_admin_on_the_ad_account_is_told_who_answers(desk, page, world, nora, otto):
    asset_id = ad_account(world, nora)
    request = ask(world, otto, number_of(world, nora, asset_id))
    sam, nora_holder = world.standard_member(nora), holder_of(world, nora)
    give(world, nora, asset_id, holder_of(world, sam), AssetRole.ADMIN)
    give(world, nora, asset_id, nora_holder, None)
    desk.go("ad_accounts", request_id=request.id)
    button = child(page, "ad_account_request_grant_button")
    desk.qtbot.waitUntil(lambda: button.toolTip() == "Only who is Admin on “Spring” answers. Ask Sam.")
    assert not button.isEnabled()
    give(world, nora, asset_id, holder_of(world, sam), AssetRole.ANALYST)
    desk.qtbot.waitUntil(lambda: button.toolTip() == "Nobody is Admin on “Spring”. Give somebody that role first.")
    give(world, nora, asset_id, nora_holder, AssetRole.ADMIN)
    desk.qtbot.waitUntil(button.isEnabled)


def test_a_transfer_asks_twice_before_it_is_for_good(desk, page, world, nora):
    asset_id = personal_ad_account(world, advertiser(world, nora))
    wizard = wizard_at(desk, page, "transfer_ad_account_radio")
    type_in(desk, wizard, "transfer_ad_account_id_edit", number_of_asset(world, asset_id))
    press(desk, wizard, "finish_button")
    assert "fill in this field" in child(wizard, "transfer_understood_check").accessibleDescription()
    child(wizard, "transfer_understood_check").click()
    press(desk, wizard, "finish_button")
    press(desk, dialog_called(desk, "transfer_ad_account_dialog"), "accept_button")
    desk.qtbot.waitUntil(lambda: bool(rows(world, nora)))
    assert rows(world, nora)[0].is_owned


def test_closing_names_what_stops_and_needs_the_tick_about_bills(desk, page, world, nora):
    asset_id = ad_account(world, nora)
    choose(desk, page, asset_id)
    press(desk, page, "end_ad_account_button")
    dialog = dialog_called(desk, "close_ad_account_dialog")
    assert not child(dialog, "accept_button").isEnabled()
    child(dialog, "no_open_bill_check").click()
    press(desk, dialog, "accept_button")
    desk.qtbot.waitUntil(lambda: rows(world, nora)[0].status is AdAccountStatus.CLOSED)
    desk.qtbot.waitUntil(lambda: not page.ad_accounts_table.shown_records())


def test_somebody_else_s_ad_account_is_removed_not_closed(desk, page, world, nora, otto):
    asset_id = ad_account(world, otto)
    request = ask(world, nora, number_of(world, otto, asset_id))
    ad_account_requests.answer_here(world.context, otto, request.id, True)
    choose(desk, page, asset_id)
    assert not page.panel.change_button.isEnabled()
    press(desk, page, "end_ad_account_button")
    press(desk, dialog_called(desk, "give_up_ad_account_dialog"), "accept_button")
    desk.qtbot.waitUntil(lambda: rows(world, nora) == ())


def test_the_id_can_be_copied(desk, page, world, nora):
    asset_id = ad_account(world, nora)
    choose(desk, page, asset_id)
    press(desk, page, "copy_ad_account_id_button")
    assert QGuiApplication.clipboard().text() == number_of(world, nora, asset_id)


def test_a_standard_member_sees_what_was_given_and_why_the_rest_is_grey(desk, world, nora):
    given, _other = ad_account(world, nora, "Given"), ad_account(world, nora, "Other")
    sam = world.standard_member(nora)
    grants.assign(world.context, nora, [Assignment(given, holder_of(world, sam), AssetRole.ANALYST)], uuid.uuid4().hex)
    desk.open(sam)
    page = desk.go("ad_accounts")
    choose(desk, page, given)
    assert [row.name for row in page.ad_accounts_table.shown_records()] == ["Given"]
    for button in (page.ad_accounts_add_button, page.panel.end_button):
        assert not button.isEnabled()
        assert "Nora" in button.toolTip()


def test_the_find_box_starts_the_wizard_at_the_way_that_was_named(desk, page):
    desk.go("ad_accounts", add="request")
    wizard = dialog_called(desk, "add_ad_account_wizard")
    assert child(wizard, "request_ad_account_id_edit").isVisible()
