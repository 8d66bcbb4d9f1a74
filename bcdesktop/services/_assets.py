"""The TikTok accounts that can be given to people: own active links, and what partners share with this one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.errors import NotFound
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.core.roles import AssetRole
from bcdesktop.services._grants import Asset, link_asset, share_asset
from bcdesktop.services._rows import link_state, link_state_at
from bcdesktop.services.errors import LinkNotActive
from bcdesktop.services.people_records import AssetChoice
from bcdesktop.store.tables import PartnerShare, Partnership, TikTokAccountLink

BATCH = 500
"""Ids in one statement: SQLite takes some thousands at most."""


@dataclass(frozen=True)
class FoundAsset:
    """An account of one Business Center. ``link`` is its own row, None for one that is shared with it."""

    asset: Asset
    handle: str
    state: LinkState
    limit: AssetRole
    owner_name: str | None
    link: TikTokAccountLink | None

    @property
    def is_shared(self) -> bool:
        """Whether another Business Center shares it."""
        return self.asset.kind is AssetKind.SHARED_TIKTOK_ACCOUNT

    def require_active(self) -> None:
        """Raise LinkNotActive for an account that cannot be given any more."""
        if self.state is not LinkState.ACTIVE:
            raise LinkNotActive(self.state)


def find(session: Session, business_center_id: str, ids: Sequence[str], now: datetime) -> dict[str, FoundAsset]:
    """Return the accounts of a Business Center with these ids, ended links too. Raises NotFound for the first missing.

    ``ids`` are those of links, and of shares in partnerships it accepted.
    """
    found: dict[str, FoundAsset] = {}
    for some in batches(ids):
        found |= {link.id: _own(link, now) for link in session.exec(_links(business_center_id, some))}
        shares = session.exec(_shares(business_center_id, some)).all()
        found |= {share.id: _shared(share, owner, center, now, link) for share, owner, center, link in shares}
    for asset_id in ids:
        if asset_id not in found:
            raise NotFound("tiktok_account", asset_id)
    return found


def batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Give ``ids`` in pieces one statement takes."""
    return (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))


def find_one(session: Session, business_center_id: str, asset_id: str, now: datetime) -> FoundAsset:
    """Return one account. Raises NotFound."""
    return find(session, business_center_id, (asset_id,), now)[asset_id]


def choices(session: Session, business_center_id: str, now: datetime) -> list[AssetChoice]:
    """Return what can be given: own accounts, then received ones, each by handle."""
    own = select(
        TikTokAccountLink.id, TikTokAccountLink.handle, TikTokAccountLink.display_name, TikTokAccountLink.ends_at
    ).where(TikTokAccountLink.business_center_id == business_center_id, TikTokAccountLink.state == LinkState.ACTIVE)
    rows = [
        AssetChoice(AssetKind.TIKTOK_ACCOUNT, link_id, f"@{handle}", name, AssetRole.OPERATOR)
        for link_id, handle, name, ends_at in session.exec(own.order_by(col(TikTokAccountLink.handle)))
        if ends_at is None or ends_at > now
    ]
    return rows + _received(session, business_center_id, now)


def shared_with(business_center_id: str) -> Any:
    """Return the statement for what is shared with a Business Center in partnerships it accepted."""
    columns: tuple[Any, ...] = (
        PartnerShare.id,
        PartnerShare.handle,
        PartnerShare.display_name,
        PartnerShare.role,
        col(Partnership.owner_name),
        col(TikTokAccountLink.state),
        col(TikTokAccountLink.ends_at),
    )
    return (
        select(*columns)
        .join(Partnership, col(Partnership.id) == col(PartnerShare.partnership_id))
        .outerjoin(TikTokAccountLink, col(TikTokAccountLink.id) == col(PartnerShare.link_id))
        .where(
            col(Partnership.partner_center_id) == business_center_id, col(Partnership.state) == PartnershipState.ACTIVE
        )
        .order_by(col(PartnerShare.handle), col(PartnerShare.id))
    )


def _received(session: Session, business_center_id: str, now: datetime) -> list[AssetChoice]:
    return [
        AssetChoice(
            AssetKind.SHARED_TIKTOK_ACCOUNT, row.id, f"@{row.handle}", row.display_name, row.role, row.owner_name
        )
        for row in session.execute(shared_with(business_center_id))
        if share_state(row.state, row.ends_at, now) is LinkState.ACTIVE
    ]


def share_state(state: LinkState | None, ends_at: datetime | None, now: datetime) -> LinkState:
    """Return the state of a share's link; where the owner lives in another store it is what the share says: active."""
    return LinkState.ACTIVE if state is None else link_state_at(state, ends_at, now)


def _links(business_center_id: str, ids: Iterable[str]) -> Any:
    return select(TikTokAccountLink).where(
        TikTokAccountLink.business_center_id == business_center_id, col(TikTokAccountLink.id).in_(ids)
    )


def _shares(business_center_id: str, ids: Iterable[str]) -> Any:
    return (
        select(PartnerShare, Partnership.owner_name, Partnership.partner_center_id, TikTokAccountLink)
        .join(Partnership, col(Partnership.id) == col(PartnerShare.partnership_id))
        .outerjoin(TikTokAccountLink, col(TikTokAccountLink.id) == col(PartnerShare.link_id))
        .where(
            Partnership.partner_center_id == business_center_id,
            Partnership.state == PartnershipState.ACTIVE,
            col(PartnerShare.id).in_(ids),
        )
    )


def _own(link: TikTokAccountLink, now: datetime) -> FoundAsset:
    return FoundAsset(link_asset(link), link.handle, link_state(link, now), AssetRole.OPERATOR, None, link)


def _shared(
    share: PartnerShare, owner_name: str, center_id: str, now: datetime, link: TikTokAccountLink | None
) -> FoundAsset:
    state = LinkState.ACTIVE if link is None else link_state(link, now)
    return FoundAsset(share_asset(share, center_id), share.handle, state, share.role, owner_name, None)
