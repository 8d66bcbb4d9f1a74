"""A partner in another store runs ads on a received account until it hears that the account is no longer shared."""

from __future__ import annotations

import uuid

import pytest
from sqlmodel import select

from bcdesktop.core.ads import AdStatus, PauseReason
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import ad_links, partners
from bcdesktop.store.tables import Ad, AdLink, PartnerShare
from tests.services.ad_scene import running_ad
from tests.services.ad_world import ad_account
from tests.services.partnering import invite


@pytest.fixture
def invited(here, there, link_id):
    return invite(here.context, here.actor, there.actor.business_center_id, link_id, role=AssetRole.OPERATOR)


@pytest.fixture
def running(world, there, accepted):
    """An ad of the partner on the received account."""
    asset_id = ad_account(world, there.actor, context=there.context)
    with there.context.store.read() as session:
        share_id = session.exec(select(PartnerShare.id)).one()
    account = AssetKind.SHARED_TIKTOK_ACCOUNT, share_id
    ad_links.link(there.context, there.actor, asset_id, [account], uuid.uuid4().hex)
    return running_ad(world, there.actor, asset_id, share_id=share_id, store=there.context.store)


def state(there, ad_id):
    with there.context.store.read() as session:
        ad = session.get_one(Ad, ad_id)
        return ad.status, ad.pause_reason, len(session.exec(select(AdLink)).all())


def test_a_text_that_shares_the_account_no_longer_unlinks_and_pauses(world, here, there, accepted, running, link_id):
    world.wait(minutes=1)
    partners.change_shares(here.context, here.actor, accepted.id, [(link_id, None)])
    assert state(there, running) == (AdStatus.ACTIVE, None, 1)
    there.take(here.newest(accepted))
    assert state(there, running) == (AdStatus.PAUSED, PauseReason.SHARE_ENDED, 0)


def test_a_text_that_lowers_the_share_to_analyst_unlinks_and_pauses(world, here, there, accepted, running, link_id):
    world.wait(minutes=1)
    partners.change_shares(here.context, here.actor, accepted.id, [(link_id, AssetRole.ANALYST)])
    there.take(here.newest(accepted))
    assert state(there, running) == (AdStatus.PAUSED, PauseReason.PERMISSION_LOST, 0)
