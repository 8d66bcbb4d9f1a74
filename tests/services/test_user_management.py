"""User management of an ad account: who can use it, which TikTok accounts it runs on, and taking either away."""

from __future__ import annotations

import pytest

from bcdesktop.core.ads import AdStatus, IdentityKind, PauseReason
from bcdesktop.core.errors import NotAllowed, NotFound
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import activity, advertisers, basic_information, tiktok_accounts, user_management
from bcdesktop.services.advertiser_errors import NotOfThisCenter
from tests.services.access import holder_of
from tests.services.ad_scene import linked_account, linked_pairs, running_ad, set_ad_role, state_of_ad
from tests.services.ad_world import ad_account, ad_link, advertiser, new_ad_account, personal_ad_account
from tests.services.granted import granted_to
from tests.services.world import PASSWORD


@pytest.fixture
def spring(world, nora):
    return ad_account(world, nora, "Spring")


@pytest.fixture
def sam(world, nora, spring):
    """A Standard member who is Operator on the ad account."""
    member = world.standard_member(nora)
    set_ad_role(world, member, spring, AssetRole.OPERATOR)
    return member


@pytest.fixture
def ida(world):
    return advertisers.sign_up(world.context, "Ida", "ida@example.com", PASSWORD)


def names(world, person, asset_id):
    return [row.name for row in user_management.members(world.context, person, asset_id)]


# ------------------------------------------------------------------ members
def test_everybody_who_can_use_the_ad_account_is_listed_with_their_role(world, nora, spring, sam):
    rows = user_management.members(world.context, advertiser(world, sam), spring)

    assert [(row.name, row.role, row.center_name, row.is_you) for row in rows] == [
        ("Nora", AssetRole.ADMIN, "Lantern Media", False),
        ("Sam", AssetRole.OPERATOR, "Lantern Media", True),
    ]


def test_only_an_admin_of_the_ad_account_can_remove_others(world, nora, spring, sam):
    of_nora = user_management.members(world.context, advertiser(world, nora), spring)
    of_sam = user_management.members(world.context, advertiser(world, sam), spring)

    assert [row.can_remove for row in of_nora] == [True, True]
    assert [(row.can_remove, row.helpers) for row in of_sam] == [(False, ("Nora",)), (True, ())]


def test_a_removed_member_loses_the_ad_account_at_once_and_it_is_logged(world, nora, spring, sam):
    user_management.remove_member(world.context, advertiser(world, nora), spring, holder_of(world, sam).id)

    assert advertisers.accounts(world.context, advertiser(world, sam)) == ()
    entry = activity.entries(world.context, nora, limit=1)[0]
    assert (entry.action, entry.actor_name, entry.details["changes"][0]["who"]) == ("access_changed", "Nora", "Sam")


def test_anybody_can_give_up_their_own_access(world, nora, spring, sam):
    user_management.remove_member(world.context, advertiser(world, sam), spring, holder_of(world, sam).id)

    assert names(world, advertiser(world, nora), spring) == ["Nora"]


def test_an_operator_removes_nobody_else_and_the_refusal_is_logged(world, nora, spring, sam):
    with pytest.raises(NotAllowed) as caught:
        user_management.remove_member(world.context, advertiser(world, sam), spring, holder_of(world, nora).id)

    assert caught.value.helpers == ("Nora",)
    assert activity.entries(world.context, nora, limit=1)[0].action == "action_refused"


def test_who_has_no_role_learns_nothing(world, nora, spring, ida):
    for function in (user_management.members, user_management.linked_accounts, basic_information.get):
        with pytest.raises(NotFound):
            function(world.context, ida, spring)


def test_the_owner_sees_the_people_of_a_business_center_that_asked_but_does_not_remove_them(world, nora, ida):
    own = personal_ad_account(world, ida)
    granted_to(world, nora, ida, own)

    rows = user_management.members(world.context, ida, own)

    assert [(row.name, row.is_owner, row.can_remove) for row in rows] == [
        ("Ida", True, False),
        ("Nora", False, False),
    ]
    with pytest.raises(NotOfThisCenter):
        user_management.remove_member(world.context, ida, own, holder_of(world, nora).id)


def test_people_of_a_business_center_that_asked_do_not_see_those_of_another(world, nora, ida):
    otto = world.center("Otter Works", "Otto")
    own = personal_ad_account(world, ida)
    granted_to(world, nora, ida, own)
    granted_to(world, otto, ida, own)

    assert names(world, advertiser(world, nora), own) == ["Ida", "Nora"]
    assert names(world, ida, own) == ["Ida", "Nora", "Otto"]


