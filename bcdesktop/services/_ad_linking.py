"""Linking and unlinking inside one unit of work: what may be linked, the rows, and the entries on both sides."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from itertools import product
from typing import Any

from sqlmodel import Session, col, select

from bcdesktop.core.ad_accounts import AdAccountStatus
from bcdesktop.core.ads import AdStatus
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import NotFound
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import _ad_log, _assets, _commands, _pausing, _reached
from bcdesktop.services._assets import FoundAsset
from bcdesktop.services._batches import batches
from bcdesktop.services._ending import ads, telling
from bcdesktop.services._ending.carrying import carry_out
from bcdesktop.services._ending.plan import Plan
from bcdesktop.services._ending.telling import note_account
from bcdesktop.services._grants import GrantBook
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.ad_link_errors import LinkToClosedAdAccount, NotInSameBusinessCenter, ShareForNumbersOnly
from bcdesktop.services.ad_records import RunningAd
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import Ad, AdAccount, AdLink, Asset, PartnerShare, TikTokAccountLink
from bcdesktop.store.unit_of_work import UnitOfWork

Account = tuple[AssetKind, str]
"""The kind and the id of an own link or a received share."""


def link(unit: UnitOfWork, actor: Actor, asset_ids: Sequence[str], accounts: Sequence[Account]) -> int:
    """Link every account to every ad account; return how many pairs are new. Raises as ``ad_links.link``."""
    ad_accounts = _ad_accounts(unit.session, actor.business_center_id, asset_ids)
    found = _accounts(unit, actor.business_center_id, accounts)
    present = _present(unit.session, asset_ids)
    new = [
        (asset, account)
        for asset, account in product(ad_accounts, found)
        if (asset.id, account.asset.id) not in present
    ]
    with unit.many():
        for asset, account in new:
            is_own = account.asset.kind is AssetKind.TIKTOK_ACCOUNT
            unit.session.add(
                AdLink(
                    id=secrets.token_hex(16),
                    business_center_id=actor.business_center_id,
                    asset_id=asset.id,
                    link_id=account.asset.id if is_own else None,
                    share_id=None if is_own else account.asset.id,
                    linked_at=unit.now,
                    linked_by=actor.name,
                )
            )
    _note(unit, actor, [(a, f.asset.id, f.asset.name) for a, f in new])
    return len(new)


def unlink(unit: UnitOfWork, actor: Actor, ad_link_ids: Sequence[str]) -> int:
    """Unlink pairs and pause what runs on them; those that are gone already count for nothing."""
    found = rows_of(unit.session, actor.business_center_id, ad_link_ids)
    book, plan = GrantBook(unit, _commands.entry_actor(actor)), Plan(unit.now)
    ads.unlink(unit.session, plan, [row.id for row, _asset, _name in found])
    carry_out(unit, book, plan)
    telling.note_ad_accounts(unit, book.actor, plan.ad_links.values())
    return len(found)


def rows_of(session: Session, center_id: str, ad_link_ids: Sequence[str]) -> list[tuple[AdLink, Asset, str]]:
    """Return the pairs of a Business Center with these ids: the row, the ad account and the account's name."""
    found: list[tuple[AdLink, Asset, str]] = []
    for some in batches(ad_link_ids):
        rows = (
            select(AdLink, Asset, TikTokAccountLink.handle, PartnerShare.handle)
            .join(Asset, col(Asset.id) == col(AdLink.asset_id))
            .outerjoin(TikTokAccountLink, col(TikTokAccountLink.id) == col(AdLink.link_id))
            .outerjoin(PartnerShare, col(PartnerShare.id) == col(AdLink.share_id))
            .where(AdLink.business_center_id == center_id, col(AdLink.id).in_(some))
        )
        found += [(row, asset, f"@{own or shared}") for row, asset, own, shared in session.exec(rows).all()]
    return found


def running(session: Session, center_id: str, ad_link_ids: Sequence[str]) -> list[RunningAd]:
    """Return the ads that ``unlink`` would pause, by name."""
    found: list[RunningAd] = []
    for some in batches(ad_link_ids):
        ours = select(AdLink.id).where(AdLink.business_center_id == center_id, col(AdLink.id).in_(some))
        columns: tuple[Any, ...] = (Ad.name, col(Asset.name).label("ad_account_name"))
        rows = (
            select(*columns)
            .join(Asset, col(Asset.id) == col(Ad.asset_id))
            .where(col(Ad.status) == AdStatus.ACTIVE, _pausing.on_pairs(session.exec(ours).all()))
        )
        found += [RunningAd(row.name, row.ad_account_name) for row in session.execute(rows)]
    return sorted(found, key=lambda ad: (ad.name.casefold(), ad.ad_account_name))


