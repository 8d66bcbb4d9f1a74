"""Two-step verification: set up, signing in, recovery codes, turning it off (security.md 2.7; 5.5 S3, S4, S7)."""

from __future__ import annotations

import pyotp
import pytest

from bcdesktop.core.errors import NotFound, SignInFailed
from bcdesktop.core.roles import AppliesTo
from bcdesktop.services import activity, business_centers, errors, log_ins, owner, people, people_errors, two_step
from bcdesktop.services.records import LogInPurpose, NewBusinessCenter
from bcdesktop.services.security_records import SecurityRules
from bcdesktop.store.tables import Person
from tests.services.second_step import turn_on
from tests.services.world import PASSWORD

EMAIL = "nora@example.com"


@pytest.fixture
def app(world, nora):
    """Nora's authenticator app."""
    return turn_on(world, nora)


def failures(world, actor) -> int:
    with world.store.read() as session:
        return session.get_one(Person, actor.person_id).failed_sign_ins


def test_starting_keeps_nothing(world, nora):
    started = two_step.start(world.context, nora)
    assert started.secret in started.uri
    assert "nora%40example.com" in started.uri
    assert people.account_security(world.context, nora).two_step_since is None
    assert people.sign_in(world.context, EMAIL, PASSWORD) == nora


def test_confirming_turns_it_on_and_gives_ten_recovery_codes(world, nora, app):
    security = people.account_security(world.context, nora)
    assert security.two_step_since == world.clock.now()
    assert security.recovery_codes_left == len(set(app.recovery_codes)) == 10
    assert world.last_entry(nora).action == "two_step_on"


def test_a_wrong_code_or_password_turns_nothing_on(world, nora):
    started = two_step.start(world.context, nora)
    code = pyotp.TOTP(started.secret).at(world.clock.now())
    with pytest.raises(people_errors.SecondStepWrong) as wrong_code:
        two_step.confirm(world.context, nora, started.secret, PASSWORD, "000000")
    with pytest.raises(people_errors.PasswordWrong) as wrong_password:
        two_step.confirm(world.context, nora, started.secret, "not the password", code)
    assert (wrong_code.value.field, wrong_password.value.field) == ("code", "password")
    assert people.account_security(world.context, nora).two_step_since is None


def test_it_is_not_set_up_twice(world, nora, app):
    with pytest.raises(people_errors.TwoStepAlreadyOn):
        two_step.start(world.context, nora)
    with pytest.raises(people_errors.TwoStepAlreadyOn):
        two_step.confirm(world.context, nora, app.secret, PASSWORD, app.code())


def test_the_password_alone_is_not_enough_and_is_no_failure(world, nora, app):
    with pytest.raises(people_errors.SecondStepNeeded):
        people.sign_in(world.context, EMAIL, PASSWORD)
    assert failures(world, nora) == 0


def test_asking_for_the_code_does_not_begin_the_counter_anew(world, nora, app):
    for _ in range(3):
        with pytest.raises(SignInFailed):
            people.sign_in(world.context, EMAIL, "not the password")
    with pytest.raises(people_errors.SecondStepNeeded):
        people.sign_in(world.context, EMAIL, PASSWORD)
    assert failures(world, nora) == 3


def test_password_and_code_sign_in(world, nora, app):
    assert people.sign_in(world.context, EMAIL, PASSWORD, app.code()) == nora


def test_a_code_is_taken_once(world, nora, app):
    code = app.code()
    people.sign_in(world.context, EMAIL, PASSWORD, code)
    with pytest.raises(people_errors.SecondStepWrong):
        people.sign_in(world.context, EMAIL, PASSWORD, code)
    assert people.sign_in(world.context, EMAIL, PASSWORD, app.code()) == nora


def test_the_code_it_was_set_up_with_is_used_up(world, nora, app):
    with pytest.raises(people_errors.SecondStepWrong):
        people.sign_in(world.context, EMAIL, PASSWORD, app.now())


