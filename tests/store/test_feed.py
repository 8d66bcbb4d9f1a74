"""Changes: one's own right after the commit, those of other processes within half a second (security.md 4.10)."""

from __future__ import annotations

import queue
import sys
import threading
import time

import pytest

from bcdesktop.core.changes import Change, ChangeKind
from bcdesktop.store import feed as feed_module
from bcdesktop.store.driver import connect
from tests.store.processes import child

SEEN_WITHIN = 0.5


def test_a_change_is_published_after_its_commit_and_not_before(store):
    heard = []
    store.subscribe(heard.append)

    def work(unit):
        unit.changed(ChangeKind.PERSON, "1")
        unit.changed(ChangeKind.PERSON, "2", "1")
        unit.changed(ChangeKind.MAIL)
        assert heard == []

    store.run(work)

    assert heard == [(Change(ChangeKind.PERSON, ("1", "2")), Change(ChangeKind.MAIL))]


def test_a_unit_that_fails_publishes_nothing(store):
    heard = []
    store.subscribe(heard.append)

    def work(unit):
        unit.changed(ChangeKind.PERSON, "1")
        raise LookupError

    with pytest.raises(LookupError):
        store.run(work)

    assert heard == []


def test_who_unsubscribes_hears_no_more(store):
    heard = []
    unsubscribe = store.subscribe(heard.append)
    unsubscribe()
    store.run(lambda unit: unit.changed(ChangeKind.MAIL))

    assert heard == []


def test_a_listener_that_fails_neither_undoes_the_commit_nor_silences_the_others(store, monkeypatch):
    reported, heard = [], []
    monkeypatch.setattr(sys, "excepthook", lambda *error: reported.append(error[0]))

    def broken(_changes):
        raise LookupError

    store.subscribe(broken)
    store.subscribe(heard.append)

    assert store.run(lambda unit: unit.changed(ChangeKind.MAIL)) is None
    assert (reported, len(heard)) == ([LookupError], 1)


def test_a_change_of_another_process_is_heard_within_half_a_second(store, driver):
    heard = queue.Queue()
    with child(driver, "change", store.path) as other:
        assert other.line() == store.id
        store.subscribe(lambda changes: heard.put((time.monotonic(), changes)))
        other.go()
        other.line()
        committed = time.monotonic()
        at, changes = heard.get(timeout=5)

    assert changes == (Change(ChangeKind.TIKTOK_ACCOUNT, ("7",)),)
    assert at - committed < SEEN_WITHIN


def test_two_stores_in_one_process_hear_of_each_other_once(store, open_store):
    heard = queue.Queue()
    other = open_store()
    other.subscribe(heard.put)
    store.run(lambda unit: unit.changed(ChangeKind.MAIL, "1"))
    first = heard.get(timeout=5)
    store.run(lambda unit: unit.changed(ChangeKind.MAIL, "2"))
    second = heard.get(timeout=5)

    assert (first, second) == ((Change(ChangeKind.MAIL, ("1",)),), (Change(ChangeKind.MAIL, ("2",)),))
    assert heard.empty()


def test_own_changes_are_not_heard_a_second_time_through_the_feed(store, open_store):
    heard = queue.Queue()
    store.subscribe(heard.put)
    store.run(lambda unit: unit.changed(ChangeKind.MAIL, "own"))
    open_store().run(lambda unit: unit.changed(ChangeKind.MAIL, "other"))

    assert [heard.get(timeout=5)[0].ids for _ in range(2)] == [("own",), ("other",)]
    assert heard.empty()


def test_where_changes_were_cleared_away_meanwhile_everything_may_have_changed(store, open_store, driver):
    other = open_store()
    for number in range(3):
        other.run(lambda unit, number=number: unit.changed(ChangeKind.MAIL, str(number)))
    heard = queue.Queue()
    store.subscribe(heard.put)
    connection = connect(driver, store.path)
    connection.execute("UPDATE sqlite_sequence SET seq = 100")
    connection.close()
    other.run(lambda unit: unit.changed(ChangeKind.MAIL, "late"))

    assert heard.get(timeout=5) == tuple(Change(kind) for kind in ChangeKind)


def test_old_changes_and_keys_are_cleared_away(store, monkeypatch):
    monkeypatch.setattr("bcdesktop.store.unit_of_work.CLEAR_EVERY", 5)
    monkeypatch.setattr("bcdesktop.store.unit_of_work.CHANGES_KEPT", 3)
    for number in range(10):
        store.run(lambda unit, number=number: unit.changed(ChangeKind.MAIL, str(number)))

    with store.read() as session:
        rows = session.connection().exec_driver_sql("SELECT seq FROM change_row ORDER BY seq").scalars().all()
    assert rows == [8, 9, 10]


def test_the_feed_starts_with_the_first_listener_and_ends_with_the_store(store):
    assert not store.feed.is_running

    store.subscribe(lambda changes: None)
    assert store.feed.is_running

    store.close()
    assert not store.feed.is_running
    assert "store-feed" not in {thread.name for thread in threading.enumerate()}


def test_a_store_may_be_closed_by_who_hears_of_a_change(store, open_store):
    closed = threading.Event()

    def close(_changes):
        store.close()
        closed.set()

    store.subscribe(close)
    open_store().run(lambda unit: unit.changed(ChangeKind.MAIL))

    assert closed.wait(5)


def test_the_feed_asks_four_times_a_second():
    assert feed_module.INTERVAL == 0.25
