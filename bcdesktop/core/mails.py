"""What becomes of a mail, and how a mail server is reached."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class MailKind(StrEnum):
    """What a mail is about."""

    CODE = "code"
    INVITATION = "invitation"
    PARTNER_INVITATION = "partner_invitation"
    PARTNER_ANSWER = "partner_answer"
    ADMIN_REQUEST = "admin_request"
    NOTE = "note"
    AD_ACCOUNT_REQUEST = "ad_account_request"
    AD_ACCOUNT_ANSWER = "ad_account_answer"
    DEVICE_CODE = "device_code"
    """Six digits that throw a phone out of an account, or let one in."""


class MailState(StrEnum):
    """WAITING in the Outbox until it is sent by SMTP or by hand; FAILED keeps its reason."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    SENT_BY_HAND = "sent_by_hand"
    FAILED = "failed"


class MailSecurity(StrEnum):
    """How the connection to a mail server is kept secret."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


USUAL_PORTS = {MailSecurity.TLS: 465, MailSecurity.STARTTLS: 587, MailSecurity.NONE: 25}

CODE_PLACE, NAME_PLACE = "[[code]]", "[[name]]"
"""Where the code of an invitation, and the addressee's name, go into the text of a mail."""


@dataclass(frozen=True)
class MailText:
    """Subject and body as a person may have changed them; the words come from the windows."""

    subject: str
    body: str

    def filled(self, *, code: str = "", name: str = "") -> MailText:
        """Return the text with ``code`` and ``name`` in their places; a body that lost its place gets the code last."""
        body = self.body if CODE_PLACE in self.body or not code else f"{self.body}\n\n{CODE_PLACE}"
        return MailText(self.subject, body.replace(CODE_PLACE, code).replace(NAME_PLACE, name))
