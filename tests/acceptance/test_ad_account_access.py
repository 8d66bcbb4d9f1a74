"""Access to an ad account is granted to people and to partners (A4-28, A4-33 to A4-36)."""

from __future__ import annotations

from bcdesktop.core.grants import AssetKind
from bcdesktop.core.mails import MailKind
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import grants, outbox, partners
from tests.acceptance.bench.hands import Hands
from tests.services.access import holder_of, roles_of
from tests.services.ad_world import ad_account


def open_tab(bench, asset_id, title):
    """Choose an ad account on its page and one tab of the panel; return hands on the panel."""
    bench.center.page("ad_accounts")
    bench.center.choose_row("ad_accounts_table", asset_id)
    tabs = bench.center.see("ad_account_details_tabs")
    page = bench.center.inside("ad_accounts_page")
    panel = Hands(bench.qtbot, bench.runner, lambda: page.window.panel)
    tabs.setCurrentIndex([tabs.tabText(index) for index in range(tabs.count())].index(title))
    panel.settle()
    return panel


def start_sharing(bench, asset_id):
    """Press Share with partner on the tab Partners of an ad account; return hands on the dialog, the account ticked."""
    open_tab(bench, asset_id, "Partners").press("ad_account_new_partner_button")
    dialog = bench.center.inside("share_with_partner_dialog")
    dialog.until(dialog.window.picker.roles)
    return dialog


def as_somebody(bench, actor):
    """Close the window in view and open it for another person."""
    bench.center.close()
    bench.center.open(actor)


def ready(bench):
    """Open the window with the ad account Spring and another Business Center, Otter Works; return both."""
    spring = ad_account(bench.world, bench.admin, "Spring")
    otto = bench.world.center("Otter Works", "Otto")
    bench.center.open(bench.admin)
    return spring, otto


def test_a4_28_access_to_an_ad_account_is_granted_to_others(bench):
    spring, _otto = ready(bench)
    sam = bench.world.standard_member(bench.admin)
    panel = open_tab(bench, spring, "Members")
    panel.press("ad_account_member_assign_button")
    dialog = bench.center.inside("assign_access_dialog")
    dialog.until(lambda: dialog.window.picker.table.record_model.records)
    assert dialog.reads("Who may use Spring?")
    holder = holder_of(bench.world, sam)
    dialog.window.picker.pick(holder.id)
    combo = dialog.window.picker.chosen.line(holder.id).role_combo
    assert [combo.itemText(index) for index in range(combo.count())] == ["Admin", "Operator", "Analyst"]
    combo.choose(AssetRole.ANALYST)
    dialog.press("assign_access_give_button")
    panel.until(lambda: ("Sam", "Analyst") in shown_members(panel))
    assert roles_of(grants.my_grants(bench.context, sam)) == [("Sam", "Spring", AssetRole.ANALYST)]
    panel.window.members.members_table.select_record(f"{spring}:{holder.id}")
    combo = panel.widget("ad_account_member_role_combo")
    combo.choose(AssetRole.OPERATOR)
    panel.until(lambda: ("Sam", "Operator") in shown_members(panel))
    panel.press("ad_account_member_remove_button")
    bench.center.inside("remove_access_dialog").press("accept_button")
    panel.until(lambda: "Sam" not in dict(shown_members(panel)))
    assert grants.my_grants(bench.context, sam) == ()


def shown_members(panel):
    """Return (name, role) of the rows in the tab Members."""
    return [
        (record.holder_name, record.role.value.title()) for record in panel.window.members.members_table.shown_records()
    ]


def test_a4_33_share_with_partner_stands_at_the_ad_account_s_partners(bench):
    spring, _otto = ready(bench)
    panel = open_tab(bench, spring, "Partners")
    assert panel.reads("Shared with nobody")
    assert panel.text("ad_account_new_partner_button").replace("&", "") == "Share with partner…"
    dialog = start_sharing(bench, spring)
    assert list(dialog.window.picker.roles()) == [spring]


