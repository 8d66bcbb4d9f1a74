"""TikTok accounts and ad accounts are linked many to many, and unlinked with what runs on them."""

from __future__ import annotations

import pytest

from bcdesktop.core.ads import AdStatus, PauseReason
from bcdesktop.core.errors import NotFound
from bcdesktop.core.grants import Holder, HolderKind
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import _due, activity, ad_links, grants, partners, tiktok_accounts
from bcdesktop.services.ad_link_errors import LinkToClosedAdAccount, NotInSameBusinessCenter, ShareForNumbersOnly
from bcdesktop.services.errors import LinkNotActive
from bcdesktop.services.people_records import Assignment
from bcdesktop.store.tables import Asset
from tests.services.ad_scene import (
    IN_A_DAY,
    SHARED,
    TIKTOK,
    linked_account,
    linked_pairs,
    running_ad,
    set_ad_role,
    share_id,
    state_of_ad,
)
from tests.services.ad_world import ad_account, ad_link
from tests.services.partnering import invite

ENDED = AdStatus.PAUSED, PauseReason.LINK_ENDED


@pytest.fixture
def mara_link(world, nora, mara):
    return linked_account(world, nora, "mara")


@pytest.fixture
def spring(world, nora):
    return ad_account(world, nora, "Spring")


@pytest.fixture
def partner(world, nora, mara_link):
    """A Business Center that received @mara as Operator, with an ad account of its own."""
    otto = world.center("Otter Works", "Otto")
    world.partnership = invite(world.context, nora, otto.business_center_id, mara_link, role=AssetRole.OPERATOR)
    partners.accept(world.context, otto, world.partnership.id)
    world.share_id = share_id(world, otto)
    world.partner_ad_account = ad_account(world, otto, "Otter ads")
    return otto


@pytest.fixture
def partner_ad(world, partner):
    """An ad of the partner that runs on the received account, which is linked to its ad account."""
    ad_link(world, partner, world.partner_ad_account, world.share_id, SHARED)
    return running_ad(world, partner, world.partner_ad_account, share_id=world.share_id)


def pairs_of(rows):
    return [(row.handle, row.ad_account_name) for row in rows]


# ------------------------------------------------------------------ linking
def test_several_accounts_are_linked_to_several_ad_accounts(world, nora, mara_link, spring):
    bela_link, autumn = linked_account(world, nora, "bela"), ad_account(world, nora, "Autumn")
    assert ad_links.link(world.context, nora, spring, [(TIKTOK, mara_link), (TIKTOK, bela_link)], "a") == 2
    assert ad_links.link_account(world.context, nora, TIKTOK, mara_link, [spring, autumn], "b") == 1
    assert pairs_of(ad_links.of_ad_account(world.context, nora, spring)) == [("bela", "Spring"), ("mara", "Spring")]
    assert pairs_of(ad_links.of_account(world.context, nora, TIKTOK, mara_link)) == [
        ("mara", "Autumn"),
        ("mara", "Spring"),
    ]


def test_the_same_save_twice_links_once(world, nora, mara_link, spring):
    once = [ad_links.link(world.context, nora, spring, [(TIKTOK, mara_link)], "key") for _ in range(2)]
    assert once == [1, 1]
    assert ad_link(world, nora, spring, mara_link) == 0
    assert linked_pairs(world) == {(spring, mara_link)}


def test_linking_is_in_the_log_of_both_with_both_names(world, nora, mara_link, spring):
    ad_link(world, nora, spring, mara_link)
    newest = activity.entries(world.context, nora, limit=2)
    told = {(row.object_name, str(row.details.get("accounts") or row.details.get("ad_accounts"))) for row in newest}
    assert told == {("@mara", "['Spring']"), ("Spring", "['@mara']")}
    assert {row.action for row in newest} == {"ad_account_linked"}


def test_a_received_account_is_linked_to_an_ad_account_of_the_partner(world, partner):
    assert ad_link(world, partner, world.partner_ad_account, world.share_id, SHARED) == 1
    assert pairs_of(ad_links.of_ad_account(world.context, partner, world.partner_ad_account)) == [("mara", "Otter ads")]


