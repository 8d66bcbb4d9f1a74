"""The reader's own clock, with 120 s of courtesy (security.md 2.3, 2.4)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesktop.core.code import CodeExpired, CodeFromFuture, check_times, signed_at
from tests.core.code.samples import (
    CENTRE_CARD,
    LOG_IN,
    NOW,
    OWNER_CARD,
    PARTNER_ANSWER,
    PARTNER_INVITATION,
    REPLY,
    REQUEST,
    REVOCATION,
)

END = REQUEST.issued_at + REQUEST.life


@pytest.mark.parametrize("now", [NOW - 120, NOW, NOW + 1, END, END + 120])
def test_a_request_counts_from_issue_to_end_with_courtesy(now):
    assert check_times(REQUEST, now) is None


@pytest.mark.parametrize("now", [END + 121, END + 86_400])
def test_a_request_past_its_end_tells_when_it_ran_out(now):
    with pytest.raises(CodeExpired) as caught:
        check_times(REQUEST, now)
    assert caught.value.expired_at == END


@pytest.mark.parametrize("minutes", [3, 6, 11])
def test_a_code_signed_ahead_of_this_clock_tells_by_how_much(minutes):
    with pytest.raises(CodeFromFuture) as caught:
        check_times(REQUEST, NOW - minutes * 60)
    assert caught.value.seconds == minutes * 60


def test_a_log_in_lives_two_minutes():
    check_times(LOG_IN, LOG_IN.expires_at + 120)
    with pytest.raises(CodeExpired):
        check_times(LOG_IN, LOG_IN.expires_at + 121)


@pytest.mark.parametrize("message", [REPLY, REVOCATION, OWNER_CARD, CENTRE_CARD, PARTNER_INVITATION, PARTNER_ANSWER])
def test_what_has_no_life_never_runs_out_but_cannot_come_from_the_future(message):
    check_times(message, signed_at(message) + 10**9)
    check_times(message, signed_at(message) - 120)
    with pytest.raises(CodeFromFuture):
        check_times(message, signed_at(message) - 121)


def test_a_life_may_reach_past_2038():
    late = replace(REQUEST, issued_at=2**31 - 300)

    check_times(late, 2**31 + 300)
    with pytest.raises(CodeExpired):
        check_times(late, 2**31 + 421)
