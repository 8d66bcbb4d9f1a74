"""The Payment methods page, its dialogs, and the card in an ad account's panel (A2-09, A2-10; domain.md 9)."""

from __future__ import annotations

import uuid
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bcdesktop.core.billing import NewPaymentMethod, PaymentMethodKind
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.roles import BusinessCenterRole, FinanceRole
from bcdesktop.services import members, payment_methods
from bcdesktop.ui.center.find_entries import find_entries, search
from bcdesktop.ui.center.pages.ad_account_payment import AdAccountPayment
from bcdesktop.ui.kit.walk import violations
from tests.services.ad_world import ad_account
from tests.services.inviting import join, member_id
from tests.services.test_payment_methods import shared_with
from tests.ui.center.linking import dialog_called, dialogs, press, type_in

ADMIN, STANDARD = BusinessCenterRole.ADMIN, BusinessCenterRole.STANDARD
MANAGER, ANALYST = FinanceRole.MANAGER, FinanceRole.ANALYST


def add(world, actor, label="Team card", asset_ids=()):
    new = NewPaymentMethod(label, PaymentMethodKind.CARD, "4242")
    row = payment_methods.create(world.context, actor, new, uuid.uuid4().hex)
    if asset_ids:
        payment_methods.set_for(world.context, actor, row.id, asset_ids)
    return row


def paid(world, actor):
    found = payment_methods.list_all(world.context, actor)
    return {row.label: [account.name for account in row.ad_accounts] for row in found.rows}


def shown(page):
    return [row.label for row in page.payment_methods_table.shown_records()]


def tick(dialog, *names):
    table = dialog.payment_ad_accounts_table
    table.set_ticked([one.id for one in table.record_model.records if one.name in names])


@pytest.fixture
def accounts(world, nora):
    return [ad_account(world, nora, name) for name in ("Autumn", "Spring")]


@pytest.fixture
def finn(world, nora):
    return join(world, nora, "Finn", finance_role=ANALYST)


@pytest.fixture
def ada(world, nora):
    return join(world, nora, "Ada", role=ADMIN)


@pytest.fixture
def page(desk, nora, accounts):
    desk.open(nora)
    return desk.go("payment_methods")


def card_of(desk, actor, asset_id):
    """Return the card as the panel of an ad account shows it."""
    room = QWidget(desk.window)
    card = AdAccountPayment(desk.session, actor, desk.window.navigator, room)
    room.show()
    card.show_asset(asset_id, AssetKind.AD_ACCOUNT, "Autumn")
    desk.settle()
    return card


# ------------------------------------------------------------------ adding, sharing, changing
def test_a_payment_method_is_added_and_shared_by_two_ad_accounts(desk, page, world, nora):
    press(desk, page, "payment_empty_add_button")
    form = dialog_called(desk, "payment_method_dialog")
    type_in(desk, form, "payment_label_edit", "Team card")
    type_in(desk, form, "payment_digits_edit", "4242")
    press(desk, form, "save_payment_method_button")
    chooser = dialog_called(desk, "payment_ad_accounts_dialog")
    assert not chooser.save_payment_ad_accounts_button.isEnabled()
    tick(chooser, "Autumn", "Spring")
    assert chooser.payment_effect_label.text() == "2 ad accounts will be paid with it."
    press(desk, chooser, "save_payment_ad_accounts_button")
    assert paid(world, nora) == {"Team card": ["Autumn", "Spring"]}
    assert page.panel.title_label.text() == "Team card"
    assert page.panel.subtitle_label.text() == "Card •••• 4242"


