"""Full disk, no rights, broken file: a named error, and nothing lost (security.md 4.7, 5.3 F4 and F6)."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import sys
import tempfile
from pathlib import Path

import pytest

from bcdesktop.store.error_map import translate
from bcdesktop.store.errors import (
    DiskFull,
    NoRightToWrite,
    NotOurStore,
    StoreDamaged,
    StoreLocked,
    StoreUnreachable,
)
from tests.store.processes import child
from tests.store.samples import person, record_one

NOBODY = 65534
CODES = {
    sqlite3.SQLITE_BUSY: StoreLocked,
    sqlite3.SQLITE_BUSY_SNAPSHOT: StoreLocked,
    sqlite3.SQLITE_LOCKED: StoreLocked,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_IOERR_WRITE: DiskFull,
    sqlite3.SQLITE_IOERR_FSYNC: DiskFull,
    sqlite3.SQLITE_READONLY: NoRightToWrite,
    sqlite3.SQLITE_READONLY_DIRECTORY: NoRightToWrite,
    sqlite3.SQLITE_PERM: NoRightToWrite,
    sqlite3.SQLITE_CANTOPEN: NoRightToWrite,
    sqlite3.SQLITE_CORRUPT: StoreDamaged,
    sqlite3.SQLITE_IOERR_SHORT_READ: StoreDamaged,
    sqlite3.SQLITE_NOTADB: NotOurStore,
    sqlite3.SQLITE_IOERR_READ: StoreUnreachable,
    sqlite3.SQLITE_READONLY_DBMOVED: StoreUnreachable,
}


@pytest.fixture
def open_folder():
    """A folder that another user may enter, unlike those of pytest."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def driver_error(code):
    error = sqlite3.OperationalError("as from the driver")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize("code", CODES)
def test_a_result_code_becomes_the_error_a_person_understands(code, tmp_path):
    assert type(translate(driver_error(code), tmp_path / "a")) is CODES[code]


def test_a_file_in_a_folder_that_is_gone_is_unreachable(tmp_path):
    error = translate(driver_error(sqlite3.SQLITE_CANTOPEN), tmp_path / "gone" / "a")

    assert type(error) is StoreUnreachable


@pytest.mark.parametrize("code", [sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISUSE, sqlite3.SQLITE_CONSTRAINT_UNIQUE])
def test_a_mistake_of_ours_is_not_dressed_up_as_trouble(code, tmp_path):
    assert translate(driver_error(code), tmp_path) is None


def test_a_full_disk_changes_nothing_and_the_store_goes_on_when_there_is_room_again(store):
    def limit(pages):
        with store._writing.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")

    limit(1)
    with pytest.raises(DiskFull):
        store.run(lambda unit: unit.session.add(person(name="x" * 1_000_000)))
    limit(1_000_000)

    assert store.run(record_one) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of the file size there")
def test_a_file_that_cannot_grow_is_a_full_disk_and_keeps_what_was_committed(store, driver):
    store.close()
    with child(driver, "fill_disk", store.path, 3_000_000) as writer:
        assert writer.line() == "DiskFull"
        counts = json.loads(writer.line())
        assert writer.line() == "goes on"

    assert counts["written"] == counts["kept"] > 0


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can act as somebody else")
@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o755, 0o644), (0o755, 0o666), (0o777, 0o444)])
def test_somebody_elses_store_is_refused_and_left_alone(folder_mode, file_mode, open_folder, driver, open_store, path):
    open_store().close()
    copy = open_folder / "a.bcstore"
    shutil.copy(path, copy)
    copy.chmod(file_mode)
    open_folder.chmod(folder_mode)
    before = copy.read_bytes()
    with child(driver, "try_open_as", copy, NOBODY) as other:
        said = other.line()

    assert said == "NoRightToWrite"
    assert copy.read_bytes() == before


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_the_right_to_write_is_refused(path, open_store):
    path.parent.mkdir(mode=0o500)

    with pytest.raises(NoRightToWrite):
        open_store()


def test_a_place_below_a_file_is_refused(tmp_path, clock, driver, open_store, path):
    path.parent.write_text("a file")

    with pytest.raises(NoRightToWrite):
        open_store()


def test_a_page_broken_while_the_store_is_open_is_reported_as_damage(path, open_store):
    store = open_store()
    store.run(lambda unit: unit.session.add(person()))
    store.close()
    content = bytearray(path.read_bytes())
    found = content.find(b"nour@example.com")
    page = found // 4096 * 4096
    content[page : page + 4096] = b"\xff" * 4096
    path.write_bytes(content)
    broken = open_store()

    with pytest.raises(StoreDamaged), broken.read() as session:
        session.connection().exec_driver_sql("SELECT * FROM person").all()
