"""The TikTok account's side of the readiness check: the one place that judges it, for one row and for the store's SQL.

(1) and (2) of decisions.md, Ready for Spark Ads.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, String, and_, cast, not_, or_
from sqlmodel import Session, col, select

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.permissions import Permission, PermissionSet
from bcdesktop.core.readiness import ACCOUNT_SIDE, ConditionName, Facts, conditions
from bcdesktop.store.tables import DirectoryAccount, TikTokAccountLink

DIRECTORY_COLUMNS: tuple[Any, ...] = (
    col(DirectoryAccount.id).label("directory_id"),
    DirectoryAccount.is_public,
    DirectoryAccount.is_political,
    DirectoryAccount.is_business,
    DirectoryAccount.scope_available,
)
SCOPE_TEXT = cast(col(TikTokAccountLink.scope), String)
_CODES = {
    ConditionName.LINK_ACTIVE: "ended",
    ConditionName.EXISTING_POSTS: "permissions_missing",
    ConditionName.NEW_VIDEOS: "permissions_missing",
    ConditionName.ACCOUNT_PUBLIC: "account_private",
    ConditionName.ACCOUNT_AVAILABLE: "account_unavailable",
    ConditionName.NOT_POLITICAL: "political",
}


@dataclass(frozen=True)
class AccountSide:
    """What is known of an account; None: not known in this store."""

    link_active: bool
    existing_posts: bool | None
    new_videos: bool | None
    is_public: bool | None
    is_available: bool | None
    is_political: bool | None

    def facts(self, **ad_side: bool) -> Facts:
        """Return the facts of the check with those of the ad account and the person."""
        return Facts(
            self.link_active,
            self.existing_posts,
            self.new_videos,
            self.is_public,
            self.is_available,
            self.is_political,
            **ad_side,
        )

    @property
    def missing(self) -> tuple[ConditionName, ...]:
        """What of the account's side does not hold, in order."""
        return _missing(self)


@lru_cache(maxsize=1_024)
def _missing(side: AccountSide) -> tuple[ConditionName, ...]:
    checked = conditions(
        side.facts(ad_account_approved=True, can_edit_ads=True, is_ad_linked=True, operator_on_account=False)
    )
    return tuple(one.name for one in checked if one.ok is False and one.name in ACCOUNT_SIDE)


def account_side(permissions: PermissionSet | None, state: LinkState, account: Any) -> AccountSide:
    """Return what is known; ``account`` is the directory's row, or whatever has its columns, None where it has none."""
    given = None if permissions is None else permissions.permissions
    return AccountSide(
        link_active=state is LinkState.ACTIVE,
        existing_posts=None if given is None else Permission.EXISTING_POSTS in given,
        new_videos=None if given is None else Permission.PUBLISH_AND_MANAGE_NEW_VIDEOS in given,
        is_public=None if account is None else account.is_public,
        is_available=None if account is None else account.scope_available and account.is_business,
        is_political=None if account is None else account.is_political,
    )


def spark_problem(permissions: PermissionSet, state: LinkState, account: Any) -> str | None:
    """Return the code of the first thing missing on the account's side, or None; parameters as ``account_side``."""
    missing = account_side(permissions, state, account).missing
    return _CODES[missing[0]] if missing else None


@lru_cache(maxsize=1_024)
def permissions_of(scope: tuple[int, ...]) -> PermissionSet:
    """Return the set for a scope; the same few choices stand behind hundreds of accounts."""
    return PermissionSet.from_scope(scope)


def unfit(session: Session, among: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return the condition for links of which the account's side does not hold, apart from their end.

    The statement it is used in has outer-joined the directory. ``among`` narrows the links whose scopes are looked at:
    few scopes differ, so they are judged once each.
    """
    scopes = session.execute(select(SCOPE_TEXT, col(TikTokAccountLink.scope)).where(among).group_by(SCOPE_TEXT))
    missing = [text for text, scope in scopes if not permissions_of(tuple(scope)).is_ready_for_spark_ads]
    account = DirectoryAccount
    not_fit = and_(
        col(account.id).is_not(None),
        or_(
            not_(col(account.is_public)),
            col(account.is_political),
            not_(col(account.scope_available)),
            not_(col(account.is_business)),
        ),
    )
    return or_(SCOPE_TEXT.in_(missing), not_fit)
