"""Sends mails of the Outbox by SMTP: WAITING or FAILED → SENDING → SENT or FAILED, each step by compare-and-set.

The network is asked between two units of work, never inside one. A program that ends while it sends leaves SENDING
behind with the reason MailMaybeSent; after ``GIVEN_UP`` that counts as FAILED.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import AppError, NotFound
from bcdesktop.core.mail_servers import MailServerSettings
from bcdesktop.core.mails import MailState
from bcdesktop.core.policy import Action
from bcdesktop.services import _commands, _mail_passwords, _smtp
from bcdesktop.services._eml import Letter, Sender, eml, wire_address
from bcdesktop.services._outbox_rows import failure_body, outbox_rows
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.people_errors import (
    MailAlreadySent,
    MailMaybeSent,
    MailOutdated,
    MailPasswordNeeded,
    MailServerMissing,
)
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import Mail, MailServer
from bcdesktop.store.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class Post:
    """The mail server of a Business Center, ready to be reached; ``password`` empty: no login."""

    settings: MailServerSettings
    password: str

    @property
    def server(self) -> _smtp.Server:
        """How it is reached."""
        chosen = self.settings
        return _smtp.Server(chosen.host, chosen.port, chosen.security, chosen.login, self.password)


@dataclass(frozen=True)
class Claimed:
    """A mail this call alone may send, since ``at``."""

    letter: Letter
    from_name: str
    at: datetime


def settings_of(row: MailServer) -> MailServerSettings:
    """Return what a person typed."""
    return MailServerSettings(row.host, row.port, row.security, row.login, row.from_address, row.from_name)


def post_office(context: Context, actor: Actor, password: str | None) -> Post:
    """Return the server with its password. Raises NotAllowed, MailServerMissing, MailPasswordNeeded."""
    with _commands.reading(context, actor, Action.SEND_MAIL) as session:
        row = session.get(MailServer, actor.business_center_id)
    if row is None:
        raise MailServerMissing
    settings = settings_of(row)
    if not settings.login:
        return Post(settings, "")
    known = password or _mail_passwords.find(context, actor.business_center_id, settings)
    if not known:
        raise MailPasswordNeeded(settings.host, settings.login)
    return Post(settings, known)


def claim(context: Context, actor: Actor, mail_id: str, host: str) -> Claimed:
    """Take the mail for this call. Raises NotAllowed, NotFound, MailAlreadySent, MailOutdated."""

    def work(unit: UnitOfWork) -> Claimed:
        mail = mail_row(unit, actor, mail_id)
        take(
            unit,
            actor,
            mail_id,
            state=MailState.SENDING,
            tries=mail.tries + 1,
            failure=failure_body(MailMaybeSent(host)),
        )
        return Claimed(Letter.of(mail), mail.from_name, unit.now)

    return _commands.run(context, actor, Action.SEND_MAIL, work)


def take(unit: UnitOfWork, actor: Actor, mail_id: str, **values: Any) -> None:
    """Set ``values`` and the time in a mail that can be sent. Raises MailAlreadySent, MailOutdated."""
    (row,) = outbox_rows(unit.session, actor.business_center_id, unit.now, mail_id=mail_id)
    if not row.can_be_sent:
        raise MailOutdated if row.state in {MailState.WAITING, MailState.FAILED} else MailAlreadySent
    mail = unit.session.get_one(Mail, mail_id)
    expected = {"state": mail.state, "sent_at": mail.sent_at}
    if not unit.compare_and_set(Mail, mail_id, expected, {**values, "sent_at": unit.now}):
        raise MailAlreadySent
    unit.changed(ChangeKind.MAIL, mail_id)


def mail_row(unit: UnitOfWork, actor: Actor, mail_id: str) -> Mail:
    """Return the mail of the actor's Business Center. Raises NotFound."""
    mail = unit.session.get(Mail, mail_id)
    if mail is None or mail.business_center_id != actor.business_center_id:
        raise NotFound("mail", mail_id)
    return mail


def hand_over(delivery: _smtp.Delivery, post: Post, claimed: Claimed) -> None:
    """Send the mail through an open connection. Raises what ``Delivery.send`` raises."""
    sender = Sender(post.settings.from_name or claimed.from_name, post.settings.from_address)
    content = eml(claimed.letter, sender, is_draft=False)
    delivery.send(wire_address(sender.address), wire_address(claimed.letter.to_address), content)


def finish(context: Context, actor: Actor, claimed: Claimed, error: AppError | None) -> None:
    """Write what came of it. Whoever lost the right to send meanwhile still writes that the mail went out."""
    letter = claimed.letter

    def work(unit: UnitOfWork) -> None:
        new: dict[str, Any] = {"state": MailState.SENT, "sent_at": unit.now, "failure": None}
        if error is not None:
            new = {"state": MailState.FAILED, "sent_at": None, "failure": failure_body(error)}
        if not unit.compare_and_set(Mail, letter.id, {"state": MailState.SENDING, "sent_at": claimed.at}, new):
            return
        details: dict[str, Any] = {"to": letter.to_address, "subject": letter.subject}
        if error is not None:
            details |= {"reason": error.code, "params": error.params()}
        unit.record(
            actor.business_center_id,
            _commands.entry_actor(actor),
            ActivityAction.MAIL_DELIVERED if error is None else ActivityAction.MAIL_FAILED,
            "mail",
            letter.id,
            details,
            object_name=letter.to_address,
        )
        unit.changed(ChangeKind.MAIL, letter.id)
        _commands.sign_head(context, unit, actor.business_center_id)

    context.store.run(work)
