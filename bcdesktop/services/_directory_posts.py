"""Posts of accounts of the directory: added, put on the profile, taken off it, and counted as the profile does."""

from __future__ import annotations

import secrets

from bcdesktop.core.ads import PostState
from bcdesktop.core.changes import ChangeKind
from bcdesktop.store.tables import DirectoryAccount, DirectoryPost
from bcdesktop.store.unit_of_work import UnitOfWork

_OFF_PROFILE = (PostState.ADS_ONLY, PostState.DELETED)


def add_post(unit: UnitOfWork, account_id: str, caption: str, state: PostState, by: str = "") -> str | None:
    """Add a post and return its id; None where the account lives in another store. ``by`` is empty for the owner."""
    account = unit.session.get(DirectoryAccount, account_id)
    if account is None:
        return None
    post = DirectoryPost(
        id=secrets.token_hex(16),
        account_id=account_id,
        caption=caption,
        state=state,
        posted_at=unit.now,
        posted_by=by,
    )
    unit.session.add(post)
    _count(unit, account, int(state not in _OFF_PROFILE))
    return post.id


def set_state(unit: UnitOfWork, post: DirectoryPost, state: PostState) -> None:
    """Show a post on the profile, for ads only, or no more."""
    step = int(state not in _OFF_PROFILE) - int(post.state not in _OFF_PROFILE)
    post.state = state
    unit.session.add(post)
    _count(unit, unit.session.get_one(DirectoryAccount, post.account_id), step)


def _count(unit: UnitOfWork, account: DirectoryAccount, step: int) -> None:
    account.posts = max(0, account.posts + step)
    unit.session.add(account)
    unit.changed(ChangeKind.DIRECTORY, account.id)
