"""What hangs on a TikTok account in ad accounts: its links to them, and the ads that run on it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlmodel import Session, col, select

from bcdesktop.core.ads import AdStatus, PauseReason
from bcdesktop.services import _pausing
from bcdesktop.services._batches import batches
from bcdesktop.services._ending.plan import EndedAdLink, EndedPersonLink, PausedAd, Plan
from bcdesktop.store.tables import Ad, AdLink, Asset, PartnerShare, Partnership, Person, PersonLink, TikTokAccountLink


def of_links(session: Session, plan: Plan, link_ids: Iterable[str], reason: PauseReason) -> None:
    """Add what own linked accounts are used for."""
    for some in batches(tuple(link_ids)):
        _add_ads(session, plan, reason, col(Ad.link_id).in_(some))
        _add_ad_links(session, plan, col(AdLink.link_id).in_(some))


def of_shares(session: Session, plan: Plan, share_ids: Iterable[str], reason: PauseReason) -> None:
    """Add what shared accounts are used for."""
    for some in batches(tuple(share_ids)):
        _add_ads(session, plan, reason, col(Ad.share_id).in_(some))
        _add_ad_links(session, plan, col(AdLink.share_id).in_(some))


def of_reach(session: Session, plan: Plan, center_id: str, asset_ids: Iterable[str], reason: PauseReason) -> None:
    """Add what a Business Center does in ad accounts with the TikTok accounts it has."""
    own = select(TikTokAccountLink.id).where(col(TikTokAccountLink.business_center_id) == center_id)
    received = (
        select(PartnerShare.id)
        .join(Partnership, col(Partnership.id) == col(PartnerShare.partnership_id))
        .where(col(Partnership.partner_center_id) == center_id)
    )
    theirs = col(Ad.link_id).in_(own) | col(Ad.share_id).in_(received)
    for some in batches(tuple(asset_ids)):
        _add_ads(session, plan, reason, col(Ad.asset_id).in_(some), theirs)
        _add_ad_links(session, plan, col(AdLink.asset_id).in_(some), col(AdLink.business_center_id) == center_id)


def unlink(session: Session, plan: Plan, ad_link_ids: Iterable[str]) -> None:
    """Add pairs of a TikTok account and an ad account, and what runs on them (U6, U8)."""
    for some in batches(tuple(ad_link_ids)):
        _add_ads(session, plan, PauseReason.AD_LINK_REMOVED, _pausing.on_pairs(some))
        _add_ad_links(session, plan, col(AdLink.id).in_(some))


def end_person_link(session: Session, plan: Plan, person_link_id: str) -> None:
    """Add a person's own link and what runs on it, in whichever ad account (U6)."""
    columns: Any = select(PersonLink.id, PersonLink.handle, Person.name).join(
        Person, col(Person.id) == col(PersonLink.person_id)
    )
    rows = session.execute(columns.where(col(PersonLink.id) == person_link_id))
    plan.person_links |= {row[0]: EndedPersonLink(*row) for row in rows}
    _add_ads(session, plan, PauseReason.PERSON_LINK_ENDED, col(Ad.person_link_id) == person_link_id)


def _add_ads(session: Session, plan: Plan, reason: PauseReason, *where: Any) -> None:
    columns: tuple[Any, ...] = (Ad.id, Ad.name, Ad.asset_id, Asset.name, Asset.owner_center_id)
    rows = (
        select(*columns).join(Asset, col(Asset.id) == col(Ad.asset_id)).where(col(Ad.status) == AdStatus.ACTIVE, *where)
    )
    for id_, name, asset_id, asset_name, owner_id in session.execute(rows):
        plan.ads.setdefault(id_, PausedAd(id_, name, asset_id, asset_name, owner_id, reason))


def _add_ad_links(session: Session, plan: Plan, *where: Any) -> None:
    columns: tuple[Any, ...] = (
        *(AdLink.id, AdLink.asset_id, Asset.name, Asset.owner_center_id, AdLink.business_center_id),
        *(AdLink.link_id, AdLink.share_id, TikTokAccountLink.handle, PartnerShare.handle),
    )
    rows = (
        select(*columns)
        .join(Asset, col(Asset.id) == col(AdLink.asset_id))
        .outerjoin(TikTokAccountLink, col(TikTokAccountLink.id) == col(AdLink.link_id))
        .outerjoin(PartnerShare, col(PartnerShare.id) == col(AdLink.share_id))
        .where(*where)
    )
    for id_, asset_id, name, owner_id, center_id, link_id, share_id, own, shared in session.execute(rows):
        ref, handle = link_id or share_id or "", own or shared or ""
        plan.ad_links[id_] = EndedAdLink(id_, asset_id, name, owner_id, center_id, ref, handle)
