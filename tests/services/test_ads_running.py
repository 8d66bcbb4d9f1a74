"""Ads and campaigns as they run: paused, resumed, ended, full, and what each role may do (domain.md 2.4, 4)."""

from __future__ import annotations

import uuid

import pytest

from bcdesktop.core.ad_accounts import CloseProblem
from bcdesktop.core.ads import AdStatus, IdentityKind, PauseReason
from bcdesktop.core.errors import LimitReached, NotAllowed, NotFound, ValueMissing
from bcdesktop.core.readiness import ConditionName
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import ad_account_closing, ads, campaigns, log_ins, owner, person_links, tiktok_accounts
from bcdesktop.services.ad_form_records import AdChange
from bcdesktop.services.ads_errors import AdAccountNotUsable, AdEnded, CampaignEnded, IdentityGone, IdentityNotReady
from bcdesktop.services.records import LogInPurpose
from tests.services.access import give, holder_of
from tests.services.ad_world import ad_account, ad_link, advertiser
from tests.services.ads_world import campaign, change_ad, linked, make, plain, post, pulled, pushed, suspend


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


def test_nothing_is_made_in_an_ad_account_that_is_not_approved(world, nora, ann):
    waiting = ad_account(world, nora, "Waiting", approved=False)
    with pytest.raises(AdAccountNotUsable):
        campaign(world, ann, waiting)


def test_nothing_is_made_or_resumed_once_the_ad_account_lost_its_approval(world, ann, account, winter):
    row = make(world, ann, plain(winter))
    ads.pause(world.context, ann, [row.id])
    suspend(world, account)
    with pytest.raises(AdAccountNotUsable):
        make(world, ann, plain(winter))
    with pytest.raises(AdAccountNotUsable):
        ads.resume(world.context, ann, [row.id])


def test_an_ad_is_paused_resumed_and_ended_and_the_log_tells(world, nora, ann, winter):
    row = make(world, ann, plain(winter))
    assert ads.pause(world.context, ann, [row.id]) == 1
    paused = ads.get(world.context, ann, row.id)
    assert (paused.status, paused.pause_reason) == (AdStatus.PAUSED, PauseReason.BY_PERSON)
    assert ads.resume(world.context, ann, [row.id]) == 1
    assert ads.get(world.context, ann, row.id).pause_reason is None
    assert ads.end(world.context, ann, [row.id]) == 1
    assert ads.end(world.context, ann, [row.id]) == 0
    for step in (ads.pause, ads.resume):
        with pytest.raises(AdEnded):
            step(world.context, ann, [row.id])
    told = [action for action in world.actions(nora) if action.startswith(("ad_", "ads_")) and "account" not in action]
    assert told == ["ad_created", "ads_paused", "ads_resumed", "ads_ended"]


def test_a_resumed_ad_is_checked_as_a_new_one(world, nora, ann, winter):
    link_id, phone = linked(world, nora, "bela")
    post_id = post(world, phone)
    row = make(world, ann, pulled(winter, link_id, post_id))
    ads.pause(world.context, ann, [row.id])
    world.change_account("bela", is_political=True)
    with pytest.raises(IdentityNotReady) as caught:
        ads.resume(world.context, ann, [row.id])
    assert caught.value.conditions == (ConditionName.NOT_POLITICAL,)
    assert ads.get(world.context, ann, row.id).status is AdStatus.PAUSED


def test_an_ad_whose_account_is_not_for_this_person_any_more_is_not_resumed(world, nora, ann, winter):
    link_id, _phone = linked(world, nora, "bela")
    row = make(world, ann, pushed(winter, link_id))
    ads.pause(world.context, ann, [row.id])
    change_ad(world, row.id, account_id="7123456789012345678", link_id=None)
    with pytest.raises(IdentityGone) as caught:
        ads.resume(world.context, ann, [row.id])
    assert caught.value.handle == "bela"


def test_resuming_many_is_all_or_nothing(world, nora, ann, winter):
    link_id, _phone = linked(world, nora, "bela")
    rows = [make(world, ann, plain(winter)), make(world, ann, pushed(winter, link_id))]
    ads.pause(world.context, ann, [row.id for row in rows])
    world.change_account("bela", is_public=False)
    with pytest.raises(IdentityNotReady):
        ads.resume(world.context, ann, [row.id for row in rows])
    assert {row.status for row in ads.list_all(world.context, ann, rows[0].asset_id)} == {AdStatus.PAUSED}


