"""Ad accounts: the page, its panel in every state, requests, the wizard, and every dialog."""

from __future__ import annotations

import uuid

import pytest

from bcdesktop.core.ad_accounts import AdAccountRequestKind, AdAccountStatus
from bcdesktop.core.flows.add_ad_account import AddAdAccountWay
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import ad_account_closing, ad_account_requests, ad_accounts, grants
from bcdesktop.services.people_records import Assignment
from bcdesktop.store.tables import AdAccount, Asset
from bcdesktop.ui.center.dialogs.change_ad_account import ChangeAdAccountDialog
from bcdesktop.ui.center.dialogs.close_ad_account import ask_give_up, close_ad_account_dialog
from bcdesktop.ui.center.dialogs.review_ad_account import ReviewAdAccountDialog
from bcdesktop.ui.center.wizards.add_ad_account import AddAdAccountWizard
from tests.services.access import holder_of, link
from tests.services.ad_world import (
    ad_account,
    ad_link,
    advertiser,
    number_of,
    personal_ad_account,
)

ROOM = (1440, 900)
ACCESS, TRANSFER = AdAccountRequestKind.ACCESS, AdAccountRequestKind.TRANSFER


def ask(world, actor, number, role=AssetRole.OPERATOR, kind=ACCESS, note=""):
    return ad_account_requests.ask(world.context, actor, number, kind, role, note, uuid.uuid4().hex)


def number_of_asset(world, asset_id):
    with world.store.read() as session:
        return session.get_one(Asset, asset_id).number


@pytest.fixture
def office(bench):
    """A Business Center with ad accounts and requests in every state; returns the ids by name."""
    world, nora = bench.world, bench.admin
    otto, ida = world.center("Otter Works", "Otto"), world.center("Iris Studio", "Ida")
    sam = world.standard_member(nora, "Sam Tan")
    ids = {"approved": ad_account(world, nora, "Harbour Shoes spring and summer")}
    mara = link(world, nora, "mara.bakes")
    ad_link(world, nora, ids["approved"], mara)
    grants.assign(
        world.context, nora, [Assignment(ids["approved"], holder_of(world, sam), AssetRole.ANALYST)], uuid.uuid4().hex
    )
    ids["closed"] = ad_account(world, nora, "Harbour Shoes 2024")
    ad_account_closing.close(world.context, nora, ids["closed"], no_open_bill=True)
    ids["suspended"] = ad_account(world, nora, "Lake hotels")
    world.store.run(
        lambda unit: setattr(unit.session.get_one(AdAccount, ids["suspended"]), "status", AdAccountStatus.SUSPENDED)
    )
    world.wait(days=2)
    ids["not-approved"] = ad_account(world, nora, "City trips", approved=False)
    ad_accounts.review(
        world.context, nora, ids["not-approved"], False, "The company's full name is missing; add its legal form."
    )
    ids["in-review"] = ad_account(world, nora, "Harbour Boots autumn", approved=False)
    theirs = ad_account(world, otto, "Otter travel")
    request = ask(world, nora, number_of(world, otto, theirs), note="For the spring campaign")
    ad_account_requests.answer_here(world.context, otto, request.id, True)
    ids["other"] = theirs
    waits = ask(
        world,
        otto,
        number_of(world, nora, ids["approved"]),
        note="We plan the spring campaign together with your team and need to set up the ads.",
    )
    ids["received"] = waits.id
    world.wait(hours=3)
    ask(world, ida, number_of(world, nora, ids["in-review"]), AssetRole.ANALYST)
    personal = number_of_asset(world, personal_ad_account(world, advertiser(world, ida), "Ida's own shop"))
    ids["sent"] = ask(world, nora, personal, kind=TRANSFER, note="As agreed on Monday").id
    refused = ask(world, nora, number_of(world, ida, ad_account(world, ida, "Iris cosmetics")))
    ad_account_requests.answer_here(world.context, ida, refused.id, False, "Please ask for Analyst first")
    return bench, ids, sam


def at_page(bench, actor):
    window = bench.center.open(actor)
    window.resize(*ROOM)
    bench.center.page("ad_accounts")
    bench.center.settle()
    return window


def scene_ad_accounts_empty(bench, camera):
    camera.take("ad-accounts-empty", at_page(bench, bench.admin))


