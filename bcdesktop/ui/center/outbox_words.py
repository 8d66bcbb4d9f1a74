"""A mail of the Outbox in words: its state, why it cannot be sent, and itself as text to copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bcdesktop.core.mails import MailState
from bcdesktop.services.people_errors import MailMaybeSent
from bcdesktop.ui.kit.badges import BadgeKind
from bcdesktop.ui.kit.time_text import exact
from bcdesktop.ui.kit.words import badge_of, label_of

if TYPE_CHECKING:
    from bcdesktop.services.mail_records import OutboxRow


def state_badge(row: OutboxRow) -> tuple[str, BadgeKind]:
    """Return word and colour of where the mail stands."""
    if row.state in {MailState.WAITING, MailState.FAILED}:
        if row.is_outdated:
            return QCoreApplication.translate("OutboxWords", "Out of date"), BadgeKind.NEUTRAL
        if isinstance(row.failure, MailMaybeSent):
            return QCoreApplication.translate("OutboxWords", "Maybe sent"), BadgeKind.WARNING
        if row.read_in_store:
            return QCoreApplication.translate("OutboxWords", "Read on the Phone"), BadgeKind.SUCCESS
    return label_of(row.state), badge_of(row.state)


def state_sentence(row: OutboxRow) -> str:
    """Return where the mail stands, in a sentence."""
    at = "" if row.sent_at is None else exact(row.sent_at)
    if row.state is MailState.SENT:
        return QCoreApplication.translate("OutboxWords", "The mail server took it: %1.").replace("%1", at)
    if row.state is MailState.SENT_BY_HAND:
        return QCoreApplication.translate("OutboxWords", "Marked as sent: %1.").replace("%1", at)
    if row.state is MailState.SENDING:
        return QCoreApplication.translate("OutboxWords", "It is being sent just now.")
    return _open_sentence(row)


def _open_sentence(row: OutboxRow) -> str:
    if row.is_outdated:
        return QCoreApplication.translate(
            "OutboxWords", "What it is about was answered, ran out or was replaced by a newer mail."
        )
    if row.read_in_store:
        return QCoreApplication.translate("OutboxWords", "Its addressee read it on a Phone of this store.")
    if row.state is MailState.FAILED:
        return QCoreApplication.translate("OutboxWords", "It could not be sent, and is kept here.")
    return QCoreApplication.translate("OutboxWords", "It waits here until somebody sends it.")


def no_server_text() -> str:
    """Return why nothing can be sent, and what can be done instead."""
    return QCoreApplication.translate(
        "OutboxWords",
        "No mail server is set up: set one up in Settings > Mail, or open the mail in your mail program and send it"
        " there.",
    )


def as_text(row: OutboxRow) -> str:
    """Return the whole mail for the clipboard."""
    to = QCoreApplication.translate("OutboxWords", "To: %1").replace("%1", row.to_address)
    subject = QCoreApplication.translate("OutboxWords", "Subject: %1").replace("%1", row.subject)
    return f"{to}\n{subject}\n\n{row.body}"
