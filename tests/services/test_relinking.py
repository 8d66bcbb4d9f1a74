"""Access that was ended on purpose does not come back by itself, nor by the same request (A0-45; domain.md 13.19)."""

from __future__ import annotations

import pytest

from bcdesktop.core import code
from bcdesktop.core.access_requests import Kind, LinkState, Method, RequestState
from bcdesktop.services import access_requests, owner_endings, tiktok_accounts
from bcdesktop.services.errors import RequestCancelled
from bcdesktop.services.relink_errors import AccessEndedSince, EndedOnPurpose
from tests.services.world import LIVE


@pytest.fixture
def linked(world, nora, mara):
    """Return the approval of @mara, a minute ago."""
    outcome = world.approve(world.request(nora, expected_handle="mara"), mara)
    world.wait(minutes=1)
    return outcome


@pytest.fixture
def answer(world, linked):
    """Return the text of the answer that made the link."""
    return linked.answer_text


def disconnect(world, nora, linked):
    tiktok_accounts.disconnect(world.context, nora, linked.result.link_id)
    world.wait(minutes=1)


def revoke(world, mara, linked):
    owner_endings.revoke(world.context, mara, linked.result.link_id)
    world.wait(minutes=1)


def state_of(world, nora):
    return [row.state for row in tiktok_accounts.list_all(world.context, nora)]


# ------------------------------------------------------------------ asking again
def test_asking_again_says_who_ended_it_and_when(world, nora, linked):
    ended_at = world.clock.now()
    disconnect(world, nora, linked)
    with pytest.raises(EndedOnPurpose) as caught:
        world.request(nora, expected_handle="mara")
    error = caught.value
    assert (error.handle, error.by_owner, error.ended_by, error.ended_at) == ("mara", False, "Nora", ended_at)


def test_asking_again_says_that_it_was_the_owner(world, nora, mara, linked):
    revoke(world, mara, linked)
    with pytest.raises(EndedOnPurpose) as caught:
        world.request(nora, expected_handle="mara")
    assert caught.value.by_owner


def test_whoever_means_it_may_ask_again_and_the_log_keeps_it(world, nora, mara, linked):
    ended_at = world.clock.now()
    disconnect(world, nora, linked)
    request = world.request(nora, expected_handle="mara", asks_again=True)
    entry = world.last_entry(nora)
    assert (entry.action, entry.details["ended_by"]) == ("request_created", "Nora")
    assert entry.details["ended_at"] == ended_at.isoformat()
    world.approve(request, mara)
    assert LinkState.ACTIVE in state_of(world, nora)


def test_a_different_account_is_asked_without_a_word(world, nora, linked):
    disconnect(world, nora, linked)
    world.sign_up("omar")
    assert world.request(nora, expected_handle="omar").state is RequestState.PENDING


def test_access_that_just_ran_out_may_be_asked_for_again(world, nora, mara):
    end = world.clock.now().replace(day=25)
    world.approve(world.request(nora, expected_handle="mara", wanted_end=end), mara)
    world.wait(days=5)
    access_requests.expire_due(world.context)
    assert world.request(nora, expected_handle="mara").state is RequestState.PENDING


def test_after_it_was_linked_again_nothing_is_asked(world, nora, mara, linked):
    disconnect(world, nora, linked)
    world.approve(world.request(nora, expected_handle="mara", asks_again=True), mara)
    world.wait(minutes=1)
    assert world.request(nora, LIVE, expected_handle="mara").state is RequestState.PENDING


def test_the_check_of_a_handle_tells_it_before(world, nora, linked):
    assert access_requests.check_handle(world.context, nora, "mara", Kind.LINK).ended is None
    disconnect(world, nora, linked)
    ended = access_requests.check_handle(world.context, nora, "mara", Kind.LINK).ended
    assert (ended.handle, ended.by_owner, ended.ended_by) == ("mara", False, "Nora")


