"""Agencies and freelancers as partners: they ask, the owner grants; they work from a Business Center of their own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from bcdesktop.services import partners
from tests.acceptance.bench.asking import signed


def link(bench, actor, handle: str) -> str:
    """Link an account that is on a phone of its own; return the link's id."""
    phone = bench.world.sign_up(handle)
    return bench.world.approve(bench.ask(actor=actor, expected_handle=handle), phone).result.link_id


def as_somebody(bench, actor):
    """Close the window in view and open it for another person; return the hands on it."""
    bench.center.close()
    bench.center.open(actor)
    return bench.center


def partner_row(bench, name: str) -> dict[str, str]:
    """Wait until a partner stands in the list in view and return its row."""
    bench.center.until(lambda: any(row["partner"] == name for row in bench.center.rows("partners_table")))
    return next(row for row in bench.center.rows("partners_table") if row["partner"] == name)


def share(bench, center_id: str, *link_ids: str, as_operator: bool = False):
    """Fill in "Share with a partner" and press Share; each account as Analyst unless all are to be Operator."""
    page = bench.center.page("partners")
    page.press("share_with_partner_button")
    dialog = bench.center.inside("share_with_partner_dialog")
    dialog.type("partner_id_edit", center_id)
    dialog.settle()
    for link_id in link_ids:
        dialog.window.picker.pick(link_id)
    if as_operator:
        dialog.press("share_all_operator_button")
    dialog.press("share_button")
    bench.center.until(lambda: not bench.center.sees("share_with_partner_dialog"))


def test_a4_01_the_agency_asks_and_the_owner_grants_and_both_see_it(bench):
    bench.ready("mara")
    code = bench.center.ask_by_wizard(handle="mara", purpose="Spring campaign")
    assert signed(code).centre_name == "Lantern Media"
    bench.phone.scan()
    assert bench.phone.reads("Lantern Media"), "the owner sees which agency asks"
    bench.phone.authorize()
    assert bench.center.account_row("mara")["permissions"] == "Deliver ads", "the agency sees what was granted"
    # the same between two Business Centers: the owner's grants, the agency's takes it up
    bella = bench.world.center("Bella Brands", "Bella")
    bella_link = link(bench, bella, "bella_shop")
    as_somebody(bench, bella)
    share(bench, bench.admin.business_center_id, bella_link)
    assert partner_row(bench, "Lantern Media")["state"] == "Waiting"
    as_somebody(bench, bench.admin)
    assert bench.center.widget("nav_partners_button").accessibleName() == "Partners, 1 to answer"
    page = bench.center.page("partners")
    assert partner_row(bench, "Bella Brands")["direction"] == "Shared with you"
    bench.center.choose_row("partners_table", partners.waiting(bench.context, bench.admin)[0].id)
    page.press("accept_partner_button")
    page.until(lambda: partner_row(bench, "Bella Brands")["state"] == "Active")
    assert bench.center.account_row("bella_shop")


def test_a4_31_agencies_and_freelancers_use_their_own_business_center(bench):
    agency = bench.world.center("Otter Works", "Otto")
    links = link(bench, bench.admin, "mara")
    bench.center.open(bench.admin)
    page = bench.center.page("partners")
    assert page.reads("Add them as partner, not as member")
    page.press("share_with_partner_button")
    dialog = bench.center.inside("share_with_partner_dialog")
    assert dialog.reads("Agencies and freelancers work from their own Business Center: add them as partner, not as")
    dialog.type("partner_id_edit", bench.admin.business_center_id)
    dialog.window.picker.pick(links)
    dialog.press("share_button")
    dialog.until(lambda: dialog.reads("This is the id of your own Business Center."))
    dialog.press("cancel_share_button")
    share(bench, agency.business_center_id, links)
    # the agency accepts from its own Business Center and gives the account to its own people there
    as_somebody(bench, agency)
    page = bench.center.page("partners")
    bench.center.choose_row("partners_table", partners.waiting(bench.context, agency)[0].id)
    page.press("accept_partner_button")
    page.until(lambda: page.can_press("give_to_members_button"))
    page.press("give_to_members_button")
    giving = bench.center.inside("assign_access_dialog")
    giving.until(lambda: giving.window.picker.table.record_model.rowCount() == 1)
    giving.window.picker.table.set_ticked([giving.window.picker.table.record_model.records[0].id])
    giving.press("assign_access_give_button")
    page.until(lambda: page.window.panel.row.shares[0].members == 1)
    # the client's members are its own alone
    as_somebody(bench, bench.admin)
    bench.center.page("members")
    bench.center.until(lambda: len(bench.center.rows("members_table")) == 1)
    assert "Nora" in bench.center.rows("members_table")[0]["name"]


def test_a4_32_an_agency_is_added_as_partner_changed_and_removed(bench):
    agency = bench.world.center("Otter Works", "Otto")
    links = [link(bench, bench.admin, handle) for handle in ("mara", "bela")]
    bench.center.open(bench.admin)
    page = bench.center.page("partners")
    page.press("partners_copy_own_id_button")
    assert QGuiApplication.clipboard().text() == bench.admin.business_center_id
    share(bench, agency.business_center_id, *links, as_operator=True)
    row = partner_row(bench, "Otter Works")
    assert (row["center_id"], row["direction"], row["state"], row["accounts"]) == (
        agency.business_center_id,
        "You share",
        "Waiting",
        "2",
    )
    (invited,) = partners.waiting(bench.context, agency)
    partners.accept(bench.context, agency, invited.id)
    bench.center.until(lambda: partner_row(bench, "Otter Works")["state"] == "Active")
    bench.center.choose_row("partners_table", invited.id)
    page = bench.center.inside("partners_page")
    page.window.panel.tabs.setCurrentIndex(1)
    # a level is lowered in one step (domain.md 13.21)
    combo = page.see("partner_share_role_combo")
    combo.setFocus()
    page.qtbot.keyClick(combo, Qt.Key.Key_Down)
    bench.center.inside("lower_share_dialog").press("accept_button")
    page.until(lambda: [r["role"] for r in bench.center.rows("partner_shares_table")] == ["Analyst", "Operator"])
    page.press("stop_sharing_button")
    bench.center.inside("stop_sharing_dialog").press("accept_button")
    page.until(lambda: [r["handle"] for r in bench.center.rows("partner_shares_table")] == ["@mara"])
    page.press("remove_partner_button")
    question = bench.center.inside("remove_partner_dialog")
    assert question.reads("Otter Works: @mara")
    question.press("accept_button")
    page.until(lambda: partner_row(bench, "Otter Works")["state"] == "Ended")
    assert partners.get(bench.context, agency, invited.id).shares == ()
