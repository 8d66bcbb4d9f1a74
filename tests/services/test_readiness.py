"""Ready for Spark Ads: one account, ad account and person; the identities of an ad account; all linked pairs."""

from __future__ import annotations

import pytest

from bcdesktop.core.ads import IdentityKind
from bcdesktop.core.errors import NotAllowed, NotFound
from bcdesktop.core.ids import new_id
from bcdesktop.core.permissions import Permission, PermissionSet, Visibility
from bcdesktop.core.readiness import ConditionName
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import ad_accounts, partners, readiness, tiktok_accounts
from bcdesktop.store.tables import PersonLink
from tests.services.ad_scene import SHARED, TIKTOK, crosses, helpers, linked_account, set_ad_role, share_id
from tests.services.ad_world import ad_account, ad_link, advertiser, personal_ad_account
from tests.services.partnering import invite
from tests.services.world import LIVE

FREE = PermissionSet(
    frozenset({Permission.EXISTING_POSTS, Permission.PUBLISH_AND_MANAGE_NEW_VIDEOS, Permission.LIVE_VIDEOS}),
    Visibility.SHOW_ON_PROFILE_AND_IN_ADS,
)


@pytest.fixture
def mara_link(world, nora, mara):
    return linked_account(world, nora, "mara")


@pytest.fixture
def spring(world, nora):
    return ad_account(world, nora, "Spring")


def check(world, actor, ref, asset_id, kind=TIKTOK, **person):
    return readiness.check(world.context, actor, kind, ref, asset_id, **person)


def identities(world, actor, asset_id):
    return readiness.identities(world.context, advertiser(world, actor), asset_id)


# ------------------------------------------------------------------ one pair
def test_a_linked_pair_is_ready_for_the_admin_of_the_ad_account(world, nora, mara_link, spring):
    ad_link(world, nora, spring, mara_link)
    found = check(world, nora, mara_link, spring)
    assert (found.ready, crosses(found), found.person_name) == (True, [], "Nora")


def test_a_pair_that_is_not_linked_says_so_and_who_can_link_it(world, nora, mara_link, spring):
    found = check(world, nora, mara_link, spring)
    assert crosses(found) == [ConditionName.AD_LINK]
    assert helpers(found, ConditionName.AD_LINK) == ("Nora",)


def test_operator_on_the_account_stands_for_the_link(world, nora, mara_link, spring):
    tiktok_accounts.give_me_operator(world.context, nora, mara_link)
    assert check(world, nora, mara_link, spring).ready


def test_operator_on_the_account_is_not_enough_without_a_role_on_the_ad_account(world, nora, mara_link, spring):
    tiktok_accounts.give_me_operator(world.context, nora, mara_link)
    set_ad_role(world, nora, spring, None)
    assert crosses(check(world, nora, mara_link, spring)) == [ConditionName.AD_ACCOUNT_ROLE]


def test_an_analyst_of_the_ad_account_is_told_which_admin_can_raise_them(world, nora, mara_link, spring):
    ad_link(world, nora, spring, mara_link)
    sam = world.standard_member(nora)
    set_ad_role(world, sam, spring, AssetRole.ANALYST)
    found = check(world, sam, mara_link, spring)
    assert crosses(found) == [ConditionName.AD_ACCOUNT_ROLE]
    assert helpers(found, ConditionName.AD_ACCOUNT_ROLE) == ("Nora",)


def test_missing_permissions_are_the_owners_to_give(world, nora, spring):
    link_id = linked_account(world, nora, "bela", LIVE)
    found = check(world, nora, link_id, spring)
    assert crosses(found) == [ConditionName.EXISTING_POSTS, ConditionName.NEW_VIDEOS, ConditionName.AD_LINK]
    assert helpers(found, ConditionName.NEW_VIDEOS) == ("@bela",)


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"is_public": False}, ConditionName.ACCOUNT_PUBLIC),
        ({"is_political": True}, ConditionName.NOT_POLITICAL),
        ({"is_business": False}, ConditionName.ACCOUNT_AVAILABLE),
        ({"scope_available": False}, ConditionName.ACCOUNT_AVAILABLE),
    ],
    ids=["private", "political", "no business account", "restricted"],
)
def test_an_unfit_account_is_a_cross_here_and_in_the_list_of_accounts(world, nora, mara_link, spring, change, name):
    ad_link(world, nora, spring, mara_link)
    world.change_account("mara", **change)
    assert crosses(check(world, nora, mara_link, spring)) == [name]
    assert not tiktok_accounts.get(world.context, nora, mara_link).ready_for_spark_ads


