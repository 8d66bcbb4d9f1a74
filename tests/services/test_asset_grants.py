"""Ad accounts, catalogs, pixels and audiences are given to members as TikTok accounts are (A4-28; domain.md 6.1.9)."""

from __future__ import annotations

import pytest

from bcdesktop.core.errors import NotAllowed, NotFound
from bcdesktop.core.grants import ROLES_OF, AssetKind
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import _reached, ad_account_closing, grants, invitations, members
from bcdesktop.services.access_errors import AssetEnded, RoleNotForKind, TooManyAdAccounts
from bcdesktop.services.people_errors import NoOwnAccess
from tests.services.access import give, holder_of, link, remove_member, roles_of, told
from tests.services.ad_world import ad_account
from tests.services.inviting import code_for, invite
from tests.services.world import PASSWORD

ADMIN, OPERATOR, ANALYST = AssetRole.ADMIN, AssetRole.OPERATOR, AssetRole.ANALYST


@pytest.fixture
def sam(world, nora):
    return world.standard_member(nora)


@pytest.fixture
def spring(world, nora):
    return ad_account(world, nora, "Spring")


def other_asset(world, actor, kind, name="Winter"):
    """Return the id of a new asset of ``kind``, owned by the actor's Business Center."""

    def work(unit):
        center_id = actor.business_center_id
        return _reached.new_asset(unit, kind, name, actor.name, center_id=center_id).id

    return world.store.run(work)


def test_somebody_gets_an_ad_account_is_raised_and_loses_it_with_a_history(world, nora, sam, spring):
    holder = holder_of(world, sam)
    give(world, nora, spring, holder, ANALYST)
    give(world, nora, spring, holder, ADMIN)
    give(world, nora, spring, holder, None)

    assert told(grants.history(world.context, nora, asset_id=spring, holder=holder)) == [
        ("Sam", "Spring", None, ANALYST),
        ("Sam", "Spring", ANALYST, ADMIN),
        ("Sam", "Spring", ADMIN, None),
    ]


def test_the_asset_stands_in_every_list_of_who_has_what(world, nora, sam, spring):
    give(world, nora, spring, holder_of(world, sam), OPERATOR)

    assert ("Sam", "Spring", OPERATOR) in roles_of(grants.holders_of(world.context, nora, spring))
    assert roles_of(grants.assets_of(world.context, nora, holder_of(world, sam))) == [("Sam", "Spring", OPERATOR)]
    assert roles_of(grants.my_grants(world.context, sam)) == [("Sam", "Spring", OPERATOR)]
    assert grants.candidate(world.context, nora, holder_of(world, sam)).accounts == 1
    assert members.losses(world.context, nora, holder_of(world, sam).id).accounts == (("Spring", OPERATOR),)
    matrix = grants.matrix(world.context, nora, (AssetKind.AD_ACCOUNT,))
    assert matrix.cells[holder_of(world, sam).id, spring] is OPERATOR
    assert [asset.name for asset in matrix.assets] == ["Spring"]


def test_the_matrix_of_tiktok_accounts_knows_nothing_of_ad_accounts(world, nora, sam, spring):
    give(world, nora, spring, holder_of(world, sam), OPERATOR)
    assert grants.matrix(world.context, nora).assets == ()
    assert len(grants.matrix(world.context, nora).cells) == 0


@pytest.mark.parametrize("kind", [AssetKind.CATALOG, AssetKind.PIXEL, AssetKind.AUDIENCE])
def test_each_kind_has_its_own_roles_and_no_others(world, nora, sam, kind):
    asset, holder = other_asset(world, nora, kind), holder_of(world, sam)
    for role in AssetRole:
        if role in ROLES_OF[kind]:
            assert give(world, nora, asset, holder, role) == 1
        else:
            with pytest.raises(RoleNotForKind) as caught:
                give(world, nora, asset, holder, role)
            assert (caught.value.kind, caught.value.role) == (kind, role)