def test_a_campaign_that_is_paused_pauses_what_runs_in_it(world, ann, winter):
    running, paused = make(world, ann, plain(winter)), make(world, ann, plain(winter, "Still"))
    ads.pause(world.context, ann, [paused.id])
    campaigns.pause(world.context, ann, winter)
    shown = ads.get(world.context, ann, running.id)
    assert (shown.status, shown.shown_status, shown.is_paused_by_campaign) == (AdStatus.ACTIVE, AdStatus.PAUSED, True)
    campaigns.resume(world.context, ann, winter)
    assert ads.get(world.context, ann, running.id).runs
    assert not ads.get(world.context, ann, paused.id).runs


def test_a_campaign_ends_with_its_ads_for_good(world, ann, winter):
    row = make(world, ann, plain(winter))
    campaigns.end(world.context, ann, winter)
    assert ads.get(world.context, ann, row.id).status is AdStatus.ENDED
    with pytest.raises(CampaignEnded):
        make(world, ann, plain(winter))
    with pytest.raises(CampaignEnded):
        campaigns.resume(world.context, ann, winter)


def test_an_ad_account_and_an_identity_hold_so_many_ads(world, nora, ann, winter):
    link_id, _phone = linked(world, nora, "bela")
    first = make(world, ann, pushed(winter, link_id))
    with pytest.raises(LimitReached) as caught:
        make(world, ann, pushed(winter, link_id), world.limited(ads_per_identity=1))
    assert caught.value.limit == "ads_per_identity"
    make(world, ann, plain(winter), world.limited(ads_per_identity=1))
    with pytest.raises(LimitReached) as caught:
        make(world, ann, plain(winter), world.limited(ads_per_ad_account=2))
    assert caught.value.limit == "ads_per_ad_account"
    ads.end(world.context, ann, [first.id])
    assert make(world, ann, pushed(winter, link_id), world.limited(ads_per_identity=1)).runs


def test_the_same_form_sent_twice_makes_one_ad(world, ann, account, winter):
    key = uuid.uuid4().hex
    first, second = (ads.create(world.context, ann, plain(winter), key) for _time in range(2))
    assert first == second
    assert len(ads.list_all(world.context, ann, account)) == 1


@pytest.mark.parametrize("role", [AssetRole.OPERATOR, AssetRole.ANALYST])
def test_an_operator_makes_ads_and_an_analyst_only_sees_them(world, nora, ann, account, winter, role):
    row = make(world, ann, plain(winter))
    sam = world.standard_member(nora)
    give(world, nora, account, holder_of(world, sam), role)
    person = advertiser(world, sam)
    seen = ads.overview(world.context, person, account)
    assert (seen.can_edit, seen.helpers) == (role is AssetRole.OPERATOR, ("Nora",))
    assert [ad.id for ad in seen.ads] == [row.id]
    steps = (
        lambda: make(world, person, plain(winter)),
        lambda: campaign(world, person, account),
        lambda: ads.pause(world.context, person, [row.id]),
        lambda: ads.change(world.context, person, row.id, AdChange(name="Mine")),
        lambda: campaigns.rename(world.context, person, winter, "Mine"),
    )
    for step in steps:
        if role is AssetRole.OPERATOR:
            step()
        else:
            with pytest.raises(NotAllowed) as caught:
                step()
            assert caught.value.helpers == ("Nora",)


def test_a_stranger_finds_nothing(world, nora, ann, account, winter):
    row = make(world, ann, plain(winter))
    otto = advertiser(world, world.center("Otter Works", "Otto"))
    for step in (
        lambda: ads.overview(world.context, otto, account),
        lambda: ads.list_all(world.context, otto, account),
        lambda: ads.get(world.context, otto, row.id),
        lambda: ads.pause(world.context, otto, [row.id]),
        lambda: campaigns.list_all(world.context, otto, account),
        lambda: campaigns.end(world.context, otto, winter),
        lambda: make(world, otto, plain(winter)),
    ):
        with pytest.raises(NotFound):
            step()


def test_a_refusal_is_in_the_log_of_the_ad_account(world, nora, ann, account, winter):
    sam = world.standard_member(nora)
    give(world, nora, account, holder_of(world, sam), AssetRole.ANALYST)
    with pytest.raises(NotAllowed):
        make(world, advertiser(world, sam), plain(winter))
    entry = world.last_entry(nora)
    assert (entry.action, entry.actor_name, entry.object_id) == ("action_refused", "Sam", account)


