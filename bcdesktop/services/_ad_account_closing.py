"""Closing an ad account: what stands in the way, what ends with it, and the end itself (domain.md 7.15)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, col, func, select, update

from bcdesktop.core.ad_accounts import (
    AdAccountRequestKind,
    AdAccountRequestState,
    AdAccountStatus,
    AssetRelation,
    CloseProblem,
)
from bcdesktop.core.ads import AdStatus, PauseReason
from bcdesktop.core.limits import Limits
from bcdesktop.core.roles import AssetRole, MemberStatus
from bcdesktop.services import _ad_account_granting, _ad_log, _reached, _shares
from bcdesktop.services._grants import GrantBook
from bcdesktop.services._pausing import running
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.ad_account_errors import AdAccountCannotClose
from bcdesktop.services.ad_account_records import Closing
from bcdesktop.store.activity import EntryActor
from bcdesktop.store.tables import (
    Ad,
    AdAccount,
    AdAccountRequest,
    AdLink,
    Asset,
    AssetAccess,
    AssetLink,
    BusinessCenter,
    Campaign,
    Member,
    MemberAsset,
    PartnerShare,
    Partnership,
    Person,
    TikTokAccountLink,
)
from bcdesktop.store.unit_of_work import UnitOfWork


def problems(session: Session, limits: Limits, asset: Asset, now: datetime) -> tuple[CloseProblem, ...]:
    """Return what forbids closing now. Bills are not kept here: the person says that none is open."""
    found = []
    quiet_since = now - timedelta(days=limits.days_without_delivery_before_closing)
    runs = (col(Ad.status) == AdStatus.ACTIVE) & (col(Campaign.status) == AdStatus.ACTIVE)
    delivering = (
        select(func.count(col(Ad.id)))
        .join(Campaign, col(Campaign.id) == col(Ad.campaign_id))
        .where(Ad.asset_id == asset.id, runs | (col(Ad.last_active_at) > quiet_since))
    )
    if session.exec(delivering).one():
        found.append(CloseProblem.DELIVERING)
    if session.get_one(AdAccount, asset.id).status is AdAccountStatus.SUSPENDED:
        found.append(CloseProblem.SUSPENDED)
    transfers = select(func.count(col(AdAccountRequest.id))).where(
        AdAccountRequest.asset_id == asset.id,
        AdAccountRequest.kind == AdAccountRequestKind.TRANSFER,
        AdAccountRequest.state == AdAccountRequestState.PENDING,
        AdAccountRequest.expires_at >= now,
    )
    if session.exec(transfers).one():
        found.append(CloseProblem.UNFINISHED_TRANSFER)
    return tuple(found)


def look(session: Session, limits: Limits, asset: Asset, now: datetime) -> Closing:
    """Return what forbids closing, and what ends with it."""
    handles: Any = (
        select(func.coalesce(col(TikTokAccountLink.handle), col(PartnerShare.handle)))
        .select_from(AdLink)
        .outerjoin(TikTokAccountLink, col(TikTokAccountLink.id) == col(AdLink.link_id))
        .outerjoin(PartnerShare, col(PartnerShare.id) == col(AdLink.share_id))
        .where(AdLink.asset_id == asset.id)
    )
    members = (
        select(Person.name)
        .join(Member, col(Member.person_id) == col(Person.id))
        .join(MemberAsset, col(MemberAsset.member_id) == col(Member.id))
        .where(
            MemberAsset.asset_id == asset.id,
            Member.business_center_id == asset.owner_center_id,
            Member.status == MemberStatus.BOUND,
        )
        .order_by(col(Person.name))
    )
    centers = (
        select(BusinessCenter.name)
        .join(AssetAccess, col(AssetAccess.business_center_id) == col(BusinessCenter.id))
        .where(AssetAccess.asset_id == asset.id, AssetAccess.business_center_id != asset.owner_center_id)
        .order_by(col(BusinessCenter.name))
    )
    assets = (
        select(Asset.name)
        .join(AssetLink, col(AssetLink.asset_id) == col(Asset.id))
        .where(AssetLink.ad_account_id == asset.id, col(AssetLink.unlinked_at).is_(None))
        .order_by(col(Asset.name))
    )
    return Closing(
        problems(session, limits, asset, now),
        tuple(row.name for row in session.execute(running(col(Ad.asset_id) == asset.id))),
        tuple(session.exec(members)),
        tuple(session.exec(centers)),
        tuple(sorted({f"@{handle}" for (handle,) in session.execute(handles)})),
        tuple(session.exec(assets)),
    )


def close(unit: UnitOfWork, limits: Limits, by: EntryActor, owned: _reached.Reached) -> None:
    """Close an ad account for good: everybody loses it, links go. Raises AdAccountCannotClose.

    It stays in its owner's list, where nobody has a role on it any more.
    """
    asset, access = owned.asset, owned.access
    found = problems(unit.session, limits, asset, unit.now)
    if found:
        raise AdAccountCannotClose(asset.name, found)
    book = GrantBook(unit, by)
    center_id, since = access.business_center_id, access.since
    for other in _others(unit.session, asset, center_id):
        leave(unit, book, _reached.Reached(asset, other), PauseReason.AD_ACCOUNT_CLOSED)
    _reached.end(unit, book, owned, PauseReason.AD_ACCOUNT_CLOSED)
    unit.session.flush()
    book.close()
    kept = _reached.reach(unit, asset, center_id, AssetRelation.OWNER_BC, AssetRole.ADMIN, by.name)
    kept.since = since
    _ad_account_granting.decline_all(unit, by, asset)
    asset.ended_at, asset.ended_by = unit.now, by.name
    unit.session.add(asset)
    unit.session.execute(
        update(AdAccount).where(col(AdAccount.asset_id) == asset.id).values(status=AdAccountStatus.CLOSED)
    )
    _ad_log.record(unit, asset, by, ActivityAction.AD_ACCOUNT_CLOSED)


def leave(
    unit: UnitOfWork,
    book: GrantBook,
    reached: _reached.Reached,
    reason: PauseReason = PauseReason.ACCESS_ENDED,
) -> None:
    """Let a Business Center that does not own an ad account reach it no longer; a partner's share ends with it."""
    partnership_id = reached.access.partnership_id
    if partnership_id is None:
        _reached.end(unit, book, reached, reason)
        return
    partnership = unit.session.get_one(Partnership, partnership_id)
    _shares.set_reached(unit, book, partnership, reached.asset, None)


def _others(session: Session, asset: Asset, center_id: str) -> list[AssetAccess]:
    rows = select(AssetAccess).where(AssetAccess.asset_id == asset.id, col(AssetAccess.business_center_id) != center_id)
    return list(session.exec(rows))
