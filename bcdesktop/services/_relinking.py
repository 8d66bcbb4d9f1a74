"""Access that was ended on purpose does not come back by itself, nor by the same request (A0-45; domain.md 13.19)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlmodel import Session, col, select

from bcdesktop.core.access_requests import LinkState
from bcdesktop.services.records import EndedBefore
from bcdesktop.services.relink_errors import AccessEndedSince, EndedOnPurpose
from bcdesktop.store.tables import AccessRequest, TikTokAccountLink

_WHOLE_SECOND = timedelta(seconds=1)
"""The time of a request is kept without what is below a second."""


def last_ending(
    session: Session, center_id: str, *, account_id: str | None = None, handle: str | None = None
) -> EndedBefore | None:
    """Return how access to an account, by id or handle, was ended on purpose; None where it holds or just ran out."""
    if account_id is None and handle is None:
        return None
    whose = col(TikTokAccountLink.account_id) == account_id
    if account_id is None:
        whose = col(TikTokAccountLink.handle) == handle
    rows = (
        select(TikTokAccountLink)
        .where(TikTokAccountLink.business_center_id == center_id, whose)
        .order_by(col(TikTokAccountLink.linked_at).desc(), col(TikTokAccountLink.ended_at).is_(None).desc())
    )
    links = session.exec(rows).all()
    if not links or any(link.state is LinkState.ACTIVE for link in links):
        return None
    last = max(links, key=lambda link: (link.linked_at, link.ended_at or link.linked_at))
    if last.state is LinkState.RAN_OUT or last.ended_at is None:
        return None
    by_owner = last.state is LinkState.REVOKED
    return EndedBefore(last.handle, by_owner, last.ended_at, last.ended_by or "", last.id)


def require_meant(
    session: Session, center_id: str, *, account_id: str | None, handle: str | None, asks_again: bool
) -> None:
    """Raise EndedOnPurpose unless nothing was ended on purpose or somebody said that they ask again."""
    ended = None if asks_again else last_ending(session, center_id, account_id=account_id, handle=handle)
    if ended is not None:
        raise EndedOnPurpose(ended.handle, ended.by_owner, ended.ended_by, ended.ended_at)


def refuse_older(session: Session, request: AccessRequest, account_id: str) -> None:
    """Raise AccessEndedSince for a request that was made before access to the account was ended."""
    ended = last_ending(session, request.business_center_id, account_id=account_id)
    if ended is not None and request.created_at + _WHOLE_SECOND < ended.ended_at:
        raise AccessEndedSince(ended.handle, ended.ended_at)


def told(session: Session, center_id: str, *, account_id: str | None, handle: str | None) -> dict[str, Any]:
    """Return what the entry about a request or link says of an ending before it."""
    ended = last_ending(session, center_id, account_id=account_id, handle=handle)
    return {} if ended is None else {"ended_at": ended.ended_at, "ended_by": ended.ended_by}
