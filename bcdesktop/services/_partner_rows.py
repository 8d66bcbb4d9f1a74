"""From the tables of partnerships to the records of one side, and the way back from an id to a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from sqlmodel import Session, col, func, or_, select

from bcdesktop.core.errors import NotFound
from bcdesktop.core.partnerships import PartnershipSide
from bcdesktop.services._partner_log import KIND
from bcdesktop.services.people_records import PartnershipRow, ShareRow
from bcdesktop.store import activity
from bcdesktop.store.tables import (
    ActivityEntry,
    Asset,
    AssetAccess,
    BusinessCenter,
    Member,
    MemberAsset,
    MemberPartnerShare,
    PartnerShare,
    Partnership,
)

HEARD_AT, HEARD_SEQUENCE = "heard_at", "heard_sequence"
"""In the body of an entry: when the other side, in another store, said it (ISO 8601), and what it knew then."""


class Heard(NamedTuple):
    """What was heard last from the other side of a partnership that lives in another store."""

    at: datetime
    sequence: int


def own(session: Session, center_id: str, partnership_id: str) -> Partnership:
    """Return the row of a partnership of this Business Center, of whichever side. Raises NotFound."""
    row = session.get(Partnership, partnership_id)
    if row is None or center_id not in (row.owner_center_id, row.partner_center_id):
        raise NotFound(KIND, partnership_id)
    return row


def side_of(row: Partnership, center_id: str) -> PartnershipSide:
    """Return from which side this Business Center sees ``row``."""
    return PartnershipSide.GIVING if row.owner_center_id == center_id else PartnershipSide.RECEIVING


def rows(session: Session, center_id: str, partnership_id: str | None = None) -> tuple[PartnershipRow, ...]:
    """Return the partnerships of a Business Center from its side, newest first, with what they share."""
    statement = select(Partnership).where(
        or_(col(Partnership.owner_center_id) == center_id, col(Partnership.partner_center_id) == center_id)
    )
    if partnership_id is not None:
        statement = statement.where(col(Partnership.id) == partnership_id)
    found = session.exec(statement.order_by(col(Partnership.created_at).desc(), col(Partnership.id))).all()
    shares = _shares(session, statement)
    names = _names(session, found)
    heard = heard_from(session, center_id, [row.id for row in found if row.is_elsewhere])
    return tuple(_row(row, center_id, names, shares.get(row.id, ()), heard.get(row.id)) for row in found)


def heard_from(session: Session, center_id: str, ids: Iterable[str]) -> dict[str, Heard]:
    """Return what was heard last in each of these partnerships; it stands in the activity log, which nobody edits."""
    entries = (
        select(ActivityEntry)
        .where(col(ActivityEntry.chain) == center_id, col(ActivityEntry.object_id).in_(list(ids)))
        .order_by(col(ActivityEntry.seq))
    )
    found = {}
    for entry in session.exec(entries):
        body = activity.details(entry)
        if HEARD_AT in body:
            found[entry.object_id] = Heard(datetime.fromisoformat(body[HEARD_AT]), body[HEARD_SEQUENCE])
    return found


def _shares(session: Session, partnerships: Any) -> dict[str, tuple[ShareRow, ...]]:
    """Return what is shared by partnership. Reads columns, since objects for thousands of rows take their time."""
    ids = partnerships.with_only_columns(Partnership.id)
    members: Any = (
        select(MemberPartnerShare.share_id, func.count())
        .join(PartnerShare, col(PartnerShare.id) == col(MemberPartnerShare.share_id))
        .where(col(PartnerShare.partnership_id).in_(ids))
        .group_by(col(MemberPartnerShare.share_id))
    )
    counts: dict[str, int] = dict(session.execute(members).all())
    columns: tuple[Any, ...] = (
        PartnerShare.partnership_id,
        PartnerShare.id,
        PartnerShare.link_id,
        PartnerShare.account_id,
        PartnerShare.handle,
        PartnerShare.display_name,
        PartnerShare.role,
        PartnerShare.shared_at,
        PartnerShare.shared_by,
    )
    shares = select(*columns).where(col(PartnerShare.partnership_id).in_(ids))
    found: dict[str, list[ShareRow]] = {}
    for partnership_id, *values in session.execute(shares.order_by(col(PartnerShare.handle), col(PartnerShare.id))):
        of_share = (*values, counts.get(values[0], 0))
        found.setdefault(partnership_id, []).append(ShareRow(*of_share))
    for partnership_id, row in _reached(session, ids):
        found.setdefault(partnership_id, []).append(row)
    return {partnership_id: tuple(rows) for partnership_id, rows in found.items()}


def _reached(session: Session, ids: Any) -> Iterator[tuple[str, ShareRow]]:
    """Give the ad accounts, catalogs, pixels and audiences shared in partnerships, with the id of each partnership."""
    users: Any = (
        select(MemberAsset.asset_id, Member.business_center_id, func.count())
        .join(Member, col(Member.id) == col(MemberAsset.member_id))
        .join(AssetAccess, col(AssetAccess.asset_id) == col(MemberAsset.asset_id))
        .where(
            col(AssetAccess.partnership_id).in_(ids),
            col(AssetAccess.business_center_id) == col(Member.business_center_id),
        )
        .group_by(col(MemberAsset.asset_id), col(Member.business_center_id))
    )
    counts = {(asset_id, center_id): number for asset_id, center_id, number in session.execute(users)}
    columns: tuple[Any, ...] = (
        AssetAccess.partnership_id,
        AssetAccess.id,
        Asset.number,
        Asset.name,
        AssetAccess.role,
        AssetAccess.since,
        AssetAccess.given_by,
        Asset.kind,
        col(Asset.id).label("asset_id"),
        AssetAccess.business_center_id,
    )
    rows = (
        select(*columns)
        .join(Asset, col(Asset.id) == col(AssetAccess.asset_id))
        .where(col(AssetAccess.partnership_id).in_(ids))
        .order_by(col(Asset.kind), func.lower(col(Asset.name)), col(Asset.id))
    )
    for partnership_id, id_, number, name, role, since, by, kind, asset_id, center_id in session.execute(rows):
        used = counts.get((asset_id, center_id), 0)
        yield partnership_id, ShareRow(id_, None, number, name, number, role, since, by, used, kind, asset_id)


def _names(session: Session, found: Iterable[Partnership]) -> dict[str, str]:
    """Return the names of now of the Business Centers that live in this store."""
    ids = {center_id for row in found for center_id in (row.owner_center_id, row.partner_center_id)}
    centers = select(BusinessCenter.id, BusinessCenter.name).where(col(BusinessCenter.id).in_(ids))
    return dict(session.exec(centers).all())


def _row(
    row: Partnership, center_id: str, names: dict[str, str], shares: tuple[ShareRow, ...], heard: Heard | None
) -> PartnershipRow:
    side = side_of(row, center_id)
    gives = side is PartnershipSide.GIVING
    other_id = row.partner_center_id if gives else row.owner_center_id
    return PartnershipRow(
        id=row.id,
        side=side,
        other_id=other_id,
        other_name=names.get(other_id) or (row.partner_name if gives else row.owner_name),
        state=row.state,
        is_elsewhere=row.is_elsewhere,
        note=row.note,
        invited_by=row.invited_by,
        created_at=row.created_at,
        decided_at=row.decided_at,
        decided_by=row.decided_by or "",
        decline_reason=row.decline_reason or "",
        ended_at=row.ended_at,
        ended_by=row.ended_by or "",
        shares=shares,
        version=row.version,
        sequence=row.sequence,
        heard_at=None if heard is None else heard.at,
        heard_sequence=None if heard is None else heard.sequence,
        ends_at=row.ends_at,
    )
