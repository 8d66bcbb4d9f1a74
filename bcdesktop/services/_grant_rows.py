"""Grants as the windows read them: who holds one asset, what one holder has, and what changed when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlmodel import Session, col, select

from bcdesktop.core.grants import ROLES_OF, AssetKind, Holder, HolderKind
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.core.roles import AssetRole, MemberStatus
from bcdesktop.services._batches import batches
from bcdesktop.services._holders import OPEN
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.people_records import GrantChangeRow, GrantRow
from bcdesktop.store.tables import (
    ActivityEntry,
    Asset,
    AssetAccess,
    GrantChange,
    Member,
    MemberAsset,
    MemberPartnerShare,
    MemberTikTokAccount,
    PartnerShare,
    Partnership,
    Person,
    TikTokAccountLink,
)


def own_grants(business_center_id: str) -> Any:
    """Return the statement for what members hold on own accounts."""
    columns: tuple[Any, ...] = (
        *_HOLDER,
        col(TikTokAccountLink.id).label("asset_id"),
        col(TikTokAccountLink.handle).label("asset_name"),
        TikTokAccountLink.display_name,
        MemberTikTokAccount.role,
        MemberTikTokAccount.given_at,
        MemberTikTokAccount.given_by,
        MemberTikTokAccount.ends_at,
    )
    return (
        select(*columns)
        .join(Person, col(Person.id) == col(Member.person_id))
        .join(MemberTikTokAccount, col(MemberTikTokAccount.member_id) == col(Member.id))
        .join(TikTokAccountLink, col(TikTokAccountLink.id) == col(MemberTikTokAccount.link_id))
        .where(
            col(Member.business_center_id) == business_center_id,
            col(TikTokAccountLink.business_center_id) == business_center_id,
            col(Member.status) == MemberStatus.BOUND,
        )
    )


def shared_grants(business_center_id: str) -> Any:
    """Return the statement for what members hold on accounts that partners share with their Business Center."""
    columns: tuple[Any, ...] = (
        *_HOLDER,
        col(PartnerShare.id).label("asset_id"),
        col(PartnerShare.handle).label("asset_name"),
        PartnerShare.display_name,
        MemberPartnerShare.role,
        MemberPartnerShare.given_at,
        MemberPartnerShare.given_by,
        MemberPartnerShare.ends_at,
        col(PartnerShare.role).label("limit"),
    )
    return (
        select(*columns)
        .join(Person, col(Person.id) == col(Member.person_id))
        .join(MemberPartnerShare, col(MemberPartnerShare.member_id) == col(Member.id))
        .join(PartnerShare, col(PartnerShare.id) == col(MemberPartnerShare.share_id))
        .join(Partnership, col(Partnership.id) == col(PartnerShare.partnership_id))
        .where(
            col(Member.business_center_id) == business_center_id,
            col(Partnership.partner_center_id) == business_center_id,
            col(Partnership.state) == PartnershipState.ACTIVE,
            col(Member.status) == MemberStatus.BOUND,
        )
    )


def partner_grants(business_center_id: str) -> Any:
    """Return the statement for what partners hold on own accounts."""
    columns: tuple[Any, ...] = (
        Partnership.id,
        Partnership.partner_name,
        Partnership.partner_center_id,
        Partnership.state,
        col(TikTokAccountLink.id).label("asset_id"),
        col(TikTokAccountLink.handle).label("asset_name"),
        TikTokAccountLink.display_name,
        PartnerShare.role,
        PartnerShare.shared_at,
        PartnerShare.shared_by,
        Partnership.ends_at,
    )
    return (
        select(*columns)
        .join(PartnerShare, col(PartnerShare.partnership_id) == col(Partnership.id))
        .join(TikTokAccountLink, col(TikTokAccountLink.id) == col(PartnerShare.link_id))
        .where(col(Partnership.owner_center_id) == business_center_id, col(Partnership.state).in_(OPEN))
    )


def reached_grants(business_center_id: str) -> Any:
    """Return the statement for what members hold on the ad accounts, catalogs, pixels and audiences reached."""
    columns: tuple[Any, ...] = (
        *_HOLDER,
        *_REACHED,
        MemberAsset.role,
        MemberAsset.given_at,
        MemberAsset.given_by,
        MemberAsset.ends_at,
        MemberAsset.hides_numbers,
        col(AssetAccess.role).label("limit"),
    )
    return (
        select(*columns)
        .join(Person, col(Person.id) == col(Member.person_id))
        .join(MemberAsset, col(MemberAsset.member_id) == col(Member.id))
        .join(Asset, col(Asset.id) == col(MemberAsset.asset_id))
        .join(AssetAccess, col(AssetAccess.asset_id) == col(Asset.id))
        .where(
            col(Member.business_center_id) == business_center_id,
            col(AssetAccess.business_center_id) == business_center_id,
            col(Member.status) == MemberStatus.BOUND,
        )
    )


def reached_by_partners(business_center_id: str) -> Any:
    """Return the statement for what partners hold on own ad accounts, catalogs, pixels and audiences."""
    columns: tuple[Any, ...] = (
        Partnership.id,
        Partnership.partner_name,
        Partnership.partner_center_id,
        Partnership.state,
        *_REACHED,
        AssetAccess.role,
        col(AssetAccess.since).label("shared_at"),
        col(AssetAccess.given_by).label("shared_by"),
        Partnership.ends_at,
    )
    return (
        select(*columns)
        .join(AssetAccess, col(AssetAccess.partnership_id) == col(Partnership.id))
        .join(Asset, col(Asset.id) == col(AssetAccess.asset_id))
        .where(col(Partnership.owner_center_id) == business_center_id, col(Partnership.state).in_(OPEN))
    )


_REACHED: tuple[Any, ...] = (
    col(Asset.kind).label("asset_kind"),
    col(Asset.id).label("asset_id"),
    col(Asset.name).label("asset_name"),
    col(Asset.number).label("display_name"),
)
_HOLDER: tuple[Any, ...] = (col(Member.id).label("member_id"), Person.name, Person.email)


def rows(session: Session, me: Member, *, asset_id: str | None = None, holder: Holder | None = None) -> list[GrantRow]:
    """Return the grants of one Business Center on one asset, or of one holder: partners first, then by name."""
    center = me.business_center_id
    link, share, asset = col(TikTokAccountLink.id), col(PartnerShare.id), col(Asset.id)
    found: list[GrantRow] = []
    if holder is None or holder.kind is HolderKind.PARTNER:
        for statement, column in ((partner_grants(center), link), (reached_by_partners(center), asset)):
            narrowed = _narrowed(statement, column, asset_id, col(Partnership.id), holder)
            found += [_partner_row(row) for row in session.execute(narrowed)]
    if holder is None or holder.kind is HolderKind.MEMBER:
        for statement, column, kind in (
            (own_grants(center), link, AssetKind.TIKTOK_ACCOUNT),
            (shared_grants(center), share, AssetKind.SHARED_TIKTOK_ACCOUNT),
            (reached_grants(center), asset, None),
        ):
            narrowed = _narrowed(statement, column, asset_id, col(Member.id), holder)
            found += [_member_row(row, kind, me.id) for row in session.execute(narrowed)]
    return sorted(found, key=_order)


def history(
    session: Session, business_center_id: str, asset_id: str | None, holder: Holder | None, limit: int
) -> list[GrantChangeRow]:
    """Return changes of grants, newest first."""
    changes = (
        select(GrantChange)
        .where(GrantChange.business_center_id == business_center_id)
        .order_by(col(GrantChange.seq).desc())
        .limit(limit)
    )
    if asset_id is not None:
        changes = changes.where(GrantChange.asset_id == asset_id)
    if holder is not None:
        changes = changes.where(GrantChange.holder_id == holder.id, GrantChange.holder_kind == holder.kind)
    rows = session.exec(changes).all()
    hidden = _about_numbers(session, business_center_id, rows)
    return [_change_row(row, hidden.get(row.activity_seq)) for row in rows]


def _about_numbers(session: Session, business_center_id: str, rows: Sequence[GrantChange]) -> dict[int, bool]:
    """Return for changes that left the role whether they hid numbers, by the entry of the log (A2-06)."""
    found: dict[int, bool] = {}
    for seqs in batches([row.activity_seq for row in rows if row.before == row.after]):
        entries = select(ActivityEntry.seq, ActivityEntry.action).where(
            ActivityEntry.chain == business_center_id, col(ActivityEntry.seq).in_(seqs)
        )
        found |= {seq: action == ActivityAction.NUMBERS_HIDDEN for seq, action in session.exec(entries)}
    return found


def _narrowed(statement: Any, asset: Any, asset_id: str | None, holder_column: Any, holder: Holder | None) -> Any:
    if asset_id is not None:
        statement = statement.where(asset == asset_id)
    return statement if holder is None else statement.where(holder_column == holder.id)


def _member_row(row: Any, kind: AssetKind | None, my_id: str) -> GrantRow:
    """Return the record; ``kind`` None stands for the asset's own."""
    return GrantRow(
        asset_kind=kind or row.asset_kind,
        asset_id=row.asset_id,
        asset_name=row.asset_name if kind is None else f"@{row.asset_name}",
        display_name=row.display_name,
        holder=Holder(HolderKind.MEMBER, row.member_id),
        holder_name=row.name,
        holder_detail=row.email,
        role=row.role,
        is_me=row.member_id == my_id,
        given_at=row.given_at,
        given_by=row.given_by or "",
        limit=AssetRole.OPERATOR if kind is AssetKind.TIKTOK_ACCOUNT else row.limit,
        hides_numbers=kind is None and row.hides_numbers,
        ends_at=row.ends_at,
    )


