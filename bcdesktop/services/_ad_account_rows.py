"""The list of ad accounts of one Business Center. Reads columns by their place, since there may be 3,000 rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import String, type_coerce
from sqlmodel import Session, col, func, select

from bcdesktop.core.ad_accounts import AdAccountStatus, AssetRelation
from bcdesktop.core.grants import AssetKind, least
from bcdesktop.core.policy import Action, may
from bcdesktop.core.roles import AssetRole, MemberStatus
from bcdesktop.services._batches import batches
from bcdesktop.services._reached import accepted
from bcdesktop.services.ad_records import AdAccountRow
from bcdesktop.store.tables import (
    AdAccount,
    AdLink,
    Asset,
    AssetAccess,
    BusinessCenter,
    Member,
    MemberAsset,
    Person,
)

# the texts of enumerations are looked up: of thousands, the store's own way takes longer
_STATUSES = {status.value: status for status in AdAccountStatus}
_RELATIONS = {relation.value: relation for relation in AssetRelation}
_ROLES = {role.value: role for role in AssetRole}
_LEAST: dict[tuple[str | None, str], AssetRole | None] = {
    (first.value, second.value): least(first, second) for first in AssetRole for second in AssetRole
} | {(None, role.value): None for role in AssetRole}


def _text(column: Any) -> Any:
    return type_coerce(col(column), String)


_COLUMNS: tuple[Any, ...] = (
    Asset.id,
    Asset.number,
    Asset.name,
    AdAccount.company,
    AdAccount.country,
    AdAccount.currency,
    AdAccount.time_zone,
    AdAccount.industry,
    AdAccount.promotion_link,
    _text(AdAccount.status),
    AdAccount.review_note,
    _text(AssetAccess.relation),
    func.coalesce(BusinessCenter.name, Person.name, ""),
    _text(AssetAccess.role),
    Asset.created_at,
    AssetAccess.since,
    Asset.ended_at,
    Asset.version,
)
"""In the order of ``AdAccountRow``, without what is counted and the asking person's role."""


@dataclass(frozen=True)
class _Given:
    """By ad account: the asking person's role as its text, and how much has access.

    ``partners`` are all other Business Centers that reach it; ``accounts`` the linked TikTok accounts.
    """

    mine: dict[str, str]
    members: dict[str, int]
    partners: dict[str, int]
    accounts: dict[str, int]


def read(session: Session, me: Member, asset_id: str | None = None) -> list[AdAccountRow]:
    """Return what ``me`` may see, newest first: an admin everything, a Standard member what was given to them.

    ``asset_id`` asks for one row.
    """
    statement = (
        select(*_COLUMNS)
        .join(AssetAccess, col(AssetAccess.asset_id) == col(Asset.id))
        .join(AdAccount, col(AdAccount.asset_id) == col(Asset.id))
        .outerjoin(BusinessCenter, col(BusinessCenter.id) == col(Asset.owner_center_id))
        .outerjoin(Person, col(Person.id) == col(Asset.owner_person_id))
        .where(
            col(AssetAccess.business_center_id) == me.business_center_id,
            col(Asset.kind) == AssetKind.AD_ACCOUNT,
            accepted(),
        )
        .order_by(col(AssetAccess.since).desc(), col(Asset.name), col(Asset.id))
    )
    if asset_id is not None:
        statement = statement.where(col(Asset.id) == asset_id)
    given = _given(session, me, asset_id)
    rows: Iterable[Any] = session.connection().execute(statement).all()
    if not may(Action.SEE_AD_ACCOUNTS, me.role):
        rows = [row for row in rows if may(Action.SEE_AD_ACCOUNTS, me.role, assigned=row[0] in given.mine)]
    return list(_records(rows, given))


def _records(rows: Iterable[Any], given: _Given) -> Iterator[AdAccountRow]:
    mine, members, partners, accounts = given.mine.get, given.members.get, given.partners.get, given.accounts.get
    for row in rows:
        asset_id, number, name, company, country, currency, time_zone, industry, promotion_link, *state = row
        status, review_note, relation, owner, limit, created_at, since, ended_at, version = state
        is_owned = relation == AssetRelation.OWNER_BC.value
        yield AdAccountRow(
            asset_id,
            number,
            name,
            company,
            country,
            currency,
            time_zone,
            industry,
            promotion_link,
            _STATUSES[status],
            review_note,
            _RELATIONS[relation],
            "" if is_owned else owner,
            _ROLES[limit],
            _LEAST[mine(asset_id), limit],
            members(asset_id, 0),
            partners(asset_id, 0) if is_owned else 0,
            accounts(asset_id, 0),
            created_at,
            since,
            ended_at,
            version,
        )


def _given(session: Session, me: Member, asset_id: str | None) -> _Given:
    center_id = me.business_center_id
    roles: Any = select(MemberAsset.asset_id, _text(MemberAsset.role)).where(MemberAsset.member_id == me.id)
    others: Any = select(AssetAccess.asset_id, func.count()).where(AssetAccess.business_center_id != center_id)
    if asset_id is not None:
        roles, others = roles.where(MemberAsset.asset_id == asset_id), others.where(AssetAccess.asset_id == asset_id)
    partners = _pairs(session, others.group_by(AssetAccess.asset_id))
    everybodys = asset_id is None
    some = list(partners) if asset_id is None else [asset_id]
    member_is_own = col(MemberAsset.member_id).in_(
        select(Member.id).where(Member.business_center_id == center_id, Member.status == MemberStatus.BOUND)
    )
    return _Given(
        _pairs(session, roles),
        _counted(session, MemberAsset.asset_id, member_is_own, some, everybodys=everybodys),
        partners,
        _counted(session, AdLink.asset_id, col(AdLink.business_center_id) == center_id, some, everybodys=everybodys),
    )


def _counted(
    session: Session, asset_id: Any, is_own: Any, shared: Sequence[str], *, everybodys: bool
) -> dict[str, int]:
    """Return how many rows there are by ad account; of ``shared`` ones only those of this Business Center.

    For all others the rows of the whole store are counted, ``everybodys``, which an index alone answers: nobody else
    has any. Whoever loses access loses their rows, so members need no look either.
    """
    counts: Any = select(asset_id, func.count()).group_by(asset_id)
    found = _pairs(session, counts) if everybodys else {}
    for some in batches(shared):
        found |= dict.fromkeys(some, 0) | _pairs(session, counts.where(is_own, col(asset_id).in_(some)))
    return found


def _pairs(session: Session, statement: Any) -> dict[str, Any]:
    return {key: value for key, value in session.connection().execute(statement)}  # noqa: C416 - rows are no pairs to mypy