def test_a_clock_that_is_half_a_minute_off_does_not_matter_and_two_minutes_do(world, nora, app):
    early = app.code(minutes=2)
    world.wait(seconds=30)
    assert people.sign_in(world.context, EMAIL, PASSWORD, early) == nora
    late = app.code(minutes=2)
    world.wait(minutes=2)
    with pytest.raises(people_errors.SecondStepWrong):
        people.sign_in(world.context, EMAIL, PASSWORD, late)


def test_wrong_codes_are_counted_like_wrong_passwords(world, nora, app):
    for _ in range(5):
        with pytest.raises(people_errors.SecondStepWrong):
            people.sign_in(world.context, EMAIL, PASSWORD, "000000")
    with pytest.raises(errors.SignInThrottled):
        people.sign_in(world.context, EMAIL, PASSWORD, app.now())


def test_a_wrong_password_with_a_right_code_says_only_that_it_failed(world, nora, app):
    with pytest.raises(SignInFailed):
        people.sign_in(world.context, EMAIL, "not the password", app.code())


def test_a_recovery_code_stands_in_for_the_app_once(world, nora, app):
    code = app.recovery_codes[0]
    assert people.sign_in(world.context, EMAIL, PASSWORD, code.lower()) == nora
    with pytest.raises(people_errors.SecondStepWrong):
        people.sign_in(world.context, EMAIL, PASSWORD, code)
    assert people.account_security(world.context, nora).recovery_codes_left == 9
    assert "recovery_code_used" in world.actions(nora)


def test_new_recovery_codes_take_the_place_of_the_old_ones(world, nora, app):
    new = two_step.new_recovery_codes(world.context, nora, PASSWORD, app.code())
    assert len(set(new) - set(app.recovery_codes)) == 10
    with pytest.raises(people_errors.SecondStepWrong):
        people.sign_in(world.context, EMAIL, PASSWORD, app.recovery_codes[1])
    assert people.sign_in(world.context, EMAIL, PASSWORD, new[0]) == nora


@pytest.mark.parametrize("way", ["app", "recovery code"])
def test_it_is_turned_off_with_password_and_code(world, nora, app, way):
    two_step.turn_off(world.context, nora, PASSWORD, app.code() if way == "app" else app.recovery_codes[0])
    assert people.sign_in(world.context, EMAIL, PASSWORD) == nora
    security = people.account_security(world.context, nora)
    assert (security.two_step_since, security.recovery_codes_left) == (None, 0)
    assert "two_step_off" in world.actions(nora)


def test_it_is_not_turned_off_without_both(world, nora, app):
    with pytest.raises(people_errors.PasswordWrong):
        two_step.turn_off(world.context, nora, "not the password", app.code())
    with pytest.raises(people_errors.SecondStepWrong):
        two_step.turn_off(world.context, nora, PASSWORD, "000000")
    assert people.account_security(world.context, nora).two_step_since is not None


def test_it_is_not_turned_off_where_a_business_center_asks_for_it(world, nora, app):
    rules = SecurityRules(AppliesTo.ADMINS, AppliesTo.NOBODY, ())
    version = business_centers.get(world.context, nora).version
    business_centers.change_security_rules(world.context, nora, rules, version)
    with pytest.raises(people_errors.TwoStepRequired) as caught:
        two_step.turn_off(world.context, nora, PASSWORD, app.code())
    assert caught.value.center_name == "Lantern Media"
    assert people.account_security(world.context, nora).two_step_required


def test_it_survives_a_change_of_the_password(world, nora, app):
    people.change_password(world.context, nora, PASSWORD, "another-harbour-43")
    with pytest.raises(people_errors.SecondStepNeeded):
        people.sign_in(world.context, EMAIL, "another-harbour-43")
    assert people.sign_in(world.context, EMAIL, "another-harbour-43", app.code()) == nora


