"""Ads: what each kind may show, under which account, and what stands in the way (domain.md 10; A1-21, A3-14 on)."""

from __future__ import annotations

import dataclasses

import pytest

from bcdesktop.core.ads import AdKind, AdSource, AdStatus, IdentityKind, PauseReason, PostState
from bcdesktop.core.errors import ValueMissing, ValueTooLong
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.permissions import Permission, PermissionSet, Visibility
from bcdesktop.core.readiness import ConditionName
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import ads, posts
from bcdesktop.services.ad_form_records import AdChange
from bcdesktop.services.ads_errors import (
    AdsOnlyLocked,
    AdsOnlyWithoutVideo,
    AdTextFixed,
    ExclusiveLiveTaken,
    IdentityGone,
    IdentityLacksPermission,
    IdentityNotReady,
    PlainAdHasNoAccount,
    PostNotPublic,
    PostOfOther,
)
from tests.services.access import give, partner_of, shared_id
from tests.services.ad_world import ad_account, ad_link, advertiser
from tests.services.ads_world import (
    ON_PROFILE,
    campaign,
    identity_of,
    linked,
    live,
    make,
    plain,
    post,
    posts_of,
    pulled,
    pushed,
)
from tests.services.world import LIVE

EXCLUSIVE = PermissionSet(frozenset({Permission.LIVE_VIDEOS, Permission.EXCLUSIVE_LIVE_GMV_MAX}))


@pytest.fixture
def ann(world, nora):
    """Nora as an advertiser, Admin on the ad account ``ann_account``."""
    return advertiser(world, nora)


@pytest.fixture
def account(world, nora):
    return ad_account(world, nora)


@pytest.fixture
def winter(world, ann, account):
    return campaign(world, ann, account)


def test_a_plain_ad_runs_without_any_account(world, ann, winter):
    row = make(world, ann, plain(winter))
    assert (row.kind, row.identity_kind, row.handle, row.runs) == (AdKind.PLAIN, IdentityKind.NONE, "", True)
    assert (row.video_name, row.text, row.ads_only) == ("shoes.mp4", "New shoes", None)


@pytest.mark.parametrize(
    "values",
    [
        {"identity_kind": IdentityKind.BUSINESS_CENTER, "identity_id": "1"},
        {"source": AdSource.PULL, "post_id": "1"},
        {"source": AdSource.PUSH},
    ],
    ids=["account", "post", "push"],
)
def test_a_plain_ad_has_neither_account_nor_own_post(world, ann, winter, values):
    with pytest.raises(PlainAdHasNoAccount):
        make(world, ann, plain(winter, **values))


@pytest.mark.parametrize(
    ("field", "values"), [("text", {"text": " "}), ("video_name", {"video_name": ""})], ids=["text", "video"]
)
def test_what_an_ad_shows_must_be_there(world, ann, winter, field, values):
    with pytest.raises(ValueMissing) as caught:
        make(world, ann, plain(winter, **values))
    assert caught.value.field == field


def test_the_words_of_an_ad_have_a_limit(world, ann, winter):
    with pytest.raises(ValueTooLong):
        make(world, ann, plain(winter, text="x" * 101))


def test_a_spark_ad_needs_an_account_a_source_and_with_an_existing_post_the_post(world, nora, ann, winter):
    link_id, _phone = linked(world, nora, "bela")
    for new, field in (
        (dataclasses.replace(pushed(winter, link_id), identity_id=""), "identity"),
        (pushed(winter, link_id, source=None), "source"),
        (pulled(winter, link_id, ""), "post"),
    ):
        with pytest.raises(ValueMissing) as caught:
            make(world, ann, new)
        assert caught.value.field == field


def test_a_spark_ad_boosts_an_existing_post_and_takes_its_words(world, nora, ann, winter):
    link_id, phone = linked(world, nora, "bela")
    post_id = post(world, phone)
    row = make(world, ann, pulled(winter, link_id, post_id, text="other words"))
    assert (row.source, row.post_id, row.handle, row.text) == (AdSource.PULL, post_id, "bela", "Our winter shoes")
    assert (row.identity_id, row.ads_only) == (link_id, None)


