"""Brings an older store to this program's schema, in one transaction and after a backup (security.md 4.11).

Importing this module loads Alembic, so it is imported only when the schema number differs.
"""

from __future__ import annotations

import secrets
import threading
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from bcdesktop.core.clock import Clock
from bcdesktop.store.backup import back_up
from bcdesktop.store.driver import Driver, connect
from bcdesktop.store.error_map import translated
from bcdesktop.store.errors import StoreDamaged
from bcdesktop.store.identity import SCHEMA
from bcdesktop.store.places import backups_dir

MIGRATIONS = Path(__file__).parent / "migrations"
# Alembic's context is one per process
_turn = threading.Lock()


def migrate(
    driver: Driver, path: Path, clock: Clock, *, migrations: Path = MIGRATIONS, schema: int = SCHEMA
) -> Path | None:
    """Bring the store at ``path`` to ``schema`` and return where its backup lies; None where another was quicker.

    A failure, or a kill, at any point leaves the store as it was. Raises the errors of store.errors. There is no way
    back down: the backup is the older store.
    """
    engine = _migration_engine(driver, path)
    try:
        with translated(path, DBAPIError), _turn, engine.connect() as connection, connection.begin():
            found = _number(connection, "PRAGMA user_version")
            if found >= schema:
                return None
            moment = clock.now().strftime("%Y%m%d-%H%M%S")
            target = backups_dir(path) / f"{path.stem}-schema-{found}-{moment}-{secrets.token_hex(4)}{path.suffix}"
            back_up(driver, path, target)
            upgrade(connection, migrations=migrations, schema=schema)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
                raise StoreDamaged(path)
            return target
    finally:
        engine.dispose()


def upgrade(connection: Connection, *, migrations: Path = MIGRATIONS, schema: int = SCHEMA) -> None:
    """Run what is missing up to ``schema`` inside the transaction of ``connection`` and write the schema number."""
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, f"{schema:04d}")
    connection.exec_driver_sql(f"PRAGMA user_version={schema}")


def _migration_engine(driver: Driver, path: Path) -> Engine:
    def creator() -> object:
        connection = connect(driver, path)
        # takes effect only outside a transaction; foreign_key_check before the commit stands in for it
        connection.execute("PRAGMA foreign_keys=OFF")
        return connection

    engine = create_engine("sqlite://", module=driver.module, creator=creator, poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _number(connection: Connection, query: str) -> int:
    return int(connection.exec_driver_sql(query).scalar_one())
