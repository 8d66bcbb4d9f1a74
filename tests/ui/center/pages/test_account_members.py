"""The accounts page and its panel: who has access, one's own, and what is grey and why (A0-14, A0-38, A0-39, A2-34)."""

from __future__ import annotations

import pytest

from bcdesktop.services import grants, tiktok_accounts
from bcdesktop.ui.kit.walk import violations
from tests.services.access import ANALYST, OPERATOR, give, holder_of, link, partner_of, shared_id
from tests.ui.center.linking import child, dialog_called, press


@pytest.fixture
def page(desk, office):
    desk.open(office.nora)
    return desk.go("tiktok_accounts")


def open_members(desk, page, account_id):
    """Choose an account and the tab Members of its panel; return the tab."""
    desk.qtbot.waitUntil(lambda: page.accounts_table.select_record(account_id))
    desk.settle()
    page.panel.tabs.setCurrentWidget(page.panel.members)
    return page.panel.members


def open_permissions(desk, page, account_id):
    """Choose an account and the first tab of its panel, where the part Permissions stands."""
    open_members(desk, page, account_id)
    page.panel.tabs.setCurrentIndex(0)


def cell(page, account_id, column):
    table = page.accounts_table
    names = [c.name for c in table.record_model.columns]
    row = table.filter.mapFromSource(table.record_model.index(table.record_model.row_of(account_id), 0)).row()
    return table.filter.index(row, names.index(column)).data()


def test_an_account_nobody_was_given_warns_that_connecting_is_only_half(desk, office, page):
    give(desk.world, office.nora, office.omar, office.sam, ANALYST)
    desk.qtbot.waitUntil(lambda: page.nobody_notice.title_label.text() == "1 account given to nobody yet")
    assert page.nobody_notice.body_label.text().startswith("Connecting is only half")
    assert cell(page, office.mara, "members") == "Nobody yet"
    assert cell(page, office.omar, "members") == "1"

    desk.press("nobody_notice_action_button")

    assert [row.id for row in page.accounts_table.shown_records()] == [office.mara]


def test_the_warning_goes_when_everybody_has_somebody(desk, office, page):
    desk.qtbot.waitUntil(page.nobody_notice.isVisible)
    for account in (office.mara, office.omar):
        give(desk.world, office.nora, account, office.sam, ANALYST)
    desk.qtbot.waitUntil(lambda: not page.nobody_notice.isVisible())


def test_ticks_count_before_what_is_selected(desk, office, page):
    desk.qtbot.waitUntil(lambda: page.accounts_table.select_record(office.mara))
    desk.settle()
    assert desk.text("ticked_label") == "@mara selected"
    page.accounts_table.set_ticked([office.mara, office.omar])
    assert desk.text("ticked_label") == "2 accounts ticked"
    page.accounts_filter_edit.setText("omar")
    assert desk.text("ticked_label") == "2 accounts ticked (1 not in view)"
    desk.press("untick_button")
    assert page.accounts_table.ticked_records() == []


def test_a_role_is_changed_at_once_and_undo_brings_the_old_one_back(desk, office, page):
    give(desk.world, office.nora, office.mara, office.sam, ANALYST)
    members = open_members(desk, page, office.mara)
    members.members_table.select_record(f"{office.mara}:{office.sam.id}")

    members.member_role_combo.choose(OPERATOR)

    desk.qtbot.waitUntil(lambda: office.roles(office.mara) == [("Sam", OPERATOR)])
    desk.settle()
    assert desk.window.notices.toast.text_label.text() == "Sam on @mara: Analyst → Operator"
    desk.press("toast_undo_button")
    desk.qtbot.waitUntil(lambda: office.roles(office.mara) == [("Sam", ANALYST)])
    desk.settle()
    assert members.member_role_combo.role() is ANALYST


