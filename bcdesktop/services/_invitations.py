"""Invitations by their codes, and what may stand in the way of one (domain.md 6.1)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session, col, func, select

from bcdesktop.core.errors import AppError, NotFound
from bcdesktop.core.invitations import InvitationState, hash_of_code, parse_invitation_code
from bcdesktop.core.roles import BusinessCenterRole, MemberStatus
from bcdesktop.services._commands import business_center
from bcdesktop.services._invited_accounts import accounts_there
from bcdesktop.services._member_rows import is_address_allowed
from bcdesktop.services.people_errors import (
    AlreadyInvited,
    AlreadyMember,
    DomainNotAllowed,
    InvitationExpired,
    InvitationNotOpen,
    InvitationUnknown,
)
from bcdesktop.services.people_records import InvitationOffer
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import BusinessCenter, Invitation, Member, Person


def by_code(session: Session, store_id: str, code_text: str) -> Invitation:
    """Return the invitation of a code. Raises InvitationCodeWrong, InvitationCodeForOtherStore, InvitationUnknown."""
    code = parse_invitation_code(code_text, store_id)
    found = session.exec(select(Invitation).where(Invitation.code_hash == hash_of_code(code))).first()
    if found is None:
        raise InvitationUnknown
    return found


def check_open(session: Session, invitation: Invitation, now: datetime) -> None:
    """Raise InvitationNotOpen where it was decided, InvitationExpired where its time is over."""
    if invitation.state is not InvitationState.PENDING:
        raise InvitationNotOpen(invitation.state.value)
    if now > invitation.expires_at:
        raise InvitationExpired(business_center(session, invitation.business_center_id).name)


def own(session: Session, actor: Actor, invitation_id: str) -> Invitation:
    """Return an invitation of the actor's Business Center. Raises NotFound."""
    found = session.get(Invitation, invitation_id)
    if found is None or found.business_center_id != actor.business_center_id:
        raise NotFound("invitation", invitation_id)
    return found


def folded(address: str) -> str:
    """Return ``address`` as the store compares it: the ``lower`` of SQLite knows the letters a to z only."""
    return address.encode().lower().decode()


def person_with(session: Session, email: str) -> Person | None:
    """Return the person with this address, whatever its case."""
    return session.exec(select(Person).where(func.lower(Person.email) == folded(email))).first()


def offer_of(session: Session, invitation: Invitation, now: datetime) -> InvitationOffer:
    """Return what ``invitation`` says; accounts that are gone by now are left out."""
    center = business_center(session, invitation.business_center_id)
    known = person_with(session, invitation.email)
    return InvitationOffer(
        center_id=center.id,
        center_name=center.name,
        invited_by=session.get_one(Person, invitation.invited_by).name,
        email=invitation.email,
        name=invitation.name,
        role=invitation.role,
        finance_role=invitation.finance_role,
        accounts=tuple((a.asset.name, a.role) for a in accounts_there(session, invitation, now)),
        expires_at=invitation.expires_at,
        person_name=None if known is None else known.name,
    )


def problems(
    session: Session, center: BusinessCenter, addresses: Iterable[str], role: BusinessCenterRole, now: datetime
) -> dict[str, AppError]:
    """Return, by ``folded`` address, why somebody cannot be invited; an expired invitation is in nobody's way."""
    wanted = {folded(address): address for address in addresses}
    keys = list(wanted)
    members = (
        select(func.lower(Person.email))
        .join(Member, col(Member.person_id) == col(Person.id))
        .where(
            Member.business_center_id == center.id,
            Member.status == MemberStatus.BOUND,
            func.lower(Person.email).in_(keys),
        )
    )
    invited = select(func.lower(Invitation.email)).where(
        Invitation.business_center_id == center.id,
        Invitation.state == InvitationState.PENDING,
        Invitation.expires_at >= now,
        func.lower(Invitation.email).in_(keys),
    )
    found: dict[str, AppError] = {
        key: DomainNotAllowed(address, tuple(center.allowed_domains))
        for key, address in wanted.items()
        if not is_address_allowed(center, address, role)
    }
    found |= {key: AlreadyInvited(wanted[key]) for key in session.exec(invited)}
    found |= {key: AlreadyMember(wanted[key]) for key in session.exec(members)}
    return found


def expired(session: Session, center_id: str, addresses: Iterable[str], now: datetime) -> list[Invitation]:
    """Return the invitations to these addresses that ran out and still stand in the list."""
    rows = select(Invitation).where(
        Invitation.business_center_id == center_id,
        Invitation.state == InvitationState.PENDING,
        Invitation.expires_at < now,
        func.lower(Invitation.email).in_([folded(address) for address in addresses]),
    )
    return list(session.exec(rows))
