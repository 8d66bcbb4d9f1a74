"""What an ad may show and under which account: checked when it is made, and again when it is resumed.

Plain ads have no account (A1-21); Spark Ads need both permissions (A3-26); LIVE ads have one of their own (domain.md
10.13). Everything is looked at in the transaction that lets the ad run.
"""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col, func, select

from bcdesktop.core.ads import AdKind, AdSource, AdStatus, IdentityKind, PostState
from bcdesktop.core.errors import LimitReached, ValueMissing
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.limits import Limits
from bcdesktop.core.permissions import Permission, Visibility
from bcdesktop.core.readiness import is_ready, is_ready_for_live
from bcdesktop.services import _identities
from bcdesktop.services._ad_commands import Deed
from bcdesktop.services._readiness_rows import ReadinessRows
from bcdesktop.services.ad_form_records import NewAd
from bcdesktop.services.ad_records import Advertiser, IdentityRow
from bcdesktop.services.ads_errors import (
    AdsOnlyLocked,
    ExclusiveLiveTaken,
    IdentityGone,
    IdentityLacksPermission,
    IdentityNotReady,
    PlainAdHasNoAccount,
    PostNotPublic,
    PostOfOther,
)
from bcdesktop.store.tables import Ad, Asset, DirectoryPost, PartnerShare, TikTokAccountLink


def require_whole(new: NewAd) -> None:
    """Raise ValueMissing or PlainAdHasNoAccount where the parts of ``new`` do not make the kind of ad it is."""
    if new.kind is AdKind.PLAIN:
        if new.identity_id or new.identity_kind is not IdentityKind.NONE:
            raise PlainAdHasNoAccount("identity")
        if new.post_id or new.source is not None:
            raise PlainAdHasNoAccount("source")
        return
    if not new.identity_id or new.identity_kind is IdentityKind.NONE:
        raise ValueMissing("identity")
    if new.kind is AdKind.SPARK and new.source is None:
        raise ValueMissing("source")
    if new.source is AdSource.PULL and not new.post_id:
        raise ValueMissing("post")


def find_identity(
    session: Session, asset: Asset, advertiser: Advertiser, kind: IdentityKind, identity_id: str, now: datetime
) -> IdentityRow | None:
    """Return one account of the identity picker, None where it is not there for this person (any more)."""
    rows = _identities.read(ReadinessRows(session, asset, advertiser.person_id, now))
    return next((row for row in rows if row.kind is kind and row.id == identity_id), None)


def usable_identity(deed: Deed, kind: IdentityKind, identity_id: str, ad_kind: AdKind) -> IdentityRow:
    """Return the account, usable for an ad of this kind by this person in this ad account, now.

    Raises IdentityGone, IdentityLacksPermission, IdentityNotReady.
    """
    identity = find_identity(deed.unit.session, deed.asset, deed.advertiser, kind, identity_id, deed.unit.now)
    if identity is None:
        raise IdentityGone("")
    require_fit(identity, ad_kind)
    return identity


def usable_identity_of(deed: Deed, ad: Ad) -> IdentityRow:
    """Return the account of an ad as ``usable_identity`` does; one that was linked or shared again since counts.

    Raises IdentityGone also for another person's own link (domain.md 1.6.1).
    """
    rows = _identities.read(ReadinessRows(deed.unit.session, deed.asset, deed.advertiser.person_id, deed.unit.now))
    ids = (ad.link_id, ad.share_id, ad.person_link_id)
    same = [row for row in rows if row.id in ids or (row.kind, row.account_id) == (ad.identity_kind, ad.account_id)]
    if not same:
        raise IdentityGone(ad.handle)
    identity = next((row for row in same if row.id in ids), same[0])
    if not identity.ready:
        # rows come with the usable ones first
        identity = same[0]
    require_fit(identity, ad.kind)
    return identity


