"""Asking an admin, from the dialog's side."""

from __future__ import annotations

import pytest

from bcdesktop.core.admin_requests import AdminRequestSubject
from bcdesktop.core.policy import Action
from bcdesktop.services import admin_requests
from bcdesktop.ui.center.dialogs.ask_admin import ask_admin_dialog
from bcdesktop.ui.kit.walk import violations


@pytest.fixture
def sam(world, nora):
    return world.standard_member(nora)


def open_dialog(desk, actor, subject=AdminRequestSubject.ACTION, **what):
    desk.open(actor)
    dialog = ask_admin_dialog(desk.session, actor, desk.window.navigator, subject, **what)
    desk.window.navigator.open_dialog(dialog)
    desk.settle()
    return dialog


def test_the_dialog_says_what_is_asked_and_who_will_see_it(desk, sam):
    dialog = open_dialog(desk, sam, AdminRequestSubject.ACCESS, object_id="1", object_name="@mara")
    assert desk.text("wish_label") == "Give me access to @mara"
    assert "Nora" in desk.text("ask_admin_names_label")
    assert violations(dialog) == []


def test_send_puts_the_request_before_the_admins(desk, world, nora, sam):
    open_dialog(desk, sam, action=Action.INVITE_MEMBER)
    desk.type("ask_admin_text_edit", "For the spring campaign")
    desk.press("send_ask_button")
    row = admin_requests.list_open(world.context, nora)[0]
    assert (row.asked_by_name, row.action, row.text) == ("Sam", "invite_member", "For the spring campaign")
    assert not desk.shows("ask_admin_dialog")
    assert "Asked" in desk.window.notices.toast.text_label.text()


def test_what_was_typed_stays_when_it_is_too_long(desk, sam):
    dialog = open_dialog(desk, sam, action=Action.INVITE_MEMBER)
    dialog.text_edit.setPlainText("a" * 501)
    desk.press("send_ask_button")
    assert dialog.text_edit.toPlainText() == "a" * 501
    assert "500" in dialog.form.error_text("text")


def test_the_sixth_open_request_is_refused_in_the_dialog(desk, world, sam):
    for number in range(5):
        admin_requests.ask(world.context, sam, AdminRequestSubject.ACCESS, object_id=str(number))
    dialog = open_dialog(desk, sam, action=Action.INVITE_MEMBER)
    desk.press("send_ask_button")
    assert dialog.bar.isVisible()
    assert "waiting" in dialog.bar.title_label.text()


def test_without_a_subject_one_chooses_what_to_ask_for(desk, world, nora, sam):
    desk.open(sam)
    desk.window.actions_by_name["ask_admin"].trigger()
    dialog = desk.wait_for("ask_admin_dialog")
    assert violations(dialog) == []
    dialog.ask_subject_combo.setCurrentIndex(dialog.ask_subject_combo.findData(AdminRequestSubject.REMOVE_ME))
    desk.press("send_ask_button")
    assert admin_requests.list_open(world.context, nora)[0].subject is AdminRequestSubject.REMOVE_ME


def test_something_nobody_named_needs_words(desk, world, nora, sam):
    dialog = open_dialog(desk, sam, None)
    desk.press("send_ask_button")
    assert dialog.form.error_text("text")
    assert admin_requests.list_open(world.context, nora) == ()
    desk.type("ask_admin_text_edit", "Order coffee")
    desk.press("send_ask_button")
    assert admin_requests.list_open(world.context, nora)[0].text == "Order coffee"
