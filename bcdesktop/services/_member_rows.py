"""The list of members and invitations as records: columns instead of whole rows, so that 4,000 of them are quick."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Executable, or_, select
from sqlmodel import Session, col, func

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.domains import domain_allowed
from bcdesktop.core.invitations import InvitationState
from bcdesktop.core.limits import Limits
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.core.roles import BusinessCenterRole, MemberStatus
from bcdesktop.services.people_records import MemberRow, Members
from bcdesktop.store.tables import (
    BusinessCenter,
    Invitation,
    Member,
    MemberAsset,
    MemberPartnerShare,
    MemberTikTokAccount,
    PartnerShare,
    Partnership,
    Person,
    TikTokAccountLink,
)


def members_record(session: Session, center: BusinessCenter, person_id: str, now: datetime, limits: Limits) -> Members:
    """Return the whole list as ``person_id`` sees it: members by name, then invitations, then who left."""
    members = list(_members(session, center.id, person_id, now))
    present = {row.email.lower() for row in members if row.status is MemberStatus.BOUND}
    invited = list(_invitations(session, center.id, now, present))
    bound = [row for row in members if row.status is MemberStatus.BOUND]
    admins = sum(row.role is BusinessCenterRole.ADMIN for row in bound)
    return Members(
        rows=(*bound, *invited, *(row for row in members if row.status is not MemberStatus.BOUND)),
        admins=admins,
        standard_members=len(bound) - admins,
        maximum_admins=limits.admins_per_business_center,
        maximum_standard_members=limits.standard_members_per_business_center,
        allowed_domains=tuple(center.allowed_domains),
        outside_domains=_outside(center, bound),
    )


def member_row(session: Session, center_id: str, member_id: str, person_id: str, now: datetime) -> MemberRow | None:
    """Return one row, a member's or an invitation's, None where there is none; accepted and withdrawn ones are none."""
    found = [
        *_members(session, center_id, person_id, now, member_id),
        *_invitations(session, center_id, now, set(), member_id),
    ]
    return found[0] if found else None


def is_address_allowed(center: BusinessCenter, address: str, role: BusinessCenterRole) -> bool:
    """Tell whether the domain rule takes ``address`` for somebody in ``role`` (domain.md 1.1.7, 6.1.10)."""
    bound = center.domains_for.binds(role) and bool(center.allowed_domains)
    return not bound or domain_allowed(address, center.allowed_domains)


def _outside(center: BusinessCenter, rows: Iterable[MemberRow]) -> tuple[str, ...]:
    taken: dict[tuple[str, BusinessCenterRole], bool] = {}
    outside = []
    for row in rows:
        key = (row.email.rpartition("@")[2], row.role)
        if key not in taken:
            taken[key] = is_address_allowed(center, row.email, row.role)
        if not taken[key]:
            outside.append(row.email)
    return tuple(outside)


def _account_counts(session: Session, center_id: str, now: datetime, only: str | None) -> dict[str, int]:
    """Count by member what is there now: own TikTok accounts, those a partner shares, and every other asset."""
    link, share, held = TikTokAccountLink, MemberPartnerShare, MemberAsset
    own = select(col(MemberTikTokAccount.member_id), func.count()).group_by(col(MemberTikTokAccount.member_id))
    # nearly always none: counting all and taking these off is quicker than looking at the link of every grant
    ended = own.join(link, col(link.id) == col(MemberTikTokAccount.link_id)).where(
        col(link.business_center_id) == center_id,
        or_(col(link.state) != LinkState.ACTIVE, col(link.ends_at) <= now),
    )
    shared = (
        select(col(share.member_id), func.count())
        .join(PartnerShare, col(PartnerShare.id) == col(share.share_id))
        .join(Partnership, col(Partnership.id) == col(PartnerShare.partnership_id))
        .where(col(Partnership.partner_center_id) == center_id, col(Partnership.state) == PartnershipState.ACTIVE)
        .group_by(col(share.member_id))
    )
    # whoever leaves, and whatever ends, takes its rows along
    reached = select(col(held.member_id), func.count()).group_by(col(held.member_id))
    if only is not None:
        own = own.where(col(MemberTikTokAccount.member_id) == only)
        ended = ended.where(col(MemberTikTokAccount.member_id) == only)
        shared = shared.where(col(share.member_id) == only)
        reached = reached.where(col(held.member_id) == only)
    counts: dict[str, int] = {}
    for statement, sign in ((own, 1), (ended, -1), (shared, 1), (reached, 1)):
        for member_id, count in _fetch(session, statement):
            counts[member_id] = counts.get(member_id, 0) + sign * count
    return counts


def _fetch(session: Session, statement: Executable) -> Sequence[Any]:
    return session.connection().execute(statement).all()


def _members(session: Session, center_id: str, me: str, now: datetime, only: str | None = None) -> Iterator[MemberRow]:
    accounts = _account_counts(session, center_id, now, only)
    statement = (
        select(
            col(Member.id),
            col(Person.id),
            col(Person.name),
            col(Person.email),
            col(Member.role),
            col(Member.finance_role),
            col(Member.status),
            col(Member.joined_at),
            col(Member.left_at),
            col(Person.two_step_since).is_not(None),
        )
        .join(Person, col(Person.id) == col(Member.person_id))
        .where(col(Member.business_center_id) == center_id)
        .order_by(func.lower(col(Person.name)), col(Person.id))
    )
    if only is not None:
        statement = statement.where(col(Member.id) == only)
    for id_, person_id, name, email, role, finance_role, status, joined, left, two_step in _fetch(session, statement):
        yield MemberRow(
            id=id_,
            is_invitation=False,
            person_id=person_id,
            name=name,
            email=email,
            role=role,
            finance_role=finance_role,
            status=status,
            is_me=person_id == me,
            accounts=accounts.get(id_, 0),
            since=joined,
            left_at=left,
            two_step=bool(two_step),
        )


def _invitations(
    session: Session, center_id: str, now: datetime, present: set[str], only: str | None = None
) -> Iterator[MemberRow]:
    """Yield the newest invitation of each address that waits or was declined; members have none any more."""
    statement = (
        select(
            col(Invitation.id),
            col(Invitation.email),
            col(Invitation.name),
            col(Invitation.role),
            col(Invitation.finance_role),
            col(Invitation.state),
            col(Invitation.accounts),
            col(Invitation.created_at),
            col(Invitation.expires_at),
            col(Invitation.times_sent),
            col(Invitation.decline_reason),
            col(Person.name).label("invited_by"),
        )
        .join(Person, col(Person.id) == col(Invitation.invited_by))
        .where(
            col(Invitation.business_center_id) == center_id,
            col(Invitation.state).in_((InvitationState.PENDING, InvitationState.DECLINED)),
        )
        .order_by(col(Invitation.created_at).desc(), func.lower(col(Invitation.email)))
    )
    if only is not None:
        statement = statement.where(col(Invitation.id) == only)
    seen = set(present)
    for row in _fetch(session, statement):
        key = row.email.lower()
        if key in seen:
            continue
        seen.add(key)
        is_open = row.state is InvitationState.PENDING
        yield MemberRow(
            id=row.id,
            is_invitation=True,
            person_id=None,
            name=row.name,
            email=row.email,
            role=row.role,
            finance_role=row.finance_role,
            status=MemberStatus.PENDING if is_open else MemberStatus.REJECTED,
            is_me=False,
            accounts=len(row.accounts),
            since=row.created_at,
            invited_by=row.invited_by,
            expires_at=row.expires_at,
            is_expired=is_open and now > row.expires_at,
            times_sent=row.times_sent,
            decline_reason=row.decline_reason or "",
        )