def test_what_can_be_given_names_kind_number_and_limit(world, nora, spring):
    link(world, nora, "mara")
    rows = grants.asset_choices(world.context, nora)
    assert [(row.kind, row.name, row.limit, row.owner_name) for row in rows] == [
        (AssetKind.TIKTOK_ACCOUNT, "@mara", OPERATOR, None),
        (AssetKind.AD_ACCOUNT, "Spring", ADMIN, None),
    ]
    assert grants.asset_choices(world.context, nora, (AssetKind.CATALOG,)) == ()


def test_what_was_closed_cannot_be_given_and_nobody_has_it(world, nora, sam, spring):
    give(world, nora, spring, holder_of(world, sam), OPERATOR)
    ad_account_closing.close(world.context, nora, spring, no_open_bill=True)

    with pytest.raises((AssetEnded, NotFound)):
        give(world, nora, spring, holder_of(world, sam), OPERATOR)
    assert grants.my_grants(world.context, sam) == ()
    assert "Spring" not in [row.name for row in grants.asset_choices(world.context, nora)]


def test_ones_own_access_is_given_up_once(world, nora, sam, spring):
    give(world, nora, spring, holder_of(world, sam), ANALYST)
    grants.remove_own(world.context, sam, spring)
    assert grants.my_grants(world.context, sam) == ()
    with pytest.raises(NoOwnAccess) as caught:
        grants.remove_own(world.context, sam, spring)
    assert caught.value.name == "Spring"


def test_an_admin_takes_the_mightiest_role_and_a_member_may_not(world, nora, sam):
    catalog = other_asset(world, nora, AssetKind.CATALOG)
    assert grants.give_me(world.context, nora, catalog) is AssetRole.MANAGEMENT
    assert roles_of(grants.my_grants(world.context, nora)) == [("Nora", "Winter", AssetRole.MANAGEMENT)]
    with pytest.raises(NotAllowed):
        grants.give_me(world.context, sam, catalog)


def test_somebody_without_the_asset_learns_nothing_of_who_has_it(world, sam, spring):
    with pytest.raises(NotFound):
        grants.holders_of(world.context, sam, spring)


def test_whoever_leaves_takes_nothing_along(world, nora, sam, spring):
    give(world, nora, spring, holder_of(world, sam), OPERATOR)
    remove_member(world, sam)
    assert ("Sam", "Spring", OPERATOR) not in roles_of(grants.holders_of(world.context, nora, spring))
    gone = grants.matrix(world.context, nora, (AssetKind.AD_ACCOUNT,)).former
    assert list(gone.values()) == [OPERATOR]


def test_another_business_centers_ad_account_is_not_there(world, nora, sam):
    foreign = ad_account(world, world.center("Otter Works", "Otto"), "Foreign")
    with pytest.raises(NotFound):
        give(world, nora, foreign, holder_of(world, sam), ANALYST)


def test_an_invitation_brings_ad_accounts_and_tiktok_accounts(world, nora, spring):
    mara = link(world, nora, "mara")
    code = code_for(world, nora, accounts=((spring, OPERATOR), (mara, ANALYST)))
    offered = invitations.look_up(world.context, code).accounts
    assert offered == (("Spring", OPERATOR), ("@mara", ANALYST))

    actor = invitations.accept(world.context, code, "Sam", PASSWORD)

    assert sorted((row.asset_name, row.role) for row in grants.my_grants(world.context, actor)) == [
        ("@mara", ANALYST),
        ("Spring", OPERATOR),
    ]


def test_an_invitation_brings_fifty_ad_accounts_at_most(world, nora):
    ids = [other_asset(world, nora, AssetKind.AD_ACCOUNT, f"No. {number}") for number in range(51)]
    with pytest.raises(TooManyAdAccounts) as caught:
        invite(world, nora, "sam@example.com", accounts=tuple((asset_id, ANALYST) for asset_id in ids))
    assert (caught.value.maximum, caught.value.current) == (50, 51)
    invite(world, nora, "sam@example.com", accounts=tuple((asset_id, ANALYST) for asset_id in ids[:50]))


def test_an_invitation_gives_no_role_the_kind_does_not_know(world, nora):
    pixel = other_asset(world, nora, AssetKind.PIXEL)
    with pytest.raises(RoleNotForKind):
        invite(world, nora, "sam@example.com", accounts=((pixel, OPERATOR),))
