"""Access to ad accounts, catalogs, pixels and audiences: tabs of the panel, pickers, partners, the matrix."""

from __future__ import annotations

import uuid

from bcdesktop.core.grants import AssetKind, Holder, HolderKind
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import grants, partners
from bcdesktop.services.people_records import Assignment
from bcdesktop.ui.center.dialogs.grant_access import GrantAccessDialog
from tests.services.access import holder_of, link
from tests.services.ad_world import ad_account
from tests.services.partnering import invite
from tests.services.test_asset_grants import other_asset
from tests.shots.scenes_center import at_desk

ROLES = (AssetRole.ADMIN, AssetRole.OPERATOR, AssetRole.ANALYST)


def story(bench):
    """People, a partner, and assets of every kind given to them; return the ids by name."""
    world, nora = bench.world, bench.admin
    people = [world.standard_member(nora, name) for name in ("Sam", "Ida", "Tess", "Umar")]
    otto = world.center("Otter Works", "Otto")
    ids = {name: ad_account(world, nora, name) for name in ("Spring shoes", "Winter boots", "Garden tools")}
    ids["mara"] = link(world, nora, "mara.shop")
    for kind, name in (
        (AssetKind.CATALOG, "All shoes"),
        (AssetKind.PIXEL, "Shoe shop"),
        (AssetKind.AUDIENCE, "Bought in spring"),
    ):
        ids[kind.value] = other_asset(world, nora, kind, name)
    wanted = [
        Assignment(ids[name], holder_of(world, person), ROLES[(place + number) % 3])
        for number, name in enumerate(("Spring shoes", "Winter boots", "Garden tools"))
        for place, person in enumerate(people[: 4 - number])
    ]
    wanted.append(Assignment(ids["catalog"], holder_of(world, people[0]), AssetRole.MANAGEMENT))
    wanted.append(Assignment(ids["mara"], holder_of(world, people[0]), AssetRole.OPERATOR))
    grants.assign(world.context, nora, wanted, uuid.uuid4().hex)
    row = invite(world.context, nora, otto.business_center_id, ids["Spring shoes"], ids["mara"])
    world.wait(days=2)
    partners.accept(world.context, otto, row.id)
    partners.change_shares(world.context, nora, row.id, ((ids["catalog"], AssetRole.AD_PROMOTION),))
    ids["partnership"], ids["sam"] = row.id, holder_of(world, people[0]).id
    return ids, otto


def ad_account_panel(bench, ids):
    """Open the window at an ad account; return window and panel."""
    window = at_desk(bench, bench.admin)
    bench.center.page("ad_accounts")
    bench.center.choose_row("ad_accounts_table", ids["Spring shoes"])
    bench.center.settle()
    return window, window.inside.pages.currentWidget().panel


def scene_ad_account_access(bench, camera):
    ids, _otto = story(bench)
    window, panel = ad_account_panel(bench, ids)
    panel.tabs.setCurrentWidget(panel.members)
    panel.members.members_table.selectRow(0)
    bench.center.settle()
    camera.take("ad-account-members", window)
    panel.members.assign_new()
    bench.center.see("assign_access_dialog")
    dialog = bench.center.widget("assign_access_dialog")
    bench.center.until(lambda: bool(dialog.picker.table.record_model.records))
    dialog.picker.pick(ids["sam"])
    bench.center.settle()
    camera.take("ad-account-assign", dialog)
    dialog.close()
    panel.tabs.setCurrentWidget(panel.partners)
    panel.partners.partners_table.selectRow(0)
    bench.center.settle()
    camera.take("ad-account-partners", window)
    panel.partners.share()
    bench.center.see("share_with_partner_dialog")
    dialog = bench.center.widget("share_with_partner_dialog")
    bench.center.until(lambda: bool(dialog.picker.roles()))
    dialog.partner_id_edit.setText("7123456789012345678")
    bench.center.settle()
    camera.take("share-ad-account", dialog)
    dialog.share_button.click()
    bench.center.settle()
    camera.take("share-ad-account-refused", dialog)


def scene_grant_access_kinds(bench, camera):
    ids, _otto = story(bench)
    window = at_desk(bench, bench.admin)
    holder = Holder(HolderKind.MEMBER, ids["sam"])
    dialog = GrantAccessDialog(bench.center.session, bench.admin, window.navigator, holder)
    window.navigator.open_dialog(dialog)
    bench.center.settle()
    dialog.kind_tabs.setCurrentWidget(dialog.pickers[AssetKind.AD_ACCOUNT])
    dialog.pickers[AssetKind.AD_ACCOUNT].pick(ids["Garden tools"])
    dialog.pickers[AssetKind.AD_ACCOUNT].pick(ids["Winter boots"])
    dialog.pickers[AssetKind.PIXEL].pick(ids["pixel"])
    bench.center.settle()
    camera.take("grant-access-kinds", dialog)


def scene_partner_kinds(bench, camera):
    ids, otto = story(bench)
    window = at_desk(bench, bench.admin)
    page = bench.center.page("partners").window
    bench.center.choose_row("partners_table", ids["partnership"])
    page.panel.tabs.setCurrentWidget(page.panel.shares)
    bench.center.settle()
    camera.take("partner-shares-kinds", window)
    page.share_more(page.panel.row)
    bench.center.see("share_more_dialog")
    dialog = bench.center.widget("share_more_dialog")
    bench.center.until(lambda: bool(dialog.picker.table.record_model.records))
    dialog.picker.pick(ids["audience"])
    dialog.picker.pick(ids["Winter boots"])
    bench.center.settle()
    camera.take("share-more-kinds", dialog)
    bench.center.close()
    window = at_desk(bench, otto)
    page = bench.center.page("partners").window
    bench.center.choose_row("partners_table", ids["partnership"])
    page.panel.tabs.setCurrentWidget(page.panel.shares)
    bench.center.settle()
    camera.take("partner-received-kinds", window)


def scene_matrix_kinds(bench, camera):
    ids, _otto = story(bench)
    window = at_desk(bench, bench.admin)
    page = bench.center.page("access_matrix").window
    page.show_item(kind=AssetKind.AD_ACCOUNT)
    bench.center.until(lambda: page.matrix_view.matrix.columnCount() == 3)
    page.matrix_view.setCurrentIndex(page.matrix_view.matrix.index_of(ids["sam"], ids["Spring shoes"]))
    bench.center.settle()
    camera.take("access-matrix-ad-accounts", window)


def scene_member_kinds(bench, camera):
    ids, _otto = story(bench)
    window = at_desk(bench, bench.admin)
    page = bench.center.page("members").window
    bench.center.choose_row("members_table", ids["sam"])
    bench.center.settle()
    tabs = page.panel.tabs
    tabs.setCurrentIndex(1)
    bench.center.settle()
    camera.take("member-access-kinds", window)
