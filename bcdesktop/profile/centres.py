"""The Business Centers a phone knows, and the codes it has met."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from bcdesktop.core.errors import NotFound
from bcdesktop.profile.database import Database, to_text, to_time
from bcdesktop.profile.errors import CentreKeyChanged
from bcdesktop.profile.records import PinnedCentre, SeenCode

# a code is remembered until a day after its end (security.md 1.3, A5)
REMEMBERED_AFTER_END = timedelta(hours=24)


class Centres:
    """Pinned keys. The first key seen of a Business Center is the one that counts (security.md 2.5)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[PinnedCentre, ...]:
        """Return all pinned Business Centers by name."""
        return tuple(_centre(row) for row in self._database.rows("SELECT * FROM centre ORDER BY name"))

    def get(self, business_center_id: str) -> PinnedCentre | None:
        """Return the pinned Business Center, None where this phone never met it."""
        rows = self._database.rows("SELECT * FROM centre WHERE business_center_id = ?", business_center_id)
        return _centre(rows[0]) if rows else None

    def pin(self, business_center_id: str, name: str, public_key: bytes, at: datetime) -> PinnedCentre:
        """Pin the key on first sight; later return what is pinned. Raises CentreKeyChanged for another key."""
        with self._database.write() as connection:
            connection.execute(
                "INSERT INTO centre VALUES (?, ?, ?, ?, NULL, 0) ON CONFLICT DO NOTHING",
                (business_center_id, name, public_key, to_text(at)),
            )
        return self.check(business_center_id, public_key) or self._existing(business_center_id)

    def check(self, business_center_id: str, public_key: bytes) -> PinnedCentre | None:
        """Return what is pinned, None for a new one. Raises CentreKeyChanged where ``public_key`` is another."""
        pinned = self.get(business_center_id)
        if pinned is not None and pinned.public_key != public_key:
            raise CentreKeyChanged(pinned.name, pinned.first_seen_at)
        return pinned

    def mark_compared(self, business_center_id: str, at: datetime) -> None:
        """Say that the 30 digits were compared. Raises NotFound."""
        self._set(business_center_id, "digits_compared_at = ?", to_text(at))

    def mute(self, business_center_id: str, muted: bool) -> None:
        """Refuse, or take again, requests of this Business Center (security.md 1.3, A9). Raises NotFound."""
        self._set(business_center_id, "muted = ?", int(muted))

    def seen(self, code_hash: bytes) -> SeenCode | None:
        """Return what this phone knows of a code."""
        rows = self._database.rows("SELECT * FROM seen_code WHERE code_hash = ?", code_hash)
        if not rows:
            return None
        found, seen_at, expires_at, decision = rows[0]
        return SeenCode(found, datetime.fromisoformat(seen_at), datetime.fromisoformat(expires_at), decision)

    def remember(self, code_hash: bytes, expires_at: datetime, decision: str | None, now: datetime) -> None:
        """Remember a code; its first decision stays. Codes a day past their end are forgotten."""
        with self._database.write() as connection:
            connection.execute(
                "INSERT INTO seen_code VALUES (?, ?, ?, ?) ON CONFLICT (code_hash) DO UPDATE "
                "SET decision = coalesce(decision, excluded.decision)",
                (code_hash, to_text(now), to_text(expires_at), decision),
            )
            connection.execute("DELETE FROM seen_code WHERE expires_at < ?", (to_text(now - REMEMBERED_AFTER_END),))

    def _existing(self, business_center_id: str) -> PinnedCentre:
        pinned = self.get(business_center_id)
        if pinned is None:
            raise NotFound("business_center", business_center_id)
        return pinned

    def _set(self, business_center_id: str, assignment: str, value: Any) -> None:
        with self._database.write() as connection:
            done = connection.execute(
                f"UPDATE centre SET {assignment} WHERE business_center_id = ?",  # noqa: S608
                (value, business_center_id),
            )
            if done.rowcount == 0:
                raise NotFound("business_center", business_center_id)


def _centre(row: tuple[Any, ...]) -> PinnedCentre:
    business_center_id, name, public_key, first_seen_at, compared_at, muted = row
    first_seen = datetime.fromisoformat(first_seen_at)
    return PinnedCentre(business_center_id, name, public_key, first_seen, to_time(compared_at), bool(muted))
