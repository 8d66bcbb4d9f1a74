"""The columns and filters of the tables of ad accounts, and of requests for them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from bcdesktop.core.ad_accounts import AdAccountStatus, AssetRelation
from bcdesktop.ui.center.ad_account_words import (
    asked_text,
    my_role_text,
    owner_sentence,
    owner_text,
    state_tip,
    status_sentence,
    time_left,
)
from bcdesktop.ui.kit.tables import RIGHT, Column
from bcdesktop.ui.kit.time_text import exact, relative
from bcdesktop.ui.kit.words import badge_of, label_of

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import AdAccountRequestRow, AdAccountRow
    from bcdesktop.ui.kit.badges import BadgeKind

Predicate = Callable[["AdAccountRow"], bool]


def columns(now: Callable[[], datetime]) -> list[Column]:
    """Return the columns of the ad accounts; ``now`` is the clock."""
    translate = QCoreApplication.translate
    return [
        Column("name", translate("AdAccountsPage", "Name"), _name, tooltip=_company, width=26),
        Column("number", translate("AdAccountsPage", "ID"), _number, width=28),
        Column(
            "status",
            translate("AdAccountsPage", "Status"),
            _status,
            badge=_status_kind,
            tooltip=status_sentence,
            width=15,
        ),
        Column("owner", translate("AdAccountsPage", "Owner"), owner_text, tooltip=owner_sentence, width=22),
        Column("my_role", translate("AdAccountsPage", "Your role"), _my_role, width=12),
        Column("company", translate("AdAccountsPage", "Company"), _company, width=22),
        Column("members", translate("AdAccountsPage", "Members"), _members, sort=_member_count, align=RIGHT, width=11),
        Column(
            "partners", translate("AdAccountsPage", "Partners"), _partners, sort=_partner_count, align=RIGHT, width=11
        ),
        Column(
            "accounts",
            translate("AdAccountsPage", "TikTok accounts"),
            _accounts,
            sort=_account_count,
            align=RIGHT,
            width=17,
        ),
        Column(
            "since",
            translate("AdAccountsPage", "Since"),
            partial(_since, now),
            sort=_since_at,
            tooltip=_since_tip,
            width=14,
        ),
    ]


def statuses() -> list[tuple[str, Predicate | None]]:
    """Return words and predicate of each entry of the status filter."""
    every: list[tuple[str, Predicate | None]] = [
        (QCoreApplication.translate("AdAccountsPage", "All but closed"), _is_open)
    ]
    every += [(label_of(status), partial(_has_status, status)) for status in AdAccountStatus]
    every.append((QCoreApplication.translate("AdAccountsPage", "All statuses"), None))
    return every


def owners() -> list[tuple[str, Predicate | None]]:
    """Return words and predicate of each entry of the owner filter."""
    every: list[tuple[str, Predicate | None]] = [(QCoreApplication.translate("AdAccountsPage", "All owners"), None)]
    every += [(label_of(relation), partial(_has_relation, relation)) for relation in AssetRelation]
    return every


def request_columns(now: Callable[[], datetime], own_center_id: str) -> list[Column]:
    """Return the columns of requests for ad accounts, sent by ``own_center_id`` or received."""
    translate = QCoreApplication.translate
    return [
        Column("direction", translate("AdAccountRequests", "Direction"), partial(_direction, own_center_id), width=12),
        Column(
            "ad_account", translate("AdAccountRequests", "Ad account"), _asked_name, tooltip=_asked_number, width=24
        ),
        Column("other", translate("AdAccountRequests", "Other side"), partial(_other, own_center_id), width=22),
        Column("asked", translate("AdAccountRequests", "Asked for"), asked_text, width=17),
        Column(
            "state", translate("AdAccountRequests", "State"), _state, badge=_state_kind, tooltip=state_tip, width=13
        ),
        Column(
            "time",
            translate("AdAccountRequests", "Lapses or decided"),
            partial(_time, now),
            sort=_expires,
            tooltip=_time_tip,
            width=19,
        ),
        Column("note", translate("AdAccountRequests", "Note"), _note, tooltip=_note, width=24),
        Column("asked_by", translate("AdAccountRequests", "Asked by"), _asked_by, width=16),
    ]


def _is_open(row: AdAccountRow) -> bool:
    return row.status is not AdAccountStatus.CLOSED


def _has_status(status: AdAccountStatus, row: AdAccountRow) -> bool:
    return row.status is status


def _has_relation(relation: AssetRelation, row: AdAccountRow) -> bool:
    return row.relation is relation


def _name(row: AdAccountRow) -> str:
    return row.name


def _number(row: AdAccountRow) -> str:
    return row.number


def _company(row: AdAccountRow) -> str:
    return row.company


def _status(row: AdAccountRow) -> str:
    return label_of(row.status)


def _status_kind(row: AdAccountRow) -> BadgeKind:
    return badge_of(row.status)


def _my_role(row: AdAccountRow) -> str:
    return my_role_text(row.my_role)


def _members(row: AdAccountRow) -> str:
    return QLocale().toString(row.members)


def _member_count(row: AdAccountRow) -> object:
    return row.members


def _partners(row: AdAccountRow) -> str:
    return QLocale().toString(row.partners)


def _partner_count(row: AdAccountRow) -> object:
    return row.partners


def _accounts(row: AdAccountRow) -> str:
    return QLocale().toString(row.accounts)


def _account_count(row: AdAccountRow) -> object:
    return row.accounts


def _since(now: Callable[[], datetime], row: AdAccountRow) -> str:
    return relative(row.since, now())


def _since_at(row: AdAccountRow) -> object:
    return row.since


def _since_tip(row: AdAccountRow) -> str:
    return exact(row.since)


def _direction(own_center_id: str, row: AdAccountRequestRow) -> str:
    if row.center_id == own_center_id:
        return QCoreApplication.translate("AdAccountRequests", "Sent")
    return QCoreApplication.translate("AdAccountRequests", "Received")


def _asked_name(row: AdAccountRequestRow) -> str:
    return row.ad_account_name


def _asked_number(row: AdAccountRequestRow) -> str:
    return row.number


def _other(own_center_id: str, row: AdAccountRequestRow) -> str:
    return row.owner_name if row.center_id == own_center_id else row.center_name


def _state(row: AdAccountRequestRow) -> str:
    return label_of(row.state)


def _state_kind(row: AdAccountRequestRow) -> BadgeKind:
    return badge_of(row.state)


def _time(now: Callable[[], datetime], row: AdAccountRequestRow) -> str:
    return time_left(row, now())


def _expires(row: AdAccountRequestRow) -> object:
    return row.decided_at or row.expires_at


def _time_tip(row: AdAccountRequestRow) -> str:
    return exact(row.decided_at or row.expires_at)


def _note(row: AdAccountRequestRow) -> str:
    return row.note.replace("\n", " ")


def _asked_by(row: AdAccountRequestRow) -> str:
    return row.requested_by
