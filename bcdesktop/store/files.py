"""A new SQLite file: built beside its place, then put there in one step, so that a half-made one is never seen."""

from __future__ import annotations

import os
import uuid
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from bcdesktop.store.driver import Driver, connect
from bcdesktop.store.error_map import translate
from bcdesktop.store.errors import NoRightToWrite, StoreUnreachable
from bcdesktop.store.places import private_folder
from bcdesktop.vault.files import sync_folder


def create_file(driver: Driver, path: Path, fill: Callable[[Any], None], *, application_id: int, schema: int) -> None:
    """Make a file of ours at ``path`` (mode 0600) and let ``fill`` make its tables in one transaction.

    If another process was quicker, its file stays. Raises NoRightToWrite, DiskFull or StoreUnreachable; then nothing
    is left behind.
    """
    private_folder(path.parent)
    draft = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
    try:
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        connection = connect(driver, draft, journal_mode="delete")
        try:
            connection.execute("BEGIN IMMEDIATE")
            fill(connection)
            connection.execute(f"PRAGMA application_id={application_id}")
            connection.execute(f"PRAGMA user_version={schema}")
            connection.execute("COMMIT")
        finally:
            connection.close()
        with suppress(FileExistsError):
            put_in_place(draft, path)
    except OSError as error:
        raise NoRightToWrite(path) from error
    except driver.module.Error as error:
        raise translate(error, path) or StoreUnreachable() from error
    finally:
        draft.unlink(missing_ok=True)


def put_in_place(draft: Path, path: Path) -> None:
    """Give ``draft`` the name ``path`` too, for good. Raises FileExistsError where the name is taken."""
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:
        # no hard links here (FAT, some shares)
        if path.exists():
            raise FileExistsError(path) from None
        draft.rename(path)
    sync_folder(path.parent)
