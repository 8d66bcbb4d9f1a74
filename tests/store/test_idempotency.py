"""A command with a key is done once, whatever happens on the way (security.md 4.5)."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from bcdesktop.store.tables import CommandKey, Person
from tests.store.samples import NOON, person


def add_person(unit):
    unit.session.add(person())
    return {"id": "1"}


def test_the_second_call_with_a_key_gets_the_first_result_and_does_nothing(store, open_store):
    first = store.run(add_person, key="k", command="add_person")
    second = open_store().run(lambda unit: {"id": "2"}, key="k")

    assert first == second == {"id": "1"}
    with store.read() as session:
        assert session.get_one(CommandKey, "k").command == "add_person"


def test_a_call_that_failed_leaves_its_key_free(store):
    def fail(unit):
        raise LookupError

    with pytest.raises(LookupError):
        store.run(fail, key="k")

    assert store.run(add_person, key="k") == {"id": "1"}


def test_a_result_of_any_type_comes_back_through_encode_and_decode(store):
    def run():
        return store.run(lambda unit: (1, 2), key="k", encode=list, decode=tuple)

    assert run() == run() == (1, 2)


def test_a_repeated_call_publishes_nothing(store):
    heard = []
    store.run(add_person, key="k")
    store.subscribe(heard.append)
    store.run(add_person, key="k")

    assert heard == []


def test_who_loses_the_race_for_a_key_gets_the_winners_result_and_undoes_its_own_work(store, monkeypatch):
    store.run(lambda unit: "winner", key="k")
    real, looked_up = Session.get, []

    def get(self, entity, ident, **given):
        if entity is CommandKey and not looked_up:
            # as if the winner had committed just after this look
            looked_up.append(ident)
            return None
        return real(self, entity, ident, **given)

    monkeypatch.setattr(Session, "get", get)

    assert store.run(add_person, key="k") == "winner"
    with store.read() as session:
        assert session.exec(select(Person)).all() == []


def test_another_broken_rule_is_not_taken_for_a_race(store):
    store.run(add_person)

    with pytest.raises(IntegrityError):
        store.run(lambda unit: unit.session.add(person(id="9", created_at=NOON)), key="k")
