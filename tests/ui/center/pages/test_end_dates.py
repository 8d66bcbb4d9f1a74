"""End dates where access is shown: in an asset's members, in the panels of members and partners (domain.md 13.14)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QWidget

from bcdesktop.core.grants import AssetKind
from bcdesktop.services import access_requests, end_dates, grants, partners
from bcdesktop.ui.center.access_words import changed_text
from bcdesktop.ui.center.pages.asset_members import AssetMembersTab
from bcdesktop.ui.kit.walk import violations
from tests.services.access import OPERATOR, give, holder_of, link
from tests.services.partnering import invite
from tests.ui.center.linking import child, dialog_called, press

NEXT_YEAR = QDate(2027, 2, 28)


@pytest.fixture
def mara(world, nora):
    return link(world, nora, "mara")


@pytest.fixture
def sam(world, nora, mara):
    sam = world.standard_member(nora)
    give(world, nora, mara, holder_of(world, sam), OPERATOR)
    return sam


@pytest.fixture
def partnership(world, nora, mara):
    otto = world.center("Otter Works", "Otto")
    row = invite(world.context, nora, otto.business_center_id, mara)
    partners.accept(world.context, otto, row.id)
    return row


def end_of(world, nora, asset_id, person):
    holder = holder_of(world, person)
    return next(row.ends_at for row in grants.holders_of(world.context, nora, asset_id) if row.holder == holder)


def choose_day(desk, day=NEXT_YEAR):
    dialog = dialog_called(desk, "end_date_dialog")
    assert violations(dialog) == []
    dialog.choice.set_date(day)
    press(desk, dialog, "save_end_button")


def test_a_member_gets_an_end_in_the_tab_of_the_asset(desk, world, nora, sam, mara):
    desk.open(nora)
    room = QWidget(desk.window)
    tab = AssetMembersTab(desk.session, nora, desk.window.navigator)
    tab.setParent(room)
    room.show()
    tab.show_asset(mara, AssetKind.TIKTOK_ACCOUNT, "@mara")
    desk.settle()
    row = next(row for row in tab.members_table.record_model.records if row.holder_name == "Sam")
    assert tab.members_table.select_record(row.id)
    tab.member_more_menu.aboutToShow.emit()
    tab.member_more_menu.actions()[0].trigger()

    choose_day(desk)

    assert end_of(world, nora, mara, sam).date().isoformat() == "2027-02-28"
    shown = [tab.members_table.filter.index(0, column).data() for column in range(4)]
    assert shown[3].startswith("28")


def test_a_member_gets_an_end_in_the_panel_of_the_person(desk, world, nora, sam, mara):
    desk.open(nora)
    page = desk.go("members", member_id=holder_of(world, sam).id)
    desk.qtbot.waitUntil(page.panel.isVisible)
    page.panel.tabs.setCurrentIndex(1)
    desk.settle()
    button = child(page.panel, "member_end_date_button")
    assert (button.isEnabled(), button.toolTip()) == (False, "Choose something in the list first.")
    page.panel.member_accounts_list.setCurrentRow(0)
    desk.press("member_end_date_button")

    choose_day(desk)

    desk.qtbot.waitUntil(lambda: "ends 28" in page.panel.member_accounts_list.item(0).text())
    assert end_of(world, nora, mara, sam) is not None


def test_a_date_is_taken_away_by_taking_the_tick_out(desk, world, nora, sam, mara):
    until = world.clock.now() + timedelta(days=30)
    end_dates.set_for_grant(world.context, nora, mara, holder_of(world, sam).id, until)
    desk.open(nora)
    page = desk.go("members", member_id=holder_of(world, sam).id)
    desk.qtbot.waitUntil(page.panel.isVisible)
    page.panel.tabs.setCurrentIndex(1)
    desk.settle()
    page.panel.member_accounts_list.setCurrentRow(0)
    desk.press("member_end_date_button")
    dialog = dialog_called(desk, "end_date_dialog")
    assert dialog.choice.end() is not None
    child(dialog, "access_end_check").click()
    press(desk, dialog, "save_end_button")
    assert end_of(world, nora, mara, sam) is None


def test_a_partnership_gets_an_end_and_the_panel_offers_to_off_board_when_it_is_near(desk, world, nora, partnership):
    desk.open(nora)
    page = desk.go("partners", partnership_id=partnership.id)
    desk.qtbot.waitUntil(page.panel.isVisible)
    assert page.panel.end_bar.isHidden()
    desk.press("partner_end_date_button")
    today = world.clock.now()

    choose_day(desk, QDate(today.year, today.month, today.day).addDays(3))

    desk.qtbot.waitUntil(page.panel.end_bar.isVisible)
    assert "Ends in 3 days" in page.panel.end_bar.title_label.text()
    desk.press("partner_end_action_button")
    assert dialog_called(desk, "offboard_dialog")


def test_a_date_that_is_refused_stays_in_the_dialog(desk, world, nora, sam, mara):
    desk.open(nora)
    page = desk.go("members", member_id=holder_of(world, sam).id)
    desk.qtbot.waitUntil(page.panel.isVisible)
    page.panel.tabs.setCurrentIndex(1)
    desk.settle()
    page.panel.member_accounts_list.setCurrentRow(0)
    desk.press("member_end_date_button")
    dialog = dialog_called(desk, "end_date_dialog")
    dialog.choice.set_date(NEXT_YEAR)
    world.wait(days=500)
    press(desk, dialog, "save_end_button")
    assert "ahead of now" in dialog.form.error_text("ends_at")
    assert dialog.choice.end() is not None


def test_the_history_says_what_the_clock_ended(world, nora, sam, mara):
    end_dates.set_for_grant(world.context, nora, mara, holder_of(world, sam).id, world.clock.now() + timedelta(days=1))
    world.wait(days=2)
    access_requests.expire_due(world.context)
    newest, given = grants.history(world.context, nora, asset_id=mara, holder=holder_of(world, sam))
    assert changed_text(newest) == "Operator → No access, ran out"
    assert changed_text(given) == "No access → Operator"


def test_without_a_chosen_member_the_menu_is_grey_and_says_why(desk, world, nora, mara):
    desk.open(nora)
    tab = AssetMembersTab(desk.session, nora, desk.window.navigator)
    tab.setParent(desk.window)
    tab.show_asset(mara, AssetKind.TIKTOK_ACCOUNT, "@mara")
    desk.settle()
    assert not tab.member_more_button.isEnabled()
    assert tab.member_more_button.toolTip() == "Choose a member in the list first."
