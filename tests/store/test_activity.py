"""The activity chain: made in the same transaction, refuses changes, shows every one that was forced (S6)."""

from __future__ import annotations

from datetime import timedelta

import nacl.signing
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from bcdesktop.core.access_requests import Kind
from bcdesktop.store.activity import PROGRAM, details, entry_hash, sign_head, verify_chain
from bcdesktop.store.driver import connect
from bcdesktop.store.tables import ActivityEntry, ActivityHead
from tests.store.samples import ACTOR, CENTER_ID, NOON

KEY = nacl.signing.SigningKey(b"k" * 32)

SWAP = "UPDATE activity_entry SET seq = -seq WHERE seq IN (4, 5); UPDATE activity_entry SET seq = seq + 9 WHERE seq < 0"


def sign(message):
    return KEY.sign(message).signature


def verify(message, signature):
    try:
        KEY.verify_key.verify(message, signature)
    except nacl.exceptions.BadSignatureError:
        return False
    return True


def fill(store, entries=6):
    for number in range(entries):
        store.run(lambda unit, number=number: unit.record(CENTER_ID, ACTOR, "a", "k", str(number), {"n": number}))


def force(store, *statements):
    """Change the file as somebody would who has it: with the triggers taken away."""
    connection = connect(store.driver, store.path)
    for name in ("update", "delete", "replace"):
        connection.execute(f"DROP TRIGGER IF EXISTS activity_entry_no_{name}")
    for statement in statements:
        connection.execute(statement)
    connection.close()


def check(store, **given_):
    with store.read() as session:
        return verify_chain(session, CENTER_ID, **given_)


def test_entries_are_numbered_from_one_and_each_knows_the_one_before(store):
    fill(store, 3)

    with store.read() as session:
        entries = session.exec(select(ActivityEntry)).all()
    assert [entry.seq for entry in entries] == [1, 2, 3]
    assert [entry.previous_hash for entry in entries] == [bytes(32), entries[0].hash, entries[1].hash]
    assert all(entry.hash == entry_hash(entry) for entry in entries)


def test_each_chain_has_its_own_numbers(store):
    fill(store, 2)

    assert store.run(lambda unit: unit.record("store", PROGRAM, "opened", "store", store.id)) == 1


def test_the_details_come_back_as_plain_values(store):
    body = {"kind": Kind.LINK, "scope": (1, 2), "ends": NOON, "handle": "lumen", "none": None, "on": True}
    store.run(lambda unit: unit.record(CENTER_ID, ACTOR, "a", "k", "1", body))

    with store.read() as session:
        found = details(session.exec(select(ActivityEntry)).one())
    assert found == {
        "kind": "link",
        "scope": [1, 2],
        "ends": NOON.isoformat(),
        "handle": "lumen",
        "none": None,
        "on": True,
    }


def test_the_hash_does_not_depend_on_the_order_of_the_details(store):
    store.run(lambda unit: unit.record("one", ACTOR, "a", "k", "1", {"a": 1, "b": 2}))
    store.run(lambda unit: unit.record("two", ACTOR, "a", "k", "1", {"b": 2, "a": 1}))

    with store.read() as session:
        one, two = session.exec(select(ActivityEntry).order_by(ActivityEntry.chain)).all()
    assert one.body == two.body


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE activity_entry SET actor_name = 'x' WHERE seq = 2",
        "DELETE FROM activity_entry WHERE seq = 2",
        "INSERT OR REPLACE INTO activity_entry SELECT * FROM activity_entry WHERE seq = 2",
    ],
)
def test_the_file_refuses_to_change_an_entry(statement, store):
    fill(store, 3)

    with pytest.raises(IntegrityError):
        store.run(lambda unit: unit.session.connection().exec_driver_sql(statement))


def test_an_untouched_chain_is_whole(store):
    fill(store)

    assert check(store).ok
    assert check(store).entries == 6


def test_an_empty_chain_is_whole(store):
    assert check(store).ok


@pytest.mark.parametrize(
    ("statement", "bad"),
    [
        ("UPDATE activity_entry SET actor_name = 'x' WHERE seq = 4", 4),
        ("UPDATE activity_entry SET at = '2026-11-24 00:00:00.000000' WHERE seq = 4", 4),
        ("UPDATE activity_entry SET body = X'A0' WHERE seq = 4", 4),
        ("DELETE FROM activity_entry WHERE seq = 4", 4),
        ("DELETE FROM activity_entry WHERE seq = 6", 6),
        ("DELETE FROM activity_head", 7),
        (SWAP, 4),
    ],
)
def test_a_forced_change_is_found_where_it_was_made(statement, bad, store):
    fill(store)
    force(store, *statement.split(";"))

    assert (check(store).ok, check(store).first_bad_seq) == (False, bad)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seq=st.integers(1, 6), byte=st.integers(0, 40), bit=st.integers(0, 7))
def test_any_flipped_bit_of_a_hash_or_body_is_found(seq, byte, bit, store):
    with store.read() as session:
        empty = session.get(ActivityHead, CENTER_ID) is None
    if empty:
        fill(store)
        force(store)
    with store.read() as session:
        entry = session.get_one(ActivityEntry, (CENTER_ID, seq))
        original = {"hash": entry.hash, "body": entry.body}
    column = "hash" if byte < 32 else "body"
    changed = bytearray(original[column])
    changed[byte % len(changed)] ^= 1 << bit

    def put(value):
        connection = connect(store.driver, store.path)
        connection.execute(f"UPDATE activity_entry SET {column} = ? WHERE seq = ?", (bytes(value), seq))
        connection.close()

    put(changed)
    found = check(store)
    put(original[column])

    assert not found.ok
    assert check(store).ok


def test_the_head_is_signed_and_later_entries_leave_the_signature_good(store):
    fill(store, 3)
    store.run(lambda unit: sign_head(unit.session, CENTER_ID, sign) and None)
    fill(store, 2)

    assert (check(store, verify=verify).ok, check(store, verify=verify).signed_through) == (True, 3)


def test_a_chain_computed_anew_without_the_key_is_found_by_the_signature(store, clock):
    fill(store, 3)
    store.run(lambda unit: sign_head(unit.session, CENTER_ID, sign) and None)
    recompute(store, clock)

    assert check(store).ok
    assert not check(store, verify=verify).ok


def test_a_chain_computed_anew_is_found_by_a_head_kept_elsewhere(store, clock):
    fill(store, 3)
    with store.read() as session:
        head = session.get_one(ActivityHead, CENTER_ID)
        kept = (head.seq, head.hash)
    assert check(store, kept=kept).ok
    recompute(store, clock)

    assert check(store).ok
    assert not check(store, kept=kept).ok


def recompute(store, clock):
    """Forge the chain: the same number of other entries, all hashes right."""
    force(store, "DELETE FROM activity_entry", "UPDATE activity_head SET seq = 0, hash = zeroblob(32)")
    clock.advance(timedelta(seconds=1))
    fill(store, 3)
