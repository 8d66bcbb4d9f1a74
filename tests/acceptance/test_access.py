"""Access to a linked account: given to people and partners, told at a glance, given up again (A2-34 to A2-39)."""

from __future__ import annotations

from PySide6.QtCore import Qt

from bcdesktop.core.errors import NotAllowed
from bcdesktop.services import grants, tiktok_accounts
from bcdesktop.ui.kit.words import description_of
from tests.services.access import ANALYST, OPERATOR, give, holder_of, link, partner_of, shared_id

REASON = "Only admins can do this. Ask Nora."


def tick(bench, *link_ids: str) -> None:
    """Tick accounts with the keyboard, one after the other."""
    for link_id in link_ids:
        table = bench.center.choose_row("accounts_table", link_id)
        table.setFocus()
        bench.qtbot.keyClick(table, Qt.Key.Key_Space)
    bench.center.settle()


def assign_dialog(bench, *link_ids: str):
    """Tick accounts and press "Assign a new member" above the list; return hands on the dialog."""
    bench.center.page("tiktok_accounts")
    tick(bench, *link_ids)
    bench.center.press("assign_button")
    dialog = bench.center.inside("assign_access_dialog")
    dialog.until(lambda: dialog.window.picker.table.record_model.records)
    return dialog


def pick(dialog, holder, role) -> None:
    """Choose somebody in the list and the role in their line."""
    dialog.window.picker.pick(holder.id)
    combo = dialog.see(f"assign_role_combo_{holder.id}")
    combo.setCurrentIndex(combo.findData(role))


def assign(bench, dialog) -> None:
    """Press Assign and wait until that is done."""
    dialog.press("assign_access_give_button")
    bench.center.until(lambda: not bench.center.sees("assign_access_dialog"))


def held(bench, link_id: str) -> set[tuple[str, str]]:
    """Return who holds an account, as what."""
    return {(row.holder_name, row.role.value) for row in grants.holders_of(bench.context, bench.admin, link_id)}


def members_tab(bench, account_id: str):
    """Open the details of one account at the tab Members; return hands on the page."""
    page = bench.center.page("tiktok_accounts")
    bench.center.choose_row("accounts_table", account_id)
    panel = page.window.panel
    panel.tabs.setCurrentWidget(panel.members)
    page.settle()
    return page


def test_a0_14_a_member_removes_their_own_access_in_the_permissions_part(bench):
    account = link(bench.world, bench.admin, "mara")
    sam = bench.world.standard_member(bench.admin)
    give(bench.world, bench.admin, account, holder_of(bench.world, sam), OPERATOR)
    bench.center.open(sam)
    panel = members_tab(bench, account)
    assert panel.text("own_role_label").startswith("Operator")
    panel.press("own_remove_button")
    bench.center.inside("remove_own_dialog").press("accept_button")
    bench.center.until(lambda: bench.center.rows("accounts_table") == [])
    assert held(bench, account) == set()


def test_a0_38_who_is_no_admin_sees_the_grey_button_with_the_reason(bench):
    account = link(bench.world, bench.admin, "mara")
    sam = bench.world.standard_member(bench.admin)
    give(bench.world, bench.admin, account, holder_of(bench.world, sam), ANALYST)
    bench.center.open(sam)
    bench.center.page("tiktok_accounts")
    bench.center.choose_row("accounts_table", account)
    button = bench.center.see("end_button")
    assert not button.isEnabled()
    assert button.toolTip() == button.statusTip() == REASON
    assert bench.center.can_press("account_ask_button")


def test_a0_39_an_account_of_a_brand_names_its_owner_at_the_grey_button(bench):
    bella = bench.world.center("Bella Brands", "Bella")
    account = link(bench.world, bella, "bella_shop")
    give(bench.world, bella, account, partner_of(bench.world, bella, bench.admin), OPERATOR)
    bench.center.open(bench.admin)
    bench.center.page("tiktok_accounts")
    bench.center.choose_row("accounts_table", shared_id(bench.world, bench.admin, "bella_shop"))
    button = bench.center.see("end_button")
    assert not button.isEnabled()
    assert "Bella Brands" in button.toolTip()
    assert button.toolTip() == button.statusTip()


