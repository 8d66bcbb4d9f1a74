"""Catalogs, pixels and audiences whose data stops: their state is computed before and after a plan (A0-32)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.assets import SyncState
from bcdesktop.core.ending import Effect, EffectKind
from bcdesktop.core.grants import AssetKind
from bcdesktop.services import _reached
from bcdesktop.services._asset_rows import DETAILS, flow_of
from bcdesktop.services._batches import batches
from bcdesktop.services._ending.plan import Plan
from bcdesktop.services._sync import Flow, Source, sync_of
from bcdesktop.store.tables import AdAccount, Asset, AssetAccess, AssetLink, Audience, BusinessCenter, TikTokAccountLink

_Pair = tuple[str, str]
"""An asset and a Business Center that reaches it."""


def add_stops(session: Session, plan: Plan) -> None:
    """Add what stops syncing by ``plan``, for each Business Center that sees it."""
    asset_ids = _touched(session, plan)
    if not asset_ids:
        return
    flows = _flows(session, asset_ids)
    for kind, details in DETAILS.items():
        for row in _pairs(session, kind, details, asset_ids):
            pair = row.id, row.center_id
            source = Source(row.source_state, row.source_ends_at, row.is_deleted)
            before = sync_of((flow for flow, _row in flows[pair]), source, plan.at).state
            after = None if row.access_id in plan.reaches else _after(plan, row, source, flows[pair])
            if before is not after and (before is SyncState.SYNCING or after is SyncState.STOPPED):
                plan.computed.append(Effect(EffectKind.ASSET_STOPS_SYNCING, row.id, row.name, row.center_name))


def _touched(session: Session, plan: Plan) -> list[str]:
    found = {one.asset_id for one in plan.asset_links.values()}
    found |= {one.asset_id for one in plan.reaches.values() if one.kind is not AssetKind.AD_ACCOUNT}
    for some in batches(tuple(plan.links)):
        for details in DETAILS.values():
            found |= set(session.exec(select(details.asset_id).where(details.source_link_id.in_(some))))
    return sorted(found)


def _after(plan: Plan, row: Any, source: Source, flows: Iterable[tuple[Flow, Any]]) -> SyncState:
    kept = (
        Flow(flow.is_linked and one.id not in plan.asset_links and one.access_id not in plan.reaches, flow.status)
        for flow, one in flows
    )
    if row.source_link_id in plan.links:
        source = Source(LinkState.DISCONNECTED, None, source.is_deleted)
    return sync_of(kept, source, plan.at).state


def _flows(session: Session, asset_ids: list[str]) -> dict[_Pair, list[tuple[Flow, Any]]]:
    same = (col(AssetAccess.asset_id) == col(AssetLink.ad_account_id)) & (
        col(AssetAccess.business_center_id) == col(AssetLink.business_center_id)
    )
    columns: Any = (
        *(AssetLink.id, AssetLink.asset_id, AssetLink.business_center_id, AssetLink.unlinked_at),
        *(AdAccount.status, Asset.ended_at, col(AssetAccess.id).label("access_id")),
    )
    found: dict[_Pair, list[tuple[Flow, Any]]] = defaultdict(list)
    for some in batches(asset_ids):
        rows = (
            select(*columns)
            .join(Asset, col(Asset.id) == col(AssetLink.ad_account_id))
            .join(AdAccount, col(AdAccount.asset_id) == col(AssetLink.ad_account_id))
            .outerjoin(AssetAccess, same & _reached.accepted())
            .where(col(AssetLink.asset_id).in_(some))
        )
        for row in session.execute(rows):
            found[row.asset_id, row.business_center_id].append((flow_of(row), row))
    return found


def _pairs(session: Session, kind: AssetKind, details: Any, asset_ids: list[str]) -> Iterable[Any]:
    made_of: Any = aliased(Asset)
    columns: tuple[Any, ...] = (
        *(Asset.id, Asset.name, col(AssetAccess.business_center_id).label("center_id")),
        *(col(BusinessCenter.name).label("center_name"), col(AssetAccess.id).label("access_id")),
        details.source_link_id,
        *(col(TikTokAccountLink.state).label("source_state"), col(TikTokAccountLink.ends_at).label("source_ends_at")),
    )
    if kind is AssetKind.AUDIENCE:
        columns += (made_of.ended_at.is_not(None).label("is_deleted"),)
    else:
        columns += (col(Asset.id).is_(None).label("is_deleted"),)
    for some in batches(asset_ids):
        rows: Any = (
            select(*columns)
            .join(AssetAccess, col(AssetAccess.asset_id) == col(Asset.id))
            .join(BusinessCenter, col(BusinessCenter.id) == col(AssetAccess.business_center_id))
            .join(details, details.asset_id == col(Asset.id))
            .outerjoin(TikTokAccountLink, col(TikTokAccountLink.id) == details.source_link_id)
            .where(col(Asset.id).in_(some), col(Asset.ended_at).is_(None), _reached.accepted())
        )
        if kind is AssetKind.AUDIENCE:
            rows = rows.outerjoin(made_of, made_of.id == col(Audience.source_asset_id))
        yield from session.execute(rows)
