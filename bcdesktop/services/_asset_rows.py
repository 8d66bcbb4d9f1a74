"""The lists of catalogs, pixels and audiences. Reads columns, a few statements for a list, since it may be long."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select

from bcdesktop.core.ad_accounts import AdAccountStatus, AssetRelation
from bcdesktop.core.grants import AssetKind, least
from bcdesktop.core.policy import Action, may
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import _reached
from bcdesktop.services._holders import OPEN
from bcdesktop.services._sync import Flow, Source, sync_of
from bcdesktop.services.asset_records import AssetName, AssetRow, AudienceDetails, CatalogDetails, PixelDetails
from bcdesktop.store.tables import (
    AdAccount,
    Asset,
    AssetAccess,
    AssetLink,
    Audience,
    BusinessCenter,
    Catalog,
    Member,
    MemberAsset,
    Partnership,
    Pixel,
    TikTokAccountLink,
)

KINDS = (AssetKind.CATALOG, AssetKind.PIXEL, AssetKind.AUDIENCE)
DETAILS: dict[AssetKind, Any] = {
    AssetKind.CATALOG: Catalog,
    AssetKind.PIXEL: Pixel,
    AssetKind.AUDIENCE: Audience,
}


@dataclass
class _Beside:
    """What stands in other tables, by asset id."""

    mine: dict[str, AssetRole] = field(default_factory=dict)
    members: dict[str, int] = field(default_factory=dict)
    partners: dict[str, int] = field(default_factory=dict)
    flows: dict[str, list[Flow]] = field(default_factory=lambda: defaultdict(list))


def read(session: Session, me: Member, kind: AssetKind, now: datetime, asset_id: str | None = None) -> list[AssetRow]:
    """Return what ``me`` may see, newest first: an admin everything, a Standard member what was given to them.

    ``asset_id`` asks for one row.
    """
    beside = _beside(session, me, kind, asset_id)
    rows = [_row(row, kind, beside, now) for row in session.execute(_of_center(me.business_center_id, kind, asset_id))]
    seen = [row for row in rows if may(Action.SEE_ASSETS, me.role, assigned=row.my_role is not None)]
    return sorted(seen, key=_newest_first)


def _of_center(center_id: str, kind: AssetKind, asset_id: str | None) -> Any:
    details, source = DETAILS[kind], aliased(Asset)
    columns: tuple[Any, ...] = (
        Asset.id,
        Asset.number,
        Asset.name,
        Asset.created_at,
        Asset.version,
        AssetAccess.relation,
        AssetAccess.role,
        AssetAccess.since,
        BusinessCenter.name.label("owner_name"),  # type: ignore[attr-defined]
        col(TikTokAccountLink.state).label("source_state"),
        col(TikTokAccountLink.ends_at).label("source_ends_at"),
        col(TikTokAccountLink.handle).label("source_handle"),
        details,
    )
    if kind is AssetKind.AUDIENCE:
        columns += (source.name.label("source_name"), source.ended_at.label("source_ended_at"))  # type: ignore[attr-defined, union-attr]
    rows: Any = (
        select(*columns)
        .join(AssetAccess, col(AssetAccess.asset_id) == col(Asset.id))
        .join(details, details.asset_id == col(Asset.id))
        .outerjoin(BusinessCenter, col(BusinessCenter.id) == col(Asset.owner_center_id))
        .outerjoin(TikTokAccountLink, col(TikTokAccountLink.id) == details.source_link_id)
        .where(col(AssetAccess.business_center_id) == center_id, _reached.accepted())
        .where(col(Asset.kind) == kind, col(Asset.ended_at).is_(None))
    )
    if kind is AssetKind.AUDIENCE:
        rows = rows.outerjoin(source, source.id == details.source_asset_id)
    return rows if asset_id is None else rows.where(col(Asset.id) == asset_id)


def _beside(session: Session, me: Member, kind: AssetKind, asset_id: str | None) -> _Beside:
    center_id = me.business_center_id

    def of_kind(statement: Any, column: Any) -> Any:
        narrowed = statement.join(Asset, col(Asset.id) == column).where(col(Asset.kind) == kind)
        return narrowed if asset_id is None else narrowed.where(col(Asset.id) == asset_id)

    given = MemberAsset
    mine: Any = of_kind(select(given.asset_id, given.role).where(given.member_id == me.id), given.asset_id)
    members: Any = of_kind(
        select(given.asset_id, func.count())
        .join(Member, col(Member.id) == col(given.member_id))
        .where(col(Member.business_center_id) == center_id),
        given.asset_id,
    ).group_by(given.asset_id)
    partners: Any = of_kind(
        select(AssetAccess.asset_id, func.count())
        .join(Partnership, col(Partnership.id) == col(AssetAccess.partnership_id))
        .where(col(Partnership.owner_center_id) == center_id, col(Partnership.state).in_(OPEN)),
        AssetAccess.asset_id,
    ).group_by(AssetAccess.asset_id)
    found = _Beside(
        mine=dict(session.execute(mine).all()),
        members=dict(session.execute(members).all()),
        partners=dict(session.execute(partners).all()),
    )
    for row in session.execute(of_kind(flows(center_id), AssetLink.asset_id)):
        found.flows[row.asset_id].append(flow_of(row))
    return found


def flows(center_id: str) -> Any:
    """Return the statement for every ad account assets of a Business Center are or were linked to."""
    account = aliased(Asset)
    columns: tuple[Any, ...] = (
        AssetLink.asset_id,
        AssetLink.ad_account_id,
        AssetLink.unlinked_at,
        AssetLink.linked_at,
        AssetLink.linked_by,
        AdAccount.status,
        account.number,
        account.name,
        account.ended_at,
        col(AssetAccess.id).label("access_id"),
    )
    return (
        select(*columns)
        .join(account, account.id == col(AssetLink.ad_account_id))
        .join(AdAccount, col(AdAccount.asset_id) == col(AssetLink.ad_account_id))
        .outerjoin(
            AssetAccess,
            (col(AssetAccess.asset_id) == col(AssetLink.ad_account_id))
            & (col(AssetAccess.business_center_id) == center_id)
            & _reached.accepted(),
        )
        .where(col(AssetLink.business_center_id) == center_id)
    )


def fed_by(session: Session, center_id: str, link_id: str) -> tuple[AssetName, ...]:
    """Return the assets a Business Center owns that take their data from one linked TikTok account."""
    found: list[AssetName] = []
    for kind, details in DETAILS.items():
        columns: tuple[Any, ...] = (Asset.id, Asset.name)
        rows: Any = (
            select(*columns)
            .join(details, details.asset_id == col(Asset.id))
            .where(details.source_link_id == link_id, col(Asset.owner_center_id) == center_id)
            .where(col(Asset.ended_at).is_(None))
            .order_by(col(Asset.name))
        )
        found += [AssetName(kind, row.id, row.name) for row in session.execute(rows)]
    return tuple(found)


def flow_of(row: Any) -> Flow:
    """Return what a row of ``flows`` says."""
    is_open = row.ended_at is None and row.status is not AdAccountStatus.CLOSED
    return Flow(row.unlinked_at is None and row.access_id is not None and is_open, row.status)


def _row(row: Any, kind: AssetKind, beside: _Beside, now: datetime) -> AssetRow:
    details = getattr(row, DETAILS[kind].__name__)
    flows_of = beside.flows.get(row.id, [])
    is_deleted = kind is AssetKind.AUDIENCE and row.source_ended_at is not None
    mine = beside.mine.get(row.id)
    is_owned = row.relation is AssetRelation.OWNER_BC
    return AssetRow(
        id=row.id,
        kind=kind,
        number=row.number,
        name=row.name,
        details=_details(row, details),
        sync=sync_of(flows_of, Source(row.source_state, row.source_ends_at, is_deleted), now),
        source_link_id=details.source_link_id,
        source_handle=row.source_handle or "",
        relation=row.relation,
        owner_name="" if is_owned else row.owner_name or "",
        limit=row.role,
        my_role=None if mine is None else least(mine, row.role),
        members=beside.members.get(row.id, 0),
        partners=beside.partners.get(row.id, 0),
        ad_accounts=sum(flow.is_linked for flow in flows_of),
        created_at=row.created_at,
        since=row.since,
        version=row.version,
    )


def _details(row: Any, details: Any) -> CatalogDetails | PixelDetails | AudienceDetails:
    if isinstance(details, Catalog):
        return CatalogDetails(details.catalog_kind, details.country, details.currency)
    if isinstance(details, Pixel):
        return PixelDetails(details.website)
    return AudienceDetails(details.audience_kind, details.description, details.source_asset_id, row.source_name or "")


def _newest_first(row: AssetRow) -> tuple[float, str]:
    return -row.since.timestamp(), row.id
