"""A new store: built beside its place, then put there in one step, so that a half-made store is never seen.

The tables come from the models, not from the migrations: that spares the import of Alembic (0.2 s). A test proves that
both ways lead to the same schema.
"""

from __future__ import annotations

import os
import uuid
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from bcdesktop.store.driver import Driver, connect
from bcdesktop.store.error_map import translate
from bcdesktop.store.errors import NoRightToWrite, StoreUnreachable
from bcdesktop.store.identity import APPLICATION_ID, SCHEMA
from bcdesktop.store.places import private_folder
from bcdesktop.store.tables import METADATA

ALEMBIC_VERSION_TABLE = (
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
)


def create_store(driver: Driver, path: Path) -> None:
    """Make an empty store at ``path``; if another process was quicker, its store stays.

    Raises NoRightToWrite, DiskFull or StoreUnreachable; then nothing is left behind.
    """
    private_folder(path.parent)
    draft = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
    try:
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        _fill(driver, draft)
        _put_in_place(draft, path)
    except OSError as error:
        raise NoRightToWrite(path) from error
    except driver.module.Error as error:
        raise translate(error, path) or StoreUnreachable() from error
    finally:
        draft.unlink(missing_ok=True)


def _fill(driver: Driver, draft: Path) -> None:
    connection = connect(driver, draft, journal_mode="delete")
    try:
        connection.execute("BEGIN IMMEDIATE")
        engine = create_engine(
            "sqlite://", module=driver.module, creator=lambda: connection, poolclass=StaticPool
        ).execution_options(isolation_level="AUTOCOMMIT")
        with engine.connect() as sql:
            METADATA.create_all(sql, checkfirst=False)
        connection.execute(ALEMBIC_VERSION_TABLE)
        connection.execute("INSERT INTO alembic_version VALUES (?)", (f"{SCHEMA:04d}",))
        connection.execute("INSERT INTO store_meta VALUES ('store_id', ?)", (uuid.uuid4().hex.encode(),))
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={SCHEMA}")
        connection.execute("COMMIT")
    finally:
        connection.close()


def _put_in_place(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except FileExistsError:
        return
    except OSError:
        # no hard links here (FAT, some shares); os.rename refuses to overwrite on Windows
        if not path.exists():
            draft.rename(path)
    if os.name == "posix":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
