"""Creating a Business Center: log-in code, form, keys, recovery text (A4-13 to A4-15)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlmodel import select

from bcdesktop.core import code
from bcdesktop.core.errors import (
    ChangedMeanwhile,
    LimitReached,
    PasswordTooCommon,
    RecoveryTextWrong,
    SignInFailed,
    ValueMalformed,
    ValueMissing,
    ValueTooLong,
)
from bcdesktop.core.recovery import recovery_text
from bcdesktop.services import business_centers, errors, log_ins, owner, people
from bcdesktop.services.context import Context
from bcdesktop.services.records import BusinessCenterChange, LogInPurpose, LogInState, NewBusinessCenter
from bcdesktop.store.tables import ConnectedApp
from tests.services.world import HASHER, NOON, PASSWORD, MemorySecrets

FORM = NewBusinessCenter(
    log_in_id="",
    name="Lantern Media",
    country="de",
    time_zone="Europe/Berlin",
    currency="eur",
    address="Hafenweg 1",
    activity_description="Campaigns",
    person_name="Nora",
    email="nora@Example.com",
    password=PASSWORD,
)


@pytest.fixture
def approved(world, mara):
    """The form with a log-in that @mara approved."""
    log_in = log_ins.start(world.context, LogInPurpose.FIRST_START, "Desk")
    owner.approve_log_in(world.context, mara, owner.open_code(world.context, mara, log_in.code_text))
    return replace(FORM, log_in_id=log_in.id)


def elsewhere(world):
    """Return the context of another computer on the same store."""
    return Context(world.store, world.clock, MemorySecrets(), password_hasher=HASHER)


def test_a_log_in_code_is_signed_and_lives_two_minutes(world):
    row = log_ins.start(world.context, LogInPurpose.FIRST_START, "A computer with a very long name " * 3)
    message = code.open_code(row.code_text, expect=code.CodeKind.LOG_IN).message
    assert (message.life, len(message.computer_name.encode()) <= 48) == (120, True)
    assert row.state is LogInState.PENDING
    world.wait(seconds=121)
    assert log_ins.get(world.context, row.id).state is LogInState.EXPIRED


def test_the_phone_approves_a_log_in(world, mara):
    row = log_ins.start(world.context, LogInPurpose.FIRST_START, "Desk")
    scanned = owner.open_code(world.context, mara, row.code_text)
    assert scanned.computer_name == "Desk"
    owner.approve_log_in(world.context, mara, scanned)
    row = log_ins.get(world.context, row.id)
    assert (row.state, row.handle, row.display_name) == (LogInState.APPROVED, "mara", "Mara")


def test_the_phone_declines_a_log_in_and_it_cannot_be_used(world, mara):
    row = log_ins.start(world.context, LogInPurpose.FIRST_START, "Desk")
    owner.decline_log_in(world.context, mara, owner.open_code(world.context, mara, row.code_text))
    with pytest.raises(errors.LogInNotApproved) as caught:
        business_centers.create(world.context, replace(FORM, log_in_id=row.id))
    assert caught.value.state == "declined"
    with pytest.raises(errors.LogInAlreadyDecided):
        owner.open_code(world.context, mara, row.code_text)


def test_a_log_in_that_ran_out_or_was_cancelled_is_refused_on_the_phone(world, mara):
    row = log_ins.start(world.context, LogInPurpose.FIRST_START, "Desk")
    scanned = owner.open_code(world.context, mara, row.code_text)
    log_ins.cancel(world.context, row.id)
    with pytest.raises(code.CodeExpired):
        owner.approve_log_in(world.context, mara, scanned)
    late = log_ins.start(world.context, LogInPurpose.FIRST_START, "Desk")
    world.wait(minutes=3)
    with pytest.raises(code.CodeExpired):
        owner.open_code(world.context, mara, late.code_text)


def test_a_log_in_code_of_another_store_is_refused(world, mara):
    row = log_ins.start(world.other_store(), LogInPurpose.FIRST_START, "Desk")
    with pytest.raises(errors.CodeForOtherStore):
        owner.open_code(world.context, mara, row.code_text)


def test_the_form_becomes_a_business_center(world, approved):
    created = business_centers.create(world.context, approved)
    row = business_centers.get(world.context, created.actor)
    assert (row.name, row.country, row.currency, row.created_at) == ("Lantern Media", "DE", "EUR", NOON)
    assert (row.qr_code_minutes, row.addressed_hours, row.allow_unverified_owners) == (10, 24, True)
    assert created.actor.email == "nora@example.com"
    assert created.recovery_text == recovery_text(world.context.keys.key)
    assert log_ins.get(world.context, approved.log_in_id).state is LogInState.USED
    with world.store.read() as session:
        assert [app.name for app in session.exec(select(ConnectedApp))] == ["TikTok for Business"]


def test_created_twice_with_one_log_in_it_is_the_same(world, approved):
    assert business_centers.create(world.context, approved) == business_centers.create(world.context, approved)


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("name", " ", ValueMissing),
        ("name", "ä" * 25, ValueTooLong),
        ("country", "Germany", ValueMalformed),
        ("currency", "€", ValueMalformed),
        ("time_zone", "Berlin!", ValueMalformed),
        ("address", "", ValueMissing),
        ("activity_description", "", ValueMissing),
        ("person_name", "", ValueMissing),
        ("email", "nora", ValueMalformed),
        ("password", "password", PasswordTooCommon),
    ],
)
def test_a_wrong_value_is_refused_at_its_field(world, approved, field, value, error):
    with pytest.raises(error) as caught:
        business_centers.create(world.context, replace(approved, **{field: value}))
    assert caught.value.field == field
    assert not people.has_people(world.context)


def test_a_log_in_is_needed(world):
    with pytest.raises(errors.LogInNotApproved):
        business_centers.create(world.context, replace(FORM, log_in_id="unknown"))


def test_a_lost_first_start_can_be_begun_again_in_a_new_process(world, mara):
    log_ins.start(world.context, LogInPurpose.FIRST_START, "Desk")
    context = elsewhere(world)
    row = log_ins.start(context, LogInPurpose.FIRST_START, "Desk")
    owner.approve_log_in(context, mara, owner.open_code(context, mara, row.code_text))
    assert business_centers.create(context, replace(FORM, log_in_id=row.id)).actor.name == "Nora"


def test_a_person_who_exists_creates_another_business_center_with_their_password(world, nora, approved):
    form = replace(approved, name="Second", email="nora@example.com")
    with pytest.raises(SignInFailed):
        business_centers.create(world.context, replace(form, password="another-password"))
    second = business_centers.create(world.context, form).actor
    assert second.person_id == nora.person_id
    names = [row.name for row in people.business_centers_of(world.context, nora.person_id)]
    assert names == ["Lantern Media", "Second"]


def test_a_person_has_three_business_centers_at_most(world, nora, approved):
    context = world.limited(business_centers_per_person=1)
    with pytest.raises(LimitReached) as caught:
        business_centers.create(context, replace(approved, email="nora@example.com"))
    assert (caught.value.limit, caught.value.maximum) == ("business_centers_per_person", 1)


def test_the_recovery_text_brings_the_key_to_another_computer(world, nora):
    text = business_centers.recovery_text(world.context, nora, PASSWORD)
    context = elsewhere(world)
    people.sign_in(context, "nora@example.com", PASSWORD)
    assert not context.keys.is_unlocked
    assert business_centers.restore_key(context, text.lower().replace("-", " "), "nora@example.com", PASSWORD) == nora
    assert context.keys.key == world.context.keys.key
    people.sign_out(context, nora)
    people.sign_in(context, "nora@example.com", PASSWORD)
    assert context.keys.is_unlocked


def test_the_recovery_text_of_another_store_is_refused(world, nora):
    with pytest.raises(RecoveryTextWrong):
        business_centers.restore_key(elsewhere(world), recovery_text(bytes(32)), "nora@example.com", PASSWORD)


def test_the_recovery_text_is_shown_for_the_password_only(world, nora):
    with pytest.raises(SignInFailed):
        business_centers.recovery_text(world.context, nora, "wrong password")
    business_centers.recovery_text(world.context, nora, PASSWORD)
    assert world.last_entry(nora).action == "recovery_text_shown"


def test_settings_change_once_per_version(world, nora):
    version = business_centers.get(world.context, nora).version
    change = BusinessCenterChange(name="Lantern", qr_code_minutes=5)
    row = business_centers.change(world.context, nora, change, version)
    assert (row.name, row.qr_code_minutes, row.version) == ("Lantern", 5, version + 1)
    entry = world.last_entry(nora)
    assert (entry.details["before"]["name"], entry.details["after"]["name"]) == ("Lantern Media", "Lantern")
    with pytest.raises(ChangedMeanwhile):
        business_centers.change(world.context, nora, change, version)


def test_a_lifetime_that_is_no_choice_is_refused(world, nora):
    with pytest.raises(ValueMalformed):
        business_centers.change(world.context, nora, BusinessCenterChange(qr_code_minutes=60), 1)


def test_no_secret_lies_in_the_store_in_the_open(world, nora):
    content = world.store.path.read_bytes() + b"".join(p.read_bytes() for p in world.folder.glob("one.bcstore-*"))
    assert world.context.keys.key not in content
    assert PASSWORD.encode() not in content
