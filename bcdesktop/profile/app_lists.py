"""The phone's copy of each account's list of apps: shown without asking the store, so it can be old (A0-41)."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from bcdesktop.profile.database import Database, to_text, to_time
from bcdesktop.profile.records import AppEntry, AppList, AppName

_TIMES = ("since", "ends_at", "heard_at")


class AppLists:
    """One copy for each account."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, account_id: str) -> AppList | None:
        """Return the copy, None where there is none."""
        rows = self._database.rows("SELECT updated_at, entries FROM app_list WHERE account_id = ?", account_id)
        if not rows:
            return None
        updated_at, entries = rows[0]
        return AppList(datetime.fromisoformat(updated_at), tuple(_entry(one) for one in json.loads(entries)))

    def keep(self, account_id: str, apps: AppList) -> None:
        """Put ``apps`` in place of the copy."""
        entries = json.dumps([_plain(entry) for entry in apps.entries])
        with self._database.write() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO app_list VALUES (?, ?, ?)", (account_id, to_text(apps.updated_at), entries)
            )

    def drop(self, account_id: str) -> None:
        """Throw the copy of one account away."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM app_list WHERE account_id = ?", (account_id,))

    def drop_all(self) -> None:
        """Throw every copy away (A0-42)."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM app_list")


def _plain(entry: AppEntry) -> dict[str, Any]:
    plain = asdict(entry)
    return plain | {name: None if plain[name] is None else to_text(plain[name]) for name in _TIMES}


def _entry(plain: dict[str, Any]) -> AppEntry:
    times = {name: to_time(plain[name]) for name in _TIMES}
    return AppEntry(**{**plain, **times, "app": AppName(plain["app"]), "scope": tuple(plain["scope"])})
