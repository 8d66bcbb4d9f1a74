"""Posts: the owner's on the phone, and the ones an ad may use (domain.md 10.3, 10.8, 10.11)."""

from __future__ import annotations

import pytest

from bcdesktop.core.ads import IdentityKind, PostState
from bcdesktop.core.errors import NotAllowed, NotFound, ValueMalformed, ValueMissing
from bcdesktop.core.permissions import Permission, PermissionSet
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import ads, posts
from bcdesktop.services.ads_errors import IdentityGone, IdentityLacksPermission, PostInAds
from bcdesktop.services.errors import NotLoggedIn
from tests.services.access import give, holder_of
from tests.services.ad_world import ad_account, advertiser
from tests.services.ads_world import campaign, linked, make, post, posts_of, pulled, pushed
from tests.services.world import LIVE

CENTER = IdentityKind.BUSINESS_CENTER


@pytest.fixture
def account(world, nora):
    return ad_account(world, nora)


@pytest.fixture
def ann(world, nora):
    return advertiser(world, nora)


def usable(world, person, account, link_id):
    return [row.caption for row in posts.usable(world.context, person, account, CENTER, link_id)]


def test_an_owner_posts_and_the_profile_counts_it(world):
    phone = world.sign_up("bela")
    post(world, phone, "First")
    world.wait(minutes=1)
    post(world, phone, "Second", PostState.ONLY_ME)
    assert [(row.caption, row.state, row.ads) for row in posts.own(world.context, phone)] == [
        ("Second", PostState.ONLY_ME, 0),
        ("First", PostState.PUBLIC, 0),
    ]
    assert posts_of(world, "bela")[1] == 2
    assert world.store_actions()[-1] == "post_published"


def test_a_post_needs_words_and_one_of_the_audiences(world):
    phone = world.sign_up("bela")
    with pytest.raises(ValueMissing):
        post(world, phone, " ")
    with pytest.raises(ValueMalformed):
        post(world, phone, state=PostState.ADS_ONLY)
    assert posts.own(world.context, phone) == ()


def test_nobody_posts_without_being_logged_in(world):
    phone = world.phone("Empty")
    for step in (lambda: post(world, phone), lambda: posts.own(world.context, phone)):
        with pytest.raises(NotLoggedIn):
            step()


def test_an_owner_deletes_a_post_once(world):
    phone = world.sign_up("bela")
    post_id = post(world, phone)
    posts.delete(world.context, phone, post_id)
    assert posts.own(world.context, phone) == ()
    assert posts_of(world, "bela") == ([("Our winter shoes", PostState.DELETED)], 0)
    with pytest.raises(NotFound):
        posts.delete(world.context, phone, post_id)


def test_nobody_deletes_a_post_of_somebody_else(world):
    post_id = post(world, world.sign_up("bela"))
    with pytest.raises(NotFound):
        posts.delete(world.context, world.sign_up("cem"), post_id)


def test_a_post_is_not_deleted_while_an_ad_uses_it(world, nora, ann, account):
    link_id, phone = linked(world, nora, "bela")
    post_id = post(world, phone)
    row = make(world, ann, pulled(campaign(world, ann, account), link_id, post_id))
    ads.pause(world.context, ann, [row.id])
    with pytest.raises(PostInAds) as caught:
        posts.delete(world.context, phone, post_id)
    assert caught.value.number == 1
    ads.end(world.context, ann, [row.id])
    posts.delete(world.context, phone, post_id)
    assert posts.own(world.context, phone) == ()


def test_the_owner_sees_what_only_ads_show_apart_from_the_profile(world, nora, ann, account):
    link_id, phone = linked(world, nora, "bela")
    make(world, ann, pushed(campaign(world, ann, account), link_id))
    (row,) = posts.own(world.context, phone)
    assert (row.state, row.is_on_profile, row.ads, row.posted_by) == (PostState.ADS_ONLY, False, 1, "Nora")


def test_only_public_posts_of_the_account_can_be_used_the_newest_first(world, nora, ann, account):
    link_id, phone = linked(world, nora, "bela")
    for caption, state in (("One", PostState.PUBLIC), ("Two", PostState.FRIENDS), ("Three", PostState.PUBLIC)):
        post(world, phone, caption, state)
        world.wait(minutes=1)
    post(world, linked(world, nora, "cem")[1], "Other")
    make(world, ann, pushed(campaign(world, ann, account), link_id, text="Ads only"))
    assert usable(world, ann, account, link_id) == ["Three", "One"]


def test_posts_need_the_permission_for_them(world, nora, ann, account):
    link_id, _phone = linked(world, nora, "bela", LIVE)
    with pytest.raises(IdentityLacksPermission) as caught:
        usable(world, ann, account, link_id)
    assert caught.value.permission is Permission.EXISTING_POSTS


def test_posts_are_for_who_may_make_ads(world, nora, account):
    link_id, _phone = linked(world, nora, "bela", PermissionSet(frozenset({Permission.EXISTING_POSTS})))
    sam = world.standard_member(nora)
    give(world, nora, account, holder_of(world, sam), AssetRole.ANALYST)
    with pytest.raises(NotAllowed):
        usable(world, advertiser(world, sam), account, link_id)
    with pytest.raises(IdentityGone):
        usable(world, advertiser(world, nora), account, "nowhere")
