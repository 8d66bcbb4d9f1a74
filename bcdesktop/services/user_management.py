"""Account settings > User management: who can use an ad account, and which TikTok accounts it runs on (U6; A0-28)."""

from __future__ import annotations

from typing import Any

from sqlmodel import Session, col, func, select

from bcdesktop.core.ads import AdStatus, IdentityKind
from bcdesktop.core.ending import EndWay
from bcdesktop.core.errors import NotAllowed, NotFound
from bcdesktop.core.grants import least
from bcdesktop.core.policy import AdAction, ad_may
from bcdesktop.core.roles import AssetRole, MemberStatus
from bcdesktop.services import _ad_commands, _ad_linking, _ad_roles, _commands, _pausing, _reached, ending, person_links
from bcdesktop.services._ad_commands import Deed
from bcdesktop.services._grants import GrantBook, reached_asset
from bcdesktop.services.ad_records import Advertiser, RunningAd
from bcdesktop.services.advertiser_errors import NotOfThisCenter
from bcdesktop.services.advertiser_records import AdvertiserMember, LinkedAccount
from bcdesktop.services.context import Context
from bcdesktop.store.tables import (
    Ad,
    AdLink,
    Asset,
    AssetAccess,
    BusinessCenter,
    Member,
    MemberAsset,
    PartnerShare,
    Person,
    TikTokAccountLink,
)


def members(context: Context, advertiser: Advertiser, asset_id: str) -> tuple[AdvertiserMember, ...]:
    """Return who can use an ad account, its owner first, then by name.

    Its owner, and whoever works in the Business Center that owns it, see everybody; others see the people of their own
    Business Centers. Raises NotFound, NotAllowed.
    """
    with context.store.read() as session:
        asset, mine = _ad_roles.require(session, advertiser.person_id, asset_id, AdAction.SEE_ADS)
        sees_all = mine.is_owner or asset.owner_center_id in mine.centers
        admin_in = _admin_centers(session, advertiser.person_id, asset_id)
        helpers: dict[str, tuple[str, ...]] = {}
        found = _owner(session, advertiser, asset)
        for row in session.execute(_member_rows(asset_id)):
            if not sees_all and row.business_center_id not in mine.centers:
                continue
            is_you = row.person_id == advertiser.person_id
            can = is_you or row.business_center_id in admin_in
            if not can and row.business_center_id not in helpers:
                helpers[row.business_center_id] = _commands.admin_names(session, row.business_center_id)
            found.append(
                AdvertiserMember(
                    id=row.id,
                    person_id=row.person_id,
                    name=row.name,
                    email=row.email,
                    center_name=row.center_name,
                    role=least(row.role, row.maximum),
                    is_owner=False,
                    is_you=is_you,
                    can_remove=can,
                    helpers=() if can else helpers[row.business_center_id],
                )
            )
    return tuple(found)


def remove_member(context: Context, advertiser: Advertiser, asset_id: str, member_id: str) -> None:
    """Take an ad account from a member of a Business Center, or from oneself.

    Others are removed by somebody with Admin on it in the same Business Center. Raises NotFound, NotAllowed,
    NotOfThisCenter.
    """

    def work(deed: Deed) -> None:
        session = deed.unit.session
        member = session.get(Member, member_id)
        if member is None or not _holds(session, member_id, asset_id):
            raise NotFound("member", member_id)
        person = session.get_one(Person, member.person_id)
        center = session.get_one(BusinessCenter, member.business_center_id)
        if person.id != advertiser.person_id:
            if not ad_may(AdAction.GIVE_AD_ACCOUNT_ACCESS, deed.role.role):
                names = _ad_roles.admin_names(session, deed.asset)
                raise NotAllowed(AdAction.GIVE_AD_ACCOUNT_ACCESS.value, names)
            if center.id not in _admin_centers(session, advertiser.person_id, asset_id):
                raise NotOfThisCenter(person.name, center.name)
        book = GrantBook(deed.unit, _ad_commands.entry_actor(advertiser))
        book.set_member(member, person.name, reached_asset(deed.asset, center.id), None)
        book.close()

    _ad_commands.run(context, advertiser, AdAction.SEE_ADS, asset_id, work)


def linked_accounts(context: Context, advertiser: Advertiser, asset_id: str) -> tuple[LinkedAccount, ...]:
    """Return the TikTok accounts an ad account's ads can run on, by handle, with the number of ads that run.

    Those linked by the person's Business Centers (for the owner, by all of them), and those the person linked for
    themselves, which nobody else sees (domain.md 1.6.1). Raises NotFound, NotAllowed.
    """
    with context.store.read() as session:
        asset, mine = _ad_roles.require(session, advertiser.person_id, asset_id, AdAction.SEE_ADS)
        can = ad_may(AdAction.UNLINK_IDENTITY, mine.role)
        helpers = () if can else _ad_roles.admin_names(session, asset)
        running = _running(session, asset_id)
        found = [
            LinkedAccount(
                kind=IdentityKind.BUSINESS_CENTER,
                id=row.id,
                handle=row.own_handle or row.handle,
                display_name=row.own_name or row.display_name or "",
                through=row.center_name,
                linked_at=row.linked_at,
                linked_by=row.linked_by,
                running=running.get(row.link_id or row.share_id, 0),
                can_unlink=can,
                helpers=helpers,
            )
            for row in session.execute(_link_rows(asset_id))
            if mine.is_owner or row.business_center_id in mine.centers
        ]
        found += person_links.linked(session, advertiser.person_id)
    return tuple(sorted(found, key=lambda row: (row.handle, row.through)))


