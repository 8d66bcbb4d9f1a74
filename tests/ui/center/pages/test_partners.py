"""The Partners page: share, answer, change, end (A4-31, A4-32; domain.md 6.2)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import grants, partners
from bcdesktop.services.people_records import Assignment
from tests.services.partnering import ANALYST, OPERATOR, invite, mails, member, roles_of_members
from tests.ui.center.linking import dialog_called, dialogs, press, type_in


@pytest.fixture
def link_id(world, nora):
    return world.approve(world.request(nora), world.sign_up("mara")).result.link_id


@pytest.fixture
def otto(world):
    return world.center("Otter Works", "Otto")


@pytest.fixture
def page(desk, nora, link_id, otto):
    desk.open(nora)
    return desk.go("partners")


def shown(page):
    return page.partners_table.shown_records()


def choose(desk, page, row):
    desk.qtbot.waitUntil(lambda: page.partners_table.select_record(row.id))
    desk.settle()


def cells(page, row=0):
    table = page.partners_table
    return {c.name: table.filter.index(row, i).data() for i, c in enumerate(table.record_model.columns)}


def fill_in(desk, dialog, center_id, *link_ids):
    type_in(desk, dialog, "partner_id_edit", center_id)
    desk.settle()
    for link in link_ids:
        dialog.picker.pick(link)


def invited(desk, world, nora, otto, link_id, role=ANALYST):
    row = invite(world.context, nora, otto.business_center_id, link_id, role=role)
    desk.settle()
    return row


def test_an_empty_page_says_what_belongs_here_and_offers_the_one_button(desk, page):
    press(desk, page, "partners_empty_share_button")
    assert dialog_called(desk, "share_with_partner_dialog").isVisible()


def test_the_own_id_can_be_copied_to_be_told_to_others(desk, page, nora):
    assert desk.text("partners_own_id_label") == nora.business_center_id
    press(desk, page, "partners_copy_own_id_button")
    assert QGuiApplication.clipboard().text() == nora.business_center_id


def test_sharing_with_a_business_center_in_this_store(desk, page, world, nora, otto, link_id):
    press(desk, page, "share_with_partner_button")
    dialog = dialog_called(desk, "share_with_partner_dialog")
    fill_in(desk, dialog, otto.business_center_id, link_id)
    assert "“Otter Works”" in dialog.form.widget("partner_center_id").accessibleDescription()
    assert not dialog.address_edit.isVisible()
    press(desk, dialog, "share_button")
    desk.qtbot.waitUntil(lambda: len(shown(page)) == 1)
    assert not dialogs(desk, "share_with_partner_dialog")
    assert {name: cells(page)[name] for name in ("partner", "center_id", "direction", "state", "accounts")} == {
        "partner": "Otter Works",
        "center_id": otto.business_center_id,
        "direction": "You share",
        "state": "Waiting",
        "accounts": "1",
    }
    (mail,) = mails(world.context)
    assert mail.body.startswith("Open this in Business Center Desktop > Phone. The TikTok app cannot read it.")
    assert "@mara (Analyst)" in mail.body


def test_a_wrong_id_is_told_at_its_field_and_nothing_typed_is_lost(desk, page, link_id):
    press(desk, page, "share_with_partner_button")
    dialog = dialog_called(desk, "share_with_partner_dialog")
    fill_in(desk, dialog, "12345", link_id)
    type_in(desk, dialog, "partner_note_edit", "Winter")
    press(desk, dialog, "share_button")
    assert dialog.form.error_text("partner_center_id")
    assert (dialog.note_edit.text(), dict(dialog.picker.shares())) == ("Winter", {link_id: ANALYST})


def test_without_an_account_nothing_is_shared(desk, page, otto):
    press(desk, page, "share_with_partner_button")
    dialog = dialog_called(desk, "share_with_partner_dialog")
    fill_in(desk, dialog, otto.business_center_id)
    press(desk, dialog, "share_button")
    assert dialog.accounts_error_label.text() == "Tick at least one asset."
    assert dialog.accounts_error_label.isVisible()


def test_an_invitation_is_accepted_by_the_other_side(desk, world, nora, otto, link_id):
    row = invite(world.context, nora, otto.business_center_id, link_id)
    desk.open(otto)
    assert desk.widget("nav_partners_button").accessibleName() == "Partners, 1 to answer"
    page = desk.go("partners", partnership_id=row.id)
    assert (cells(page)["direction"], cells(page)["state"]) == ("Shared with you", "Waits for you")
    press(desk, page, "accept_partner_button")
    desk.qtbot.waitUntil(lambda: cells(page)["state"] == "Active")
    assert partners.get(world.context, nora, row.id).state is PartnershipState.ACTIVE
    desk.qtbot.waitUntil(lambda: desk.widget("nav_partners_button").accessibleName() == "Partners")


def test_an_invitation_is_declined_with_a_reason(desk, world, nora, otto, link_id):
    row = invite(world.context, nora, otto.business_center_id, link_id)
    desk.open(otto)
    page = desk.go("partners", partnership_id=row.id)
    press(desk, page, "decline_partner_button")
    dialog = dialog_called(desk, "decline_partner_dialog")
    type_in(desk, dialog, "partner_decline_reason_edit", "Not our client")
    press(desk, dialog, "decline_partner_now_button")
    assert partners.get(world.context, nora, row.id).decline_reason == "Not our client"


def test_what_is_received_is_given_to_own_members(desk, world, nora, otto, link_id):
    row = invite(world.context, nora, otto.business_center_id, link_id)
    partners.accept(world.context, otto, row.id)
    desk.open(otto)
    page = desk.go("partners", partnership_id=row.id)
    press(desk, page, "give_to_members_button")
    dialog = dialog_called(desk, "assign_access_dialog")
    dialog.picker.pick(member(world.context, otto).id)
    press(desk, dialog, "assign_access_give_button")
    assert [grant.asset_name for grant in grants.my_grants(world.context, otto)] == ["@mara"]


@pytest.fixture
def given(desk, page, world, nora, otto, link_id):
    """An accepted partnership as Operator whose one account the partner's member uses as Operator."""
    row = invited(desk, world, nora, otto, link_id, OPERATOR)
    row = partners.accept(world.context, otto, row.id)
    holder = member(world.context, otto)
    grants.assign(world.context, otto, (Assignment(row.shares[0].id, holder, OPERATOR),), "key")
    choose(desk, page, row)
    page.panel.tabs.setCurrentIndex(1)
    return row


