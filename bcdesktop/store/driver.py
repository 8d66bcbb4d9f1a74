"""Which SQLite is used, and how a connection to a file is made (security.md 4.1 and 4.2). Imports no ORM.

SQLite 3.7.0 to 3.51.2 can corrupt a WAL file when two processes write and checkpoint together; fixed in 3.51.3 and
back-ported to 3.50.7 and 3.44.6. Two SQLite libraries must never hold one file in one process: the first that closes
it drops the locks of the other. So a process settles on one driver, and BCDESKTOP_SQLITE can name it.
"""

from __future__ import annotations

import importlib
import os
import sqlite3
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ENVIRONMENT_VARIABLE = "BCDESKTOP_SQLITE"
BUSY_TIMEOUT_MS = 5_000


@dataclass(frozen=True)
class Driver:
    """A DB-API module for SQLite with the journal mode its SQLite version may use."""

    name: str
    module: Any
    version: tuple[int, int, int]

    @property
    def keeps_wal_whole(self) -> bool:
        """Tell whether this SQLite is free of the WAL-reset bug."""
        return wal_is_safe(self.version)

    @property
    def journal_mode(self) -> str:
        """``wal`` or ``truncate``."""
        return "wal" if self.keeps_wal_whole else "truncate"

    @property
    def synchronous(self) -> str:
        """``full`` with WAL, ``extra`` without: no acknowledged commit is lost with either (security.md 3)."""
        return "full" if self.keeps_wal_whole else "extra"


def wal_is_safe(version: tuple[int, int, int]) -> bool:
    """Tell whether SQLite ``version`` has the fix of the WAL-reset bug."""
    if version >= (3, 51, 3):
        return True
    return version[:2] in {(3, 50), (3, 44)} and version[2] >= {50: 7, 44: 6}[version[1]]


def pick_driver(name: str | None = None) -> Driver:
    """Return the driver called ``name`` (``pysqlite3`` or ``sqlite3``).

    Without a name the environment decides, and else pysqlite3 where it is installed. Raises ImportError.
    """
    wanted = name or os.environ.get(ENVIRONMENT_VARIABLE) or "auto"
    if wanted in {"auto", "pysqlite3"}:
        try:
            return _driver("pysqlite3", importlib.import_module("pysqlite3.dbapi2"))
        except ImportError:
            if wanted != "auto":
                raise
    return _driver("sqlite3", sqlite3)


def _driver(name: str, module: Any) -> Driver:
    major, minor, patch = module.sqlite_version_info
    return Driver(name, module, (major, minor, patch))


def connect(
    driver: Driver, path: Path, *, journal_mode: str | None = None, busy_timeout_ms: int = BUSY_TIMEOUT_MS
) -> Any:
    """Open ``path`` for reading and writing with every setting of security.md 4.2; the file must exist.

    ``journal_mode`` overrides the driver's (a file being made uses ``delete``). The connection may be handed from
    thread to thread, but used by one at a time. Raises the driver's own errors.
    """
    connection = driver.module.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=busy_timeout_ms / 1000,
    )
    try:
        for pragma in _pragmas(driver, journal_mode or driver.journal_mode, busy_timeout_ms):
            connection.execute(f"PRAGMA {pragma}").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def connect_read_only(driver: Driver, path: Path) -> Any:
    """Open ``path`` for reading only and change nothing in it. Raises the driver's own errors."""
    return driver.module.connect(
        f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None, check_same_thread=False
    )


def _pragmas(driver: Driver, journal_mode: str, busy_timeout_ms: int) -> list[str]:
    pragmas = [
        f"busy_timeout={busy_timeout_ms}",
        f"journal_mode={journal_mode}",
        f"synchronous={driver.synchronous}",
        "foreign_keys=ON",
        "mmap_size=0",
        "trusted_schema=OFF",
        "cell_size_check=ON",
        "journal_size_limit=67108864",
    ]
    if sys.platform == "darwin":
        pragmas += ["fullfsync=ON", "checkpoint_fullfsync=ON"]
    return pragmas
