"""A new ad, and the post a new video becomes (domain.md 10.3, 10.4)."""

from __future__ import annotations

import secrets

from bcdesktop.core.ads import AdKind, AdSource, AdStatus, PostState
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import NotFound
from bcdesktop.core.ids import parse_text
from bcdesktop.core.limits import Limits
from bcdesktop.services import _ad_checks
from bcdesktop.services._ad_commands import Deed
from bcdesktop.services._directory_posts import add_post
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.ad_form_records import NewAd
from bcdesktop.services.ad_records import IdentityRow
from bcdesktop.services.ads_errors import CampaignEnded
from bcdesktop.store.tables import Ad, Campaign


def cleaned(new: NewAd, limits: Limits) -> NewAd:
    """Return ``new`` as it may be kept. Raises InputRefused at the field in question."""
    _ad_checks.require_whole(new)
    needs_video = new.kind is AdKind.PLAIN or new.source is AdSource.PUSH
    own_words = new.source is not AdSource.PULL
    return NewAd(
        campaign_id=new.campaign_id,
        name=parse_text(new.name, "name", maximum=limits.ad_name_characters),
        kind=new.kind,
        text=parse_text(new.text, "text", maximum=limits.ad_text_characters) if own_words else "",
        identity_kind=new.identity_kind,
        identity_id=new.identity_id,
        source=new.source if new.kind is AdKind.SPARK else None,
        post_id=new.post_id if new.source is AdSource.PULL else "",
        video_name=parse_text(new.video_name, "video_name", maximum=limits.ad_name_characters) if needs_video else "",
        ads_only=new.ads_only,
    )


def make(deed: Deed, new: NewAd, limits: Limits) -> str:
    """Write an ad that may run, with a new post where a new video is pushed; return its id."""
    deed.require_approved()
    campaign = deed.unit.session.get(Campaign, new.campaign_id)
    if campaign is None or campaign.asset_id != deed.asset.id:
        raise NotFound("campaign", new.campaign_id)
    if campaign.status is AdStatus.ENDED:
        raise CampaignEnded(campaign.name)
    ad = _plain(deed, new)
    if new.kind is not AdKind.PLAIN:
        identity = _ad_checks.usable_identity(deed, new.identity_kind, new.identity_id, new.kind)
        _ad_checks.put_under(ad, identity)
        _add_video(deed, ad, new, identity)
    _ad_checks.require_room(deed.unit.session, limits, deed.asset.id, ad.account_id)
    deed.unit.session.add(ad)
    deed.record(ActivityAction.AD_CREATED, _told(ad, campaign))
    deed.unit.changed(ChangeKind.AD, deed.asset.id)
    return ad.id


def _plain(deed: Deed, new: NewAd) -> Ad:
    now = deed.unit.now
    return Ad(
        id=secrets.token_hex(16),
        campaign_id=new.campaign_id,
        asset_id=deed.asset.id,
        name=new.name,
        kind=new.kind,
        identity_kind=new.identity_kind,
        source=new.source,
        video_name=new.video_name,
        text=new.text,
        status=AdStatus.ACTIVE,
        status_at=now,
        last_active_at=now,
        created_at=now,
        created_by=deed.advertiser.name,
        created_by_id=deed.advertiser.person_id,
    )


def _add_video(deed: Deed, ad: Ad, new: NewAd, identity: IdentityRow) -> None:
    session = deed.unit.session
    if new.kind is AdKind.LIVE:
        _ad_checks.require_live_free(session, deed.asset.id, identity)
    elif new.source is AdSource.PULL:
        post = _ad_checks.usable_post(session, identity, new.post_id)
        ad.post_id, ad.text = post.id, post.caption
    else:
        _ad_checks.require_ads_only_free(identity, ads_only=new.ads_only)
        ad.ads_only = new.ads_only
        state = PostState.ADS_ONLY if new.ads_only else PostState.PUBLIC
        ad.post_id = add_post(deed.unit, identity.account_id, new.text, state, deed.advertiser.name)


def _told(ad: Ad, campaign: Campaign) -> dict[str, object]:
    body: dict[str, object] = {"ad": ad.name, "campaign": campaign.name, "ad_kind": ad.kind}
    if ad.handle:
        body["handle"] = ad.handle
    if ad.ads_only is not None:
        body["ads_only"] = ad.ads_only
    return body
