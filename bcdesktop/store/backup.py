"""A copy of a store that was opened and checked before it counts (security.md 4.8). Imports no ORM."""

from __future__ import annotations

import hashlib
import os
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bcdesktop.store.driver import Driver, connect, connect_read_only
from bcdesktop.store.error_map import translate
from bcdesktop.store.errors import NoRightToWrite, StoreDamaged, StoreUnreachable
from bcdesktop.store.files import put_in_place
from bcdesktop.store.places import private_folder


@dataclass(frozen=True)
class Backup:
    """A finished backup: where it lies, the SHA-256 of the file, the number of rows per table."""

    path: Path
    sha256: str
    rows: dict[str, int]


def back_up(driver: Driver, path: Path, target: Path) -> Backup:
    """Copy the store at ``path`` to ``target``, also while others write to it. Never overwrites.

    Raises StoreDamaged where the copy does not stand the check, DiskFull, NoRightToWrite, StoreLocked; then nothing
    is left at ``target``.
    """
    private_folder(target.parent)
    draft = target.with_name(f".{target.name}.{uuid.uuid4().hex}")
    try:
        # VACUUM INTO takes an empty file, and keeps its mode
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        connection = connect(driver, path)
        try:
            connection.execute("VACUUM INTO ?", (str(draft),))
        finally:
            connection.close()
        rows = _check(driver, draft)
        digest = _durable_digest(draft)
        put_in_place(draft, target)
    except OSError as error:
        raise NoRightToWrite(target) from error
    except driver.module.Error as error:
        raise translate(error, path) or StoreUnreachable() from error
    finally:
        draft.unlink(missing_ok=True)
    return Backup(target, digest, rows)


def _check(driver: Driver, copy: Path) -> dict[str, int]:
    connection = connect_read_only(driver, copy)
    try:
        if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise StoreDamaged(copy)
        if connection.execute("PRAGMA foreign_key_check").fetchall():
            raise StoreDamaged(copy)
        return count_rows(connection)
    finally:
        connection.close()


def count_rows(connection: Any) -> dict[str, int]:
    """Return the number of rows of every table of ours in an open connection."""
    query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    names = [name for (name,) in connection.execute(query)]
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608


def _durable_digest(copy: Path) -> str:
    with copy.open("rb+") as file:
        os.fsync(file.fileno())
        return hashlib.file_digest(file, "sha256").hexdigest()
