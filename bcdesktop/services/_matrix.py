"""The access matrix: people and partners against accounts, now and formerly (domain.md 13.9).

Reads columns only: a large Business Center has tens of thousands of grants.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import String, type_coerce
from sqlmodel import Session, col, select

from bcdesktop.core.grants import Holder
from bcdesktop.core.roles import BusinessCenterRole, MemberStatus, TikTokAccountRole
from bcdesktop.services import _assets, _holders
from bcdesktop.services.people_records import AssetChoice, Candidate, Matrix, MatrixHolder
from bcdesktop.store.tables import (
    GrantChange,
    Member,
    MemberPartnerShare,
    MemberTikTokAccount,
    PartnerShare,
    Partnership,
    Person,
)

_ROLES = {role.value: role for role in TikTokAccountRole}
Cells = dict[tuple[str, str], TikTokAccountRole]


def read(session: Session, business_center_id: str, now: datetime) -> Matrix:
    """Return the whole matrix of a Business Center as it stands at ``now``."""
    assets = _assets.choices(session, business_center_id, now)
    holders = _holders.candidates(session, business_center_id, counted=False)
    live = _Live({candidate.id for candidate in holders}, {asset.id for asset in assets})
    former = _last_changes(session, business_center_id, live)
    gone = [change for change in former if change.holder_id not in live.holders]
    return Matrix(
        assets=(*assets, *_gone_assets(change for change in former if change.asset_id not in live.assets)),
        holders=(*map(_holder, holders), *_gone_holders(gone, _addresses(session, business_center_id) if gone else {})),
        cells=cells(session, business_center_id, live.assets),
        former={(change.holder_id, change.asset_id): _ROLES[change.before or change.after or ""] for change in former},
        made_at=now,
    )


def cells(session: Session, business_center_id: str, asset_ids: Iterable[str]) -> Cells:
    """Return (holder id, asset id) to role for these accounts of a Business Center."""
    wanted = frozenset(asset_ids)
    found: Cells = {}
    for statement in (_own(business_center_id), _shared(business_center_id), _given_to_partners(business_center_id)):
        for holder_id, asset_id, role in session.execute(statement):
            if asset_id in wanted:
                found[holder_id, asset_id] = _ROLES[role]
    return found


@dataclass(frozen=True)
class _Live:
    """Ids of who and what is there."""

    holders: set[str]
    assets: set[str]


def _own(business_center_id: str) -> Any:
    return (
        select(MemberTikTokAccount.member_id, MemberTikTokAccount.link_id, _text(MemberTikTokAccount.role))
        .join(Member, col(Member.id) == col(MemberTikTokAccount.member_id))
        .where(Member.business_center_id == business_center_id, Member.status == MemberStatus.BOUND)
    )


def _shared(business_center_id: str) -> Any:
    return (
        select(MemberPartnerShare.member_id, MemberPartnerShare.share_id, _text(MemberPartnerShare.role))
        .join(Member, col(Member.id) == col(MemberPartnerShare.member_id))
        .where(Member.business_center_id == business_center_id, Member.status == MemberStatus.BOUND)
    )


def _given_to_partners(business_center_id: str) -> Any:
    return (
        select(PartnerShare.partnership_id, PartnerShare.link_id, _text(PartnerShare.role))
        .join(Partnership, col(Partnership.id) == col(PartnerShare.partnership_id))
        .where(Partnership.owner_center_id == business_center_id, col(Partnership.state).in_(_holders.OPEN))
    )


def _text(column: Any) -> Any:
    """Return a role as its text: members of an enumeration are found quicker in a table of two."""
    return type_coerce(col(column), String)


def _last_changes(session: Session, business_center_id: str, live: _Live) -> list[GrantChange]:
    """Return the newest change of every holder and account of which one is gone."""
    newest: dict[tuple[str, str], GrantChange] = {}
    for column, there in ((GrantChange.holder_id, live.holders), (GrantChange.asset_id, live.assets)):
        known = select(column).where(GrantChange.business_center_id == business_center_id).distinct()
        gone = sorted(set(session.exec(known)) - there)
        for some in _assets.batches(gone):
            changes = select(GrantChange).where(
                GrantChange.business_center_id == business_center_id, col(column).in_(some)
            )
            for change in session.exec(changes.order_by(col(GrantChange.seq))):
                newest[change.holder_id, change.asset_id] = change
    return list(newest.values())


def _holder(candidate: Candidate) -> MatrixHolder:
    is_admin = candidate.role is BusinessCenterRole.ADMIN
    return MatrixHolder(candidate.holder, candidate.name, candidate.detail, is_admin, is_gone=False, last_at=None)


def _gone_holders(changes: Iterable[GrantChange], addresses: dict[str, str]) -> list[MatrixHolder]:
    newest: dict[str, GrantChange] = {}
    for change in sorted(changes, key=_seq):
        newest[change.holder_id] = change
    found = [
        MatrixHolder(
            Holder(change.holder_kind, holder_id),
            change.holder_name,
            addresses.get(holder_id, ""),
            False,
            True,
            change.at,
        )
        for holder_id, change in newest.items()
    ]
    return sorted(found, key=lambda holder: (holder.name.casefold(), holder.holder.id))


def _gone_assets(changes: Iterable[GrantChange]) -> list[AssetChoice]:
    newest = {change.asset_id: change for change in sorted(changes, key=_seq)}
    found = [
        AssetChoice(change.asset_kind, asset_id, change.asset_name, "", TikTokAccountRole.OPERATOR, None, is_gone=True)
        for asset_id, change in newest.items()
    ]
    return sorted(found, key=lambda asset: (asset.name, asset.id))


def _addresses(session: Session, business_center_id: str) -> dict[str, str]:
    """Return the e-mail addresses of members who left, and the ids of former partners."""
    people = (
        select(Member.id, Person.email)
        .join(Person, col(Person.id) == col(Member.person_id))
        .where(Member.business_center_id == business_center_id, Member.status != MemberStatus.BOUND)
    )
    partners = select(Partnership.id, Partnership.partner_center_id).where(
        Partnership.owner_center_id == business_center_id
    )
    return dict(session.exec(people).all()) | dict(session.exec(partners).all())


def _seq(change: GrantChange) -> int:
    return change.seq or 0