def _partner_row(row: Any) -> GrantRow:
    kind: AssetKind = getattr(row, "asset_kind", AssetKind.TIKTOK_ACCOUNT)
    is_tiktok = kind is AssetKind.TIKTOK_ACCOUNT
    return GrantRow(
        asset_kind=kind,
        asset_id=row.asset_id,
        asset_name=f"@{row.asset_name}" if is_tiktok else row.asset_name,
        display_name=row.display_name,
        holder=Holder(HolderKind.PARTNER, row.id),
        holder_name=row.partner_name or row.partner_center_id,
        holder_detail=row.partner_center_id,
        role=row.role,
        is_me=False,
        given_at=row.shared_at,
        given_by=row.shared_by,
        limit=ROLES_OF[kind][0],
        is_pending=row.state is PartnershipState.PENDING,
        ends_at=row.ends_at,
    )


def _change_row(row: GrantChange, hides_numbers: bool | None) -> GrantChangeRow:
    return GrantChangeRow(
        seq=row.seq or 0,
        at=row.at,
        by_name=row.by_name,
        asset_kind=row.asset_kind,
        asset_id=row.asset_id,
        asset_name=row.asset_name,
        holder=Holder(row.holder_kind, row.holder_id),
        holder_name=row.holder_name,
        before=None if row.before is None else AssetRole(row.before),
        after=None if row.after is None else AssetRole(row.after),
        hides_numbers=hides_numbers,
    )


def _order(row: GrantRow) -> tuple[bool, str, str, str]:
    return row.holder.kind is HolderKind.MEMBER, row.holder_name.casefold(), row.holder.id, row.asset_name
