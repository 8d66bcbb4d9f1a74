"""Sending by SMTP, against real mail servers on this computer and ones that misbehave."""

from __future__ import annotations

import pytest

from bcdesktop.core.mails import MailSecurity, MailState
from bcdesktop.services import _smtp, outbox
from bcdesktop.services.mail_line import Patience
from bcdesktop.services.people_errors import (
    MailLoginRefused,
    MailMaybeSent,
    MailPasswordNeeded,
    MailRefused,
    MailServerNotSecure,
    MailServerUnreachable,
)
from tests.services.mail_world import QUICK, context_trusting, put_mail, set_up, settings
from tests.support.mail_server import LOGIN, REFUSED, SECRET, Certificate, MailServer, ScriptedServer

HELLO = ["220 here", "250 localhost"]


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    return Certificate.make(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def serve():
    """Start servers; all are stopped at the end."""
    started = []

    def start(server):
        started.append(server)
        return server.start() if isinstance(server, MailServer) else server

    yield start
    for server in started:
        server.stop()


def server_of(certificate, security, **given):
    if security is MailSecurity.NONE:
        return MailServer(**given)
    return MailServer(certificate, tls=security is MailSecurity.TLS, **given)


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")
@pytest.mark.parametrize("security", MailSecurity)
@pytest.mark.parametrize("asks_login", [False, True], ids=["open", "with login"])
def test_what_the_server_gets_is_the_eml(world, nora, serve, certificate, security, asks_login):
    server = serve(server_of(certificate, security, asks_login=asks_login))
    context = context_trusting(world, certificate)
    chosen = settings(server.port, security, login=LOGIN if asks_login else "")
    set_up(context, nora, chosen, SECRET if asks_login else None)
    mail_id = put_mail(world, nora)
    row = outbox.send(context, nora, mail_id)
    (envelope,) = server.envelopes
    assert envelope.original_content == outbox.eml(context, nora, mail_id)
    assert (envelope.mail_from, envelope.rcpt_tos) == ("post@lantern.example", ["mara@example.com"])
    assert (row.state, row.tries, row.failure) == (MailState.SENT, 1, None)
    assert server.logins == ([(LOGIN, SECRET)] if asks_login else [])


def failed(context, actor, mail_id, error):
    """Send, expect ``error``, and return it as the Outbox keeps it."""
    with pytest.raises(error) as caught:
        outbox.send(context, actor, mail_id)
    row = outbox.get(context, actor, mail_id)
    assert row.state is MailState.FAILED
    assert (type(row.failure), row.failure.params()) == (error, caught.value.params())
    return row.failure


def test_a_wrong_password_is_told_and_the_mail_stays(world, nora, serve, certificate):
    server = serve(MailServer(certificate, asks_login=True))
    context = context_trusting(world, certificate)
    set_up(context, nora, settings(server.port, MailSecurity.STARTTLS, login=LOGIN), "wrong")
    failed(context, nora, put_mail(world, nora), MailLoginRefused)
    assert server.envelopes == []


def test_a_server_that_wants_a_login_where_none_is_set_up_says_so(world, nora, serve, certificate):
    server = serve(MailServer(certificate, asks_login=True))
    context = context_trusting(world, certificate)
    set_up(context, nora, settings(server.port, MailSecurity.STARTTLS))
    failed(context, nora, put_mail(world, nora), MailLoginRefused)


def test_a_refused_address_stays_with_the_words_of_the_server(world, nora, serve):
    server = serve(MailServer())
    context = context_trusting(world)
    set_up(context, nora, settings(server.port))
    failure = failed(context, nora, put_mail(world, nora, REFUSED), MailRefused)
    assert failure.answer == "550 5.1.1 No such person in this house"


def test_an_address_of_umlauts_needs_a_server_that_knows_them(world, nora, serve):
    new, old = serve(MailServer()), serve(MailServer(utf8=False))
    context = context_trusting(world)
    set_up(context, nora, settings(new.port))
    outbox.send(context, nora, put_mail(world, nora, "müller@bücher.example"))
    assert new.envelopes[0].rcpt_tos == ["müller@xn--bcher-kva.example"]
    set_up(context, nora, settings(old.port))
    failed(context, nora, put_mail(world, nora, "müller@bücher.example"), MailRefused)


# ------------------------------------------------------------------ no secrecy, no mail
def test_a_certificate_nobody_vouches_for_is_refused(world, nora, serve, certificate):
    for security in (MailSecurity.TLS, MailSecurity.STARTTLS):
        server = serve(server_of(certificate, security))
        context = context_trusting(world)
        set_up(context, nora, settings(server.port, security))
        failed(context, nora, put_mail(world, nora), MailServerNotSecure)
        assert server.envelopes == []


def test_a_certificate_for_another_name_is_refused(world, nora, serve, certificate):
    server = serve(server_of(certificate, MailSecurity.TLS))
    context = context_trusting(world, certificate)
    set_up(context, nora, settings(server.port, MailSecurity.TLS, host="127.0.0.2"))
    with pytest.raises((MailServerNotSecure, MailServerUnreachable)):
        outbox.send(context, nora, put_mail(world, nora))
    assert server.envelopes == []


@pytest.mark.parametrize(
    "lines", [[*HELLO], ["220 here", "250-localhost\r\n250 STARTTLS", "454 not now"]], ids=["not offered", "refused"]
)
def test_without_starttls_nothing_is_sent_in_the_open(world, nora, serve, certificate, lines):
    server = serve(ScriptedServer(lines))
    context = context_trusting(world, certificate, QUICK)
    set_up(context, nora, settings(server.port, MailSecurity.STARTTLS, login=LOGIN), SECRET)
    failed(context, nora, put_mail(world, nora), MailServerNotSecure)
    assert b"AUTH" not in server.heard
    assert b"MAIL" not in server.heard


def test_tls_to_a_server_without_it_is_not_secure(world, nora, serve, certificate):
    server = serve(ScriptedServer(HELLO))
    context = context_trusting(world, certificate, QUICK)
    set_up(context, nora, settings(server.port, MailSecurity.TLS))
    failed(context, nora, put_mail(world, nora), MailServerNotSecure)


# ------------------------------------------------------------------ servers that break off
def test_nothing_listens(world, nora, serve):
    server = serve(ScriptedServer([]))
    server.stop()
    context = context_trusting(world, patience=QUICK)
    set_up(context, nora, settings(server.port))
    failure = failed(context, nora, put_mail(world, nora), MailServerUnreachable)
    assert failure.host == "localhost"


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["220 here"],
        [*HELLO, None],
        [*HELLO, "250 OK", "250 OK"],
        [*HELLO, "250 OK", "250 OK", None],
        ["no answer of a mail server", "nonsense"],
    ],
    ids=["silent", "silent after hello", "hangs up", "silent before data", "hangs up before data", "nonsense"],
)
def test_a_server_that_breaks_off_before_it_has_the_mail_got_nothing(world, nora, serve, lines):
    server = serve(ScriptedServer(lines))
    context = context_trusting(world, patience=QUICK)
    set_up(context, nora, settings(server.port))
    failed(context, nora, put_mail(world, nora), MailServerUnreachable)