def _ad_accounts(session: Session, center_id: str, asset_ids: Sequence[str]) -> list[Asset]:
    """Return the ad accounts. Raises NotInSameBusinessCenter, NotFound, LinkToClosedAdAccount."""
    reached = _reached.find(session, center_id, asset_ids)
    found = []
    for asset_id in dict.fromkeys(asset_ids):
        if asset_id not in reached:
            if session.get(Asset, asset_id) is not None:
                raise NotInSameBusinessCenter
            raise NotFound(AssetKind.AD_ACCOUNT.value, asset_id)
        asset = reached[asset_id].asset
        if asset.kind is not AssetKind.AD_ACCOUNT:
            raise NotFound(AssetKind.AD_ACCOUNT.value, asset_id)
        found.append(asset)
    for some in batches([asset.id for asset in found]):
        closed = select(AdAccount.asset_id).where(
            col(AdAccount.asset_id).in_(some), AdAccount.status == AdAccountStatus.CLOSED
        )
        over = set(session.exec(closed))
        for asset in found:
            if asset.id in over or asset.ended_at is not None:
                raise LinkToClosedAdAccount(asset.name)
    return found


def _accounts(unit: UnitOfWork, center_id: str, accounts: Iterable[Account]) -> list[FoundAsset]:
    """Return the accounts, fit for ads.

    Raises NotInSameBusinessCenter, NotFound, LinkNotActive, ShareForNumbersOnly.
    """
    wanted = dict.fromkeys(accounts)
    try:
        found = _assets.find(unit.session, center_id, [ref for _kind, ref in wanted], unit.now)
    except NotFound:
        if any(_is_elsewhere(unit.session, kind, ref, center_id) for kind, ref in wanted):
            raise NotInSameBusinessCenter from None
        raise
    for kind, ref in wanted:
        account = found[ref]
        if account.asset.kind is not kind or kind not in (AssetKind.TIKTOK_ACCOUNT, AssetKind.SHARED_TIKTOK_ACCOUNT):
            raise NotFound(kind.value, ref)
        account.require_active()
        if account.limit is not AssetRole.OPERATOR:
            raise ShareForNumbersOnly(account.asset.name, account.owner_name or "")
    return [found[ref] for _kind, ref in wanted]


def _is_elsewhere(session: Session, kind: AssetKind, ref: str, center_id: str) -> bool:
    if kind is AssetKind.TIKTOK_ACCOUNT:
        row = session.get(TikTokAccountLink, ref)
        return row is not None and row.business_center_id != center_id
    return session.get(PartnerShare, ref) is not None


def _present(session: Session, asset_ids: Sequence[str]) -> set[tuple[str, str]]:
    found: set[tuple[str, str]] = set()
    for some in batches(asset_ids):
        rows = select(AdLink.asset_id, AdLink.link_id, AdLink.share_id).where(col(AdLink.asset_id).in_(some))
        found |= {(asset_id, link_id or share_id or "") for asset_id, link_id, share_id in session.exec(rows)}
    return found


def _note(unit: UnitOfWork, actor: Actor, pairs: Sequence[tuple[Asset, str, str]]) -> None:
    """Write one entry for each TikTok account and each ad account, with the names of the other side."""
    entry_actor, center_id = _commands.entry_actor(actor), actor.business_center_id
    action = ActivityAction.AD_ACCOUNT_LINKED
    by_account: dict[tuple[str, str], list[str]] = {}
    by_asset: dict[str, tuple[Asset, list[str]]] = {}
    for asset, account_ref, name in pairs:
        by_account.setdefault((account_ref, name), []).append(asset.name)
        by_asset.setdefault(asset.id, (asset, []))[1].append(name)
        unit.changed(ChangeKind.AD_LINK, account_ref, asset.id)
    with unit.many():
        for account, ad_accounts in by_account.items():
            note_account(unit, center_id, entry_actor, action, account, ad_accounts)
        for asset, names in by_asset.values():
            body = {"accounts": names[: telling.NAMED], "number": len(names)}
            _ad_log.record(unit, asset, entry_actor, action, body, also_in=center_id)
