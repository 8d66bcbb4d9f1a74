"""Checking the password of a person, with the throttle of security.md 2.7."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from math import ceil

from sqlmodel import Session, func, select

from bcdesktop.core.errors import SignInFailed
from bcdesktop.services import _secrets
from bcdesktop.services.context import Context
from bcdesktop.services.errors import SignInThrottled
from bcdesktop.services.people_errors import SignInLocked
from bcdesktop.store.tables import Person
from bcdesktop.store.unit_of_work import UnitOfWork

_FREE_FAILURES = 5
_LONGEST_WAIT = timedelta(minutes=15)


@dataclass(frozen=True)
class Attempt:
    """A try that is counted as failed until ``succeed`` or ``take_back``; ``counted_before`` is the counter of before.

    ``new_hash`` is to be kept in the place of one that was made with older parameters.
    """

    person_id: str
    password_hash: str
    two_step_sealed: bytes | None
    counted_before: tuple[int, datetime | None]
    new_hash: str | None = None


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


def person_by_email(session: Session, email: str) -> Person | None:
    """Return the person with this address, however it is spelled."""
    return session.exec(select(Person).where(func.lower(Person.email) == email.strip().lower())).first()


def check(context: Context, email: str, password: str) -> str:
    """Return the id of the person with this e-mail address and password; the counter begins anew.

    Raises SignInFailed, SignInThrottled, SignInLocked.
    """
    right = attempt(context, email, password)
    context.store.run(lambda unit: succeed(unit, right))
    return right.person_id


def attempt(context: Context, email: str, password: str) -> Attempt:
    """Return the try whose password was right; the caller ends it with ``succeed`` or ``take_back``.

    The failure is counted before the check, so that ending the program does not help; an unknown address takes the
    same time. Raises SignInFailed, SignInThrottled, SignInLocked.
    """
    counted = context.store.run(lambda unit: _counted(context, unit, email, is_recovery=False))
    if counted is None:
        _secrets.password_fits(context, hash_of_nobody(context), password)
        raise SignInFailed
    if not _secrets.password_fits(context, counted.password_hash, password):
        raise SignInFailed
    if not _secrets.hasher(context).check_needs_rehash(counted.password_hash):
        return counted
    new_hash = _secrets.hasher(context).hash(password)
    return Attempt(counted.person_id, counted.password_hash, counted.two_step_sealed, counted.counted_before, new_hash)


def attempt_recovery(context: Context, email: str) -> Attempt | None:
    """Count a try to get in without the password; None where nobody has this address.

    Such tries wait like others, but are taken where signing in is locked; their counter begins anew there.
    Raises SignInThrottled.
    """
    return context.store.run(lambda unit: _counted(context, unit, email, is_recovery=True))


def _counted(context: Context, unit: UnitOfWork, email: str, *, is_recovery: bool) -> Attempt | None:
    person = person_by_email(unit.session, email)
    if person is None:
        return None
    now, maximum = context.clock.now(), context.limits.failed_sign_ins
    before = person.failed_sign_ins, person.failed_sign_in_at
    if person.failed_sign_ins >= maximum and not is_recovery:
        raise SignInLocked(maximum)
    if person.failed_sign_in_at is not None:
        since_lock = person.failed_sign_ins - maximum
        wait = wait_after(person.failed_sign_ins if since_lock < 0 else since_lock)
        # a clock set back must not lengthen the wait beyond its longest
        left = min(person.failed_sign_in_at + wait - now, _LONGEST_WAIT)
        if left > timedelta(0):
            raise SignInThrottled(ceil(left.total_seconds()))
    person.failed_sign_ins += 1
    person.failed_sign_in_at = now
    unit.session.add(person)
    return Attempt(person.id, person.password_hash, person.two_step_sealed, before)


def succeed(unit: UnitOfWork, right: Attempt) -> Person:
    """Let the counter begin anew and keep a newer hash; return the person."""
    person = unit.session.get_one(Person, right.person_id)
    forget_failures(person)
    if right.new_hash is not None and person.password_hash == right.password_hash:
        person.password_hash = right.new_hash
    unit.session.add(person)
    return person


def forget_failures(person: Person) -> None:
    """Let the counter begin anew."""
    person.failed_sign_ins, person.failed_sign_in_at = 0, None


def take_back(unit: UnitOfWork, right: Attempt) -> None:
    """Count a try no longer that was right so far; failures of before still count."""
    person = unit.session.get_one(Person, right.person_id)
    count, at = right.counted_before
    if person.failed_sign_ins == count + 1:
        person.failed_sign_in_at = at
    person.failed_sign_ins = max(0, person.failed_sign_ins - 1)
    unit.session.add(person)
