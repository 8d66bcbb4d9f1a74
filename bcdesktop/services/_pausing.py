"""Which running ads run on what (decisions.md, Running ads when a link ends)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, exists, or_
from sqlmodel import col, select

from bcdesktop.core.ads import AdStatus
from bcdesktop.store.tables import Ad, AdLink

NAMED = 20
"""Names of ads in one entry of the log."""


def running(*where: Any) -> Any:
    """Return the statement for id, name and ad account of the running ads that match."""
    columns: tuple[Any, ...] = (Ad.id, Ad.name, Ad.asset_id)
    return select(*columns).where(col(Ad.status) == AdStatus.ACTIVE, *where).order_by(col(Ad.name))


def on_pair(row: AdLink) -> tuple[Any, Any]:
    """Return the conditions for the ads that run on a TikTok account in the ad account it is linked to."""
    identity = col(Ad.link_id) == row.link_id if row.link_id is not None else col(Ad.share_id) == row.share_id
    return col(Ad.asset_id) == row.asset_id, identity


def on_pairs(ad_link_ids: Sequence[str]) -> ColumnElement[bool]:
    """Return the condition for the ads that run on any of these pairs; few ids, as one statement takes."""
    same = or_(col(AdLink.link_id) == col(Ad.link_id), col(AdLink.share_id) == col(Ad.share_id))
    return exists().where(col(AdLink.id).in_(ad_link_ids), col(AdLink.asset_id) == col(Ad.asset_id), same)
