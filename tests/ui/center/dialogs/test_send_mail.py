"""A code sent by e-mail arrives in the phone's Mail app, with a picture that can be scanned (A4-49, A4-50)."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from bcdesktop.core.mails import MailState
from bcdesktop.services import access_requests, mail, outbox
from bcdesktop.ui.kit.code_sheet import required_line
from bcdesktop.ui.kit.qr_reading import read_codes
from tests.services.mail_world import set_up, settings
from tests.services.test_eml import parsed
from tests.support.mail_server import MailServer
from tests.ui.center.linking import child, dialog_called, dialogs, open_code, press, type_in


@pytest.fixture
def request_row(world, nora):
    return world.request(nora)


@pytest.fixture
def dialog(desk, nora, request_row):
    desk.open(nora)
    press(desk, open_code(desk, request_row), "mail_button")
    return dialog_called(desk, "send_mail_dialog")


def test_the_owner_gets_the_message_and_a_picture_that_can_be_scanned(desk, dialog, world, request_row):
    mara = world.sign_up("mara")
    type_in(desk, dialog, "to_edit", "mara@example.com")

    press(desk, dialog, "send_mail_button")

    (arrived,) = mail.inbox(world.context, mara)
    assert arrived.body.startswith(required_line())
    picture = QImage.fromData(arrived.attachment)
    assert [found.text for found in read_codes(picture)] == [request_row.code_text]
    desk.qtbot.waitUntil(lambda: not dialogs(desk, "send_mail_dialog"))


def test_a_message_typed_over_still_says_what_can_read_the_code(desk, dialog, world):
    mara = world.sign_up("mara")
    type_in(desk, dialog, "to_edit", "mara@example.com")
    type_in(desk, dialog, "body_edit", "Hello Mara")

    press(desk, dialog, "send_mail_button")

    assert mail.inbox(world.context, mara)[0].body == f"{required_line()}\n\nHello Mara"


def test_a_wrong_address_is_refused_at_its_field(desk, dialog):
    type_in(desk, dialog, "to_edit", "mara at home")

    press(desk, dialog, "send_mail_button")

    assert "not an e-mail address" in dialog.form.error_text("to_address")
    assert child(dialog, "to_edit").text() == "mara at home"


def test_a_request_that_was_withdrawn_meanwhile_is_not_sent(desk, dialog, world, nora, request_row):
    mara = world.sign_up("mara")
    access_requests.cancel(world.context, nora, request_row.id)
    type_in(desk, dialog, "to_edit", "mara@example.com")

    press(desk, dialog, "send_mail_button")

    assert dialog.bar.isVisible()
    assert mail.inbox(world.context, mara) == ()


def test_the_toast_says_where_the_mail_lies_and_leads_there(desk, dialog, world, nora, request_row):
    type_in(desk, dialog, "to_edit", "mara@example.com")
    press(desk, dialog, "send_mail_button")
    (row,) = outbox.list_all(world.context, nora)

    desk.press("toast_undo_button")

    page = desk.window.inside.pages.currentWidget()
    assert page.outbox_table.current_record().id == row.id
    assert dialogs(desk, "qr_code_dialog") == []


def test_with_a_mail_server_the_toast_sends_at_once(desk, dialog, world, nora, request_row):
    server = MailServer().start()
    try:
        set_up(world.context, nora, settings(server.port))
        type_in(desk, dialog, "to_edit", "mara@example.com")
        press(desk, dialog, "send_mail_button")
        desk.press("toast_undo_button")
    finally:
        server.stop()

    (row,) = outbox.list_all(world.context, nora)
    assert row.state is MailState.SENT
    body = parsed(server.envelopes[0].original_content).get_body(("plain",)).get_content()
    assert body.startswith(required_line())
