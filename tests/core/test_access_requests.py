"""The states of a request and when an answer counts (decisions.md, Request and link; Lifetimes)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bcdesktop.core.access_requests import (
    TRANSITIONS,
    RequestEvent,
    RequestState,
    Timeliness,
    next_state,
    states_before,
    timeliness,
)

ISSUED = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
END = ISSUED + timedelta(minutes=10)
SECOND, DAY = timedelta(seconds=1), timedelta(hours=24)
FINAL = [RequestState.APPROVED, RequestState.DECLINED, RequestState.CANCELLED, RequestState.FAILED]


@pytest.mark.parametrize(
    ("state", "event", "after"),
    [
        ("draft", "send", "pending"),
        ("draft", "cancel", "cancelled"),
        ("pending", "approve", "approved"),
        ("pending", "decline", "declined"),
        ("pending", "expire", "expired"),
        ("pending", "cancel", "cancelled"),
        ("pending", "fail", "failed"),
        ("expired", "approve", "approved"),
        ("expired", "decline", "declined"),
        ("expired", "fail", "failed"),
    ],
)
def test_an_event_leads_to_the_next_state(state, event, after):
    assert next_state(RequestState(state), RequestEvent(event)) is RequestState(after)


def test_nothing_else_leads_anywhere():
    assert len(TRANSITIONS) == 10
    assert next_state(RequestState.EXPIRED, RequestEvent.CANCEL) is None


@pytest.mark.parametrize("state", FINAL)
@pytest.mark.parametrize("event", list(RequestEvent))
def test_a_decided_request_stays_as_it_is(state, event):
    assert next_state(state, event) is None


def test_an_approval_may_come_before_or_after_the_end_was_written():
    assert set(states_before(RequestEvent.APPROVE)) == {RequestState.PENDING, RequestState.EXPIRED}


@pytest.mark.parametrize(
    ("signed", "arrived", "verdict"),
    [
        (ISSUED, ISSUED, Timeliness.IN_TIME),
        (END, END, Timeliness.IN_TIME),
        (END, END + SECOND, Timeliness.SIGNED_IN_TIME),
        (END, END + DAY, Timeliness.SIGNED_IN_TIME),
        (END, END + DAY + SECOND, Timeliness.TOO_LATE),
        (END + SECOND, END + SECOND, Timeliness.TOO_LATE),
        (ISSUED - timedelta(seconds=120), ISSUED, Timeliness.IN_TIME),
        (ISSUED - timedelta(seconds=121), ISSUED, Timeliness.BEFORE_ISSUE),
    ],
)
def test_the_signed_time_lies_within_the_life_and_the_arrival_within_a_day_after(signed, arrived, verdict):
    assert timeliness(ISSUED, END, signed, arrived) is verdict
