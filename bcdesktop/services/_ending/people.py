"""What hangs on a membership and on a partnership."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session, col, select

from bcdesktop.core.admin_requests import AdminRequestState
from bcdesktop.core.grants import AssetKind
from bcdesktop.services._ending import accounts, open_matters, reaches
from bcdesktop.services._ending.plan import EndedMember, EndedPartnership, EndedSession, Plan, Withdrawn
from bcdesktop.store.tables import (
    AdminRequest,
    AssetAccess,
    BusinessCenter,
    KeptSession,
    Member,
    MemberAsset,
    MemberPartnerShare,
    MemberTikTokAccount,
    PartnerShare,
    Partnership,
    Person,
)


def end_member(session: Session, plan: Plan, member_id: str) -> None:
    """Add a membership with every grant, what the person still asks for, and the computers they are signed in on.

    What they linked and made stays with the Business Center (A2-04).
    """
    columns: Any = (Member.id, Member.person_id, Person.name, Member.business_center_id, BusinessCenter.name)
    rows = (
        select(*columns)
        .join(Person, col(Person.id) == col(Member.person_id))
        .join(BusinessCenter, col(BusinessCenter.id) == col(Member.business_center_id))
        .where(col(Member.id) == member_id)
    )
    member = EndedMember(*session.execute(rows).one())
    plan.members[member.id] = member
    add_grants(session, plan, member_id)
    _add_sessions(session, plan, member)
    _add_admin_requests(session, plan, member)
    open_matters.asked_by(session, plan, member)


def add_grants(session: Session, plan: Plan, member_id: str) -> None:
    """Add everything a member was given."""
    own, shared = AssetKind.TIKTOK_ACCOUNT, AssetKind.SHARED_TIKTOK_ACCOUNT
    for row in (
        *accounts.grants_of(session, own, col(MemberTikTokAccount.member_id) == member_id),
        *accounts.grants_of(session, shared, col(MemberPartnerShare.member_id) == member_id),
        *reaches.grants_of(session, col(MemberAsset.member_id) == member_id),
    ):
        plan.grants[row.id] = row


def end_partnership(session: Session, plan: Plan, row: Partnership, center_id: str) -> None:
    """Add a partnership that ``center_id`` ends, with everything it shares."""
    gives = row.owner_center_id == center_id
    other = row.partner_name or row.partner_center_id if gives else row.owner_name
    plan.partnerships[row.id] = EndedPartnership(row.id, other, gives, row.sequence)
    add_shares(session, plan, row.id)


def add_shares(session: Session, plan: Plan, partnership_id: str) -> None:
    """Add everything a partnership shares."""
    shared = select(PartnerShare.id).where(col(PartnerShare.partnership_id) == partnership_id)
    accounts.end_shares(session, plan, session.exec(shared).all())
    reached = select(AssetAccess.id).where(col(AssetAccess.partnership_id) == partnership_id)
    reaches.end_reaches(session, plan, session.exec(reached).all())


def _add_sessions(session: Session, plan: Plan, member: EndedMember) -> None:
    columns: Any = (KeptSession.id, KeptSession.computer_name)
    rows = select(*columns).where(
        col(KeptSession.person_id) == member.person_id,
        col(KeptSession.business_center_id) == member.center_id,
        col(KeptSession.ended_at).is_(None),
    )
    plan.sessions |= {id_: EndedSession(id_, computer, member.name) for id_, computer in session.execute(rows)}


def _add_admin_requests(session: Session, plan: Plan, member: EndedMember) -> None:
    columns: Any = (AdminRequest.id, AdminRequest.object_name, AdminRequest.text)
    rows = select(*columns).where(
        col(AdminRequest.business_center_id) == member.center_id,
        col(AdminRequest.person_id) == member.person_id,
        col(AdminRequest.state) == AdminRequestState.OPEN,
    )
    plan.admin_requests |= {
        id_: Withdrawn(id_, member.center_id, name or text, member.name) for id_, name, text in session.execute(rows)
    }
