"""The Outbox page: mails with their state, opened, copied, saved, sent by a real server on this computer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from bcdesktop.core.mails import MailKind, MailState
from bcdesktop.services import mail, outbox
from bcdesktop.ui.center.pages import outbox as outbox_page
from bcdesktop.ui.kit.walk import PseudoTranslator, untranslated, violations
from tests.services.mail_world import put_mail, set_up, settings
from tests.services.test_eml import parsed
from tests.support.mail_server import LOGIN, REFUSED, SECRET, MailServer


@pytest.fixture
def server():
    made = MailServer().start()
    yield made
    made.stop()


@pytest.fixture
def page(desk, nora):
    desk.open(nora)
    return desk.go("outbox")


@pytest.fixture
def opened(monkeypatch):
    """What was handed to the mail program, and whether there is one."""

    class Services:
        paths, works = [], True

        @classmethod
        def openUrl(cls, url):
            cls.paths.append(url.toLocalFile())
            return cls.works

    monkeypatch.setattr(outbox_page, "QDesktopServices", Services)
    return Services


def shown(page):
    return [row.subject for row in page.outbox_table.shown_records()]


def choose(desk, page, mail_id):
    desk.qtbot.waitUntil(lambda: page.outbox_table.select_record(mail_id))
    desk.settle()


def cell(page, row, column):
    table = page.outbox_table
    return table.filter.index(row, table.record_model.column_index(column)).data()


def state(world, nora, mail_id):
    return outbox.get(world.context, nora, mail_id).state


# ------------------------------------------------------------------ seeing
def test_a_new_mail_comes_up_by_itself_and_is_counted_in_the_sidebar(desk, page, world, nora):
    put_mail(world, nora, subject="Welcome", kind=MailKind.INVITATION)
    desk.qtbot.waitUntil(lambda: shown(page) == ["Welcome"])
    assert [cell(page, 0, name) for name in ("to", "kind", "state", "created")] == [
        "mara@example.com",
        "Invitation",
        "Waiting",
        "just now",
    ]
    badge = desk.window.sidebar.buttons["outbox"]
    desk.qtbot.waitUntil(lambda: badge.count_badge.text() == "1")
    assert badge.accessibleName() == "Outbox, 1 to be sent"


def test_words_and_state_filter_the_mails(desk, page, world, nora, mara_phone):
    first, second = put_mail(world, nora, subject="Spring"), put_mail(world, nora, subject="Autumn")
    outbox.mark_sent(world.context, nora, first)
    mail.read(world.context, mara_phone, put_mail(world, nora, subject="Read"))
    desk.qtbot.waitUntil(lambda: len(shown(page)) == 3)
    desk.type("outbox_filter_edit", "spr")
    assert shown(page) == ["Spring"]
    page._clear_filter()
    page.outbox_state_combo.setCurrentText("To be sent")
    assert shown(page) == ["Autumn"]
    page.outbox_state_combo.setCurrentText("Sent")
    assert shown(page) == ["Spring"]
    assert outbox.get(world.context, nora, second).waits


@pytest.fixture
def mara_phone(world):
    return world.sign_up("mara")


def test_the_panel_shows_the_text_as_it_will_be_read(desk, page, world, nora):
    mail_id = put_mail(world, nora, body="<b>Hello</b>\n& welcome")
    choose(desk, page, mail_id)
    assert desk.widget("mail_body_text").toPlainText() == "<b>Hello</b>\n& welcome"
    assert not desk.shows("mail_attachment_label")


def test_a_code_that_ran_out_offers_no_sending(desk, page, world, nora):
    request = world.request(nora)
    mail_id = mail.send_code(world.context, nora, request.id, "mara@example.com", "Access", "Hello", png=b"\x89PNG")
    choose(desk, page, mail_id)
    assert desk.shows("mail_attachment_label")
    assert desk.shows("mark_mail_sent_button")
    world.wait(minutes=11)
    page._tick()
    desk.settle()
    assert cell(page, 0, "state") == "Out of date"
    assert not desk.shows("send_mail_now_button")
    assert not desk.shows("mark_mail_sent_button")


# ------------------------------------------------------------------ by hand
def test_a_mail_opens_in_the_mail_program_from_a_private_file_that_goes_with_the_program(
    desk, page, world, nora, opened
):
    choose(desk, page, put_mail(world, nora, subject="Welcome"))
    desk.press("open_mail_button")
    (path,) = [desk.world.folder.joinpath(path) for path in opened.paths]
    message = parsed(path.read_bytes())
    assert (message["Subject"], message["X-Unsent"]) == ("Welcome", "1")
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0
    QCoreApplication.instance().aboutToQuit.emit()
    assert not path.exists()


def test_without_a_mail_program_the_page_says_what_else_can_be_done(desk, page, world, nora, opened):
    opened.works = False
    choose(desk, page, put_mail(world, nora))
    desk.press("open_mail_button")
    assert "copy its text" in desk.window.notices.bar.advice_label.text()


def test_a_mail_can_be_copied_and_saved(desk, page, world, nora, tmp_path):
    mail_id = put_mail(world, nora, subject="Welcome", body="Hello")
    choose(desk, page, mail_id)
    desk.press("copy_mail_button")
    assert QGuiApplication.clipboard().text() == "To: mara@example.com\nSubject: Welcome\n\nHello"
    desk.press("save_mail_button")
    desk.widget("save_mail_dialog").fileSelected.emit(str(tmp_path / "kept.eml"))
    desk.settle()
    assert (tmp_path / "kept.eml").read_bytes() == outbox.eml(world.context, nora, mail_id)
    assert (tmp_path / "kept.eml").stat().st_mode & 0o077 == 0


def test_a_file_that_cannot_be_written_is_told(desk, page, world, nora, tmp_path):
    page.save_to(put_mail(world, nora), str(tmp_path / "missing" / "kept.eml"))
    desk.settle()
    assert desk.window.notices.bar.isVisible()


def test_a_mail_can_be_marked_as_sent(desk, page, world, nora):
    mail_id = put_mail(world, nora)
    choose(desk, page, mail_id)
    desk.press("mark_mail_sent_button")
    assert state(world, nora, mail_id) is MailState.SENT_BY_HAND
    desk.qtbot.waitUntil(lambda: not desk.shows("mark_mail_sent_button"))


# ------------------------------------------------------------------ by the mail server
def test_without_a_mail_server_send_is_grey_says_why_and_leads_to_the_settings(desk, page, world, nora):
    choose(desk, page, put_mail(world, nora))
    for name in ("send_mail_now_button", "send_all_button"):
        assert not desk.widget(name).isEnabled()
        assert "Settings > Mail" in desk.widget(name).toolTip()
        assert desk.widget(name).statusTip() == desk.widget(name).toolTip()
    desk.press("set_up_mail_button")
    assert desk.shows("mail_host_edit")


def test_a_mail_server_set_up_meanwhile_makes_send_work(desk, page, world, nora, server):
    mail_id = put_mail(world, nora)
    choose(desk, page, mail_id)
    set_up(world.context, nora, settings(server.port))
    desk.press("send_mail_now_button")
    desk.qtbot.waitUntil(lambda: cell(page, 0, "state") == "Sent")
    assert len(server.envelopes) == 1
    assert not desk.shows("send_mail_now_button")


def test_a_refused_mail_stays_with_the_words_of_the_server(desk, page, world, nora, server):
    set_up(world.context, nora, settings(server.port))
    choose(desk, page, put_mail(world, nora, REFUSED))
    desk.press("send_mail_now_button")
    desk.qtbot.waitUntil(lambda: cell(page, 0, "state") == "Not sent")
    assert "550 5.1.1 No such person" in page.panel.failure_bar.body_label.text()
    assert page.panel.failure_bar.isVisible()


def test_send_all_sends_what_waits(desk, page, world, nora, server):
    set_up(world.context, nora, settings(server.port))
    for name in ("a", "b"):
        put_mail(world, nora, f"{name}@example.com")
    desk.press("send_all_button")
    assert len(server.envelopes) == 2
    assert desk.window.notices.toast.text_label.text() == "Mails sent: 2."
    desk.qtbot.waitUntil(lambda: not desk.widget("send_all_button").isEnabled())
    assert desk.widget("send_all_button").toolTip() == "Nothing waits to be sent."


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
def test_a_password_nobody_kept_is_asked_for_until_it_is_right(desk, page, world, nora):
    server = MailServer(asks_login=True).start()
    try:
        set_up(world.context, nora, settings(server.port, login=LOGIN))
        choose(desk, page, put_mail(world, nora))
        desk.press("send_mail_now_button")
        desk.wait_for("mail_password_dialog")
        desk.press("send_with_password_button")
        assert desk.shows("mail_password_dialog")
        desk.type("mail_password_edit", "wrong")
        desk.press("send_with_password_button")
        assert desk.widget("mail_password_dialog").bar.isVisible()
        desk.widget("mail_password_edit").setText(SECRET)
        desk.press("send_with_password_button")
        desk.qtbot.waitUntil(lambda: not desk.shows("mail_password_dialog"))
    finally:
        server.stop()
    assert len(server.envelopes) == 1
    assert outbox.mail_server(world.context, nora).password_kept


def test_trouble_after_the_password_was_asked_is_told_in_the_window(desk, page, world, nora, server):
    set_up(world.context, nora, settings(server.port, login=LOGIN))
    choose(desk, page, put_mail(world, nora))
    desk.press("send_mail_now_button")
    desk.wait_for("mail_password_dialog")
    server.stop()
    desk.widget("mail_password_edit").setText(SECRET)
    desk.press("send_with_password_button")
    desk.qtbot.waitUntil(lambda: not desk.shows("mail_password_dialog"))
    assert desk.window.notices.bar.title_label.text() == "The mail server does not answer"


def test_a_standard_member_finds_the_outbox_grey_with_who_can_help(desk, world, nora):
    desk.open(world.standard_member(nora))
    button = desk.window.sidebar.buttons["outbox"]
    assert not button.isEnabled()
    assert "Nora" in button.toolTip()


# ------------------------------------------------------------------ names and words
DATA = ("Lantern Media", "Nora", "@", "Access", "Hello", "mail.", "550", "1", "0")


def is_data(text):
    return any(part in text for part in DATA)


def test_panel_and_password_dialog_have_names_and_are_translated(desk, world, nora, server):
    translator = PseudoTranslator()
    QApplication.installTranslator(translator)
    try:
        set_up(world.context, nora, settings(server.port, login=LOGIN))
        desk.open(nora)
        page = desk.go("outbox")
        choose(desk, page, put_mail(world, nora, REFUSED, subject="Access", body="Hello"))
        desk.press("send_mail_now_button")
        dialog = desk.wait_for("mail_password_dialog")
        assert violations(desk.window) == []
        assert untranslated(page, is_data) == []
        assert untranslated(dialog, is_data) == []
    finally:
        QApplication.removeTranslator(translator)
