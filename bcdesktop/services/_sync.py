"""Whether an asset's data flows, computed from what it depends on, so that it cannot be stale (domain.md 8; A0-32)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.ad_accounts import AdAccountStatus
from bcdesktop.core.assets import SyncProblem, SyncState
from bcdesktop.services._rows import link_state_at
from bcdesktop.services.asset_records import Sync


@dataclass(frozen=True)
class Flow:
    """One ad account an asset is or was linked to. ``is_linked``: not unlinked, reached, and open."""

    is_linked: bool
    status: AdAccountStatus


@dataclass(frozen=True)
class Source:
    """Where data comes from: the TikTok account's link, None without one, and the audience a lookalike is made of."""

    state: LinkState | None = None
    ends_at: datetime | None = None
    is_deleted: bool = False


def sync_of(flows: Iterable[Flow], source: Source, now: datetime) -> Sync:
    """Return the state. What an asset takes its data from counts first: without it nothing flows anywhere."""
    if source.is_deleted:
        return Sync(SyncState.STOPPED, SyncProblem.SOURCE_DELETED)
    is_fed = source.state is None or link_state_at(source.state, source.ends_at, now) is LinkState.ACTIVE
    if not is_fed:
        return Sync(SyncState.STOPPED, SyncProblem.TIKTOK_ACCOUNT_UNLINKED)
    known = tuple(flows)
    if not known:
        return Sync(SyncState.NOT_LINKED)
    linked = [flow for flow in known if flow.is_linked]
    if not linked:
        return Sync(SyncState.STOPPED, SyncProblem.NO_AD_ACCOUNT)
    if any(flow.status is AdAccountStatus.APPROVED for flow in linked):
        return Sync(SyncState.SYNCING)
    return Sync(SyncState.STOPPED, SyncProblem.AD_ACCOUNT_NOT_APPROVED)
