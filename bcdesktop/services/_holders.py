"""Who can hold a grant: members of a Business Center, and partners it shares with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import String, type_coerce
from sqlmodel import Session, col, func, select

from bcdesktop.core.errors import NotFound
from bcdesktop.core.grants import Holder, HolderKind
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.core.roles import BusinessCenterRole, MemberStatus
from bcdesktop.services._batches import batches
from bcdesktop.services._shares import partner_name
from bcdesktop.services.people_errors import HolderGone
from bcdesktop.services.people_records import Candidate
from bcdesktop.store.tables import (
    AssetAccess,
    Member,
    MemberAsset,
    MemberPartnerShare,
    MemberTikTokAccount,
    PartnerShare,
    Partnership,
    Person,
)

_ROLES = {role.value: role for role in BusinessCenterRole}
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
        found |= {one.holder: one for one in _found_members(session, business_center_id, some)}
    for some in batches([holder.id for holder in wanted if holder.kind is HolderKind.PARTNER]):
        found |= {one.holder: one for one in _found_partners(session, business_center_id, some)}
    for holder in wanted:
        if holder not in found:
            raise NotFound(holder.kind.value, holder.id)
        _refuse_gone(found[holder])
    return found


def candidates(session: Session, business_center_id: str) -> list[Candidate]:
    """Return everybody an account can be given to: partners first, then members, each by name."""
    accounts = accounts_of_members(session)
    found = [
        Candidate(Holder(HolderKind.PARTNER, row_id), name, detail, None, number)
        for row_id, name, detail, number in partners(session, business_center_id)
    ]
    found += [
        Candidate(Holder(HolderKind.MEMBER, member_id), name, email, role, accounts.get(member_id, 0))
        for member_id, name, email, role in members(session, business_center_id)
    ]
    return found


def partners(session: Session, business_center_id: str) -> list[tuple[str, str, str, int]]:
    """Return id, name, Business Center id and number of assets of each open partnership, by name."""
    columns: tuple[Any, ...] = (
        Partnership.id,
        Partnership.partner_name,
        Partnership.partner_center_id,
        _number_of(PartnerShare.id, PartnerShare.partnership_id)
        + _number_of(AssetAccess.id, AssetAccess.partnership_id),
    )
    rows = select(*columns).where(
        col(Partnership.owner_center_id) == business_center_id, col(Partnership.state).in_(OPEN)
    )
    found = [
        (row_id, name or center_id, center_id, number)
        for row_id, name, center_id, number in session.connection().execute(rows)
    ]
    return sorted(found, key=_by_name)


def _number_of(counted: Any, partnership_id: Any) -> Any:
    rows = select(func.count(col(counted))).where(col(partnership_id) == col(Partnership.id))
    return rows.correlate(Partnership).scalar_subquery()


def members(session: Session, business_center_id: str) -> list[tuple[str, str, str, BusinessCenterRole]]:
    """Return id, name, e-mail address and role of each member, by name."""
    # the text of a role is looked up: of thousands, making each an enumeration's member takes longer
    columns: tuple[Any, ...] = (Member.id, Person.name, Person.email, type_coerce(col(Member.role), String))
    rows = (
        select(*columns)
        .join(Person, col(Person.id) == col(Member.person_id))
        .where(col(Member.business_center_id) == business_center_id, col(Member.status) == MemberStatus.BOUND)
    )
    texts = session.connection().execute(rows).all()
    return sorted([(member_id, name, email, _ROLES[role]) for member_id, name, email, role in texts], key=_by_name)


def _found_members(session: Session, business_center_id: str, ids: Iterable[str]) -> Iterable[FoundHolder]:
    rows = (
        select(Member, Person.name, Person.email)
        .join(Person, col(Person.id) == col(Member.person_id))
        .where(Member.business_center_id == business_center_id, col(Member.id).in_(ids))
    )
    for member, name, email in session.exec(rows).all():
        yield FoundHolder(Holder(HolderKind.MEMBER, member.id), name, email, member=member)


def _found_partners(session: Session, business_center_id: str, ids: Iterable[str]) -> Iterable[FoundHolder]:
    rows = select(Partnership).where(Partnership.owner_center_id == business_center_id, col(Partnership.id).in_(ids))
    for row in session.exec(rows).all():
        yield FoundHolder(Holder(HolderKind.PARTNER, row.id), partner_name(row), row.partner_center_id, partnership=row)


def _refuse_gone(found: FoundHolder) -> None:
    is_member = found.member is not None and found.member.status is MemberStatus.BOUND
    is_partner = found.partnership is not None and found.partnership.state in OPEN
    if not is_member and not is_partner:
        raise HolderGone(found.name)


def accounts_of_members(session: Session) -> dict[str, int]:
    """Return how many assets of all kinds each member was given.

    A member belongs to one Business Center and so does what they were given: the counts of others are not looked up,
    and without asking for the Business Center an index alone has the answer.
    """
    connection, counts = session.connection(), dict[str, int]()
    for table in (MemberTikTokAccount, MemberPartnerShare, MemberAsset):
        member_id: Any = col(table.member_id)
        for found_id, number in connection.execute(select(member_id, func.count()).group_by(member_id)):
            counts[found_id] = counts.get(found_id, 0) + number
    return counts


def _by_name(row: Any) -> tuple[str, str]:
    return row[1].casefold(), row[0]
