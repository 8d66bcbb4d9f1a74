"""Billing: one payment method shared by ad accounts or one each; who never sees how is paid, or how ads do."""

from __future__ import annotations

import pytest

from bcdesktop.core.billing import NewPaymentMethod, PaymentMethodKind
from bcdesktop.core.errors import NotAllowed
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import campaigns, partners, payment_methods, reports
from bcdesktop.ui.center.pages.ad_account_panel import AdAccountPanel
from tests.services.access import give, holder_of
from tests.services.ad_world import ad_account, advertiser
from tests.services.inviting import join
from tests.services.partnering import invite


def ad_accounts(bench, *names: str) -> list[str]:
    """Return the ids of approved ad accounts of Nora's Business Center."""
    return [ad_account(bench.world, bench.admin, name) for name in names]


def add_by_page(bench, label: str, digits: str, *names: str) -> None:
    """Add a payment method on its page and tick the ad accounts it pays for."""
    bench.center.page("payment_methods").press("add_payment_method_button")
    form = bench.center.inside("payment_method_dialog")
    form.type("payment_label_edit", label)
    form.type("payment_digits_edit", digits)
    form.press("save_payment_method_button")
    chooser = bench.center.inside("payment_ad_accounts_dialog")
    table = chooser.widget("payment_ad_accounts_table")
    chooser.until(lambda: table.record_model.records)
    table.set_ticked([one.id for one in table.record_model.records if one.name in names])
    chooser.press("save_payment_ad_accounts_button")
    bench.center.until(lambda: not bench.center.sees("payment_ad_accounts_dialog"))


def paid(bench) -> dict[str, list[str]]:
    """Return the names of the ad accounts each payment method pays for."""
    rows = payment_methods.list_all(bench.context, bench.admin).rows
    return {row.label: [account.name for account in row.ad_accounts] for row in rows}


def shown(bench, column: str) -> list[str]:
    """Return what one column of the page says."""
    return [row[column] for row in bench.center.rows("payment_methods_table")]


def test_a2_09_one_payment_method_is_shared_by_several_ad_accounts(bench):
    ad_accounts(bench, "Spring", "Autumn", "Winter")
    bench.center.open(bench.admin)

    add_by_page(bench, "Team card", "4242", "Spring", "Autumn")

    assert (shown(bench, "label"), shown(bench, "number"), shown(bench, "ad_accounts")) == (
        ["Team card"],
        ["•••• 4242"],
        ["2"],
    )
    assert bench.center.text("without_payment_label") == "Without a payment method: Winter."
    assert paid(bench) == {"Team card": ["Autumn", "Spring"]}


def test_a2_10_each_project_has_its_own_billing(bench):
    ad_accounts(bench, "Spring", "Autumn")
    bench.center.open(bench.admin)

    add_by_page(bench, "Spring card", "4242", "Spring")
    add_by_page(bench, "Autumn card", "1881", "Autumn")

    assert paid(bench) == {"Spring card": ["Spring"], "Autumn card": ["Autumn"]}
    assert (shown(bench, "label"), shown(bench, "ad_accounts")) == (["Autumn card", "Spring card"], ["1", "1"])


def make_campaign(bench, person, asset_id: str, name: str) -> None:
    """Make a campaign in Ads Manager as ``person``."""
    bench.ads.open(person, asset_id)
    page = bench.ads.page("campaigns")
    page.press("campaigns_empty_button")
    dialog = bench.ads.inside("create_campaign_dialog")
    dialog.type("campaign_name_edit", name)
    dialog.press("create_campaign_accept_button")
    bench.ads.until(lambda: not bench.ads.sees("create_campaign_dialog"))


def test_a2_06_somebody_runs_ads_without_seeing_the_numbers(bench):
    world, nora = bench.world, bench.admin
    (account,) = ad_accounts(bench, "Spring")
    sam = join(world, nora)
    give(world, nora, account, holder_of(world, sam), AssetRole.OPERATOR)
    bench.center.open(nora)
    bench.center.page("ad_accounts")
    bench.center.choose_row("ad_accounts_table", account)
    panel = bench.center.shell.findChild(AdAccountPanel)
    panel.tabs.setCurrentWidget(panel.members)
    table = bench.center.table("ad_account_members_table")
    bench.center.until(lambda: any(row.holder_name == "Sam" for row in table.record_model.records))
    row = next(row for row in table.record_model.records if row.holder_name == "Sam")
    bench.center.choose_row("ad_account_members_table", row.id)
    panel.members.member_more_menu.aboutToShow.emit()
    bench.center.choose_entry("hide_numbers_action")
    bench.center.until(lambda: "Operator, no numbers" in [one["role"] for one in bench.center.rows(table.objectName())])

    make_campaign(bench, advertiser(world, sam), account, "Spring shoes")

    (made,) = campaigns.list_all(bench.context, advertiser(world, nora), account)
    assert (made.name, made.created_by) == ("Spring shoes", "Sam")
    bench.ads.page("analytics")
    bench.ads.see("hidden_numbers_view")
    assert "Nora" in bench.ads.text("hidden_numbers_label")
    with pytest.raises(NotAllowed) as caught:
        reports.overview(bench.context, advertiser(world, sam), account)
    assert (caught.value.action, caught.value.helpers) == ("see_numbers", ("Nora",))


def test_a2_07_an_agency_manages_campaigns_and_sees_no_billing(bench):
    world, nora = bench.world, bench.admin
    (account,) = ad_accounts(bench, "Spring")
    card = NewPaymentMethod("Harbour platinum", PaymentMethodKind.CARD, "7319")
    row = payment_methods.create(bench.context, nora, card, "key")
    payment_methods.set_for(bench.context, nora, row.id, [account])
    otto = world.center("Otter Works", "Otto")
    invite(bench.context, nora, otto.business_center_id, account, role=AssetRole.OPERATOR)
    (offered,) = partners.list_all(bench.context, otto)
    partners.accept(bench.context, otto, offered.id)
    ida = join(world, otto, "Ida")
    give(world, otto, account, holder_of(world, ida), AssetRole.OPERATOR)

    make_campaign(bench, advertiser(world, ida), account, "Spring shoes")
    bench.ads.close()

    assert [one.name for one in campaigns.list_all(bench.context, advertiser(world, nora), account)] == ["Spring shoes"]
    for person, has_page in ((ida, False), (otto, True)):
        bench.center.open(person)
        assert bench.center.sees("nav_payment_methods_button") is has_page
        bench.center.page("ad_accounts")
        bench.center.choose_row("ad_accounts_table", account)
        bench.center.settle()
        assert bench.center.sees("ad_account_payment") is has_page
        assert not bench.center.reads("Harbour platinum")
        assert not bench.center.reads("7319")
        if has_page:
            assert bench.center.reads("“Lantern Media” owns this ad account and pays for it.")
            bench.center.page("payment_methods")
            bench.center.settle()
            assert bench.center.rows("payment_methods_table") == []
        bench.center.close()
