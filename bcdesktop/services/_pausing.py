"""Running ads that stop because what they run on ends (decisions.md, Running ads when a link ends)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, exists, or_
from sqlmodel import col, select, update

from bcdesktop.core.ads import AdStatus, PauseReason
from bcdesktop.core.changes import ChangeKind
from bcdesktop.services._ad_log import record
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.store.activity import EntryActor
from bcdesktop.store.tables import Ad, AdLink, Asset
from bcdesktop.store.unit_of_work import UnitOfWork

NAMED = 20
"""Names of ads in one entry of the log."""
_BATCH = 500


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


def pause(unit: UnitOfWork, actor: EntryActor, reason: PauseReason, *where: Any) -> int:
    """Pause every running ad that matches ``where``, with one log entry per ad account; return how many."""
    found = list(unit.session.execute(running(*where)))
    ids = [row.id for row in found]
    for start in range(0, len(ids), _BATCH):
        stopped = update(Ad).where(col(Ad.id).in_(ids[start : start + _BATCH]))
        unit.session.execute(
            stopped.values(
                status=AdStatus.PAUSED,
                pause_reason=reason,
                status_at=unit.now,
                last_active_at=unit.now,
                version=Ad.version + 1,
            )
        )
    by_account: dict[str, list[str]] = {}
    for row in found:
        by_account.setdefault(row.asset_id, []).append(row.name)
    for asset_id, names in by_account.items():
        asset = unit.session.get_one(Asset, asset_id)
        body = {"number": len(names), "ads": names[:NAMED], "reason": reason}
        record(unit, asset, actor, ActivityAction.ADS_PAUSED, body)
        unit.changed(ChangeKind.AD, asset_id)
    return len(found)