def test_an_ad_account_in_review_is_not_ready(world, nora, mara_link):
    waiting = ad_account(world, nora, approved=False)
    ad_link(world, nora, waiting, mara_link)
    assert crosses(check(world, nora, mara_link, waiting)) == [ConditionName.AD_ACCOUNT_APPROVED]
    ad_accounts.review(world.context, nora, waiting, True)
    assert check(world, nora, mara_link, waiting).ready


def test_a_disconnected_account_is_not_linked_any_more(world, nora, mara_link, spring):
    ad_link(world, nora, spring, mara_link)
    tiktok_accounts.disconnect(world.context, nora, mara_link)
    assert crosses(check(world, nora, mara_link, spring)) == [ConditionName.LINK_ACTIVE, ConditionName.AD_LINK]


def test_an_account_shared_as_analyst_is_mended_by_the_partner(world, nora, mara_link):
    otto = world.center("Otter Works", "Otto")
    row = invite(world.context, nora, otto.business_center_id, mara_link, role=AssetRole.ANALYST)
    partners.accept(world.context, otto, row.id)
    found = check(world, otto, share_id(world, otto), ad_account(world, otto), SHARED)
    assert crosses(found) == [ConditionName.AD_LINK]
    assert helpers(found, ConditionName.AD_LINK) == ("Lantern Media",)


# ------------------------------------------------------------------ who may ask
def test_an_admin_asks_for_any_person(world, nora, mara_link, spring):
    ad_link(world, nora, spring, mara_link)
    sam = world.standard_member(nora)
    found = check(world, nora, mara_link, spring, person_id=sam.person_id)
    assert (crosses(found), found.person_name) == ([ConditionName.AD_ACCOUNT_ROLE], "Sam")


def test_a_standard_member_asks_for_themselves_only(world, nora, mara_link, spring):
    sam = world.standard_member(nora)
    with pytest.raises(NotAllowed):
        check(world, sam, mara_link, spring, person_id=nora.person_id)


def test_a_standard_member_does_not_find_what_was_not_given_to_them(world, nora, mara_link, spring):
    sam = world.standard_member(nora)
    world.give(sam, mara_link)
    with pytest.raises(NotFound):
        check(world, sam, mara_link, spring)
    set_ad_role(world, sam, spring, AssetRole.OPERATOR)
    assert crosses(check(world, sam, mara_link, spring)) == [ConditionName.AD_LINK]


# ------------------------------------------------------------------ identities
def test_identities_are_those_of_the_business_center_the_usable_first(world, nora, mara_link, spring):
    bela_link = linked_account(world, nora, "bela")
    ad_link(world, nora, spring, mara_link)
    found = [(row.handle, row.ready, row.id) for row in identities(world, nora, spring)]
    assert found == [("mara", True, mara_link), ("bela", False, bela_link)]


def test_an_identity_says_what_the_owner_granted(world, nora, spring):
    linked_account(world, nora, "bela", FREE)
    linked_account(world, nora, "cleo", LIVE)
    found = {row.handle: row for row in identities(world, nora, spring)}
    bela, cleo = found["bela"], found["cleo"]
    assert (bela.can_pull, bela.can_push, bela.can_live) == (True, True, True)
    assert bela.visibility is Visibility.SHOW_ON_PROFILE_AND_IN_ADS
    assert (cleo.can_pull, cleo.can_push, cleo.can_live, cleo.visibility) == (False, False, True, None)


def test_with_an_ad_link_everybody_of_the_ad_account_may_use_the_account(world, nora, mara_link, spring):
    ad_link(world, nora, spring, mara_link)
    sam = world.standard_member(nora)
    set_ad_role(world, sam, spring, AssetRole.OPERATOR)
    assert [(row.handle, row.ready) for row in identities(world, sam, spring)] == [("mara", True)]


def test_a_standard_member_is_not_offered_accounts_nobody_gave_them(world, nora, mara_link, spring):
    sam = world.standard_member(nora)
    set_ad_role(world, sam, spring, AssetRole.OPERATOR)
    assert identities(world, sam, spring) == ()


def test_a_received_account_is_an_identity_of_the_partners_ad_account(world, nora, mara_link):
    otto = world.center("Otter Works", "Otto")
    row = invite(world.context, nora, otto.business_center_id, mara_link, role=AssetRole.OPERATOR)
    partners.accept(world.context, otto, row.id)
    asset_id = ad_account(world, otto)
    ad_link(world, otto, asset_id, share_id(world, otto), SHARED)
    found = identities(world, otto, asset_id)
    assert [(one.handle, one.ready, one.account_kind, one.center_name) for one in found] == [
        ("mara", True, SHARED, "Lantern Media")
    ]


