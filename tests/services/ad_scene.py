"""A TikTok account, an ad account and running ads, for tests of links and readiness."""

from __future__ import annotations

import uuid
from datetime import timedelta

from sqlmodel import col, select

from bcdesktop.core.ads import AdKind, AdStatus, CampaignObjective, IdentityKind
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.ids import new_id
from bcdesktop.core.readiness import ConditionName
from bcdesktop.store.tables import Ad, AdLink, Campaign, Member, MemberAsset, PartnerShare
from tests.services.world import SPARK

TIKTOK, SHARED = AssetKind.TIKTOK_ACCOUNT, AssetKind.SHARED_TIKTOK_ACCOUNT


def linked_account(world, actor, handle="mara", permissions=SPARK, **given):
    """Return the id of the link of a new account that was asked for and approved."""
    phone = world.phones.get(f"Phone of {handle}") or world.sign_up(handle)
    return world.approve(world.request(actor, permissions), phone, **given).result.link_id


def running_ad(world, actor, asset_id, *, link_id=None, share_id=None, name="Autumn", store=None):
    """Return the id of an ad that runs on an account; the rows are made here, whatever the rules of making ads."""

    def work(unit):
        campaign = Campaign(
            id=new_id(),
            asset_id=asset_id,
            name="Campaign",
            objective=CampaignObjective.REACH,
            status=AdStatus.ACTIVE,
            created_at=unit.now,
            created_by=actor.name,
        )
        unit.session.add(campaign)
        unit.session.flush()
        ad = Ad(
            id=new_id(),
            campaign_id=campaign.id,
            asset_id=asset_id,
            name=name,
            kind=AdKind.SPARK,
            identity_kind=IdentityKind.BUSINESS_CENTER,
            link_id=link_id,
            share_id=share_id,
            status=AdStatus.ACTIVE,
            status_at=unit.now,
            created_at=unit.now,
            created_by=actor.name,
            created_by_id=actor.person_id,
        )
        unit.session.add(ad)
        return ad.id

    return (store or world.store).run(work)


def state_of_ad(world, ad_id):
    """Return status and reason of an ad."""
    with world.store.read() as session:
        ad = session.get_one(Ad, ad_id)
        return ad.status, ad.pause_reason


def linked_pairs(world):
    """Return every pair that is linked: id of the ad account, id of the link or share."""
    with world.store.read() as session:
        return {(row.asset_id, row.link_id or row.share_id) for row in session.exec(select(AdLink))}


def share_id(world, actor):
    """Return the id of the one share that the actor's Business Center receives."""
    with world.store.read() as session:
        return session.exec(select(PartnerShare.id)).one()


def set_ad_role(world, actor, asset_id, role):
    """Give, change or with None take a member's role on an ad account, as the rows say it."""

    def work(unit):
        member = unit.session.exec(
            select(Member).where(
                Member.person_id == actor.person_id, Member.business_center_id == actor.business_center_id
            )
        ).one()
        row = unit.session.exec(
            select(MemberAsset).where(MemberAsset.member_id == member.id, col(MemberAsset.asset_id) == asset_id)
        ).first()
        if row is not None:
            unit.session.delete(row)
            unit.session.flush()
        if role is not None:
            unit.session.add(
                MemberAsset(
                    id=uuid.uuid4().hex,
                    member_id=member.id,
                    asset_id=asset_id,
                    role=role,
                    given_at=unit.now,
                    given_by="Nora",
                )
            )

    world.store.run(work)


def crosses(readiness):
    """Return the names of the conditions that do not hold."""
    return [line.condition.name for line in readiness.lines if line.condition.ok is False]


def helpers(readiness, name: ConditionName):
    """Return who can mend a condition."""
    return next(line.helpers for line in readiness.lines if line.condition.name is name)


IN_A_DAY = timedelta(days=1)
