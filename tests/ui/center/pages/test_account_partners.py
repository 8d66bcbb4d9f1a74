"""The tab Partners of an account: with whom it is shared (domain.md 5.1, U9)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import partners
from tests.services.partnering import ANALYST, OPERATOR, invite
from tests.ui.center.linking import dialog_called, dialogs, press, type_in


@pytest.fixture
def link_id(world, nora):
    return world.approve(world.request(nora), world.sign_up("mara")).result.link_id


@pytest.fixture
def otto(world):
    return world.center("Otter Works", "Otto")


@pytest.fixture
def shared(world, nora, otto, link_id):
    row = invite(world.context, nora, otto.business_center_id, link_id)
    world.wait(minutes=1)
    return partners.accept(world.context, otto, row.id)


def open_tab(desk, actor, account_id):
    """Show the tab of one account and return it."""
    desk.open(actor)
    page = desk.go("tiktok_accounts", link_id=account_id)
    desk.qtbot.waitUntil(page.panel.isVisible)
    page.panel.tabs.setCurrentWidget(page.panel.partners)
    desk.settle()
    return page.panel.partners


def names(tab):
    return [record.partner.other_name for record in tab.partners_table.shown_records()]


def choose(desk, tab):
    tab.partners_table.selectRow(0)
    desk.settle()


def test_an_account_that_is_not_shared_says_so_and_offers_it(desk, nora, link_id):
    tab = open_tab(desk, nora, link_id)
    assert names(tab) == []
    assert not tab.stop_partner_button.isEnabled()
    press(desk, tab, "account_new_partner_button")
    dialog = dialog_called(desk, "share_with_partner_dialog")
    assert dict(dialog.picker.shares()) == {link_id: ANALYST}


def test_a_partner_stands_in_the_tab_and_its_role_is_raised(desk, world, nora, link_id, shared):
    tab = open_tab(desk, nora, link_id)
    assert names(tab) == ["Otter Works"]
    choose(desk, tab)
    tab.partner_role_combo.setFocus()
    assert tab.partner_role_combo.role() is AssetRole.ANALYST
    desk.qtbot.keyClick(tab.partner_role_combo, Qt.Key.Key_Up)
    desk.settle()
    assert partners.get(world.context, nora, shared.id).shares[0].role is OPERATOR


def test_sharing_with_one_partner_stops_and_the_partnership_stays(desk, world, nora, link_id, shared):
    tab = open_tab(desk, nora, link_id)
    choose(desk, tab)
    press(desk, tab, "account_stop_sharing_button")
    press(desk, dialog_called(desk, "stop_sharing_dialog"), "accept_button")
    row = partners.get(world.context, nora, shared.id)
    assert (row.shares, row.state) == ((), PartnershipState.ACTIVE)
    desk.qtbot.waitUntil(lambda: names(tab) == [])


def test_a_partner_there_is_already_is_picked_among_the_people(desk, world, nora, link_id, shared):
    bela = world.approve(world.request(nora), world.sign_up("bela")).result.link_id
    tab = open_tab(desk, nora, bela)
    press(desk, tab, "account_known_partner_button")
    dialog = dialog_called(desk, "assign_access_dialog")
    dialog.picker.pick(shared.id)
    press(desk, dialog, "assign_access_give_button")
    assert {share.handle for share in partners.get(world.context, nora, shared.id).shares} == {"mara", "bela"}


def test_what_a_partner_shares_cannot_be_shared_on(desk, otto, shared):
    tab = open_tab(desk, otto, shared.shares[0].id)
    assert tab.not_mine_label.isVisible()
    assert "“Lantern Media”" in tab.not_mine_label.text()
    assert not tab.controls.isVisible()


def test_an_account_already_shared_with_a_partner_is_refused_in_the_dialog(desk, nora, otto, link_id, shared):
    tab = open_tab(desk, nora, link_id)
    press(desk, tab, "account_new_partner_button")
    dialog = dialog_called(desk, "share_with_partner_dialog")
    type_in(desk, dialog, "partner_id_edit", otto.business_center_id)
    desk.settle()
    press(desk, dialog, "share_button")
    assert dialog.bar.title_label.text() == "“Otter Works” is a partner already"
    assert dialogs(desk, "share_with_partner_dialog")


def test_a_standard_member_has_no_such_tab(desk, world, nora, link_id):
    sam = world.standard_member(nora)
    world.give(sam, link_id)
    desk.open(sam)
    page = desk.go("tiktok_accounts", link_id=link_id)
    assert page.panel.partners is None
