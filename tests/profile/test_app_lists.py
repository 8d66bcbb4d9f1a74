"""The phone's copy of the list of apps, and how a phone of an earlier version comes to have one."""

from __future__ import annotations

import sqlite3
from datetime import timedelta

import pytest

from bcdesktop.profile import AppEntry, AppList, AppName
from bcdesktop.profile.database import APPLICATION_ID, SCHEMA, TABLES
from bcdesktop.store.errors import StoreTooNew
from tests.profile.conftest import NOON

LUMEN, ARBOR = "1" * 19, "2" * 19
APPS = AppList(
    NOON,
    (
        AppEntry("platform", AppName.TIKTOK_FOR_BUSINESS, NOON),
        AppEntry(
            "link",
            AppName.BUSINESS_CENTER,
            NOON,
            business_center_id="3" * 19,
            business_center_name="Lantern Media",
            scope=(1, 3),
            ends_at=NOON + timedelta(days=30),
            heard_at=NOON,
            link_id="link",
            grant_id="0a" * 16,
            is_claim=True,
        ),
    ),
)


def first_version(folder):
    """Make the file of a phone as the first version made it: schema 1, with an account on it."""
    folder.mkdir(parents=True)
    connection = sqlite3.connect(folder / "phone.sqlite")
    connection.executescript(TABLES)
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute("PRAGMA user_version=1")
    connection.executemany("INSERT INTO value VALUES (?, ?)", [("phone_id", "a" * 32), ("name", "Old one")])
    connection.execute(
        "INSERT INTO account VALUES (?, 'mara', 'Mara', ?, '2026-11-23T12:00:00.000000+00:00', 1)", (LUMEN, bytes(32))
    )
    connection.commit()
    connection.close()


def schema_of(folder):
    connection = sqlite3.connect(folder / "phone.sqlite")
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    connection.close()
    return schema


def test_a_copy_comes_back_as_it_was_kept(phone):
    phone.keep_app_list(LUMEN, APPS)

    assert phone.app_list(LUMEN) == APPS
    assert phone.app_list(ARBOR) is None


def test_a_newer_copy_takes_the_place_of_the_old_one(phone):
    newer = AppList(NOON + timedelta(hours=1), ())
    phone.keep_app_list(LUMEN, APPS)
    phone.keep_app_list(LUMEN, newer)

    assert phone.app_list(LUMEN) == newer


def test_clearing_the_cache_drops_every_copy_and_nothing_else(phone):
    phone.add_account(LUMEN, "mara", "Mara")
    phone.keep_app_list(LUMEN, APPS)
    phone.keep_app_list(ARBOR, APPS)

    phone.clear_cache()

    assert phone.app_list(LUMEN) is None
    assert phone.app_list(ARBOR) is None
    assert [account.handle for account in phone.accounts()] == ["mara"]


def test_logging_an_account_out_drops_its_copy_alone(phone):
    phone.add_account(LUMEN, "mara", "Mara")
    phone.keep_app_list(LUMEN, APPS)
    phone.keep_app_list(ARBOR, APPS)

    phone.remove_account(LUMEN)

    assert phone.app_list(LUMEN) is None
    assert phone.app_list(ARBOR) == APPS


def test_a_phone_of_the_first_version_keeps_everything_and_gets_the_new_table(folder, open_phone):
    first_version(folder)

    phone = open_phone()
    phone.keep_app_list(LUMEN, APPS)

    assert (phone.name, [account.handle for account in phone.accounts()]) == ("Old one", ["mara"])
    assert phone.app_list(LUMEN) == APPS
    assert schema_of(folder) == SCHEMA


def test_an_upgraded_phone_is_opened_again_without_another_upgrade(folder, open_phone):
    first_version(folder)
    open_phone().keep_app_list(LUMEN, APPS)

    assert open_phone().app_list(LUMEN) == APPS


def test_a_new_phone_has_the_newest_schema(phone, folder):
    assert schema_of(folder) == SCHEMA


def test_a_phone_of_a_later_version_is_refused_and_left_alone(folder, open_phone):
    first_version(folder)
    connection = sqlite3.connect(folder / "phone.sqlite")
    connection.execute(f"PRAGMA user_version={SCHEMA + 1}")
    connection.close()

    with pytest.raises(StoreTooNew):
        open_phone()
    assert schema_of(folder) == SCHEMA + 1
