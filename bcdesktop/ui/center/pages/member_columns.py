"""The columns of the Members table, and its states to filter by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bcdesktop.core.roles import BusinessCenterRole, MemberStatus
from bcdesktop.ui.center.member_words import (
    accounts_text,
    finance_text,
    is_without_accounts,
    name_text,
    since_text,
    state_badge,
)
from bcdesktop.ui.kit.badges import BadgeKind
from bcdesktop.ui.kit.tables import RIGHT, Column
from bcdesktop.ui.kit.time_text import exact
from bcdesktop.ui.kit.words import label_of

if TYPE_CHECKING:
    from bcdesktop.core.clock import Clock
    from bcdesktop.services.people_records import MemberRow


def member_columns(clock: Clock) -> list[Column]:
    """Return the columns; relative times are those of ``clock``."""
    return [
        Column("name", QCoreApplication.translate("MemberColumns", "Name"), name_text, width=19),
        Column("email", QCoreApplication.translate("MemberColumns", "E-mail"), _email, width=25),
        Column("state", QCoreApplication.translate("MemberColumns", "State"), _state_word, badge=_state_kind, width=13),
        Column("role", QCoreApplication.translate("MemberColumns", "Role"), _role, width=11),
        Column(
            "accounts",
            QCoreApplication.translate("MemberColumns", "Access"),
            accounts_text,
            sort=_accounts,
            badge=_accounts_kind,
            tooltip=_accounts_tip,
            align=RIGHT,
            width=11,
        ),
        Column("finance", QCoreApplication.translate("MemberColumns", "Finance role"), _finance, width=18),
        Column("two_step", QCoreApplication.translate("MemberColumns", "Two-step"), _two_step, width=12),
        Column(
            "since",
            QCoreApplication.translate("MemberColumns", "Since"),
            partial(_since, clock),
            sort=_since_at,
            tooltip=_since_tip,
            search=_nothing,
            width=14,
        ),
    ]


@dataclass(frozen=True)
class MemberFilter:
    """One choice of the state filter. ``name`` is what another page asks for (``Navigator.go(..., status=name)``)."""

    name: str
    text: str
    takes: Callable[[MemberRow], bool] | None


def member_filters() -> tuple[MemberFilter, ...]:
    """Return the choices; who left is not among them unless asked for."""
    return (
        MemberFilter("present", QCoreApplication.translate("MemberColumns", "Members and invitations"), _is_present),
        MemberFilter("members", QCoreApplication.translate("MemberColumns", "Members"), _is_member),
        MemberFilter("admins", QCoreApplication.translate("MemberColumns", "Admins"), _is_admin),
        MemberFilter("nothing", QCoreApplication.translate("MemberColumns", "Without access"), is_without_accounts),
        MemberFilter("invited", QCoreApplication.translate("MemberColumns", "Invited"), _is_invited),
        MemberFilter("expired", QCoreApplication.translate("MemberColumns", "Expired"), _is_expired),
        MemberFilter("declined", QCoreApplication.translate("MemberColumns", "Declined"), _is_declined),
        MemberFilter("removed", QCoreApplication.translate("MemberColumns", "Removed"), _is_gone),
        MemberFilter("everybody", QCoreApplication.translate("MemberColumns", "Everybody"), None),
    )


def _is_present(row: MemberRow) -> bool:
    return row.status is not MemberStatus.UNBOUND


def _is_member(row: MemberRow) -> bool:
    return row.status is MemberStatus.BOUND


def _is_admin(row: MemberRow) -> bool:
    return row.status is MemberStatus.BOUND and row.role is BusinessCenterRole.ADMIN


def _is_invited(row: MemberRow) -> bool:
    return row.status is MemberStatus.PENDING and not row.is_expired


def _is_expired(row: MemberRow) -> bool:
    return row.is_expired


def _is_declined(row: MemberRow) -> bool:
    return row.status is MemberStatus.REJECTED


def _is_gone(row: MemberRow) -> bool:
    return row.status is MemberStatus.UNBOUND


def _email(row: MemberRow) -> str:
    return row.email


def _role(row: MemberRow) -> str:
    return label_of(row.role)


def _finance(row: MemberRow) -> str:
    return finance_text(row.finance_role)


def _state_word(row: MemberRow) -> str:
    return state_badge(row)[0]


def _state_kind(row: MemberRow) -> BadgeKind:
    return state_badge(row)[1]


def _accounts(row: MemberRow) -> object:
    return row.accounts


def _accounts_kind(row: MemberRow) -> BadgeKind | None:
    return BadgeKind.WARNING if is_without_accounts(row) else None


def _accounts_tip(row: MemberRow) -> str:
    if is_without_accounts(row):
        return QCoreApplication.translate("MemberColumns", "Sees an empty Business Center until access is given.")
    return ""


def _two_step(row: MemberRow) -> str:
    if row.status is not MemberStatus.BOUND:
        return ""
    return QCoreApplication.translate("MemberColumns", "On") if row.two_step else "–"


def _since(clock: Clock, row: MemberRow) -> str:
    return since_text(row, clock.now())


def _since_at(row: MemberRow) -> object:
    return row.left_at or row.since


def _since_tip(row: MemberRow) -> str:
    return exact(row.left_at or row.since)


def _nothing(_row: MemberRow) -> str:
    return ""
