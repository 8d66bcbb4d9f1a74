"""Several processes on one store (security.md 5.4 P1, 5.3 F1)."""

from __future__ import annotations

import json
import time
from contextlib import ExitStack

import pytest
from sqlmodel import col, func, select

from bcdesktop.store.activity import verify_chain
from bcdesktop.store.driver import connect
from bcdesktop.store.errors import StoreLocked
from bcdesktop.store.tables import AccessRequest, Person
from tests.store.processes import child
from tests.store.samples import CENTER_ID, access_request, add_center, record_one

REQUESTS = 100


def test_eight_processes_race_for_a_hundred_requests_and_each_is_won_once(store, driver):
    def fill(unit):
        add_center(unit)
        unit.session.add_all(access_request(n) for n in range(REQUESTS))

    store.run(fill)
    with ExitStack() as stack:
        racers = [stack.enter_context(child(driver, "race", store.path, f"r{n}", REQUESTS)) for n in range(8)]
        for racer in racers:
            racer.line()
        for racer in racers:
            racer.go()
        results = [json.loads(racer.line()) for racer in racers]

    assert sorted(number for result in results for number in result["won"]) == list(range(REQUESTS))
    assert [result["locked"] for result in results] == [0] * 8
    with store.read() as session:
        handles = session.exec(select(AccessRequest.answered_handle).order_by(col(AccessRequest.id))).all()
        check = verify_chain(session, CENTER_ID)
    winners = {number: f"r{n}" for n, result in enumerate(results) for number in result["won"]}
    assert handles == [winners[number] for number in range(REQUESTS)]
    assert (check.ok, check.entries) == (True, REQUESTS)


def test_killed_processes_lose_nothing_they_said_was_kept(open_store, driver):
    store = open_store()
    acknowledged = set()
    for run in range(5):
        with child(driver, "commit", store.path, run * 10_000) as writer:
            for _ in range(7 + 5 * run):
                acknowledged.add(writer.line())
            writer.process.kill()
            acknowledged.update(writer.process.stdout.read().split())

    store = open_store()
    connection = connect(driver, store.path)
    integrity = connection.execute("PRAGMA integrity_check").fetchone()
    connection.close()
    with store.read() as session:
        kept = set(session.exec(select(Person.id)).all())
        check = verify_chain(session, CENTER_ID)
    assert acknowledged <= kept
    # at most one commit per kill landed without being acknowledged
    assert len(kept - acknowledged) <= 5
    assert integrity == ("ok",)
    assert (check.ok, check.entries) == (True, len(kept))


def test_a_store_held_by_another_process_is_locked_and_free_again_later(store, driver):
    runs = []

    def work(unit):
        runs.append(unit)
        return record_one(unit)

    with child(driver, "hold", store.path) as holder:
        holder.line()
        started = time.monotonic()
        with pytest.raises(StoreLocked):
            store.run(work)
        waited = time.monotonic() - started
        holder.go()
        holder.line()
        assert store.run(work) == 1

    assert len(runs) == 1
    assert 0.2 < waited < 2


def test_a_reader_goes_on_while_another_process_holds_the_store(store, driver):
    with child(driver, "hold", store.path) as holder:
        holder.line()
        with store.read() as session:
            assert session.exec(select(func.count()).select_from(Person)).one() == 0
