"""Hears of what other processes commit: PRAGMA data_version four times a second (security.md 4.10). Imports no ORM."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bcdesktop.core.changes import Change, ChangeKind
from bcdesktop.core.errors import AppError
from bcdesktop.store.driver import Driver, connect
from bcdesktop.store.error_map import translate, translated

INTERVAL = 0.25


class ChangeFeed:
    """A daemon thread with a connection of its own. ``origin`` is the one whose changes are already known here."""

    def __init__(
        self,
        driver: Driver,
        path: Path,
        origin: str,
        publish: Callable[[tuple[Change, ...]], None],
        interval: float = INTERVAL,
    ) -> None:
        self._driver = driver
        self._path = path
        self._origin = origin
        self._publish = publish
        self._interval = interval
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._connection: Any = None
        self._data_version = 0
        self._last = 0
        self.trouble: AppError | None = None

    @property
    def is_running(self) -> bool:
        """Whether the thread runs."""
        return self._thread is not None and self._thread.is_alive()

    def start(self) -> None:
        """Start hearing; every commit after this call is published. Raises the errors of store.errors."""
        if self._thread is not None:
            return
        with translated(self._path, self._driver.module.Error):
            self._connection = connect(self._driver, self._path)
            # in this order, so that a commit in between is seen as new
            self._data_version = self._ask("PRAGMA data_version")
            self._last = self._ask("SELECT coalesce(max(seq), 0) FROM change_row")
        self._thread = threading.Thread(target=self._run, name="store-feed", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the thread and wait for it; nothing is published afterwards."""
        self._stop.set()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join()

    def _run(self) -> None:
        try:
            while not self._stop.wait(self._interval):
                self._poll()
        finally:
            self._connection.close()

    def _poll(self) -> None:
        try:
            data_version = self._ask("PRAGMA data_version")
            if data_version == self._data_version:
                return
            changes = self._news()
        except self._driver.module.Error as error:
            # tried again at the next turn: a lock goes, a network drive comes back
            self.trouble = translate(error, self._path)
            return
        self._data_version, self.trouble = data_version, None
        if not self._stop.is_set():
            self._publish(changes)

    def _news(self) -> tuple[Change, ...]:
        query = "SELECT seq, kind, ids, origin FROM change_row WHERE seq > ? ORDER BY seq"
        rows = self._connection.execute(query, (self._last,)).fetchall()
        if not rows:
            return ()
        missed = rows[0][0] > self._last + 1
        self._last = rows[-1][0]
        if missed:
            # old rows are cleared away: after a long sleep of the computer everything may have changed
            return tuple(Change(kind) for kind in ChangeKind)
        return _merged((kind, ids) for _, kind, ids, origin in rows if origin != self._origin)

    def _ask(self, query: str) -> int:
        (number,) = self._connection.execute(query).fetchone()
        return int(number)


def _merged(rows: Any) -> tuple[Change, ...]:
    merged: dict[ChangeKind, dict[str, None]] = {}
    for kind, ids in rows:
        merged.setdefault(ChangeKind(kind), {}).update(dict.fromkeys(json.loads(ids)))
    return tuple(Change(kind, tuple(ids)) for kind, ids in merged.items())
