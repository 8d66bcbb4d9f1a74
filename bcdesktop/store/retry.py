"""Trying again while another process holds the store (security.md 4.5)."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy.exc import DBAPIError

from bcdesktop.store.error_map import is_locked

T = TypeVar("T")


@dataclass(frozen=True)
class Patience:
    """How long a unit of work waits for its turn: tries, seconds in all, seconds before the second try."""

    tries: int = 5
    total: float = 5.0
    first_pause: float = 0.02

    @property
    def busy_timeout_ms(self) -> int:
        """How long SQLite itself waits for a lock, in milliseconds."""
        return int(self.total * 1_000)

    def pause(self, attempt: int) -> float:
        """Return the seconds to wait after the failed ``attempt`` (from 0), with jitter of half to one and a half."""
        return float(self.first_pause * 2**attempt * random.uniform(0.5, 1.5))  # noqa: S311


def with_retries(attempt: Callable[[], T], patience: Patience) -> T:
    """Return what ``attempt`` returns; call it again while it raises BUSY or LOCKED and there is patience left.

    ``attempt`` has rolled back when it raises. The last error is raised. Blocks: never called on the GUI thread.
    """
    deadline = time.monotonic() + patience.total
    waiting = threading.Event()
    for number in range(patience.tries):
        try:
            return attempt()
        except DBAPIError as error:
            pause = patience.pause(number)
            if not is_locked(error) or number + 1 == patience.tries or time.monotonic() + pause >= deadline:
                raise
        waiting.wait(pause)
    raise AssertionError