def pick_role(desk, combo, role):
    """Choose a role the way a person does: open the list and take it."""
    combo.setFocus()
    desk.qtbot.keyClick(combo, Qt.Key.Key_Down if combo.findData(role) > combo.currentIndex() else Qt.Key.Key_Up)
    desk.settle()


def test_a_share_is_lowered_in_one_step_after_saying_what_happens(desk, page, world, nora, given):
    shares = page.panel.shares
    pick_role(desk, shares.share_role_combo, AssetRole.ANALYST)
    dialog = dialog_called(desk, "lower_share_dialog")
    press(desk, dialog, "accept_button")
    assert partners.get(world.context, nora, given.id).shares[0].role is ANALYST
    assert roles_of_members(world.context) == [ANALYST]


def test_who_thinks_better_of_lowering_sees_the_role_as_it_is(desk, page, world, nora, given):
    shares = page.panel.shares
    pick_role(desk, shares.share_role_combo, AssetRole.ANALYST)
    press(desk, dialog_called(desk, "lower_share_dialog"), "cancel_button")
    assert shares.share_role_combo.role() is OPERATOR
    assert partners.get(world.context, nora, given.id).shares[0].role is OPERATOR


def test_a_share_is_raised_at_once(desk, page, world, nora, given, link_id):
    partners.change_shares(world.context, nora, given.id, ((link_id, ANALYST),))
    desk.settle()
    desk.qtbot.waitUntil(lambda: page.panel.shares.share_role_combo.role() is ANALYST)
    pick_role(desk, page.panel.shares.share_role_combo, AssetRole.OPERATOR)
    assert partners.get(world.context, nora, given.id).shares[0].role is OPERATOR


def test_sharing_stops_for_the_selected_accounts(desk, page, world, nora, given):
    press(desk, page, "stop_sharing_button")
    press(desk, dialog_called(desk, "stop_sharing_dialog"), "accept_button")
    assert partners.get(world.context, nora, given.id).shares == ()
    assert roles_of_members(world.context) == []


def test_more_accounts_are_shared_later(desk, page, world, nora, given):
    bela = world.approve(world.request(nora), world.sign_up("bela")).result.link_id
    press(desk, page, "share_more_button")
    dialog = dialog_called(desk, "share_more_dialog")
    assert [item.id for item in dialog.picker.table.shown_records()] == [bela]
    dialog.picker.pick(bela)
    press(desk, dialog, "share_more_now_button")
    assert {share.handle for share in partners.get(world.context, nora, given.id).shares} == {"mara", "bela"}


def test_a_partner_is_removed_after_a_list_of_what_ends(desk, page, world, nora, given):
    press(desk, page, "remove_partner_button")
    press(desk, dialog_called(desk, "remove_partner_dialog"), "accept_button")
    assert partners.get(world.context, nora, given.id).state is PartnershipState.ENDED
    assert roles_of_members(world.context) == []
    desk.qtbot.waitUntil(lambda: cells(page)["state"] == "Ended")
    assert not page.panel.remove_button.isVisible()


def test_direction_and_state_filter_the_rows(desk, page, world, nora, otto, link_id):
    mine = invited(desk, world, nora, otto, link_id)
    theirs_link = world.approve(world.request(otto), world.sign_up("bela")).result.link_id
    theirs = invited(desk, world, otto, nora, theirs_link)
    desk.qtbot.waitUntil(lambda: len(shown(page)) == 2)
    page.partners_side_combo.setCurrentText("You share")
    assert [row.id for row in shown(page)] == [mine.id]
    page.partners_side_combo.setCurrentText("Shared with you")
    assert [row.id for row in shown(page)] == [theirs.id]
    page.partners_state_combo.setCurrentText("Declined or ended")
    assert shown(page) == []
    press(desk, page, "partners_table_clear_filter_button")
    assert len(shown(page)) == 2


def test_the_panel_tells_what_happened(desk, page, given):
    texts = [page.panel.partner_activity_list.item(i).text() for i in range(page.panel.partner_activity_list.count())]
    assert [text.splitlines()[0] for text in texts] == ["Accepted a partnership", "Invited a partner"]


def test_the_find_box_begins_to_share_and_to_enter_a_text(desk, page):
    desk.go("partners", share=True)
    dialog_called(desk, "share_with_partner_dialog").reject()
    desk.go("partners", enter_text=True)
    assert dialog_called(desk, "enter_partner_text_dialog").isVisible()
