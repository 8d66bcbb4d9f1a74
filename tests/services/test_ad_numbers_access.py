"""Running ads without seeing their numbers (A2-06): Operators only, logged, and gone with the role."""

from __future__ import annotations

import pytest

from bcdesktop.core.errors import NotAllowed, NotFound
from bcdesktop.core.grants import HolderKind
from bcdesktop.core.policy import AdAction
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import _ad_roles, ad_numbers_access, grants, members
from bcdesktop.services._commands import entry_actor
from bcdesktop.services._grants import GrantBook, reached_asset
from bcdesktop.services.billing_errors import NumbersCannotBeHidden
from bcdesktop.store.tables import Asset, Member
from tests.services.ad_world import ad_account
from tests.services.inviting import join, member_id

ADMIN, OPERATOR, ANALYST = AssetRole.ADMIN, AssetRole.OPERATOR, AssetRole.ANALYST


@pytest.fixture
def asset_id(world, nora):
    return ad_account(world, nora)


@pytest.fixture
def sam(world, nora, asset_id):
    """A Standard member, Operator on the ad account."""
    person = join(world, nora)
    give(world, nora, asset_id, person, OPERATOR)
    return person


def give(world, nora, asset_id, person, role):
    """Give a role by the one way all roles are given."""
    of_person = member_id(world, nora, person)

    def work(unit):
        book = GrantBook(unit, entry_actor(nora))
        asset = reached_asset(unit.session.get_one(Asset, asset_id), nora.business_center_id)
        book.set_member(unit.session.get_one(Member, of_person), person.name, asset, role)
        book.close()

    world.store.run(work)


def may(world, person, asset_id, action):
    with world.store.read() as session:
        try:
            _ad_roles.require(session, person.person_id, asset_id, action)
        except NotAllowed:
            return False
        return True


def hide(world, nora, asset_id, person, *, hidden=True):
    return ad_numbers_access.set_hidden(world.context, nora, asset_id, member_id(world, nora, person), hidden)


def hidden(world, nora, asset_id):
    return ad_numbers_access.hidden_of(world.context, nora, asset_id)


def test_an_operator_runs_ads_without_seeing_numbers(world, nora, asset_id, sam):
    assert may(world, sam, asset_id, AdAction.SEE_NUMBERS)
    assert hide(world, nora, asset_id, sam)
    assert hidden(world, nora, asset_id) == {member_id(world, nora, sam)}
    assert not may(world, sam, asset_id, AdAction.SEE_NUMBERS)
    assert may(world, sam, asset_id, AdAction.EDIT_ADS)
    assert may(world, sam, asset_id, AdAction.SEE_ADS)


def test_the_refusal_names_the_admins_of_the_ad_account(world, nora, asset_id, sam):
    hide(world, nora, asset_id, sam)
    with world.store.read() as session, pytest.raises(NotAllowed) as caught:
        _ad_roles.require(session, sam.person_id, asset_id, AdAction.SEE_NUMBERS)
    assert (caught.value.action, caught.value.helpers) == ("see_numbers", ("Nora",))


def test_numbers_can_be_shown_again(world, nora, asset_id, sam):
    hide(world, nora, asset_id, sam)
    assert hide(world, nora, asset_id, sam, hidden=False)
    assert may(world, sam, asset_id, AdAction.SEE_NUMBERS)
    assert not hide(world, nora, asset_id, sam, hidden=False)


@pytest.mark.parametrize("role", [ADMIN, ANALYST])
def test_numbers_are_not_hidden_from_an_admin_or_an_analyst(world, nora, asset_id, sam, role):
    give(world, nora, asset_id, sam, role)
    with pytest.raises(NumbersCannotBeHidden) as caught:
        hide(world, nora, asset_id, sam)
    assert (caught.value.name, caught.value.role) == ("Sam", role)
    assert hidden(world, nora, asset_id) == frozenset()


@pytest.mark.parametrize("role", [ADMIN, ANALYST])
def test_another_role_shows_them_again(world, nora, asset_id, sam, role):
    hide(world, nora, asset_id, sam)
    give(world, nora, asset_id, sam, role)
    give(world, nora, asset_id, sam, OPERATOR)
    assert hidden(world, nora, asset_id) == frozenset()
    assert may(world, sam, asset_id, AdAction.SEE_NUMBERS)


def test_a_lowered_limit_shows_them_again(world, nora, asset_id, sam):
    hide(world, nora, asset_id, sam)

    def work(unit):
        book = GrantBook(unit, entry_actor(nora))
        book.lower_reached(unit.session.get_one(Asset, asset_id), nora.business_center_id, ANALYST)
        book.close()

    world.store.run(work)
    assert hidden(world, nora, asset_id) == frozenset()


def test_the_same_role_once_more_leaves_them_hidden(world, nora, asset_id, sam):
    hide(world, nora, asset_id, sam)
    give(world, nora, asset_id, sam, OPERATOR)
    assert hidden(world, nora, asset_id) == {member_id(world, nora, sam)}


def test_it_is_in_the_log_and_in_the_history(world, nora, asset_id, sam):
    hide(world, nora, asset_id, sam)
    entry = world.last_entry(nora)
    assert (entry.action, entry.object_id, entry.object_name, entry.details) == (
        "numbers_hidden",
        asset_id,
        "Spring",
        {"member": "Sam"},
    )
    change = grants.history(world.context, nora, asset_id=asset_id)[0]
    assert (change.holder.kind, change.holder_name, change.before, change.after) == (
        HolderKind.MEMBER,
        "Sam",
        OPERATOR,
        OPERATOR,
    )
    told = members.activity_of(world.context, nora, member_id(world, nora, sam))
    assert told[0].action == "numbers_hidden"


def test_somebody_without_a_role_there_is_not_found(world, nora, asset_id):
    tess = join(world, nora, "Tess")
    with pytest.raises(NotFound):
        hide(world, nora, asset_id, tess)


def test_an_ad_account_of_another_business_center_is_not_found(world, nora, asset_id, sam):
    otto = world.center("Otter Works", "Otto")
    with pytest.raises(NotFound):
        ad_numbers_access.set_hidden(world.context, otto, asset_id, member_id(world, nora, sam), True)
    with pytest.raises(NotFound):
        ad_numbers_access.hidden_of(world.context, otto, asset_id)
