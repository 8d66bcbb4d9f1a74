"""Several Business Centers of one person: the switcher, one more, and answers that land in another one (A2-46)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from bcdesktop.services import admin_requests, people
from bcdesktop.ui.kit.walk import violations
from tests.services.world import PASSWORD

popup = pytest.mark.qt_log_ignore(r"This plugin does not support (raise\(\)|grabbing the keyboard)")


@pytest.fixture
def otter(world, nora):
    """Nora in her second Business Center."""
    return world.center("Otter Works", handle="nora_otter")


def menu(desk):
    return desk.window.sidebar.switcher.switcher_menu


def entries(desk):
    return [a.text().partition("\t")[0] for a in menu(desk)._group.actions() if a.isVisible()]


def test_the_open_one_is_ticked_bold_and_told_by_its_id(desk, nora, otter):
    desk.open(nora)
    assert desk.text("business_center_id_label") == nora.business_center_id
    by_id = {action.data(): action for action in menu(desk)._group.actions()}
    open_one, other = by_id[nora.business_center_id], by_id[otter.business_center_id]
    assert (open_one.isChecked(), open_one.font().bold()) == (True, True)
    assert (other.isChecked(), other.font().bold()) == (False, False)
    assert other.text() == f"Otter Works\t{otter.business_center_id}"


def test_one_alone_needs_no_search_and_no_id(desk, nora):
    desk.open(nora)
    assert not desk.shows("business_center_id_label")
    assert not menu(desk)._search.isVisible()


def test_the_search_finds_by_name_and_by_id_and_says_when_there_is_none(desk, nora, otter):
    desk.open(nora)
    edit = menu(desk).switcher_search_edit
    edit.setText("otter")
    assert entries(desk) == ["Otter Works"]
    edit.setText(nora.business_center_id[-6:])
    assert entries(desk) == ["Lantern Media"]
    edit.setText("nowhere")
    assert entries(desk) == []
    assert menu(desk)._none.isVisible()


@popup
def test_typing_and_enter_switch(desk, nora, otter):
    desk.open(nora)
    menu(desk).popup(desk.window.mapToGlobal(QPoint(20, 20)))
    edit = desk.wait_for("switcher_search_edit")
    desk.qtbot.keyClicks(edit, "ott")
    desk.qtbot.keyClick(edit, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.window.actor.business_center_id == otter.business_center_id)
    desk.settle()
    assert desk.text("business_center_name_label") == "Otter Works"


@popup
def test_the_arrow_leads_from_the_search_to_what_was_found(desk, nora, otter):
    desk.open(nora)
    menu(desk).popup(desk.window.mapToGlobal(QPoint(20, 20)))
    edit = desk.wait_for("switcher_search_edit")
    desk.qtbot.keyClicks(edit, "ott")
    desk.qtbot.keyClick(edit, Qt.Key.Key_Down)
    assert menu(desk).activeAction().data() == otter.business_center_id
    menu(desk).close()


def test_the_switcher_has_names(desk, nora, otter):
    desk.open(nora)
    assert violations(desk.window.sidebar) == []


def test_one_more_business_center_is_made_with_ones_own_password(desk, world, nora):
    desk.open(nora)
    desk.window.actions_by_name["create_center"].trigger()
    wizard = desk.wait_for("first_start_wizard")
    view = wizard.pages_by_step["log_in"].log_in_code_view
    desk.qtbot.waitUntil(lambda: view.row is not None)
    desk.approve_log_in(world.sign_up("otter_tt"), view.row.code_text)
    desk.qtbot.waitUntil(lambda: view.is_approved)
    desk.press("next_button")
    desk.type("name_edit", "Otter Works")
    for name, value in (("country", "DE"), ("time_zone", "Europe/Berlin"), ("currency", "EUR")):
        desk.widget(f"{name}_combo").set_value(value)
    desk.type("address_edit", "Hafenweg 1, Bremen")
    desk.type("activity_edit", "Campaigns for shops")
    desk.press("next_button")
    assert (desk.text("email_edit"), desk.widget("email_edit").isReadOnly()) == ("nora@example.com", True)
    desk.type("password_edit", PASSWORD)
    desk.press("next_button")
    desk.press("authorise_button")
    desk.wait_for("recovery_text_box")
    desk.press("kept_check")
    desk.press("finish_button")
    desk.settle()
    actor = desk.window.actor
    assert (actor.person_id, actor.business_center_name) == (nora.person_id, "Otter Works")
    assert len(people.business_centers_of(world.context, nora.person_id)) == 2


def test_with_three_the_entry_is_grey_and_says_why(desk, world, nora, otter):
    world.center("Tern House", handle="nora_tern")
    desk.open(nora)
    action = desk.window.actions_by_name["create_center"]
    assert not action.isEnabled()
    assert "3 Business Centers" in action.statusTip()
    assert action in menu(desk).actions()


def approve(world, actor, handle="mara"):
    world.approve(world.request(actor, expected_handle=handle), world.sign_up(handle))


def test_an_approval_for_another_business_center_is_told_at_once(desk, world, nora, otter):
    desk.open(nora)
    approve(world, otter)
    bar = desk.window.notices.bar
    desk.qtbot.waitUntil(bar.isVisible)
    assert bar.title_label.text() == (
        "@mara answered a request of “Otter Works”, not of “Lantern Media”, which is open."
    )
    desk.press("notice_action_button")
    desk.qtbot.waitUntil(lambda: desk.window.actor.business_center_id == otter.business_center_id)
    desk.settle()
    assert desk.window.inside.pages.current_name == "tiktok_accounts"


def test_an_approval_for_the_open_one_is_not_told(desk, world, nora, otter):
    desk.open(nora)
    approve(world, nora)
    desk.settle()
    desk.settle()
    assert not desk.window.notices.bar.isVisible()


def test_a_page_that_is_asked_for_and_forbidden_offers_to_ask(desk, world, nora):
    sam = world.standard_member(nora)
    desk.open(sam)
    desk.window.navigator.go("requests")
    desk.press("notice_action_button")
    desk.wait_for("ask_admin_dialog")
    desk.press("send_ask_button")
    assert admin_requests.list_open(world.context, nora)[0].action == "see_requests"


@popup
def test_a_grey_page_can_be_asked_for_by_its_menu(desk, world, nora):
    sam = world.standard_member(nora)
    desk.open(sam)
    button, window = desk.widget("nav_requests_button"), desk.window
    place = button.mapTo(window, button.rect().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, place)
    found = desk.wait_for("grey_page_menu")
    assert isinstance(found, QMenu)
    found.actions()[0].trigger()
    found.close()
    desk.wait_for("ask_admin_dialog")
    assert desk.text("wish_label") == "See requests"
