"""Who may unlink from ad accounts or end the reach of one, and what that plans (U6, U8, U12)."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col

from bcdesktop.core.ad_accounts import AssetRelation
from bcdesktop.core.ending import EndWay
from bcdesktop.core.errors import NotAllowed, NotFound
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.policy import Action, AdAction
from bcdesktop.services import _ad_account_owners, _ad_accounts, _ad_log, _ad_roles, _commands, _reached
from bcdesktop.services._ending import ads, open_matters, reaches, telling
from bcdesktop.services._ending.engine import Planned
from bcdesktop.services._ending.plan import Plan
from bcdesktop.services._ending.ways_accounts import finish
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.ad_account_errors import AdAccountIsOwn
from bcdesktop.services.ad_records import Advertiser
from bcdesktop.services.ending_errors import AlreadyEnded
from bcdesktop.services.records import Actor
from bcdesktop.store.activity import STORE_CHAIN, EntryActor
from bcdesktop.store.tables import AdAccountRequest, AdLink, Asset, PersonLink
from bcdesktop.store.unit_of_work import UnitOfWork

Who = Actor | Advertiser


def ad_link(session: Session, who: Who, ad_link_id: str, now: datetime) -> Planned:
    """A TikTok account is unlinked from one ad account. Raises NotAllowed, NotFound."""
    row = session.get(AdLink, ad_link_id)
    if isinstance(who, Actor):
        _commands.require(session, who, Action.LINK_AD_ACCOUNT)
        is_theirs = row is not None and row.business_center_id == who.business_center_id
    else:
        is_theirs = row is not None and _sees(session, who, row)
    if row is None or not is_theirs:
        raise NotFound("ad_link", ad_link_id)
    plan = Plan(now)
    ads.unlink(session, plan, (ad_link_id,))
    one = plan.ad_links[ad_link_id]

    def log(unit: UnitOfWork, by: EntryActor) -> None:
        telling.note_ad_accounts(unit, by, plan.ad_links.values())

    return Planned(EndWay.AD_LINK, plan, f"@{one.handle}, {one.asset_name}", row.business_center_id, log)


def _sees(session: Session, who: Advertiser, row: AdLink) -> bool:
    _asset, mine = _ad_roles.require(session, who.person_id, row.asset_id, AdAction.UNLINK_IDENTITY)
    return mine.is_owner or row.business_center_id in mine.centers


def person_link(session: Session, who: Who, link_id: str, now: datetime) -> Planned:
    """A person ends their own link in Ads Manager, in every ad account. Raises NotFound, AlreadyEnded."""
    row = session.get(PersonLink, link_id)
    if row is None or row.person_id != who.person_id:
        raise NotFound("person_link", link_id)
    if row.ended_at is not None:
        raise AlreadyEnded("person_link", link_id)
    plan = Plan(now)
    ads.end_person_link(session, plan, link_id)
    name, body = f"@{row.handle}", {"number": len(plan.ads)}

    def log(unit: UnitOfWork, by: EntryActor) -> None:
        unlinked = ActivityAction.PERSON_ACCOUNT_UNLINKED
        unit.record(STORE_CHAIN, by, unlinked, "person_link", link_id, body, object_name=name)

    return Planned(EndWay.PERSON_LINK, plan, name, None, log)


def ad_account_access(session: Session, who: Who, subject_id: str, now: datetime) -> Planned:
    """A Business Center reaches an ad account no longer; ``subject_id`` is ``reach_id(asset, center)``.

    A Business Center gives up what another owns; its owner takes it back (U12). Raises NotAllowed, NotFound,
    AdAccountIsOwn, AdAccountOfOther.
    """
    asset_id, _, center_id = subject_id.partition(":")
    if isinstance(who, Actor):
        asset = _of_actor(session, who, asset_id, center_id)
    else:
        asset = _of_advertiser(session, who, asset_id)
    reached = _reached.find(session, center_id, (asset_id,)).get(asset_id)
    if reached is None or reached.access.relation is AssetRelation.OWNER_BC:
        raise NotFound("business_center", center_id)
    plan = Plan(now)
    reaches.end_reaches(session, plan, (reached.access.id,))
    open_matters.add_ad_account_requests(
        session,
        plan,
        col(AdAccountRequest.business_center_id) == center_id,
        col(AdAccountRequest.asset_id) == asset_id,
    )
    finish(session, plan)
    told = {"business_center": plan.reaches[reached.access.id].center_name}

    def log(unit: UnitOfWork, by: EntryActor) -> None:
        row = unit.session.get_one(Asset, asset_id)
        _ad_log.record(unit, row, by, ActivityAction.AD_ACCOUNT_ACCESS_ENDED, told, also_in=center_id)

    whose = who.business_center_id if isinstance(who, Actor) else center_id
    return Planned(EndWay.AD_ACCOUNT_ACCESS, plan, asset.name, whose, log)


def reach_id(asset_id: str, center_id: str) -> str:
    """Return the id under which the reach of a Business Center into an ad account is ended."""
    return f"{asset_id}:{center_id}"


def _of_actor(session: Session, actor: Actor, asset_id: str, center_id: str) -> Asset:
    _commands.require(session, actor, Action.CLOSE_AD_ACCOUNT)
    if center_id == actor.business_center_id:
        reached = _reached.find_one(session, center_id, asset_id, AssetKind.AD_ACCOUNT)
        if reached.access.relation is AssetRelation.OWNER_BC:
            raise AdAccountIsOwn(reached.asset.name)
        return reached.asset
    asset = _ad_accounts.owned(session, actor.business_center_id, asset_id).asset
    _ad_account_owners.require_answerer(session, actor.person_id, asset)
    return asset


def _of_advertiser(session: Session, who: Advertiser, asset_id: str) -> Asset:
    asset, _mine = _ad_roles.require(session, who.person_id, asset_id, AdAction.GIVE_AD_ACCOUNT_ACCESS)
    people = _ad_account_owners.answerers(session, asset)
    if who.person_id not in {person.id for person in people}:
        raise NotAllowed(AdAction.GIVE_AD_ACCOUNT_ACCESS.value, tuple(person.name for person in people))
    return asset
