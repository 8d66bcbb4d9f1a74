"""Signing in, staying signed in, signing out (security.md 2.7, decisions.md Who is who)."""

from __future__ import annotations

import argon2
import pytest

from bcdesktop.core.errors import NotFound, SignInFailed
from bcdesktop.core.roles import BusinessCenterRole, FinanceRole
from bcdesktop.services import _passwords, _secrets, errors, log_ins, owner, people
from bcdesktop.services.context import Context
from bcdesktop.services.records import LogInPurpose
from bcdesktop.store.tables import Person
from tests.services.world import CHEAP, HASHER, PASSWORD, MemorySecrets


def fresh(world, **given):
    """Return the context of a program started anew on the same computer."""
    return Context(world.store, world.clock, world.secrets, password_hasher=HASHER, seal_cost=CHEAP, **given)


def test_a_new_store_has_no_people(world):
    assert not people.has_people(world.context)


def test_the_creator_is_admin_and_finance_manager(world, nora):
    assert people.has_people(world.context)
    assert (nora.role, nora.finance_role) == (BusinessCenterRole.ADMIN, FinanceRole.MANAGER)


def test_signing_in_unlocks_the_store_key(world, nora):
    context = fresh(world)
    assert people.sign_in(context, " NORA@example.com ", PASSWORD) == nora
    assert context.keys.key == world.context.keys.key
    assert world.actions(nora)[-1] == "signed_in"


def test_a_wrong_password_unlocks_nothing(world, nora):
    context = fresh(world)
    with pytest.raises(SignInFailed):
        people.sign_in(context, "nora@example.com", "something else")
    assert not context.keys.is_unlocked


def test_an_unknown_address_fails_like_a_wrong_password_and_takes_a_check_too(world, nora):
    checked = []

    class Counting:
        hash = HASHER.hash
        check_needs_rehash = HASHER.check_needs_rehash

        def verify(self, hash, password):  # noqa: A002
            checked.append(password)
            return HASHER.verify(hash, password)

    context = Context(world.store, world.clock, world.secrets, password_hasher=Counting())
    for email in ("nobody@example.com", "nora@example.com"):
        with pytest.raises(SignInFailed):
            people.sign_in(context, email, "something else")
    assert len(checked) == 2


def test_the_sixth_try_has_to_wait_even_with_the_right_password(world, nora):
    for _ in range(5):
        with pytest.raises(SignInFailed):
            people.sign_in(fresh(world), "nora@example.com", "wrong")
    with pytest.raises(errors.SignInThrottled) as caught:
        people.sign_in(fresh(world), "nora@example.com", PASSWORD)
    assert caught.value.seconds >= 1
    world.wait(seconds=caught.value.seconds)
    assert people.sign_in(fresh(world), "nora@example.com", PASSWORD) == nora


def test_the_wait_grows_to_a_quarter_of_an_hour_at_most():
    waits = [_passwords.wait_after(n).total_seconds() for n in (4, 5, 6, 10, 99)]
    assert waits == [0, 1, 2, 32, 900]


def test_a_hash_with_old_parameters_is_made_anew_at_sign_in(world, nora):
    newer = argon2.PasswordHasher(time_cost=2, memory_cost=16, parallelism=1)
    context = Context(world.store, world.clock, world.secrets, password_hasher=newer)
    people.sign_in(context, "nora@example.com", PASSWORD)
    with world.store.read() as session:
        assert not newer.check_needs_rehash(session.get_one(Person, nora.person_id).password_hash)


def test_the_default_hash_is_dear_enough(world):
    parameters = argon2.extract_parameters(_secrets.hasher(Context(world.store, world.clock, world.secrets)).hash("x"))
    assert parameters.type is argon2.Type.ID
    assert (parameters.memory_cost, parameters.time_cost) >= (19 * 1024, 2)


def test_without_a_keyring_the_key_lies_under_each_persons_password(tmp_path):
    from tests.services.world import World

    world = World(tmp_path, secrets=MemorySecrets(needs_passphrase=True))
    nora = world.center()
    name = f"store-{world.store.id}-{nora.person_id}"
    assert list(world.secrets.kept) == [name]
    assert world.secrets.kept[name][1] == PASSWORD
    context = fresh(world)
    people.sign_in(context, "nora@example.com", PASSWORD)
    assert context.keys.is_unlocked
    assert not people.stay_signed_in(context, nora)
    assert people.resume(fresh(world)) is None
    world.close()


def test_with_a_keyring_the_key_lies_there_once(world, nora):
    assert list(world.secrets.kept) == [f"store-{world.store.id}"]


def test_who_stays_signed_in_is_there_again_at_the_next_start(world, nora):
    assert people.stay_signed_in(world.context, nora)
    context = fresh(world)
    assert people.resume(context) == nora
    assert context.keys.is_unlocked


def test_signing_out_forgets_key_and_person(world, nora):
    people.stay_signed_in(world.context, nora)
    people.sign_out(world.context, nora)
    assert not world.context.keys.is_unlocked
    assert people.resume(fresh(world)) is None
    assert world.last_entry(nora).action == "signed_out"


def test_nobody_stays_signed_in_by_themselves(world, nora):
    assert people.resume(fresh(world)) is None


def test_a_person_can_switch_between_their_business_centers_only(world, nora):
    otto = world.center("Otter Works", "Otto")
    assert people.switch(world.context, nora, nora.business_center_id) == nora
    with pytest.raises(NotFound):
        people.switch(world.context, nora, otto.business_center_id)


def test_the_admins_are_named_for_those_who_may_not(world, nora):
    sam = world.standard_member(nora)
    assert people.admins(world.context, sam) == ("Nora",)


def approved_sign_in(world, phone):
    row = log_ins.start(fresh(world), LogInPurpose.SIGN_IN, "Desk")
    owner.approve_log_in(world.context, phone, owner.open_code(world.context, phone, row.code_text))
    return row.id


def phone_of(world, handle):
    return next(phone for phone in world.phones.values() if phone.active and phone.active.handle == handle)


def test_one_can_sign_in_with_tiktok_once_per_code(world, nora):
    log_in_id = approved_sign_in(world, phone_of(world, "nora_tt"))
    context = fresh(world)
    assert people.sign_in_with_tiktok(context, log_in_id) == nora
    assert context.keys.is_unlocked
    with pytest.raises(errors.LogInNotApproved):
        people.sign_in_with_tiktok(fresh(world), log_in_id)


def test_a_tiktok_account_of_nobody_signs_nobody_in(world, nora):
    log_in_id = approved_sign_in(world, world.sign_up("mara"))
    with pytest.raises(errors.NoPersonForAccount) as caught:
        people.sign_in_with_tiktok(fresh(world), log_in_id)
    assert caught.value.handle == "mara"


def test_a_log_in_nobody_approved_signs_nobody_in(world, nora):
    row = log_ins.start(world.context, LogInPurpose.SIGN_IN, "Desk")
    with pytest.raises(errors.LogInNotApproved):
        people.sign_in_with_tiktok(world.context, row.id)
    with pytest.raises(NotFound):
        people.sign_in_with_tiktok(world.context, "unknown")