@pytest.mark.parametrize("name", ["approved", "in-review", "not-approved", "suspended", "other"])
def scene_ad_accounts(office, camera, name):
    bench, ids, _sam = office
    window = at_page(bench, bench.admin)
    bench.center.choose_row("ad_accounts_table", ids[name])
    bench.center.settle()
    camera.take(f"ad-accounts-{name}", window)
    if name == "approved":
        panel = window.inside.pages.page("ad_accounts").panel
        for place, tab in enumerate(("members", "partners", "tiktok-accounts", "activity"), start=1):
            panel.tabs.setCurrentIndex(place)
            bench.center.settle()
            camera.take(f"ad-accounts-{tab}", window)


def scene_ad_accounts_closed(office, camera):
    bench, ids, _sam = office
    window = at_page(bench, bench.admin)
    page = window.inside.pages.page("ad_accounts")
    page.ad_accounts_status_combo.setCurrentIndex(page.ad_accounts_status_combo.count() - 1)
    bench.center.choose_row("ad_accounts_table", ids["closed"])
    bench.center.settle()
    camera.take("ad-accounts-closed", window)


@pytest.mark.parametrize("name", ["received", "sent"])
def scene_ad_account_requests(office, camera, name):
    bench, ids, _sam = office
    window = at_page(bench, bench.admin)
    window.navigator.go("ad_accounts", request_id=ids[name])
    bench.center.settle()
    camera.take(f"ad-account-requests-{name}", window)
    if name == "received":
        bench.center.press("ad_account_request_grant_button")
        camera.take("ad-account-grant", bench.center.see("answer_request_dialog"))


def scene_ad_accounts_of_a_standard_member(office, camera):
    bench, ids, sam = office
    window = at_page(bench, sam)
    bench.center.choose_row("ad_accounts_table", ids["approved"])
    bench.center.settle()
    camera.take("ad-accounts-standard", window)


@pytest.mark.parametrize("way", list(AddAdAccountWay), ids=str)
def scene_add_ad_account(office, camera, way):
    bench, _ids, _sam = office
    window = at_page(bench, bench.admin)
    wizard = window.navigator.open_dialog(AddAdAccountWizard(bench.center.session, bench.admin, window.navigator, way))
    hands = bench.center.inside("add_ad_account_wizard")
    if way is AddAdAccountWay.CREATE:
        camera.take("add-ad-account-way", wizard)
        hands.press("next_button")
        hands.type("ad_account_name_edit", "Harbour Boots winter")
        camera.take("add-ad-account-information", wizard)
        hands.widget("ad_account_company_combo").setEditText("Harbour Boots AG")
        hands.press("next_button")
        camera.take("add-ad-account-submit", wizard)
        return
    name = f"{way.value}_ad_account_id_edit"
    hands.type(name, "https://ads.tiktok.com/i18n/dashboard?aadvid=7123456789012345678")
    camera.take(f"add-ad-account-{way.value}", wizard)
    hands.type(name, "7123 4567")
    if way is AddAdAccountWay.REQUEST:
        hands.press("finish_button")
        camera.take("add-ad-account-bad-id", wizard)


def scene_ad_account_dialogs(office, camera):
    bench, ids, _sam = office
    world, nora = bench.world, bench.admin
    window = at_page(bench, nora)
    rows = {row.id: row for row in ad_accounts.list_all(world.context, nora)}
    args = (bench.center.session, nora, window.navigator)
    approved, other = rows[ids["approved"]], rows[ids["other"]]
    closing = ad_account_closing.look(world.context, nora, approved.id)
    suspended = ad_account_closing.look(world.context, nora, ids["suspended"])
    for name, dialog in (
        ("ad-account-review", ReviewAdAccountDialog(*args, rows[ids["in-review"]], approve=False)),
        ("ad-account-correct", ChangeAdAccountDialog(*args, rows[ids["not-approved"]])),
        ("ad-account-close", close_ad_account_dialog(approved, closing, window, window.raise_)),
        ("ad-account-cannot-close", close_ad_account_dialog(rows[ids["suspended"]], suspended, window, window.raise_)),
    ):
        window.navigator.open_dialog(dialog)
        bench.center.settle()
        camera.take(name, dialog)
        dialog.close()
    ask_give_up(bench.center.session, nora, window.navigator, other)
    camera.take("ad-account-give-up", bench.center.see("give_up_ad_account_dialog"))
