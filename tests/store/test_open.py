"""Opening: a new store, an old acquaintance, and everything that is not ours (security.md 4.3, 5.3 F6)."""

from __future__ import annotations

import hashlib
import os
import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from bcdesktop.store.driver import connect
from bcdesktop.store.errors import NotOurStore, StoreDamaged, StoreTooNew
from bcdesktop.store.identity import SCHEMA


def fingerprint(path):
    return path.stat().st_mtime_ns, hashlib.sha256(path.read_bytes()).hexdigest()


def write_sqlite(driver, path, *statements):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    connection = connect(driver, path, journal_mode="delete")
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_a_new_store_has_an_id_that_stays(open_store):
    first = open_store()

    assert len(first.id) == 32
    assert open_store().id == first.id


@pytest.mark.skipif(os.name != "posix", reason="POSIX modes")
def test_a_new_store_and_its_folder_are_for_this_user_only(store):
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(store.path.parent.stat().st_mode) == 0o700


def test_nothing_is_left_beside_a_new_store(store):
    store.close()

    assert [p.name for p in store.path.parent.iterdir() if p.name.startswith(".")] == []


def test_two_that_make_the_same_store_at_once_end_up_with_one(path, open_store):
    with ThreadPoolExecutor(4) as pool:
        stores = list(pool.map(lambda _: open_store(), range(4)))

    assert len({store.id for store in stores}) == 1


@pytest.mark.parametrize("content", [b"", b"dear diary\n" * 100, b"SQLite format 3\0" + bytes(50)])
def test_a_file_that_is_not_ours_is_refused_and_left_alone(content, path, open_store):
    path.parent.mkdir()
    path.write_bytes(content)
    before = fingerprint(path)

    with pytest.raises(NotOurStore):
        open_store()

    assert fingerprint(path) == before
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_database_of_another_program_is_refused_and_left_alone(path, driver, open_store):
    write_sqlite(driver, path, "CREATE TABLE diary (day)", "PRAGMA user_version=1")
    before = fingerprint(path)

    with pytest.raises(NotOurStore):
        open_store()

    assert fingerprint(path) == before


def test_a_folder_is_refused(path, open_store):
    path.mkdir(parents=True)

    with pytest.raises(NotOurStore):
        open_store()

    assert path.is_dir()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_refused_without_waiting(path, open_store):
    path.parent.mkdir()
    os.mkfifo(path)

    with pytest.raises(NotOurStore):
        open_store()


def test_a_store_of_a_newer_program_is_refused_and_left_alone(path, driver, open_store):
    open_store().close()
    connection = connect(driver, path)
    connection.execute(f"PRAGMA user_version={SCHEMA + 1}")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    before = fingerprint(path)

    with pytest.raises(StoreTooNew) as refused:
        open_store()

    assert (refused.value.found, refused.value.known) == (SCHEMA + 1, SCHEMA)
    assert fingerprint(path) == before


def test_a_store_that_a_newer_program_migrated_meanwhile_takes_no_more_writes(store, driver, path):
    connection = connect(driver, path)
    connection.execute(f"PRAGMA user_version={SCHEMA + 1}")
    connection.close()

    with pytest.raises(StoreTooNew):
        store.run(lambda unit: None)


def test_a_store_without_its_tables_is_damaged(path, driver, open_store):
    open_store().close()
    connection = connect(driver, path)
    connection.execute("DROP TABLE store_meta")
    connection.close()

    with pytest.raises(StoreDamaged):
        open_store()


def test_a_store_with_overwritten_pages_is_damaged(path, open_store):
    open_store().close()
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(content)

    with pytest.raises(StoreDamaged):
        open_store()
