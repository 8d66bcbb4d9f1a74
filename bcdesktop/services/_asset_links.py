"""Which ad accounts an asset is linked to, and which it could be (domain.md 1.6, 8)."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from typing import Any

from sqlmodel import Session, col, select

from bcdesktop.core.ad_accounts import AdAccountStatus, AssetRelation
from bcdesktop.core.errors import NotFound
from bcdesktop.core.grants import AssetKind
from bcdesktop.services import _asset_rows, _reached
from bcdesktop.services._asset_changes import Doing
from bcdesktop.services._batches import batches
from bcdesktop.services._reached import Reached
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.asset_errors import AdAccountUnfitForAssets, AudienceNeedsOwnAdAccount, TooManyLinksAtOnce
from bcdesktop.services.asset_records import AdAccountChoice, AssetAdAccount
from bcdesktop.store.tables import AdAccount, Asset, AssetAccess, AssetLink

NAMED = 20
"""Names of ad accounts in one entry of the log."""


def linked(session: Session, center_id: str, asset_id: str) -> tuple[AssetAdAccount, ...]:
    """Return the ad accounts an asset is linked to in a Business Center, by name."""
    rows = session.execute(_asset_rows.flows(center_id).where(col(AssetLink.asset_id) == asset_id))
    found = [
        AssetAdAccount(row.ad_account_id, row.number, row.name, row.status, row.linked_at, row.linked_by)
        for row in rows
        if _asset_rows.flow_of(row).is_linked
    ]
    return tuple(sorted(found, key=_by_name))


def choices(session: Session, center_id: str, asset: Asset) -> tuple[AdAccountChoice, ...]:
    """Return every open ad account of a Business Center by name, each with what is in the way of linking it."""
    present = {one.id for one in linked(session, center_id, asset.id)}
    columns: tuple[Any, ...] = (Asset.id, Asset.number, Asset.name, AdAccount.status, AssetAccess.relation)
    rows: Any = (
        select(*columns)
        .join(AdAccount, col(AdAccount.asset_id) == col(Asset.id))
        .join(AssetAccess, col(AssetAccess.asset_id) == col(Asset.id))
        .where(col(AssetAccess.business_center_id) == center_id, _reached.accepted(), col(Asset.ended_at).is_(None))
        .where(col(AdAccount.status) != AdAccountStatus.CLOSED)
    )
    found = [
        AdAccountChoice(row.id, row.number, row.name, row.status, _why_not(row, asset.kind, present))
        for row in session.execute(rows)
    ]
    return tuple(sorted(found, key=_by_name))


def link(doing: Doing, reached: Reached, ad_account_ids: Sequence[str]) -> int:
    """Link an asset to ad accounts; return how many are new. Raises NotFound and what the rules refuse."""
    ids = tuple(dict.fromkeys(ad_account_ids))
    asset, unit = reached.asset, doing.unit
    maximum = doing.context.limits.pixel_links_per_call
    if asset.kind is AssetKind.PIXEL and len(ids) > maximum:
        raise TooManyLinksAtOnce(maximum, len(ids))
    accounts = _accounts(doing, asset.kind, ids)
    rows = _rows(doing, asset.id, ids)
    new = [account for account in accounts if account.id not in rows or rows[account.id].unlinked_at is not None]
    for account in new:
        row = rows.get(account.id) or AssetLink(
            id=secrets.token_hex(16),
            business_center_id=doing.center_id,
            asset_id=asset.id,
            ad_account_id=account.id,
            linked_at=unit.now,
            linked_by=doing.actor.name,
        )
        row.linked_at, row.linked_by, row.unlinked_at, row.unlinked_by = unit.now, doing.actor.name, None, None
        unit.session.add(row)
    _tell(doing, asset, ActivityAction.ASSET_LINKED, new)
    return len(new)


def unlink(doing: Doing, reached: Reached, ad_account_ids: Sequence[str]) -> int:
    """Unlink an asset from ad accounts; return from how many. The rows stay: data did flow once."""
    rows = _rows(doing, reached.asset.id, tuple(dict.fromkeys(ad_account_ids)))
    ended = [row for row in rows.values() if row.unlinked_at is None]
    for row in ended:
        row.unlinked_at, row.unlinked_by = doing.unit.now, doing.actor.name
        doing.unit.session.add(row)
    accounts = [doing.unit.session.get_one(Asset, row.ad_account_id) for row in ended]
    _tell(doing, reached.asset, ActivityAction.ASSET_UNLINKED, accounts)
    return len(ended)


def _why_not(row: Any, kind: AssetKind, present: set[str]) -> str:
    if row.id in present:
        return "linked"
    if row.status is not AdAccountStatus.APPROVED:
        return "not_approved"
    return "not_owned" if kind is AssetKind.AUDIENCE and row.relation is not AssetRelation.OWNER_BC else ""


def _accounts(doing: Doing, kind: AssetKind, ids: Sequence[str]) -> list[Asset]:
    """Return approved ad accounts the Business Center reaches. Raises NotFound and what the rules refuse."""
    found = _reached.find(doing.unit.session, doing.center_id, ids)
    status: dict[str, AdAccountStatus] = {}
    for some in batches(ids):
        columns: Any = select(AdAccount.asset_id, AdAccount.status).where(col(AdAccount.asset_id).in_(some))
        status |= dict(doing.unit.session.execute(columns).all())
    for asset_id in ids:
        if asset_id not in found or asset_id not in status:
            raise NotFound(AssetKind.AD_ACCOUNT.value, asset_id)
        name = found[asset_id].asset.name
        if status[asset_id] is not AdAccountStatus.APPROVED:
            raise AdAccountUnfitForAssets(name, status[asset_id])
        if kind is AssetKind.AUDIENCE and found[asset_id].access.relation is not AssetRelation.OWNER_BC:
            raise AudienceNeedsOwnAdAccount(name)
    return [found[asset_id].asset for asset_id in ids]


def _rows(doing: Doing, asset_id: str, ids: Sequence[str]) -> dict[str, AssetLink]:
    found: dict[str, AssetLink] = {}
    for some in batches(ids):
        rows = select(AssetLink).where(
            AssetLink.asset_id == asset_id,
            AssetLink.business_center_id == doing.center_id,
            col(AssetLink.ad_account_id).in_(some),
        )
        found |= {row.ad_account_id: row for row in doing.unit.session.exec(rows)}
    return found


def _tell(doing: Doing, asset: Asset, action: ActivityAction, accounts: Iterable[Asset]) -> None:
    names = sorted(account.name for account in accounts)
    if names:
        doing.record(asset, action, {"number": len(names), "ad_accounts": names[:NAMED]})


def _by_name(account: AssetAdAccount | AdAccountChoice) -> tuple[str, str]:
    return account.name.casefold(), account.id
