"""A store in a temporary folder, with each of the two SQLite libraries."""

from __future__ import annotations

import pytest

from bcdesktop.core.clock import FixedClock
from bcdesktop.store.driver import pick_driver
from bcdesktop.store.retry import Patience
from bcdesktop.store.store import Store
from tests.store.samples import NOON

QUICK = Patience(tries=5, total=0.3, first_pause=0.01)


@pytest.fixture(params=["pysqlite3", "sqlite3"])
def driver(request):
    return pick_driver(request.param)


@pytest.fixture
def clock():
    return FixedClock(NOON)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "a.bcstore"


@pytest.fixture
def open_store(path, clock, driver):
    """Open the store as often as wanted; all are closed at the end."""
    opened = []

    def open_(**given):
        opened.append(Store.open(path, **{"clock": clock, "driver": driver, "patience": QUICK} | given))
        return opened[-1]

    yield open_
    for store in opened:
        store.close()


@pytest.fixture
def store(open_store):
    return open_store()
