"""Campaigns of an ad account: made, renamed, paused, resumed, ended by whoever may edit ads there (domain.md 2.4)."""

from __future__ import annotations

import secrets
from functools import partial

from sqlmodel import col, select, update

from bcdesktop.core.ads import AdStatus
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import ChangedMeanwhile, NotFound
from bcdesktop.core.ids import parse_text
from bcdesktop.core.policy import AdAction
from bcdesktop.services import _ad_commands, _ad_roles
from bcdesktop.services._ad_commands import Deed
from bcdesktop.services._ad_rows import campaign_rows
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.ad_form_records import CampaignRow, NewCampaign
from bcdesktop.services.ad_records import Advertiser
from bcdesktop.services.ads_errors import CampaignEnded
from bcdesktop.services.context import Context
from bcdesktop.store.tables import Ad, Campaign


def create(context: Context, advertiser: Advertiser, new: NewCampaign, key: str) -> str:
    """Make a campaign, which is active at once, and return its id; ``key`` makes a repeated call harmless.

    Raises InputRefused at ``name``, NotFound, NotAllowed, AdAccountNotUsable.
    """
    name = parse_text(new.name, "name", maximum=context.limits.campaign_name_characters)

    def work(deed: Deed) -> str:
        deed.require_approved()
        campaign = Campaign(
            id=secrets.token_hex(16),
            asset_id=deed.asset.id,
            name=name,
            objective=new.objective,
            status=AdStatus.ACTIVE,
            created_at=deed.unit.now,
            created_by=advertiser.name,
        )
        deed.unit.session.add(campaign)
        deed.record(ActivityAction.CAMPAIGN_CREATED, {"campaign": name, "objective": new.objective})
        deed.unit.changed(ChangeKind.AD, deed.asset.id)
        return campaign.id

    return _ad_commands.run(context, advertiser, AdAction.EDIT_ADS, new.asset_id, work, key=key)


def list_all(context: Context, advertiser: Advertiser, asset_id: str) -> tuple[CampaignRow, ...]:
    """Return the campaigns of an ad account, the newest first. Raises NotFound, NotAllowed."""
    with context.store.read() as session:
        _ad_roles.require(session, advertiser.person_id, asset_id, AdAction.SEE_ADS)
        return campaign_rows(session, asset_id)


def rename(context: Context, advertiser: Advertiser, campaign_id: str, name: str) -> None:
    """Give a campaign another name. Raises InputRefused at ``name``, NotFound, NotAllowed, CampaignEnded."""
    clean = parse_text(name, "name", maximum=context.limits.campaign_name_characters)

    def work(deed: Deed) -> None:
        campaign = _open_campaign(deed, campaign_id)
        if campaign.name == clean:
            return
        deed.record(ActivityAction.CAMPAIGN_CHANGED, {"before": campaign.name, "after": clean})
        campaign.name = clean
        deed.unit.session.add(campaign)
        deed.unit.changed(ChangeKind.AD, deed.asset.id)

    _ad_commands.run(context, advertiser, AdAction.EDIT_ADS, _asset_of(context, campaign_id), work)


def pause(context: Context, advertiser: Advertiser, campaign_id: str) -> None:
    """Let nothing in a campaign run; its ads keep their own state. Raises NotFound, NotAllowed, CampaignEnded."""
    _set(context, advertiser, campaign_id, AdStatus.PAUSED)


def resume(context: Context, advertiser: Advertiser, campaign_id: str) -> None:
    """Let run again what nobody paused by itself.

    Raises NotFound, NotAllowed, CampaignEnded, AdAccountNotUsable.
    """
    _set(context, advertiser, campaign_id, AdStatus.ACTIVE)


def end(context: Context, advertiser: Advertiser, campaign_id: str) -> None:
    """End a campaign with all its ads, for good. Raises NotFound, NotAllowed, CampaignEnded."""
    _set(context, advertiser, campaign_id, AdStatus.ENDED)


_DONE = {
    AdStatus.PAUSED: ActivityAction.CAMPAIGN_PAUSED,
    AdStatus.ACTIVE: ActivityAction.CAMPAIGN_RESUMED,
    AdStatus.ENDED: ActivityAction.CAMPAIGN_ENDED,
}


def _set(context: Context, advertiser: Advertiser, campaign_id: str, status: AdStatus) -> None:
    work = partial(_set_in, campaign_id, status)
    _ad_commands.run(context, advertiser, AdAction.EDIT_ADS, _asset_of(context, campaign_id), work)


def _set_in(campaign_id: str, status: AdStatus, deed: Deed) -> None:
    campaign, unit = _open_campaign(deed, campaign_id), deed.unit
    if campaign.status is status:
        return
    if status is AdStatus.ACTIVE:
        deed.require_approved()
    ended_at = unit.now if status is AdStatus.ENDED else None
    new = {"status": status, "ended_at": ended_at}
    if not unit.compare_and_set(Campaign, campaign_id, {"status": campaign.status}, new):
        raise ChangedMeanwhile("campaign", campaign_id)
    of_campaign = update(Ad).where(col(Ad.campaign_id) == campaign_id)
    # what ran until now stops here, what begins to run begins here: closing an ad account asks for this time
    unit.session.execute(of_campaign.where(col(Ad.status) == AdStatus.ACTIVE).values(last_active_at=unit.now))
    if status is AdStatus.ENDED:
        ending = {"status": AdStatus.ENDED, "pause_reason": None, "status_at": unit.now, "version": Ad.version + 1}
        unit.session.execute(of_campaign.where(col(Ad.status) != AdStatus.ENDED).values(**ending))
    deed.record(_DONE[status], {"campaign": campaign.name})
    unit.changed(ChangeKind.AD, deed.asset.id)


def _open_campaign(deed: Deed, campaign_id: str) -> Campaign:
    campaign = deed.unit.session.get(Campaign, campaign_id)
    if campaign is None or campaign.asset_id != deed.asset.id:
        raise NotFound("campaign", campaign_id)
    if campaign.status is AdStatus.ENDED:
        raise CampaignEnded(campaign.name)
    return campaign


def _asset_of(context: Context, campaign_id: str) -> str:
    with context.store.read() as session:
        asset_id = session.exec(select(Campaign.asset_id).where(Campaign.id == campaign_id)).first()
    if asset_id is None:
        raise NotFound("campaign", campaign_id)
    return asset_id
