"""Each failing case of domain.md 3.5 on the phone: own error, the request stays as it is, and it is logged."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bcdesktop.core import code
from bcdesktop.core.access_requests import RequestState
from bcdesktop.core.errors import ClockMovedBack, DateNotAhead, ValueTooLong
from bcdesktop.profile import CentreKeyChanged
from bcdesktop.services import access_requests, business_centers, directory, errors, owner
from tests.services.world import LIVE, NOON, SPARK


def refused(world, request, phone, error):
    with pytest.raises(error) as caught:
        world.scan(request, phone)
    return caught.value


def assert_logged(world, nora, request, reason, state=RequestState.PENDING):
    assert world.state(nora, request) is state
    entry = world.last_entry(nora)
    assert (entry.action, entry.details["reason"], entry.actor_kind) == ("scan_refused", reason, "owner")


def test_an_expired_code_says_when_it_ran_out(world, nora, mara):
    request = world.request(nora)
    world.wait(minutes=10, seconds=1)
    error = refused(world, request, mara, errors.RequestExpired)
    assert error.expired_at == NOON + timedelta(minutes=10)
    assert_logged(world, nora, request, "request_expired", RequestState.EXPIRED)


def test_a_code_that_runs_out_on_the_consent_screen_is_refused(world, nora, mara):
    request = world.request(nora)
    scanned = world.scan(request, mara)
    world.wait(minutes=11)
    with pytest.raises(errors.RequestExpired):
        owner.approve(world.context, mara, scanned, scanned.permissions)


def test_the_wrong_account_learns_which_one_is_expected(world, nora, mara):
    request = world.request(nora, expected_handle="bela")
    error = refused(world, request, mara, errors.WrongAccount)
    assert (error.expected_handle, error.handle) == ("bela", "mara")
    assert_logged(world, nora, request, "wrong_account")


def test_after_switching_the_account_the_same_code_can_be_answered(world, nora, mara):
    world.sign_up("bela", mara)
    request = world.request(nora, expected_handle="mara")
    refused(world, request, mara, errors.WrongAccount)
    directory.log_in(world.context, mara, "mara", "linden-harbour-42")
    assert world.approve(request, mara).delivered


def test_a_used_code_says_who_answered(world, nora, mara):
    request = world.request(nora)
    world.approve(request, mara)
    error = refused(world, request, mara, errors.AlreadyAnswered)
    assert (error.state, error.handle) == (RequestState.APPROVED, "mara")
    assert_logged(world, nora, request, "already_answered", RequestState.APPROVED)


def test_a_replaced_code_says_so(world, nora, mara):
    request = world.request(nora)
    newer = access_requests.renew(world.context, nora, request.id, "again")
    assert refused(world, request, mara, errors.RequestReplaced).request_id == newer.id
    assert_logged(world, nora, request, "request_replaced", RequestState.CANCELLED)


def test_a_withdrawn_code_says_so(world, nora, mara):
    request = world.request(nora)
    access_requests.cancel(world.context, nora, request.id)
    refused(world, request, mara, errors.RequestCancelled)
    assert_logged(world, nora, request, "request_cancelled", RequestState.CANCELLED)


def test_an_account_that_is_linked_already_is_told(world, nora, mara):
    world.approve(world.request(nora), mara)
    request = world.request(nora)
    refused(world, request, mara, errors.AlreadyLinked)
    assert_logged(world, nora, request, "already_linked")


def test_a_private_account_is_told(world, nora, mara):
    directory.change_privacy(world.context, mara, is_public=False)
    request = world.request(nora)
    refused(world, request, mara, errors.AccountPrivate)
    assert_logged(world, nora, request, "account_private")


def test_a_personal_account_becomes_fit_as_a_business_account(world, nora):
    phone = world.sign_up("pia", kind="personal")
    request = world.request(nora)
    assert refused(world, request, phone, errors.AccountUnfit).reason == "not_business_account"
    directory.change_kind(world.context, phone, is_business=True)
    assert world.approve(request, phone).delivered


def test_a_phone_without_an_account_is_told_to_log_in(world, nora):
    refused(world, world.request(nora), world.phone("Empty"), errors.NotLoggedIn)


def test_a_muted_business_center_is_not_heard_until_it_is_unmuted(world, nora, mara):
    request = world.request(nora)
    owner.decline(world.context, mara, world.scan(request, mara), mute=True)
    second = world.request(nora, LIVE)
    refused(world, second, mara, errors.CentreMuted)
    assert world.last_entry(nora).action == "request_created"
    owner.unmute(mara, nora.business_center_id)
    assert world.approve(second, mara).delivered


def test_a_code_signed_with_another_key_than_the_known_one_is_stopped(world, nora, mara):
    world.approve(world.request(nora), mara)
    forged = world.forged_request(nora)
    with pytest.raises(CentreKeyChanged) as caught:
        owner.open_code(world.context, mara, forged)
    assert (caught.value.name, caught.value.known_since) == ("Lantern Media", NOON)


def test_a_code_under_the_id_of_a_center_of_this_store_with_another_key_is_stopped(world, nora, mara):
    with pytest.raises(CentreKeyChanged):
        owner.open_code(world.context, mara, world.forged_request(nora))


def test_more_than_was_asked_cannot_be_signed(world, nora, mara):
    scanned = world.scan(world.request(nora, LIVE), mara)
    with pytest.raises(errors.AnswerWider):
        owner.approve(world.context, mara, scanned, SPARK)


def test_an_end_in_the_past_is_refused_at_its_field(world, nora, mara):
    scanned = world.scan(world.request(nora), mara)
    with pytest.raises(DateNotAhead):
        owner.approve(world.context, mara, scanned, scanned.permissions, NOON)


def test_a_reason_that_no_code_has_room_for_is_refused_at_its_field(world, nora, mara):
    scanned = world.scan(world.request(nora), mara)
    with pytest.raises(ValueTooLong):
        owner.decline(world.context, mara, scanned, "x" * 121)


def test_nothing_is_scanned_while_the_clock_is_behind(world, nora, mara):
    request = world.request(nora)
    world.wait(minutes=-6)
    with pytest.raises((ClockMovedBack, code.CodeFromFuture)):
        world.scan(request, mara)


def test_an_answer_handed_to_the_phone_is_recognised(world, nora, mara):
    text = world.approve(world.request(nora), mara).answer_text
    found = owner.open_code(world.context, mara, text)
    assert (found.handle, found.approved) == ("mara", True)


def test_a_card_of_the_business_center_shows_its_digits(world, nora, mara):
    card = owner.open_code(world.context, mara, business_centers.card(world.context, nora))
    assert (card.name, card.is_centre) == ("Lantern Media", True)
    assert card.digits == business_centers.fingerprint(world.context, nora)


def test_a_code_answered_for_another_store_is_known_as_used(world, nora):
    elsewhere = world.other_store()
    far = world.sign_up("far_away", context=elsewhere)
    request = world.request(nora)
    world.approve(request, far, elsewhere)
    with pytest.raises(errors.AlreadyAnswered):
        world.scan(request, far, elsewhere)


def test_comparing_the_digits_makes_the_business_center_known(world, nora, mara):
    scanned = world.scan(world.request(nora), mara)
    assert scanned.centre.digits == business_centers.fingerprint(world.context, nora)
    owner.mark_digits_compared(mara, scanned)
    assert mara.centre(nora.business_center_id).digits_compared_at == NOON
