"""The tabs Members and Partners of any asset, and the other windows that speak of every kind."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bcdesktop.core.ad_accounts import AdAccountRequestKind
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import ad_account_requests, grants, partners
from bcdesktop.ui.center.dialogs.grant_access import GrantAccessDialog
from bcdesktop.ui.center.pages.asset_members import AssetMembersTab
from bcdesktop.ui.center.pages.asset_partners import AssetPartnersTab
from bcdesktop.ui.kit.walk import violations
from tests.services.access import give, holder_of, link, partner_of, roles_of
from tests.services.ad_world import ad_account, advertiser, number_of
from tests.services.partnering import invite
from tests.services.test_asset_grants import other_asset
from tests.ui.center.linking import dialog_called, press, type_in

ADMIN, OPERATOR, ANALYST = AssetRole.ADMIN, AssetRole.OPERATOR, AssetRole.ANALYST


@pytest.fixture
def spring(world, nora):
    return ad_account(world, nora, "Spring")


@pytest.fixture
def otto(world):
    return world.center("Otter Works", "Otto")


def show(desk, tab, asset_id, kind, name):
    """Put a tab into a window of its own and show an asset in it."""
    desk.qtbot.addWidget(tab)
    tab.show_asset(asset_id, kind, name)
    tab.show()
    desk.settle()
    return tab


def members_tab(desk, actor, asset_id, kind=AssetKind.AD_ACCOUNT, name="Spring"):
    desk.open(actor)
    return show(desk, AssetMembersTab(desk.session, actor, desk.window.navigator), asset_id, kind, name)


def partners_tab(desk, actor, asset_id, kind=AssetKind.AD_ACCOUNT, name="Spring"):
    desk.open(actor)
    return show(desk, AssetPartnersTab(desk.session, actor, desk.window.navigator), asset_id, kind, name)


def question(name):
    """Return the question that stands over a tab's own window."""
    (found,) = [w for w in QApplication.topLevelWidgets() if w.objectName() == name and w.isVisible()]
    return found


def entries(combo):
    return [combo.itemText(index) for index in range(combo.count())]


@pytest.mark.parametrize(
    ("kind", "roles"),
    [
        (AssetKind.CATALOG, ["Catalog management", "Ad promotion"]),
        (AssetKind.PIXEL, ["Admin", "Analyst"]),
        (AssetKind.AUDIENCE, ["Admin", "Operator"]),
    ],
)
def test_each_kind_offers_its_own_roles(desk, world, nora, kind, roles):
    asset = other_asset(world, nora, kind)
    tab = members_tab(desk, nora, asset, kind, "Winter")
    press(desk, tab, "asset_own_give_button")
    desk.qtbot.waitUntil(lambda: len(tab.members_table.shown_records()) == 1)
    tab.members_table.selectRow(0)
    desk.settle()
    assert entries(tab.member_role_combo) == roles
    assert tab.own_access.own_role_label.text().startswith(f"{roles[0]}. ")
    assert violations(tab) == []


def test_a_member_without_admin_rights_sees_and_gives_up_their_own_alone(desk, world, nora, spring):
    sam = world.standard_member(nora)
    give(world, nora, spring, holder_of(world, sam), OPERATOR)
    tab = members_tab(desk, sam, spring)
    assert tab.own_access.own_role_label.text() == "Operator. Makes and changes ads and audiences, sees numbers."
    assert not hasattr(tab, "members_table")
    press(desk, tab, "asset_own_remove_button")
    press(desk, question("remove_own_dialog"), "accept_button")
    assert grants.my_grants(world.context, sam) == ()


def test_what_another_owns_is_not_shared_on(desk, world, nora, otto, spring):
    row = invite(world.context, nora, otto.business_center_id, spring)
    partners.accept(world.context, otto, row.id)
    tab = partners_tab(desk, otto, spring)
    assert tab.not_mine_label.text() == "This belongs to “Lantern Media”, so only its owner can share it with others."
    assert not tab.controls.isVisible()


def test_who_was_let_in_by_a_request_stands_beside_the_partners_and_is_lowered(desk, world, nora, otto, spring):
    number = number_of(world, nora, spring)
    asked = ad_account_requests.ask(world.context, otto, number, AdAccountRequestKind.ACCESS, ADMIN, "", "once")
    ad_account_requests.answer(world.context, advertiser(world, nora), asked.id, True)
    tab = partners_tab(desk, nora, spring)
    tab.partners_table.selectRow(0)
    desk.settle()
    (shown,) = tab.partners_table.shown_records()
    assert (shown.reach.center_name, shown.role) == ("Otter Works", ADMIN)
    tab.partner_role_combo.choose(ANALYST)
    tab.partner_role_combo.activated.emit(tab.partner_role_combo.currentIndex())
    press(desk, question("lower_reach_dialog"), "accept_button")
    assert [row.limit for row in grants.asset_choices(world.context, otto, (AssetKind.AD_ACCOUNT,))] == [ANALYST]


