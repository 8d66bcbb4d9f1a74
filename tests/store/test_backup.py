"""Backups that were opened before they count (security.md 4.8)."""

from __future__ import annotations

import hashlib
import os
import stat

import pytest

from bcdesktop.store.backup import back_up
from bcdesktop.store.driver import connect
from bcdesktop.store.errors import NoRightToWrite, StoreDamaged
from bcdesktop.store.identity import SCHEMA, check_identity
from bcdesktop.store.store import Store
from tests.store.processes import child
from tests.store.samples import PERSON_ID, person, record_one


def test_a_backup_is_a_whole_store_of_its_own(store, driver, tmp_path, clock):
    store.run(lambda unit: unit.session.add(person()))
    backup = back_up(driver, store.path, tmp_path / "b" / "copy.bcstore")

    assert check_identity(driver, backup.path) == SCHEMA
    assert backup.sha256 == hashlib.sha256(backup.path.read_bytes()).hexdigest()
    assert backup.rows["person"] == 1
    copy = Store.open(backup.path, clock=clock, driver=driver)
    with copy.read() as session:
        names = session.connection().exec_driver_sql("SELECT id FROM person").scalars().all()
    copy.close()
    assert (copy.id, names) == (store.id, [PERSON_ID])


@pytest.mark.skipif(os.name != "posix", reason="POSIX modes")
def test_a_backup_is_for_this_user_only_and_nothing_lies_beside_it(store, driver, tmp_path):
    backup = back_up(driver, store.path, tmp_path / "b" / "copy.bcstore")

    assert stat.S_IMODE(backup.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(backup.path.parent.stat().st_mode) == 0o700
    assert list(backup.path.parent.iterdir()) == [backup.path]


def test_a_backup_made_while_another_process_writes_is_whole(store, driver, tmp_path):
    with child(driver, "commit", store.path, 0) as writer:
        for _ in range(3):
            writer.line()
        backups = [back_up(driver, store.path, tmp_path / f"{n}.bcstore") for n in range(5)]

    assert all(b.rows["person"] == b.rows["activity_entry"] >= 3 for b in backups)


def test_a_backup_never_takes_the_place_of_another(store, driver, tmp_path):
    target = tmp_path / "copy.bcstore"
    target.write_text("older")

    with pytest.raises(NoRightToWrite):
        back_up(driver, store.path, target)
    assert target.read_text() == "older"


def test_a_copy_that_does_not_stand_the_check_is_no_backup(store, driver, tmp_path):
    connection = connect(driver, store.path)
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute(
        "INSERT INTO member_tiktok_account (id, member_id, link_id, role) VALUES ('1', 'nobody', 'nothing', 'operator')"
    )
    connection.close()

    with pytest.raises(StoreDamaged):
        back_up(driver, store.path, tmp_path / "b" / "copy.bcstore")
    assert list((tmp_path / "b").iterdir()) == []


def test_the_store_goes_on_after_a_backup(store, driver, tmp_path):
    back_up(driver, store.path, tmp_path / "copy.bcstore")

    assert store.run(record_one) == 1
