"""The columns of the Outbox, and what its filter shows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bcdesktop.core.mails import MailState
from bcdesktop.ui.center.outbox_words import state_badge, state_sentence
from bcdesktop.ui.kit.badges import BadgeKind
from bcdesktop.ui.kit.tables import Column
from bcdesktop.ui.kit.time_text import exact, relative
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.core.clock import Clock
    from bcdesktop.services.mail_records import OutboxRow

_SENT = frozenset({MailState.SENT, MailState.SENT_BY_HAND})


def outbox_columns(clock: Clock) -> list[Column]:
    """Return the columns; relative times are those of ``clock``."""
    return [
        Column("to", QCoreApplication.translate("OutboxColumns", "To"), _to, tooltip=_to, width=26),
        Column(
            "state",
            QCoreApplication.translate("OutboxColumns", "State"),
            _state_word,
            badge=_state_kind,
            tooltip=state_sentence,
            width=20,
        ),
        Column("subject", QCoreApplication.translate("OutboxColumns", "Subject"), _subject, tooltip=_subject, width=32),
        Column("kind", QCoreApplication.translate("OutboxColumns", "What"), _kind, width=18),
        Column(
            "created",
            QCoreApplication.translate("OutboxColumns", "When"),
            partial(_when, clock),
            sort=_created_at,
            tooltip=_exact,
            accessible=_exact,
            width=16,
        ),
    ]


def state_choices() -> list[tuple[str, Callable[[OutboxRow], bool] | None]]:
    """Return what the filter offers: a text and which mails it leaves."""
    return [
        (QCoreApplication.translate("OutboxColumns", "All mails"), None),
        (QCoreApplication.translate("OutboxColumns", "To be sent"), _waits),
        (QCoreApplication.translate("OutboxColumns", "Not sent"), _failed),
        (QCoreApplication.translate("OutboxColumns", "Sent"), _was_sent),
        (QCoreApplication.translate("OutboxColumns", "Out of date"), _is_outdated),
    ]


def _waits(row: OutboxRow) -> bool:
    return row.waits


def _failed(row: OutboxRow) -> bool:
    return row.state is MailState.FAILED


def _was_sent(row: OutboxRow) -> bool:
    return row.state in _SENT


def _is_outdated(row: OutboxRow) -> bool:
    return row.is_outdated and row.state not in _SENT


def _to(row: OutboxRow) -> str:
    return row.to_address


def _subject(row: OutboxRow) -> str:
    return row.subject


def _kind(row: OutboxRow) -> str:
    return label_of(row.kind)


def _state_word(row: OutboxRow) -> str:
    return state_badge(row)[0]


def _state_kind(row: OutboxRow) -> BadgeKind:
    return state_badge(row)[1]


def _when(clock: Clock, row: OutboxRow) -> str:
    return relative(row.created_at, clock.now())


def _created_at(row: OutboxRow) -> object:
    return row.created_at


def _exact(row: OutboxRow) -> str:
    return exact(row.created_at)
