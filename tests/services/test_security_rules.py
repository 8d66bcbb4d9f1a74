"""Rules of a Business Center for signing in and for invitations (domain.md 1.1.7)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesktop.core.errors import ChangedMeanwhile, NoDomain, NotAllowed, ValueMissing
from bcdesktop.core.roles import AppliesTo, BusinessCenterRole
from bcdesktop.services import access_requests, activity, business_centers, people, people_errors, tiktok_accounts
from bcdesktop.services.records import BusinessCenterChange
from bcdesktop.services.security_records import SecurityRules
from bcdesktop.store.tables import Person
from tests.services.second_step import turn_on

OPEN = SecurityRules(AppliesTo.NOBODY, AppliesTo.NOBODY, ())


def change(world, actor, **rules):
    version = business_centers.get(world.context, actor).version
    return business_centers.change_security_rules(world.context, actor, replace(OPEN, **rules), version)


def make_admin(world, actor):
    world.store.run(lambda unit: setattr(world._member(unit, actor), "role", BusinessCenterRole.ADMIN))


def test_a_new_business_center_has_no_rules(world, nora):
    assert business_centers.security_rules(world.context, nora) == OPEN


def test_rules_are_kept_and_logged(world, nora):
    turn_on(world, nora)
    wanted = SecurityRules(AppliesTo.ADMINS, AppliesTo.EVERYBODY, ("example.com", "xn--bcher-kva.example"))
    kept = change(
        world,
        nora,
        two_step_for=AppliesTo.ADMINS,
        domains_for=AppliesTo.EVERYBODY,
        allowed_domains=(" @Example.com", "bücher.example", "", "example.com"),
    )
    assert kept == wanted
    entry = world.last_entry(nora)
    assert entry.action == "business_center_changed"
    assert entry.details["after"]["allowed_domains"] == ["example.com", "xn--bcher-kva.example"]
    assert entry.details["before"]["two_step_for"] == "nobody"


def test_whoever_makes_a_second_step_the_rule_has_one(world, nora):
    for whom in (AppliesTo.ADMINS, AppliesTo.EVERYBODY):
        with pytest.raises(people_errors.TwoStepFirst):
            change(world, nora, two_step_for=whom)
    assert business_centers.security_rules(world.context, nora) == OPEN


def test_a_domain_rule_must_not_shut_out_an_admin(world, nora):
    otto = world.standard_member(nora, "Otto")
    make_admin(world, otto)
    for whom in (AppliesTo.ADMINS, AppliesTo.EVERYBODY):
        with pytest.raises(people_errors.LeavesAdminsOut) as caught:
            change(world, nora, domains_for=whom, allowed_domains=("lantern.example",))
        assert caught.value.names == ("Nora", "Otto")
    assert business_centers.security_rules(world.context, nora) == OPEN


def test_a_domain_rule_needs_domains_and_real_ones(world, nora):
    with pytest.raises(ValueMissing) as missing:
        change(world, nora, domains_for=AppliesTo.ADMINS)
    with pytest.raises(NoDomain) as wrong:
        change(world, nora, domains_for=AppliesTo.ADMINS, allowed_domains=("example.com", "nora@example.com"))
    assert missing.value.field == wrong.value.field == "allowed_domains"
    assert wrong.value.text == "nora@example.com"


def test_domains_can_be_listed_before_they_are_made_a_rule(world, nora):
    assert change(world, nora, allowed_domains=("lantern.example",)).allowed_domains == ("lantern.example",)


def test_other_settings_can_be_changed_under_rules_that_were_broken_since(world, nora):
    change(world, nora, domains_for=AppliesTo.ADMINS, allowed_domains=("example.com",))
    world.store.run(lambda unit: setattr(unit.session.get_one(Person, nora.person_id), "email", "nora@new.example"))
    version = business_centers.get(world.context, nora).version
    changed = business_centers.change(world.context, nora, BusinessCenterChange(qr_code_minutes=5), version)
    assert changed.qr_code_minutes == 5


def test_rules_read_before_somebody_else_changed_them_are_refused(world, nora):
    version = business_centers.get(world.context, nora).version
    change(world, nora, allowed_domains=("lantern.example",))
    with pytest.raises(ChangedMeanwhile):
        business_centers.change_security_rules(world.context, nora, OPEN, version)


def test_a_standard_member_reads_the_rules_and_does_not_change_them(world, nora):
    sam = world.standard_member(nora)
    assert business_centers.security_rules(world.context, sam) == OPEN
    with pytest.raises(NotAllowed):
        business_centers.change_security_rules(world.context, sam, OPEN, 1)


@pytest.fixture
def bound(world, nora):
    """Sam, a Standard member without a second step, after it became the rule for everybody."""
    sam = world.standard_member(nora)
    turn_on(world, nora)
    change(world, nora, two_step_for=AppliesTo.EVERYBODY)
    return sam


def test_who_lacks_the_second_step_has_to_set_it_up_and_does_nothing_before(world, nora, bound):
    assert people.must_set_up_two_step(world.context, bound)
    with pytest.raises(people_errors.TwoStepRequired) as caught:
        access_requests.preflight(world.context, bound)
    assert caught.value.center_name == "Lantern Media"
    turn_on(world, bound)
    assert not people.must_set_up_two_step(world.context, bound)
    with pytest.raises(NotAllowed):
        access_requests.preflight(world.context, replace(bound, business_center_id="1" * 19))


@pytest.mark.parametrize(
    "read",
    [access_requests.list_all, activity.entries, tiktok_accounts.list_all],
    ids=["requests", "log", "accounts"],
)
def test_an_admin_who_lacks_the_second_step_reads_nothing(world, nora, bound, read):
    make_admin(world, bound)
    with pytest.raises(people_errors.TwoStepRequired):
        read(world.context, bound)


def test_a_refusal_for_want_of_a_second_step_is_in_the_log(world, nora, bound):
    with pytest.raises(people_errors.TwoStepRequired):
        business_centers.change(world.context, bound, BusinessCenterChange(name="Mine"), 1)
    assert world.last_entry(nora).details["reason"] == "two_step_required"


def test_a_rule_for_admins_does_not_bind_a_standard_member(world, nora):
    sam = world.standard_member(nora)
    turn_on(world, nora)
    change(world, nora, two_step_for=AppliesTo.ADMINS)
    assert not people.must_set_up_two_step(world.context, sam)
    make_admin(world, sam)
    assert people.must_set_up_two_step(world.context, sam)


def test_what_one_needs_to_set_it_up_stays_open(world, nora, bound):
    assert people.account_security(world.context, bound).two_step_required
    assert people.admins(world.context, bound) == ("Nora",)
    people.change_password(world.context, bound, "linden-harbour-42", "another-harbour-43")
    people.sign_out(world.context, bound)
