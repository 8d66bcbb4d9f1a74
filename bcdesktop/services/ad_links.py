"""TikTok accounts and ad accounts of one Business Center, linked many to many (domain.md 1.6, 2.4.2, 7.12)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session, col, select

from bcdesktop.core.errors import NotFound
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.policy import Action, may
from bcdesktop.services import _ad_linking, _commands, _reached
from bcdesktop.services._assets import find_one
from bcdesktop.services.ad_records import AdLinkRow, RunningAd
from bcdesktop.services.context import Context
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import (
    AdLink,
    Asset,
    Member,
    MemberAsset,
    MemberPartnerShare,
    MemberTikTokAccount,
    PartnerShare,
    TikTokAccountLink,
)


def link(context: Context, actor: Actor, asset_id: str, accounts: Sequence[tuple[AssetKind, str]], key: str) -> int:
    """Link TikTok accounts, own ones and received ones, to an ad account; return how many are newly linked.

    A pair that is linked already counts for nothing. Raises NotAllowed, NotFound, NotInSameBusinessCenter,
    LinkNotActive, ShareForNumbersOnly, LinkToClosedAdAccount (A1-16 to A1-18, A1-28).
    """
    return _commands.run(
        context,
        actor,
        Action.LINK_AD_ACCOUNT,
        lambda unit: _ad_linking.link(unit, actor, (asset_id,), accounts),
        key=key,
    )


def link_account(context: Context, actor: Actor, kind: AssetKind, ref: str, asset_ids: Sequence[str], key: str) -> int:
    """Link one TikTok account to several ad accounts; as ``link`` (A3-34)."""
    return _commands.run(
        context,
        actor,
        Action.LINK_AD_ACCOUNT,
        lambda unit: _ad_linking.link(unit, actor, asset_ids, ((kind, ref),)),
        key=key,
    )


def unlink(context: Context, actor: Actor, ad_link_ids: Sequence[str]) -> int:
    """Unlink pairs and pause the ads that run on them; return how many were linked still. Raises NotAllowed."""
    return _commands.run(
        context, actor, Action.LINK_AD_ACCOUNT, lambda unit: _ad_linking.unlink(unit, actor, ad_link_ids)
    )


def running_ads(context: Context, actor: Actor, ad_link_ids: Sequence[str]) -> tuple[RunningAd, ...]:
    """Return the ads that ``unlink`` would pause, by name. Raises NotAllowed."""
    with _commands.reading(context, actor, Action.LINK_AD_ACCOUNT) as session:
        return tuple(_ad_linking.running(session, actor.business_center_id, ad_link_ids))


def of_ad_account(context: Context, actor: Actor, asset_id: str) -> tuple[AdLinkRow, ...]:
    """Return the TikTok accounts linked to an ad account, by handle.

    Raises NotAllowed; NotFound also for a Standard member to whom the ad account was not given.
    """
    with context.store.read() as session:
        member = _commands.require(session, actor, Action.SEE_READINESS, assigned=True)
        _reached.find_one(session, actor.business_center_id, asset_id, AssetKind.AD_ACCOUNT)
        _require_seen(session, member, AssetKind.AD_ACCOUNT, asset_id)
        return _rows(session, actor, col(AdLink.asset_id) == asset_id)


def of_account(context: Context, actor: Actor, kind: AssetKind, ref: str) -> tuple[AdLinkRow, ...]:
    """Return the ad accounts a TikTok account is linked to, by handle and name of the ad account.

    Raises NotAllowed; NotFound also for a Standard member to whom the account was not given.
    """
    with context.store.read() as session:
        member = _commands.require(session, actor, Action.SEE_READINESS, assigned=True)
        find_one(session, actor.business_center_id, ref, context.clock.now())
        _require_seen(session, member, kind, ref)
        is_own = kind is AssetKind.TIKTOK_ACCOUNT
        return _rows(session, actor, (col(AdLink.link_id) if is_own else col(AdLink.share_id)) == ref)


_GIVEN: dict[AssetKind, Any] = {
    AssetKind.TIKTOK_ACCOUNT: MemberTikTokAccount.link_id,
    AssetKind.SHARED_TIKTOK_ACCOUNT: MemberPartnerShare.share_id,
    AssetKind.AD_ACCOUNT: MemberAsset.asset_id,
}


def _require_seen(session: Session, member: Member, kind: AssetKind, ref: str) -> None:
    given = _GIVEN[kind]
    held = select(given).where(given == ref, given.class_.member_id == member.id)
    if not may(Action.SEE_READINESS, member.role, assigned=session.exec(held).first() is not None):
        raise NotFound(kind.value, ref)


def _rows(session: Session, actor: Actor, which: Any) -> tuple[AdLinkRow, ...]:
    columns: tuple[Any, ...] = (
        *(AdLink.id, AdLink.asset_id, Asset.number, Asset.name, AdLink.link_id, AdLink.share_id),
        *(col(TikTokAccountLink.handle).label("own_handle"), col(TikTokAccountLink.display_name).label("own_name")),
        *(PartnerShare.handle, PartnerShare.display_name, AdLink.linked_at, AdLink.linked_by),
    )
    rows = (
        select(*columns)
        .join(Asset, col(Asset.id) == col(AdLink.asset_id))
        .outerjoin(TikTokAccountLink, col(TikTokAccountLink.id) == col(AdLink.link_id))
        .outerjoin(PartnerShare, col(PartnerShare.id) == col(AdLink.share_id))
        .where(col(AdLink.business_center_id) == actor.business_center_id, which)
    )
    return tuple(sorted((_row(row) for row in session.execute(rows)), key=_by_name))


def _row(row: Any) -> AdLinkRow:
    is_own = row.link_id is not None
    return AdLinkRow(
        id=row.id,
        asset_id=row.asset_id,
        number=row.number,
        ad_account_name=row.name,
        account_kind=AssetKind.TIKTOK_ACCOUNT if is_own else AssetKind.SHARED_TIKTOK_ACCOUNT,
        account_ref=row.link_id or row.share_id,
        handle=row.own_handle if is_own else row.handle,
        display_name=row.own_name if is_own else row.display_name,
        linked_at=row.linked_at,
        linked_by=row.linked_by,
    )


def _by_name(row: AdLinkRow) -> tuple[str, str, str]:
    return row.handle, row.ad_account_name.casefold(), row.id
