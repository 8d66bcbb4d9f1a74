"""Who has access: the matrix now, what those had who are gone, and when somebody has too much (domain.md 13.9)."""

from __future__ import annotations

import pytest

from bcdesktop.core.grants import Effect, HolderKind, TooMuch, effect_of, too_much
from bcdesktop.services import grants, tiktok_accounts
from tests.services.access import ANALYST, OPERATOR, give, holder_of, link, partner_of, remove_member


@pytest.fixture
def scene(world, nora):
    world.mara, world.omar = link(world, nora, "mara"), link(world, nora, "omar")
    world.sam_actor = world.standard_member(nora)
    world.sam = holder_of(world, world.sam_actor)
    return world


def named(matrix, cells):
    """Return (holder's name, account) to role."""
    holders = {holder.holder.id: holder.name for holder in matrix.holders}
    assets = {asset.id: asset.name for asset in matrix.assets}
    return {(holders[holder], assets[asset]): role for (holder, asset), role in cells.items()}


def test_people_and_partners_stand_against_accounts(scene, nora):
    otter = partner_of(scene, nora, scene.center("Otter Works", "Otto"))
    give(scene, nora, scene.mara, scene.sam, OPERATOR)
    give(scene, nora, scene.omar, otter, ANALYST)

    matrix = grants.matrix(scene.context, nora)

    assert [(holder.name, holder.is_admin) for holder in matrix.holders] == [
        ("Otter Works", False),
        ("Nora", True),
        ("Sam", False),
    ]
    assert [asset.name for asset in matrix.assets] == ["@mara", "@omar"]
    assert named(matrix, matrix.cells) == {("Sam", "@mara"): OPERATOR, ("Otter Works", "@omar"): ANALYST}
    assert (matrix.former, matrix.made_at) == ({}, scene.clock.now())


def test_accounts_a_partner_shares_stand_in_it_too(scene, nora):
    otto = scene.center("Otter Works", "Otto")
    otter = partner_of(scene, nora, otto)
    give(scene, nora, scene.mara, otter, ANALYST)
    share = tiktok_accounts.list_all(scene.context, otto)[0].id
    give(scene, otto, share, holder_of(scene, otto), ANALYST)

    matrix = grants.matrix(scene.context, otto)

    assert named(matrix, matrix.cells) == {("Otto", "@mara"): ANALYST}
    assert matrix.assets[0].owner_name == "Lantern Media"


def test_somebody_who_left_stands_there_with_what_they_had(scene, nora):
    give(scene, nora, scene.mara, scene.sam, ANALYST)
    give(scene, nora, scene.mara, scene.sam, OPERATOR)
    remove_member(scene, scene.sam_actor)

    matrix = grants.matrix(scene.context, nora)

    gone = next(holder for holder in matrix.holders if holder.is_gone)
    assert (gone.name, gone.detail, gone.last_at) == ("Sam", "sam@example.com", scene.clock.now())
    assert named(matrix, matrix.former) == {("Sam", "@mara"): OPERATOR}
    assert matrix.cells == {}


def test_an_account_that_ended_stands_there_with_who_had_it(scene, nora):
    give(scene, nora, scene.mara, scene.sam, OPERATOR)
    tiktok_accounts.disconnect(scene.context, nora, scene.mara)

    matrix = grants.matrix(scene.context, nora)

    assert [(asset.name, asset.is_gone) for asset in matrix.assets] == [("@omar", False), ("@mara", True)]
    assert named(matrix, matrix.former) == {("Sam", "@mara"): OPERATOR}


def test_access_that_was_only_taken_away_is_no_former_access(scene, nora):
    give(scene, nora, scene.mara, scene.sam, OPERATOR)
    give(scene, nora, scene.mara, scene.sam, None)
    assert grants.matrix(scene.context, nora).former == {}


def test_the_history_can_be_asked_for_an_account_a_holder_or_both(scene, nora):
    for asset in (scene.mara, scene.omar):
        give(scene, nora, asset, scene.sam, ANALYST)
    give(scene, nora, scene.mara, holder_of(scene, nora), OPERATOR)

    def count(**which):
        return len(grants.history(scene.context, nora, **which))

    assert (count(), count(asset_id=scene.mara), count(holder=scene.sam), count(limit=1)) == (3, 2, 2, 1)
    assert count(asset_id=scene.mara, holder=scene.sam) == 1


@pytest.mark.parametrize(
    ("kind", "operator_on", "reason"),
    [
        (HolderKind.MEMBER, 20, None),
        (HolderKind.MEMBER, 21, TooMuch.OPERATOR_ON_MANY),
        (HolderKind.PARTNER, 0, None),
        (HolderKind.PARTNER, 1, TooMuch.PARTNER_OPERATOR),
    ],
)
def test_too_much_is_operator_on_many_accounts_or_a_partner_with_operator(kind, operator_on, reason):
    assert too_much(kind, operator_on, maximum=20) is reason


def test_the_effect_of_an_assignment_is_counted_before_it_is_done():
    present = {("sam", "mara"): ANALYST, ("ida", "mara"): OPERATOR}
    wanted = {("sam", "mara"): OPERATOR, ("ida", "mara"): OPERATOR, ("ida", "omar"): ANALYST}
    assert effect_of(present, wanted) == Effect(new=1, changed=1, same=1)
    assert not effect_of(present, {("ida", "mara"): OPERATOR}).does_something