def test_a4_34_the_partner_is_named_by_its_business_center_id(bench):
    spring, otto = ready(bench)
    dialog = start_sharing(bench, spring)
    dialog.type("partner_id_edit", "12345")
    dialog.press("share_button")
    dialog.until(lambda: dialog.reads("19 digits"))
    assert partners.list_all(bench.context, bench.admin) == ()
    dialog.type("partner_id_edit", bench.admin.business_center_id)
    dialog.press("share_button")
    dialog.until(lambda: dialog.reads("This is the id of your own Business Center."))
    dialog.type("partner_id_edit", otto.business_center_id)
    dialog.until(lambda: dialog.reads("This is “Otter Works”, in this store."))
    dialog.press("share_button")
    bench.center.until(lambda: not bench.center.sees("share_with_partner_dialog"))
    (row,) = partners.list_all(bench.context, bench.admin)
    assert (row.other_id, [share.name for share in row.shares]) == (otto.business_center_id, ["Spring"])


def test_a4_35_level_and_permission_are_chosen_and_sent(bench):
    spring, otto = ready(bench)
    dialog = start_sharing(bench, spring)
    dialog.type("partner_id_edit", otto.business_center_id)
    combo = dialog.window.picker.chosen.line(spring).role_combo
    assert [combo.itemText(index) for index in range(combo.count())] == ["Admin", "Operator", "Analyst"]
    assert combo.currentText() == "Analyst", "the least is the default"
    assert dialog.reads("Operator: Makes and changes ads and audiences, sees numbers.")
    combo.choose(AssetRole.OPERATOR)
    dialog.press("share_button")
    bench.center.until(lambda: not bench.center.sees("share_with_partner_dialog"))
    (share,) = partners.waiting(bench.context, otto)[0].shares
    assert (share.name, share.role) == ("Spring", AssetRole.OPERATOR)
    # another level later on takes one step
    panel = open_tab(bench, spring, "Partners")
    panel.until(panel.window.partners.partners_table.shown_records)
    panel.window.partners.partners_table.selectRow(0)
    combo = panel.widget("ad_account_partner_role_combo")
    combo.choose(AssetRole.ADMIN)
    combo.activated.emit(combo.currentIndex())
    panel.until(lambda: partners.waiting(bench.context, otto)[0].shares[0].role is AssetRole.ADMIN)


def test_a4_36_the_partner_receives_an_invitation_and_then_the_ad_account(bench):
    spring, otto = ready(bench)
    dialog = start_sharing(bench, spring)
    dialog.type("partner_id_edit", otto.business_center_id)
    dialog.press("share_button")
    bench.center.until(lambda: not bench.center.sees("share_with_partner_dialog"))
    assert [row.to_address for row in letters(bench)] == ["otto@example.com"]
    # until it accepts, the partner sees the invitation and nothing else
    as_somebody(bench, otto)
    assert bench.center.widget("nav_partners_button").accessibleName() == "Partners, 1 to answer"
    assert grants.asset_choices(bench.context, otto, (AssetKind.AD_ACCOUNT,)) == ()
    page = bench.center.page("partners")
    bench.center.choose_row("partners_table", partners.waiting(bench.context, otto)[0].id)
    page.until(lambda: page.reads("Spring · Analyst"))
    page.press("accept_partner_button")
    page.until(lambda: page.can_press("give_to_members_button"))
    page.press("give_to_members_button")
    giving = bench.center.inside("assign_access_dialog")
    giving.until(lambda: giving.window.picker.table.record_model.records)
    holder = holder_of(bench.world, otto)
    giving.window.picker.pick(holder.id)
    combo = giving.window.picker.chosen.line(holder.id).role_combo
    assert [combo.itemText(index) for index in range(combo.count())] == ["Analyst"], "no more than was shared"
    giving.press("assign_access_give_button")
    page.until(lambda: roles_of(grants.my_grants(bench.context, otto)) == [("Otto", "Spring", AssetRole.ANALYST)])
    panel = open_tab(bench, spring, "Partners")
    panel.until(lambda: panel.reads("This belongs to “Lantern Media”"))


def letters(bench):
    """Return the invitations to partners in the Outbox."""

    return [row for row in outbox.list_all(bench.context, bench.admin) if row.kind is MailKind.PARTNER_INVITATION]
