"""Somebody of Ads Manager creates a Business Center as the same person; an e-mail may be added (A4-22, A4-23)."""

from __future__ import annotations

import uuid
from dataclasses import replace

import pytest

from bcdesktop.core.ad_accounts import AdAccountRequestKind, AdAccountRequestState
from bcdesktop.core.errors import SignInFailed, ValueMissing, ValueTaken
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import ad_account_requests, ad_accounts, advertisers, business_centers, log_ins, owner, people
from bcdesktop.services.errors import LogInNotApproved
from bcdesktop.services.records import LogInPurpose, NewBusinessCenter
from tests.services.ad_world import personal_ad_account
from tests.services.world import PASSWORD


def approved(world, phone, purpose=LogInPurpose.FIRST_START):
    row = log_ins.start(world.context, purpose, "Desk")
    owner.approve_log_in(world.context, phone, owner.open_code(world.context, phone, row.code_text))
    return row.id


def form(log_in_id, person, **values):
    new = NewBusinessCenter(
        log_in_id=log_in_id,
        name="Ida Keramik",
        country="DE",
        time_zone="Europe/Berlin",
        currency="EUR",
        address="Hafenweg 1, Bremen",
        activity_description="Pots and plates",
        person_name=person.name,
        email=person.email,
        password=PASSWORD,
    )
    return replace(new, **values)


@pytest.fixture
def ida(world):
    return advertisers.sign_up(world.context, "Ida", "ida@example.com", PASSWORD)


@pytest.fixture
def mara(world):
    """Somebody who registered by TikTok, without an e-mail address, and her phone."""
    world.phone_of_mara = world.sign_up("mara")
    log_in_id = approved(world, world.phone_of_mara, LogInPurpose.SIGN_UP_IN_ADS_MANAGER)
    return advertisers.sign_up_with_tiktok(world.context, log_in_id, "Mara", PASSWORD)


def test_the_person_stays_the_same_and_signs_in_to_the_business_center(world, ida):
    created = business_centers.create(world.context, form(approved(world, world.sign_up("ida")), ida), ida)

    assert created.actor.person_id == ida.person_id
    assert people.sign_in(world.context, ida.email, PASSWORD) == created.actor


def test_another_password_than_that_of_the_person_is_refused(world, ida):
    new = form(approved(world, world.sign_up("ida")), ida, password="another-harbour-43")

    with pytest.raises(SignInFailed):
        business_centers.create(world.context, new, ida)


def test_a_code_for_something_else_creates_no_business_center(world, ida):
    log_in_id = approved(world, world.sign_up("ida"), LogInPurpose.LINK_IN_ADS_MANAGER)

    with pytest.raises(LogInNotApproved):
        business_centers.create(world.context, form(log_in_id, ida), ida)


def test_an_address_is_added_by_who_registered_without_one(world, mara):
    new = form(approved(world, world.phone_of_mara), mara, email="mara@example.com")

    created = business_centers.create(world.context, new, mara)

    assert (created.actor.person_id, created.actor.email) == (mara.person_id, "mara@example.com")
    assert people.sign_in(world.context, "mara@example.com", PASSWORD) == created.actor


def test_without_an_address_the_person_signs_in_by_handle(world, mara):
    created = business_centers.create(world.context, form(approved(world, world.phone_of_mara), mara), mara)

    assert people.sign_in(world.context, "@mara", PASSWORD) == created.actor


def test_somebody_elses_address_is_refused_at_its_field(world, mara, ida):
    new = form(approved(world, world.phone_of_mara), mara, email=ida.email)

    with pytest.raises(ValueTaken) as caught:
        business_centers.create(world.context, new, mara)
    assert caught.value.field == "email"


def test_a_handle_of_nobody_is_no_address(world, mara):
    new = form(approved(world, world.phone_of_mara), mara, email="@nobody")

    with pytest.raises(ValueMissing):
        business_centers.create(world.context, new)


def test_the_own_ad_account_is_in_the_new_business_center_at_once(world, ida):
    own = personal_ad_account(world, ida)
    number = advertisers.accounts(world.context, ida)[0].number
    actor = business_centers.create(world.context, form(approved(world, world.sign_up("ida")), ida), ida).actor

    request = ad_account_requests.ask(
        world.context, actor, number, AdAccountRequestKind.ACCESS, AssetRole.ADMIN, "", uuid.uuid4().hex
    )

    assert request.state is AdAccountRequestState.APPROVED
    assert [row.id for row in ad_accounts.list_all(world.context, actor)] == [own]
