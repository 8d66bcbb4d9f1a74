"""Short ways to campaigns and ads for tests: accounts that are ready, campaigns, ads of every kind."""

from __future__ import annotations

import uuid

from sqlmodel import select

from bcdesktop.core.ad_accounts import AdAccountStatus
from bcdesktop.core.ads import AdKind, AdSource, CampaignObjective, IdentityKind, PostState
from bcdesktop.core.permissions import Permission, PermissionSet, Visibility
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import ads, campaigns, posts, readiness
from bcdesktop.services.ad_form_records import NewAd, NewCampaign
from bcdesktop.store.tables import Ad, AdAccount, DirectoryAccount, DirectoryPost
from tests.services.access import give, holder_of

ON_PROFILE = PermissionSet(
    frozenset({Permission.EXISTING_POSTS, Permission.PUBLISH_AND_MANAGE_NEW_VIDEOS, Permission.LIVE_VIDEOS}),
    Visibility.SHOW_ON_PROFILE_AND_IN_ADS,
)


def linked(world, actor, handle, permissions=None, *, operator=True):
    """Link ``handle`` with ``permissions`` (Spark Ads where none are given); return the link's id and its phone.

    ``operator``: the actor may use it for ads without an ad link (decisions.md, Ready for Spark Ads).
    """
    phone = world.sign_up(handle)
    request = world.request(actor, **({} if permissions is None else {"permissions": permissions}))
    link_id = world.approve(request, phone).result.link_id
    if operator:
        give(world, actor, link_id, holder_of(world, actor), AssetRole.OPERATOR)
    return link_id, phone


def identity_of(world, person, asset_id, handle):
    """Return the row of the identity picker for ``handle``."""
    return next(row for row in readiness.identities(world.context, person, asset_id) if row.handle == handle)


def campaign(world, person, asset_id, name="Winter"):
    """Return the id of a new campaign."""
    new = NewCampaign(asset_id, name, CampaignObjective.TRAFFIC)
    return campaigns.create(world.context, person, new, uuid.uuid4().hex)


def make(world, person, new, context=None):
    """Make an ad; return its row."""
    ad_id = ads.create(context or world.context, person, new, uuid.uuid4().hex)
    return ads.get(world.context, person, ad_id)


def plain(campaign_id, name="Plain", **values):
    """Return a filled-in form for a plain ad."""
    return NewAd(campaign_id, name, AdKind.PLAIN, **({"text": "New shoes", "video_name": "shoes.mp4"} | values))


def pushed(campaign_id, link_id, name="New video", **values):
    """Return a filled-in form for a Spark Ad with a new video."""
    form = {"text": "New shoes", "video_name": "shoes.mp4", "source": AdSource.PUSH}
    return _under(campaign_id, link_id, name, AdKind.SPARK, form | values)


def pulled(campaign_id, link_id, post_id, name="Boosted post", **values):
    """Return a filled-in form for a Spark Ad from an existing post."""
    return _under(campaign_id, link_id, name, AdKind.SPARK, {"source": AdSource.PULL, "post_id": post_id} | values)


def live(campaign_id, link_id, name="Tonight live", **values):
    """Return a filled-in form for a LIVE ad."""
    return _under(campaign_id, link_id, name, AdKind.LIVE, {"text": "Live at eight"} | values)


def _under(campaign_id, link_id, name, kind, values):
    identity = {"identity_kind": IdentityKind.BUSINESS_CENTER, "identity_id": link_id}
    return NewAd(campaign_id, name, kind, **(identity | values))


def post(world, phone, caption="Our winter shoes", state=PostState.PUBLIC):
    """Publish on the account of ``phone``; return the post's id."""
    return posts.publish(world.context, phone, caption, state)


def posts_of(world, handle):
    """Return (caption, state) of every post of an account, and the number its profile shows."""
    with world.store.read() as session:
        account = session.exec(select(DirectoryAccount).where(DirectoryAccount.handle == handle)).one()
        rows = session.exec(select(DirectoryPost).where(DirectoryPost.account_id == account.id)).all()
        return sorted((row.caption, row.state) for row in rows), account.posts


def change_ad(world, ad_id, **values):
    """Change a row behind everybody's back, as a hook of another part would."""

    def work(unit):
        ad = unit.session.get_one(Ad, ad_id)
        for name, value in values.items():
            setattr(ad, name, value)
        unit.session.add(ad)

    world.store.run(work)


def suspend(world, asset_id):
    """Take the approval of an ad account away, as only TikTok does."""

    def work(unit):
        account = unit.session.get_one(AdAccount, asset_id)
        account.status = AdAccountStatus.SUSPENDED
        unit.session.add(account)

    world.store.run(work)
