"""Two Business Centers with everything that can end: links, shares, ad accounts, ads, people, requests, sessions."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from sqlmodel import select

from bcdesktop.core.ad_accounts import AdAccountRequestKind
from bcdesktop.core.admin_requests import AdminRequestSubject
from bcdesktop.core.ads import IdentityKind
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import (
    ad_account_requests,
    admin_requests,
    advertisers,
    assets,
    log_ins,
    owner,
    person_links,
)
from bcdesktop.services.records import LogInPurpose
from bcdesktop.store.tables import Ad, AdLink, AssetAccess, KeptSession
from tests.services.access import ANALYST, OPERATOR, give, holder_of, link, partner_of, shared_id
from tests.services.ad_scene import SHARED, running_ad
from tests.services.ad_world import ad_account, ad_link, advertiser, number_of, personal_ad_account
from tests.services.asset_world import catalog, pixel
from tests.services.granted import granted_to
from tests.services.inviting import ADMIN, invite, join
from tests.services.world import LIVE, PASSWORD


@dataclass
class Scene:
    """Who is who, and the ids of what can end."""

    nora: object
    otto: object
    sam: object
    ada: object
    olga: object
    ida: object
    link_id: str
    bela_id: str
    share_id: str
    partnership_id: str
    spring: str
    summer: str
    fall: str
    idas: str
    person_link_id: str

    def member_id(self, world, actor):
        return holder_of(world, actor).id

    def access_id(self, world, asset_id, actor):
        rows = select(AssetAccess.id).where(
            AssetAccess.asset_id == asset_id, AssetAccess.business_center_id == actor.business_center_id
        )
        with world.store.read() as session:
            return session.exec(rows).one()


def ad_link_id(world, asset_id, ref):
    """Return the id of the link between an ad account and a TikTok account (its link or share)."""
    with world.store.read() as session:
        rows = session.exec(select(AdLink).where(AdLink.asset_id == asset_id))
        return next(row.id for row in rows if ref in (row.link_id, row.share_id))


def build(world):
    """Make it all, through the services wherever there is one."""
    context = world.context
    nora, otto = world.center(), world.center("Otter Works", "Otto")
    ada, sam, olga = join(world, nora, "Ada", role=ADMIN), world.standard_member(nora), join(world, otto, "Olga")
    ida = advertisers.sign_up(context, "Ida", "ida@example.com", PASSWORD)
    link_id, bela_id = link(world, nora, "mara"), link(world, nora, "bela")
    spring, summer = ad_account(world, nora), ad_account(world, nora, "Summer")
    fall = ad_account(world, otto, "Fall")
    idas = personal_ad_account(world, ida)
    granted_to(world, nora, ida, idas)
    partner = partner_of(world, nora, otto)
    for asset_id in (link_id, bela_id, spring):
        give(world, nora, asset_id, partner, OPERATOR)
    for person in (nora, sam, ada):
        give(world, nora, link_id, holder_of(world, person), OPERATOR)
    give(world, nora, bela_id, holder_of(world, sam), ANALYST)
    for asset_id in (spring, idas):
        give(world, nora, asset_id, holder_of(world, sam), AssetRole.OPERATOR)
    share_id, other_share = shared_id(world, otto, "mara"), shared_id(world, otto, "bela")
    for asset_id in (share_id, other_share, spring):
        give(world, otto, asset_id, holder_of(world, olga), ANALYST)
    _link_and_run(world, nora, otto, (link_id, bela_id), (share_id, other_share), (spring, summer, fall, idas))
    _other_assets(world, nora, link_id, (spring, idas))
    _open_matters(world, nora, ada, sam, otto, link_id, bela_id, fall)
    return Scene(
        nora,
        otto,
        sam,
        ada,
        olga,
        ida,
        link_id,
        bela_id,
        share_id,
        partner.id,
        spring,
        summer,
        fall,
        idas,
        _person_link(world, ida, idas),
    )


def _link_and_run(world, nora, otto, links, shares, accounts):
    (link_id, bela_id), (share_id, other_share), (spring, summer, fall, idas) = links, shares, accounts
    for asset_id in (spring, summer, idas):
        ad_link(world, nora, asset_id, link_id)
    ad_link(world, nora, spring, bela_id)
    for asset_id in (spring, fall):
        ad_link(world, otto, asset_id, share_id, SHARED)
    ad_link(world, otto, fall, other_share, SHARED)
    for number, asset_id in enumerate((spring, summer, idas)):
        running_ad(world, nora, asset_id, link_id=link_id, name=f"Ad {number}")
    running_ad(world, nora, spring, link_id=bela_id, name="Of Bela")
    # runs without an ad link, because who made it is Operator on the account
    running_ad(world, nora, idas, link_id=bela_id, name="Without a link")
    running_ad(world, otto, fall, share_id=share_id, name="Shared in fall")
    running_ad(world, otto, spring, share_id=share_id, name="Shared in spring")
    running_ad(world, otto, fall, share_id=other_share, name="Other share")


def _other_assets(world, nora, link_id, ad_accounts):
    fed = catalog(world, nora, "Fed by Mara", source_link_id=link_id)
    for asset, ids in ((fed, ad_accounts[:1]), (pixel(world, nora, "Of Ida"), ad_accounts[1:])):
        assets.link(world.context, nora, asset.id, ids)
    catalog(world, nora, "On its own")


def _open_matters(world, nora, ada, sam, otto, link_id, bela_id, fall):
    world.request(nora, LIVE, expected_handle="mara")
    world.request(ada, LIVE, expected_handle="somebody.else")
    given = ((link_id, ANALYST), (bela_id, ANALYST))
    invite(world, nora, "new@example.com", accounts=given)
    invite(world, ada, "friend@example.com", accounts=given[:1])
    kind = AdAccountRequestKind.ACCESS
    ad_account_requests.ask(
        world.context, ada, number_of(world, otto, fall), kind, AssetRole.ANALYST, "", uuid.uuid4().hex
    )
    for person in (sam, ada):
        admin_requests.ask(world.context, person, AdminRequestSubject.ACCESS, text="More, please")
        _stay_signed_in(world, person)


def _stay_signed_in(world, person):
    def work(unit):
        unit.session.add(
            KeptSession(
                id=uuid.uuid4().hex,
                person_id=person.person_id,
                business_center_id=person.business_center_id,
                token_hash=uuid.uuid4().bytes,
                computer_name=f"Desk of {person.name}",
                created_at=unit.now,
                last_seen_at=unit.now,
            )
        )

    world.store.run(work)


def _person_link(world, ida, asset_id):
    row = log_ins.start(world.context, LogInPurpose.LINK_IN_ADS_MANAGER, "Desk")
    phone = world.sign_up("idas_own")
    owner.approve_log_in(world.context, phone, owner.open_code(world.context, phone, row.code_text))
    linked = person_links.link(world.context, ida, row.id)
    ad_id = running_ad(world, ida, asset_id, name="Ida's own")

    def work(unit):
        ad = unit.session.get_one(Ad, ad_id)
        ad.identity_kind, ad.person_link_id = IdentityKind.PERSON, linked.id
        unit.session.add(ad)

    world.store.run(work)
    return linked.id


def as_advertiser(world, actor):
    """Return a member as they sign in to Ads Manager."""
    return advertiser(world, actor)
