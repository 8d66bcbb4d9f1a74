"""The sign-in page's way to the admins (A0-43)."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bcdesktop.core.admin_requests import AdminRequestSubject
from bcdesktop.services import admin_requests
from bcdesktop.store.tables import Mail
from bcdesktop.ui.kit.walk import PseudoTranslator, untranslated, violations


@pytest.fixture(autouse=True)
def signed_out(world, nora):
    world.context.keys.lock()


def open_pane(desk):
    desk.open()
    desk.type("email_edit", "sam@example.com")
    desk.press("cannot_get_in_button")
    return desk.wait_for("cannot_get_in_pane")


def test_what_was_typed_as_e_mail_is_taken_along(desk):
    open_pane(desk)
    assert desk.text("help_email_edit") == "sam@example.com"
    assert not desk.shows("sign_in_button")


def test_back_leads_to_the_form(desk):
    open_pane(desk)
    desk.press("back_from_help_button")
    assert desk.shows("sign_in_button")
    assert desk.text("email_edit") == "sam@example.com"


def test_the_request_reaches_the_admins_and_their_mail(desk, world, nora):
    world.standard_member(nora)
    pane = open_pane(desk)
    desk.press("remove_me_radio")
    desk.type("help_text_edit", "Call me: 0421 555")
    desk.press("send_help_button")
    assert pane.bar.title_label.text() == "Sent"
    (row,) = admin_requests.list_open(world.context, nora)
    assert (row.subject, row.text) == (AdminRequestSubject.REMOVE_ME, "Call me: 0421 555")
    with world.store.read() as session:
        mail = session.exec(select(Mail)).one()
    assert mail.to_address == "nora@example.com"
    assert "Hello Nora," in mail.body
    assert "Remove me from the Business Center" in mail.body


def test_a_stranger_reads_the_same_words(desk, world, nora):
    world.standard_member(nora)
    pane = open_pane(desk)
    said = []
    for address in ("sam@example.com", "stranger@example.com"):
        desk.type("help_email_edit", address)
        desk.press("send_help_button")
        said.append((pane.bar.title_label.text(), pane.bar.body_label.text(), pane.bar.advice_label.text()))
    assert said[0] == said[1]
    assert len(admin_requests.list_open(world.context, nora)) == 1


def test_the_handle_is_asked_for_only_where_an_account_is_meant(desk):
    open_pane(desk)
    assert not desk.shows("help_handle_edit")
    desk.press("remove_account_radio")
    assert desk.shows("help_handle_edit")


def test_a_missing_handle_is_told_at_its_field_and_nothing_typed_is_lost(desk):
    pane = open_pane(desk)
    desk.press("remove_account_radio")
    desk.type("help_text_edit", "I left")
    desk.press("send_help_button")
    assert pane.form.error_text("handle")
    assert pane.help_text_edit.toPlainText() == "I left"


def test_the_pane_has_names_and_translations(desk, qapp):
    translator = PseudoTranslator()
    qapp.installTranslator(translator)
    pane = open_pane(desk)
    desk.press("remove_account_radio")
    qapp.removeTranslator(translator)
    assert violations(pane) == []
    assert untranslated(pane, lambda text: "@" in text) == []