@pytest.mark.parametrize("last", [None, "silent"])
def test_a_server_that_had_the_whole_mail_and_says_nothing_may_have_sent_it(world, nora, serve, last):
    lines = [*HELLO, "250 OK", "250 OK", "354 go on", *([None] if last is None else [])]
    server = serve(ScriptedServer(lines))
    context = context_trusting(world, patience=QUICK)
    set_up(context, nora, settings(server.port))
    failed(context, nora, put_mail(world, nora), MailMaybeSent)


def test_a_server_that_never_stops_talking_is_cut_off(world, nora, serve):
    server = serve(ScriptedServer(["220-and so on\r\n" * 50]))
    context = context_trusting(world, patience=Patience(connect=2.0, answer=30.0, mail=0.3))
    set_up(context, nora, settings(server.port))
    failed(context, nora, put_mail(world, nora), MailServerUnreachable)


def test_a_busy_server_is_quoted(world, nora, serve):
    server = serve(ScriptedServer(["421 too many connections\u202e\x07"]))
    context = context_trusting(world, patience=QUICK)
    set_up(context, nora, settings(server.port))
    failure = failed(context, nora, put_mail(world, nora), MailRefused)
    assert failure.answer == "421 too many connections"


def test_a_mail_that_failed_can_be_sent_once_the_server_is_back(world, nora, serve):
    context = context_trusting(world)
    down = serve(ScriptedServer([]))
    down.stop()
    set_up(context, nora, settings(down.port))
    mail_id = put_mail(world, nora)
    failed(context, nora, mail_id, MailServerUnreachable)
    set_up(context, nora, settings(serve(MailServer()).port))
    row = outbox.send(context, nora, mail_id)
    assert (row.state, row.tries, row.failure) == (MailState.SENT, 2, None)


# ------------------------------------------------------------------ the password
def test_a_password_that_is_not_known_is_asked_for_and_kept_once_the_server_took_it(world, nora, serve, certificate):
    server = serve(MailServer(certificate, asks_login=True))
    context = context_trusting(world, certificate)
    set_up(context, nora, settings(server.port, MailSecurity.STARTTLS, login=LOGIN))
    mail_id = put_mail(world, nora)
    with pytest.raises(MailPasswordNeeded):
        outbox.send(context, nora, mail_id)
    assert outbox.get(context, nora, mail_id).state is MailState.WAITING
    with pytest.raises(MailLoginRefused):
        outbox.send(context, nora, mail_id, "wrong")
    assert not outbox.mail_server(context, nora).password_kept
    outbox.send(context, nora, mail_id, SECRET)
    assert outbox.mail_server(context, nora).password_kept
    outbox.send(context, nora, put_mail(world, nora))
    assert len(server.envelopes) == 2


def test_no_password_leaves_this_computer_unencrypted(world):
    server = _smtp.Server("192.0.2.1", 25, MailSecurity.NONE, LOGIN, SECRET)
    with pytest.raises(MailServerNotSecure):
        _smtp.Delivery(server, context_trusting(world).mail_line)._log_in()


def test_a_password_is_in_no_text_about_the_server():
    assert SECRET not in repr(_smtp.Server("mail.example.com", 465, MailSecurity.TLS, LOGIN, SECRET))
