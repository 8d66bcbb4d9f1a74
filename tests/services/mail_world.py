"""What the tests of mail share: a Business Center with a mail server on this computer, and a mail that waits."""

from __future__ import annotations

from dataclasses import replace

from bcdesktop.core.mail_servers import MailServerSettings
from bcdesktop.core.mails import MailKind, MailSecurity, MailText
from bcdesktop.services import _mails, outbox
from bcdesktop.services.context import Context
from bcdesktop.services.mail_line import MailLine, Patience
from bcdesktop.services.records import Actor
from tests.services.world import World
from tests.support.mail_server import Certificate

QUICK = Patience(connect=2.0, answer=0.5, mail=0.8)
"""For servers that never answer."""
CALM = Patience(connect=10.0, answer=10.0, mail=20.0)


def settings(port: int, security: MailSecurity = MailSecurity.NONE, **given) -> MailServerSettings:
    values = {"host": "localhost", "login": "", "from_address": "post@lantern.example", "from_name": "Lantern Media"}
    return MailServerSettings(**values | {"port": port, "security": security} | given)


def context_trusting(world: World, certificate: Certificate | None = None, patience: Patience = CALM) -> Context:
    """Return the world's context with this patience, trusting ``certificate`` alone where one is given."""
    trust = MailLine().trust if certificate is None else certificate.trusting
    return replace(world.context, mail_line=MailLine(trust, patience))


def set_up(context: Context, actor: Actor, chosen: MailServerSettings, password: str | None = None):
    """Make ``chosen`` the mail server, in place of the one before."""
    before = outbox.mail_server(context, actor)
    return outbox.change_mail_server(context, actor, chosen, password, before.version if before else None)


def put_mail(world: World, actor: Actor, to: str = "mara@example.com", subject: str = "Grüße 😀", **given) -> str:
    """Put a mail into the Outbox and return its id; ``given`` may hold kind, body and about_id."""
    kind = given.pop("kind", MailKind.NOTE)
    text = MailText(subject, given.get("body") or "First line\n.\n..two dots\nLast, with ümlauts\n")

    def work(unit):
        mail = _mails.put(
            unit,
            kind,
            to,
            text,
            business_center_id=actor.business_center_id,
            from_name=actor.business_center_name,
            about_id=given.get("about_id"),
        )
        return mail.id

    return world.store.run(work)
