"""Claiming ownership: one owner, no way out on the phone, requests of others go to the owner (decisions.md, Claim)."""

from __future__ import annotations

import pytest

from bcdesktop.core.access_requests import FailReason, Kind, RequestState
from bcdesktop.services import access_requests, directory, errors, owner, tiktok_accounts
from tests.services.answers import answer
from tests.services.world import NOON, SPARK


@pytest.fixture
def otto(world, nora):
    """The admin of a second Business Center in the same store."""
    return world.center("Otter Works", "Otto")


@pytest.fixture
def claimed(world, nora, mara):
    """The link by which Lantern Media owns @mara."""
    request = world.request(nora, kind=Kind.CLAIM, expected_handle="mara")
    return world.approve(request, mara).result.link_id


def test_a_claim_makes_the_business_center_the_owner(world, nora, mara, claimed):
    assert tiktok_accounts.get(world.context, nora, claimed).kind is Kind.CLAIM
    assert directory.profile(world.context, mara).claimed_by_name == "Lantern Media"
    assert world.actions(nora)[-1] == "request_approved"
    assert "account_claimed" in world.actions(nora)


def test_a_second_claim_is_refused_before_it_is_made(world, otto, claimed):
    with pytest.raises(errors.ClaimedElsewhere):
        world.request(otto, kind=Kind.CLAIM, expected_handle="mara")
    assert world.last_entry(otto).details["reason"] == "claimed_elsewhere"


def test_an_open_claim_is_refused_on_the_phone_of_a_claimed_account(world, otto, mara, claimed):
    request = world.request(otto, kind=Kind.CLAIM)
    with pytest.raises(errors.ClaimedElsewhere):
        world.scan(request, mara)
    assert world.state(otto, request) is RequestState.PENDING
    assert world.last_entry(otto).action == "scan_refused"


def test_an_approval_of_a_second_claim_ends_the_request_as_failed(world, otto, mara, claimed):
    request = world.request(otto, kind=Kind.CLAIM)
    with pytest.raises(errors.ClaimedElsewhere):
        access_requests.receive_answer(world.context, answer(request, mara, NOON))
    row = access_requests.get(world.context, otto, request.id)
    assert (row.state, row.fail_reason) == (RequestState.FAILED, FailReason.CLAIMED_ELSEWHERE)
    assert tiktok_accounts.list_all(world.context, otto) == ()
    assert world.actions(otto)[-2:] == ["request_failed", "answer_refused"]


def test_the_phone_cannot_answer_another_centers_request_and_learns_who_can(world, otto, mara, claimed):
    request = world.request(otto, expected_handle="mara")
    with pytest.raises(errors.OwnerIsBusinessCenter) as caught:
        world.scan(request, mara)
    assert caught.value.owner_name == "Lantern Media"
    with pytest.raises(errors.OwnerIsBusinessCenter):
        access_requests.receive_answer(world.context, answer(request, mara, NOON))
    assert world.state(otto, request) is RequestState.PENDING


def test_a_request_of_the_owning_center_is_answered_by_the_phone(world, nora, mara, claimed):
    from tests.services.world import LIVE

    assert world.approve(world.request(nora, LIVE), mara).result.extended


def test_disconnecting_gives_the_account_back(world, nora, otto, mara, claimed):
    tiktok_accounts.disconnect(world.context, nora, claimed)
    assert directory.profile(world.context, mara).claimed_by_name is None
    assert world.approve(world.request(otto, kind=Kind.CLAIM), mara).delivered


def test_a_linked_account_can_be_claimed_by_the_same_center(world, nora, mara):
    link_id = world.approve(world.request(nora), mara).result.link_id
    result = world.approve(world.request(nora, kind=Kind.CLAIM), mara).result
    assert (result.extended, result.link_id) == (True, link_id)
    assert tiktok_accounts.get(world.context, nora, link_id).kind is Kind.CLAIM


def test_a_claim_leaves_the_links_of_others_as_they_are(world, nora, otto, mara):
    world.approve(world.request(otto), mara)
    world.approve(world.request(nora, kind=Kind.CLAIM), mara)
    assert tiktok_accounts.list_all(world.context, otto)[0].permissions == SPARK


def test_a_claim_has_no_end_date(world, nora, mara):
    from datetime import timedelta

    from bcdesktop.core.errors import DateNotAhead

    scanned = world.scan(world.request(nora, kind=Kind.CLAIM), mara)
    with pytest.raises(DateNotAhead):
        owner.approve(world.context, mara, scanned, scanned.permissions, NOON + timedelta(days=1))