# ------------------------------------------------------------------ linked TikTok accounts
def test_linked_accounts_are_listed_with_the_ads_that_run_on_them(world, nora, spring, sam):
    link_id = linked_account(world, nora)
    ad_link(world, nora, spring, link_id)
    running_ad(world, nora, spring, link_id=link_id)

    (row,) = user_management.linked_accounts(world.context, advertiser(world, sam), spring)

    assert (row.handle, row.kind, row.through) == ("mara", IdentityKind.BUSINESS_CENTER, "Lantern Media")
    assert (row.running, row.linked_by, row.can_unlink) == (1, "Nora", True)


def test_unlinking_pauses_what_runs_and_leaves_the_link_to_the_business_center(world, nora, spring, sam):
    link_id = linked_account(world, nora)
    ad_link(world, nora, spring, link_id)
    ad_id = running_ad(world, nora, spring, link_id=link_id)
    person = advertiser(world, sam)
    (row,) = user_management.linked_accounts(world.context, person, spring)
    assert [ad.name for ad in user_management.running_ads(world.context, person, spring, row.id)] == ["Autumn"]

    user_management.unlink(world.context, person, spring, row.id)

    assert linked_pairs(world) == set()
    assert state_of_ad(world, ad_id) == (AdStatus.PAUSED, PauseReason.AD_LINK_REMOVED)
    assert [link.handle for link in tiktok_accounts.list_all(world.context, nora)] == ["mara"]
    assert "ad_account_unlinked" in world.actions(nora)


def test_an_analyst_unlinks_nothing_and_is_told_who_can(world, nora, spring, sam):
    ad_link(world, nora, spring, linked_account(world, nora))
    set_ad_role(world, sam, spring, AssetRole.ANALYST)
    (row,) = user_management.linked_accounts(world.context, advertiser(world, sam), spring)
    assert (row.can_unlink, row.helpers) == (False, ("Nora",))

    with pytest.raises(NotAllowed):
        user_management.unlink(world.context, advertiser(world, sam), spring, row.id)

    assert linked_pairs(world) != set()


def test_a_link_of_another_ad_account_is_not_found(world, nora, spring):
    other = ad_account(world, nora, "Other")
    ad_link(world, nora, other, linked_account(world, nora))
    (row,) = user_management.linked_accounts(world.context, advertiser(world, nora), other)

    with pytest.raises(NotFound):
        user_management.unlink(world.context, advertiser(world, nora), spring, row.id)


# ------------------------------------------------------------------ basic information
def test_the_facts_of_an_ad_account_are_shown_with_who_may_change_them(world, nora, spring, sam):
    found = basic_information.get(world.context, advertiser(world, sam), spring)

    assert (found.name, found.company, found.currency, found.owner_name) == (
        "Spring",
        "Harbour Shoes GmbH",
        "EUR",
        "Lantern Media",
    )
    assert (found.role, found.admins, [center.name for center in found.centers]) == (
        AssetRole.OPERATOR,
        ("Nora",),
        ["Lantern Media"],
    )


def test_an_admin_of_the_ad_account_changes_the_facts_and_an_operator_does_not(world, nora, spring, sam):
    person = advertiser(world, nora)
    version = basic_information.get(world.context, person, spring).version
    renamed = new_ad_account("Summer")
    with pytest.raises(NotAllowed):
        basic_information.change(world.context, advertiser(world, sam), spring, renamed, version)

    basic_information.change(world.context, person, spring, renamed, version)

    assert basic_information.get(world.context, person, spring).name == "Summer"


def test_the_owner_takes_the_ad_account_from_a_business_center(world, nora, ida):
    own = personal_ad_account(world, ida)
    granted_to(world, nora, ida, own)
    ad_link(world, nora, own, link_id := linked_account(world, nora))
    ad_id = running_ad(world, nora, own, link_id=link_id)
    (center,) = basic_information.get(world.context, ida, own).centers

    basic_information.remove_center(world.context, ida, own, center.id)

    assert advertisers.accounts(world.context, advertiser(world, nora)) == ()
    assert state_of_ad(world, ad_id) == (AdStatus.PAUSED, PauseReason.ACCESS_ENDED)
    assert world.last_entry(nora).action == "ad_account_access_ended"


def test_nobody_takes_it_from_the_business_center_that_owns_it_or_from_where_they_only_work(world, nora, spring, ida):
    with pytest.raises(NotFound):
        basic_information.remove_center(world.context, advertiser(world, nora), spring, nora.business_center_id)
    own = personal_ad_account(world, ida)
    granted_to(world, nora, ida, own)
    with pytest.raises(NotAllowed) as caught:
        basic_information.remove_center(world.context, advertiser(world, nora), own, nora.business_center_id)
    assert caught.value.helpers == ("Ida",)