def test_an_account_shared_as_analyst_is_for_its_numbers_only(world, nora, mara_link):
    otto = world.center("Otter Works", "Otto")
    partners.accept(
        world.context, otto, invite(world.context, nora, otto.business_center_id, mara_link, role=AssetRole.ANALYST).id
    )
    with pytest.raises(ShareForNumbersOnly) as caught:
        ad_link(world, otto, ad_account(world, otto), share_id(world, otto), SHARED)
    assert (caught.value.name, caught.value.owner_name) == ("@mara", "Lantern Media")


def test_what_is_in_another_business_center_cannot_be_linked(world, nora, mara_link, spring):
    otto = world.center("Otter Works", "Otto")
    with pytest.raises(NotInSameBusinessCenter):
        ad_link(world, otto, ad_account(world, otto), mara_link)
    with pytest.raises(NotInSameBusinessCenter):
        ad_link(world, otto, spring, linked_account(world, otto, "bela"))
    assert linked_pairs(world) == set()


def test_an_ended_link_cannot_be_linked_to_an_ad_account(world, nora, mara_link, spring):
    tiktok_accounts.disconnect(world.context, nora, mara_link)
    with pytest.raises(LinkNotActive):
        ad_link(world, nora, spring, mara_link)


def test_a_closed_ad_account_takes_no_further_accounts(world, nora, mara_link, spring):
    world.store.run(lambda unit: setattr(unit.session.get_one(Asset, spring), "ended_at", unit.now))
    with pytest.raises(LinkToClosedAdAccount):
        ad_link(world, nora, spring, mara_link)


def test_one_that_cannot_be_linked_means_that_none_is(world, nora, mara_link, spring):
    with pytest.raises(NotFound):
        ad_links.link(world.context, nora, spring, [(TIKTOK, mara_link), (TIKTOK, "missing")], "key")
    assert linked_pairs(world) == set()


# ------------------------------------------------------------------ unlinking
def test_unlinking_pauses_what_runs_on_the_pair_and_only_that(world, nora, mara_link, spring):
    autumn = ad_account(world, nora, "Autumn")
    ad_links.link_account(world.context, nora, TIKTOK, mara_link, [spring, autumn], "key")
    stops, goes_on = (running_ad(world, nora, asset, link_id=mara_link) for asset in (spring, autumn))
    row = next(row for row in ad_links.of_account(world.context, nora, TIKTOK, mara_link) if row.asset_id == spring)
    assert [ad.ad_account_name for ad in ad_links.running_ads(world.context, nora, [row.id])] == ["Spring"]
    assert ad_links.unlink(world.context, nora, [row.id]) == 1
    assert state_of_ad(world, stops) == (AdStatus.PAUSED, PauseReason.AD_LINK_REMOVED)
    assert state_of_ad(world, goes_on) == (AdStatus.ACTIVE, None)
    assert linked_pairs(world) == {(autumn, mara_link)}


def test_unlinking_what_is_unlinked_already_is_no_error(world, nora, mara_link, spring):
    ad_link(world, nora, spring, mara_link)
    row = ad_links.of_ad_account(world.context, nora, spring)[0]
    assert [ad_links.unlink(world.context, nora, [row.id]) for _ in range(2)] == [1, 0]


def test_another_business_center_cannot_unlink(world, nora, mara_link, spring):
    ad_link(world, nora, spring, mara_link)
    row = ad_links.of_ad_account(world.context, nora, spring)[0]
    assert ad_links.unlink(world.context, world.center("Otter Works", "Otto"), [row.id]) == 0
    assert linked_pairs(world) == {(spring, mara_link)}


# ------------------------------------------------------------------ what ends a link ends its ad links
def test_disconnecting_an_account_unlinks_it_and_pauses_its_ads(world, nora, mara_link, spring):
    ad_link(world, nora, spring, mara_link)
    ad_id = running_ad(world, nora, spring, link_id=mara_link)
    tiktok_accounts.disconnect(world.context, nora, mara_link)
    assert (linked_pairs(world), state_of_ad(world, ad_id)) == (set(), ENDED)


