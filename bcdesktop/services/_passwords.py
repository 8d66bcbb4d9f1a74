"""Checking the password of a person, with the throttle of security.md 2.7."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from sqlmodel import func, select

from bcdesktop.core.errors import SignInFailed
from bcdesktop.services import _secrets
from bcdesktop.services.context import Context
from bcdesktop.services.errors import SignInThrottled
from bcdesktop.store.tables import Person
from bcdesktop.store.unit_of_work import UnitOfWork

_FREE_FAILURES = 5
_LONGEST_WAIT = timedelta(minutes=15)


@dataclass(frozen=True)
class _Try:
    person_id: str
    password_hash: str


@cache
def _hash_of_nobody(make_hash: Callable[[str], str]) -> str:
    return make_hash("nobody has this password")


def hash_of_nobody(context: Context) -> str:
    """Return a hash no password fits, for taking the same time where there is nobody."""
    return _hash_of_nobody(_secrets.hasher(context).hash)


def wait_after(failures: int) -> timedelta:
    """Return how long to wait after so many failures: nothing for 5, then 1, 2, 4 ... seconds up to 15 minutes."""
    if failures < _FREE_FAILURES:
        return timedelta(0)
    return min(timedelta(seconds=2.0 ** min(failures - _FREE_FAILURES, 20)), _LONGEST_WAIT)


def check(context: Context, email: str, password: str) -> str:
    """Return the id of the person with this e-mail address and password.

    The failure is counted before the check, so that ending the program does not help; an unknown address takes the
    same time. Raises SignInFailed, SignInThrottled.
    """
    attempt = context.store.run(lambda unit: _counted(unit, context.clock.now(), email))
    if attempt is None:
        _secrets.password_fits(context, hash_of_nobody(context), password)
        raise SignInFailed
    if not _secrets.password_fits(context, attempt.password_hash, password):
        raise SignInFailed
    stale = _secrets.hasher(context).check_needs_rehash(attempt.password_hash)
    new_hash = _secrets.hasher(context).hash(password) if stale else None
    context.store.run(lambda unit: _succeeded(unit, attempt.person_id, new_hash))
    return attempt.person_id


def _counted(unit: UnitOfWork, now: datetime, email: str) -> _Try | None:
    person = unit.session.exec(select(Person).where(func.lower(Person.email) == email.strip().lower())).first()
    if person is None:
        return None
    if person.failed_sign_in_at is not None:
        # a clock set back must not lengthen the wait beyond its longest
        left = min(person.failed_sign_in_at + wait_after(person.failed_sign_ins) - now, _LONGEST_WAIT)
        if left > timedelta(0):
            raise SignInThrottled(int(left.total_seconds()) + 1)
    person.failed_sign_ins += 1
    person.failed_sign_in_at = now
    unit.session.add(person)
    return _Try(person.id, person.password_hash)


def _succeeded(unit: UnitOfWork, person_id: str, new_hash: str | None) -> None:
    person = unit.session.get_one(Person, person_id)
    person.failed_sign_ins, person.failed_sign_in_at = 0, None
    if new_hash is not None:
        person.password_hash = new_hash
    unit.session.add(person)
