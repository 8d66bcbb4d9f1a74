"""People in Ads Manager: signing in and up, with or without a Business Center, and the ad accounts they can use."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bcdesktop.core.ad_accounts import AdAccountRequestKind, AdAccountStatus
from bcdesktop.core.errors import InputRefused, NotFound, SignInFailed, ValueTaken
from bcdesktop.core.mails import MailText
from bcdesktop.core.roles import AppliesTo, AssetRole
from bcdesktop.services import ad_account_requests, advertisers, business_centers, log_ins, owner, people
from bcdesktop.services.advertiser_errors import AdvertiserExists, NoBusinessCenter
from bcdesktop.services.errors import LogInNotApproved, NoPersonForAccount, SignInThrottled
from bcdesktop.services.people_errors import SecondStepNeeded, TwoStepRequired
from bcdesktop.services.records import BusinessCenterChange, LogInPurpose
from bcdesktop.store.tables import Mail
from tests.services.ad_scene import set_ad_role
from tests.services.ad_world import ad_account, advertiser, personal_ad_account
from tests.services.second_step import turn_on
from tests.services.world import PASSWORD


@pytest.fixture
def ida(world):
    """Somebody with an Ads Manager account and no Business Center."""
    return advertisers.sign_up(world.context, "Ida", "ida@example.com", PASSWORD)


def approved(world, phone, purpose):
    row = log_ins.start(world.context, purpose, "Desk")
    owner.approve_log_in(world.context, phone, owner.open_code(world.context, phone, row.code_text))
    return row.id


def phone_of(world, handle):
    return next(phone for phone in world.phones.values() if phone.active and phone.active.handle == handle)


# ------------------------------------------------------------------ signing in
def test_a_member_of_a_business_center_signs_in_with_the_same_password(world, nora):
    signed_in = advertisers.sign_in(world.context, nora.email, PASSWORD)

    assert signed_in == advertiser(world, nora)
    assert world.store_actions()[-1] == "signed_in"


def test_a_wrong_password_is_refused_and_slows_the_next_tries_down(world, nora):
    for _ in range(5):
        with pytest.raises(SignInFailed):
            advertisers.sign_in(world.context, nora.email, "wrong")
    with pytest.raises(SignInThrottled):
        advertisers.sign_in(world.context, nora.email, PASSWORD)


def test_the_second_step_is_asked_for_here_too(world, nora):
    app = turn_on(world, nora)

    with pytest.raises(SecondStepNeeded):
        advertisers.sign_in(world.context, nora.email, PASSWORD)
    assert advertisers.sign_in(world.context, nora.email, PASSWORD, app.code()).name == "Nora"


def test_who_lacks_a_second_step_that_a_business_center_asks_for_does_not_come_in(world, nora):
    sam = world.standard_member(nora)
    turn_on(world, nora)
    version = business_centers.get(world.context, nora).version
    business_centers.change(world.context, nora, BusinessCenterChange(two_step_for=AppliesTo.EVERYBODY), version)

    with pytest.raises(TwoStepRequired):
        advertisers.sign_in(world.context, sam.email, PASSWORD)
    with pytest.raises(TwoStepRequired):
        advertisers.from_actor(world.context, sam)


def test_the_phone_signs_in_without_a_password(world, nora):
    log_in_id = approved(world, phone_of(world, "nora_tt"), LogInPurpose.SIGN_IN)

    assert advertisers.sign_in_with_tiktok(world.context, log_in_id).person_id == nora.person_id
    with pytest.raises(LogInNotApproved):
        advertisers.sign_in_with_tiktok(world.context, log_in_id)


def test_a_code_for_something_else_signs_nobody_in(world, nora):
    log_in_id = approved(world, phone_of(world, "nora_tt"), LogInPurpose.LINK_IN_ADS_MANAGER)

    with pytest.raises(NotFound):
        advertisers.sign_in_with_tiktok(world.context, log_in_id)
    with pytest.raises(NotFound):
        people.sign_in_with_tiktok(world.context, log_in_id)


def test_a_tiktok_account_of_nobody_signs_nobody_in(world, nora):
    log_in_id = approved(world, world.sign_up("mara"), LogInPurpose.SIGN_IN)

    with pytest.raises(NoPersonForAccount):
        advertisers.sign_in_with_tiktok(world.context, log_in_id)


def test_who_is_signed_in_to_a_business_center_is_known_here(world, nora):
    people.stay_signed_in(world.context, nora)

    assert advertisers.from_actor(world.context, nora) == advertisers.resume(world.context) == advertiser(world, nora)


def test_nobody_comes_in_by_themselves_where_nobody_stayed_signed_in(world, nora):
    assert advertisers.resume(world.context) is None


def test_signing_out_is_logged_and_leaves_the_store_key_alone(world, nora):
    advertisers.sign_out(world.context, advertiser(world, nora))

    assert world.store_actions()[-1] == "signed_out"
    assert world.context.keys.is_unlocked


# ------------------------------------------------------------------ new people
def test_somebody_without_a_business_center_signs_up_and_in(world, ida):
    assert advertisers.sign_in(world.context, "IDA@example.com", PASSWORD) == ida
    assert "advertiser_signed_up" in world.store_actions()


def test_an_empty_store_with_an_advertiser_still_waits_for_its_first_business_center(world, ida):
    assert not people.has_people(world.context)


def test_an_address_that_somebody_has_is_refused_at_its_field(world, nora):
    with pytest.raises(ValueTaken) as caught:
        advertisers.sign_up(world.context, "Other", "NORA@example.com", PASSWORD)
    assert caught.value.field == "email"


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("person_name", ("", "ida@example.com", PASSWORD)),
        ("email", ("Ida", "no address", PASSWORD)),
        ("password", ("Ida", "ida@example.com", "short")),
    ],
)
def test_what_is_wrong_with_a_new_account_is_told_at_its_field(world, field, values):
    with pytest.raises(InputRefused) as caught:
        advertisers.sign_up(world.context, *values)
    assert caught.value.field == field


def test_somebody_without_an_address_signs_up_by_tiktok_and_in_by_handle_or_phone(world):
    phone = world.sign_up("mara")
    signed_up = advertisers.sign_up_with_tiktok(
        world.context, approved(world, phone, LogInPurpose.SIGN_UP_IN_ADS_MANAGER), "Mara", PASSWORD
    )

    assert advertisers.sign_in(world.context, "@Mara", PASSWORD) == signed_up
    assert advertisers.sign_in_with_tiktok(world.context, approved(world, phone, LogInPurpose.SIGN_IN)) == signed_up


def test_a_tiktok_account_that_signs_in_already_makes_no_second_person(world, nora):
    log_in_id = approved(world, phone_of(world, "nora_tt"), LogInPurpose.SIGN_UP_IN_ADS_MANAGER)

    with pytest.raises(AdvertiserExists):
        advertisers.sign_up_with_tiktok(world.context, log_in_id, "Nora", PASSWORD)


def test_who_is_in_no_business_center_is_told_so_there_and_not_that_the_password_is_wrong(world, nora, ida):
    with pytest.raises(NoBusinessCenter) as caught:
        people.sign_in(world.context, ida.email, PASSWORD)
    assert caught.value.name == "Ida"


def test_a_person_is_found_in_their_business_centers_only(world, nora, ida):
    otto = world.center("Otter Works", "Otto")

    assert advertisers.as_member(world.context, advertiser(world, nora)) == nora
    for person, center_id in ((ida, ""), (advertiser(world, nora), otto.business_center_id)):
        with pytest.raises(NotFound):
            advertisers.as_member(world.context, person, center_id)


# ------------------------------------------------------------------ ad accounts
def test_own_ad_accounts_and_those_of_the_business_center_are_listed_by_name(world, nora):
    person = advertiser(world, nora)
    ad_account(world, nora, "Spring")
    personal_ad_account(world, person, "autumn")

    found = advertisers.accounts(world.context, person)

    assert [(row.name, row.owner_name, row.is_own, row.role) for row in found] == [
        ("autumn", "Nora", True, AssetRole.ADMIN),
        ("Spring", "Lantern Media", False, AssetRole.ADMIN),
    ]


def test_an_ad_account_that_was_not_given_is_not_listed(world, nora):
    sam = world.standard_member(nora)
    spring = ad_account(world, nora)
    assert advertisers.accounts(world.context, advertiser(world, sam)) == ()

    set_ad_role(world, sam, spring, AssetRole.ANALYST)

    (row,) = advertisers.accounts(world.context, advertiser(world, sam))
    assert (row.id, row.role, row.sees_numbers, row.status) == (
        spring,
        AssetRole.ANALYST,
        True,
        AdAccountStatus.APPROVED,
    )


def test_an_ad_account_in_review_says_so(world, ida):
    personal_ad_account(world, ida, approved=False)

    assert [row.status for row in advertisers.accounts(world.context, ida)] == [AdAccountStatus.IN_REVIEW]


def test_who_has_no_address_is_asked_without_a_mail(world, nora):
    phone = world.sign_up("mara")
    log_in_id = approved(world, phone, LogInPurpose.SIGN_UP_IN_ADS_MANAGER)
    mara = advertisers.sign_up_with_tiktok(world.context, log_in_id, "Mara", PASSWORD)
    personal_ad_account(world, mara)
    (row,) = advertisers.accounts(world.context, mara)
    access, mail = AdAccountRequestKind.ACCESS, MailText("Access", "Please grant it")

    ad_account_requests.ask(world.context, nora, row.number, access, AssetRole.ADMIN, "", "key", mail=mail)

    assert len(ad_account_requests.waiting_for(world.context, mara)) == 1
    with world.store.read() as session:
        assert session.exec(select(Mail)).all() == []
