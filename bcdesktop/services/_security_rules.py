"""The security rules of a Business Center: none may lock out the admins who make them (domain.md 1.1.7)."""

from __future__ import annotations

from collections.abc import Collection

from sqlmodel import Session, col, select

from bcdesktop.core.domains import domain_allowed
from bcdesktop.core.errors import ValueMissing
from bcdesktop.core.roles import AppliesTo, BusinessCenterRole, MemberStatus
from bcdesktop.services import _commands
from bcdesktop.services.people_errors import LeavesAdminsOut, TwoStepFirst
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import BusinessCenter, Member, Person


def check(session: Session, actor: Actor, row: BusinessCenter, changed: Collection[str]) -> None:
    """Refuse rules of ``row`` that ``actor`` just changed and that would keep admins out.

    Raises TwoStepFirst, LeavesAdminsOut, ValueMissing at ``allowed_domains``.
    """
    if "two_step_for" in changed:
        member = _commands.member_of(session, actor)
        if member is not None and _commands.lacks_second_step(session, member) is not None:
            raise TwoStepFirst
    if not {"domains_for", "allowed_domains"} & set(changed) or row.domains_for is AppliesTo.NOBODY:
        return
    if not row.allowed_domains:
        raise ValueMissing("allowed_domains")
    outside = [name for name, email in _admins(session, row.id) if not domain_allowed(email, row.allowed_domains)]
    if outside:
        raise LeavesAdminsOut(tuple(outside))


def _admins(session: Session, business_center_id: str) -> tuple[tuple[str, str], ...]:
    rows = (
        select(Person.name, Person.email)
        .join(Member, col(Member.person_id) == col(Person.id))
        .where(
            Member.business_center_id == business_center_id,
            Member.role == BusinessCenterRole.ADMIN,
            Member.status == MemberStatus.BOUND,
        )
        .order_by(col(Person.name))
    )
    return tuple(session.exec(rows))
