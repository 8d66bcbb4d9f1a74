"""Hiding the numbers of an ad account from a member, in the tab Members of its panel (A2-06)."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from bcdesktop.core.grants import AssetKind, HolderKind
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import ad_numbers_access, grants
from bcdesktop.ui.center.access_words import changed_text
from bcdesktop.ui.center.pages.asset_members import AssetMembersTab
from tests.services.access import give, holder_of
from tests.services.ad_world import ad_account
from tests.services.inviting import join


@pytest.fixture
def asset_id(world, nora):
    return ad_account(world, nora)


@pytest.fixture
def sam(world, nora, asset_id):
    person = join(world, nora)
    give(world, nora, asset_id, holder_of(world, person), AssetRole.OPERATOR)
    return holder_of(world, person)


@pytest.fixture
def tab(desk, nora, asset_id, sam):
    desk.open(nora)
    room = QWidget(desk.window)
    tab = AssetMembersTab(desk.session, nora, desk.window.navigator)
    tab.setParent(room)
    room.show()
    tab.show_asset(asset_id, AssetKind.AD_ACCOUNT, "Spring")
    desk.settle()
    return tab


def choose(tab, name):
    row = next(row for row in tab.members_table.record_model.records if row.holder_name == name)
    assert tab.members_table.select_record(row.id)


def action(tab):
    """Open the menu of the chosen member and return its entry."""
    tab.member_more_menu.aboutToShow.emit()
    return next(one for one in tab.member_more_menu.actions() if one.objectName() == "hide_numbers_action")


def role_shown(tab, name):
    return next(
        tab.members_table.filter.index(row, 1).data()
        for row in range(tab.members_table.filter.rowCount())
        if tab.members_table.filter.index(row, 0).data() == name
    )


def test_numbers_are_hidden_and_shown_again_by_the_menu(desk, tab, world, nora, asset_id, sam):
    choose(tab, "Sam")
    assert not action(tab).isChecked()
    action(tab).trigger()
    desk.settle()
    assert ad_numbers_access.hidden_of(world.context, nora, asset_id) == {sam.id}
    assert role_shown(tab, "Sam") == "Operator, no numbers"
    choose(tab, "Sam")
    assert action(tab).isChecked()
    action(tab).trigger()
    desk.settle()
    assert role_shown(tab, "Sam") == "Operator"


def test_for_an_admin_of_the_ad_account_it_is_grey_and_says_why(tab):
    choose(tab, "Nora")
    entry = action(tab)
    assert not entry.isEnabled()
    assert "Make this member Operator first." in entry.toolTip()
    assert entry.statusTip() == entry.toolTip()


def test_the_history_tells_it_in_words(desk, tab, world, nora, asset_id, sam):
    for hidden in (True, False):
        ad_numbers_access.set_hidden(world.context, nora, asset_id, sam.id, hidden)
    rows = grants.history(world.context, nora, asset_id=asset_id)
    told = [changed_text(row) for row in rows if row.holder.kind is HolderKind.MEMBER and row.holder_name == "Sam"]
    assert told == ["Numbers shown again", "Numbers hidden", "No access → Operator"]
