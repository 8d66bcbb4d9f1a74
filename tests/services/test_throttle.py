"""Wrong passwords: waits that survive a restart, the lock after 100, and the ways out of it (security.md 2.7)."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bcdesktop.core.errors import InputRefused, NotAllowed, NotFound, SignInFailed
from bcdesktop.services import activity, business_centers, errors, people, people_errors
from bcdesktop.services.context import Context
from bcdesktop.store.tables import Member, Person
from tests.services.second_step import turn_on
from tests.services.world import CHEAP, HASHER, PASSWORD, MemorySecrets, World

NEW = "another-harbour-43"
EMAIL = "nora@example.com"


def restarted(world: World) -> Context:
    """Return the context of the program started anew: another connection to the same file."""
    store = world.open_store("one")
    return Context(store, world.clock, world.secrets, password_hasher=HASHER, seal_cost=CHEAP)


def guess(world: World, email: str, times: int) -> None:
    """Type a wrong password again and again, waiting as long as it takes."""
    for _ in range(times):
        world.wait(minutes=15)
        with pytest.raises(SignInFailed):
            people.sign_in(world.context, email, "not the password")


def member_id(world: World, actor) -> str:
    with world.store.read() as session:
        return session.exec(select(Member.id).where(Member.person_id == actor.person_id)).one()


@pytest.fixture
def locked(world, nora):
    """Nora after 100 wrong passwords; Otto is another admin."""
    guess(world, EMAIL, 100)
    world.wait(minutes=15)
    return nora


def test_the_wait_survives_a_restart(world, nora):
    for _ in range(6):
        world.wait(seconds=1)
        with pytest.raises(SignInFailed):
            people.sign_in(restarted(world), EMAIL, "wrong")
    with pytest.raises(errors.SignInThrottled) as caught:
        people.sign_in(restarted(world), EMAIL, PASSWORD)
    assert caught.value.seconds == 2


def test_the_wait_survives_a_clock_that_is_set_back(world, nora):
    for _ in range(5):
        with pytest.raises(SignInFailed):
            people.sign_in(world.context, EMAIL, "wrong")
    world.wait(minutes=-4)
    with pytest.raises(errors.SignInThrottled) as caught:
        people.sign_in(restarted(world), EMAIL, PASSWORD)
    assert caught.value.seconds <= 15 * 60


def test_after_a_hundred_wrong_passwords_the_right_one_is_refused_too(world, locked):
    with pytest.raises(people_errors.SignInLocked) as caught:
        people.sign_in(restarted(world), EMAIL, PASSWORD)
    assert caught.value.failures == 100
    world.wait(days=30)
    with pytest.raises(people_errors.SignInLocked):
        people.sign_in(world.context, EMAIL, PASSWORD)


def test_ninety_nine_wrong_passwords_and_a_right_one_begin_anew(world, nora):
    guess(world, EMAIL, 99)
    world.wait(minutes=15)
    assert people.sign_in(world.context, EMAIL, PASSWORD) == nora
    with world.store.read() as session:
        assert session.get_one(Person, nora.person_id).failed_sign_ins == 0


def test_the_lock_of_one_person_is_not_that_of_another(world, locked):
    sam = world.standard_member(locked)
    assert people.sign_in(world.context, "sam@example.com", PASSWORD) == sam


def test_a_recovery_code_opens_the_lock_and_sets_a_new_password(world, nora):
    codes = turn_on(world, nora).recovery_codes
    guess(world, EMAIL, 100)
    people.unlock_sign_in(restarted(world), EMAIL, codes[3].lower(), NEW)
    assert people.sign_in(restarted(world), EMAIL, NEW) == nora
    with pytest.raises(SignInFailed):
        people.sign_in(world.context, EMAIL, PASSWORD)


def test_the_recovery_text_opens_the_lock_and_sets_a_new_password(world, nora):
    text = business_centers.recovery_text(world.context, nora, PASSWORD)
    guess(world, EMAIL, 100)
    people.unlock_sign_in(restarted(world), f" {EMAIL.upper()} ", text, NEW)
    assert people.sign_in(restarted(world), EMAIL, NEW) == nora


def test_an_admin_lets_a_member_in_again(world, nora):
    sam = world.standard_member(nora)
    turn_on(world, sam)
    guess(world, "sam@example.com", 100)
    people.stay_signed_in(world.context, sam)
    people.reset_sign_in(world.context, nora, member_id(world, sam))
    assert people.sign_in(world.context, "sam@example.com", PASSWORD) == sam
    assert people.resume(restarted(world)) is None
    assert {"sign_in_reset", "two_step_off"} <= set(world.actions(nora))
    assert world.last_entry(nora).action == "signed_in"


def test_nobody_resets_their_own_second_step_that_way(world, nora):
    turn_on(world, nora)
    with pytest.raises(NotAllowed):
        people.reset_sign_in(world.context, nora, member_id(world, nora))
    assert people.account_security(world.context, nora).two_step_since is not None


def test_a_member_of_another_business_center_is_not_found(world, nora):
    otto = world.center("Otter Works", "Otto")
    with pytest.raises(NotFound):
        people.reset_sign_in(world.context, nora, member_id(world, otto))


def test_without_a_lock_the_same_way_helps_who_forgot_the_password(world, nora):
    text = business_centers.recovery_text(world.context, nora, PASSWORD)
    people.stay_signed_in(world.context, nora)
    people.unlock_sign_in(world.context, EMAIL, text, NEW)
    assert people.sign_in(world.context, EMAIL, NEW) == nora
    assert people.resume(restarted(world)) is None
    log = activity.entries(world.context, nora)
    assert next(row for row in log if row.action == "password_changed").details == {"by": "recovery_text"}


@pytest.mark.parametrize("text", ["", "K7M2P-9QRST", "ABCDE-" * 12, "not a code"])
def test_a_wrong_recovery_text_changes_nothing(world, nora, text):
    with pytest.raises(people_errors.RecoveryWrong) as caught:
        people.unlock_sign_in(world.context, EMAIL, text, NEW)
    assert caught.value.field == "recovery"
    assert people.sign_in(world.context, EMAIL, PASSWORD) == nora


def test_the_recovery_text_of_another_store_opens_nothing(world, nora):
    other = world.other_store()
    otto = world.center("Otter Works", "Otto", context=other)
    foreign = business_centers.recovery_text(other, otto, PASSWORD)
    with pytest.raises(people_errors.RecoveryWrong):
        people.unlock_sign_in(world.context, EMAIL, foreign, NEW)


def test_the_recovery_code_of_somebody_else_opens_nothing(world, nora):
    code = turn_on(world, world.standard_member(nora)).recovery_codes[0]
    with pytest.raises(people_errors.RecoveryWrong):
        people.unlock_sign_in(world.context, EMAIL, code, NEW)


def test_an_unknown_address_is_answered_like_a_wrong_code(world, nora):
    for email in ("nobody@example.com", EMAIL):
        with pytest.raises(people_errors.RecoveryWrong):
            people.unlock_sign_in(world.context, email, "K7M2P-9QRST", NEW)


def test_recovery_codes_cannot_be_guessed_in_a_hurry_even_where_it_is_locked(world, locked):
    for _ in range(5):
        with pytest.raises(people_errors.RecoveryWrong):
            people.unlock_sign_in(world.context, EMAIL, "K7M2P-9QRST", NEW)
    with pytest.raises(errors.SignInThrottled):
        people.unlock_sign_in(world.context, EMAIL, "K7M2P-9QRST", NEW)


def test_the_new_password_has_to_be_a_good_one_before_anything_is_tried(world, nora):
    code = turn_on(world, nora).recovery_codes[0]
    with pytest.raises(InputRefused) as caught:
        people.unlock_sign_in(world.context, EMAIL, code, "short")
    assert caught.value.field == "new_password"
    people.unlock_sign_in(world.context, EMAIL, code, NEW)


def test_without_a_keyring_the_recovery_text_brings_the_store_key_under_the_new_password(tmp_path):
    world = World(tmp_path, secrets=MemorySecrets(needs_passphrase=True))
    nora = world.center()
    text = business_centers.recovery_text(world.context, nora, PASSWORD)
    people.unlock_sign_in(restarted(world), EMAIL, text, NEW)
    context = restarted(world)
    people.sign_in(context, EMAIL, NEW)
    assert context.keys.is_unlocked
    world.close()
