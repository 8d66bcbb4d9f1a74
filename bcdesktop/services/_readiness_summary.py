"""Readiness of every linked pair of a Business Center, judged by the store.

What is wrong with an account or an ad account is found once for each, not once for each pair: 800 accounts and 3,000
ad accounts, however many pairs they make.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import Session, col, func, select

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.ad_accounts import AdAccountStatus
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.policy import AD_TABLE, Action, AdAction, may
from bcdesktop.core.readiness import conditions
from bcdesktop.core.roles import AssetRole, MemberStatus
from bcdesktop.services import _assets, _reached
from bcdesktop.services._account_side import DIRECTORY_COLUMNS, account_side, unfit
from bcdesktop.services._readiness_rows import permissions
from bcdesktop.services.ad_records import NotReadyPair, ReadinessSummary
from bcdesktop.store.tables import (
    AdAccount,
    AdLink,
    Asset,
    AssetAccess,
    DirectoryAccount,
    Member,
    MemberAsset,
    MemberPartnerShare,
    MemberTikTokAccount,
    PartnerShare,
    Partnership,
    TikTokAccountLink,
)

SHOWN = 5
_Link, _Share = TikTokAccountLink, PartnerShare
_EDITS = tuple(AD_TABLE[AdAction.EDIT_ADS])


def read(session: Session, me: Member, now: datetime) -> ReadinessSummary:
    """See ``readiness.summary``."""
    pairs = _Pairs(session, me, now)
    not_ready = pairs.not_ready()
    return ReadinessSummary(pairs.count(), len(not_ready), pairs.shown(not_ready[:SHOWN]) if not_ready else ())


class _Pairs:
    """The linked pairs one member may see, at one time."""

    def __init__(self, session: Session, me: Member, now: datetime) -> None:
        self._session, self._me, self._now = session, me, now
        self._center_id = me.business_center_id
        self._sees_all = may(Action.SEE_READINESS, me.role, assigned=False)
        self._bad = or_(
            col(AdLink.link_id).in_(self._bad_links()),
            col(AdLink.share_id).in_(self._bad_shares()),
            col(AdLink.asset_id).in_(self._bad_ad_accounts()),
        )

    def count(self) -> int:
        """Count the pairs."""
        return self._session.exec(select(func.count()).select_from(AdLink).where(self._seen())).one()

    def not_ready(self) -> Sequence[str]:
        """Return the ids of the pairs that are not ready, the newest first; what is wrong is looked for once."""
        rows = select(AdLink.id).where(self._seen(), self._bad)
        return self._session.exec(rows.order_by(col(AdLink.linked_at).desc(), col(AdLink.id))).all()

    def shown(self, ids: Sequence[str]) -> tuple[NotReadyPair, ...]:
        """Return these pairs, the newest first."""
        columns: tuple[Any, ...] = (
            *(AdLink.link_id, AdLink.share_id, AdLink.asset_id),
            func.coalesce(col(_Link.handle), col(_Share.handle)).label("handle"),
            *(_Link.scope, _Link.state, _Link.ends_at, AdAccount.status),
            col(_Share.role).label("share_role"),
            *(Asset.name, Asset.ended_at),
            self._somebody_edits().label("can_edit_ads"),
            *DIRECTORY_COLUMNS,
        )
        rows = (
            select(*columns)
            .select_from(AdLink)
            .join(Asset, col(Asset.id) == col(AdLink.asset_id))
            .join(AdAccount, col(AdAccount.asset_id) == col(AdLink.asset_id))
            .join(AssetAccess, _access_of(self._center_id))
            .outerjoin(_Share, col(_Share.id) == col(AdLink.share_id))
            .outerjoin(_Link, col(_Link.id) == func.coalesce(col(AdLink.link_id), col(_Share.link_id)))
            .outerjoin(
                DirectoryAccount,
                col(DirectoryAccount.id) == func.coalesce(col(_Link.account_id), col(_Share.account_id)),
            )
            .where(col(AdLink.id).in_(ids))
            .order_by(col(AdLink.linked_at).desc(), col(AdLink.id))
        )
        return tuple(self._pair(row) for row in self._session.execute(rows))

    def _pair(self, row: Any) -> NotReadyPair:
        is_shared = row.share_id is not None
        state = _assets.share_state(row.state, row.ends_at, self._now)
        facts = account_side(permissions(row), state, row if row.directory_id else None).facts(
            ad_account_approved=row.status is AdAccountStatus.APPROVED and row.ended_at is None,
            can_edit_ads=bool(row.can_edit_ads),
            is_ad_linked=True,
            operator_on_account=False,
            is_shared=is_shared,
            share_allows_ads=not is_shared or row.share_role is AssetRole.OPERATOR,
        )
        return NotReadyPair(
            account_kind=AssetKind.SHARED_TIKTOK_ACCOUNT if is_shared else AssetKind.TIKTOK_ACCOUNT,
            account_ref=row.share_id or row.link_id,
            handle=row.handle,
            asset_id=row.asset_id,
            ad_account_name=row.name,
            missing=tuple(one.name for one in conditions(facts) if one.ok is False),
        )

    # ------------------------------------------------------------------ what is wrong
    def _seen(self) -> ColumnElement[bool]:
        ours = col(AdLink.business_center_id) == self._center_id
        if self._sees_all:
            return ours
        given = ((MemberTikTokAccount.link_id, AdLink.link_id), (MemberPartnerShare.share_id, AdLink.share_id))
        mine = [col(link).in_(_given(held, self._me.id)) for held, link in given]
        mine.append(col(AdLink.asset_id).in_(_given(MemberAsset.asset_id, self._me.id)))
        return and_(ours, or_(*mine))

    def _bad_links(self) -> Any:
        ours = col(_Link.business_center_id) == self._center_id
        is_bad = or_(_ended(self._now), unfit(self._session, ours))
        links = select(_Link.id).outerjoin(DirectoryAccount, col(DirectoryAccount.id) == col(_Link.account_id))
        return links.where(ours, is_bad)

    def _bad_shares(self) -> Any:
        ours = col(Partnership.partner_center_id) == self._center_id
        shared = (
            select(_Share.link_id)
            .join(Partnership, col(Partnership.id) == col(_Share.partnership_id))
            .where(ours, col(_Share.link_id).is_not(None))
        )
        is_known = col(_Link.id).is_not(None)
        is_bad = or_(
            col(_Share.role) != AssetRole.OPERATOR,
            and_(is_known, _ended(self._now)),
            unfit(self._session, col(_Link.id).in_(shared)),
        )
        return (
            select(_Share.id)
            .join(Partnership, col(Partnership.id) == col(_Share.partnership_id))
            .outerjoin(_Link, col(_Link.id) == col(_Share.link_id))
            .outerjoin(DirectoryAccount, col(DirectoryAccount.id) == col(_Share.account_id))
            .where(ours, is_bad)
        )

    def _bad_ad_accounts(self) -> Any:
        return (
            select(Asset.id)
            .join(AdAccount, col(AdAccount.asset_id) == col(Asset.id))
            .join(AssetAccess, _access_of(self._center_id))
            .where(
                or_(
                    col(AdAccount.status) != AdAccountStatus.APPROVED,
                    col(Asset.ended_at).is_not(None),
                    ~self._somebody_edits(),
                )
            )
        )

    def _somebody_edits(self) -> ColumnElement[bool]:
        """Say whether anybody of the Business Center, for a Standard member they themselves, may make ads there."""
        held = (
            select(MemberAsset.asset_id)
            .join(Member, col(Member.id) == col(MemberAsset.member_id))
            .where(
                Member.business_center_id == self._center_id,
                Member.status == MemberStatus.BOUND,
                col(MemberAsset.role).in_(_EDITS),
            )
        )
        if not self._sees_all:
            held = held.where(Member.id == self._me.id)
        return and_(col(AssetAccess.role).in_(_EDITS), col(Asset.id).in_(held))


def _given(ref: Any, member_id: str) -> Any:
    return select(ref).where(ref.class_.member_id == member_id)


def _ended(now: datetime) -> ColumnElement[bool]:
    return or_(col(_Link.state) != LinkState.ACTIVE, col(_Link.ends_at) <= now)


def _access_of(center_id: str) -> ColumnElement[bool]:
    ours = col(AssetAccess.business_center_id) == center_id
    return and_(col(AssetAccess.asset_id) == col(Asset.id), ours, _reached.accepted())
