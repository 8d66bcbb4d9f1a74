"""Changes of ads that are there: name, words, where a new video shows, and whether they run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlmodel import col, select

from bcdesktop.core.ads import AdKind, AdSource, AdStatus, PauseReason, PostState
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import ChangedMeanwhile, NotFound
from bcdesktop.core.ids import parse_text
from bcdesktop.core.limits import Limits
from bcdesktop.services import _ad_checks
from bcdesktop.services._ad_commands import Deed
from bcdesktop.services._batches import batches
from bcdesktop.services._directory_posts import set_state
from bcdesktop.services._pausing import NAMED
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.ad_form_records import AdChange
from bcdesktop.services.ad_records import IdentityRow
from bcdesktop.services.ads_errors import AdEnded, AdsOnlyWithoutVideo, AdTextFixed, CampaignEnded
from bcdesktop.store.tables import Ad, Campaign, DirectoryPost


def cleaned(change: AdChange, limits: Limits) -> AdChange:
    """Return ``change`` as it may be kept. Raises InputRefused at the field in question."""
    name, text = change.name, change.text
    return AdChange(
        name=None if name is None else parse_text(name, "name", maximum=limits.ad_name_characters),
        text=None if text is None else parse_text(text, "text", maximum=limits.ad_text_characters),
        ads_only=change.ads_only,
    )


def change(ad_id: str, wanted: AdChange, deed: Deed) -> None:
    """See ``ads.change``."""
    ad = next(_ads(deed, (ad_id,)))
    if ad.status is AdStatus.ENDED:
        raise AdEnded(ad.name)
    before: dict[str, object] = {}
    after: dict[str, object] = {}
    if wanted.text is not None and wanted.text != ad.text and ad.kind is AdKind.SPARK:
        raise AdTextFixed(ad.name)
    if wanted.ads_only is not None and wanted.ads_only is not ad.ads_only:
        _show(deed, ad, ads_only=wanted.ads_only)
    for name in ("name", "text", "ads_only"):
        value = getattr(wanted, name)
        if value is not None and value != getattr(ad, name):
            before[name], after[name] = getattr(ad, name), value
            setattr(ad, name, value)
    if not after:
        return
    deed.unit.session.add(ad)
    deed.record(ActivityAction.AD_CHANGED, {"ad": ad.name, "before": before, "after": after})
    deed.unit.changed(ChangeKind.AD, deed.asset.id)


def pause(ad_ids: Sequence[str], deed: Deed) -> int:
    """See ``ads.pause``."""
    names = []
    for ad in _ads(deed, ad_ids):
        if ad.status is AdStatus.ENDED:
            raise AdEnded(ad.name)
        if ad.status is AdStatus.ACTIVE:
            names.append(ad.name)
            _set(deed, ad, AdStatus.PAUSED, PauseReason.BY_PERSON)
    return _close(deed, ActivityAction.ADS_PAUSED, names, reason=PauseReason.BY_PERSON)


def resume(ad_ids: Sequence[str], deed: Deed) -> int:
    """See ``ads.resume``."""
    deed.require_approved()
    names = []
    checked: dict[str, IdentityRow] = {}
    for ad in _ads(deed, ad_ids):
        if ad.status is AdStatus.ENDED:
            raise AdEnded(ad.name)
        if ad.status is AdStatus.PAUSED:
            _require_runnable(deed, ad, checked)
            names.append(ad.name)
            _set(deed, ad, AdStatus.ACTIVE, None)
    return _close(deed, ActivityAction.ADS_RESUMED, names)


def end(ad_ids: Sequence[str], deed: Deed) -> int:
    """See ``ads.end``."""
    names = []
    for ad in _ads(deed, ad_ids):
        if ad.status is not AdStatus.ENDED:
            names.append(ad.name)
            _set(deed, ad, AdStatus.ENDED, None)
    return _close(deed, ActivityAction.ADS_ENDED, names)


def _require_runnable(deed: Deed, ad: Ad, checked: dict[str, IdentityRow]) -> None:
    campaign = deed.unit.session.get_one(Campaign, ad.campaign_id)
    if campaign.status is AdStatus.ENDED:
        raise CampaignEnded(campaign.name)
    if ad.kind is AdKind.PLAIN:
        return
    identity = _identity(deed, ad, checked)
    _ad_checks.put_under(ad, identity)
    deed.unit.session.add(ad)
    if ad.kind is AdKind.LIVE:
        _ad_checks.require_live_free(deed.unit.session, deed.asset.id, identity)
    _ad_checks.require_post_there(deed.unit.session, ad)


def _identity(deed: Deed, ad: Ad, checked: dict[str, IdentityRow]) -> IdentityRow:
    key = f"{ad.kind}:{ad.identity_kind}:{ad.account_id}"
    if key not in checked:
        checked[key] = _ad_checks.usable_identity_of(deed, ad)
    return checked[key]


def _show(deed: Deed, ad: Ad, *, ads_only: bool) -> None:
    """Put the post of a new video on the profile, or keep it off (A3-19)."""
    if ad.source is not AdSource.PUSH:
        raise AdsOnlyWithoutVideo(ad.name)
    _ad_checks.require_ads_only_free(_identity(deed, ad, {}), ads_only=ads_only)
    post = None if ad.post_id is None else deed.unit.session.get(DirectoryPost, ad.post_id)
    if post is not None and post.state is not PostState.DELETED:
        set_state(deed.unit, post, PostState.ADS_ONLY if ads_only else PostState.PUBLIC)


def _set(deed: Deed, ad: Ad, status: AdStatus, reason: PauseReason | None) -> None:
    now = deed.unit.now
    new: dict[str, object] = {"status": status, "pause_reason": reason, "status_at": now}
    if AdStatus.ACTIVE in (status, ad.status):
        new["last_active_at"] = now
    if not deed.unit.compare_and_set(Ad, ad.id, {"status": ad.status}, new):
        raise ChangedMeanwhile("ad", ad.id)


def _close(deed: Deed, action: ActivityAction, names: list[str], **more: object) -> int:
    if names:
        deed.record(action, {"number": len(names), "ads": sorted(names)[:NAMED], **more})
        deed.unit.changed(ChangeKind.AD, deed.asset.id)
    return len(names)


def _ads(deed: Deed, ad_ids: Sequence[str]) -> Iterator[Ad]:
    """Give the ads in the order of ``ad_ids``. Raises NotFound for one of another ad account."""
    found: dict[str, Ad] = {}
    for some in batches(ad_ids):
        rows = select(Ad).where(Ad.asset_id == deed.asset.id, col(Ad.id).in_(some))
        found |= {ad.id: ad for ad in deed.unit.session.exec(rows)}
    for ad_id in dict.fromkeys(ad_ids):
        if ad_id not in found:
            raise NotFound("ad", ad_id)
        yield found[ad_id]
