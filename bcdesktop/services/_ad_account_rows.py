"""The list of ad accounts of one Business Center. Reads columns only, since there may be 3,000."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session, col, func, select

from bcdesktop.core.ad_accounts import AssetRelation
from bcdesktop.core.grants import AssetKind, least
from bcdesktop.core.policy import Action, may
from bcdesktop.core.roles import AssetRole, MemberStatus
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

_COLUMNS: tuple[Any, ...] = (
    Asset.id,
    Asset.number,
    Asset.name,
    Asset.created_at,
    Asset.ended_at,
    Asset.version,
    AdAccount.company,
    AdAccount.country,
    AdAccount.currency,
    AdAccount.time_zone,
    AdAccount.industry,
    AdAccount.promotion_link,
    AdAccount.status,
    AdAccount.review_note,
    AssetAccess.relation,
    AssetAccess.since,
    col(AssetAccess.role).label("limit_role"),
    col(BusinessCenter.name).label("center_name"),
    col(Person.name).label("person_name"),
)


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
    mine = _my_roles(session, me, asset_id)
    members, partners, accounts = _counts(session, me.business_center_id, asset_id)
    return [
        _record(row, mine.get(row.id), members.get(row.id, 0), partners.get(row.id, 0), accounts.get(row.id, 0))
        for row in session.connection().execute(statement)
        if may(Action.SEE_AD_ACCOUNTS, me.role, assigned=row.id in mine)
    ]


def _my_roles(session: Session, me: Member, asset_id: str | None) -> dict[str, AssetRole]:
    roles: Any = select(MemberAsset.asset_id, MemberAsset.role).where(MemberAsset.member_id == me.id)
    if asset_id is not None:
        roles = roles.where(MemberAsset.asset_id == asset_id)
    return dict(session.execute(roles).all())


def _counts(
    session: Session, center_id: str, asset_id: str | None
) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """Return by ad account: members with access, other Business Centers it is open to, linked TikTok accounts."""
    members: Any = (
        select(MemberAsset.asset_id, func.count())
        .join(Member, col(Member.id) == col(MemberAsset.member_id))
        .where(Member.business_center_id == center_id, Member.status == MemberStatus.BOUND)
    )
    partners: Any = (
        select(AssetAccess.asset_id, func.count())
        .join(Asset, col(Asset.id) == col(AssetAccess.asset_id))
        .where(col(Asset.owner_center_id) == center_id, col(AssetAccess.business_center_id) != center_id)
    )
    links: Any = select(AdLink.asset_id, func.count()).where(AdLink.business_center_id == center_id)
    counted = []
    for statement, column in (
        (members, MemberAsset.asset_id),
        (partners, AssetAccess.asset_id),
        (links, AdLink.asset_id),
    ):
        some = statement if asset_id is None else statement.where(col(column) == asset_id)
        counted.append(dict(session.execute(some.group_by(column)).all()))
    return counted[0], counted[1], counted[2]


def _record(row: Any, mine: AssetRole | None, members: int, partners: int, accounts: int) -> AdAccountRow:
    is_owned = row.relation is AssetRelation.OWNER_BC
    return AdAccountRow(
        id=row.id,
        number=row.number,
        name=row.name,
        company=row.company,
        country=row.country,
        currency=row.currency,
        time_zone=row.time_zone,
        industry=row.industry,
        promotion_link=row.promotion_link,
        status=row.status,
        review_note=row.review_note,
        relation=row.relation,
        owner_name="" if is_owned else row.center_name or row.person_name or "",
        limit=row.limit_role,
        my_role=None if mine is None else least(mine, row.limit_role),
        members=members,
        partners=partners,
        accounts=accounts,
        created_at=row.created_at,
        since=row.since,
        ended_at=row.ended_at,
        version=row.version,
    )
