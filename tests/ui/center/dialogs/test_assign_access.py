"""Assign a new member: people and partners for the accounts that were ticked, a role for each (A2-35 to A2-39)."""

from __future__ import annotations

import pytest

from bcdesktop.services import tiktok_accounts
from bcdesktop.ui.kit.walk import violations
from tests.services.access import ANALYST, OPERATOR, give, link, partner_of, remove_member, shared_id
from tests.ui.center.access_desk import choose_role, open_assign
from tests.ui.center.linking import child, dialogs, press


@pytest.fixture
def page(desk, office):
    desk.open(office.nora)
    page = desk.go("tiktok_accounts")
    desk.qtbot.waitUntil(lambda: len(page.accounts_table.shown_records()) == 2)
    return page


def tick(page, *ids):
    page.accounts_table.set_ticked(ids)


def effect(dialog):
    return child(dialog, "assign_access_effect_label").text()


def test_nothing_ticked_and_the_button_says_what_to_do(desk, page):
    button = desk.widget("assign_button")
    assert not button.isEnabled()
    assert button.toolTip() == button.statusTip() == "Tick accounts in the list first."


def test_people_and_partners_get_a_role_each_and_what_changes_is_counted_first(desk, office, page):
    give(desk.world, office.nora, office.mara, office.sam, ANALYST)
    tick(page, office.mara, office.omar)
    dialog = open_assign(desk, page)
    assert child(dialog, "assign_access_give_button").toolTip() == "Choose somebody first."

    dialog.picker.pick(office.sam.id)
    dialog.picker.pick(office.otter.id)
    choose_role(dialog.picker, office.sam.id, OPERATOR)
    assert effect(dialog) == "2 accounts × 1 person, 1 partner: 3 new, 1 changed."
    press(desk, dialog, "assign_access_give_button")

    desk.qtbot.waitUntil(lambda: not dialogs(desk, "assign_access_dialog"))
    assert office.roles(office.mara) == office.roles(office.omar) == [("Otter Works", ANALYST), ("Sam", OPERATOR)]


def test_undo_in_the_toast_brings_back_what_was_there(desk, office, page):
    give(desk.world, office.nora, office.mara, office.sam, ANALYST)
    tick(page, office.mara)
    dialog = open_assign(desk, page)
    for holder in (office.sam, office.ida):
        dialog.picker.pick(holder.id)
        choose_role(dialog.picker, holder.id, OPERATOR)
    press(desk, dialog, "assign_access_give_button")
    desk.qtbot.waitUntil(lambda: desk.window.notices.toast is not None)
    assert len(office.roles(office.mara)) == 2

    desk.press("toast_undo_button")

    desk.qtbot.waitUntil(lambda: office.roles(office.mara) == [("Sam", ANALYST)])


def test_a_refusal_is_said_in_the_dialog_and_keeps_what_was_picked(desk, office, page):
    tick(page, office.mara)
    dialog = open_assign(desk, page)
    dialog.picker.pick(office.ida.id)
    dialog.picker.pick(office.sam.id)
    remove_member(desk.world, office.ida_actor)

    press(desk, dialog, "assign_access_give_button")

    desk.qtbot.waitUntil(dialog.bar.isVisible)
    assert dialog.bar.title_label.text() == "Ida is not there any more"
    assert set(dialog.picker.roles()) == {office.ida.id, office.sam.id}
    assert child(dialog, "assign_access_give_button").isEnabled()
    assert office.roles(office.mara) == []


def test_the_role_somebody_has_is_proposed_and_changes_nothing(desk, office, page):
    give(desk.world, office.nora, office.mara, office.sam, ANALYST)
    tick(page, office.mara)
    dialog = open_assign(desk, page)

    dialog.picker.pick(office.sam.id)

    assert dialog.picker.roles() == {office.sam.id: ANALYST}
    button = child(dialog, "assign_access_give_button")
    assert not button.isEnabled()
    assert button.toolTip() == "Everybody chosen has this role already."


def test_search_and_kind_narrow_the_list(desk, office, page):
    tick(page, office.mara)
    picker = open_assign(desk, page).picker
    desk.qtbot.keyClicks(picker.filter_edit, "ida@")
    assert [item.name for item in picker.table.shown_records()] == ["Ida"]
    picker.filter_edit.clear()
    picker.kind_combo.setCurrentText("Partner")
    assert [item.name for item in picker.table.shown_records()] == ["Otter Works"]


def test_all_get_one_role_at_once_and_one_can_be_taken_out_again(desk, office, page):
    tick(page, office.mara)
    dialog = open_assign(desk, page)
    for holder in (office.sam, office.ida):
        dialog.picker.pick(holder.id)

    press(desk, dialog, "assign_all_analyst_button")
    assert set(dialog.picker.roles().values()) == {ANALYST}
    press(desk, dialog, f"assign_unpick_button_{office.ida.id}")

    assert set(dialog.picker.roles()) == {office.sam.id}


def test_an_account_a_partner_shares_is_given_within_its_limit_and_not_shared_on(desk, world, office):
    wilma = link(world, office.otto, "wilma")
    give(world, office.otto, wilma, partner_of(world, office.otto, office.nora), ANALYST)
    wilma_here = shared_id(world, office.nora, "wilma")
    desk.open(office.nora)
    page = desk.go("tiktok_accounts")
    desk.qtbot.waitUntil(lambda: len(page.accounts_table.shown_records()) == 3)
    tick(page, office.mara, wilma_here)
    dialog = open_assign(desk, page)
    assert "@wilma" in child(dialog, "assign_access_notes_label").text()

    for holder in (office.sam, office.otter):
        dialog.picker.pick(holder.id)
        choose_role(dialog.picker, holder.id, OPERATOR)
    press(desk, dialog, "assign_access_give_button")

    desk.qtbot.waitUntil(lambda: office.roles(wilma_here) == [("Sam", ANALYST)])
    assert office.roles(office.mara) == [("Otter Works", OPERATOR), ("Sam", OPERATOR)]


def test_an_account_that_ended_meanwhile_is_left_out_and_said_so(desk, office, page):
    tick(page, office.mara, office.omar)
    ids = [office.mara, office.omar]
    tiktok_accounts.disconnect(desk.world.context, office.nora, office.omar)
    page.deeds.assign(ids)
    dialog = desk.wait_for("assign_access_dialog")
    desk.qtbot.waitUntil(lambda: bool(dialog.picker.table.record_model.records))
    assert child(dialog, "assign_access_title_label").text() == "Who may use @mara?"
    assert "access to them has ended" in child(dialog, "assign_access_notes_label").text()


def test_every_control_of_the_dialog_has_a_name(desk, office, page):
    tick(page, office.mara)
    dialog = open_assign(desk, page)
    for holder in (office.sam, office.ida):
        dialog.picker.pick(holder.id)
    assert violations(dialog) == []
