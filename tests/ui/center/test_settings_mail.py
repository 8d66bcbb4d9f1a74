"""Settings > Mail: saved by its own button, tried out before, the password never shown again."""

from __future__ import annotations

import pytest

from bcdesktop.core.mails import MailSecurity
from bcdesktop.services import outbox
from tests.services.mail_world import set_up, settings
from tests.services.world import MemorySecrets
from tests.support.mail_server import LOGIN, SECRET, MailServer

pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")


@pytest.fixture
def server():
    made = MailServer(asks_login=True).start()
    yield made
    made.stop()


@pytest.fixture
def tab(desk, nora):
    desk.open(nora)
    return desk.go("settings", card="mail").tabs_by_name["mail"]


def fill(desk, tab, server, password=SECRET, host="localhost"):
    tab.mail_security_combo.setCurrentIndex(tab.mail_security_combo.findData("none"))
    for name, text in (
        ("mail_host_edit", host),
        ("mail_port_edit", str(server.port)),
        ("mail_login_edit", LOGIN),
        ("mail_from_edit", "post@lantern.example"),
    ):
        desk.type(name, text)
    # Qt's own typing knows no umlauts
    desk.widget("mail_password_field").setText(password)


def test_the_form_begins_with_who_one_is_and_the_safe_connection(desk, tab):
    assert desk.text("mail_from_edit") == "nora@example.com"
    assert desk.text("mail_name_edit") == "Lantern Media"
    assert tab.mail_security_combo.currentText() == "TLS from the start"
    assert not desk.shows("remove_mail_server_button")


def test_the_port_follows_the_connection_unless_it_was_typed(desk, tab):
    assert desk.text("mail_port_edit") == "465"
    tab.mail_security_combo.setCurrentIndex(1)
    assert desk.text("mail_port_edit") == "587"
    desk.type("mail_port_edit", "2525")
    tab.mail_security_combo.setCurrentIndex(0)
    assert desk.text("mail_port_edit") == "2525"


def test_saving_keeps_the_server_and_shows_no_password(desk, world, nora, tab, server):
    fill(desk, tab, server)
    desk.press("save_mail_server_button")
    row = outbox.mail_server(world.context, nora)
    assert (row.host, row.port, row.security, row.login) == ("localhost", server.port, MailSecurity.NONE, LOGIN)
    assert row.password_kept
    assert tab.bar.title_label.text() == "The mail server is saved."
    assert desk.text("mail_password_field") == ""
    desk.press("test_mail_server_button")
    assert tab.bar.title_label.text() == "The mail server answers"
    assert server.envelopes == []


@pytest.mark.parametrize(
    ("name", "text", "field"),
    [
        ("mail_host_edit", "smtp://mail.example.com", "host"),
        ("mail_port_edit", "x25", "port"),
        ("mail_port_edit", "70000", "port"),
        ("mail_from_edit", "lantern", "from_address"),
    ],
)
def test_what_cannot_be_taken_is_told_at_its_field_and_stays(desk, world, nora, tab, server, name, text, field):
    fill(desk, tab, server)
    desk.type(name, text)
    for button in ("save_mail_server_button", "test_mail_server_button"):
        desk.press(button)
        assert tab.mail_form.error_text(field)
        assert desk.text(name) == text
    assert outbox.mail_server(world.context, nora) is None


def test_a_login_in_the_open_is_refused_at_the_connection(desk, world, nora, tab, server):
    fill(desk, tab, server, host="mail.example.com")
    desk.press("save_mail_server_button")
    assert "for everybody on the way to read" in tab.mail_form.error_text("security")
    assert outbox.mail_server(world.context, nora) is None


def test_a_failed_test_says_what_is_wrong_and_nothing_typed_is_lost(desk, world, nora, tab, server):
    fill(desk, tab, server, password="wrong")
    desk.press("test_mail_server_button")
    assert tab.bar.title_label.text() == "The mail server refuses the login"
    assert desk.text("mail_password_field") == "wrong"
    assert outbox.mail_server(world.context, nora) is None


def test_a_change_by_somebody_else_is_told_and_saving_again_counts(desk, world, nora, tab, server):
    fill(desk, tab, server)
    set_up(world.context, nora, settings(2525))
    desk.settle()
    desk.press("save_mail_server_button")
    assert tab.bar.isVisible()
    assert desk.text("mail_login_edit") == LOGIN
    desk.press("save_mail_server_button")
    assert outbox.mail_server(world.context, nora).port == server.port


def test_a_change_elsewhere_shows_where_nothing_is_typed(desk, world, nora, tab):
    set_up(world.context, nora, settings(2525))
    desk.qtbot.waitUntil(lambda: desk.text("mail_port_edit") == "2525")


def test_removing_asks_first(desk, world, nora, tab):
    set_up(world.context, nora, settings(2525))
    desk.press("remove_mail_server_button")
    dialog = desk.wait_for("remove_mail_server_dialog")
    dialog.reject()
    assert outbox.mail_server(world.context, nora) is not None
    desk.press("remove_mail_server_button")
    desk.wait_for("remove_mail_server_dialog")
    desk.press("accept_button")
    assert outbox.mail_server(world.context, nora) is None
    assert desk.text("mail_from_edit") == "nora@example.com"


class TestWithoutAKeyring:
    @pytest.fixture
    def world(self, tmp_path):
        from tests.services.world import World

        made = World(tmp_path, secrets=MemorySecrets(needs_passphrase=True))
        yield made
        made.close()

    def test_the_tab_says_where_the_password_is(self, desk, world, nora, tab, server):
        assert "has no keyring" in tab.mail_form._rows["password"].help.text()
        fill(desk, tab, server)
        desk.press("save_mail_server_button")
        assert "Known until you sign out" in tab.mail_form._rows["password"].help.text()
        assert not any(name.startswith("mail-") for name in world.secrets.kept)


def test_a_standard_member_finds_it_grey_with_who_can_help(desk, world, nora):
    desk.open(world.standard_member(nora))
    desk.go("settings", card="mail")
    for name in ("mail_host_edit", "mail_password_field", "save_mail_server_button", "test_mail_server_button"):
        assert not desk.widget(name).isEnabled()
        assert "Nora" in desk.widget(name).toolTip()
