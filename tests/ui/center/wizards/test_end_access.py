"""The assistant End access…: the reason, what was found out, the place, the list, the verb, the receipt."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.ending import EndReason
from bcdesktop.services import ending, grants, tiktok_accounts
from bcdesktop.ui.center.wizards.end_access import EndAccessWizard, open_end_access
from bcdesktop.ui.kit.walk import PseudoTranslator, untranslated, violations
from tests.services.access import ANALYST, OPERATOR, give, holder_of, link, partner_of
from tests.ui.center.linking import child, dialog_called, press


@pytest.fixture
def mara(world, nora):
    return link(world, nora, "mara")


def open_wizard(desk, actor, row=None) -> EndAccessWizard:
    desk.open(actor)
    open_end_access(desk.session, actor, desk.window.navigator, row)
    desk.settle()
    return dialog_called(desk, "end_access_wizard")


def open_at(desk, actor, link_id) -> EndAccessWizard:
    return open_wizard(desk, actor, tiktok_accounts.get(desk.world.context, actor, link_id))


def go_on(desk, wizard, page: str) -> None:
    press(desk, wizard, "next_button")
    assert wizard.currentPage().objectName() == page


def state(world, actor, link_id) -> LinkState:
    return tiktok_accounts.get(world.context, actor, link_id).state


def to_confirmation(desk, wizard) -> None:
    for page in ("end_place_page", "end_effects_page", "end_confirm_page"):
        go_on(desk, wizard, page)


def test_from_an_account_to_its_receipt(desk, world, nora, mara):
    wizard = open_at(desk, nora, mara)
    child(wizard, "leaving_reason_radio").setChecked(True)
    go_on(desk, wizard, "end_place_page")
    assert "is ended here" in child(wizard, "end_found_label").text()
    assert "last day" in child(wizard, "end_advice_label").text()
    go_on(desk, wizard, "end_effects_page")
    assert "Links that end: 1" in wizard.effects_page.view.texts()
    go_on(desk, wizard, "end_confirm_page")
    assert child(wizard, "commit_button").text() == "&Disconnect account"
    assert state(world, nora, mara) is LinkState.ACTIVE
    press(desk, wizard, "commit_button")
    assert wizard.currentPage().objectName() == "end_receipt_page"
    assert state(world, nora, mara) is LinkState.DISCONNECTED
    (receipt,) = ending.list_receipts(world.context, nora)
    assert receipt.reason is EndReason.LEAVING
    assert wizard.receipt_page.view.sheet.receipt == receipt
    press(desk, wizard, "receipt_copy_button")
    assert QGuiApplication.clipboard().text().startswith("Access ended: @mara")
    press(desk, wizard, "finish_button")
    assert not desk.shows("end_access_wizard")


def test_a_list_that_changed_is_shown_and_asked_about_again(desk, world, nora, mara):
    wizard = open_at(desk, nora, mara)
    child(wizard, "privacy_reason_radio").setChecked(True)
    to_confirmation(desk, wizard)
    sam = world.standard_member(nora)
    give(world, nora, mara, holder_of(world, sam), OPERATOR)
    press(desk, wizard, "commit_button")
    assert wizard.currentPage().objectName() == "end_effects_page"
    assert wizard.effects_page.notice.title_label.text() == "What would stop has changed"
    assert "Members who lose access: 1" in wizard.effects_page.view.texts()
    assert state(world, nora, mara) is LinkState.ACTIVE
    go_on(desk, wizard, "end_confirm_page")
    press(desk, wizard, "commit_button")
    assert ending.list_receipts(world.context, nora)[0].reason is EndReason.PRIVACY


def test_what_somebody_ended_meanwhile_is_said_and_cannot_be_ended_again(desk, world, nora, mara):
    wizard = open_at(desk, nora, mara)
    to_confirmation(desk, wizard)
    tiktok_accounts.disconnect(world.context, nora, mara)
    press(desk, wizard, "commit_button")
    assert wizard.currentPage().objectName() == "end_confirm_page"
    assert wizard.confirm_page.notice.isVisible()


def test_a_standard_member_gives_up_their_own_access_only(desk, world, nora, mara):
    sam = world.standard_member(nora)
    give(world, nora, mara, holder_of(world, sam), ANALYST)
    wizard = open_at(desk, sam, mara)
    to_confirmation(desk, wizard)
    assert child(wizard, "commit_button").text() == "&Remove my access"
    press(desk, wizard, "commit_button")
    assert wizard.currentPage().objectName() == "end_receipt_page"
    assert grants.holders_of(world.context, nora, mara) == ()
    assert state(world, nora, mara) is LinkState.ACTIVE


def test_who_may_not_end_it_for_all_is_led_to_the_admins(desk, world, nora, mara):
    sam = world.standard_member(nora)
    give(world, nora, mara, holder_of(world, sam), ANALYST)
    wizard = open_at(desk, sam, mara)
    go_on(desk, wizard, "end_place_page")
    child(wizard, "end_ask_business_center_radio").setChecked(True)
    go_on(desk, wizard, "end_elsewhere_page")
    assert any("Nora" in text for text in wizard.pages_by_step["end_elsewhere"].lines.texts())
    press(desk, wizard, "end_ask_button")
    assert dialog_called(desk, "ask_admin_dialog").isVisible()


def test_the_phone_gets_a_path_for_each_version_and_a_message_to_send(desk, nora, mara):
    wizard = open_at(desk, nora, mara)
    go_on(desk, wizard, "end_place_page")
    child(wizard, "end_ask_phone_radio").setChecked(True)
    go_on(desk, wizard, "end_elsewhere_page")
    press(desk, wizard, "copy_message_button")
    message = QGuiApplication.clipboard().text()
    for words in ("@mara", "Lantern Media", "Security and permissions", "Apps and websites", "Authorised apps"):
        assert words in message


def test_a_shared_account_names_the_partner_and_has_a_message_for_it(desk, world, nora):
    bella = world.center("Bella Brands", "Bella")
    shop = link(world, bella, "bella_shop")
    give(world, bella, shop, partner_of(world, bella, nora), OPERATOR)
    wizard = open_wizard(desk, nora)
    go_on(desk, wizard, "end_account_page")
    child(wizard, "end_handle_edit").setText("@bella")
    go_on(desk, wizard, "end_place_page")
    assert "Bella Brands" in child(wizard, "end_found_label").text()
    go_on(desk, wizard, "end_elsewhere_page")
    assert "bella_shop" in child(wizard, "end_message_edit").toPlainText()


def test_any_other_handle_leads_to_the_owners_phone(desk, nora, mara):
    wizard = open_wizard(desk, nora)
    go_on(desk, wizard, "end_account_page")
    assert not child(wizard, "next_button").isEnabled()
    child(wizard, "end_handle_edit").setText("@somebody")
    assert "not linked here" in child(wizard, "end_typed_label").text()
    go_on(desk, wizard, "end_place_page")
    go_on(desk, wizard, "end_elsewhere_page")
    assert wizard.pages_by_step["end_elsewhere"].title_label.text() == "On the owner's phone"


def test_every_page_has_names_and_is_translated(desk, nora, mara, qapp):
    translator = PseudoTranslator()
    QApplication.installTranslator(translator)
    try:
        wizard = open_wizard(desk, nora)
        press(desk, wizard, "next_button")
        child(wizard, "end_handle_edit").setText("mara")
        while wizard.currentPage().objectName() != "end_confirm_page":
            assert (violations(wizard), untranslated(wizard.currentPage(), is_data)) == ([], [])
            press(desk, wizard, "next_button")
        press(desk, wizard, "commit_button")
        assert (violations(wizard), untranslated(wizard.currentPage(), is_data)) == ([], [])
    finally:
        QApplication.removeTranslator(translator)


def is_data(text: str) -> bool:
    return "mara" in text or "Nora" in text or "UTC" in text or text.isalnum()
