"""The settings of the mail server: checked at their field, tried out, and the password only where it belongs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesktop.core.errors import ChangedMeanwhile, InputRefused, NotFound, ValueMissing
from bcdesktop.core.mail_servers import MailServerSettings, is_this_computer, parse_host, parse_settings
from bcdesktop.core.mails import MailSecurity
from bcdesktop.services import _mail_passwords, outbox, people
from bcdesktop.services.people_errors import MailLoginInTheOpen, MailLoginRefused, MailServerUnreachable
from bcdesktop.vault.errors import SecretPlaceLocked
from tests.services.mail_world import context_trusting, put_mail, set_up, settings
from tests.services.world import MemorySecrets
from tests.support.mail_server import LOGIN, SECRET, Certificate, MailServer

GOOD = MailServerSettings("mail.lantern.example", 465, MailSecurity.TLS, LOGIN, "post@lantern.example", "Lantern")


class LockedKeyring(MemorySecrets):
    """A keyring nobody unlocks."""

    def put(self, name, secret, passphrase):
        raise SecretPlaceLocked

    def get(self, name, passphrase):
        raise SecretPlaceLocked


@pytest.mark.parametrize(
    ("typed", "host"),
    [
        (" Mail.Lantern.Example. ", "mail.lantern.example"),
        ("localhost", "localhost"),
        ("192.0.2.7", "192.0.2.7"),
        ("[2001:DB8::1]", "2001:db8::1"),
        ("::1", "::1"),
        ("bücher.example", "xn--bcher-kva.example"),
    ],
)
def test_a_host_has_one_form(typed, host):
    assert parse_host(typed) == host


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "mail example.com",
        "smtp://mail.example.com",
        "mail.example.com:587",
        "mail..example.com",
        "-mail.example.com",
        "192.0.2",
        "192.0.2.300",
        "x" * 64 + ".example",
        "a." * 130 + "example",
        "mail.example.com\r\nQUIT",
        "ü" * 70 + ".example",
        "[mail.example.com]",
    ],
)
def test_what_is_no_host_is_refused_at_its_field(typed):
    with pytest.raises(InputRefused) as caught:
        parse_host(typed)
    assert caught.value.field == "host"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("port", 0),
        ("port", 65_536),
        ("from_address", "lantern"),
        ("from_address", ""),
        ("login", "a\r\nb"),
        ("from_name", "x" * 101),
        ("from_name", "evil\u202ename"),
    ],
)
def test_what_cannot_be_taken_is_refused_at_its_field(field, value):
    with pytest.raises(InputRefused) as caught:
        parse_settings(replace(GOOD, **{field: value}))
    assert caught.value.field == field


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.8.8", "::1"])
def test_this_computer_is_known_by_its_names(host):
    assert is_this_computer(host)
    assert not is_this_computer(f"{host}.example")


# ------------------------------------------------------------------ kept in the store
def test_the_settings_are_kept_and_the_change_is_logged_without_the_password(world, nora):
    row = outbox.change_mail_server(world.context, nora, GOOD, SECRET, None)
    assert (row.host, row.port, row.security, row.login) == ("mail.lantern.example", 465, MailSecurity.TLS, LOGIN)
    assert (row.version, row.password_kept) == (1, True)
    assert outbox.mail_server(world.context, nora) == row
    entry = world.last_entry(nora)
    assert (entry.action, entry.details["after"]["host"]) == ("mail_server_changed", GOOD.host)
    assert SECRET not in str(entry.details)
    assert SECRET.encode() not in world.store.path.read_bytes()


def test_a_change_by_somebody_else_is_not_written_over(world, nora):
    first = outbox.change_mail_server(world.context, nora, GOOD, None, None)
    outbox.change_mail_server(world.context, nora, replace(GOOD, port=587), None, first.version)
    for version in (first.version, None):
        with pytest.raises(ChangedMeanwhile):
            outbox.change_mail_server(world.context, nora, GOOD, None, version)
    assert outbox.mail_server(world.context, nora).port == 587


def test_removing_forgets_server_and_password(world, nora):
    row = outbox.change_mail_server(world.context, nora, GOOD, SECRET, None)
    outbox.remove_mail_server(world.context, nora, row.version)
    assert outbox.mail_server(world.context, nora) is None
    assert not any(name.startswith("mail-") for name in world.secrets.kept)
    with pytest.raises(NotFound):
        outbox.remove_mail_server(world.context, nora, row.version)


@pytest.mark.parametrize("host", ["mail.lantern.example", "192.0.2.1"])
def test_a_login_without_tls_is_refused_unless_it_stays_on_this_computer(world, nora, host):
    with pytest.raises(MailLoginInTheOpen) as caught:
        outbox.change_mail_server(world.context, nora, replace(GOOD, host=host, security=MailSecurity.NONE), "", None)
    assert caught.value.field == "security"
    row = set_up(world.context, nora, replace(GOOD, host="localhost", security=MailSecurity.NONE))
    assert row.security is MailSecurity.NONE


# ------------------------------------------------------------------ the password
def test_the_password_is_not_given_to_another_server(world, nora):
    set_up(world.context, nora, GOOD, SECRET)
    find = _mail_passwords.find
    assert find(world.context, nora.business_center_id, GOOD) == SECRET
    for field, value in (("host", "evil.example"), ("port", 25), ("security", MailSecurity.NONE), ("login", "x")):
        assert find(world.context, nora.business_center_id, replace(GOOD, **{field: value})) is None
    assert not set_up(world.context, nora, replace(GOOD, host="other.example")).password_kept


def test_a_new_name_or_address_keeps_the_password(world, nora):
    set_up(world.context, nora, GOOD, SECRET)
    assert set_up(world.context, nora, replace(GOOD, from_name="Other", from_address="o@lantern.example")).password_kept


@pytest.mark.parametrize("secrets", [MemorySecrets(needs_passphrase=True), LockedKeyring()], ids=["none", "locked"])
def test_without_a_keyring_the_password_is_known_until_the_person_leaves(world, nora, secrets):
    context = replace(world.context, secrets=secrets)
    row = set_up(context, nora, GOOD, SECRET)
    assert (row.password_kept, row.password_held) == (False, True)
    assert outbox.keeps_passwords(context) is not secrets.needs_passphrase
    assert secrets.kept == {}
    assert _mail_passwords.find(context, nora.business_center_id, GOOD) == SECRET
    assert SECRET not in repr(context)
    people.sign_out(context, nora)
    assert not outbox.mail_server(context, nora).password_held


def test_a_damaged_password_is_as_good_as_none(world, nora):
    set_up(world.context, nora, GOOD, SECRET)
    name = next(name for name in world.secrets.kept if name.startswith("mail-"))
    for content in (b"\xff", b"[]", b"{}", b'{"for": 1, "password": "x"}'):
        world.secrets.kept[name] = (content, None)
        assert _mail_passwords.find(world.context, nora.business_center_id, GOOD) is None


# ------------------------------------------------------------------ tried out
@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    return Certificate.make(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def server(certificate):
    made = MailServer(certificate, asks_login=True).start()
    yield made
    made.stop()


def test_trying_a_server_logs_in_and_sends_nothing(world, nora, server, certificate):
    context = context_trusting(world, certificate)
    put_mail(world, nora)
    outbox.test_mail_server(context, nora, settings(server.port, MailSecurity.STARTTLS, login=LOGIN), SECRET)
    assert (server.logins, server.envelopes) == ([(LOGIN, SECRET)], [])
    assert outbox.mail_server(context, nora) is None


def test_trying_uses_the_kept_password_where_none_is_typed(world, nora, server, certificate):
    context = context_trusting(world, certificate)
    chosen = settings(server.port, MailSecurity.STARTTLS, login=LOGIN)
    with pytest.raises(ValueMissing) as caught:
        outbox.test_mail_server(context, nora, chosen, None)
    assert caught.value.field == "password"
    set_up(context, nora, chosen, SECRET)
    outbox.test_mail_server(context, nora, chosen, None)
    assert server.logins == [(LOGIN, SECRET)]


def test_trying_says_what_is_wrong(world, nora, server, certificate):
    context = context_trusting(world, certificate)
    chosen = settings(server.port, MailSecurity.STARTTLS, login=LOGIN)
    with pytest.raises(MailLoginRefused):
        outbox.test_mail_server(context, nora, chosen, "wrong")
    with pytest.raises(MailLoginRefused):
        outbox.test_mail_server(context, nora, replace(chosen, login=""), None)
    server.stop()
    with pytest.raises(MailServerUnreachable):
        outbox.test_mail_server(context, nora, chosen, SECRET)