def test_removing_names_what_stops_and_takes_the_account_away(desk, office, page):
    give(desk.world, office.nora, office.mara, office.sam, OPERATOR)
    members = open_members(desk, page, office.mara)
    members.members_table.select_record(f"{office.mara}:{office.sam.id}")
    press(desk, members, "member_remove_button")
    dialog = dialog_called(desk, "remove_access_dialog")
    assert child(dialog, "cancel_button").isDefault()

    press(desk, dialog, "accept_button")

    desk.qtbot.waitUntil(lambda: office.roles(office.mara) == [])
    desk.qtbot.waitUntil(lambda: members.members_table.shown_records() == [])


def test_without_a_chosen_member_role_and_remove_are_grey_and_say_why(desk, office, page):
    members = open_members(desk, page, office.mara)
    assert not members.member_role_combo.isEnabled()
    assert members.member_remove_button.toolTip() == "Choose a member in the list first."


def test_an_admin_gives_themselves_access_and_gives_it_up_again(desk, office, page):
    members = open_members(desk, page, office.mara)
    press(desk, members, "own_give_button")
    desk.qtbot.waitUntil(lambda: office.roles(office.mara) == [("Nora", OPERATOR)])
    desk.settle()

    press(desk, members, "own_remove_button")
    press(desk, dialog_called(desk, "remove_own_dialog"), "accept_button")

    desk.qtbot.waitUntil(lambda: office.roles(office.mara) == [])


def test_a_standard_member_sees_only_their_own_access_and_can_give_it_up(desk, office):
    give(desk.world, office.nora, office.mara, office.sam, ANALYST)
    give(desk.world, office.nora, office.mara, office.ida, ANALYST)
    desk.open(office.sam_actor)
    page = desk.go("tiktok_accounts")
    members = open_members(desk, page, office.mara)
    assert not desk.shows("account_members_table")
    assert members.own_access.own_role_label.text().startswith("Analyst.")

    press(desk, members, "own_remove_button")
    press(desk, dialog_called(desk, "remove_own_dialog"), "accept_button")

    desk.qtbot.waitUntil(lambda: page.accounts_table.record_model.records == ())
    assert grants.my_grants(desk.world.context, office.sam_actor) == ()


def test_a_standard_member_may_ask_the_admins_instead(desk, office):
    give(desk.world, office.nora, office.mara, office.sam, ANALYST)
    desk.open(office.sam_actor)
    page = desk.go("tiktok_accounts")
    open_permissions(desk, page, office.mara)
    assert desk.widget("assign_button").toolTip() == "Only admins can do this. Ask Nora."

    press(desk, page.panel, "account_ask_button")

    assert (
        child(dialog_called(desk, "ask_admin_dialog"), "wish_label").text() == "Take @mara out of the Business Center"
    )


def test_an_account_of_a_partner_names_the_owner_where_it_cannot_be_ended(desk, world, office):
    theirs = link(world, office.otto, "wilma")
    give(world, office.otto, theirs, partner_of(world, office.otto, office.nora), ANALYST)
    wilma = shared_id(world, office.nora, "wilma")
    desk.open(office.nora)
    page = desk.go("tiktok_accounts")
    open_permissions(desk, page, wilma)

    end = desk.widget("end_button")
    assert not end.isEnabled()
    assert "Otter Works" in end.toolTip()
    assert end.toolTip() == end.statusTip()
    assert cell(page, wilma, "owner") == "Otter Works"
    page.accounts_state_combo.setCurrentText("Shared with us")
    assert [row.id for row in page.accounts_table.shown_records()] == [wilma]


def test_an_ended_account_says_why_nothing_can_be_done(desk, office, page):
    tiktok_accounts.disconnect(desk.world.context, office.nora, office.mara)
    open_permissions(desk, page, office.mara)
    desk.qtbot.waitUntil(lambda: desk.widget("end_button").toolTip() == "Access to this account has ended.")
    assert desk.widget("assign_button").toolTip() == "Access to these accounts has ended."


def test_every_control_has_a_name(desk, office, page):
    give(desk.world, office.nora, office.mara, holder_of(desk.world, office.nora), OPERATOR)
    open_members(desk, page, office.mara)
    assert violations(page) == []