@pytest.mark.parametrize(
    ("field", "text"), [("payment_digits_edit", "42424"), ("payment_label_edit", "4242 4242 4242")]
)
def test_a_whole_number_is_refused_while_it_is_typed_and_stays_in_its_field(desk, page, world, nora, field, text):
    press(desk, page, "add_payment_method_button")
    form = dialog_called(desk, "payment_method_dialog")
    type_in(desk, form, field, text)
    name = "last_four" if field == "payment_digits_edit" else "label"
    assert "whole number" in form.form.error_text(name)
    press(desk, form, "save_payment_method_button")
    assert form.isVisible()
    assert form.findChild(QWidget, field).text() == text
    assert paid(world, nora) == {}


def test_what_is_missing_is_told_at_its_field(desk, page):
    press(desk, page, "add_payment_method_button")
    form = dialog_called(desk, "payment_method_dialog")
    press(desk, form, "save_payment_method_button")
    assert form.form.error_text("label")
    type_in(desk, form, "payment_label_edit", "Team card")
    press(desk, form, "save_payment_method_button")
    assert form.form.error_text("last_four")


def test_an_invoice_needs_no_digits(desk, page, world, nora):
    press(desk, page, "add_payment_method_button")
    form = dialog_called(desk, "payment_method_dialog")
    type_in(desk, form, "payment_label_edit", "Monthly invoice")
    form.payment_kind_combo.setCurrentIndex(form.payment_kind_combo.findData(PaymentMethodKind.INVOICE))
    press(desk, form, "save_payment_method_button")
    assert paid(world, nora) == {"Monthly invoice": []}


def test_taking_a_tick_away_leaves_the_ad_account_without_one(desk, page, world, nora, accounts):
    row = add(world, nora, asset_ids=accounts)
    page.choose_ad_accounts(row)
    chooser = dialog_called(desk, "payment_ad_accounts_dialog")
    desk.settle()
    chooser.payment_ad_accounts_table.set_ticked([accounts[0]], ticked=False)
    assert chooser.payment_effect_label.text() == "1 ad account will have no payment method."
    press(desk, chooser, "save_payment_ad_accounts_button")
    assert paid(world, nora) == {"Team card": ["Spring"]}
    assert page.without_payment_label.text() == "Without a payment method: Autumn."


def test_the_name_can_be_changed(desk, page, world, nora):
    page.rename(add(world, nora))
    form = dialog_called(desk, "payment_method_dialog")
    type_in(desk, form, "payment_label_edit", "Spring card")
    press(desk, form, "save_payment_method_button")
    assert shown(page) == ["Spring card"]


def test_removing_lists_the_ad_accounts_that_are_without_one_then(desk, page, world, nora, accounts):
    add(world, nora, asset_ids=accounts)
    desk.qtbot.waitUntil(
        lambda: page.payment_methods_table.select_record(payment_methods.list_all(world.context, nora).rows[0].id)
    )
    press(desk, page, "remove_payment_button")
    question = dialog_called(desk, "remove_payment_method_dialog")
    texts = " ".join(label.text() for label in question.findChildren(QWidget) if hasattr(label, "text"))
    assert "any more: Autumn, Spring." in texts
    press(desk, question, "accept_button")
    assert paid(world, nora) == {}
    assert not dialogs(desk, "remove_payment_method_dialog")


# ------------------------------------------------------------------ who sees it
def test_a_finance_analyst_sees_it_and_is_told_who_can_change_it(desk, world, nora, finn, accounts):
    row = add(world, nora, asset_ids=accounts)
    desk.open(finn)
    page = desk.go("payment_methods", payment_method_id=row.id)
    assert shown(page) == ["Team card"]
    for button in (page.add_payment_method_button, page.panel.remove_payment_button):
        assert not button.isEnabled()
        assert button.toolTip() == "Only a Finance manager can change this. Ask Nora."
        assert button.statusTip() == button.toolTip()


