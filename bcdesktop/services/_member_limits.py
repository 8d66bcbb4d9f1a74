"""How many people there may be, counted inside the transaction that adds one (decisions.md, Limits)."""

from __future__ import annotations

from sqlmodel import Session, col, func, select

from bcdesktop.core.errors import LimitReached
from bcdesktop.core.invitations import InvitationState
from bcdesktop.core.limits import Limits
from bcdesktop.core.roles import BusinessCenterRole, MemberStatus
from bcdesktop.services.people_errors import LastAdmin
from bcdesktop.store.tables import Invitation, Member, Person
from bcdesktop.store.unit_of_work import UnitOfWork

_LIMIT_OF_ROLE = {
    BusinessCenterRole.ADMIN: "admins_per_business_center",
    BusinessCenterRole.STANDARD: "standard_members_per_business_center",
}


def members_in(session: Session, center_id: str, role: BusinessCenterRole) -> int:
    """Count the members in ``role`` now."""
    rows = select(func.count(col(Member.id))).where(
        Member.business_center_id == center_id, Member.role == role, Member.status == MemberStatus.BOUND
    )
    return session.exec(rows).one()


def open_invitations(unit: UnitOfWork, center_id: str, role: BusinessCenterRole) -> int:
    """Count the invitations to ``role`` that can still be accepted."""
    rows = select(func.count(col(Invitation.id))).where(
        Invitation.business_center_id == center_id,
        Invitation.role == role,
        Invitation.state == InvitationState.PENDING,
        Invitation.expires_at >= unit.now,
    )
    return unit.session.exec(rows).one()


def check_room(
    unit: UnitOfWork, limits: Limits, center_id: str, role: BusinessCenterRole, more: int, *, with_invited: bool
) -> None:
    """Raise LimitReached where ``more`` people in ``role`` are too many; ``with_invited`` adds who may still accept."""
    name = _LIMIT_OF_ROLE[role]
    maximum: int = getattr(limits, name)
    current = members_in(unit.session, center_id, role)
    if with_invited:
        current += open_invitations(unit, center_id, role)
    if current + more > maximum:
        raise LimitReached(name, maximum, current)


def check_centers_of(unit: UnitOfWork, limits: Limits, person_id: str) -> None:
    """Raise LimitReached where the person belongs to as many Business Centers as one may."""
    maximum = limits.business_centers_per_person
    rows = select(func.count(col(Member.id))).where(Member.person_id == person_id, Member.status == MemberStatus.BOUND)
    current = unit.session.exec(rows).one()
    if current >= maximum:
        raise LimitReached("business_centers_per_person", maximum, current)


def keep_an_admin(session: Session, member: Member) -> None:
    """Raise LastAdmin where nobody but ``member`` is admin (domain.md 6.1.11).

    Asked inside the writing transaction too: of two admins who go at the same moment, the second is refused.
    """
    if member.role is not BusinessCenterRole.ADMIN:
        return
    if members_in(session, member.business_center_id, BusinessCenterRole.ADMIN) <= 1:
        raise LastAdmin(session.get_one(Person, member.person_id).name)