def test_another_business_center_is_not_asked(world, nora, linked):
    disconnect(world, nora, linked)
    otto = world.center("Otter Works", "Otto")
    assert access_requests.check_handle(world.context, otto, "mara", Kind.LINK).ended is None
    assert world.request(otto, expected_handle="mara").state is RequestState.PENDING


def test_an_own_account_does_not_come_back_by_itself(world, nora):
    phone = next(phone for phone in world.phones.values() if phone.active.handle == "nora_tt")
    own = {"kind": Kind.OWN, "method": Method.NOTIFICATION}
    outcome = world.approve(world.request(nora, **own), phone)
    world.wait(minutes=1)
    disconnect(world, nora, outcome)
    with pytest.raises(EndedOnPurpose):
        world.request(nora, **own)
    assert state_of(world, nora) == [LinkState.DISCONNECTED]


def test_renewing_a_request_asks_too(world, nora, mara, linked):
    old = world.request(nora, LIVE, expected_handle="mara")
    disconnect(world, nora, linked)
    with pytest.raises(EndedOnPurpose):
        access_requests.renew(world.context, nora, old.id, "again")
    new = access_requests.renew(world.context, nora, old.id, "again", asks_again=True)
    assert new.state is RequestState.PENDING


def test_a_notification_instead_of_an_open_code_asks_too(world, nora, linked):
    open_code = world.request(nora)
    disconnect(world, nora, linked)
    args = world.context, nora, open_code.id, "mara", "instead"
    with pytest.raises(EndedOnPurpose):
        access_requests.send_notification_instead(*args)
    assert access_requests.send_notification_instead(*args, asks_again=True).state is RequestState.PENDING


# ------------------------------------------------------------------ the same request or answer
@pytest.mark.parametrize("by_owner", [False, True], ids=["business_center", "owner"])
def test_the_answer_of_before_brings_nothing_back(world, nora, mara, linked, answer, by_owner):
    assert access_requests.receive_answer(world.context, answer).state is RequestState.APPROVED
    if by_owner:
        revoke(world, mara, linked)
    else:
        disconnect(world, nora, linked)
    before = state_of(world, nora)

    for _time in range(2):
        with pytest.raises(AccessEndedSince) as caught:
            access_requests.receive_answer(world.context, answer)
        assert caught.value.handle == "mara"

    assert state_of(world, nora) == before
    assert world.actions(nora)[-2:] == ["answer_refused"] * 2
    assert world.last_entry(nora).details["reason"] == "access_ended_since"


def test_an_open_code_of_before_brings_nothing_back(world, nora, mara, linked):
    open_code = world.request(nora)
    world.wait(minutes=1)
    disconnect(world, nora, linked)
    with pytest.raises(AccessEndedSince):
        world.approve(open_code, mara)
    assert LinkState.ACTIVE not in state_of(world, nora)


def test_an_open_code_of_before_still_links_somebody_else(world, nora, linked):
    open_code = world.request(nora)
    world.wait(minutes=1)
    disconnect(world, nora, linked)
    assert world.approve(open_code, world.sign_up("omar")).result.link_id


def test_a_code_to_the_account_that_was_open_is_withdrawn(world, nora, mara, linked):
    more = world.request(nora, LIVE, expected_handle="mara")
    disconnect(world, nora, linked)
    with pytest.raises(RequestCancelled):
        world.scan(more, mara)


def test_an_answer_kept_back_on_the_phone_brings_nothing_back(world, nora, mara, linked):
    """The owner approved on a phone without the store, took the access back, and the first answer arrives last."""
    open_code = world.request(nora)
    elsewhere = world.other_store()
    kept = world.approve(open_code, mara, elsewhere).answer_text
    assert code.peek(kept, expect=code.CodeKind.REPLY)
    world.wait(minutes=1)
    revoke(world, mara, linked)
    with pytest.raises(AccessEndedSince):
        access_requests.receive_answer(world.context, kept)
    assert state_of(world, nora) == [LinkState.REVOKED]
