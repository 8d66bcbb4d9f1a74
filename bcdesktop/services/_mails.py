"""Puts a mail into the Outbox, in the unit of work of what it tells about."""

from __future__ import annotations

import secrets

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import ValueTooLong
from bcdesktop.core.ids import parse_text
from bcdesktop.core.mails import MailKind, MailState, MailText
from bcdesktop.store.tables import Mail
from bcdesktop.store.unit_of_work import UnitOfWork

SUBJECT_CHARACTERS, BODY_CHARACTERS, ATTACHMENT_BYTES = 200, 10_000, 4 * 1024 * 1024


def parse_mail_text(text: MailText) -> MailText:
    """Return ``text`` with its subject in its one form. Raises InputRefused at ``subject`` or ``body``."""
    subject = parse_text(text.subject, "subject", maximum=SUBJECT_CHARACTERS)
    if len(text.body) > BODY_CHARACTERS:
        raise ValueTooLong("body", BODY_CHARACTERS, len(text.body))
    return MailText(subject, text.body)


def put(
    unit: UnitOfWork,
    kind: MailKind,
    to_address: str,
    text: MailText,
    *,
    business_center_id: str | None,
    from_name: str,
    about_id: str | None = None,
) -> Mail:
    """Add a mail that waits in the Outbox; inside the store its addressee reads it at once."""
    mail = Mail(
        id=secrets.token_hex(16),
        business_center_id=business_center_id,
        to_address=to_address,
        subject=text.subject,
        body=text.body,
        created_at=unit.now,
        kind=kind,
        state=MailState.WAITING,
        from_name=from_name,
        about_id=about_id,
    )
    unit.session.add(mail)
    unit.changed(ChangeKind.MAIL, mail.id)
    return mail
