"""What hangs on the link of a TikTok account, and on an account that is shared with a partner."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlmodel import Session, col, func, select

from bcdesktop.core.access_requests import Kind
from bcdesktop.core.ads import PauseReason
from bcdesktop.core.grants import AssetKind
from bcdesktop.services._batches import batches
from bcdesktop.services._ending import ads
from bcdesktop.services._ending.plan import EndedGrant, EndedLink, EndedShare, Plan, ReleasedClaim, RemovedApp
from bcdesktop.store.tables import (
    BusinessCenter,
    ConnectedApp,
    DirectoryAccount,
    Member,
    MemberPartnerShare,
    MemberTikTokAccount,
    PartnerShare,
    Partnership,
    Person,
    TikTokAccountLink,
)


def end_links(session: Session, plan: Plan, link_ids: Iterable[str]) -> None:
    """Add links with everything on them: people, partners and theirs, ad accounts, ads, the phone's entry, the claim.

    The caller has made sure that they are active.
    """
    columns: Any = (
        *(TikTokAccountLink.id, TikTokAccountLink.business_center_id, BusinessCenter.name),
        *(TikTokAccountLink.account_id, TikTokAccountLink.handle, TikTokAccountLink.request_id),
    )
    for some in batches(tuple(link_ids)):
        rows = (
            select(*columns)
            .join(BusinessCenter, col(BusinessCenter.id) == col(TikTokAccountLink.business_center_id))
            .where(col(TikTokAccountLink.id).in_(some))
        )
        plan.links |= {row[0]: EndedLink(*row) for row in session.execute(rows)}
        _add_grants(session, plan, AssetKind.TIKTOK_ACCOUNT, col(MemberTikTokAccount.link_id).in_(some))
        _add_apps(session, plan, some)
        _add_claims(session, plan, some)
        shared = select(PartnerShare.id).where(col(PartnerShare.link_id).in_(some))
        end_shares(session, plan, session.exec(shared).all(), PauseReason.LINK_ENDED)
        ads.of_links(session, plan, some, PauseReason.LINK_ENDED)


def end_shares(
    session: Session, plan: Plan, share_ids: Iterable[str], reason: PauseReason = PauseReason.SHARE_ENDED
) -> None:
    """Add accounts that are shared no longer, with what the partner's people and ad accounts lose by it."""
    partner = func.coalesce(func.nullif(col(Partnership.partner_name), ""), col(Partnership.partner_center_id))
    columns: Any = (
        *(PartnerShare.id, PartnerShare.partnership_id, PartnerShare.link_id, PartnerShare.handle, PartnerShare.role),
        *(Partnership.owner_center_id, Partnership.partner_center_id, partner),
    )
    for some in batches(tuple(share_ids)):
        rows = (
            select(*columns)
            .join(Partnership, col(Partnership.id) == col(PartnerShare.partnership_id))
            .where(col(PartnerShare.id).in_(some))
        )
        plan.shares |= {row[0]: EndedShare(*row) for row in session.execute(rows)}
        _add_grants(session, plan, AssetKind.SHARED_TIKTOK_ACCOUNT, col(MemberPartnerShare.share_id).in_(some))
        ads.of_shares(session, plan, some, reason)


def _add_grants(session: Session, plan: Plan, kind: AssetKind, where: Any) -> None:
    plan.grants |= {row.id: row for row in grants_of(session, kind, where)}


def grants_of(session: Session, kind: AssetKind, where: Any) -> Iterable[EndedGrant]:
    """Return members' grants on TikTok accounts, own or shared ones."""
    is_own = kind is AssetKind.TIKTOK_ACCOUNT
    table: Any = MemberTikTokAccount if is_own else MemberPartnerShare
    asset: Any = TikTokAccountLink if is_own else PartnerShare
    ref = table.link_id if is_own else table.share_id
    columns: Any = (table.id, ref, asset.handle, Member.business_center_id, Member.id, Person.name, table.role)
    rows = (
        select(*columns)
        .select_from(table)
        .join(asset, asset.id == ref)
        .join(Member, col(Member.id) == table.member_id)
        .join(Person, col(Person.id) == col(Member.person_id))
        .where(where)
    )
    for id_, ref_id, handle, *holder in session.execute(rows):
        yield EndedGrant(id_, kind, ref_id, f"@{handle}", *holder)


def _add_apps(session: Session, plan: Plan, link_ids: Iterable[str]) -> None:
    same = (col(ConnectedApp.account_id) == col(TikTokAccountLink.account_id)) & (
        col(ConnectedApp.business_center_id) == col(TikTokAccountLink.business_center_id)
    )
    columns: Any = (ConnectedApp.id, ConnectedApp.name, ConnectedApp.account_id, TikTokAccountLink.handle)
    rows = (
        select(*columns)
        .join(TikTokAccountLink, same)
        .where(col(TikTokAccountLink.id).in_(link_ids), col(ConnectedApp.removed_at).is_(None))
    )
    plan.apps |= {row[0]: RemovedApp(*row) for row in session.execute(rows)}


def _add_claims(session: Session, plan: Plan, link_ids: Iterable[str]) -> None:
    same = (col(DirectoryAccount.id) == col(TikTokAccountLink.account_id)) & (
        col(DirectoryAccount.claimed_by) == col(TikTokAccountLink.business_center_id)
    )
    columns: Any = (DirectoryAccount.id, DirectoryAccount.handle, BusinessCenter.name)
    rows = (
        select(*columns)
        .join(TikTokAccountLink, same)
        .join(BusinessCenter, col(BusinessCenter.id) == col(TikTokAccountLink.business_center_id))
        .where(col(TikTokAccountLink.id).in_(link_ids), col(TikTokAccountLink.kind) == Kind.CLAIM)
    )
    plan.claims |= {row[0]: ReleasedClaim(*row) for row in session.execute(rows)}
