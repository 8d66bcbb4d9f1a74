"""800 and 800, counted in the approving transaction, with two processes at once (A3-03, A3-04)."""

from __future__ import annotations

import multiprocessing
from datetime import timedelta

import pytest

from bcdesktop.core.access_requests import FailReason, LinkState, Method, RequestState
from bcdesktop.services import access_requests, errors, tiktok_accounts
from tests.services.answers import answer
from tests.services.racing import deliver
from tests.services.world import NOON


def test_a_full_business_center_ends_the_request_as_failed(world, nora, mara):
    context = world.limited(tiktok_accounts_per_business_center=1)
    late = world.request(nora)
    world.approve(world.request(nora), mara)
    with pytest.raises(errors.BusinessCenterLimitReached) as caught:
        access_requests.receive_answer(context, answer(late, world.sign_up("bela"), NOON))
    assert (caught.value.maximum, caught.value.current) == (1, 1)
    row = access_requests.get(context, nora, late.id)
    assert (row.state, row.fail_reason) == (RequestState.FAILED, FailReason.BUSINESS_CENTER_LIMIT)
    assert len(tiktok_accounts.list_all(context, nora)) == 1


def test_a_full_account_ends_the_request_as_failed(world, nora, mara):
    otto = world.center("Otter Works", "Otto")
    world.approve(world.request(nora), mara)
    context = world.limited(business_centers_per_tiktok_account=1)
    request = world.request(otto)
    with pytest.raises(errors.AccountLimitReached) as caught:
        access_requests.receive_answer(context, answer(request, mara, NOON))
    assert (caught.value.maximum, caught.value.current) == (1, 1)
    row = access_requests.get(context, otto, request.id)
    assert (row.state, row.fail_reason) == (RequestState.FAILED, FailReason.ACCOUNT_LIMIT)


def test_a_second_answer_to_a_failed_request_says_that_it_failed(world, nora, mara):
    context = world.limited(tiktok_accounts_per_business_center=0)
    request = world.request(nora)
    text = answer(request, mara, NOON)
    with pytest.raises(errors.BusinessCenterLimitReached):
        access_requests.receive_answer(context, text)
    with pytest.raises(errors.RequestFailed) as caught:
        access_requests.receive_answer(context, text)
    assert caught.value.reason == "business_center_limit"


def test_a_full_business_center_makes_no_new_request(world, nora, mara):
    world.approve(world.request(nora), mara)
    with pytest.raises(errors.BusinessCenterLimitReached):
        world.request(nora, context=world.limited(tiktok_accounts_per_business_center=1))


def test_an_ended_link_makes_room(world, nora, mara):
    context = world.limited(tiktok_accounts_per_business_center=1)
    link_id = world.approve(world.request(nora), mara).result.link_id
    tiktok_accounts.disconnect(context, nora, link_id)
    assert world.approve(world.request(nora), world.sign_up("bela"), context).delivered


def test_the_limit_stands_at_eight_hundred(world):
    limits = world.context.limits
    assert (limits.business_centers_per_tiktok_account, limits.tiktok_accounts_per_business_center) == (800, 800)


@pytest.mark.parametrize("round_", range(3))
def test_two_processes_that_finish_at_the_same_moment_hold_the_limit(world, nora, round_):
    texts = [answer(world.request(nora), world.sign_up(handle), NOON) for handle in ("ana", "ben", "cora", "dan")]
    spawn = multiprocessing.get_context("spawn")
    gate = spawn.Barrier(2)
    results = spawn.Queue()
    processes = [
        spawn.Process(target=deliver, args=(str(world.store.path), texts[i::2], 3, gate, results)) for i in range(2)
    ]
    for process in processes:
        process.start()
    outcomes = [results.get(timeout=60) for _ in texts]
    for process in processes:
        process.join(60)
    assert sorted(outcomes) == ["approved", "approved", "approved", "business_center_limit_reached"]
    active = [row for row in tiktok_accounts.list_all(world.context, nora) if row.state is LinkState.ACTIVE]
    assert len(active) == 3


def test_two_processes_with_answers_to_one_code_make_one_link(world, nora):
    request = world.request(nora)
    texts = [answer(request, world.sign_up(handle), NOON) for handle in ("ana", "ben")]
    spawn = multiprocessing.get_context("spawn")
    gate, results = spawn.Barrier(2), spawn.Queue()
    processes = [
        spawn.Process(target=deliver, args=(str(world.store.path), [text], 800, gate, results)) for text in texts
    ]
    for process in processes:
        process.start()
    outcomes = sorted(results.get(timeout=60) for _ in texts)
    for process in processes:
        process.join(60)
    assert outcomes == ["already_answered", "approved"]
    assert len(tiktok_accounts.list_all(world.context, nora)) == 1


def test_an_owner_gets_at_most_three_open_requests_of_one_center(world, nora, mara):
    for _ in range(3):
        world.request(nora, expected_handle="mara")
    with pytest.raises(errors.TooManyRequests) as caught:
        world.request(nora, method=Method.NOTIFICATION, expected_handle="mara")
    assert caught.value.maximum == 3
    assert world.last_entry(nora).details["reason"] == "too_many_requests"


def test_renewing_one_of_three_open_requests_is_no_fourth(world, nora, mara):
    first, *_ = (world.request(nora, expected_handle="mara") for _ in range(3))
    assert access_requests.renew(world.context, nora, first.id, "again").state is RequestState.PENDING


def test_an_owner_gets_at_most_ten_requests_in_an_hour(world, nora, mara):
    request = world.request(nora, expected_handle="mara")
    for number in range(9):
        request = access_requests.renew(world.context, nora, request.id, f"again {number}")
    with pytest.raises(errors.TooManyRequests) as caught:
        access_requests.renew(world.context, nora, request.id, "once more")
    assert caught.value.maximum == 10
    world.clock.advance(timedelta(hours=1))
    assert access_requests.renew(world.context, nora, request.id, "later").state is RequestState.PENDING
