"""Trying again while the store is held (security.md 4.5)."""

from __future__ import annotations

import sqlite3

import pytest
from sqlalchemy.exc import OperationalError

from bcdesktop.store.retry import Patience, with_retries

QUICK = Patience(tries=5, total=5.0, first_pause=0.0001)


def error(code):
    cause = sqlite3.OperationalError("as from the driver")
    cause.sqlite_errorcode = code
    return OperationalError("BEGIN", {}, cause)


class Attempts:
    def __init__(self, *errors):
        self.errors = list(errors)
        self.made = 0

    def __call__(self):
        self.made += 1
        if self.errors:
            raise self.errors.pop(0)
        return "done"


@pytest.mark.parametrize("code", [sqlite3.SQLITE_BUSY, sqlite3.SQLITE_BUSY_SNAPSHOT, sqlite3.SQLITE_LOCKED])
def test_a_held_store_is_tried_again(code):
    attempts = Attempts(error(code), error(code))

    assert with_retries(attempts, QUICK) == "done"
    assert attempts.made == 3


def test_what_was_done_is_not_done_again():
    attempts = Attempts()
    with_retries(attempts, QUICK)

    assert attempts.made == 1


def test_after_five_tries_it_is_over():
    attempts = Attempts(*[error(sqlite3.SQLITE_BUSY)] * 9)

    with pytest.raises(OperationalError):
        with_retries(attempts, QUICK)
    assert attempts.made == 5


def test_when_the_time_is_up_it_is_over():
    attempts = Attempts(*[error(sqlite3.SQLITE_BUSY)] * 9)

    with pytest.raises(OperationalError):
        with_retries(attempts, Patience(tries=5, total=0.0))
    assert attempts.made == 1


def test_another_error_is_not_tried_again():
    attempts = Attempts(error(sqlite3.SQLITE_FULL))

    with pytest.raises(OperationalError):
        with_retries(attempts, QUICK)
    assert attempts.made == 1


def test_the_pauses_double_from_20_milliseconds_with_jitter():
    pauses = [[Patience().pause(number) for _ in range(50)] for number in range(4)]

    for number, drawn in enumerate(pauses):
        assert 0.01 * 2**number <= min(drawn) < max(drawn) <= 0.03 * 2**number
