"""One transaction: what a service may do inside ``Store.run`` (architecture.md, "How things flow")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any, cast

from sqlalchemy import CursorResult, delete, update
from sqlmodel import Session, col

from bcdesktop.core.changes import Change, ChangeKind
from bcdesktop.core.clock import Clock
from bcdesktop.core.errors import ClockMovedBack
from bcdesktop.core.limits import LIFETIMES
from bcdesktop.store import activity
from bcdesktop.store.activity import EntryActor
from bcdesktop.store.tables import ChangeRow, CommandKey, StoreMeta, Table

HIGH_WATER = "high_water"
CLEAR_EVERY = 1_000
CHANGES_KEPT = 10_000
KEY_KEPT = timedelta(days=30)


class UnitOfWork:
    """Everything here happens in one transaction or not at all. Made by Store.run only."""

    def __init__(self, session: Session, clock: Clock, origin: str) -> None:
        self.session = session
        self._clock_time = clock.now()
        self._origin = origin
        self._ids: dict[ChangeKind, dict[str, None]] = {}
        self._writes_at_once = True

    @cached_property
    def now(self) -> datetime:
        """The time of this unit, the same however often it is asked for.

        Raises ClockMovedBack where the clock is more than five minutes behind the newest time in the store
        (security.md 2.4), so whatever depends on time is refused then.
        """
        high_water = self._high_water()
        if high_water is not None and self._clock_time < high_water - LIFETIMES.clock_tolerance:
            raise ClockMovedBack(int((high_water - self._clock_time) / timedelta(seconds=1)))
        return self._clock_time

    def changed(self, kind: ChangeKind, *ids: str) -> None:
        """Say that rows changed; published after the commit, to every process."""
        self._ids.setdefault(kind, {}).update(dict.fromkeys(ids))

    def record(
        self,
        chain: str,
        actor: EntryActor,
        action: str,
        object_kind: str,
        object_id: str,
        body: Mapping[str, Any] | None = None,
        *,
        object_name: str = "",
    ) -> int:
        """Write the activity entry of this unit and return its seq. Raises ClockMovedBack.

        ``chain`` is a Business Center's id or activity.STORE_CHAIN; ``body`` holds text, numbers, lists and such.
        """
        self.changed(ChangeKind.ACTIVITY, chain)
        subject = (object_kind, object_id, object_name)
        content = activity.canonical(body or {})
        return activity.append(
            self.session,
            chain,
            at=self.now,
            actor=actor,
            action=action,
            subject=subject,
            body=content,
            flush=self._writes_at_once,
        )

    @contextmanager
    def many(self) -> Iterator[None]:
        """Write the rows of a loop together, and its entries in one statement at its end: much quicker."""
        self._writes_at_once = False
        try:
            yield
        finally:
            self._writes_at_once = True
        activity.write_waiting(self.session)

    def compare_and_set(
        self,
        table: type[Table],
        id: str,  # noqa: A002
        expected: Mapping[str, Any],
        values: Mapping[str, Any],
    ) -> bool:
        """Set ``values`` in the row ``id`` only if it still holds ``expected``; tell whether it did (security.md 4.6).

        A tuple in ``expected`` means one of its members, None means no value. The row's version goes up by one.
        """
        self.session.flush()
        columns = table.__table__.c  # type: ignore[attr-defined]
        conditions = [columns.id == id]
        for name, value in expected.items():
            column = columns[name]
            conditions.append(column.in_(value) if isinstance(value, tuple) else column.is_not_distinct_from(value))
        new = dict(values)
        if "version" in columns and "version" not in new:
            new["version"] = columns.version + 1
        statement = update(table).where(*conditions).values(new).execution_options(synchronize_session=False)
        result = cast("CursorResult[Any]", self.session.execute(statement))
        loaded = self.session.identity_map.get(self.session.identity_key(table, (id,)))
        if loaded is not None:
            self.session.expire(loaded)
        return result.rowcount == 1

    def finish(self) -> tuple[Change, ...]:
        """Write the rows of the change feed and the high-water time; return what to publish after the commit."""
        activity.write_waiting(self.session)
        changes = tuple(Change(kind, tuple(ids)) for kind, ids in self._ids.items())
        rows = [
            ChangeRow(kind=change.kind.value, ids=list(change.ids), at=self._clock_time, origin=self._origin)
            for change in changes
        ]
        self.session.add_all(rows)
        high_water = self._high_water()
        if high_water is None or self._clock_time > high_water:
            self.session.merge(StoreMeta(key=HIGH_WATER, value=self._clock_time.isoformat().encode()))
        self.session.flush()
        for row in rows:
            self._clear_away(row.seq or 0)
        return changes

    def _clear_away(self, seq: int) -> None:
        """Once in a while, forget changes everybody has heard of and keys nobody will send again."""
        if seq % CLEAR_EVERY:
            return
        old = self._clock_time - KEY_KEPT
        self.session.execute(delete(ChangeRow).where(col(ChangeRow.seq) <= seq - CHANGES_KEPT))
        self.session.execute(delete(CommandKey).where(col(CommandKey.at) < old))

    def _high_water(self) -> datetime | None:
        row = self.session.get(StoreMeta, HIGH_WATER)
        return None if row is None else datetime.fromisoformat(row.value.decode())
