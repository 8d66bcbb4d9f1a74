"""Staying signed in on a computer, ending it from elsewhere, and changing the password (security.md 2.7)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlmodel import select

from bcdesktop.core.errors import NotFound, PasswordTooCommon, SignInFailed, ValueTooShort
from bcdesktop.core.roles import MemberStatus
from bcdesktop.services import errors, people, people_errors
from bcdesktop.services.keys import StoreKeys
from bcdesktop.store.tables import KeptSession
from tests.services.second_step import turn_on
from tests.services.world import PASSWORD, MemorySecrets, World

NEW = "another-harbour-43"
EMAIL = "nora@example.com"


def computer(world, secrets=None):
    """Return the context of the program on another computer, or started anew on this one."""
    return replace(world.context, keys=StoreKeys(), secrets=secrets or world.secrets)


def names(world, actor):
    return [row.computer_name for row in people.account_security(world.context, actor).sessions]


def rows(world):
    with world.store.read() as session:
        return session.exec(select(KeptSession)).all()


def test_the_keyring_holds_a_token_and_the_store_only_its_hash(world, nora):
    people.stay_signed_in(world.context, nora, "Desk")
    kept, _ = world.secrets.kept[f"signed-in-{world.store.id}"]
    assert nora.person_id.encode() not in kept
    assert kept.removeprefix(b"session ") not in b"".join(row.token_hash for row in rows(world))
    assert len(rows(world)[0].token_hash) == 32


def test_what_an_older_program_kept_is_not_resumed(world, nora):
    old = f"{nora.person_id} {nora.business_center_id}".encode()
    world.secrets.put(f"signed-in-{world.store.id}", old, None)
    assert people.resume(computer(world)) is None


def test_a_token_nobody_gave_is_not_resumed(world, nora):
    people.stay_signed_in(world.context, nora)
    world.secrets.put(f"signed-in-{world.store.id}", b"session " + b"0" * 64, None)
    assert people.resume(computer(world)) is None


def test_the_computer_is_named_in_the_list(world, nora):
    people.stay_signed_in(world.context, nora, "Desk in Bremen")
    (row,) = people.account_security(world.context, nora).sessions
    assert (row.computer_name, row.is_this, row.created_at) == ("Desk in Bremen", True, world.clock.now())


def test_without_a_name_the_computer_says_its_own(world, nora, monkeypatch):
    monkeypatch.setattr("platform.node", lambda: "laptop")
    people.stay_signed_in(world.context, nora)
    assert names(world, nora) == ["laptop"]


def test_being_seen_is_written_once_an_hour_at_most(world, nora):
    people.stay_signed_in(world.context, nora)
    began = world.clock.now()
    world.wait(minutes=59)
    assert people.resume(computer(world)) == nora
    assert rows(world)[0].last_seen_at == began
    world.wait(minutes=1)
    assert people.resume(computer(world)) == nora
    assert rows(world)[0].last_seen_at == world.clock.now()


def test_another_business_center_stays_in_the_same_session(world, nora):
    people.stay_signed_in(world.context, nora)
    people.stay_signed_in(world.context, nora)
    assert len(rows(world)) == 1


def test_somebody_else_at_this_computer_takes_the_place(world, nora):
    sam = world.standard_member(nora)
    people.stay_signed_in(world.context, nora, "Desk")
    people.stay_signed_in(world.context, sam, "Desk")
    assert people.resume(computer(world)) == sam
    assert names(world, nora) == []
    assert names(world, sam) == ["Desk"]


def test_a_session_ended_from_another_computer_is_over(world, nora):
    elsewhere = MemorySecrets()
    people.stay_signed_in(world.context, nora, "Desk")
    people.stay_signed_in(computer(world, elsewhere), nora, "Laptop")
    laptop = next(r for r in people.account_security(world.context, nora).sessions if r.computer_name == "Laptop")
    assert not laptop.is_this
    people.end_sessions(world.context, nora, [laptop.id])
    assert people.resume(computer(world, elsewhere)) is None
    assert people.resume(computer(world)) == nora
    assert names(world, nora) == ["Desk"]
    assert world.last_entry(nora).details == {"computers": ["Laptop"]}


def test_ending_the_session_of_this_computer_takes_its_token_away(world, nora):
    people.stay_signed_in(world.context, nora)
    (row,) = people.account_security(world.context, nora).sessions
    people.end_sessions(world.context, nora, [row.id])
    assert not world.secrets.has(f"signed-in-{world.store.id}")


def test_the_session_of_somebody_else_is_left_alone(world, nora):
    sam = world.standard_member(nora)
    people.stay_signed_in(world.context, sam, "Desk")
    people.end_sessions(world.context, nora, [rows(world)[0].id])
    assert people.resume(computer(world)) == sam
    assert world.actions(nora)[-1] != "sessions_ended"


def test_who_is_no_member_any_more_is_not_resumed(world, nora):
    sam = world.standard_member(nora)
    people.stay_signed_in(world.context, sam)
    world.store.run(lambda unit: setattr(world._member(unit, sam), "status", MemberStatus.UNBOUND))
    assert people.resume(computer(world)) is None


def test_signing_out_ends_the_session(world, nora):
    people.stay_signed_in(world.context, nora)
    people.sign_out(world.context, nora)
    assert rows(world)[0].ended_at == world.clock.now()


def test_without_a_keyring_nobody_stays_signed_in_and_it_is_said(world, nora):
    context = computer(world, MemorySecrets(needs_passphrase=True))
    assert not people.can_stay_signed_in(context)
    assert not people.stay_signed_in(context, nora)
    assert not people.account_security(context, nora).can_stay_signed_in
    assert people.can_stay_signed_in(world.context)


# ------------------------------------------------------------------ another password
def test_the_new_password_signs_in_and_the_old_one_does_not(world, nora):
    people.change_password(world.context, nora, PASSWORD, NEW)
    assert people.sign_in(world.context, EMAIL, NEW) == nora
    with pytest.raises(SignInFailed):
        people.sign_in(world.context, EMAIL, PASSWORD)
    assert "password_changed" in world.actions(nora)


@pytest.mark.parametrize(("new", "error"), [("short", ValueTooShort), ("password123", PasswordTooCommon)])
def test_a_weak_password_is_refused_at_its_field(world, nora, new, error):
    with pytest.raises(error) as caught:
        people.change_password(world.context, nora, PASSWORD, new)
    assert caught.value.field == "new_password"
    assert people.sign_in(world.context, EMAIL, PASSWORD) == nora


def test_the_present_password_is_asked_for_and_cannot_be_guessed_in_a_hurry(world, nora):
    for _ in range(5):
        with pytest.raises(people_errors.PasswordWrong) as caught:
            people.change_password(world.context, nora, "not the password", NEW)
        assert caught.value.field == "old_password"
    with pytest.raises(errors.SignInThrottled):
        people.change_password(world.context, nora, PASSWORD, NEW)


def test_other_computers_are_signed_out_by_a_new_password_and_this_one_is_not(world, nora):
    elsewhere = MemorySecrets()
    people.stay_signed_in(world.context, nora)
    people.stay_signed_in(computer(world, elsewhere), nora)
    people.change_password(world.context, nora, PASSWORD, NEW)
    assert people.resume(computer(world)) == nora
    assert people.resume(computer(world, elsewhere)) is None


@pytest.fixture
def without_keyring(tmp_path):
    world = World(tmp_path, secrets=MemorySecrets(needs_passphrase=True))
    yield world
    world.close()


def test_without_a_keyring_the_store_key_is_sealed_anew(without_keyring):
    world = without_keyring
    nora = world.center()
    people.change_password(world.context, nora, PASSWORD, NEW)
    context = computer(world)
    people.sign_in(context, EMAIL, NEW)
    assert context.keys.is_unlocked


def test_the_store_key_is_sealed_anew_also_where_it_is_locked(without_keyring):
    world = without_keyring
    nora = world.center()
    world.context.keys.lock()
    people.change_password(world.context, nora, PASSWORD, NEW)
    context = computer(world)
    people.sign_in(context, EMAIL, NEW)
    assert context.keys.is_unlocked


def test_a_password_that_could_not_be_kept_leaves_everything_as_it_was(without_keyring, monkeypatch):
    world = without_keyring
    nora = world.center()
    app = turn_on(world, nora)

    def full_disk(*_given, **_named):
        raise OSError("disk full")

    monkeypatch.setattr("bcdesktop.services._person_log.record", full_disk)
    with pytest.raises(OSError, match="disk full"):
        people.change_password(world.context, nora, PASSWORD, NEW)
    monkeypatch.undo()
    context = computer(world)
    people.sign_in(context, EMAIL, PASSWORD, app.code(minutes=15))
    assert context.keys.is_unlocked


def test_who_is_no_member_any_more_ends_nothing(world, nora):
    sam = world.standard_member(nora)
    world.store.run(lambda unit: unit.session.delete(world._member(unit, sam)))
    with pytest.raises(NotFound):
        people.end_sessions(world.context, sam, ["1"])