def test_a_new_password_by_a_recovery_code_ends_it(world, nora, app):
    people.unlock_sign_in(world.context, EMAIL, app.recovery_codes[0], "another-harbour-43")
    assert people.sign_in(world.context, EMAIL, "another-harbour-43") == nora
    with pytest.raises(people_errors.RecoveryWrong):
        people.unlock_sign_in(world.context, EMAIL, app.recovery_codes[0], PASSWORD)


def create_second(world, phone, signed_in=None):
    """Create a Business Center with Nora's e-mail and password, and a log-in that ``phone`` approved."""
    row = log_ins.start(world.context, LogInPurpose.FIRST_START, "Desk")
    owner.approve_log_in(world.context, phone, owner.open_code(world.context, phone, row.code_text))
    words = ("Second", "DE", "Europe/Berlin", "EUR", "Kai 2", "Fish", "Nora", EMAIL, PASSWORD)
    return business_centers.create(world.context, NewBusinessCenter(row.id, *words), signed_in).actor


def test_with_the_password_alone_nobody_slips_in_by_a_second_business_center(world, nora, app):
    with pytest.raises(people_errors.SecondStepNeeded):
        create_second(world, world.sign_up("mara"))
    assert failures(world, nora) == 0
    own_phone = next(phone for phone in world.phones.values() if phone.active.handle == "nora_tt")
    assert create_second(world, own_phone).person_id == nora.person_id


def test_who_is_signed_in_makes_a_second_business_center_with_any_phone(world, nora, app):
    otto = world.center("Otter Works", "Otto")
    phone = world.sign_up("mara")
    with pytest.raises(people_errors.SecondStepNeeded):
        create_second(world, phone, otto)
    assert create_second(world, phone, nora).person_id == nora.person_id


def test_the_phones_approval_is_a_second_step_itself(world, nora, app):
    row = log_ins.start(world.context, LogInPurpose.SIGN_IN, "Desk")
    own_phone = next(phone for phone in world.phones.values() if phone.active.handle == "nora_tt")
    owner.approve_log_in(world.context, own_phone, owner.open_code(world.context, own_phone, row.code_text))
    assert people.sign_in_with_tiktok(world.context, row.id) == nora


def test_who_stays_signed_in_is_not_asked_for_a_code(world, nora, app):
    people.stay_signed_in(world.context, nora)
    assert people.resume(world.context) == nora


def test_neither_password_nor_secret_nor_recovery_codes_lie_in_the_store(world, nora, app):
    world.context.keys.lock()
    people.sign_in(world.context, EMAIL, PASSWORD, app.recovery_codes[0])
    people.stay_signed_in(world.context, nora)
    token = next(kept for kept, _ in world.secrets.kept.values() if kept.startswith(b"session "))
    everything = b"".join(file.read_bytes() for file in sorted(world.folder.rglob("*")) if file.is_file())
    raw = pyotp.TOTP(app.secret).byte_secret()
    hidden = [PASSWORD, app.secret, *app.recovery_codes, *(code.replace("-", "") for code in app.recovery_codes)]
    assert b"Lantern Media" in everything, "a search that finds nothing proves nothing"
    for text in (*(text.encode() for text in hidden), raw, token.removeprefix(b"session ")):
        assert text not in everything
        assert text.lower() not in everything


def test_the_log_tells_what_happened_without_any_secret(world, nora, app):
    people.sign_in(world.context, EMAIL, PASSWORD, app.recovery_codes[0])
    told = repr(activity.entries(world.context, nora))
    assert app.secret not in told
    assert not any(code in told for code in app.recovery_codes)


def test_who_is_no_member_any_more_sets_nothing_up(world, nora):
    sam = world.standard_member(nora)
    world.store.run(lambda unit: unit.session.delete(world._member(unit, sam)))
    for call in (two_step.start, people.account_security, people.must_set_up_two_step):
        with pytest.raises(NotFound):
            call(world.context, sam)