def test_an_ad_without_an_ad_link_pauses_too_when_the_account_is_disconnected(world, nora, mara_link, spring):
    ad_id = running_ad(world, nora, spring, link_id=mara_link)
    tiktok_accounts.disconnect(world.context, nora, mara_link)
    assert state_of_ad(world, ad_id) == ENDED


def test_a_link_that_runs_out_is_unlinked_and_its_ads_pause(world, nora, mara, spring):
    link_id = linked_account(world, nora, ends_at=world.clock.now() + IN_A_DAY)
    ad_link(world, nora, spring, link_id)
    ad_id = running_ad(world, nora, spring, link_id=link_id)
    world.wait(days=2)
    _due.settle(world.context)
    assert (linked_pairs(world), state_of_ad(world, ad_id)) == (set(), ENDED)


def test_a_link_found_run_out_when_the_account_is_linked_again_is_unlinked(world, nora, mara, spring):
    link_id = linked_account(world, nora, ends_at=world.clock.now() + IN_A_DAY)
    ad_link(world, nora, spring, link_id)
    ad_id = running_ad(world, nora, spring, link_id=link_id)
    world.wait(days=2)
    linked_account(world, nora)
    assert (linked_pairs(world), state_of_ad(world, ad_id)) == (set(), ENDED)


def test_the_end_of_the_owners_link_ends_what_a_partner_runs_on_it(world, nora, mara_link, partner_ad):
    tiktok_accounts.disconnect(world.context, nora, mara_link)
    assert (linked_pairs(world), state_of_ad(world, partner_ad)) == (set(), ENDED)


def test_a_share_that_ends_unlinks_and_pauses_at_the_partner(world, nora, partner, mara_link, partner_ad):
    change = Assignment(mara_link, Holder(HolderKind.PARTNER, world.partnership.id), None)
    grants.assign(world.context, nora, [change], "key")
    assert linked_pairs(world) == set()
    assert state_of_ad(world, partner_ad) == (AdStatus.PAUSED, PauseReason.SHARE_ENDED)


def test_a_partnership_that_ends_unlinks_and_pauses_at_the_partner(world, nora, partner, partner_ad):
    partners.remove(world.context, nora, world.partnership.id)
    assert linked_pairs(world) == set()
    assert state_of_ad(world, partner_ad) == (AdStatus.PAUSED, PauseReason.SHARE_ENDED)


def test_a_share_lowered_to_analyst_unlinks_and_pauses_at_the_partner(world, nora, partner, mara_link, partner_ad):
    change = Assignment(mara_link, Holder(HolderKind.PARTNER, world.partnership.id), AssetRole.ANALYST)
    grants.assign(world.context, nora, [change], "key")
    assert linked_pairs(world) == set()
    assert state_of_ad(world, partner_ad) == (AdStatus.PAUSED, PauseReason.PERMISSION_LOST)


def test_the_partner_reads_in_its_log_that_the_account_was_unlinked(world, nora, partner, mara_link, partner_ad):
    tiktok_accounts.disconnect(world.context, nora, mara_link)
    told = [row for row in activity.entries(world.context, partner) if row.action == "ad_account_unlinked"]
    assert [(row.object_name, row.details["ad_accounts"]) for row in told] == [("@mara", ["Otter ads"])]


# ------------------------------------------------------------------ who sees
def test_a_standard_member_sees_the_links_of_what_was_given_to_them(world, nora, mara_link, spring):
    ad_link(world, nora, spring, mara_link)
    sam = world.standard_member(nora)
    with pytest.raises(NotFound):
        ad_links.of_ad_account(world.context, sam, spring)
    set_ad_role(world, sam, spring, AssetRole.ANALYST)
    world.give(sam, mara_link)
    assert len(ad_links.of_ad_account(world.context, sam, spring)) == 1
    assert len(ad_links.of_account(world.context, sam, TIKTOK, mara_link)) == 1
