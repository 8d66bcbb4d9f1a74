"""The access matrix: people and partners against assets of some kinds, now and formerly (domain.md 13.9).

Reads columns only: a large Business Center has tens of thousands of grants.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import String, type_coerce
from sqlmodel import Session, col, func, select

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.grants import (
    REACHED_KINDS,
    ROLES_OF,
    TIKTOK_ACCOUNT_KINDS,
    AccessCells,
    AssetKind,
    Holder,
    HolderKind,
)
from bcdesktop.core.roles import AssetRole, BusinessCenterRole, MemberStatus
from bcdesktop.services import _assets, _holders
from bcdesktop.services._batches import batches
from bcdesktop.services.people_records import AssetChoice, Matrix, MatrixHolder
from bcdesktop.store.tables import (
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

_BETWEEN = ","
"""Stands between ids, which hold no comma."""
_ROLES = {role.value: role for role in AssetRole}
Cells = dict[tuple[str, str], AssetRole]


def read(session: Session, business_center_id: str, now: datetime, kinds: Collection[AssetKind]) -> Matrix:
    """Return the matrix of a Business Center for these kinds of assets as it stands at ``now``."""
    assets = _assets.choices(session, business_center_id, now, kinds)
    live = {asset.id for asset in assets}
    left = _who_left(session, business_center_id)
    former = _last_changes(session, business_center_id, left, live, kinds)
    return Matrix(
        assets=(*assets, *_gone_assets(change for change in former if change.asset_id not in live)),
        holders=(*_holders_of(session, business_center_id), *_gone_holders(former, left)),
        cells=_all_cells(session, business_center_id, live, kinds),
        former=AccessCells.of(
            {(change.holder_id, change.asset_id): _ROLES[change.before or change.after or ""] for change in former}
        ),
        made_at=now,
    )


def _all_cells(
    session: Session, business_center_id: str, asset_ids: Iterable[str], kinds: Collection[AssetKind]
) -> AccessCells:
    """Return what everybody has on these assets, put together by the store: forty thousand rows take longer."""
    wanted = frozenset(asset_ids)
    found: list[tuple[str, AssetRole, Sequence[str]]] = []
    statements: tuple[Any, ...] = ()
    if not frozenset(kinds).isdisjoint(TIKTOK_ACCOUNT_KINDS):
        statements += _everybodys_own(), _shared(business_center_id), _given_to_partners(business_center_id)
    if not frozenset(kinds).isdisjoint(REACHED_KINDS):
        statements += (_reached_by_partners(business_center_id),)
        found += _reached_cells(session, business_center_id, wanted)
    for statement in statements:
        found += [cells for cells in _grouped(session, statement) if cells[0] in wanted]
    return AccessCells(tuple(found))


def _grouped(session: Session, statement: Any) -> list[tuple[str, AssetRole, list[str]]]:
    """Return asset, role and who has it of a statement for holder, asset and role."""
    holder_id, asset_id, role = statement.subquery().c
    grouped: Any = select(asset_id, role, func.aggregate_strings(holder_id, _BETWEEN)).group_by(asset_id, role)
    rows = session.connection().execute(grouped).all()
    return [(found_id, _ROLES[role_text], holders.split(_BETWEEN)) for found_id, role_text, holders in rows]


def _reached_cells(
    session: Session, business_center_id: str, wanted: frozenset[str]
) -> Iterator[tuple[str, AssetRole, list[str]]]:
    """Give what everybody has on ad accounts and other assets.

    The rows of the whole store are read, as ``_everybodys_own`` does; whose they are is asked only where another
    Business Center reaches the asset too.
    """
    others = select(AssetAccess.asset_id).where(AssetAccess.business_center_id != business_center_id)
    with_others = wanted.intersection(found_id for (found_id,) in session.execute(others))
    alone = select(MemberAsset.member_id, _unsorted(MemberAsset.asset_id, "asset_id"), _text(MemberAsset.role))
    unshared = wanted - with_others
    yield from [cells for cells in _grouped(session, alone) if cells[0] in unshared]
    for some in batches(sorted(with_others)):
        yield from _grouped(session, _reached(business_center_id).where(col(MemberAsset.asset_id).in_(some)))


def cells_of_few(session: Session, business_center_id: str, asset_ids: Sequence[str]) -> Cells:
    """Return (holder id, asset id) to role for a few assets of a Business Center, found by their index."""
    found: Cells = {}
    for some in batches(asset_ids):
        for statement, column in (
            (_own(business_center_id), MemberTikTokAccount.link_id),
            (_shared(business_center_id), MemberPartnerShare.share_id),
            (_given_to_partners(business_center_id), PartnerShare.link_id),
            (_reached(business_center_id), MemberAsset.asset_id),
            (_reached_by_partners(business_center_id), AssetAccess.asset_id),
        ):
            rows = session.connection().execute(statement.where(col(column).in_(some)))
            found |= {(holder_id, asset_id): _ROLES[role] for holder_id, asset_id, role in rows}
    return found


def _everybodys_own() -> Any:
    """Return the statement for all grants on links of the store.

    The function keeps the store from the index, and no row is asked whose it is: nearly all are wanted, and one after
    the other they come three times as fast. Whoever leaves loses their rows, so members need no look either.
    """
    link_id = _unsorted(MemberTikTokAccount.link_id, "link_id")
    return select(MemberTikTokAccount.member_id, link_id, _text(MemberTikTokAccount.role))


def _unsorted(column: Any, name: str) -> Any:
    """Return a column of which the store takes no notice that it has an index."""
    return func.coalesce(column, "").label(name)


def _own(business_center_id: str) -> Any:
    return (
        select(MemberTikTokAccount.member_id, MemberTikTokAccount.link_id, _text(MemberTikTokAccount.role))
        .join(TikTokAccountLink, col(TikTokAccountLink.id) == col(MemberTikTokAccount.link_id))
        .where(TikTokAccountLink.business_center_id == business_center_id, TikTokAccountLink.state == LinkState.ACTIVE)
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


def _reached(business_center_id: str) -> Any:
    return (
        select(MemberAsset.member_id, MemberAsset.asset_id, _text(MemberAsset.role))
        .join(Member, col(Member.id) == col(MemberAsset.member_id))
        .where(Member.business_center_id == business_center_id)
    )


def _reached_by_partners(business_center_id: str) -> Any:
    return (
        select(AssetAccess.partnership_id, AssetAccess.asset_id, _text(AssetAccess.role))
        .join(Partnership, col(Partnership.id) == col(AssetAccess.partnership_id))
        .where(Partnership.owner_center_id == business_center_id, col(Partnership.state).in_(_holders.OPEN))
    )


def _text(column: Any) -> Any:
    """Return a role as its text: members of an enumeration are found quicker in a table of two."""
    return type_coerce(col(column), String)


def _last_changes(
    session: Session, business_center_id: str, left: Mapping[str, str], live: set[str], kinds: Collection[AssetKind]
) -> list[GrantChange]:
    """Return the newest change of every holder who ``left``, and of every asset that is not ``live`` any more."""
    of_kinds = col(GrantChange.asset_kind).in_(kinds)
    # asked without the kind, which stands in no index
    known = select(GrantChange.asset_id).where(GrantChange.business_center_id == business_center_id).distinct()
    ended = set(session.exec(known)) - live - _of_other_kinds(session, business_center_id, kinds)
    newest: dict[tuple[str, str], GrantChange] = {}
    for column, gone in ((GrantChange.holder_id, sorted(left)), (GrantChange.asset_id, sorted(ended))):
        for some in batches(gone):
            changes = select(GrantChange).where(
                GrantChange.business_center_id == business_center_id, of_kinds, col(column).in_(some)
            )
            for change in session.exec(changes.order_by(col(GrantChange.seq))):
                newest[change.holder_id, change.asset_id] = change
    return list(newest.values())


def _of_other_kinds(session: Session, business_center_id: str, kinds: Collection[AssetKind]) -> set[str]:
    """Return the ids of what is there but not of ``kinds``; nothing of it is looked for in the history."""
    links = select(TikTokAccountLink.id).where(TikTokAccountLink.business_center_id == business_center_id)
    shares = (
        select(PartnerShare.id)
        .join(Partnership, col(Partnership.id) == col(PartnerShare.partnership_id))
        .where(Partnership.partner_center_id == business_center_id)
    )
    reached = (
        select(AssetAccess.asset_id)
        .join(Asset, col(Asset.id) == col(AssetAccess.asset_id))
        .where(AssetAccess.business_center_id == business_center_id, col(Asset.kind).not_in(kinds))
    )
    statements: tuple[Any, ...] = (reached,)
    if frozenset(kinds).isdisjoint(TIKTOK_ACCOUNT_KINDS):
        statements += links, shares
    return {found_id for statement in statements for (found_id,) in session.execute(statement)}


def _holders_of(session: Session, business_center_id: str) -> list[MatrixHolder]:
    """Return partners, then members; fields by their order, since naming six of thousands takes a while."""
    partner, member, admin = HolderKind.PARTNER, HolderKind.MEMBER, BusinessCenterRole.ADMIN
    found = [
        MatrixHolder(Holder(partner, row_id), name, detail, False, False, None)
        for row_id, name, detail, _number in _holders.partners(session, business_center_id)
    ]
    found += [
        MatrixHolder(Holder(member, member_id), name, email, role is admin, False, None)
        for member_id, name, email, role in _holders.members(session, business_center_id)
    ]
    return found


def _gone_holders(changes: Iterable[GrantChange], left: Mapping[str, str]) -> list[MatrixHolder]:
    newest = {change.holder_id: change for change in sorted(changes, key=_seq) if change.holder_id in left}
    found = [
        MatrixHolder(Holder(change.holder_kind, holder_id), change.holder_name, left[holder_id], False, True, change.at)
        for holder_id, change in newest.items()
    ]
    return sorted(found, key=lambda holder: (holder.name.casefold(), holder.holder.id))


def _gone_assets(changes: Iterable[GrantChange]) -> list[AssetChoice]:
    newest = {change.asset_id: change for change in sorted(changes, key=_seq)}
    found = [
        AssetChoice(
            change.asset_kind, asset_id, change.asset_name, "", ROLES_OF[change.asset_kind][0], None, is_gone=True
        )
        for asset_id, change in newest.items()
    ]
    return sorted(found, key=lambda asset: (asset.name, asset.id))


def _who_left(session: Session, business_center_id: str) -> dict[str, str]:
    """Return the ids of members who left with their e-mail addresses, and of ended partnerships with the partner's."""
    people = (
        select(Member.id, Person.email)
        .join(Person, col(Person.id) == col(Member.person_id))
        .where(Member.business_center_id == business_center_id, Member.status != MemberStatus.BOUND)
    )
    partners = select(Partnership.id, Partnership.partner_center_id).where(
        Partnership.owner_center_id == business_center_id, col(Partnership.state).not_in(_holders.OPEN)
    )
    return dict(session.exec(people).all()) | dict(session.exec(partners).all())


def _seq(change: GrantChange) -> int:
    return change.seq or 0
