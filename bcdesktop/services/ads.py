"""Ads of an ad account (domain.md 10): made, changed, paused, resumed and ended by whoever may edit ads there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from bcdesktop.core.errors import NotFound
from bcdesktop.core.policy import AdAction, ad_may
from bcdesktop.services import _ad_changes, _ad_commands, _ad_making, _ad_roles
from bcdesktop.services._ad_rows import ad_row, ad_rows, campaign_rows
from bcdesktop.services.ad_form_records import AdChange, AdRow, AdsOverview, NewAd
from bcdesktop.services.ad_records import Advertiser
from bcdesktop.services.context import Context
from bcdesktop.store.tables import Ad, AdAccount, Campaign


def create(context: Context, advertiser: Advertiser, new: NewAd, key: str) -> str:
    """Make an ad, which runs at once where its campaign does, and return its id; ``key`` guards against a second one.

    The account is checked in the same transaction (decisions.md, Ready for Spark Ads). Raises InputRefused at the field
    in question (PlainAdHasNoAccount, A1-21), NotFound, NotAllowed, AdAccountNotUsable, CampaignEnded, IdentityGone,
    IdentityNotReady (A3-26), IdentityLacksPermission, ExclusiveLiveTaken, PostOfOther, PostNotPublic, AdsOnlyLocked
    (A3-17), LimitReached.
    """
    limits = context.limits
    clean = _ad_making.cleaned(new, limits)
    asset_id = _asset_of_campaign(context, new.campaign_id)

    def work(deed: _ad_commands.Deed) -> str:
        return _ad_making.make(deed, clean, limits)

    return _ad_commands.run(context, advertiser, AdAction.EDIT_ADS, asset_id, work, key=key)


def overview(context: Context, advertiser: Advertiser, asset_id: str) -> AdsOverview:
    """Return everything in an ad account, and whether this person may change it. Raises NotFound, NotAllowed."""
    with context.store.read() as session:
        asset, role = _ad_roles.require(session, advertiser.person_id, asset_id, AdAction.SEE_ADS)
        return AdsOverview(
            asset_id=asset_id,
            name=asset.name,
            status=session.get_one(AdAccount, asset_id).status,
            can_edit=ad_may(AdAction.EDIT_ADS, role.role),
            helpers=_ad_roles.admin_names(session, asset),
            campaigns=campaign_rows(session, asset_id),
            ads=ad_rows(session, asset_id),
        )


def list_all(context: Context, advertiser: Advertiser, asset_id: str) -> tuple[AdRow, ...]:
    """Return the ads of an ad account, the newest first. Raises NotFound, NotAllowed."""
    with context.store.read() as session:
        _ad_roles.require(session, advertiser.person_id, asset_id, AdAction.SEE_ADS)
        return ad_rows(session, asset_id)


def get(context: Context, advertiser: Advertiser, ad_id: str) -> AdRow:
    """Return one ad. Raises NotFound, NotAllowed."""
    with context.store.read() as session:
        row = ad_row(session, ad_id)
        try:
            _ad_roles.require(session, advertiser.person_id, row.asset_id, AdAction.SEE_ADS)
        except NotFound as error:
            raise NotFound("ad", ad_id) from error
        return row


def change(context: Context, advertiser: Advertiser, ad_id: str, change: AdChange) -> None:
    """Change an ad's name, its words where no post fixes them, or whether its new video shows through ads only.

    Raises InputRefused, NotFound, NotAllowed, AdEnded, AdTextFixed (domain.md 10.8), AdsOnlyLocked (A3-17),
    AdsOnlyWithoutVideo, IdentityGone, IdentityNotReady.
    """
    clean = _ad_changes.cleaned(change, context.limits)
    work = partial(_ad_changes.change, ad_id, clean)
    _ad_commands.run(context, advertiser, AdAction.EDIT_ADS, _asset_of(context, (ad_id,)), work)


def pause(context: Context, advertiser: Advertiser, ad_ids: Sequence[str]) -> int:
    """Pause ads of one ad account; return how many ran. Raises NotFound, NotAllowed, AdEnded."""
    work = partial(_ad_changes.pause, ad_ids)
    return _ad_commands.run(context, advertiser, AdAction.EDIT_ADS, _asset_of(context, ad_ids), work)


def resume(context: Context, advertiser: Advertiser, ad_ids: Sequence[str]) -> int:
    """Let paused ads of one ad account run again, all or none; return how many were paused.

    Everything is checked as for a new ad: raises what ``create`` raises for the account, the post and the ad account,
    and AdEnded.
    """
    work = partial(_ad_changes.resume, ad_ids)
    return _ad_commands.run(context, advertiser, AdAction.EDIT_ADS, _asset_of(context, ad_ids), work)


def end(context: Context, advertiser: Advertiser, ad_ids: Sequence[str]) -> int:
    """End ads of one ad account for good; return how many were not ended. Raises NotFound, NotAllowed."""
    work = partial(_ad_changes.end, ad_ids)
    return _ad_commands.run(context, advertiser, AdAction.EDIT_ADS, _asset_of(context, ad_ids), work)


def _asset_of(context: Context, ad_ids: Sequence[str]) -> str:
    with context.store.read() as session:
        ad = session.get(Ad, ad_ids[0]) if ad_ids else None
        if ad is None:
            raise NotFound("ad", ad_ids[0] if ad_ids else "")
        return ad.asset_id


def _asset_of_campaign(context: Context, campaign_id: str) -> str:
    with context.store.read() as session:
        campaign = session.get(Campaign, campaign_id)
        if campaign is None:
            raise NotFound("campaign", campaign_id)
        return campaign.asset_id
