"""Everything of ad accounts has its names and goes through translation."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from bcdesktop.core.ad_accounts import CloseProblem
from bcdesktop.core.flows.add_ad_account import AddAdAccountWay
from bcdesktop.services import ad_account_closing, ad_account_requests, ad_accounts
from bcdesktop.services.ad_account_records import Closing
from bcdesktop.ui.center.dialogs.change_ad_account import ChangeAdAccountDialog
from bcdesktop.ui.center.dialogs.close_ad_account import ask_give_up, close_ad_account_dialog
from bcdesktop.ui.center.dialogs.review_ad_account import ReviewAdAccountDialog
from bcdesktop.ui.center.wizards.add_ad_account import AddAdAccountWizard
from bcdesktop.ui.kit import choices
from bcdesktop.ui.kit.walk import PseudoTranslator, untranslated, violations
from tests.services.ad_world import ad_account, number_of
from tests.ui.center.linking import child, dialog_called, press
from tests.ui.center.pages.test_ad_accounts import ask

DATA = (
    "Nora",
    "Otto",
    "Otter Works",
    "Lantern Media",
    "Spring",
    "Harbour",
    "Fashion",
    "2026",
    "EUR",
    "Europe",
    "https",
)


@pytest.fixture
def pseudo(qapp):
    translator = PseudoTranslator()
    QApplication.installTranslator(translator)
    yield translator
    QApplication.removeTranslator(translator)


def is_data(text: str) -> bool:
    listed = {choice.text for choice in (*choices.countries(), *choices.time_zones())}
    return text.isdigit() or text in listed or any(part in text for part in DATA)


@pytest.mark.parametrize("way", list(AddAdAccountWay), ids=str)
def test_the_wizard(desk, nora, pseudo, way):
    desk.open(nora)
    wizard = desk.window.navigator.open_dialog(AddAdAccountWizard(desk.session, nora, desk.window.navigator, way))
    desk.settle()
    if way is AddAdAccountWay.CREATE:
        assert (violations(wizard), untranslated(wizard.currentPage(), is_data)) == ([], [])
        press(desk, wizard, "next_button")
        child(wizard, "ad_account_name_edit").setText("Spring")
        child(wizard, "ad_account_company_combo").setEditText("Harbour")
        assert violations(wizard) == []
        press(desk, wizard, "next_button")
        assert wizard.currentPage().objectName() == "submit_ad_account_page"
    assert (violations(wizard), untranslated(wizard.currentPage(), is_data)) == ([], [])


def test_the_page_its_panel_and_the_requests(desk, world, nora, pseudo):
    otto = world.center("Otter Works", "Otto")
    asset_id = ad_account(world, nora, approved=False)
    request = ask(world, otto, number_of(world, nora, asset_id))
    desk.open(nora)
    page = desk.go("ad_accounts", asset_id=asset_id)
    desk.qtbot.waitUntil(page.panel.waiting.isVisible)
    assert (violations(desk.window), untranslated(page.panel.review, is_data)) == ([], [])
    desk.go("ad_accounts", request_id=request.id)
    assert (violations(desk.window), untranslated(page.requests, is_data)) == ([], [])
    press(desk, page, "ad_account_request_grant_button")
    dialog = dialog_called(desk, "answer_request_dialog")
    assert (violations(dialog), untranslated(dialog, is_data)) == ([], [])


def test_the_dialogs(desk, world, nora, pseudo):
    otto = world.center("Otter Works", "Otto")
    asset_id, theirs = ad_account(world, nora), ad_account(world, otto)
    request = ask(world, nora, number_of(world, otto, theirs))
    ad_account_requests.answer_here(world.context, otto, request.id, True)
    row, other = (ad_accounts.get(world.context, nora, one) for one in (asset_id, theirs))
    desk.open(nora)
    args = (desk.session, nora, desk.window.navigator, row)
    closing = ad_account_closing.look(world.context, nora, asset_id)
    ask_give_up(desk.session, nora, desk.window.navigator, other)
    desk.settle()
    for dialog in (
        dialog_called(desk, "give_up_ad_account_dialog"),
        ReviewAdAccountDialog(*args, approve=True),
        ReviewAdAccountDialog(*args, approve=False),
        ChangeAdAccountDialog(*args),
        close_ad_account_dialog(row, closing, desk.window, desk.window.raise_),
        close_ad_account_dialog(row, Closing(tuple(CloseProblem)), desk.window, desk.window.raise_),
    ):
        desk.window.navigator.open_dialog(dialog)
        desk.settle()
        assert (violations(dialog), untranslated(dialog, is_data)) == ([], [])
        dialog.close()
