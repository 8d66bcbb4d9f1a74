"""The Outbox: every mail of a Business Center as a real mail, sent by SMTP or by hand (decisions.md, Who is who)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bcdesktop.core.errors import AppError, NotFound
from bcdesktop.core.mails import MailState
from bcdesktop.core.policy import Action, may
from bcdesktop.services import _commands, _mail_passwords
from bcdesktop.services._outbox_rows import count_waiting, outbox_rows
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.mail_records import MailServerRow, OutboxRow, SentMails
from bcdesktop.services.people_errors import MailAlreadySent, MailMaybeSent, MailOutdated, MailRefused
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import Mail, MailServer
from bcdesktop.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from bcdesktop.core.mail_servers import MailServerSettings
    from bcdesktop.services._sending import Post

# the window counts what waits as soon as somebody is signed in: what mail is made of and sent with is imported later
_SENT = frozenset({MailState.SENDING, MailState.SENT, MailState.SENT_BY_HAND})


def list_all(context: Context, actor: Actor) -> tuple[OutboxRow, ...]:
    """Return the mails of the Business Center, newest first. Raises NotAllowed."""
    with _commands.reading(context, actor, Action.SEE_OUTBOX) as session:
        return outbox_rows(session, actor.business_center_id, context.clock.now())


def get(context: Context, actor: Actor, mail_id: str) -> OutboxRow:
    """Return one mail. Raises NotAllowed, NotFound."""
    with _commands.reading(context, actor, Action.SEE_OUTBOX) as session:
        rows = outbox_rows(session, actor.business_center_id, context.clock.now(), mail_id=mail_id)
    if not rows:
        raise NotFound("mail", mail_id)
    return rows[0]


def waiting(context: Context, actor: Actor) -> int:
    """Return how many mails wait to be sent; 0 for somebody who may not see them. Raises NotFound for no member."""
    with context.store.read() as session:
        member = _commands.working_member(session, actor)
        if member is None:
            raise NotFound("business_center", actor.business_center_id)
        if not may(Action.SEE_OUTBOX, member.role):
            return 0
        return count_waiting(session, actor.business_center_id, context.clock.now())


def eml(context: Context, actor: Actor, mail_id: str) -> bytes:
    """Return the mail as an ``.eml`` file: from the mail server's address where one is set up, else from ``actor``.

    One that was not sent yet opens in mail programs for editing. Raises NotAllowed, NotFound.
    """
    from bcdesktop.services._eml import Letter, Sender
    from bcdesktop.services._eml import eml as eml_of

    with _commands.reading(context, actor, Action.SEE_OUTBOX) as session:
        mail = session.get(Mail, mail_id)
        server = session.get(MailServer, actor.business_center_id)
    if mail is None or mail.business_center_id != actor.business_center_id:
        raise NotFound("mail", mail_id)
    name, address = mail.from_name or actor.business_center_name, actor.email
    if server is not None:
        name, address = server.from_name or name, server.from_address
    return eml_of(Letter.of(mail), Sender(name, address), is_draft=mail.state not in _SENT)


def mark_sent(context: Context, actor: Actor, mail_id: str) -> OutboxRow:
    """Note that the mail was sent by hand. Raises NotAllowed, NotFound, MailAlreadySent, MailOutdated."""
    from bcdesktop.services import _sending

    def work(unit: UnitOfWork) -> None:
        mail = _sending.mail_row(unit, actor, mail_id)
        _sending.take(unit, actor, mail_id, state=MailState.SENT_BY_HAND, failure=None)
        unit.record(
            actor.business_center_id,
            _commands.entry_actor(actor),
            ActivityAction.MAIL_SENT,
            "mail",
            mail_id,
            {"to": mail.to_address, "subject": mail.subject, "by_hand": True},
            object_name=mail.to_address,
        )

    _commands.run(context, actor, Action.SEND_MAIL, work)
    return get(context, actor, mail_id)


def send(context: Context, actor: Actor, mail_id: str, password: str | None = None) -> OutboxRow:
    """Send one mail by the mail server and return its row; takes as long as the network does.

    ``password`` is kept once the server took it. Raises NotAllowed, NotFound, MailServerMissing, MailPasswordNeeded,
    MailAlreadySent (or being sent by another window), MailOutdated; and MailServerUnreachable, MailServerNotSecure,
    MailLoginRefused, MailRefused, MailMaybeSent, with which the mail stays in the Outbox as FAILED.
    """
    from bcdesktop.services import _sending, _smtp

    post = _sending.post_office(context, actor, password)
    claimed = _sending.claim(context, actor, mail_id, post.settings.host)
    try:
        with _smtp.connected(post.server, context.mail_line) as delivery:
            _keep_password(context, actor, post, password)
            _sending.hand_over(delivery, post, claimed)
    except AppError as error:
        _sending.finish(context, actor, claimed, error)
        raise
    _sending.finish(context, actor, claimed, None)
    return get(context, actor, mail_id)


def send_all(context: Context, actor: Actor, password: str | None = None) -> SentMails:
    """Send every mail that waits, over one connection; those the server refused before, or may have, are left alone.

    Refused mails are counted; trouble with the server itself ends it and is raised as by ``send``.
    """
    from bcdesktop.services import _sending, _smtp

    post = _sending.post_office(context, actor, password)
    mail_ids = [row.id for row in reversed(list_all(context, actor)) if row.waits and not _needs_a_look(row)]
    if not mail_ids:
        return SentMails(0, 0)
    sent = refused = 0
    with _smtp.connected(post.server, context.mail_line) as delivery:
        _keep_password(context, actor, post, password)
        for mail_id in mail_ids:
            try:
                claimed = _sending.claim(context, actor, mail_id, post.settings.host)
            except (MailAlreadySent, MailOutdated, NotFound):
                continue  # another window was faster
            try:
                _sending.hand_over(delivery, post, claimed)
            except MailRefused as error:
                _sending.finish(context, actor, claimed, error)
                refused += 1
            except AppError as error:
                _sending.finish(context, actor, claimed, error)
                raise
            else:
                _sending.finish(context, actor, claimed, None)
                sent += 1
    return SentMails(sent, refused)


def _needs_a_look(row: OutboxRow) -> bool:
    return isinstance(row.failure, MailRefused | MailMaybeSent)


def _keep_password(context: Context, actor: Actor, post: Post, password: str | None) -> None:
    """Keep a password that was typed and that the server has just taken."""
    if password and post.password:
        _mail_passwords.keep(context, actor.business_center_id, post.settings, password)


# ------------------------------------------------------------------ the mail server
def mail_server(context: Context, actor: Actor) -> MailServerRow | None:
    """Return how the Business Center sends mail, None where nothing is set up. Raises NotAllowed."""
    from bcdesktop.services import _mail_servers

    return _mail_servers.get(context, actor)


def has_mail_server(context: Context, actor: Actor) -> bool:
    """Tell whether the program can send by itself, without asking the keyring. Raises NotAllowed."""
    with _commands.reading(context, actor, Action.SEE_OUTBOX) as session:
        return session.get(MailServer, actor.business_center_id) is not None


def keeps_passwords(context: Context) -> bool:
    """Tell whether this computer has a keyring, so that the password of the mail server can be kept."""
    return not context.secrets.needs_passphrase


def change_mail_server(
    context: Context, actor: Actor, settings: MailServerSettings, password: str | None, version: int | None
) -> MailServerRow:
    """Set up the mail server, or change the one read as ``version`` (None: there was none).

    ``password`` None leaves the kept one, which counts only for the same host, port, security and login. Raises
    NotAllowed, InputRefused at its field, ChangedMeanwhile.
    """
    from bcdesktop.services import _mail_servers

    return _mail_servers.change(context, actor, settings, password, version)


def remove_mail_server(context: Context, actor: Actor, version: int) -> None:
    """Remove the mail server and its password; mails then wait for somebody to send them by hand.

    Raises NotAllowed, NotFound, ChangedMeanwhile; and SecretPlaceLocked where the password could not be forgotten.
    """
    from bcdesktop.services import _mail_servers

    _mail_servers.remove(context, actor, version)


def test_mail_server(context: Context, actor: Actor, settings: MailServerSettings, password: str | None) -> None:
    """Connect with ``settings``, log in and ask whether mails from the address are taken; nothing is sent or kept.

    ``password`` None: the kept one. Raises NotAllowed, InputRefused at its field, and what ``send`` does about servers.
    """
    from bcdesktop.services import _mail_servers

    _mail_servers.test(context, actor, settings, password)