def put_under(ad: Ad, identity: IdentityRow) -> None:
    """Let an ad run under an account."""
    ad.account_id, ad.handle = identity.account_id, identity.handle
    ad.link_id = identity.id if identity.account_kind is AssetKind.TIKTOK_ACCOUNT else None
    ad.share_id = identity.id if identity.account_kind is AssetKind.SHARED_TIKTOK_ACCOUNT else None
    ad.person_link_id = identity.id if identity.account_kind is None else None


def require_fit(identity: IdentityRow, ad_kind: AdKind) -> None:
    """Raise IdentityLacksPermission or IdentityNotReady where an ad of this kind cannot run under ``identity``."""
    if ad_kind is AdKind.LIVE and not identity.can_live:
        raise IdentityLacksPermission(identity.handle, Permission.LIVE_VIDEOS)
    holds = is_ready_for_live if ad_kind is AdKind.LIVE else is_ready
    broken = [line for line in identity.conditions if not holds((line.condition,))]
    if broken:
        raise IdentityNotReady(
            identity.handle,
            tuple(line.condition.name for line in broken),
            tuple(dict.fromkeys(name for line in broken for name in line.helpers)),
        )


def require_ads_only_free(identity: IdentityRow, *, ads_only: bool) -> None:
    """Raise AdsOnlyLocked where the grant keeps new videos off the profile (A3-16, A3-17), from any ad account."""
    if not ads_only and identity.visibility is not Visibility.SHOW_ON_PROFILE_AND_IN_ADS:
        raise AdsOnlyLocked(identity.handle)


def usable_post(session: Session, identity: IdentityRow, post_id: str) -> DirectoryPost:
    """Return a public post of the account. Raises PostOfOther, PostNotPublic."""
    post = session.get(DirectoryPost, post_id)
    if post is None or post.account_id != identity.account_id or post.is_live:
        raise PostOfOther(identity.handle)
    if post.state is not PostState.PUBLIC:
        raise PostNotPublic(identity.handle, post.state)
    return post


def require_post_there(session: Session, ad: Ad) -> None:
    """Raise PostNotPublic where the post of an ad cannot be shown any more."""
    post = None if ad.post_id is None else session.get(DirectoryPost, ad.post_id)
    if post is None:
        return
    shown = {PostState.PUBLIC, PostState.ADS_ONLY} if ad.source is AdSource.PUSH else {PostState.PUBLIC}
    if post.state not in shown:
        raise PostNotPublic(ad.handle, post.state)


def require_live_free(session: Session, asset_id: str, identity: IdentityRow) -> None:
    """Raise ExclusiveLiveTaken where an exclusive grant is in use by another ad account (domain.md 2.2)."""
    link = session.get(TikTokAccountLink, identity.id)
    share = None if link is not None else session.get(PartnerShare, identity.id)
    if share is not None and share.link_id is not None:
        link = session.get(TikTokAccountLink, share.link_id)
    if link is None or Permission.EXCLUSIVE_LIVE_GMV_MAX not in link.scope:
        return
    elsewhere = select(Ad.id).where(
        Ad.account_id == identity.account_id,
        Ad.status == AdStatus.ACTIVE,
        Ad.kind == AdKind.LIVE,
        Ad.asset_id != asset_id,
    )
    if session.exec(elsewhere.limit(1)).first() is not None:
        raise ExclusiveLiveTaken(identity.handle)


def require_room(session: Session, limits: Limits, asset_id: str, account_id: str | None) -> None:
    """Raise LimitReached for a full ad account or identity (domain.md 4); ended ads take no room."""
    counted = select(func.count(col(Ad.id))).where(Ad.status != AdStatus.ENDED)
    of_account = session.exec(counted.where(Ad.asset_id == asset_id)).one()
    if of_account >= limits.ads_per_ad_account:
        raise LimitReached("ads_per_ad_account", limits.ads_per_ad_account, of_account)
    if account_id is None:
        return
    of_identity = session.exec(counted.where(Ad.account_id == account_id)).one()
    if of_identity >= limits.ads_per_identity:
        raise LimitReached("ads_per_identity", limits.ads_per_identity, of_identity)
