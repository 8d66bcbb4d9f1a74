"""What becomes of a mail, and how a mail server is reached."""

from __future__ import annotations

from enum import StrEnum


class MailKind(StrEnum):
    """What a mail is about."""

    CODE = "code"
    INVITATION = "invitation"
    PARTNER_INVITATION = "partner_invitation"
    PARTNER_ANSWER = "partner_answer"
    ADMIN_REQUEST = "admin_request"
    NOTE = "note"


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
