"""The list of TikTok accounts: own links and what partners share. Reads columns only, since the list may be long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, func, select

from bcdesktop.core.access_requests import Kind, LinkState, OwnerTrust
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.core.permissions import PermissionLevel
from bcdesktop.core.policy import Action, may
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import _assets
from bcdesktop.services._account_side import DIRECTORY_COLUMNS, permissions_of, spark_problem
from bcdesktop.services._holders import OPEN
from bcdesktop.services._rows import link_state_at
from bcdesktop.services.records import TikTokAccountRow
from bcdesktop.store.tables import (
    DirectoryAccount,
    Member,
    MemberPartnerShare,
    MemberTikTokAccount,
    PartnerShare,
    Partnership,
    TikTokAccountLink,
)

_Link, _Directory = TikTokAccountLink, DirectoryAccount
_LINK_COLUMNS: tuple[Any, ...] = (
    _Link.kind,
    _Link.level,
    _Link.scope,
    _Link.state,
    _Link.owner_trust,
    _Link.ends_at,
    _Link.ended_at,
    _Link.end_reason,
    _Link.needs_confirmation,
    _Link.last_heard_at,
    _Link.request_id,
    _Link.version,
    _Directory.followers,
    *DIRECTORY_COLUMNS,
)


@dataclass(frozen=True)
class _Grants:
    """Who was given what, by account id."""

    mine: dict[str, AssetRole]
    members: dict[str, int]
    partners: dict[str, int]


def read(session: Session, me: Member, now: datetime, account_id: str | None = None) -> list[TikTokAccountRow]:
    """Return what ``me`` may see, newest first: an admin everything, a Standard member what was given to them.

    ``account_id``, of a link or a share, asks for one row.
    """
    own, shared = _own(me.business_center_id), _received(me.business_center_id)
    if account_id is not None:
        own, shared = own.where(col(_Link.id) == account_id), shared.where(col(PartnerShare.id) == account_id)
    given = _grants(session, me, account_id)
    rows = [_own_row(row, given, now) for row in session.execute(own)]
    rows += [_shared_row(row, given, now) for row in session.execute(shared)]
    seen = [row for row in rows if may(Action.SEE_TIKTOK_ACCOUNTS, me.role, assigned=row.id in given.mine)]
    return sorted(seen, key=_newest_first)


def _own(business_center_id: str) -> Any:
    columns: tuple[Any, ...] = (_Link.id, _Link.account_id, _Link.handle, _Link.display_name, _Link.linked_at)
    return (
        select(*columns, *_LINK_COLUMNS)
        .outerjoin(_Directory, col(_Directory.id) == col(_Link.account_id))
        .where(col(_Link.business_center_id) == business_center_id)
    )


def _received(business_center_id: str) -> Any:
    columns: tuple[Any, ...] = (
        PartnerShare.id,
        PartnerShare.account_id,
        PartnerShare.handle,
        PartnerShare.display_name,
        PartnerShare.shared_at,
        Partnership.owner_name,
        col(_Link.id).label("link_id"),
    )
    return (
        select(*columns, *_LINK_COLUMNS)
        .join(Partnership, col(Partnership.id) == col(PartnerShare.partnership_id))
        .outerjoin(_Link, col(_Link.id) == col(PartnerShare.link_id))
        .outerjoin(_Directory, col(_Directory.id) == col(PartnerShare.account_id))
        .where(
            col(Partnership.partner_center_id) == business_center_id, col(Partnership.state) == PartnershipState.ACTIVE
        )
    )


def _grants(session: Session, me: Member, account_id: str | None) -> _Grants:
    links = select(_Link.id).where(_Link.business_center_id == me.business_center_id)
    shares = (
        select(PartnerShare.id)
        .join(Partnership, col(Partnership.id) == col(PartnerShare.partnership_id))
        .where(Partnership.partner_center_id == me.business_center_id)
    )
    if account_id is not None:
        links, shares = links.where(_Link.id == account_id), shares.where(PartnerShare.id == account_id)
    given, received = MemberTikTokAccount, MemberPartnerShare
    members = _counted(session, select(given.link_id, func.count()).where(col(given.link_id).in_(links)), given.link_id)
    members |= _counted(
        session, select(received.share_id, func.count()).where(col(received.share_id).in_(shares)), received.share_id
    )
    shared: Any = (
        select(PartnerShare.link_id, func.count())
        .join(Partnership, col(Partnership.id) == col(PartnerShare.partnership_id))
        .where(col(PartnerShare.link_id).in_(links), col(Partnership.state).in_(OPEN))
    )
    own_roles: Any = select(given.link_id, given.role).where(given.member_id == me.id)
    shared_roles: Any = select(received.share_id, received.role).where(received.member_id == me.id)
    mine = dict(session.execute(own_roles).all()) | dict(session.execute(shared_roles).all())
    return _Grants(mine, members, _counted(session, shared, PartnerShare.link_id))


def _counted(session: Session, statement: Any, column: Any) -> dict[str, int]:
    return dict(session.execute(statement.group_by(column)).all())


def _own_row(row: Any, given: _Grants, now: datetime) -> TikTokAccountRow:
    permissions, state = permissions_of(tuple(row.scope)), link_state_at(row.state, row.ends_at, now)
    problem = spark_problem(permissions, state, row if row.directory_id else None)
    return TikTokAccountRow(
        id=row.id,
        account_id=row.account_id,
        handle=row.handle,
        display_name=row.display_name,
        kind=row.kind,
        level=row.level,
        permissions=permissions,
        state=state,
        owner_trust=row.owner_trust,
        linked_at=row.linked_at,
        ends_at=row.ends_at,
        ended_at=row.ended_at if state is row.state else row.ends_at,
        end_reason=row.end_reason,
        needs_confirmation=row.needs_confirmation and state is LinkState.ACTIVE,
        ready_for_spark_ads=problem is None,
        spark_problem=problem,
        followers=row.followers,
        members=given.members.get(row.id, 0),
        last_heard_at=row.last_heard_at,
        request_id=row.request_id,
        version=row.version,
        partners=given.partners.get(row.id, 0),
        my_role=given.mine.get(row.id),
    )


def _shared_row(row: Any, given: _Grants, now: datetime) -> TikTokAccountRow:
    """Return a received account. Its link is the owner's: its end, reason and question are none of ours."""
    is_known = row.link_id is not None
    permissions = permissions_of(tuple(row.scope)) if is_known else None
    state = _assets.share_state(row.state, row.ends_at, now)
    problem = (
        spark_problem(permissions, state, row if row.directory_id else None)
        if permissions is not None
        else "owner_knows"
    )
    return TikTokAccountRow(
        id=row.id,
        account_id=row.account_id,
        handle=row.handle,
        display_name=row.display_name,
        kind=row.kind if is_known else Kind.LINK,
        level=row.level if is_known else PermissionLevel.DELIVER_ADS,
        permissions=permissions,
        state=state,
        owner_trust=row.owner_trust if is_known else OwnerTrust.KNOWN_IN_STORE,
        linked_at=row.shared_at,
        ends_at=row.ends_at,
        ended_at=None if state is LinkState.ACTIVE else row.ended_at or row.ends_at,
        end_reason=None,
        needs_confirmation=False,
        ready_for_spark_ads=problem is None,
        spark_problem=problem,
        followers=row.followers,
        members=given.members.get(row.id, 0),
        last_heard_at=row.last_heard_at if is_known else row.shared_at,
        request_id=None,
        version=1,
        my_role=given.mine.get(row.id),
        owner_name=row.owner_name,
        share_id=row.id,
    )


def _newest_first(row: TikTokAccountRow) -> tuple[float, str]:
    return -row.linked_at.timestamp(), row.id
