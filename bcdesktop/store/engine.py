"""The two engines of a store: one that writes, with ``BEGIN IMMEDIATE``, and one that reads, with ``BEGIN``.

SQLAlchemy's defaults on SQLite let an inner savepoint survive an outer rollback and commit DDL half-way; the recipe
here (``isolation_level=None`` and our own BEGIN) keeps both (security.md 0.8 and 4.2; the tests hold the control).
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from bcdesktop.store.driver import BUSY_TIMEOUT_MS, Driver, connect


def writing_engine(driver: Driver, path: Path, *, busy_timeout_ms: int = BUSY_TIMEOUT_MS) -> Engine:
    """Return the engine for write units. One connection: writers of one process queue up before SQLite."""
    return _engine(driver, path, "BEGIN IMMEDIATE", size=1, overflow=0, busy_timeout_ms=busy_timeout_ms)


def reading_engine(driver: Driver, path: Path, *, busy_timeout_ms: int = BUSY_TIMEOUT_MS) -> Engine:
    """Return the engine for read units; a write through it is refused by SQLite."""
    return _engine(driver, path, "BEGIN", size=4, overflow=16, busy_timeout_ms=busy_timeout_ms, query_only=True)


def _engine(
    driver: Driver, path: Path, begin: str, *, size: int, overflow: int, busy_timeout_ms: int, query_only: bool = False
) -> Engine:
    def creator() -> object:
        connection = connect(driver, path, busy_timeout_ms=busy_timeout_ms)
        if query_only:
            connection.execute("PRAGMA query_only=ON")
        return connection

    engine = create_engine(
        "sqlite://", module=driver.module, creator=creator, poolclass=QueuePool, pool_size=size, max_overflow=overflow
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