def test_an_ad_account_is_refused_to_a_partner_on_another_computer_with_what_to_do(desk, nora, spring):
    tab = partners_tab(desk, nora, spring)
    press(desk, tab, "asset_new_partner_button")
    dialog = dialog_called(desk, "share_with_partner_dialog")
    desk.qtbot.waitUntil(lambda: bool(dialog.picker.roles()))
    type_in(desk, dialog, "partner_id_edit", "7123456789012345678")
    desk.settle()
    press(desk, dialog, "share_button")
    assert dialog.bar.title_label.text() == "“Spring” cannot be shared outside this store"
    assert "request access there" in dialog.bar.advice_label.text()
    assert list(dialog.picker.roles()) == [spring]
    dialog.close()


def test_several_kinds_are_given_to_one_person_in_one_step(desk, world, nora, spring):
    sam = world.standard_member(nora)
    mara, catalog = link(world, nora, "mara"), other_asset(world, nora, AssetKind.CATALOG)
    desk.open(nora)
    dialog = GrantAccessDialog(desk.session, nora, desk.window.navigator, holder_of(world, sam))
    desk.window.navigator.open_dialog(dialog)
    desk.settle()
    tabs = dialog.kind_tabs
    shown = [tabs.tabText(index) for index in range(tabs.count()) if tabs.isTabVisible(index)]
    assert shown == ["TikTok accounts", "Shared by partners", "Ad accounts", "Catalogs"]
    for kind, asset_id in (
        (AssetKind.TIKTOK_ACCOUNT, mara),
        (AssetKind.AD_ACCOUNT, spring),
        (AssetKind.CATALOG, catalog),
    ):
        dialog.pickers[kind].pick(asset_id)
    assert dialog.effect_label.text() == "3 assets: 3 new."
    press(desk, dialog, "grant_access_give_button")
    assert roles_of(grants.my_grants(world.context, sam)) == [
        ("Sam", "@mara", OPERATOR),
        ("Sam", "Spring", OPERATOR),
        ("Sam", "Winter", AssetRole.AD_PROMOTION),
    ]


def test_the_matrix_shows_one_kind_with_its_letters(desk, world, nora, spring):
    sam = world.standard_member(nora)
    give(world, nora, spring, holder_of(world, sam), ADMIN)
    desk.open(nora)
    page = desk.go("access_matrix", kind=AssetKind.AD_ACCOUNT)
    desk.settle()
    desk.qtbot.waitUntil(lambda: page.matrix_view.matrix.columnCount() == 1)
    index = page.matrix_view.matrix.index_of(holder_of(world, sam).id, spring)
    assert index.data() == "Ad"
    assert page.matrix_count_label.text().endswith("1 ad account")
    page.matrix_view.setCurrentIndex(index)
    desk.settle()
    assert entries(page.panel.role_combo) == ["Admin", "Operator", "Analyst"]
    page.matrix_which_combo.setCurrentIndex(1)
    assert "Too much is: Admin or Operator on more than 20 ad accounts" in page.matrix_count_label.text()


def test_a_partner_s_shares_of_two_kinds_have_no_common_role(desk, world, nora, otto, spring):
    mara = link(world, nora, "mara")
    otter = partner_of(world, nora, otto)
    give(world, nora, mara, otter, ANALYST)
    give(world, nora, spring, otter, ADMIN)
    desk.open(nora)
    page = desk.go("partners", partnership_id=otter.id)
    desk.qtbot.waitUntil(page.panel.isVisible)
    shares = page.panel.shares
    desk.qtbot.waitUntil(lambda: len(shares.shares_table.shown_records()) == 2)
    shares.shares_table.selectAll()
    desk.settle()
    assert not shares.share_role_combo.isEnabled()
    assert shares.share_role_combo.toolTip() == "Each kind has roles of its own. Select one kind only."
    ad_row = next(row for row in shares.shares_table.shown_records() if row.kind is AssetKind.AD_ACCOUNT)
    shares.shares_table.clearSelection()
    shares.shares_table.select_record(ad_row.id)
    desk.settle()
    assert entries(shares.share_role_combo) == ["Admin", "Operator", "Analyst"]
    desk.qtbot.keyClick(shares.shares_table, Qt.Key.Key_Delete)
    press(desk, dialog_called(desk, "stop_sharing_dialog"), "accept_button")
    assert [share.name for share in partners.get(world.context, nora, otter.id).shares] == ["@mara"]
