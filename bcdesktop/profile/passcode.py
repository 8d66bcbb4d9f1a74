"""The phone's passcode: 4 to 32 characters, hashed, with a throttle (security.md 2.7)."""

from __future__ import annotations

import hmac
import threading
from datetime import datetime, timedelta

from nacl.exceptions import InvalidkeyError
from nacl.pwhash import argon2id

from bcdesktop.core.clock import Clock
from bcdesktop.core.errors import ValueTooLong, ValueTooShort, WrongPasscode
from bcdesktop.profile.database import Database, to_text
from bcdesktop.profile.errors import PasscodeThrottled
from bcdesktop.vault import Cost

MINIMUM, MAXIMUM = 4, 32
FREE_FAILURES = 5
LONGEST_WAIT = timedelta(minutes=15)


class Passcode:
    """Checks the passcode and remembers it, in memory only, while the phone is unlocked."""

    def __init__(self, database: Database, clock: Clock, cost: Cost) -> None:
        self._database = database
        self._clock = clock
        self._cost = cost
        self._turn = threading.Lock()
        self._held: str | None = None
        self._held_hash = ""

    @property
    def exists(self) -> bool:
        """Whether one was set."""
        return bool(self._database.value("passcode_hash"))

    @property
    def held(self) -> str | None:
        """The passcode since the last right check, None after ``forget`` and after another process changed it."""
        if self._held is not None and self._database.value("passcode_hash") != self._held_hash:
            self._held = None
        return self._held

    def forget(self) -> None:
        """Forget the passcode until it is typed again."""
        self._held = None

    def hash(self, passcode: str) -> str:
        """Return the text to keep. Raises ValueTooShort or ValueTooLong."""
        if len(passcode) < MINIMUM:
            raise ValueTooShort("passcode", MINIMUM)
        if len(passcode) > MAXIMUM:
            raise ValueTooLong("passcode", MAXIMUM, len(passcode))
        hashed = argon2id.str(passcode.encode(), opslimit=self._cost.rounds, memlimit=self._cost.memory)
        return hashed.rstrip(b"\0").decode()

    def hold(self, passcode: str) -> None:
        """Remember a passcode that was just set or checked."""
        self._held_hash = self._database.value("passcode_hash") or ""
        self._held = passcode

    def check(self, passcode: str) -> None:
        """Raise WrongPasscode or PasscodeThrottled where ``passcode`` is not the phone's.

        A right passcode typed again while it is held is answered without the cost of the hash. Nothing typed is no
        guess: it does not count.
        """
        if not passcode:
            raise WrongPasscode
        with self._turn:
            self._refuse_while_throttled()
            held = self.held
            if held is not None and hmac.compare_digest(held.encode(), passcode.encode()):
                if self._failures():
                    self._count(0)
                return
            # counted before the answer is known, so that a kill in between does not save a try
            self._count(self._failures() + 1)
            if not self._fits(passcode):
                raise WrongPasscode
            self._count(0)
            self.hold(passcode)

    def _fits(self, passcode: str) -> bool:
        kept = self._database.value("passcode_hash") or ""
        if len(passcode) > MAXIMUM:
            return False
        try:
            return argon2id.verify(kept.encode(), passcode.encode())
        except InvalidkeyError:
            return False

    def _refuse_while_throttled(self) -> None:
        failures, last = self._failures(), self._database.value("passcode_failed_at")
        if failures < FREE_FAILURES or last is None:
            return
        wait = min(timedelta(seconds=2.0 ** min(failures - FREE_FAILURES, 20)), LONGEST_WAIT)
        passed = self._clock.now() - datetime.fromisoformat(last)
        # a clock set back must not make the wait longer than it ever was
        left = min(wait - passed, wait)
        if left > timedelta(0):
            raise PasscodeThrottled(int(left.total_seconds()) + 1)

    def _failures(self) -> int:
        return int(self._database.value("passcode_failures") or 0)

    def _count(self, failures: int) -> None:
        self._database.set_values(passcode_failures=str(failures), passcode_failed_at=to_text(self._clock.now()))
