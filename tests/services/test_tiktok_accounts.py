"""The list of linked accounts and what can be done with a row."""

from __future__ import annotations

import pytest

from bcdesktop.core.access_requests import LinkState, OwnerTrust
from bcdesktop.core.errors import NotFound
from bcdesktop.services import access_requests, directory, errors, home, owner, tiktok_accounts
from tests.services.world import LIVE, NOON


@pytest.fixture
def link(world, nora, mara):
    return world.approve(world.request(nora), mara).result.link_id


def test_disconnecting_ends_the_link_at_once_and_keeps_its_reason(world, nora, mara, link):
    row = tiktok_accounts.disconnect(world.context, nora, link, "Campaign over")
    assert (row.state, row.ended_at, row.end_reason) == (LinkState.DISCONNECTED, NOON, "Campaign over")
    assert (row.ready_for_spark_ads, row.spark_problem) == (False, "ended")
    assert owner.links(world.context, mara)[0].state is LinkState.DISCONNECTED
    with pytest.raises(errors.LinkNotActive):
        tiktok_accounts.disconnect(world.context, nora, link)


def test_a_disconnected_account_can_be_linked_again(world, nora, mara, link):
    tiktok_accounts.disconnect(world.context, nora, link)
    world.approve(world.request(nora, LIVE), mara)
    assert len(tiktok_accounts.list_all(world.context, nora)) == 2


def test_the_link_of_another_business_center_is_not_found(world, link):
    otto = world.center("Otter Works", "Otto")
    for call in (tiktok_accounts.get, tiktok_accounts.confirm, tiktok_accounts.disconnect, tiktok_accounts.digits):
        with pytest.raises(NotFound):
            call(world.context, otto, link)


def test_the_admin_gives_themselves_operator_access_once(world, nora, link):
    tiktok_accounts.give_me_operator(world.context, nora, link)
    assert tiktok_accounts.give_me_operator(world.context, nora, link).members == 1


def test_a_standard_member_sees_what_was_given_to_them(world, nora, link):
    sam = world.standard_member(nora)
    assert tiktok_accounts.list_all(world.context, sam) == ()
    world.give(sam, link)
    assert [row.id for row in tiktok_accounts.list_all(world.context, sam)] == [link]


def test_an_account_that_became_private_is_not_ready(world, nora, mara, link):
    directory.change_privacy(world.context, mara, is_public=False)
    row = tiktok_accounts.get(world.context, nora, link)
    assert (row.ready_for_spark_ads, row.spark_problem) == (False, "account_private")


def test_comparing_the_digits_verifies_an_owner_on_another_computer(world, nora):
    elsewhere = world.other_store()
    far = world.sign_up("far_away", context=elsewhere)
    text = world.approve(world.request(nora), far, elsewhere).answer_text
    link = access_requests.receive_answer(world.context, text).link_id
    assert len(tiktok_accounts.digits(world.context, nora, link).split()) == 6
    assert tiktok_accounts.mark_digits_compared(world.context, nora, link).owner_trust is OwnerTrust.DIGITS_COMPARED
    world.approve(world.request(nora, LIVE), far, elsewhere)
    assert world.actions(nora).count("digits_compared") == 1


def test_home_leads_through_the_first_steps(world, nora, mara):
    assert [step.done for step in home.overview(world.context, nora).first_steps] == [True, False, False, False, False]
    request = world.request(nora)
    overview = home.overview(world.context, nora)
    assert (overview.codes_waiting, overview.expiring) == (1, 0)
    world.wait(minutes=6)
    assert home.overview(world.context, nora).expiring == 1
    world.approve(request, mara)
    overview = home.overview(world.context, nora)
    assert [step.done for step in overview.first_steps] == [True, True, True, False, False]
    assert (overview.accounts, overview.accounts_to_confirm, overview.accounts_not_ready) == (1, 1, 0)
