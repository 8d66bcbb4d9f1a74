"""Units of work: all or nothing (security.md 4.5, 4.6)."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError, StatementError
from sqlmodel import select

from bcdesktop.core.errors import ClockMovedBack
from bcdesktop.store.tables import ActivityEntry, Person
from tests.store.samples import ACTOR, NOON, PERSON_ID, business_center, link, person, record_one


def names(store):
    with store.read() as session:
        return sorted(session.exec(select(Person.name)).all())


def test_a_unit_that_ends_is_kept_with_its_activity_entry(store, open_store):
    def work(unit):
        unit.session.add(person())
        return record_one(unit)

    assert store.run(work) == 1
    assert names(open_store()) == ["Nour"]


def test_a_unit_that_raises_leaves_no_trace(store):
    def work(unit):
        unit.session.add(person())
        record_one(unit)
        raise LookupError

    with pytest.raises(LookupError):
        store.run(work)

    with store.read() as session:
        assert session.exec(select(ActivityEntry)).all() == []
    assert names(store) == []


def test_a_savepoint_given_back_takes_only_its_own_rows_along(store):
    def work(unit):
        unit.session.add(person())
        savepoint = unit.session.begin_nested()
        unit.session.add(person(id="9", email="other@example.com", name="Other"))
        unit.session.flush()
        savepoint.rollback()

    store.run(work)

    assert names(store) == ["Nour"]


def test_rows_may_be_added_in_any_order_when_they_refer_to_each_other(store):
    store.run(lambda unit: unit.session.add_all((link(1), business_center(), person())))

    assert names(store) == ["Nour"]


def test_a_row_that_refers_to_nothing_is_refused_at_the_commit(store):
    with pytest.raises(IntegrityError):
        store.run(lambda unit: unit.session.add(business_center()))


def test_an_email_address_is_taken_whatever_its_case(store):
    store.run(lambda unit: unit.session.add(person()))

    with pytest.raises(IntegrityError):
        store.run(lambda unit: unit.session.add(person(id="9", email="NOUR@Example.com")))


def test_a_second_active_link_of_an_account_is_refused(store):
    store.run(lambda unit: unit.session.add_all((person(), business_center(), link(1))))

    with pytest.raises(IntegrityError):
        store.run(lambda unit: unit.session.add(link(2)))


def test_a_unit_inside_a_unit_is_a_mistake_of_ours(store):
    with pytest.raises(RuntimeError):
        store.run(lambda unit: store.run(lambda inner: None))


def test_reading_inside_a_unit_sees_what_was_there_before(store):
    def work(unit):
        unit.session.add(person())
        unit.session.flush()
        return names(store)

    assert store.run(work) == []


def test_a_read_cannot_write(store):
    with store.read() as session:
        session.add(person())
        with pytest.raises(OperationalError):
            session.flush()
        session.rollback()

    assert names(store) == []


def test_two_threads_write_one_after_the_other(store):
    def add(number):
        store.run(
            lambda unit: unit.session.add(person(id=str(number), email=f"{number}@example.com", name=str(number)))
        )

    threads = [threading.Thread(target=add, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert names(store) == [str(n) for n in range(8)]


def test_times_come_back_in_utc_whatever_zone_they_were_given_in(store):
    moment = datetime(2026, 11, 23, 9, 30, tzinfo=timezone(timedelta(hours=-5)))
    store.run(lambda unit: unit.session.add(person(created_at=moment)))

    with store.read() as session:
        found = session.get_one(Person, PERSON_ID).created_at
    assert (found, found.utcoffset()) == (moment, timedelta(0))


def test_a_time_without_a_zone_is_refused(store):
    naive = NOON.replace(tzinfo=None)

    with pytest.raises(StatementError):
        store.run(lambda unit: unit.session.add(person(created_at=naive)))


def test_the_time_of_a_unit_stands_still(store, clock):
    def work(unit):
        first = unit.now
        clock.advance(timedelta(seconds=5))
        return first, unit.now

    assert store.run(work) == (NOON, NOON)


def test_a_clock_a_little_behind_is_no_trouble(store, clock):
    store.run(record_one)
    clock.advance(timedelta(seconds=-300))

    assert store.run(record_one) == 2


def test_a_clock_set_back_is_refused_and_nothing_is_written(store, clock):
    store.run(record_one)
    clock.advance(timedelta(seconds=-301))

    with pytest.raises(ClockMovedBack) as refused:
        store.run(record_one)

    assert refused.value.behind_seconds == 301
    with store.read() as session:
        assert len(session.exec(select(ActivityEntry)).all()) == 1


def test_a_unit_that_asks_for_no_time_goes_on_with_a_clock_set_back(store, clock):
    store.run(record_one)
    clock.advance(timedelta(days=-1))

    assert store.run(lambda unit: unit.session.add(person())) is None
    assert names(store) == ["Nour"]


def test_the_newest_time_is_remembered_when_the_store_is_opened_again(store, open_store, clock):
    clock.advance(timedelta(days=1))
    store.run(lambda unit: None)
    clock.advance(timedelta(days=-1))

    with pytest.raises(ClockMovedBack):
        open_store().run(lambda unit: unit.record("store", ACTOR, "x", "store", ""))
