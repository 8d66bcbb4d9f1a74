"""The identity picker's rows: accounts of Business Centers, and what a person linked alone (domain.md 1.6.1, 2.4)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from sqlmodel import col, select

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.ads import IdentityKind
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.permissions import Permission, Visibility
from bcdesktop.core.readiness import Facts, is_ready
from bcdesktop.services._account_side import DIRECTORY_COLUMNS, account_side
from bcdesktop.services._readiness_rows import ReadinessRows, has, permissions
from bcdesktop.services.ad_records import IdentityRow, Line
from bcdesktop.store.tables import DirectoryAccount, PersonLink, TikTokAccountLink

ENDED_SHOWN = timedelta(days=30)
"""How long an account whose link ended is still named in the picker."""


def read(rows: ReadinessRows) -> tuple[IdentityRow, ...]:
    """Return every identity, the usable ones first, then by handle."""
    found = [*_own(rows), *_shared(rows), *_of_person(rows)]
    return tuple(sorted(found, key=lambda row: (not row.ready, row.handle, row.center_name, row.id)))


def _own(rows: ReadinessRows) -> Iterator[IdentityRow]:
    now = rows.now
    is_active = col(TikTokAccountLink.state) == LinkState.ACTIVE
    newest = rows.own_links().order_by(is_active.desc(), col(TikTokAccountLink.linked_at).desc())
    seen: set[tuple[str, str]] = set()
    for row in rows.session.execute(newest):
        account = row.center_id, row.account_id
        if rows.state(row) is not LinkState.ACTIVE:
            ended_at = row.ended_at or row.ends_at
            if account in seen or ended_at is None or ended_at < now - ENDED_SHOWN:
                continue
        seen.add(account)
        yield _of_center(rows, row, AssetKind.TIKTOK_ACCOUNT)


def _shared(rows: ReadinessRows) -> Iterator[IdentityRow]:
    for row in rows.session.execute(rows.shares()):
        yield _of_center(rows, row, AssetKind.SHARED_TIKTOK_ACCOUNT)


def _of_center(rows: ReadinessRows, row: Any, kind: AssetKind) -> IdentityRow:
    lines = rows.lines(rows.facts(row, kind), row.handle, row.center_id, row.center_name)
    granted = permissions(row)
    return IdentityRow(
        kind=IdentityKind.BUSINESS_CENTER,
        id=row.id,
        account_id=row.account_id,
        handle=row.handle,
        display_name=row.display_name,
        center_name=row.center_name,
        conditions=lines,
        ready=_ready(lines),
        can_pull=has(granted, Permission.EXISTING_POSTS),
        can_push=has(granted, Permission.PUBLISH_AND_MANAGE_NEW_VIDEOS),
        can_live=has(granted, Permission.LIVE_VIDEOS),
        visibility=Visibility.SHOW_THROUGH_ADS_ONLY if granted is None else granted.visibility,
        account_kind=kind,
        center_id=row.center_id,
    )


def _of_person(rows: ReadinessRows) -> Iterator[IdentityRow]:
    columns: tuple[Any, ...] = (
        *(PersonLink.id, PersonLink.account_id, PersonLink.handle, PersonLink.display_name),
        *DIRECTORY_COLUMNS,
    )
    linked = (
        select(*columns)
        .outerjoin(DirectoryAccount, col(DirectoryAccount.id) == col(PersonLink.account_id))
        .where(col(PersonLink.person_id) == rows.person_id, col(PersonLink.ended_at).is_(None))
    )
    for row in rows.session.execute(linked):
        lines = rows.lines(_facts_of_person(rows, row), row.handle, "", "")
        yield IdentityRow(
            kind=IdentityKind.PERSON,
            id=row.id,
            account_id=row.account_id,
            handle=row.handle,
            display_name=row.display_name,
            center_name="",
            conditions=lines,
            ready=_ready(lines),
            can_pull=True,
            can_push=True,
            can_live=True,
            visibility=Visibility.SHOW_ON_PROFILE_AND_IN_ADS,
            account_kind=None,
        )


def _facts_of_person(rows: ReadinessRows, row: Any) -> Facts:
    """Return the facts of an account the person logged in with: nothing has to be granted to them."""
    side = account_side(None, LinkState.ACTIVE, row if row.directory_id else None)
    return Facts(
        link_active=True,
        existing_posts=True,
        new_videos=True,
        is_public=side.is_public,
        is_available=side.is_available,
        is_political=side.is_political,
        ad_account_approved=rows.is_approved,
        can_edit_ads=rows.can_edit_ads,
        is_ad_linked=True,
        operator_on_account=True,
    )


def _ready(lines: tuple[Line, ...]) -> bool:
    return is_ready(tuple(line.condition for line in lines))
