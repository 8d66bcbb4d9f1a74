"""The file of one phone: a small SQLite database with the store's recipe, without the ORM."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from bcdesktop.store.driver import Driver, connect, pick_driver
from bcdesktop.store.error_map import translated
from bcdesktop.store.files import create_file
from bcdesktop.store.identity import check_identity

APPLICATION_ID = 0x42435068  # "BCPh"
SCHEMA = 2

TABLES = """
CREATE TABLE value (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE account (
    account_id TEXT PRIMARY KEY, handle TEXT NOT NULL, display_name TEXT NOT NULL, public_key BLOB NOT NULL,
    added_at TEXT NOT NULL, is_active INTEGER NOT NULL
) STRICT;
-- outlives the account: a sequence never falls, also after log out and log in
CREATE TABLE sequence (account_id TEXT PRIMARY KEY, sequence INTEGER NOT NULL) STRICT;
CREATE TABLE centre (
    business_center_id TEXT PRIMARY KEY, name TEXT NOT NULL, public_key BLOB NOT NULL, first_seen_at TEXT NOT NULL,
    digits_compared_at TEXT, muted INTEGER NOT NULL
) STRICT;
CREATE TABLE seen_code (
    code_hash BLOB PRIMARY KEY, seen_at TEXT NOT NULL, expires_at TEXT NOT NULL, decision TEXT
) STRICT;
CREATE TABLE receipt (
    id TEXT PRIMARY KEY, at TEXT NOT NULL, business_center_name TEXT NOT NULL, business_center_id TEXT NOT NULL,
    handle TEXT NOT NULL, decision TEXT NOT NULL, scope TEXT NOT NULL, ends_at TEXT, request_cose BLOB NOT NULL,
    answer_cose BLOB NOT NULL, delivered INTEGER NOT NULL
) STRICT
"""

UPGRADES = {
    2: """
-- the apps an account let in as this phone last heard it, entries as JSON
CREATE TABLE app_list (account_id TEXT PRIMARY KEY, updated_at TEXT NOT NULL, entries TEXT NOT NULL) STRICT
""",
}
"""What each schema after the first added; a new file gets all of it too."""


class Database:
    """One connection, used by one thread at a time; a change is durable when ``write`` ends."""

    def __init__(self, path: Path, first_values: Mapping[str, str], driver: Driver | None = None) -> None:
        """Open the file, or make it with ``first_values``. Raises the errors of store.errors; it is then unchanged."""
        self.path = path
        self._driver = driver or pick_driver()
        self._turn = threading.RLock()
        if not path.exists():
            create_file(self._driver, path, partial(_fill, first_values), application_id=APPLICATION_ID, schema=SCHEMA)
        found = check_identity(self._driver, path, application_id=APPLICATION_ID, known_schema=SCHEMA)
        with self._translated():
            self._connection = connect(self._driver, path)
        if found < SCHEMA:
            self._upgrade()

    @contextmanager
    def write(self) -> Iterator[Any]:
        """Give the connection inside a transaction; an error rolls it back. A write inside a write is part of it."""
        with self._turn, self._translated():
            if self._connection.in_transaction:
                yield self._connection
                return
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        """Return all rows of ``query``."""
        with self._turn, self._translated():
            return list(self._connection.execute(query, values))

    def value(self, name: str) -> str | None:
        """Return the value called ``name``."""
        found = self.rows("SELECT value FROM value WHERE name = ?", name)
        return None if not found else str(found[0][0])

    def set_values(self, **values: str) -> None:
        """Keep ``values`` under their names, all or none."""
        with self.write() as connection:
            connection.executemany("INSERT OR REPLACE INTO value VALUES (?, ?)", values.items())

    def close(self) -> None:
        """Let go of the file."""
        with self._turn:
            self._connection.close()

    def _upgrade(self) -> None:
        """Bring an older file to this schema, whole or not at all; another program may have done it meanwhile."""
        with self.write() as connection:
            (found,) = connection.execute("PRAGMA user_version").fetchone()
            for schema in range(found + 1, SCHEMA + 1):
                _execute_all(connection, UPGRADES[schema])
                connection.execute(f"PRAGMA user_version={schema}")

    def _translated(self) -> AbstractContextManager[None]:
        return translated(self.path, self._driver.module.Error)


def _fill(values: Mapping[str, str], connection: Any) -> None:
    for statements in (TABLES, *UPGRADES.values()):
        _execute_all(connection, statements)
    connection.executemany("INSERT INTO value VALUES (?, ?)", values.items())


def _execute_all(connection: Any, statements: str) -> None:
    for statement in statements.split(";"):
        connection.execute(statement)


def to_text(moment: datetime) -> str:
    """Return an aware time as text in UTC that sorts like the time."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def to_time(text: str | None) -> datetime | None:
    """Return the time in ``text``."""
    return None if text is None else datetime.fromisoformat(text)
