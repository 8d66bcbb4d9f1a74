"""Who can hold a grant: members of a Business Center, and partners it shares with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, col, func, select

from bcdesktop.core.errors import NotFound
from bcdesktop.core.grants import Holder, HolderKind
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.core.roles import MemberStatus
from bcdesktop.services._assets import batches
from bcdesktop.services._shares import partner_name
from bcdesktop.services.people_errors import HolderGone
from bcdesktop.services.people_records import Candidate
from bcdesktop.store.tables import (
    Member,
    MemberPartnerShare,
    MemberTikTokAccount,
    PartnerShare,
    Partnership,
    Person,
    TikTokAccountLink,
)

OPEN = (PartnershipState.PENDING, PartnershipState.ACTIVE)


@dataclass(frozen=True)
class FoundHolder:
    """Somebody who is there: ``member`` or ``partnership`` is their row; ``detail`` as in ``Candidate``."""

    holder: Holder
    name: str
    detail: str
    member: Member | None = None
    partnership: Partnership | None = None


def find(session: Session, business_center_id: str, holders: Iterable[Holder]) -> dict[Holder, FoundHolder]:
    """Return those of ``holders`` that belong to a Business Center.

    Raises HolderGone for somebody removed meanwhile, NotFound for somebody who never was there.
    """
    wanted = tuple(dict.fromkeys(holders))
    found: dict[Holder, FoundHolder] = {}
    for some in batches([holder.id for holder in wanted if holder.kind is HolderKind.MEMBER]):
        found |= {one.holder: one for one in _members(session, business_center_id, some)}
    for some in batches([holder.id for holder in wanted if holder.kind is HolderKind.PARTNER]):
        found |= {one.holder: one for one in _partners(session, business_center_id, some)}
    for holder in wanted:
        if holder not in found:
            raise NotFound(holder.kind.value, holder.id)
        _refuse_gone(found[holder])
    return found


def candidates(session: Session, business_center_id: str, *, counted: bool = True) -> list[Candidate]:
    """Return everybody an account can be given to: partners first, then members, each by name.

    Without ``counted`` nobody's accounts are counted, which is quicker.
    """
    accounts = accounts_of_members(session, business_center_id) if counted else {}
    return _partner_candidates(session, business_center_id) + _member_candidates(session, business_center_id, accounts)


def _members(session: Session, business_center_id: str, ids: Iterable[str]) -> Iterable[FoundHolder]:
    rows = (
        select(Member, Person.name, Person.email)
        .join(Person, col(Person.id) == col(Member.person_id))
        .where(Member.business_center_id == business_center_id, col(Member.id).in_(ids))
    )
    for member, name, email in session.exec(rows).all():
        yield FoundHolder(Holder(HolderKind.MEMBER, member.id), name, email, member=member)


def _partners(session: Session, business_center_id: str, ids: Iterable[str]) -> Iterable[FoundHolder]:
    rows = select(Partnership).where(Partnership.owner_center_id == business_center_id, col(Partnership.id).in_(ids))
    for row in session.exec(rows).all():
        yield FoundHolder(Holder(HolderKind.PARTNER, row.id), partner_name(row), row.partner_center_id, partnership=row)


def _refuse_gone(found: FoundHolder) -> None:
    is_member = found.member is not None and found.member.status is MemberStatus.BOUND
    is_partner = found.partnership is not None and found.partnership.state in OPEN
    if not is_member and not is_partner:
        raise HolderGone(found.name)


def _partner_candidates(session: Session, business_center_id: str) -> list[Candidate]:
    columns: tuple[Any, ...] = (
        Partnership.id,
        Partnership.partner_name,
        Partnership.partner_center_id,
        func.count(col(PartnerShare.id)),
    )
    rows = (
        select(*columns)
        .outerjoin(PartnerShare, col(PartnerShare.partnership_id) == col(Partnership.id))
        .where(col(Partnership.owner_center_id) == business_center_id, col(Partnership.state).in_(OPEN))
        .group_by(col(Partnership.id))
    )
    found = [
        Candidate(Holder(HolderKind.PARTNER, row_id), name or center_id, center_id, None, accounts)
        for row_id, name, center_id, accounts in session.execute(rows)
    ]
    return sorted(found, key=_by_name)


def _member_candidates(session: Session, business_center_id: str, accounts: dict[str, int]) -> list[Candidate]:
    columns: tuple[Any, ...] = (Member.id, Person.name, Person.email, Member.role)
    rows = (
        select(*columns)
        .join(Person, col(Person.id) == col(Member.person_id))
        .where(col(Member.business_center_id) == business_center_id, col(Member.status) == MemberStatus.BOUND)
    )
    found = [
        Candidate(Holder(HolderKind.MEMBER, member_id), name, email, role, accounts.get(member_id, 0))
        for member_id, name, email, role in session.execute(rows)
    ]
    return sorted(found, key=_by_name)


def accounts_of_members(session: Session, business_center_id: str) -> dict[str, int]:
    """Return how many accounts each member of a Business Center was given, own and shared ones."""
    own: Any = (
        select(MemberTikTokAccount.member_id, func.count())
        .join(TikTokAccountLink, col(TikTokAccountLink.id) == col(MemberTikTokAccount.link_id))
        .where(TikTokAccountLink.business_center_id == business_center_id)
        .group_by(MemberTikTokAccount.member_id)
    )
    shared: Any = (
        select(MemberPartnerShare.member_id, func.count())
        .join(PartnerShare, col(PartnerShare.id) == col(MemberPartnerShare.share_id))
        .join(Partnership, col(Partnership.id) == col(PartnerShare.partnership_id))
        .where(Partnership.partner_center_id == business_center_id)
        .group_by(MemberPartnerShare.member_id)
    )
    counts: dict[str, int] = dict(session.execute(own).all())
    for member_id, number in session.execute(shared):
        counts[member_id] = counts.get(member_id, 0) + number
    return counts


def _by_name(candidate: Candidate) -> tuple[str, str]:
    return candidate.name.casefold(), candidate.id