def test_an_admin_without_a_finance_role_finds_no_trace_of_it(desk, world, nora, ada, accounts):
    add(world, nora, asset_ids=accounts)
    desk.settings.last_page = "payment_methods"
    desk.open(ada)
    assert "payment_methods" not in desk.window.sidebar.buttons
    assert desk.window.inside.pages.current_name == "home"
    box = desk.window.inside.open_find_box()
    desk.qtbot.keyClicks(box.find_edit, "payment")
    assert box.find_list.topLevelItemCount() == 0
    box.close()
    desk.window.navigator.go("payment_methods")
    desk.settle()
    assert desk.window.inside.pages.current_name == "home"
    assert "finance role" in desk.window.notices.bar.advice_label.text()
    assert not card_of(desk, ada, accounts[0]).isVisible()


@pytest.mark.parametrize(
    ("role", "texts"),
    [(MANAGER, ["Payment methods", "Add a payment method"]), (ANALYST, ["Payment methods"]), (None, [])],
)
def test_the_find_box_knows_it_for_finance_roles_only(qapp, role, texts):
    found = [hit.entry.title for hit in search(find_entries(STANDARD, role), "payment")]
    assert found == texts


def test_losing_the_finance_role_takes_the_page_away_at_once(desk, world, nora, finn):
    desk.open(finn)
    desk.go("payment_methods")
    members.change_role(world.context, nora, member_id(world, nora, finn), STANDARD, None)
    desk.qtbot.waitUntil(lambda: "payment_methods" not in desk.window.sidebar.buttons)
    assert desk.window.actor == replace(finn, finance_role=None)


# ------------------------------------------------------------------ the card in an ad account's panel
def test_the_card_tells_how_an_ad_account_is_paid_and_changes_it(desk, world, nora, accounts):
    one, two = add(world, nora, "One", accounts), add(world, nora, "Two")
    desk.open(nora)
    card = card_of(desk, nora, accounts[0])
    assert card.ad_account_payment_label.text() == "One · Card •••• 4242"
    assert card.ad_account_payment_note.text() == "Shared with 1 ad account."
    press(desk, card, "change_ad_account_payment_button")
    dialog = dialog_called(desk, "choose_payment_method_dialog")
    assert dialog.choose_payment_combo.currentData() == one.id
    dialog.choose_payment_combo.setCurrentIndex(dialog.choose_payment_combo.findData(two.id))
    press(desk, dialog, "save_choose_payment_button")
    assert paid(world, nora) == {"One": ["Spring"], "Two": ["Autumn"]}
    assert card.ad_account_payment_label.text() == "Two · Card •••• 4242"
    assert card.ad_account_payment_note.text() == "No other ad account is paid with it."


def test_the_card_can_leave_an_ad_account_without_one(desk, world, nora, accounts):
    add(world, nora, "One", accounts)
    desk.open(nora)
    card = card_of(desk, nora, accounts[0])
    press(desk, card, "change_ad_account_payment_button")
    dialog = dialog_called(desk, "choose_payment_method_dialog")
    dialog.choose_payment_combo.setCurrentIndex(0)
    press(desk, dialog, "save_choose_payment_button")
    assert card.ad_account_payment_label.text() == "None is set."


def test_the_card_of_somebody_elses_ad_account_names_the_owner_only(desk, world, nora, accounts):
    add(world, nora, "One", accounts)
    otto = world.center("Otter Works", "Otto")
    shared_with(world, accounts[0], otto)
    desk.open(otto)
    card = card_of(desk, otto, accounts[0])
    assert card.ad_account_payment_label.text() == "“Lantern Media” owns this ad account and pays for it."
    assert not card.change_ad_account_payment_button.isVisible()


def test_the_dialogs_have_names_and_close_by_escape(desk, page, world, nora, accounts):
    row = add(world, nora, asset_ids=accounts)
    for name, opened in (
        ("payment_method_dialog", page.add),
        ("payment_ad_accounts_dialog", partial(page.choose_ad_accounts, row)),
        ("payment_method_dialog", partial(page.rename, row)),
    ):
        opened()
        desk.settle()
        dialog = dialog_called(desk, name)
        assert violations(dialog) == []
        desk.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        desk.settle()
        assert not dialogs(desk, name)
