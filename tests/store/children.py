"""What a second process does in a test: ``python -m tests.store.children COMMAND STORE ...``. Speaks by lines."""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path

from bcdesktop.core.access_requests import RequestState
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.clock import SystemClock
from bcdesktop.store.driver import connect, pick_driver
from bcdesktop.store.errors import StoreLocked
from bcdesktop.store.retry import Patience
from bcdesktop.store.store import Store
from bcdesktop.store.tables import AccessRequest, Person
from tests.store.samples import NOON, record_one


def say(text: object) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def race(path: Path, name: str, requests: str) -> None:
    """Try to approve every request; say which were won and how often the store was locked.

    The patience is longer than a person's: on a slow disk eight writers wait for each other longer than five seconds,
    and what is asked here is that nobody wins twice and nobody is turned away.
    """
    store = Store.open(path, clock=SystemClock(), patience=Patience(total=60.0))
    won, locked = [], 0
    say("ready")
    sys.stdin.readline()
    for number in range(int(requests)):
        row_id = f"{number:032x}"

        def approve(unit, row_id=row_id):
            values = {"state": RequestState.APPROVED, "answered_handle": name}
            if unit.compare_and_set(AccessRequest, row_id, {"state": RequestState.PENDING}, values):
                record_one(unit)
                return True
            return False

        try:
            if store.run(approve):
                won.append(number)
        except StoreLocked:
            locked += 1
    say(json.dumps({"won": won, "locked": locked}))
    store.close()


def commit(path: Path, first: str) -> None:
    """Add people until killed; say the number of each as soon as it is committed."""
    store = Store.open(path, clock=SystemClock())
    number = int(first)
    while True:

        def add(unit, number=number):
            unit.session.add(
                Person(id=f"{number}", email=f"{number}@e.com", name="n", password_hash="x", created_at=NOON)
            )
            record_one(unit)

        store.run(add)
        say(number)
        number += 1


def hold(path: Path) -> None:
    """Hold the write lock until told to let go."""
    connection = connect(pick_driver(), path)
    connection.execute("BEGIN IMMEDIATE")
    say("held")
    sys.stdin.readline()
    connection.execute("ROLLBACK")
    connection.close()
    say("free")


def change(path: Path) -> None:
    """Make one change when told to."""
    store = Store.open(path, clock=SystemClock())
    say(store.id)
    sys.stdin.readline()
    store.run(lambda unit: unit.changed(ChangeKind.TIKTOK_ACCOUNT, "7"))
    say("done")
    store.close()


def fill_disk(path: Path, limit: str) -> None:
    """Write under a limit of the file size, as on a full disk; say which error came and what is in the store."""
    import resource

    from sqlmodel import func, select

    store = Store.open(path, clock=SystemClock())
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
    name = "x" * 200_000
    written = 0
    while True:

        def add(unit, written=written):
            unit.session.add(
                Person(id=f"{written}", email=f"{written}@e.com", name=name, password_hash="x", created_at=NOON)
            )

        try:
            store.run(add)
        except Exception as error:  # noqa: BLE001
            say(type(error).__name__)
            break
        written += 1
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
    with store.read() as session:
        say(json.dumps({"written": written, "kept": session.exec(select(func.count()).select_from(Person)).one()}))
    store.run(record_one)
    say("goes on")
    store.close()


def try_open_as(path: Path, user: str) -> None:
    """Become another user, open the store and write to it; say which error came."""
    pick_driver()  # loads the library while it still may be read
    os.setgroups([])
    os.setresgid(int(user), int(user), int(user))
    os.setresuid(int(user), int(user), int(user))
    try:
        store = Store.open(path, clock=SystemClock())
        store.run(record_one)
        store.close()
    except Exception as error:  # noqa: BLE001
        say(type(error).__name__)
    else:
        say("opened")


def migrate_to(path: Path, migrations: str, schema: str) -> None:
    """Migrate with the migrations of a folder."""
    from bcdesktop.store.migration import migrate

    migrate(pick_driver(), path, SystemClock(), migrations=Path(migrations), schema=int(schema))


if __name__ == "__main__":
    commands = {f.__name__: f for f in (race, commit, hold, change, fill_disk, try_open_as, migrate_to)}
    commands[sys.argv[1]](Path(sys.argv[2]), *sys.argv[3:])