def test_only_a_public_post_can_be_boosted(world, nora, ann, winter):
    link_id, phone = linked(world, nora, "bela")
    for state in (PostState.ONLY_ME, PostState.FRIENDS):
        with pytest.raises(PostNotPublic) as caught:
            make(world, ann, pulled(winter, link_id, post(world, phone, state=state)))
        assert caught.value.state is state


def test_a_deleted_post_cannot_be_boosted(world, nora, ann, winter):
    link_id, phone = linked(world, nora, "bela")
    post_id = post(world, phone)
    posts.delete(world.context, phone, post_id)
    with pytest.raises(PostNotPublic) as caught:
        make(world, ann, pulled(winter, link_id, post_id))
    assert caught.value.state is PostState.DELETED


def test_a_post_of_another_account_cannot_be_boosted(world, nora, ann, winter):
    link_id, _phone = linked(world, nora, "bela")
    _other, phone = linked(world, nora, "cem")
    with pytest.raises(PostOfOther):
        make(world, ann, pulled(winter, link_id, post(world, phone)))


@pytest.mark.parametrize(
    ("permission", "visibility", "missing"),
    [
        (Permission.EXISTING_POSTS, None, ConditionName.NEW_VIDEOS),
        (
            Permission.PUBLISH_AND_MANAGE_NEW_VIDEOS,
            Visibility.SHOW_ON_PROFILE_AND_IN_ADS,
            ConditionName.EXISTING_POSTS,
        ),
    ],
    ids=["posts only", "videos only"],
)
def test_spark_ads_need_both_permissions(world, nora, ann, winter, permission, visibility, missing):
    link_id, phone = linked(world, nora, "bela", PermissionSet(frozenset({permission}), visibility))
    post_id = post(world, phone)
    for new in (pushed(winter, link_id), pulled(winter, link_id, post_id)):
        with pytest.raises(IdentityNotReady) as caught:
            make(world, ann, new)
        assert (caught.value.conditions, caught.value.helpers) == ((missing,), ("@bela",))


def test_an_account_that_went_private_is_refused_with_who_can_mend_it(world, nora, ann, winter):
    link_id, _phone = linked(world, nora, "bela")
    world.change_account("bela", is_public=False)
    with pytest.raises(IdentityNotReady) as caught:
        make(world, ann, pushed(winter, link_id))
    assert caught.value.conditions == (ConditionName.ACCOUNT_PUBLIC,)


def test_an_account_nobody_gave_this_person_is_refused(world, nora, ann, winter):
    link_id, _phone = linked(world, nora, "bela", operator=False)
    with pytest.raises(IdentityNotReady) as caught:
        make(world, ann, pushed(winter, link_id))
    assert caught.value.conditions == (ConditionName.AD_LINK,)


def test_an_account_of_elsewhere_is_not_there(world, ann, winter):
    with pytest.raises(IdentityGone):
        make(world, ann, pushed(winter, "nowhere"))


def test_a_new_video_stays_off_the_profile_where_the_owner_granted_ads_only(world, nora, ann, account, winter):
    link_id, _phone = linked(world, nora, "bela")
    assert identity_of(world, ann, account, "bela").visibility is Visibility.SHOW_THROUGH_ADS_ONLY
    row = make(world, ann, pushed(winter, link_id))
    assert row.ads_only is True
    assert posts_of(world, "bela") == ([("New shoes", PostState.ADS_ONLY)], 0)


def test_ads_only_cannot_be_switched_off_from_any_ad_account(world, nora, ann, winter):
    link_id, _phone = linked(world, nora, "bela")
    row = make(world, ann, pushed(winter, link_id))
    other = campaign(world, ann, ad_account(world, nora, "Second"))
    for campaign_id in (winter, other):
        with pytest.raises(AdsOnlyLocked):
            make(world, ann, pushed(campaign_id, link_id, ads_only=False))
    with pytest.raises(AdsOnlyLocked):
        ads.change(world.context, ann, row.id, AdChange(ads_only=False))
    assert posts_of(world, "bela") == ([("New shoes", PostState.ADS_ONLY)], 0)