def test_an_account_disconnected_a_week_ago_is_still_named_and_later_is_not(world, nora, mara_link, spring):
    tiktok_accounts.disconnect(world.context, nora, mara_link)
    world.wait(days=7)
    assert [(row.handle, row.ready) for row in identities(world, nora, spring)] == [("mara", False)]
    world.wait(days=30)
    assert identities(world, nora, spring) == ()


def test_an_account_linked_again_is_named_once(world, nora, mara, mara_link, spring):
    tiktok_accounts.disconnect(world.context, nora, mara_link)
    again = linked_account(world, nora)
    assert [row.id for row in identities(world, nora, spring)] == [again]


def test_what_a_person_linked_alone_is_theirs_alone(world, nora, spring):
    own = PersonLink(
        id=new_id(),
        person_id=nora.person_id,
        account_id=new_id(),
        handle="nora_tt",
        display_name="Nora",
        linked_at=world.clock.now(),
    )
    world.store.run(lambda unit: unit.session.add(own))
    sam = world.standard_member(nora)
    set_ad_role(world, sam, spring, AssetRole.OPERATOR)
    assert [(row.handle, row.kind, row.ready) for row in identities(world, nora, spring)] == [
        ("nora_tt", IdentityKind.PERSON, True)
    ]
    assert identities(world, sam, spring) == ()


def test_a_personal_ad_account_offers_nothing_of_a_business_center_it_is_not_in(world, nora, mara_link):
    asset_id = personal_ad_account(world, advertiser(world, nora))
    assert identities(world, nora, asset_id) == ()


def test_somebody_without_a_role_does_not_find_the_ad_account(world, nora, spring):
    with pytest.raises(NotFound):
        identities(world, world.center("Otter Works", "Otto"), spring)


# ------------------------------------------------------------------ all pairs
def test_the_summary_agrees_with_the_check_of_every_pair(world, nora, mara_link, spring):
    waiting = ad_account(world, nora, "Waiting", approved=False)
    links = {
        "mara": mara_link,
        "bela": linked_account(world, nora, "bela", LIVE),
        "cleo": linked_account(world, nora, "cleo"),
    }
    world.change_account("cleo", is_public=False)
    pairs = [(asset, link) for asset in (spring, waiting) for link in links.values()]
    for asset, link in pairs:
        ad_link(world, nora, asset, link)
    single = {(link, asset): tuple(crosses(check(world, nora, link, asset))) for asset, link in pairs}
    found = readiness.summary(world.context, nora)
    assert (found.pairs, found.not_ready) == (6, 5)
    assert {(row.account_ref, row.asset_id): row.missing for row in found.shown} == {
        pair: missing for pair, missing in single.items() if missing
    }


def test_the_summary_counts_an_ad_account_nobody_makes_ads_in(world, nora, mara_link, spring):
    ad_link(world, nora, spring, mara_link)
    assert readiness.summary(world.context, nora).not_ready == 0
    set_ad_role(world, nora, spring, AssetRole.ANALYST)
    found = readiness.summary(world.context, nora)
    assert [row.missing for row in found.shown] == [(ConditionName.AD_ACCOUNT_ROLE,)]


def test_the_summary_of_a_partner_knows_what_the_owners_link_allows(world, nora, mara):
    link_id = linked_account(world, nora, "mara", LIVE)
    otto = world.center("Otter Works", "Otto")
    row = invite(world.context, nora, otto.business_center_id, link_id, role=AssetRole.OPERATOR)
    partners.accept(world.context, otto, row.id)
    ad_link(world, otto, ad_account(world, otto), share_id(world, otto), SHARED)
    found = readiness.summary(world.context, otto)
    assert [(one.handle, one.missing) for one in found.shown] == [
        ("mara", (ConditionName.EXISTING_POSTS, ConditionName.NEW_VIDEOS))
    ]
    assert readiness.summary(world.context, nora).pairs == 0


def test_the_summary_of_a_standard_member_has_what_was_given_to_them(world, nora, mara_link, spring):
    ad_link(world, nora, spring, mara_link)
    ad_link(world, nora, ad_account(world, nora, "Autumn"), mara_link)
    sam = world.standard_member(nora)
    assert readiness.summary(world.context, sam).pairs == 0
    set_ad_role(world, sam, spring, AssetRole.ANALYST)
    found = readiness.summary(world.context, sam)
    assert (found.pairs, [row.missing for row in found.shown]) == (1, [(ConditionName.AD_ACCOUNT_ROLE,)])


def test_an_admin_learns_nothing_about_somebody_of_another_business_center(world, nora, mara_link, spring):
    with pytest.raises(NotFound):
        check(world, nora, mara_link, spring, person_id=world.center("Otter Works", "Otto").person_id)
