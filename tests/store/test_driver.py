"""Which SQLite, and with which settings (security.md 4.1 and 4.2)."""

from __future__ import annotations

import sys

import pytest

from bcdesktop.store.driver import ENVIRONMENT_VARIABLE, connect, pick_driver, wal_is_safe


@pytest.mark.parametrize("version", [(3, 51, 3), (3, 52, 0), (4, 0, 0), (3, 50, 7), (3, 50, 9), (3, 44, 6)])
def test_sqlite_with_the_fix_may_use_wal(version):
    assert wal_is_safe(version)


@pytest.mark.parametrize("version", [(3, 51, 2), (3, 51, 0), (3, 50, 6), (3, 44, 5), (3, 45, 9), (3, 40, 1), (3, 7, 0)])
def test_sqlite_without_the_fix_may_not_use_wal(version):
    assert not wal_is_safe(version)


def test_the_environment_names_the_driver(monkeypatch):
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, "sqlite3")

    assert pick_driver().name == "sqlite3"


def test_pysqlite3_is_used_where_it_is_installed(monkeypatch):
    monkeypatch.delenv(ENVIRONMENT_VARIABLE, raising=False)

    assert pick_driver().name == "pysqlite3"


def test_the_standard_library_stands_in_where_pysqlite3_is_missing(monkeypatch):
    monkeypatch.delenv(ENVIRONMENT_VARIABLE, raising=False)
    monkeypatch.setitem(sys.modules, "pysqlite3.dbapi2", None)

    assert pick_driver().name == "sqlite3"


def test_a_driver_asked_for_by_name_has_to_be_there(monkeypatch):
    monkeypatch.setitem(sys.modules, "pysqlite3.dbapi2", None)

    with pytest.raises(ImportError):
        pick_driver("pysqlite3")


def test_every_connection_has_the_settings_of_the_design(store, driver, path):
    connection = connect(driver, path)
    asked = ["foreign_keys", "busy_timeout", "mmap_size", "trusted_schema", "cell_size_check", "journal_size_limit"]
    found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in asked}
    journal_mode = connection.execute("PRAGMA journal_mode").fetchone()[0]
    synchronous = connection.execute("PRAGMA synchronous").fetchone()[0]
    connection.close()

    assert list(found.values()) == [1, 5000, 0, 0, 1, 67108864]
    assert (journal_mode, synchronous) == (("wal", 2) if wal_is_safe(driver.version) else ("truncate", 3))


def test_a_wal_store_leaves_wal_when_opened_with_a_sqlite_that_may_corrupt_it(path, open_store):
    open_store(driver=pick_driver("pysqlite3")).close()
    open_store(driver=pick_driver("sqlite3")).close()

    # byte 18 of the header: 1 rollback journal, 2 WAL
    assert path.read_bytes()[18] == (2 if wal_is_safe(pick_driver("sqlite3").version) else 1)
