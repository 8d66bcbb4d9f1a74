"""Whose file it is and which schema it has, read before anything else and without a change (security.md 4.3)."""

from __future__ import annotations

import os
from pathlib import Path

from bcdesktop.store.driver import Driver, connect_read_only
from bcdesktop.store.error_map import translate
from bcdesktop.store.errors import NoRightToWrite, NotOurStore, StoreTooNew, StoreUnreachable

APPLICATION_ID = 0x42435374  # "BCSt"
SCHEMA = 4


def check_identity(
    driver: Driver, path: Path, *, application_id: int = APPLICATION_ID, known_schema: int = SCHEMA
) -> int:
    """Return the schema number of the file at ``path``, which exists.

    Raises NotOurStore (folder, pipe, empty file, other format), StoreTooNew, NoRightToWrite, StoreDamaged, StoreLocked.
    """
    # a plain open() and close() here would drop the locks this process holds on the file: ask stat, then SQLite
    if not path.is_file() or path.stat().st_size == 0:
        raise NotOurStore(path)
    if not os.access(path, os.R_OK | os.W_OK) or not os.access(path.parent, os.W_OK | os.X_OK):
        raise NoRightToWrite(path)
    found_id, schema = _read(driver, path)
    if found_id != application_id:
        raise NotOurStore(path)
    if schema > known_schema:
        raise StoreTooNew(path, schema, known_schema)
    return schema


def _read(driver: Driver, path: Path) -> tuple[int, int]:
    try:
        connection = connect_read_only(driver, path)
        try:
            (application_id,) = connection.execute("PRAGMA application_id").fetchone()
            (schema,) = connection.execute("PRAGMA user_version").fetchone()
        finally:
            connection.close()
    except driver.module.Error as error:
        raise translate(error, path) or StoreUnreachable() from error
    return application_id, schema
