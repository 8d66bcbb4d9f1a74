"""The only place that asks for the time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Where the time comes from; a test gives its own."""

    def now(self) -> datetime:
        """Return the current time, aware, in UTC."""
        ...


class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        """Return the current time, aware, in UTC."""
        return datetime.now(UTC)


class FixedClock:
    """A clock that stands until it is moved."""

    def __init__(self, start: datetime) -> None:
        self._now = start.astimezone(UTC)

    def now(self) -> datetime:
        """Return the time the clock was set to."""
        return self._now

    def advance(self, delta: timedelta) -> None:
        """Move the clock by ``delta``, backwards too."""
        self._now += delta


def unix(moment: datetime) -> int:
    """Return whole seconds since 1970 of an aware ``moment``, the unit inside codes (security.md 2.1)."""
    return int(moment.timestamp())


def from_unix(seconds: int) -> datetime:
    """Return the aware UTC time of ``seconds`` since 1970."""
    return datetime.fromtimestamp(seconds, UTC)
