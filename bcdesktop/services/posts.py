"""Posts of TikTok accounts: the ones an ad may use, and the owner's own on the phone (domain.md 10.3, 10.8, 10.11)."""

from __future__ import annotations

from typing import Any

from sqlmodel import col, func, select

from bcdesktop.core.ads import AdStatus, IdentityKind, PostState
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import NotFound, ValueMalformed
from bcdesktop.core.ids import parse_text
from bcdesktop.core.permissions import Permission
from bcdesktop.core.policy import AdAction
from bcdesktop.profile import PhoneAccount, PhoneProfile
from bcdesktop.services import _ad_checks, _ad_roles, _devices
from bcdesktop.services._directory_posts import add_post, set_state
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.ad_form_records import OwnPostRow, PostRow
from bcdesktop.services.ad_records import Advertiser
from bcdesktop.services.ads_errors import IdentityGone, IdentityLacksPermission, PostInAds
from bcdesktop.services.context import Context
from bcdesktop.store.activity import STORE_CHAIN, EntryActor
from bcdesktop.store.tables import Ad, DirectoryPost
from bcdesktop.store.unit_of_work import UnitOfWork

AUDIENCES = (PostState.PUBLIC, PostState.FRIENDS, PostState.ONLY_ME)
"""For whom an owner can post."""


# ------------------------------------------------------------------ for ads
def usable(
    context: Context, advertiser: Advertiser, asset_id: str, kind: IdentityKind, identity_id: str
) -> tuple[PostRow, ...]:
    """Return the posts of an account that may become a Spark Ad in an ad account (A3-14), the newest first.

    Public ones only; an account of another store has none here. Raises NotFound, NotAllowed, IdentityGone,
    IdentityLacksPermission.
    """
    with context.store.read() as session:
        asset, _role = _ad_roles.require(session, advertiser.person_id, asset_id, AdAction.EDIT_ADS)
        identity = _ad_checks.find_identity(session, asset, advertiser, kind, identity_id, context.clock.now())
        if identity is None:
            raise IdentityGone("")
        if not identity.can_pull:
            raise IdentityLacksPermission(identity.handle, Permission.EXISTING_POSTS)
        rows = (
            select(DirectoryPost.id, DirectoryPost.caption, DirectoryPost.posted_at)
            .where(
                DirectoryPost.account_id == identity.account_id,
                DirectoryPost.state == PostState.PUBLIC,
                col(DirectoryPost.is_live).is_(False),
            )
            .order_by(col(DirectoryPost.posted_at).desc(), col(DirectoryPost.id))
        )
        return tuple(PostRow(*row) for row in session.exec(rows))


# ------------------------------------------------------------------ the owner's, on the phone
def own(context: Context, phone: PhoneProfile) -> tuple[OwnPostRow, ...]:
    """Return the posts of the active account, the newest first, those that only ads show too. Raises NotLoggedIn."""
    account = _devices.active(context, phone)
    used: Any = (
        select(col(Ad.post_id).label("post_id"), func.count(col(Ad.id)).label("ads"))
        .where(Ad.account_id == account.account_id, Ad.status != AdStatus.ENDED)
        .group_by(col(Ad.post_id))
        .subquery()
    )
    columns: tuple[Any, ...] = (
        *(DirectoryPost.id, DirectoryPost.caption, DirectoryPost.state),
        *(DirectoryPost.posted_at, DirectoryPost.posted_by),
        func.coalesce(used.c.ads, 0).label("ads"),
    )
    rows = (
        select(*columns)
        .outerjoin(used, used.c.post_id == col(DirectoryPost.id))
        .where(DirectoryPost.account_id == account.account_id, DirectoryPost.state != PostState.DELETED)
        .order_by(col(DirectoryPost.posted_at).desc(), col(DirectoryPost.id))
    )
    with context.store.read() as session:
        return tuple(OwnPostRow(*row) for row in session.execute(rows))


def publish(context: Context, phone: PhoneProfile, caption: str, state: PostState = PostState.PUBLIC) -> str:
    """Post something on the active account, for one of ``AUDIENCES``; return the post's id.

    Raises NotLoggedIn, InputRefused at ``caption``, ValueMalformed at ``state``, NotFound for an account of another
    store.
    """
    account = _devices.active(context, phone)
    if state not in AUDIENCES:
        raise ValueMalformed("state", "choice")
    clean = parse_text(caption, "caption", maximum=context.limits.ad_text_characters)

    def work(unit: UnitOfWork) -> str:
        post_id = add_post(unit, account.account_id, clean, state)
        if post_id is None:
            raise NotFound("tiktok_account", account.account_id)
        _note(unit, account, ActivityAction.POST_PUBLISHED, clean)
        return post_id

    return context.store.run(work)


def delete(context: Context, phone: PhoneProfile, post_id: str) -> None:
    """Delete a post of the active account. Raises NotLoggedIn, NotFound, PostInAds (domain.md 10.8)."""
    account = _devices.active(context, phone)

    def work(unit: UnitOfWork) -> None:
        post = unit.session.get(DirectoryPost, post_id)
        if post is None or post.account_id != account.account_id or post.state is PostState.DELETED:
            raise NotFound("post", post_id)
        used = select(func.count(col(Ad.id))).where(Ad.post_id == post_id, Ad.status != AdStatus.ENDED)
        number = unit.session.exec(used).one()
        if number:
            raise PostInAds(number)
        set_state(unit, post, PostState.DELETED)
        _note(unit, account, ActivityAction.POST_DELETED, post.caption)

    context.store.run(work)


def _note(unit: UnitOfWork, account: PhoneAccount, action: ActivityAction, caption: str) -> None:
    name = f"@{account.handle}"
    owner = EntryActor("owner", account.account_id, name)
    unit.record(
        STORE_CHAIN, owner, action, "tiktok_account", account.account_id, {"caption": caption}, object_name=name
    )
    unit.changed(ChangeKind.DIRECTORY, account.account_id)
