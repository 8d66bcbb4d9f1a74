"""What the Outbox shows: mails, what came of sending them, and how they are sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bcdesktop.core.errors import AppError
from bcdesktop.core.mails import MailKind, MailSecurity, MailState


@dataclass(frozen=True)
class OutboxRow:
    """One mail of the Outbox. ``failure``: why it could not be sent.

    ``read_in_store``: its addressee read it on a Phone here. ``is_outdated``: what it is about was answered, ran out or
    was replaced by a newer mail. ``sent_at``: of a mail being sent, when that began.
    """

    id: str
    kind: MailKind
    to_address: str
    subject: str
    body: str
    has_attachment: bool
    state: MailState
    created_at: datetime
    sent_at: datetime | None
    tries: int
    failure: AppError | None
    about_id: str | None
    read_in_store: bool
    is_outdated: bool = False

    @property
    def can_be_sent(self) -> bool:
        """Whether it may go out: it was not sent, and what it says still holds."""
        return self.state in {MailState.WAITING, MailState.FAILED} and not self.is_outdated

    @property
    def waits(self) -> bool:
        """Whether somebody should do something about it."""
        return self.can_be_sent and not self.read_in_store


@dataclass(frozen=True)
class SentMails:
    """What came of sending all that waits: mails that were sent, and those the mail server refused."""

    sent: int
    refused: int


@dataclass(frozen=True)
class MailServerRow:
    """How mail is sent. ``password_kept``: the keyring of this computer holds one.

    ``password_held``: it is known until the person signs out.
    """

    host: str
    port: int
    security: MailSecurity
    login: str
    from_address: str
    from_name: str
    password_kept: bool
    version: int
    password_held: bool = False
