"""How an ad account leaves: closed with its conditions, given up, taken back (domain.md 5.1 U12, 7.15)."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest

from bcdesktop.core.ad_accounts import AdAccountRequestKind, AdAccountRequestState, AdAccountStatus, CloseProblem
from bcdesktop.core.ads import AdKind, AdStatus, CampaignObjective, IdentityKind
from bcdesktop.core.errors import NotFound
from bcdesktop.core.roles import AssetRole
from bcdesktop.services import ad_account_closing, ad_account_errors, ad_account_requests, ad_accounts
from bcdesktop.services.ad_account_errors import AdAccountCannotClose
from bcdesktop.store.tables import Ad, AdAccount, AdAccountRequest, Campaign
from tests.services.ad_world import ad_account, number_of


@pytest.fixture
def otto(world):
    """The admin of a second Business Center."""
    return world.center("Otter Works", "Otto")


def ad(world, actor, asset_id, *, status=AdStatus.PAUSED, days=0.0):
    """Put one plain ad into an ad account that last ran ``days`` ago."""

    def work(unit):
        by = {"created_at": unit.now, "created_by": actor.name}
        campaign = Campaign(
            id=uuid.uuid4().hex,
            asset_id=asset_id,
            name="Spring",
            objective=CampaignObjective.REACH,
            status=AdStatus.ACTIVE,
            **by,
        )
        unit.session.add(campaign)
        unit.session.flush()
        row = Ad(
            id=uuid.uuid4().hex,
            campaign_id=campaign.id,
            asset_id=asset_id,
            name="Boots",
            kind=AdKind.PLAIN,
            identity_kind=IdentityKind.NONE,
            status=status,
            status_at=unit.now,
            last_active_at=unit.now - timedelta(days=days),
            created_by_id=actor.person_id,
            **by,
        )
        unit.session.add(row)

    world.store.run(work)


def granted(world, asker, owner, asset_id, role=AssetRole.OPERATOR):
    number = number_of(world, owner, asset_id)
    row = ad_account_requests.ask(world.context, asker, number, AdAccountRequestKind.ACCESS, role, "", uuid.uuid4().hex)
    ad_account_requests.answer_here(world.context, owner, row.id, True)


def close(world, actor, asset_id, **said):
    return ad_account_closing.close(world.context, actor, asset_id, **({"no_open_bill": True} | said))


def test_a_closed_ad_account_stays_listed_and_nobody_has_it(world, nora):
    asset_id = ad_account(world, nora)
    row = close(world, nora, asset_id)
    assert (row.status, row.my_role, row.members) == (AdAccountStatus.CLOSED, None, 0)
    assert row.ended_at == world.clock.now()
    assert world.actions(nora)[-1] == "ad_account_closed"


def test_closing_is_final(world, nora):
    asset_id = ad_account(world, nora)
    close(world, nora, asset_id)
    for step in (close, lambda w, a, i: ad_accounts.review(w.context, a, i, True)):
        with pytest.raises(ad_account_errors.AdAccountClosed):
            step(world, nora, asset_id)


def test_only_a_person_knows_whether_a_bill_is_open(world, nora):
    asset_id = ad_account(world, nora)
    with pytest.raises(ad_account_errors.BillsNotConfirmed) as caught:
        close(world, nora, asset_id, no_open_bill=False)
    assert caught.value.field == "no_open_bill"


@pytest.mark.parametrize(
    ("status", "days", "stands"),
    [(AdStatus.ACTIVE, 9, True), (AdStatus.PAUSED, 2.9, True), (AdStatus.ENDED, 0, True), (AdStatus.PAUSED, 3, False)],
    ids=("active", "paused", "ended", "long ago"),
)
def test_an_ad_of_the_last_three_days_stands_in_the_way(world, nora, status, days, stands):
    asset_id = ad_account(world, nora)
    ad(world, nora, asset_id, status=status, days=days)
    found = ad_account_closing.problems(world.context, nora, asset_id)
    assert found == ((CloseProblem.DELIVERING,) if stands else ())


def test_a_suspended_ad_account_is_not_closed(world, nora):
    asset_id = ad_account(world, nora)

    def suspend(unit):
        row = unit.session.get_one(AdAccount, asset_id)
        row.status = AdAccountStatus.SUSPENDED
        unit.session.add(row)

    world.store.run(suspend)
    with pytest.raises(AdAccountCannotClose) as caught:
        close(world, nora, asset_id)
    assert caught.value.problems == (CloseProblem.SUSPENDED,)
    assert world.last_entry(nora).details["reason"] == "ad_account_cannot_close"


def test_an_open_transfer_stands_in_the_way(world, nora, otto):
    asset_id = ad_account(world, nora)

    def ask(unit):
        row = AdAccountRequest(
            id=uuid.uuid4().hex,
            business_center_id=otto.business_center_id,
            asset_id=asset_id,
            kind=AdAccountRequestKind.TRANSFER,
            role=AssetRole.ADMIN,
            state=AdAccountRequestState.PENDING,
            requested_by="Otto",
            requested_by_id=otto.person_id,
            created_at=unit.now,
            expires_at=unit.now + timedelta(days=30),
        )
        unit.session.add(row)

    world.store.run(ask)
    assert ad_account_closing.problems(world.context, nora, asset_id) == (CloseProblem.UNFINISHED_TRANSFER,)
    world.wait(days=31)
    assert ad_account_closing.problems(world.context, nora, asset_id) == ()


def test_what_ends_with_it_is_named_before(world, nora, otto):
    asset_id = ad_account(world, nora)
    granted(world, otto, nora, asset_id)
    found = ad_account_closing.look(world.context, nora, asset_id)
    assert (found.members, found.centers, found.ads, found.tiktok_accounts) == (("Nora",), ("Otter Works",), (), ())


def test_other_business_centers_lose_a_closed_ad_account_and_requests_are_refused(world, nora, otto):
    asset_id = ad_account(world, nora)
    granted(world, otto, nora, asset_id)
    ida = world.center("Iris Studio", "Ida")
    number = number_of(world, nora, asset_id)
    waits = ad_account_requests.ask(
        world.context, ida, number, AdAccountRequestKind.ACCESS, AssetRole.ANALYST, "", "once"
    )
    close(world, nora, asset_id)
    with pytest.raises(NotFound):
        ad_accounts.get(world.context, otto, asset_id)
    assert ad_account_requests.get(world.context, ida, waits.id).state is AdAccountRequestState.DECLINED
    with pytest.raises(ad_account_errors.AdAccountClosed):
        ad_account_requests.ask(world.context, ida, number, AdAccountRequestKind.ACCESS, AssetRole.ANALYST, "", "twice")


def test_somebody_else_s_ad_account_is_given_up_not_closed(world, nora, otto):
    asset_id = ad_account(world, nora)
    granted(world, otto, nora, asset_id)
    with pytest.raises(ad_account_errors.AdAccountOfOther):
        close(world, otto, asset_id)
    ad_account_closing.give_up(world.context, otto, asset_id)
    assert ad_accounts.list_all(world.context, otto) == ()
    assert world.actions(nora)[-1] == "ad_account_access_ended"


def test_an_own_ad_account_is_not_given_up(world, nora):
    with pytest.raises(ad_account_errors.AdAccountIsOwn):
        ad_account_closing.give_up(world.context, nora, ad_account(world, nora))


def test_the_owner_takes_back_what_a_request_gave(world, nora, otto):
    asset_id = ad_account(world, nora)
    granted(world, otto, nora, asset_id)
    ad_account_closing.end_reach(world.context, nora, asset_id, otto.business_center_id)
    assert ad_accounts.list_all(world.context, otto) == ()
    with pytest.raises(NotFound):
        ad_account_closing.end_reach(world.context, nora, asset_id, otto.business_center_id)


def test_who_was_let_in_takes_nothing_from_the_owner(world, nora, otto):
    asset_id = ad_account(world, nora)
    granted(world, otto, nora, asset_id, AssetRole.ADMIN)
    with pytest.raises(ad_account_errors.AdAccountOfOther):
        ad_account_closing.end_reach(world.context, otto, asset_id, nora.business_center_id)
