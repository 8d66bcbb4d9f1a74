"""Requests and accounts on Home: counted by the store, and only the few that are shown are read."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, false, not_, or_
from sqlmodel import Session, col, func, select

from bcdesktop.core.access_requests import LinkState, RequestState
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.core.permissions import PermissionSet
from bcdesktop.core.policy import Action, may
from bcdesktop.services._account_side import DIRECTORY_COLUMNS, spark_problem, unfit
from bcdesktop.services.home_records import Few, HomeAccount, HomeRequest
from bcdesktop.store.tables import (
    AccessRequest,
    AdLink,
    DirectoryAccount,
    Member,
    MemberTikTokAccount,
    PartnerShare,
    Partnership,
    TikTokAccountLink,
)

SHOWN = 5
_LINK, _REQUEST, _ACCOUNT = TikTokAccountLink, AccessRequest, DirectoryAccount
_SHOWN_COLUMNS: tuple[Any, ...] = (
    *(_LINK.id, _LINK.handle, _LINK.display_name, _LINK.scope, _LINK.ends_at),
    *DIRECTORY_COLUMNS,
)
_OPEN_PARTNERSHIP = (PartnershipState.PENDING, PartnershipState.ACTIVE)


class HomeAccounts:
    """The questions of one member at one time."""

    def __init__(self, session: Session, member: Member, now: datetime) -> None:
        self._session, self._now = session, now
        self._center_id = member.business_center_id
        self._sees_requests = may(Action.SEE_REQUESTS, member.role)
        self._active: ColumnElement[bool] = and_(
            col(_LINK.business_center_id) == self._center_id,
            col(_LINK.state) == LinkState.ACTIVE,
            or_(col(_LINK.ends_at).is_(None), col(_LINK.ends_at) > now),
        )
        if not may(Action.SEE_TIKTOK_ACCOUNTS, member.role, assigned=False):
            own = select(MemberTikTokAccount.link_id).where(MemberTikTokAccount.member_id == member.id)
            self._active = and_(self._active, col(_LINK.id).in_(own))

    # ------------------------------------------------------------------ requests
    def requests_waiting(self, within: timedelta | None = None) -> int:
        """Count the open requests, or those that run out ``within`` some time."""
        rows = select(func.count()).select_from(_REQUEST).where(self._waiting())
        if within is not None:
            rows = rows.where(col(_REQUEST.expires_at) <= self._now + within)
        return self._session.exec(rows).one()

    def has_requests(self) -> bool:
        """Tell whether any was ever made."""
        rows = select(_REQUEST.id).where(_REQUEST.business_center_id == self._center_id).limit(1)
        return self._session.exec(rows).first() is not None

    def waiting(self) -> Few[HomeRequest]:
        """Return the open requests, the soonest to run out first."""
        columns: tuple[Any, ...] = (
            *(_REQUEST.id, _REQUEST.method, _REQUEST.expected_handle),
            *(_REQUEST.scope, _REQUEST.expires_at),
        )
        rows = select(*columns).where(self._waiting()).order_by(col(_REQUEST.expires_at), col(_REQUEST.id))
        found = self._session.execute(rows.limit(SHOWN)).all()
        shown = tuple(
            HomeRequest(id_, method, handle, PermissionSet.from_scope(scope), expires_at)
            for id_, method, handle, scope, expires_at in found
        )
        return Few(shown, self.requests_waiting())

    def _waiting(self) -> ColumnElement[bool]:
        if not self._sees_requests:
            return false()
        return and_(
            col(_REQUEST.business_center_id) == self._center_id,
            col(_REQUEST.state) == RequestState.PENDING,
            col(_REQUEST.expires_at) >= self._now,
        )

    # ------------------------------------------------------------------ accounts
    def active(self) -> int:
        """Count the active links."""
        return self._count(self._active)

    def has_accounts(self) -> bool:
        """Tell whether there is any link the person may see, ended ones too."""
        rows = select(_LINK.id).where(_LINK.business_center_id == self._center_id).limit(1)
        return self._session.exec(rows).first() is not None

    def to_confirm_count(self) -> int:
        """Count the accounts to confirm."""
        return self._count(self._to_confirm())

    def not_ready_count(self) -> int:
        """Count the accounts that are not ready for Spark Ads."""
        return self._count(self._not_ready())

    def to_confirm(self) -> Few[HomeAccount]:
        """Return the accounts to confirm, newest first."""
        return self._few(self._to_confirm(), col(_LINK.linked_at).desc())

    def not_ready(self) -> Few[HomeAccount]:
        """Return the accounts that are not ready for Spark Ads, newest first.

        Those linked to an ad account are told with it (``readiness.summary``).
        """
        linked = exists().where(col(AdLink.link_id) == col(_LINK.id))
        return self._few(and_(self._not_ready(), not_(linked)), col(_LINK.linked_at).desc())

    def without_members(self) -> Few[HomeAccount]:
        """Return the accounts no member and no partner was given (A2-34), newest first."""
        given = exists().where(col(MemberTikTokAccount.link_id) == col(_LINK.id))
        shared = exists().where(
            col(PartnerShare.link_id) == col(_LINK.id),
            col(Partnership.id) == col(PartnerShare.partnership_id),
            col(Partnership.state).in_(_OPEN_PARTNERSHIP),
        )
        return self._few(and_(self._active, not_(given), not_(shared)), col(_LINK.linked_at).desc())

    def _to_confirm(self) -> ColumnElement[bool]:
        return and_(self._active, col(_LINK.needs_confirmation))

    def _not_ready(self) -> ColumnElement[bool]:
        return and_(self._active, unfit(self._session, self._active))

    def _count(self, condition: ColumnElement[bool]) -> int:
        rows = select(func.count(col(_LINK.id))).outerjoin(_ACCOUNT, col(_ACCOUNT.id) == col(_LINK.account_id))
        return self._session.exec(rows.where(condition)).one()

    def _few(self, condition: ColumnElement[bool], order: Any) -> Few[HomeAccount]:
        rows = select(*_SHOWN_COLUMNS).outerjoin(_ACCOUNT, col(_ACCOUNT.id) == col(_LINK.account_id))
        rows = rows.where(condition).order_by(order, col(_LINK.id)).limit(SHOWN)
        found = tuple(_account(row) for row in self._session.execute(rows))
        return Few(found, len(found) if len(found) < SHOWN else self._count(condition))


def _account(row: Any) -> HomeAccount:
    problem = spark_problem(PermissionSet.from_scope(row.scope), LinkState.ACTIVE, row)
    return HomeAccount(row.id, row.handle, row.display_name, row.ends_at, problem)
