"""The Requests page: every request, its state and time, its code again, renew, withdraw (decisions.md)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from bcdesktop.core.access_requests import Method, RequestState
from bcdesktop.services import access_requests
from tests.services.world import LIVE
from tests.ui.center.linking import child, decline, dialogs, press


@pytest.fixture
def page(desk, nora):
    desk.open(nora)
    return desk.go("requests")


def shown(page):
    return [record.id for record in page.requests_table.shown_records()]


def choose(desk, page, request):
    assert page.requests_table.select_record(request.id)
    desk.settle()


def cell(page, row, column):
    table = page.requests_table
    names = [c.name for c in table.record_model.columns]
    return table.filter.index(row, names.index(column)).data()


def test_an_empty_page_offers_the_one_button_that_starts(desk, page, qtbot):
    with qtbot.waitSignal(desk.window.navigator.add_requested):
        press(desk, page, "requests_empty_add_button")


def test_every_request_has_state_time_permissions_and_purpose(desk, page, world, nora):
    world.request(nora, LIVE, expected_handle="mara", purpose="Live week")
    desk.qtbot.waitUntil(lambda: len(shown(page)) == 1)

    assert (cell(page, 0, "account"), cell(page, 0, "state")) == ("@mara", "Waiting")
    assert cell(page, 0, "time") in {"1 day left", "24 hours left"}
    assert (cell(page, 0, "permissions"), cell(page, 0, "purpose")) == ("LIVE ads", "Live week")
    assert (cell(page, 0, "way"), cell(page, 0, "asked_by")) == ("Request access · QR code", "Nora")


def test_words_and_state_filter_the_rows(desk, page, world, nora):
    mara = world.sign_up("mara")
    open_one = world.request(nora, purpose="Spring")
    declined = world.request(nora, LIVE, expected_handle="mara", purpose="Autumn")
    decline(desk, declined, mara)
    desk.qtbot.waitUntil(lambda: len(shown(page)) == 2)

    desk.type("requests_filter_edit", "autumn")
    assert shown(page) == [declined.id]
    page.requests_filter_edit.clear()
    page.requests_state_combo.setCurrentText("Waiting")
    assert shown(page) == [open_one.id]
    page.requests_state_combo.setCurrentText("Declined")
    assert shown(page) == [declined.id]


def test_a_filter_that_leaves_no_row_leaves_no_panel(desk, page, world, nora):
    request = world.request(nora)
    desk.qtbot.waitUntil(lambda: len(shown(page)) == 1)
    choose(desk, page, request)

    desk.type("requests_filter_edit", "nobody")

    assert not page.panel.isVisible()
    press(desk, page, "requests_table_clear_filter_button")
    assert shown(page) == [request.id]


def test_a_row_opens_its_code_again(desk, page, world, nora, qtbot):
    request = world.request(nora)
    desk.qtbot.waitUntil(lambda: len(shown(page)) == 1)
    choose(desk, page, request)

    press(desk, page, "open_button")

    assert dialogs(desk, "qr_code_dialog")[0].row.id == request.id


def test_enter_opens_the_code_too(desk, page, world, nora, qtbot):
    request = world.request(nora)
    desk.qtbot.waitUntil(lambda: len(shown(page)) == 1)
    choose(desk, page, request)

    qtbot.keyClick(page.requests_table, Qt.Key.Key_Return)

    desk.qtbot.waitUntil(lambda: [d.request_id for d in dialogs(desk, "qr_code_dialog")] == [request.id])


def test_the_panel_says_what_was_asked_and_where_it_stands(desk, page, world, nora):
    request = world.request(nora, purpose="Spring", expected_handle="mara")
    desk.qtbot.waitUntil(lambda: len(shown(page)) == 1)

    choose(desk, page, request)

    assert page.panel.isVisible()
    assert page.panel.title_label.text() == "@mara"
    assert child(page.panel, "request_state_label").text() == "Waiting for the owner to scan the code."
    assert "Spring" in page.panel.facts.spoken()


def test_renew_from_the_panel_opens_the_new_code(desk, page, world, nora):
    request = world.request(nora)
    world.wait(minutes=11)
    page.refresh()
    desk.settle()
    choose(desk, page, request)

    press(desk, page, "renew_button")

    (dialog,) = dialogs(desk, "qr_code_dialog")
    assert dialog.row.parent_id == request.id
    assert access_requests.get(world.context, nora, request.id).replaced_by == dialog.row.id


def test_delete_withdraws_a_waiting_request(desk, page, world, nora, qtbot):
    request = world.request(nora)
    desk.qtbot.waitUntil(lambda: len(shown(page)) == 1)
    choose(desk, page, request)

    qtbot.keyClick(page.requests_table, Qt.Key.Key_Delete)
    desk.settle()

    assert world.state(nora, request) is RequestState.CANCELLED
    desk.qtbot.waitUntil(lambda: cell(page, 0, "state") == "Withdrawn")


def test_the_menu_of_a_row_offers_what_its_state_allows(desk, page, world, nora):
    mara = world.sign_up("mara")
    request = world.request(nora)
    world.approve(request, mara)
    page.refresh()
    desk.settle()

    menu = page.row_menu(access_requests.get(world.context, nora, request.id))

    enabled = {action.objectName(): action.isEnabled() for action in menu.actions()}
    assert enabled == {"open_action": True, "renew_action": False, "withdraw_action": False}
    menu.close()


def test_a_request_made_elsewhere_appears_by_itself(desk, page, world, nora):
    world.request(nora, method=Method.QR_CODE)

    desk.qtbot.waitUntil(lambda: len(shown(page)) == 1)


def test_an_expired_request_says_that_an_answer_in_time_still_counts(desk, page, world, nora):
    request = world.request(nora)
    world.wait(minutes=11)
    page.refresh()
    desk.settle()
    choose(desk, page, request)

    assert cell(page, 0, "state") == "Expired"
    assert "still counts until" in child(page.panel, "request_state_label").text()


def test_going_to_a_request_selects_it(desk, page, world, nora):
    first = world.request(nora)
    world.request(nora, LIVE)

    desk.go("requests", request_id=first.id)

    desk.qtbot.waitUntil(lambda: page.requests_table.current_record() is not None)
    assert page.requests_table.current_record().id == first.id
