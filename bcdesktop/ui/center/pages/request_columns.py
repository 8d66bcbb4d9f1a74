"""The columns of the Requests table."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bcdesktop.core.access_requests import RequestState
from bcdesktop.ui.center.request_words import addressee_text, kind_text, method_text, state_badge, time_text
from bcdesktop.ui.kit.badges import BadgeKind
from bcdesktop.ui.kit.tables import Column
from bcdesktop.ui.kit.time_text import exact, relative
from bcdesktop.ui.kit.words import permission_summary, permission_words

if TYPE_CHECKING:
    from bcdesktop.core.clock import Clock
    from bcdesktop.services.records import RequestRow


def request_columns(clock: Clock) -> list[Column]:
    """Return the columns; relative times are those of ``clock``."""
    time, created = partial(_time, clock), partial(_created, clock)
    return [
        Column("account", QCoreApplication.translate("RequestColumns", "For the account"), addressee_text, width=27),
        Column(
            "state", QCoreApplication.translate("RequestColumns", "State"), _state_word, badge=_state_kind, width=13
        ),
        Column(
            "time",
            QCoreApplication.translate("RequestColumns", "Time left or ended"),
            time,
            sort=_expires,
            tooltip=_time_tip,
            width=20,
        ),
        Column(
            "permissions",
            QCoreApplication.translate("RequestColumns", "Permissions"),
            _permissions,
            tooltip=_every_permission,
            width=18,
        ),
        Column(
            "purpose", QCoreApplication.translate("RequestColumns", "Purpose"), _purpose, tooltip=_purpose, width=20
        ),
        Column("way", QCoreApplication.translate("RequestColumns", "Way"), _way, width=24),
        Column("asked_by", QCoreApplication.translate("RequestColumns", "Asked by"), _asked_by, width=18),
        Column(
            "created",
            QCoreApplication.translate("RequestColumns", "Asked"),
            created,
            sort=_created_at,
            tooltip=_created_tip,
            width=16,
        ),
    ]


def _time(clock: Clock, row: RequestRow) -> str:
    return time_text(row, clock.now())


def _created(clock: Clock, row: RequestRow) -> str:
    return relative(row.created_at, clock.now())


def _state_word(row: RequestRow) -> str:
    return state_badge(row)[0]


def _state_kind(row: RequestRow) -> BadgeKind:
    return state_badge(row)[1]


def _expires(row: RequestRow) -> object:
    return row.expires_at


def _time_tip(row: RequestRow) -> str:
    return exact(row.expires_at if row.state is RequestState.PENDING else row.decided_at or row.expires_at)


def _permissions(row: RequestRow) -> str:
    return permission_summary(row.permissions)


def _every_permission(row: RequestRow) -> str:
    return "\n".join(permission_words(row.permissions))


def _way(row: RequestRow) -> str:
    return f"{kind_text(row.kind)} · {method_text(row.method)}"


def _purpose(row: RequestRow) -> str:
    return row.purpose or ""


def _asked_by(row: RequestRow) -> str:
    return row.requested_by_name


def _created_at(row: RequestRow) -> object:
    return row.created_at


def _created_tip(row: RequestRow) -> str:
    return exact(row.created_at)
