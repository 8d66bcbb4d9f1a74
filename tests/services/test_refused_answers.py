"""Each failing case of domain.md 3.5 at the Business Center: own error, nothing changed, one entry in the log."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bcdesktop.core import code
from bcdesktop.core.access_requests import RequestState
from bcdesktop.core.clock import unix
from bcdesktop.core.errors import ClockMovedBack
from bcdesktop.services import access_requests, business_centers, directory, errors, owner, tiktok_accounts
from bcdesktop.services.records import BusinessCenterChange
from tests.services.answers import answer, reply_to, signed
from tests.services.world import LIVE, NOON, SPARK


def refused(world, text, error):
    with pytest.raises(error) as caught:
        access_requests.receive_answer(world.context, text)
    return caught.value


def assert_nothing_changed(world, nora, request, reason):
    assert world.state(nora, request) is RequestState.PENDING
    assert tiktok_accounts.list_all(world.context, nora) == ()
    entry = world.last_entry(nora)
    assert (entry.action, entry.details["reason"], entry.object_id) == ("answer_refused", reason, request.id)


def test_an_answer_signed_in_time_counts_for_a_day_after_the_end(world, nora, mara):
    request = world.request(nora)
    text = answer(request, mara, NOON + timedelta(minutes=9))
    world.wait(hours=24, minutes=10)
    row = access_requests.get(world.context, nora, request.id)
    assert (row.state, row.answer_still_counts_until) == (RequestState.EXPIRED, NOON + timedelta(hours=24, minutes=10))
    assert access_requests.receive_answer(world.context, text).state is RequestState.APPROVED


def test_an_answer_still_counts_after_expired_was_written_into_the_row(world, nora, mara):
    request = world.request(nora)
    text = answer(request, mara, NOON)
    world.wait(minutes=20)
    assert access_requests.expire_due(world.context) == 1
    assert access_requests.receive_answer(world.context, text).link_id


def test_an_answer_that_arrives_more_than_a_day_late_is_refused(world, nora, mara):
    request = world.request(nora)
    text = answer(request, mara, NOON)
    world.wait(hours=24, minutes=10, seconds=1)
    error = refused(world, text, errors.AnswerTooLate)
    assert (error.expired_at, error.signed_at) == (NOON + timedelta(minutes=10), NOON)
    row = access_requests.get(world.context, nora, request.id)
    assert (row.state, row.answer_still_counts_until) == (RequestState.EXPIRED, None)
    assert world.last_entry(nora).details["reason"] == "answer_too_late"


def test_an_answer_signed_after_the_end_is_refused(world, nora, mara):
    request = world.request(nora)
    world.wait(minutes=11)
    refused(world, answer(request, mara, world.clock.now()), errors.AnswerTooLate)
    assert world.last_entry(nora).details["reason"] == "answer_too_late"


def test_an_answer_signed_before_the_request_was_made_is_refused(world, nora, mara):
    request = world.request(nora)
    refused(world, answer(request, mara, NOON - timedelta(minutes=3)), errors.AnswerBeforeIssue)
    assert_nothing_changed(world, nora, request, "answer_before_issue")


def test_an_answer_of_another_account_than_expected_is_refused(world, nora, mara):
    request = world.request(nora, expected_handle="bela")
    error = refused(world, answer(request, mara, NOON), errors.WrongAccount)
    assert (error.expected_handle, error.handle) == ("bela", "mara")
    assert_nothing_changed(world, nora, request, "wrong_account")


def test_the_first_answer_wins_and_a_second_says_who_answered(world, nora, mara):
    bela = world.sign_up("bela")
    request = world.request(nora)
    world.approve(request, mara)
    error = refused(world, answer(request, bela, NOON), errors.AlreadyAnswered)
    assert (error.state, error.handle, error.at) == (RequestState.APPROVED, "mara", NOON)
    assert [row.handle for row in tiktok_accounts.list_all(world.context, nora)] == ["mara"]
    assert world.last_entry(nora).details["reason"] == "already_answered"


def test_an_approval_after_a_decline_is_refused(world, nora, mara):
    request = world.request(nora)
    owner.decline(world.context, mara, world.scan(request, mara))
    error = refused(world, answer(request, mara, NOON), errors.AlreadyAnswered)
    assert error.state is RequestState.DECLINED
    assert tiktok_accounts.list_all(world.context, nora) == ()


def test_the_same_answer_twice_gives_the_first_result_again(world, nora, mara):
    text = answer(world.request(nora), mara, NOON)
    first = access_requests.receive_answer(world.context, text)
    entries = len(world.actions(nora))
    assert access_requests.receive_answer(world.context, text) == first
    assert len(world.actions(nora)) == entries


def test_the_same_refused_answer_twice_is_logged_once(world, nora, mara):
    text = answer(world.request(nora, expected_handle="bela"), mara, NOON)
    refused(world, text, errors.WrongAccount)
    entries = len(world.actions(nora))
    refused(world, text, errors.WrongAccount)
    assert len(world.actions(nora)) == entries


def test_an_answer_to_a_replaced_code_names_the_newer_one(world, nora, mara):
    request = world.request(nora)
    newer = access_requests.renew(world.context, nora, request.id, "again")
    error = refused(world, answer(request, mara, NOON), errors.RequestReplaced)
    assert error.request_id == newer.id
    assert tiktok_accounts.list_all(world.context, nora) == ()
    assert world.last_entry(nora).details["reason"] == "request_replaced"


def test_an_answer_to_a_withdrawn_request_is_refused(world, nora, mara):
    request = world.request(nora)
    access_requests.cancel(world.context, nora, request.id)
    refused(world, answer(request, mara, NOON), errors.RequestCancelled)
    assert world.state(nora, request) is RequestState.CANCELLED
    assert world.last_entry(nora).details["reason"] == "request_cancelled"


def test_an_account_that_gives_nothing_new_is_already_linked(world, nora, mara):
    link_id = world.approve(world.request(nora), mara).result.link_id
    request = world.request(nora)
    error = refused(world, answer(request, mara, NOON), errors.AlreadyLinked)
    assert (error.handle, error.link_id) == ("mara", link_id)
    assert world.state(nora, request) is RequestState.PENDING
    assert world.last_entry(nora).details["reason"] == "already_linked"


def test_a_private_account_is_refused_until_it_is_public(world, nora, mara):
    request = world.request(nora)
    text = answer(request, mara, NOON)
    directory.change_privacy(world.context, mara, is_public=False)
    refused(world, text, errors.AccountPrivate)
    assert_nothing_changed(world, nora, request, "account_private")
    directory.change_privacy(world.context, mara, is_public=True)
    assert access_requests.receive_answer(world.context, text).link_id


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"is_political": True}, "political"),
        ({"scope_available": False}, "scope_unavailable"),
        ({"is_business": False}, "not_business_account"),
    ],
)
def test_an_unfit_account_is_refused_with_the_reason(world, nora, mara, values, reason):
    request = world.request(nora)
    text = answer(request, mara, NOON)
    world.change_account("mara", **values)
    assert refused(world, text, errors.AccountUnfit).reason == reason
    assert_nothing_changed(world, nora, request, "account_unfit")


def test_an_answer_wider_than_asked_is_refused(world, nora, mara):
    request = world.request(nora, LIVE)
    refused(world, answer(request, mara, NOON, scope=SPARK.scope), errors.AnswerWider)
    assert_nothing_changed(world, nora, request, "answer_wider")


@pytest.mark.parametrize("end", [None, unix(NOON + timedelta(days=31))])
def test_an_answer_longer_than_asked_is_refused(world, nora, mara, end):
    request = world.request(nora, wanted_end=NOON + timedelta(days=30))
    refused(world, answer(request, mara, NOON, grant_end=end), errors.AnswerWider)
    assert_nothing_changed(world, nora, request, "answer_wider")


def test_an_answer_signed_by_another_accounts_phone_is_refused(world, nora, mara):
    bela = world.sign_up("bela")
    request = world.request(nora)
    forged = signed(reply_to(request, mara, NOON), bela)
    refused(world, forged, errors.AnswerFromWrongKey)
    assert_nothing_changed(world, nora, request, "answer_from_wrong_key")


def test_an_answer_that_brings_its_own_key_for_a_known_account_is_refused(world, nora, mara):
    request, key = world.request(nora), code.SigningKey.generate()
    reply = reply_to(request, mara, NOON, owner_key=key.public_key)
    refused(world, code.seal(reply, key).text, errors.AnswerFromWrongKey)
    assert_nothing_changed(world, nora, request, "answer_from_wrong_key")


def test_an_answer_under_a_known_handle_with_a_made_up_account_is_refused(world, nora, mara):
    request, key = world.request(nora), code.SigningKey.generate()
    reply = reply_to(request, mara, NOON, owner_key=key.public_key, account_id="8" * 19)
    refused(world, code.seal(reply, key).text, errors.AnswerFromWrongKey)
    assert_nothing_changed(world, nora, request, "answer_from_wrong_key")


def test_a_phone_that_was_logged_out_cannot_answer_any_more(world, nora, mara):
    request = world.request(nora)
    reply, key = reply_to(request, mara, NOON + timedelta(minutes=2)), mara.signing_key(mara.active.account_id, None)
    directory.log_out(world.context, mara, mara.active.account_id)
    world.wait(minutes=3)
    refused(world, code.seal(reply, key).text, errors.AnswerFromWrongKey)
    assert_nothing_changed(world, nora, request, "answer_from_wrong_key")


def test_a_tampered_answer_is_refused_and_logged_with_its_request(world, nora, mara):
    request = world.request(nora)
    text = answer(request, mara, NOON)
    broken = world.with_flipped_signature(text)
    assert refused(world, broken, code.CodeRefused).reason is code.CodeReason.BAD_SIGNATURE
    assert_nothing_changed(world, nora, request, "code_refused")


def test_an_answer_to_a_request_of_another_store_is_refused(world, nora, mara):
    elsewhere = world.other_store()
    other = world.center("Elsewhere", "Otto", context=elsewhere)
    request = world.request(other, context=elsewhere)
    refused(world, answer(request, mara, NOON), errors.CodeForOtherStore)
    assert tiktok_accounts.list_all(world.context, nora) == ()
    assert world.store_actions()[-1] == "answer_refused"


@pytest.mark.parametrize("text", ["", "hello", "AP1:", "AP1:%%%%", "x" * 10_000_000])
def test_a_text_that_is_no_code_is_refused_in_words(world, text):
    refused(world, text, code.CodeRefused)


def test_a_request_is_no_answer(world, nora):
    error = refused(world, world.request(nora).code_text, code.CodeRefused)
    assert error.reason is code.CodeReason.OTHER_KIND


def test_nothing_is_approved_while_the_clock_is_behind(world, nora, mara):
    request = world.request(nora)
    world.wait(minutes=-6)
    refused(world, answer(request, mara, NOON), ClockMovedBack)
    world.wait(minutes=6)
    assert world.state(nora, request) is RequestState.PENDING


def test_an_owner_on_another_computer_is_linked_as_not_verified(world, nora):
    elsewhere = world.other_store()
    far = world.sign_up("far_away", context=elsewhere)
    request = world.request(nora)
    delivery = world.approve(request, far, elsewhere)
    assert not delivery.delivered
    access_requests.receive_answer(world.context, delivery.answer_text)
    (account,) = tiktok_accounts.list_all(world.context, nora)
    assert (account.handle, account.owner_trust.value, account.followers) == ("far_away", "not_verified", None)


def test_settings_can_forbid_owners_nobody_verified(world, nora):
    elsewhere = world.other_store()
    far = world.sign_up("far_away", context=elsewhere)
    version = business_centers.get(world.context, nora).version
    business_centers.change(world.context, nora, BusinessCenterChange(allow_unverified_owners=False), version)
    request = world.request(nora)
    text = world.approve(request, far, elsewhere).answer_text
    refused(world, text, errors.UnverifiedOwnerForbidden)
    assert_nothing_changed(world, nora, request, "unverified_owner_forbidden")


def test_an_owner_on_another_computer_whose_key_changed_is_refused(world, nora):
    elsewhere = world.other_store()
    far = world.sign_up("far_away", context=elsewhere)
    access_requests.receive_answer(world.context, world.approve(world.request(nora), far, elsewhere).answer_text)
    request, key = world.request(nora, LIVE), code.SigningKey.generate()
    reply = reply_to(request, far, NOON, owner_key=key.public_key)
    refused(world, code.seal(reply, key).text, errors.AnswerFromWrongKey)
    assert world.state(nora, request) is RequestState.PENDING
