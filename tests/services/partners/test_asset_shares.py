"""Sharing ad accounts and other assets with a partner: waiting, reached, lowered, stopped (A4-33 to A4-36)."""

from __future__ import annotations

import pytest

from bcdesktop.core.ad_accounts import AdAccountRequestKind
from bcdesktop.core.errors import NotFound
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.core.policy import AdAction
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import (
    _ad_roles,
    ad_account_closing,
    ad_account_requests,
    ad_accounts,
    asset_partners,
    grants,
    partners,
)
from bcdesktop.services.access_errors import OnlyInThisStore, RoleNotForKind, TooManyAdAccounts
from bcdesktop.services.people_errors import BelongsToOther, RoleAboveShare
from tests.services.access import give, holder_of, partner_of, roles_of, told
from tests.services.ad_world import ad_account, advertiser, number_of
from tests.services.partnering import invite
from tests.services.test_asset_grants import other_asset

ADMIN, OPERATOR, ANALYST = AssetRole.ADMIN, AssetRole.OPERATOR, AssetRole.ANALYST


@pytest.fixture
def otto(world):
    return world.center("Otter Works", "Otto")


@pytest.fixture
def spring(world, nora):
    return ad_account(world, nora, "Spring")


@pytest.fixture
def waiting(world, nora, otto, spring):
    return invite(world.context, nora, otto.business_center_id, spring, role=OPERATOR)


@pytest.fixture
def shared(world, otto, waiting):
    return partners.accept(world.context, otto, waiting.id)


def names(world, actor):
    """Return the ad accounts an actor's Business Center can give."""
    return [row.name for row in grants.asset_choices(world.context, actor, (AssetKind.AD_ACCOUNT,))]


def test_until_it_is_accepted_the_partner_reaches_nothing(world, nora, otto, spring, waiting):
    assert [(share.name, share.role, share.kind) for share in waiting.shares] == [
        ("Spring", OPERATOR, AssetKind.AD_ACCOUNT)
    ]
    (theirs,) = partners.waiting(world.context, otto)
    assert [share.name for share in theirs.shares] == ["Spring"]
    assert names(world, otto) == []
    assert ad_accounts.list_all(world.context, otto) == ()
    with pytest.raises(NotFound):
        give(world, otto, spring, holder_of(world, otto), ANALYST)
    assert roles_of(grants.holders_of(world.context, nora, spring))[0] == ("Otter Works", "Spring", OPERATOR)


def test_once_accepted_the_partner_gives_it_up_to_its_limit(world, otto, spring, shared):
    (choice,) = grants.asset_choices(world.context, otto, (AssetKind.AD_ACCOUNT,))
    assert (choice.name, choice.limit, choice.owner_name) == ("Spring", OPERATOR, "Lantern Media")
    with pytest.raises(RoleAboveShare) as caught:
        give(world, otto, spring, holder_of(world, otto), ADMIN)
    assert (caught.value.name, caught.value.owner_name, caught.value.limit) == ("Spring", "Lantern Media", OPERATOR)
    assert grants.give_me(world.context, otto, spring) is OPERATOR
    with world.store.read() as session:
        asset, mine = _ad_roles.require(session, otto.person_id, spring, AdAction.EDIT_ADS)
    assert (asset.id, mine.role) == (spring, OPERATOR)


def test_a_received_ad_account_is_not_shared_on(world, otto, spring, shared):
    third = partner_of(world, otto, world.center("Third Hand", "Thea"))
    with pytest.raises(BelongsToOther) as caught:
        give(world, otto, spring, third, ANALYST)
    assert caught.value.owner_name == "Lantern Media"
    assert asset_partners.of_asset(world.context, otto, spring).owner_name == "Lantern Media"


def test_a_lower_level_lowers_the_partners_people_in_the_same_step(world, nora, otto, spring, shared):
    give(world, otto, spring, holder_of(world, otto), OPERATOR)
    partners.change_shares(world.context, nora, shared.id, ((spring, ANALYST),))

    assert roles_of(grants.my_grants(world.context, otto)) == [("Otto", "Spring", ANALYST)]
    assert told(grants.history(world.context, nora, asset_id=spring))[-1] == (
        "Otter Works",
        "Spring",
        OPERATOR,
        ANALYST,
    )
    assert told(grants.history(world.context, otto, asset_id=spring)) == [
        ("Otto", "Spring", None, OPERATOR),
        ("Otto", "Spring", OPERATOR, ANALYST),
    ]


