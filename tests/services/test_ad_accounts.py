"""Ad accounts: created, reviewed, corrected, listed, and their limit (A4-16 to A4-18; domain.md 7)."""

from __future__ import annotations

import multiprocessing
import uuid

import pytest

from bcdesktop.core.ad_accounts import AdAccountStatus, AssetRelation
from bcdesktop.core.errors import (
    ChangedMeanwhile,
    LimitReached,
    NotFound,
    ValueMalformed,
    ValueMissing,
    ValueTooLong,
)
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import ad_account_errors, ad_accounts
from tests.services.ad_world import ad_account, advertiser, new_ad_account, personal_ad_account
from tests.services.racing import create_ad_accounts


def create(world, actor, name="Spring", context=None, **values):
    return ad_accounts.create(context or world.context, actor, new_ad_account(name, **values), uuid.uuid4().hex)


def test_a_new_ad_account_is_in_review_and_its_creator_is_admin_on_it(world, nora):
    row = create(world, nora)
    assert (row.status, row.relation) == (AdAccountStatus.IN_REVIEW, AssetRelation.OWNER_BC)
    assert (row.my_role, row.members, row.is_owned, row.owner_name) == (AssetRole.ADMIN, 1, True, "")
    assert len(row.number) == 19
    assert world.actions(nora)[-2:] == ["ad_account_created", "access_changed"]


def test_the_same_key_makes_one_ad_account(world, nora):
    first, second = (ad_accounts.create(world.context, nora, new_ad_account(), "once") for _ in range(2))
    assert first == second
    assert len(ad_accounts.list_all(world.context, nora)) == 1


def test_an_ad_account_has_the_currency_of_its_business_center(world, nora):
    with pytest.raises(ad_account_errors.CurrencyDiffers) as caught:
        create(world, nora, currency="USD")
    assert (caught.value.field, caught.value.expected, caught.value.found) == ("currency", "EUR", "USD")


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("name", " ", ValueMissing),
        ("name", "x" * 101, ValueTooLong),
        ("company", "", ValueMissing),
        ("company", "x" * 256, ValueTooLong),
        ("country", "Germany", ValueMalformed),
        ("time_zone", "", ValueMissing),
        ("promotion_link", "my shop", ValueMalformed),
        ("promotion_link", "ftp://example.com", ValueMalformed),
        ("promotion_link", "https://[broken", ValueMalformed),
        ("promotion_link", "example.com/" + "x" * 250, ValueTooLong),
    ],
    ids=range(10),
)
def test_a_bad_value_is_refused_at_its_field(world, nora, field, value, error):
    with pytest.raises(error) as caught:
        create(world, nora, **{field: value})
    assert caught.value.field == field
    assert ad_accounts.list_all(world.context, nora) == ()


def test_a_promotion_link_may_be_typed_without_its_beginning(world, nora):
    assert create(world, nora, promotion_link="shoes.example.com").promotion_link == "https://shoes.example.com"


def test_a_review_approves(world, nora):
    row = ad_accounts.review(world.context, nora, create(world, nora).id, True, "Welcome")
    assert (row.status, row.review_note) == (AdAccountStatus.APPROVED, "Welcome")
    assert world.actions(nora)[-1] == "ad_account_approved"


def test_what_was_not_approved_is_corrected_and_submitted_again(world, nora):
    asset_id = create(world, nora, company="Shoes").id
    row = ad_accounts.review(world.context, nora, asset_id, False, "The company is not complete")
    assert (row.status, row.review_note) == (AdAccountStatus.NOT_APPROVED, "The company is not complete")
    row = ad_accounts.change(world.context, nora, asset_id, new_ad_account(company="Shoes GmbH"), row.version)
    assert (row.status, row.review_note, row.company) == (AdAccountStatus.IN_REVIEW, "", "Shoes GmbH")
    assert world.actions(nora)[-1] == "ad_account_submitted"


def test_it_can_be_submitted_again_without_a_change_of_name(world, nora):
    row = ad_accounts.review(world.context, nora, create(world, nora).id, False)
    assert ad_accounts.change(world.context, nora, row.id, new_ad_account(), row.version).status is (
        AdAccountStatus.IN_REVIEW
    )


def test_only_what_is_in_review_can_be_decided(world, nora):
    asset_id = ad_account(world, nora)
    with pytest.raises(ad_account_errors.AdAccountNotInReview) as caught:
        ad_accounts.review(world.context, nora, asset_id, False)
    assert caught.value.status is AdAccountStatus.APPROVED


def test_country_and_time_zone_stay_once_it_is_approved(world, nora):
    row = ad_accounts.get(world.context, nora, ad_account(world, nora))
    new = new_ad_account("Summer", country="FR", time_zone="Europe/Paris", company="Boots GmbH")
    row = ad_accounts.change(world.context, nora, row.id, new, row.version)
    assert (row.name, row.company, row.country, row.time_zone) == ("Summer", "Boots GmbH", "DE", "Europe/Berlin")
    assert world.last_entry(nora).details["after"] == "Summer"


def test_a_change_of_what_changed_meanwhile_is_refused(world, nora):
    row = create(world, nora)
    ad_accounts.change(world.context, nora, row.id, new_ad_account("Summer"), row.version)
    with pytest.raises(ChangedMeanwhile):
        ad_accounts.change(world.context, nora, row.id, new_ad_account("Autumn"), row.version)


def test_another_business_center_does_not_find_it(world, nora):
    otto = world.center("Otter Works", "Otto")
    asset_id = ad_account(world, nora)
    assert ad_accounts.list_all(world.context, otto) == ()
    with pytest.raises(NotFound):
        ad_accounts.review(world.context, otto, asset_id, True)


def test_a_person_owns_an_ad_account_without_a_business_center(world, nora):
    person = advertiser(world, nora)
    personal_ad_account(world, person)
    assert ad_accounts.list_all(world.context, nora) == ()
    assert world.store_actions()[-2:] == ["ad_account_created", "ad_account_approved"]


def test_a_stranger_does_not_decide_about_a_person_s_ad_account(world, nora):
    asset_id = personal_ad_account(world, advertiser(world, nora), approved=False)
    otto = advertiser(world, world.center("Otter Works", "Otto"))
    with pytest.raises(NotFound):
        ad_accounts.review_personal(world.context, otto, asset_id, True)


def test_a_full_business_center_takes_no_more(world, nora):
    context = world.limited(ad_accounts_per_business_center=1)
    create(world, nora, context=context)
    with pytest.raises(LimitReached) as caught:
        create(world, nora, "Summer", context=context)
    assert (caught.value.limit, caught.value.maximum) == ("ad_accounts_per_business_center", 1)
    assert world.last_entry(nora).details["reason"] == "limit_reached"


def test_the_limit_stands_at_three_thousand(world):
    assert world.context.limits.ad_accounts_per_business_center == 3_000


def test_two_processes_at_the_same_moment_hold_the_limit(world, nora):
    spawn = multiprocessing.get_context("spawn")
    gate, results = spawn.Barrier(2), spawn.Queue()
    processes = [
        spawn.Process(target=create_ad_accounts, args=(str(world.store.path), nora, 2, 3, gate, results))
        for _ in range(2)
    ]
    for process in processes:
        process.start()
    outcomes = sorted(results.get(timeout=60) for _ in range(4))
    for process in processes:
        process.join(60)
    assert outcomes == ["in_review", "in_review", "in_review", "limit_reached"]
    assert len(ad_accounts.list_all(world.context, nora)) == 3