def test_campaigns_count_their_ads(world, ann, account, winter):
    rows = [make(world, ann, plain(winter)) for _number in range(3)]
    ads.pause(world.context, ann, [rows[0].id])
    ads.end(world.context, ann, [rows[1].id])
    (row,) = campaigns.list_all(world.context, ann, account)
    assert (row.name, row.ads, row.active, row.status) == ("Winter", 2, 1, AdStatus.ACTIVE)


def test_a_campaign_is_renamed(world, nora, ann, account, winter):
    campaigns.rename(world.context, ann, winter, "  Spring ")
    assert campaigns.list_all(world.context, ann, account)[0].name == "Spring"
    assert world.last_entry(nora).details == {"before": "Winter", "after": "Spring"}
    with pytest.raises(ValueMissing):
        campaigns.rename(world.context, ann, winter, " ")


def test_an_ad_runs_again_once_its_account_is_linked_again(world, nora, ann, account, winter):
    link_id, phone = linked(world, nora, "bela")
    row = make(world, ann, pushed(winter, link_id))
    tiktok_accounts.disconnect(world.context, nora, link_id)
    paused = ads.get(world.context, ann, row.id)
    assert (paused.status, paused.pause_reason) == (AdStatus.PAUSED, PauseReason.LINK_ENDED)
    with pytest.raises(IdentityNotReady) as caught:
        ads.resume(world.context, ann, [row.id])
    assert ConditionName.LINK_ACTIVE in caught.value.conditions
    again = world.approve(world.request(nora), phone).result.link_id
    ad_link(world, nora, account, again)
    assert ads.resume(world.context, ann, [row.id]) == 1
    resumed = ads.get(world.context, ann, row.id)
    assert (resumed.runs, resumed.identity_id, resumed.handle) == (True, again, "bela")


def test_an_account_linked_to_the_ad_account_serves_everybody_there(world, nora, ann, account, winter):
    link_id, _phone = linked(world, nora, "bela", operator=False)
    ad_link(world, nora, account, link_id)
    sam = world.standard_member(nora)
    give(world, nora, account, holder_of(world, sam), AssetRole.OPERATOR)
    assert make(world, advertiser(world, sam), pushed(winter, link_id)).created_by == "Sam"


def test_an_account_a_person_linked_for_themselves_serves_that_person_alone(world, nora, ann, account, winter):
    sam = world.standard_member(nora)
    give(world, nora, account, holder_of(world, sam), AssetRole.OPERATOR)
    own = person_links.link(world.context, ann, approved(world, world.sign_up("mara")))
    values = {"identity_kind": IdentityKind.PERSON}
    row = make(world, ann, pushed(winter, own.id, **values))
    assert (row.identity_kind, row.identity_id, row.handle) == (IdentityKind.PERSON, own.id, "mara")
    with pytest.raises(IdentityGone):
        make(world, advertiser(world, sam), pushed(winter, own.id, **values))
    assert ads.pause(world.context, advertiser(world, sam), [row.id]) == 1
    with pytest.raises(IdentityGone):
        ads.resume(world.context, advertiser(world, sam), [row.id])
    assert ads.resume(world.context, ann, [row.id]) == 1


def test_an_ad_under_a_persons_own_account_pauses_when_they_unlink_it(world, ann, winter):
    own = person_links.link(world.context, ann, approved(world, world.sign_up("mara")))
    row = make(world, ann, pushed(winter, own.id, identity_kind=IdentityKind.PERSON, ads_only=False))
    person_links.unlink(world.context, ann, own.id)
    paused = ads.get(world.context, ann, row.id)
    assert (paused.status, paused.pause_reason) == (AdStatus.PAUSED, PauseReason.PERSON_LINK_ENDED)
    with pytest.raises(IdentityGone):
        ads.resume(world.context, ann, [row.id])


def approved(world, phone):
    """Return a log-in code for linking in Ads Manager that ``phone`` approved."""
    row = log_ins.start(world.context, LogInPurpose.LINK_IN_ADS_MANAGER, "Desk")
    owner.approve_log_in(world.context, phone, owner.open_code(world.context, phone, row.code_text))
    return row.id


def test_ads_of_a_campaign_that_is_paused_for_three_days_keep_no_ad_account_open(world, nora, ann, account, winter):
    make(world, ann, plain(winter))
    campaigns.pause(world.context, ann, winter)
    assert ad_account_closing.problems(world.context, nora, account) == (CloseProblem.DELIVERING,)
    world.wait(days=3, minutes=1)
    assert ad_account_closing.problems(world.context, nora, account) == ()