@pytest.mark.parametrize("way", ["stopped", "removed", "given_up"])
def test_when_sharing_ends_the_partner_and_its_people_have_nothing(world, nora, otto, spring, shared, way):
    give(world, otto, spring, holder_of(world, otto), OPERATOR)
    if way == "stopped":
        partners.change_shares(world.context, nora, shared.id, ((spring, None),))
    else:
        partners.remove(world.context, nora if way == "removed" else otto, shared.id)

    assert names(world, otto) == []
    assert grants.my_grants(world.context, otto) == ()
    with world.store.read() as session, pytest.raises(NotFound):
        _ad_roles.require(session, otto.person_id, spring, AdAction.SEE_ADS)
    assert told(grants.history(world.context, nora, asset_id=spring))[-1] == ("Otter Works", "Spring", OPERATOR, None)
    assert told(grants.history(world.context, otto, asset_id=spring))[-1] == ("Otto", "Spring", OPERATOR, None)


def test_a_closed_ad_account_is_shared_with_nobody_any_more(world, nora, otto, spring, shared):
    give(world, otto, spring, holder_of(world, otto), OPERATOR)
    ad_account_closing.close(world.context, nora, spring, no_open_bill=True)
    assert partners.get(world.context, nora, shared.id).shares == ()
    assert ("Otter Works", "Spring", OPERATOR, None) in told(grants.history(world.context, nora, asset_id=spring))


def test_a_request_that_was_granted_is_lowered_with_the_people_who_use_it(world, nora, otto, spring):
    number = number_of(world, nora, spring)
    asked = ad_account_requests.ask(world.context, otto, number, AdAccountRequestKind.ACCESS, ADMIN, "", "once")
    ad_account_requests.answer(world.context, advertiser(world, nora), asked.id, True)
    give(world, otto, spring, holder_of(world, otto), ADMIN)
    (row,) = asset_partners.of_asset(world.context, nora, spring).rows
    assert (row.partnership_id, row.role) == (None, ADMIN)

    asset_partners.set_role(world.context, nora, spring, row.id, ANALYST)

    assert roles_of(grants.my_grants(world.context, otto)) == [("Otto", "Spring", ANALYST)]
    assert [one.role for one in asset_partners.of_asset(world.context, nora, spring).rows] == [ANALYST]
    with pytest.raises(BelongsToOther):
        asset_partners.set_role(world.context, otto, spring, row.id, ADMIN)


def test_a_declined_invitation_leaves_nothing_behind(world, nora, otto, spring, waiting):
    partners.decline(world.context, otto, waiting.id)
    assert partners.get(world.context, nora, waiting.id).shares == ()
    again = invite(world.context, nora, otto.business_center_id, spring)
    assert partners.accept(world.context, otto, again.id).state is PartnershipState.ACTIVE
    assert names(world, otto) == ["Spring"]


def test_where_there_is_a_partner_already_it_counts_at_once(world, nora, otto):
    otter = partner_of(world, nora, otto)
    catalog = other_asset(world, nora, AssetKind.CATALOG)
    give(world, nora, catalog, otter, AssetRole.AD_PROMOTION)
    (choice,) = grants.asset_choices(world.context, otto, (AssetKind.CATALOG,))
    assert (choice.name, choice.limit) == ("Winter", AssetRole.AD_PROMOTION)
    (row,) = asset_partners.of_asset(world.context, nora, catalog).rows
    assert (row.center_name, row.role, row.members) == ("Otter Works", AssetRole.AD_PROMOTION, 0)


def test_a_partner_gets_no_role_the_kind_does_not_know(world, nora, otto):
    otter = partner_of(world, nora, otto)
    catalog = other_asset(world, nora, AssetKind.CATALOG)
    with pytest.raises(RoleNotForKind):
        give(world, nora, catalog, otter, ANALYST)


def test_fifty_ad_accounts_are_shared_in_one_call_at_most(world, nora, otto):
    ids = [other_asset(world, nora, AssetKind.AD_ACCOUNT, f"No. {number}") for number in range(51)]
    with pytest.raises(TooManyAdAccounts):
        invite(world.context, nora, otto.business_center_id, *ids)
    row = invite(world.context, nora, otto.business_center_id, *ids[:50])
    assert len(row.shares) == 50
    partners.change_shares(world.context, nora, row.id, ((ids[50], ANALYST),))


def test_a_partner_in_another_store_gets_tiktok_accounts_only(world, nora, spring):
    with pytest.raises(OnlyInThisStore) as caught:
        invite(world.context, nora, "7123456789012345678", spring)
    assert (caught.value.name, caught.value.partner_name) == ("Spring", "7123456789012345678")
    assert partners.list_all(world.context, nora) == ()


def test_each_side_counts_its_own_people_and_links_on_a_shared_ad_account(world, nora, otto, spring, shared):
    give(world, otto, spring, holder_of(world, otto), ANALYST)
    own = ad_account(world, nora, "Own")
    rows = {row.name: row for row in ad_accounts.list_all(world.context, nora)}
    received = ad_accounts.get(world.context, otto, spring)
    assert [(rows[name].members, rows[name].partners) for name in ("Spring", "Own")] == [(1, 1), (1, 0)]
    assert (received.members, received.partners, received.my_role, received.limit) == (1, 0, ANALYST, OPERATOR)
    assert ad_accounts.get(world.context, nora, own) == rows["Own"]
