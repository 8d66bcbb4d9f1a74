"""Billing: one payment method shared by ad accounts or one each, and who never sees how anything is paid."""

from __future__ import annotations

from bcdesktop.services import payment_methods
from tests.services.ad_world import ad_account


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
