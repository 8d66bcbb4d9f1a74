"""State changes are compare-and-set on the row (security.md 4.6)."""

from __future__ import annotations

import pytest

from bcdesktop.core.access_requests import RequestState
from bcdesktop.core.errors import ChangedMeanwhile
from bcdesktop.store.tables import AccessRequest, Person
from tests.store.samples import PERSON_ID, access_request, add_center, person

REQUEST_ID = f"{1:032x}"


@pytest.fixture
def filled(store):
    def work(unit):
        add_center(unit)
        unit.session.add(access_request(1))

    store.run(work)
    return store


def set_state(store, expected, state):
    return store.run(lambda unit: unit.compare_and_set(AccessRequest, REQUEST_ID, expected, {"state": state}))


def request(store):
    with store.read() as session:
        return session.get_one(AccessRequest, REQUEST_ID)


def test_the_expected_state_is_left(filled):
    assert set_state(filled, {"state": RequestState.PENDING}, RequestState.APPROVED)
    assert (request(filled).state, request(filled).version) == (RequestState.APPROVED, 2)


def test_the_second_decision_does_not_count(filled):
    set_state(filled, {"state": RequestState.PENDING}, RequestState.APPROVED)

    assert not set_state(filled, {"state": RequestState.PENDING}, RequestState.DECLINED)
    assert (request(filled).state, request(filled).version) == (RequestState.APPROVED, 2)


def test_one_of_several_states_is_enough(filled):
    expected = {"state": (RequestState.EXPIRED, RequestState.PENDING)}

    assert set_state(filled, expected, RequestState.APPROVED)


@pytest.mark.parametrize(("expected", "fits"), [({"purpose": None}, True), ({"purpose": "x"}, False)])
def test_no_value_can_be_expected(filled, expected, fits):
    assert set_state(filled, expected, RequestState.APPROVED) is fits


def test_a_row_that_is_not_there_was_not_changed(store):
    assert not set_state(store, {"state": RequestState.PENDING}, RequestState.APPROVED)


def test_a_row_already_read_in_the_unit_shows_the_new_state(filled):
    def work(unit):
        row = unit.session.get_one(AccessRequest, REQUEST_ID)
        unit.compare_and_set(AccessRequest, REQUEST_ID, {}, {"state": RequestState.CANCELLED})
        return row.state

    assert filled.run(work) is RequestState.CANCELLED


def test_an_edit_of_a_row_that_changed_since_is_refused(store):
    store.run(lambda unit: unit.session.add(person()))

    def work(unit):
        row = unit.session.get_one(Person, PERSON_ID)
        unit.session.connection().exec_driver_sql("UPDATE person SET version = version + 1")
        row.name = "Other"

    with pytest.raises(ChangedMeanwhile):
        store.run(work)
