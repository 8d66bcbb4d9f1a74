"""Payment methods: the page, its dialogs, for whom it is read only, and the card in an ad account's panel."""

from __future__ import annotations

import uuid

import pytest

from bcdesktop.core.billing import NewPaymentMethod, PaymentMethodKind
from bcdesktop.core.roles import FinanceRole
from bcdesktop.services import payment_methods
from tests.services.ad_world import ad_account
from tests.services.inviting import join
from tests.shots.scenes_center import at_desk

CARD, BANK, INVOICE = PaymentMethodKind.CARD, PaymentMethodKind.BANK_ACCOUNT, PaymentMethodKind.INVOICE
NAMES = ("Harbour Shoes · spring", "Lumen Lamps", "Kite Kitchen", "Pedal & Pine", "Bakehaus Nord", "Trial account")


@pytest.fixture
def story(bench):
    """Four payment methods, one shared by three ad accounts; one ad account has none. Returns the ids by name."""
    world, nora = bench.world, bench.admin
    accounts = [ad_account(world, nora, name) for name in NAMES]
    ids = dict(zip(NAMES, accounts, strict=True))
    for label, kind, digits, used in (
        ("Team card", CARD, "4242", accounts[:3]),
        ("Kite Kitchen's own account", BANK, "3000", accounts[3:4]),
        ("Monthly invoice", INVOICE, "", accounts[4:5]),
        ("Reserve", CARD, "1881", []),
    ):
        new = NewPaymentMethod(label, kind, digits)
        row = payment_methods.create(world.context, nora, new, uuid.uuid4().hex)
        payment_methods.set_for(world.context, nora, row.id, used)
        ids[label] = row.id
        world.wait(days=3)
    return ids


def scene_payment_methods(bench, camera, story):
    window = at_desk(bench, bench.admin)
    bench.center.page("payment_methods")
    bench.center.settle()
    camera.take("billing-page", window)
    bench.center.choose_row("payment_methods_table", story["Team card"])
    camera.take("billing-panel", window)
    bench.center.choose_row("payment_methods_table", story["Reserve"])
    camera.take("billing-panel-unused", window)


def scene_no_payment_methods(bench, camera):
    window = at_desk(bench, bench.admin)
    bench.center.page("payment_methods")
    bench.center.settle()
    camera.take("billing-page-empty", window)


def scene_adding_one(bench, camera, story):
    at_desk(bench, bench.admin)
    page = bench.center.page("payment_methods")
    page.press("add_payment_method_button")
    form = bench.center.inside("payment_method_dialog")
    camera.take("billing-add", form.window)
    form.type("payment_label_edit", "Visa 4242 4242 4242 4242")
    form.type("payment_digits_edit", "42424")
    bench.center.settle()
    camera.take("billing-add-refused", form.window)
    form.window.close()
    page.window.choose_ad_accounts(payment_methods.get(bench.context, bench.admin, story["Team card"]))
    chooser = bench.center.inside("payment_ad_accounts_dialog")
    table = chooser.widget("payment_ad_accounts_table")
    chooser.until(lambda: table.record_model.records)
    table.set_ticked([story["Pedal & Pine"], story["Trial account"]])
    table.set_ticked([story["Lumen Lamps"]], ticked=False)
    camera.take("billing-ad-accounts", chooser.window)


def scene_removing_one(bench, camera, story):
    at_desk(bench, bench.admin)
    page = bench.center.page("payment_methods")
    bench.center.settle()
    bench.center.choose_row("payment_methods_table", story["Team card"])
    page.press("remove_payment_button")
    camera.take("billing-remove", bench.center.inside("remove_payment_method_dialog").window)


def scene_a_finance_analyst(bench, camera, story):
    finn = join(bench.world, bench.admin, "Finn", finance_role=FinanceRole.ANALYST)
    window = at_desk(bench, finn)
    bench.center.page("payment_methods")
    bench.center.settle()
    bench.center.choose_row("payment_methods_table", story["Team card"])
    camera.take("billing-analyst", window)


def scene_how_an_ad_account_is_paid(bench, camera, story):
    window = at_desk(bench, bench.admin)
    page = bench.center.page("ad_accounts")
    bench.center.choose_row("ad_accounts_table", story["Kite Kitchen"])
    bench.center.see("ad_account_payment")
    camera.take("billing-ad-account-panel", window)
    page.press("change_ad_account_payment_button")
    camera.take("billing-ad-account-choose", bench.center.inside("choose_payment_method_dialog").window)
