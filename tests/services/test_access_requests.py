"""Making, renewing, cancelling and looking at requests on the Business Center's side."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bcdesktop.core import code
from bcdesktop.core.access_requests import Kind, Method, RequestState
from bcdesktop.core.errors import (
    ClockMovedBack,
    DateNotAhead,
    HostileText,
    NotFound,
    ValueMalformed,
    ValueTooLong,
)
from bcdesktop.services import access_requests, errors
from tests.services.world import LIVE, NOON, SPARK


def test_the_code_says_what_was_asked_and_is_signed_by_the_business_center(world, nora):
    request = world.request(nora, purpose="Autumn campaign", wanted_end=NOON + timedelta(days=30))
    opened = code.open_code(request.code_text, expect=code.CodeKind.ACCESS_REQUEST)
    message = opened.message
    assert (message.centre_name, message.scope, message.purpose) == ("Lantern Media", SPARK.scope, "Autumn campaign")
    assert (message.business_center_id, message.request_id.hex()) == (nora.business_center_id, request.id)
    assert message.life == 600


def test_renewing_keeps_the_choices_and_marks_the_old_code(world, nora):
    old = world.request(nora, LIVE, purpose="Live week", life=timedelta(minutes=5))
    new = access_requests.renew(world.context, nora, old.id, "again")
    again = access_requests.get(world.context, nora, old.id)
    assert (new.permissions, new.purpose, new.parent_id) == (LIVE, "Live week", old.id)
    assert new.expires_at - new.created_at == timedelta(minutes=5)
    assert (again.state, again.replaced_by) == (RequestState.CANCELLED, new.id)


def test_renewing_an_expired_code_leaves_it_expired(world, nora):
    old = world.request(nora)
    world.wait(minutes=11)
    access_requests.renew(world.context, nora, old.id, "again")
    again = access_requests.get(world.context, nora, old.id)
    assert (again.state, again.answer_still_counts_until) == (RequestState.EXPIRED, None)


def test_renewing_twice_with_one_key_makes_one_code(world, nora):
    old = world.request(nora)
    first = access_requests.renew(world.context, nora, old.id, "again")
    assert access_requests.renew(world.context, nora, old.id, "again").id == first.id


def test_a_code_is_replaced_once(world, nora):
    old = world.request(nora)
    first = access_requests.renew(world.context, nora, old.id, "again")
    with pytest.raises(errors.RequestReplaced) as caught:
        access_requests.renew(world.context, nora, old.id, "and again")
    assert caught.value.request_id == first.id


def test_an_approved_request_cannot_be_renewed_or_cancelled(world, nora, mara):
    request = world.request(nora)
    world.approve(request, mara)
    with pytest.raises(errors.RequestNotOpen):
        access_requests.renew(world.context, nora, request.id, "again")
    with pytest.raises(errors.RequestNotOpen):
        access_requests.cancel(world.context, nora, request.id)


def test_expired_requests_are_written_once(world, nora):
    request = world.request(nora)
    world.wait(minutes=11)
    assert (access_requests.expire_due(world.context), access_requests.expire_due(world.context)) == (1, 0)
    assert world.state(nora, request) is RequestState.EXPIRED
    assert world.actions(nora)[-1] == "request_expired"


def test_a_request_of_another_business_center_is_not_found(world, nora):
    otto = world.center("Otter Works", "Otto")
    request = world.request(nora)
    for call in (access_requests.get, access_requests.cancel):
        with pytest.raises(NotFound):
            call(world.context, otto, request.id)
    assert access_requests.list_all(world.context, otto) == ()


@pytest.mark.parametrize(
    ("draft", "error"),
    [
        ({"expected_handle": "no spaces allowed"}, ValueMalformed),
        ({"expected_handle": "x" * 25}, ValueTooLong),
        ({"purpose": "x" * 121}, ValueTooLong),
        ({"purpose": "pay \u202eme"}, HostileText),
        ({"wanted_end": NOON}, DateNotAhead),
        ({"kind": Kind.CLAIM, "wanted_end": NOON + timedelta(days=1)}, DateNotAhead),
        ({"life": timedelta(days=7)}, ValueMalformed),
        ({"life": timedelta(seconds=1), "expected_handle": "mara"}, ValueMalformed),
        ({"method": Method.NOTIFICATION}, errors.NoHandleForNotification),
        ({"method": Method.NOTIFICATION, "expected_handle": "nobody"}, errors.HandleUnknown),
    ],
)
def test_a_draft_that_cannot_be_sent_is_refused(world, nora, draft, error):
    with pytest.raises(error):
        world.request(nora, **draft)
    assert access_requests.list_all(world.context, nora) == ()


def test_a_person_who_never_logged_in_with_tiktok_has_no_own_account(world, nora):
    world.forget_tiktok_of(nora)
    with pytest.raises(errors.OwnAccountMissing):
        world.request(nora, kind=Kind.OWN, method=Method.NOTIFICATION)


def test_no_request_is_made_while_the_clock_is_behind(world, nora):
    world.wait(minutes=-6)
    with pytest.raises(ClockMovedBack):
        world.request(nora)


def test_no_request_is_made_without_the_store_key(world, nora):
    world.context.keys.lock()
    with pytest.raises(errors.StoreKeyLocked):
        world.request(nora)


def test_a_handle_nobody_knows_is_no_mistake(world, nora):
    check = access_requests.check_handle(world.context, nora, "@Nobody_Here", Kind.LINK)
    assert (check.handle, check.known, check.problem) == ("nobody_here", False, None)


def test_a_linked_handle_is_told_with_its_link(world, nora, mara):
    link_id = world.approve(world.request(nora), mara).result.link_id
    check = access_requests.check_handle(world.context, nora, "mara", Kind.LINK)
    assert (check.problem.code, check.problem.link_id, check.display_name) == ("already_linked", link_id, "Mara")


def test_a_request_that_adds_nothing_to_a_link_is_not_made(world, nora, mara):
    world.approve(world.request(nora), mara)
    with pytest.raises(errors.AlreadyLinked):
        world.request(nora, expected_handle="mara")
    assert world.request(nora, LIVE, expected_handle="mara").state is RequestState.PENDING


def test_a_private_handle_is_told_before_it_is_asked(world, nora):
    world.sign_up("shy", is_public=False)
    check = access_requests.check_handle(world.context, nora, "shy", Kind.LINK)
    assert check.problem.code == "account_private"


def test_the_preflight_names_what_is_missing(world, nora):
    assert access_requests.preflight(world.context, nora).ok
    world.context.keys.lock()
    checks = {check.name: check.ok for check in access_requests.preflight(world.context, nora).checks}
    assert checks == {
        "tiktok_account": None,
        "business_center": True,
        "admin": True,
        "owner_ready": None,
        "store_key": False,
        "room": True,
    }
