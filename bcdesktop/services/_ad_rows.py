"""Campaigns and ads as records, read as columns: an ad account may hold ten thousand ads."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session, col, func, select

from bcdesktop.core.ads import AdStatus
from bcdesktop.core.errors import NotFound
from bcdesktop.services.ad_form_records import AdRow, CampaignRow
from bcdesktop.store.tables import Ad, Campaign

_COLUMNS: tuple[Any, ...] = (
    Ad.id,
    Ad.asset_id,
    Ad.campaign_id,
    col(Campaign.name).label("campaign_name"),
    col(Campaign.status).label("campaign_status"),
    Ad.name,
    Ad.kind,
    Ad.identity_kind,
    func.coalesce(Ad.link_id, Ad.share_id, Ad.person_link_id, "").label("identity_id"),
    Ad.handle,
    Ad.source,
    Ad.post_id,
    Ad.video_name,
    Ad.text,
    Ad.ads_only,
    Ad.status,
    Ad.pause_reason,
    Ad.status_at,
    Ad.created_at,
    Ad.created_by,
)


def ad_rows(session: Session, asset_id: str) -> tuple[AdRow, ...]:
    """Return the ads of an ad account, the newest first."""
    rows = _ads().where(Ad.asset_id == asset_id).order_by(col(Ad.created_at).desc(), col(Ad.id))
    return tuple(AdRow(*row) for row in session.execute(rows))


def ad_row(session: Session, ad_id: str) -> AdRow:
    """Return one ad. Raises NotFound."""
    found = session.execute(_ads().where(Ad.id == ad_id)).first()
    if found is None:
        raise NotFound("ad", ad_id)
    return AdRow(*found)


def campaign_rows(session: Session, asset_id: str) -> tuple[CampaignRow, ...]:
    """Return the campaigns of an ad account, the newest first."""
    counts: dict[str, tuple[int, int]] = {}
    counted: Any = (
        select(Ad.campaign_id, Ad.status, func.count(col(Ad.id)))
        .where(Ad.asset_id == asset_id, Ad.status != AdStatus.ENDED)
        .group_by(col(Ad.campaign_id), col(Ad.status))
    )
    for campaign_id, status, number in session.execute(counted):
        ads, active = counts.get(campaign_id, (0, 0))
        counts[campaign_id] = ads + number, active + number * (status is AdStatus.ACTIVE)
    rows = select(Campaign).where(Campaign.asset_id == asset_id)
    newest = rows.order_by(col(Campaign.created_at).desc(), col(Campaign.id))
    return tuple(_campaign_row(row, *counts.get(row.id, (0, 0))) for row in session.exec(newest))


def _ads() -> Any:
    return select(*_COLUMNS).join(Campaign, col(Campaign.id) == col(Ad.campaign_id))


def _campaign_row(row: Campaign, ads: int, active: int) -> CampaignRow:
    return CampaignRow(
        id=row.id,
        asset_id=row.asset_id,
        name=row.name,
        objective=row.objective,
        status=row.status,
        ads=ads,
        active=active,
        created_at=row.created_at,
        created_by=row.created_by,
        ended_at=row.ended_at,
    )
