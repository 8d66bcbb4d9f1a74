"""A notification in place of a code (A2-42): one transaction, the code is void, the same is asked."""

from __future__ import annotations

import pytest

from bcdesktop.core.access_requests import Method, RequestState
from bcdesktop.services import access_requests
from bcdesktop.services.errors import HandleUnknown, NoHandleForNotification, RequestNotOpen, RequestReplaced
from tests.services.world import LIVE


def test_the_same_is_asked_by_notification_and_the_code_is_replaced(world, context, nora, mara):
    code = world.request(nora, LIVE, purpose="Summer sale")

    sent = access_requests.send_notification_instead(context, nora, code.id, "@Mara", "key")

    old = access_requests.get(context, nora, code.id)
    assert (sent.method, sent.expected_handle, sent.permissions) == (Method.NOTIFICATION, "mara", LIVE)
    assert (sent.purpose, sent.state, sent.parent_id) == ("Summer sale", RequestState.PENDING, code.id)
    assert (old.state, old.replaced_by) == (RequestState.CANCELLED, sent.id)


def test_the_same_key_sends_one_notification(world, context, nora, mara):
    code = world.request(nora)

    first = access_requests.send_notification_instead(context, nora, code.id, "mara", "key")
    second = access_requests.send_notification_instead(context, nora, code.id, "mara", "key")

    assert first.id == second.id
    assert len(access_requests.list_all(context, nora)) == 2


@pytest.mark.parametrize(("handle", "refusal"), [("nobody.here", HandleUnknown), ("  ", NoHandleForNotification)])
def test_a_refused_handle_leaves_the_code_as_it_was(world, context, nora, handle, refusal):
    code = world.request(nora)

    with pytest.raises(refusal):
        access_requests.send_notification_instead(context, nora, code.id, handle, "key")

    kept = access_requests.get(context, nora, code.id)
    assert (kept.state, kept.replaced_by) == (RequestState.PENDING, None)


def test_a_code_that_ran_out_can_become_a_notification(world, context, nora, mara):
    code = world.request(nora)
    world.wait(minutes=11)

    sent = access_requests.send_notification_instead(context, nora, code.id, "mara", "key")

    assert sent.state is RequestState.PENDING
    assert access_requests.get(context, nora, code.id).state is RequestState.EXPIRED


def test_an_answered_or_replaced_request_cannot_become_a_notification(world, context, nora, mara):
    approved = world.request(nora)
    world.approve(approved, mara)
    renewed = world.request(nora, LIVE)
    access_requests.renew(context, nora, renewed.id, "renew")

    with pytest.raises(RequestNotOpen):
        access_requests.send_notification_instead(context, nora, approved.id, "mara", "one")
    with pytest.raises(RequestReplaced):
        access_requests.send_notification_instead(context, nora, renewed.id, "mara", "two")