def running_ads(context: Context, advertiser: Advertiser, asset_id: str, ad_link_id: str) -> tuple[RunningAd, ...]:
    """Return the ads that ``unlink`` would pause, by name. Raises NotFound, NotAllowed."""
    with context.store.read() as session:
        asset, mine = _ad_roles.require(session, advertiser.person_id, asset_id, AdAction.UNLINK_IDENTITY)
        link = _own_link(session, asset, mine, ad_link_id)
        ((row, _asset, handle),) = _ad_linking.rows_of(session, link.business_center_id, (ad_link_id,))
        ads = session.execute(_pausing.running(*_pausing.on_pair(row)))
        return tuple(RunningAd(ad.name, asset.name, handle.lstrip("@")) for ad in ads)


def unlink(context: Context, advertiser: Advertiser, asset_id: str, ad_link_id: str) -> None:
    """Unlink a TikTok account from an ad account, at once; ads that run on it pause (A0-29, A0-30).

    The link to the Business Center stays. Raises NotFound, NotAllowed.
    """
    with context.store.read() as session:
        asset, mine = _ad_roles.require(session, advertiser.person_id, asset_id, AdAction.UNLINK_IDENTITY)
        _own_link(session, asset, mine, ad_link_id)
    ending.end(context, advertiser, EndWay.AD_LINK, ad_link_id)


def _own_link(session: Session, asset: Asset, mine: _ad_roles.AdRole, ad_link_id: str) -> AdLink:
    link = session.get(AdLink, ad_link_id)
    is_visible = link is not None and (mine.is_owner or link.business_center_id in mine.centers)
    if link is None or link.asset_id != asset.id or not is_visible:
        raise NotFound("ad_link", ad_link_id)
    return link


def _owner(session: Session, advertiser: Advertiser, asset: Asset) -> list[AdvertiserMember]:
    if asset.owner_person_id is None:
        return []
    person = session.get_one(Person, asset.owner_person_id)
    return [
        AdvertiserMember(
            id=person.id,
            person_id=person.id,
            name=person.name,
            email=person.email,
            center_name="",
            role=AssetRole.ADMIN,
            is_owner=True,
            is_you=person.id == advertiser.person_id,
            can_remove=False,
        )
    ]


def _member_rows(asset_id: str) -> Any:
    columns: tuple[Any, ...] = (
        Member.id,
        Member.person_id,
        Member.business_center_id,
        MemberAsset.role,
        col(AssetAccess.role).label("maximum"),
        Person.name,
        Person.email,
        col(BusinessCenter.name).label("center_name"),
    )
    return (
        select(*columns)
        .join(MemberAsset, col(MemberAsset.member_id) == col(Member.id))
        .join(Person, col(Person.id) == col(Member.person_id))
        .join(BusinessCenter, col(BusinessCenter.id) == col(Member.business_center_id))
        .join(
            AssetAccess,
            (col(AssetAccess.business_center_id) == col(Member.business_center_id))
            & (col(AssetAccess.asset_id) == col(MemberAsset.asset_id)),
        )
        .where(col(MemberAsset.asset_id) == asset_id, col(Member.status) == MemberStatus.BOUND, _reached.accepted())
        .order_by(func.lower(Person.name), BusinessCenter.name)
    )


def _admin_centers(session: Session, person_id: str, asset_id: str) -> set[str]:
    """Return the Business Centers in which the person has Admin on the ad account."""
    return {
        row.business_center_id
        for row in session.execute(_member_rows(asset_id).where(col(Member.person_id) == person_id))
        if least(row.role, row.maximum) is AssetRole.ADMIN
    }


def _holds(session: Session, member_id: str, asset_id: str) -> bool:
    held = select(MemberAsset.id).where(MemberAsset.member_id == member_id, MemberAsset.asset_id == asset_id)
    return session.exec(held).first() is not None


def _running(session: Session, asset_id: str) -> dict[str, int]:
    """Return how many ads of an ad account run, by the link or share they run on."""
    identity = func.coalesce(col(Ad.link_id), col(Ad.share_id))
    rows: Any = (
        select(identity, func.count())
        .select_from(Ad)
        .where(col(Ad.asset_id) == asset_id, col(Ad.status) == AdStatus.ACTIVE, identity.is_not(None))
        .group_by(identity)
    )
    return dict(session.execute(rows).all())


def _link_rows(asset_id: str) -> Any:
    columns: tuple[Any, ...] = (
        *(AdLink.id, AdLink.business_center_id, AdLink.link_id, AdLink.share_id, AdLink.linked_at, AdLink.linked_by),
        *(col(TikTokAccountLink.handle).label("own_handle"), col(TikTokAccountLink.display_name).label("own_name")),
        *(PartnerShare.handle, PartnerShare.display_name, col(BusinessCenter.name).label("center_name")),
    )
    return (
        select(*columns)
        .join(BusinessCenter, col(BusinessCenter.id) == col(AdLink.business_center_id))
        .outerjoin(TikTokAccountLink, col(TikTokAccountLink.id) == col(AdLink.link_id))
        .outerjoin(PartnerShare, col(PartnerShare.id) == col(AdLink.share_id))
        .where(col(AdLink.asset_id) == asset_id)
    )