def test_a2_34_an_account_without_members_is_warned_about(bench):
    account = link(bench.world, bench.admin, "mara")
    bench.center.open(bench.admin)
    page = bench.center.page("tiktok_accounts")
    page.until(lambda: page.reads("Connecting is only half"))
    assert bench.center.account_row("mara")["members"] == "Nobody yet"
    dialog = assign_dialog(bench, account)
    pick(dialog, holder_of(bench.world, bench.admin), OPERATOR)
    assign(bench, dialog)
    page.until(lambda: not page.reads("Connecting is only half"))
    assert bench.center.account_row("mara")["members"] == "1"


def test_a2_35_ticked_accounts_are_given_by_the_button_above_the_list(bench):
    ids = [link(bench.world, bench.admin, handle) for handle in ("mara", "omar", "bela")]
    sam = holder_of(bench.world, bench.world.standard_member(bench.admin))
    bench.center.open(bench.admin)
    page = bench.center.page("tiktok_accounts")
    assert not page.can_press("assign_button"), "nothing is ticked"
    assert page.widget("assign_button").text().replace("&", "").strip() == "Assign a new member"
    dialog = assign_dialog(bench, *ids[:2])
    pick(dialog, sam, OPERATOR)
    assign(bench, dialog)
    assert [held(bench, link_id) for link_id in ids] == [{("Sam", "operator")}, {("Sam", "operator")}, set()]


def test_a2_36_people_and_partners_are_picked_in_one_list(bench):
    account = link(bench.world, bench.admin, "mara")
    sam = holder_of(bench.world, bench.world.standard_member(bench.admin))
    otter = partner_of(bench.world, bench.admin, bench.world.center("Otter Works", "Otto"))
    bench.center.open(bench.admin)
    dialog = assign_dialog(bench, account)
    offered = {record.name for record in dialog.window.picker.table.shown_records()}
    assert offered == {"Nora", "Sam", "Otter Works"}
    pick(dialog, sam, OPERATOR)
    pick(dialog, otter, ANALYST)
    assign(bench, dialog)
    assert held(bench, account) == {("Sam", "operator"), ("Otter Works", "analyst")}


def test_a2_37_an_operator_sees_details_and_may_make_spark_ads(bench):
    account = link(bench.world, bench.admin, "mara")
    sam = bench.world.standard_member(bench.admin)
    bench.center.open(bench.admin)
    dialog = assign_dialog(bench, account)
    assert dialog.reads(f"Operator: {description_of(OPERATOR)}")
    assert "makes Spark Ads from its posts, sees LIVE numbers" in description_of(OPERATOR)
    pick(dialog, holder_of(bench.world, sam), OPERATOR)
    assign(bench, dialog)
    bench.center.close()
    bench.center.open(sam)
    panel = members_tab(bench, account)
    assert panel.text("own_role_label") == f"Operator. {description_of(OPERATOR)}"


def test_a2_38_an_analyst_sees_numbers_only_and_changes_nothing(bench):
    account = link(bench.world, bench.admin, "mara")
    sam = bench.world.standard_member(bench.admin)
    bench.center.open(bench.admin)
    dialog = assign_dialog(bench, account)
    assert dialog.reads(f"Analyst: {description_of(ANALYST)}")
    assert description_of(ANALYST) == "Sees performance numbers only; no ads, no changes."
    pick(dialog, holder_of(bench.world, sam), ANALYST)
    assign(bench, dialog)
    bench.center.close()
    bench.center.open(sam)
    panel = members_tab(bench, account)
    assert panel.text("own_role_label") == f"Analyst. {description_of(ANALYST)}"
    assert not panel.can_press("end_button")
    for change in (tiktok_accounts.disconnect, tiktok_accounts.give_me_operator, tiktok_accounts.confirm):
        try:
            change(bench.context, sam, account)
        except NotAllowed:
            continue
        raise AssertionError(change.__name__)


def test_a2_39_each_person_gets_a_level_and_assign_saves_it(bench):
    account = link(bench.world, bench.admin, "mara")
    sam, ida = (holder_of(bench.world, bench.world.standard_member(bench.admin, name)) for name in ("Sam", "Ida"))
    bench.center.open(bench.admin)
    dialog = assign_dialog(bench, account)
    pick(dialog, sam, OPERATOR)
    pick(dialog, ida, ANALYST)
    assert dialog.text("assign_access_effect_label") == "1 account × 2 people: 2 new."
    assert held(bench, account) == set(), "nothing is saved before Assign"
    assign(bench, dialog)
    assert held(bench, account) == {("Sam", "operator"), ("Ida", "analyst")}
