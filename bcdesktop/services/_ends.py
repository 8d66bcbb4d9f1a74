"""Grants, links and partnerships by their end dates: which end soon, and which the clock ends now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, exists
from sqlmodel import Session, col, select

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.grants import REACHED_KINDS, AssetKind
from bcdesktop.core.limits import LIFETIMES
from bcdesktop.core.roles import MemberStatus
from bcdesktop.services import _grants
from bcdesktop.services._batches import batches
from bcdesktop.services._ending import accounts, reaches
from bcdesktop.services._ending.plan import EndedGrant
from bcdesktop.services._partner_log import OPEN
from bcdesktop.services.end_date_records import Dated, EndingSoon
from bcdesktop.store.tables import (
    Asset,
    Member,
    MemberAsset,
    MemberPartnerShare,
    MemberTikTokAccount,
    PartnerShare,
    Partnership,
    Person,
    TikTokAccountLink,
)

SHOWN = 8
_GRANTS: dict[AssetKind, tuple[Any, str]] = {
    AssetKind.TIKTOK_ACCOUNT: (MemberTikTokAccount, "link_id"),
    AssetKind.SHARED_TIKTOK_ACCOUNT: (MemberPartnerShare, "share_id"),
    **dict.fromkeys(REACHED_KINDS, (MemberAsset, "asset_id")),
}


def grant(
    session: Session, center_id: str, asset: _grants.Asset, member_id: str
) -> tuple[MemberTikTokAccount | MemberPartnerShare | MemberAsset, str] | None:
    """Return the row of what a member of a Business Center was given on an asset, with the member's name."""
    table, name = _GRANTS[asset.kind]
    rows = (
        select(table, Person.name)
        .join(Member, col(Member.id) == col(table.member_id))
        .join(Person, col(Person.id) == col(Member.person_id))
        .where(
            col(table.member_id) == member_id,
            col(getattr(table, name)) == asset.id,
            col(Member.business_center_id) == center_id,
            col(Member.status) == MemberStatus.BOUND,
        )
    )
    found = session.exec(rows).first()
    return None if found is None else (found[0], found[1])


def due_grants(session: Session, now: datetime) -> Iterator[EndedGrant]:
    """Give what members hold beyond its end."""
    for kind, table in (
        (AssetKind.TIKTOK_ACCOUNT, MemberTikTokAccount),
        (AssetKind.SHARED_TIKTOK_ACCOUNT, MemberPartnerShare),
    ):
        yield from accounts.grants_of(session, kind, col(table.ends_at) <= now)
    yield from reaches.grants_of(session, col(MemberAsset.ends_at) <= now)


def due_partnerships(session: Session, now: datetime) -> list[Partnership]:
    """Return the open partnerships beyond their end."""
    return list(session.exec(select(Partnership).where(_is_open(), col(Partnership.ends_at) <= now)))


def is_due(session: Session, now: datetime) -> bool:
    """Tell whether the clock has anything to end here."""
    conditions: tuple[ColumnElement[bool], ...] = (
        *(exists().where(col(table.ends_at) <= now) for table, _name in dict.fromkeys(_GRANTS.values())),
        exists().where(_is_open(), col(Partnership.ends_at) <= now),
    )
    return any(session.execute(select(condition)).scalar() for condition in conditions)


def soon(session: Session, me: Member, now: datetime, *, sees_all: bool) -> list[EndingSoon]:
    """Return what ends within the days of the reminder, the soonest first."""
    until = now + LIFETIMES.end_reminder
    found = [*_grants_ending(session, me, now, until, sees_all=sees_all)]
    found += _links_ending(session, me, now, until, sees_all=sees_all)
    if sees_all:
        found += _partnerships_ending(session, me.business_center_id, now, until)
    return sorted(found, key=lambda row: (row.ends_at, row.key))


def _is_open() -> ColumnElement[bool]:
    return col(Partnership.state).in_(OPEN)


def _grants_ending(
    session: Session, me: Member, now: datetime, until: datetime, *, sees_all: bool
) -> Iterator[EndingSoon]:
    whose = col(Member.business_center_id) == me.business_center_id if sees_all else col(Member.id) == me.id
    for kind, table, asset, handle, asset_id in (
        (AssetKind.TIKTOK_ACCOUNT, MemberTikTokAccount, TikTokAccountLink, TikTokAccountLink.handle, "link_id"),
        (AssetKind.SHARED_TIKTOK_ACCOUNT, MemberPartnerShare, PartnerShare, PartnerShare.handle, "share_id"),
        (None, MemberAsset, Asset, Asset.name, "asset_id"),
    ):
        columns: Any = (
            *(table.id, asset.id, handle, table.ends_at, Member.id, Person.name),
            *(() if kind is not None else (Asset.kind,)),
        )
        rows = (
            select(*columns)
            .select_from(table)
            .join(asset, col(asset.id) == col(getattr(table, asset_id)))
            .join(Member, col(Member.id) == col(table.member_id))
            .join(Person, col(Person.id) == col(Member.person_id))
            .where(whose)
        )
        for id_, asset_ref, name, ends_at, member_id, person, *rest in _of_ids(session, table, now, until, rows):
            yield EndingSoon(
                Dated.GRANT,
                id_,
                name if kind is None else f"@{name}",
                ends_at,
                person,
                member_id,
                asset_ref,
                rest[0] if kind is None else kind,
                sees_all,
            )


def _of_ids(session: Session, table: Any, now: datetime, until: datetime, rows: Any) -> Iterator[Any]:
    """Give ``rows`` of the few grants that end soon: one look through the dates, and joins for those alone."""
    soon = select(table.id).where(col(table.ends_at) > now, col(table.ends_at) <= until)
    for some in batches(session.exec(soon).all()):
        yield from session.execute(rows.where(col(table.id).in_(some)))


def _links_ending(
    session: Session, me: Member, now: datetime, until: datetime, *, sees_all: bool
) -> Iterator[EndingSoon]:
    columns: Any = (TikTokAccountLink.id, TikTokAccountLink.handle, TikTokAccountLink.ends_at)
    rows = select(*columns).where(
        col(TikTokAccountLink.business_center_id) == me.business_center_id,
        col(TikTokAccountLink.state) == LinkState.ACTIVE,
        col(TikTokAccountLink.ends_at) > now,
        col(TikTokAccountLink.ends_at) <= until,
    )
    if not sees_all:
        mine = select(MemberTikTokAccount.link_id).where(col(MemberTikTokAccount.member_id) == me.id)
        rows = rows.where(col(TikTokAccountLink.id).in_(mine))
    kind = AssetKind.TIKTOK_ACCOUNT
    for id_, handle, ends_at in session.execute(rows):
        yield EndingSoon(Dated.LINK, id_, f"@{handle}", ends_at, asset_id=id_, asset_kind=kind, can_extend=sees_all)


def _partnerships_ending(session: Session, center_id: str, now: datetime, until: datetime) -> Iterator[EndingSoon]:
    gives = col(Partnership.owner_center_id) == center_id
    rows = select(Partnership).where(
        gives | (col(Partnership.partner_center_id) == center_id),
        _is_open(),
        col(Partnership.ends_at) > now,
        col(Partnership.ends_at) <= until,
    )
    for row in session.exec(rows):
        if row.ends_at is not None:
            is_mine = row.owner_center_id == center_id
            name = (row.partner_name or row.partner_center_id) if is_mine else row.owner_name
            yield EndingSoon(Dated.PARTNERSHIP, row.id, name, row.ends_at, can_extend=is_mine)