def test_ads_only_is_free_per_ad_where_the_owner_granted_the_profile_too(world, nora, ann, winter):
    link_id, _phone = linked(world, nora, "bela", ON_PROFILE)
    row = make(world, ann, pushed(winter, link_id, ads_only=False, text="For all"))
    make(world, ann, pushed(winter, link_id, ads_only=True, text="For ads"))
    assert posts_of(world, "bela") == ([("For ads", PostState.ADS_ONLY), ("For all", PostState.PUBLIC)], 1)
    ads.change(world.context, ann, row.id, AdChange(ads_only=True))
    assert posts_of(world, "bela") == ([("For ads", PostState.ADS_ONLY), ("For all", PostState.ADS_ONLY)], 0)
    assert ads.get(world.context, ann, row.id).ads_only is True


def test_only_a_new_video_can_be_kept_off_the_profile(world, ann, winter):
    row = make(world, ann, plain(winter))
    with pytest.raises(AdsOnlyWithoutVideo):
        ads.change(world.context, ann, row.id, AdChange(ads_only=True))


def test_the_words_of_a_post_are_fixed_those_of_a_plain_ad_are_not(world, nora, ann, winter):
    link_id, _phone = linked(world, nora, "bela")
    spark, simple = make(world, ann, pushed(winter, link_id)), make(world, ann, plain(winter))
    with pytest.raises(AdTextFixed):
        ads.change(world.context, ann, spark.id, AdChange(text="Other"))
    ads.change(world.context, ann, simple.id, AdChange(name="Renamed", text="Other"))
    changed = ads.get(world.context, ann, simple.id)
    assert (changed.name, changed.text) == ("Renamed", "Other")
    assert world.last_entry(nora).details["after"] == {"name": "Renamed", "text": "Other"}


def test_a_live_ad_needs_its_own_permission_and_no_other(world, nora, ann, winter):
    on, _phone = linked(world, nora, "bela", LIVE)
    off, _other = linked(world, nora, "cem")
    assert make(world, ann, live(winter, on)).kind is AdKind.LIVE
    with pytest.raises(IdentityLacksPermission) as caught:
        make(world, ann, live(winter, off))
    assert caught.value.permission is Permission.LIVE_VIDEOS


def test_exclusive_live_ads_run_in_one_ad_account_at_a_time(world, nora, ann, winter):
    link_id, _phone = linked(world, nora, "bela", EXCLUSIVE)
    first = make(world, ann, live(winter, link_id))
    other = campaign(world, ann, ad_account(world, nora, "Second"))
    with pytest.raises(ExclusiveLiveTaken):
        make(world, ann, live(other, link_id))
    make(world, ann, live(winter, link_id))
    ads.end(world.context, ann, [row.id for row in ads.list_all(world.context, ann, first.asset_id)])
    assert make(world, ann, live(other, link_id)).runs


def test_an_account_a_partner_shares_serves_the_partners_ads_while_it_is_shared(world, nora):
    link_id, _phone = linked(world, nora, "bela")
    otto = world.center("Otter Works", "Otto")
    partner = partner_of(world, nora, otto)
    give(world, nora, link_id, partner, AssetRole.OPERATOR)
    shared, person, account = shared_id(world, otto, "bela"), advertiser(world, otto), ad_account(world, otto, "Otter")
    ad_link(world, otto, account, shared, AssetKind.SHARED_TIKTOK_ACCOUNT)
    row = make(world, person, pushed(campaign(world, person, account), shared))
    assert (row.identity_id, row.handle) == (shared, "bela")
    give(world, nora, link_id, partner, None)
    paused = ads.get(world.context, person, row.id)
    assert (paused.status, paused.pause_reason) == (AdStatus.PAUSED, PauseReason.SHARE_ENDED)
    with pytest.raises(IdentityGone):
        ads.resume(world.context, person, [row.id])
