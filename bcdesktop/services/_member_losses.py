"""Everything a person loses with a membership, told before anybody confirms (decisions.md, Removing a member)."""

from __future__ import annotations

from sqlmodel import Session, col, func, select

from bcdesktop.core.roles import AssetRole, MemberStatus
from bcdesktop.services.people_records import Losses
from bcdesktop.store.tables import (
    Asset,
    KeptSession,
    Member,
    MemberAsset,
    MemberPartnerShare,
    MemberTikTokAccount,
    PartnerShare,
    Person,
    TikTokAccountLink,
)


def losses_of(session: Session, member: Member, viewer_id: str) -> Losses:
    """Return what ``member`` has; ``viewer_id`` is the person who looks."""
    sessions = select(func.count(col(KeptSession.id))).where(
        KeptSession.person_id == member.person_id,
        KeptSession.business_center_id == member.business_center_id,
        col(KeptSession.ended_at).is_(None),
    )
    others = select(func.count(col(Member.id))).where(
        Member.person_id == member.person_id, Member.status == MemberStatus.BOUND, Member.id != member.id
    )
    return Losses(
        member_id=member.id,
        name=session.get_one(Person, member.person_id).name,
        is_me=member.person_id == viewer_id,
        role=member.role,
        finance_role=member.finance_role,
        accounts=_accounts(session, member),
        sessions=session.exec(sessions).one(),
        other_centers=session.exec(others).one(),
    )


def _accounts(session: Session, member: Member) -> tuple[tuple[str, AssetRole], ...]:
    own = (
        select(TikTokAccountLink.handle, MemberTikTokAccount.role)
        .join(MemberTikTokAccount, col(MemberTikTokAccount.link_id) == col(TikTokAccountLink.id))
        .where(MemberTikTokAccount.member_id == member.id)
    )
    shared = (
        select(PartnerShare.handle, MemberPartnerShare.role)
        .join(MemberPartnerShare, col(MemberPartnerShare.share_id) == col(PartnerShare.id))
        .where(MemberPartnerShare.member_id == member.id)
    )
    reached = (
        select(Asset.name, MemberAsset.role)
        .join(MemberAsset, col(MemberAsset.asset_id) == col(Asset.id))
        .where(MemberAsset.member_id == member.id)
        .order_by(col(Asset.kind), func.lower(col(Asset.name)), col(Asset.id))
    )
    found = [*session.exec(own), *session.exec(shared)]
    return (*sorted((f"@{handle}", role) for handle, role in found), *session.exec(reached))
