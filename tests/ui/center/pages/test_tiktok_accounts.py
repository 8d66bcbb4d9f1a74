"""The TikTok accounts page: what each may be used for, who is behind it, what can be done (A2-17, A3-31)."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from bcdesktop.core.access_requests import LinkState, OwnerTrust
from bcdesktop.core.permissions import Permission
from bcdesktop.services import tiktok_accounts
from bcdesktop.ui.kit.walk import violations
from tests.services.world import LIVE
from tests.ui.center.linking import child, dialog_called, press


@pytest.fixture
def page(desk, nora):
    desk.open(nora)
    return desk.go("tiktok_accounts")


@pytest.fixture
def mara(world, nora):
    """The phone of an owner who agreed to a request addressed to her."""
    phone = world.sign_up("mara", kind="brand")
    world.approve(world.request(nora, expected_handle="mara"), phone)
    return phone


def handles(page):
    return [record.handle for record in page.accounts_table.shown_records()]


def cell(page, column, row=0):
    table = page.accounts_table
    names = [c.name for c in table.record_model.columns]
    return table.filter.index(row, names.index(column)).data()


def choose(desk, page, row=0):
    record = page.accounts_table.shown_records()[row]
    page.accounts_table.select_record(record.id)
    desk.settle()
    return record


def link(world, actor):
    return tiktok_accounts.list_all(world.context, actor)[0]


def test_an_empty_list_says_what_belongs_there_and_offers_to_start(desk, page, qtbot):
    with qtbot.waitSignal(desk.window.navigator.add_requested):
        press(desk, page, "accounts_empty_add_button")


def test_a_row_says_level_state_owner_and_readiness(desk, mara, page):
    assert handles(page) == ["mara"]
    assert cell(page, "permissions") == "Deliver ads"
    assert cell(page, "state") == "Active"
    assert cell(page, "owner") == "Known in this store"
    assert cell(page, "spark") == "Ready"


def test_an_account_without_both_switches_is_not_ready_for_spark_ads(desk, world, nora, page):
    phone = world.sign_up("joon")
    request = world.request(nora, expected_handle="joon")
    scanned = world.scan(request, phone)
    world.approve(request, phone, permissions=scanned.permissions.narrowed_to({Permission.EXISTING_POSTS}))
    desk.qtbot.waitUntil(lambda: handles(page) == ["joon"])
    desk.settle()

    assert cell(page, "spark") == "Permissions missing"


def test_an_approval_elsewhere_comes_up_without_refresh(desk, world, nora, page):
    world.approve(world.request(nora), world.sign_up("tessa"))

    desk.qtbot.waitUntil(lambda: handles(page) == ["tessa"])


def test_words_and_state_filter_the_rows(desk, world, nora, mara, page):
    world.approve(world.request(nora, LIVE), world.sign_up("omar"))
    desk.qtbot.waitUntil(lambda: len(handles(page)) == 2)

    page.accounts_filter_edit.setText("mara")
    assert handles(page) == ["mara"]
    page.accounts_filter_edit.clear()
    page.accounts_state_combo.setCurrentText("To confirm")
    assert handles(page) == ["omar"]
    page.accounts_state_combo.setCurrentText("Not ready for Spark Ads")
    assert handles(page) == ["omar"]
    page.accounts_state_combo.setCurrentText("Ended")
    assert handles(page) == []


def test_the_panel_shows_permissions_owner_and_activity(desk, mara, page):
    record = choose(desk, page)

    facts = {fact.name: fact.value for fact in page.panel.facts.facts}
    assert "Existing posts" in facts["Permissions"]
    assert facts["TikTok account ID"] == record.account_id
    texts = [page.panel.activity_list.item(i).text() for i in range(page.panel.activity_list.count())]
    assert any("@mara" in text for text in texts)


def test_an_open_request_asks_whether_the_account_was_meant_and_yes_ends_the_question(desk, world, nora, page):
    world.approve(world.request(nora), world.sign_up("tessa"))
    desk.qtbot.waitUntil(lambda: handles(page) == ["tessa"])
    choose(desk, page)
    assert child(page.panel, "account_question_label").text() == "Is @tessa the account you meant?"

    press(desk, page.panel, "account_yes_button")

    desk.qtbot.waitUntil(lambda: not link(world, nora).needs_confirmation)
    desk.qtbot.waitUntil(lambda: not page.panel.meant.isVisible())


def test_end_access_lists_what_stops_and_ends_the_link_when_confirmed(desk, world, nora, mara, page):
    choose(desk, page)
    press(desk, page.panel, "end_button")
    dialog = dialog_called(desk, "end_access_dialog")
    assert child(dialog, "cancel_button").isDefault()

    press(desk, dialog, "accept_button")

    desk.qtbot.waitUntil(lambda: link(world, nora).state is LinkState.DISCONNECTED)
    desk.qtbot.waitUntil(lambda: cell(page, "state") == "Disconnected")


def test_cancel_leaves_the_link_as_it_is(desk, world, nora, mara, page):
    choose(desk, page)
    press(desk, page.panel, "end_button")

    press(desk, dialog_called(desk, "end_access_dialog"), "cancel_button")

    assert link(world, nora).state is LinkState.ACTIVE


def test_the_same_digits_mark_the_owner_as_verified(desk, world, nora, mara, page):
    record = choose(desk, page)
    press(desk, page.panel, "compare_button")
    dialog = dialog_called(desk, "compare_digits_dialog")
    wanted = tiktok_accounts.digits(world.context, nora, record.id)
    assert "".join(child(dialog, "digits_label").text().split()) == "".join(wanted.split())

    press(desk, dialog, "same_button")

    desk.qtbot.waitUntil(lambda: link(world, nora).owner_trust is OwnerTrust.DIGITS_COMPARED)


def test_digits_that_differ_lead_to_ending_access(desk, mara, page):
    choose(desk, page)
    press(desk, page.panel, "compare_button")

    press(desk, dialog_called(desk, "compare_digits_dialog"), "differ_button")

    dialog_called(desk, "end_access_dialog")


def test_the_row_menu_copies_the_handle(desk, mara, page):
    menu = page.row_menu(choose(desk, page))

    next(action for action in menu.actions() if action.objectName() == "copy_handle_action").trigger()

    assert QGuiApplication.clipboard().text() == "@mara"
    menu.close()


def test_a_standard_member_sees_no_way_to_add_and_a_grey_way_to_end(desk, world, nora, mara):
    sam = world.standard_member(nora)
    world.give(sam, link(world, nora).id)
    desk.open(sam)
    page = desk.go("tiktok_accounts")

    assert handles(page) == ["mara"]
    assert not desk.shows("accounts_add_button")
    choose(desk, page)
    end = desk.widget("end_button")
    assert not end.isEnabled()
    assert end.toolTip() == end.statusTip() == "Only admins can do this. Ask Nora."


def test_every_control_of_the_page_has_a_name(desk, mara, page):
    choose(desk, page)

    assert violations(page) == []
