"""Accounts another Business Center shares with this one: listed, given to own members, never passed on further."""

from __future__ import annotations

import pytest

from bcdesktop.core.errors import NotFound
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.services import grants, tiktok_accounts
from bcdesktop.services.people_errors import BelongsToOther, RoleAboveShare
from tests.services.access import ANALYST, OPERATOR, give, holder_of, link, partner_of, roles_of, shared_id, told


class Scene:
    """Lantern Media shares @mara with Otter Works, where Otto is the admin and Sam a Standard member."""

    def __init__(self, world, nora, role=ANALYST, state=PartnershipState.ACTIVE) -> None:
        self.world, self.nora = world, nora
        self.link_id = link(world, nora, "mara")
        self.otto = world.center("Otter Works", "Otto")
        self.sam = world.standard_member(self.otto)
        self.otter = partner_of(world, nora, self.otto, state)
        give(world, nora, self.link_id, self.otter, role)

    @property
    def share_id(self):
        return shared_id(self.world, self.otto, "mara")


@pytest.fixture
def scene(world, nora):
    return Scene(world, nora)


def test_the_partners_admin_sees_the_account_and_who_owns_it(scene, world):
    (row,) = tiktok_accounts.list_all(world.context, scene.otto)
    assert (row.handle, row.owner_name, row.share_id, row.id) == ("mara", "Lantern Media", row.id, row.share_id)
    assert (row.my_role, row.members, row.has_nobody) == (None, 0, True)
    assert row.permissions is not None
    assert row.ready_for_spark_ads


def test_a_share_nobody_accepted_yet_is_not_listed(world, nora):
    scene = Scene(world, nora, state=PartnershipState.PENDING)
    assert tiktok_accounts.list_all(world.context, scene.otto) == ()
    assert grants.asset_choices(world.context, scene.otto) == ()


def test_the_partners_members_are_given_the_account(scene, world):
    give(world, scene.otto, scene.share_id, holder_of(world, scene.sam), ANALYST)

    (row,) = tiktok_accounts.list_all(world.context, scene.sam)
    assert (row.handle, row.my_role, row.members) == ("mara", ANALYST, 1)
    assert roles_of(grants.my_grants(world.context, scene.sam)) == [("Sam", "@mara", ANALYST)]
    assert grants.candidate(world.context, scene.otto, holder_of(world, scene.sam)).accounts == 1
    assert {one.name: one.accounts for one in grants.candidates(world.context, scene.otto)} == {"Otto": 0, "Sam": 1}


def test_nobody_gets_more_than_was_shared(scene, world):
    (choice,) = grants.asset_choices(world.context, scene.otto)
    assert (choice.kind, choice.limit, choice.owner_name) == (
        AssetKind.SHARED_TIKTOK_ACCOUNT,
        ANALYST,
        "Lantern Media",
    )
    with pytest.raises(RoleAboveShare) as caught:
        give(world, scene.otto, scene.share_id, holder_of(world, scene.sam), OPERATOR)
    assert (caught.value.name, caught.value.owner_name, caught.value.limit) == ("@mara", "Lantern Media", ANALYST)


def test_a_shared_account_cannot_be_shared_on(scene, world):
    third = partner_of(world, scene.otto, world.center("Third Hand", "Thea"))
    with pytest.raises(BelongsToOther):
        give(world, scene.otto, scene.share_id, third, ANALYST)


@pytest.mark.parametrize(
    "call",
    [
        tiktok_accounts.confirm,
        tiktok_accounts.disconnect,
        tiktok_accounts.digits,
        tiktok_accounts.mark_digits_compared,
        tiktok_accounts.give_me_operator,
    ],
)
def test_what_only_the_owner_can_do_names_the_owner(scene, world, call):
    with pytest.raises(BelongsToOther) as caught:
        call(world.context, scene.otto, scene.share_id)
    assert caught.value.owner_name == "Lantern Media"


def test_the_history_of_members_stands_with_their_own_business_center(scene, world, nora):
    give(world, scene.otto, scene.share_id, holder_of(world, scene.sam), ANALYST)
    assert told(grants.history(world.context, scene.otto)) == [("Sam", "@mara", None, ANALYST)]
    assert told(grants.history(world.context, nora)) == [("Otter Works", "@mara", None, ANALYST)]


def test_a_lower_share_lowers_the_partners_members_in_one_step(world, nora):
    scene = Scene(world, nora, OPERATOR)
    give(world, scene.otto, scene.share_id, holder_of(world, scene.sam), OPERATOR)

    give(world, nora, scene.link_id, scene.otter, ANALYST)

    assert tiktok_accounts.list_all(world.context, scene.sam)[0].my_role is ANALYST


def test_when_the_owners_link_ends_the_partners_members_lose_it(scene, world, nora):
    give(world, scene.otto, scene.share_id, holder_of(world, scene.sam), ANALYST)
    share_id = scene.share_id

    tiktok_accounts.disconnect(world.context, nora, scene.link_id)

    assert tiktok_accounts.list_all(world.context, scene.otto) == ()
    assert tiktok_accounts.list_all(world.context, scene.sam) == ()
    with pytest.raises(NotFound):
        give(world, scene.otto, share_id, holder_of(world, scene.sam), ANALYST)
    assert told(grants.history(world.context, scene.otto))[-1] == ("Sam", "@mara", ANALYST, None)


def test_a_member_gives_up_a_shared_account(scene, world):
    give(world, scene.otto, scene.share_id, holder_of(world, scene.sam), ANALYST)
    grants.remove_own(world.context, scene.sam, scene.share_id)
    assert tiktok_accounts.list_all(world.context, scene.sam) == ()


def test_the_share_of_another_business_center_is_not_found(scene, world):
    thea = world.center("Third Hand", "Thea")
    for call in (tiktok_accounts.get, grants.holders_of, grants.remove_own):
        with pytest.raises(NotFound):
            call(world.context, thea, scene.share_id)


def test_owner_and_partner_each_see_one_row(scene, world, nora):
    assert [row.id for row in tiktok_accounts.list_all(world.context, nora)] == [scene.link_id]
    assert [row.id for row in tiktok_accounts.list_all(world.context, scene.otto)] == [scene.share_id]
