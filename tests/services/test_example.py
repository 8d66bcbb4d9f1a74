"""The example agency has accounts and requests in every state, made through the services."""

from __future__ import annotations

import pytest

from bcdesktop.core.access_requests import Kind, LinkState, Method, OwnerTrust, RequestState
from bcdesktop.core.ad_accounts import AdAccountStatus, AssetRelation
from bcdesktop.core.ads import AdKind, AdSource, AdStatus, PauseReason
from bcdesktop.core.assets import SyncState
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.partnerships import PartnershipSide, PartnershipState
from bcdesktop.core.roles import FinanceRole, MemberStatus
from bcdesktop.profile import list_phones
from bcdesktop.services import (
    access_requests,
    activity,
    ad_account_requests,
    ad_accounts,
    admin_requests,
    ads,
    assets,
    example,
    grants,
    home,
    members,
    partners,
    payment_methods,
    people,
    tiktok_accounts,
)
from bcdesktop.services.ad_records import Advertiser
from bcdesktop.services.context import Context
from bcdesktop.store.tables import METADATA
from tests.services.world import World

ASSETS = (AssetKind.CATALOG, AssetKind.PIXEL, AssetKind.AUDIENCE)


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """The example, filled once for all tests of this module: they only look."""
    world = World(tmp_path_factory.mktemp("example"))
    nora = example.fill(world.context, world.folder / "data", paint=lambda text: text.encode())
    yield world.context, nora, world.folder / "data"
    world.close()


def test_there_are_requests_in_every_state(filled):
    context, nora, _ = filled
    rows = access_requests.list_all(context, nora)
    assert {row.state for row in rows} == set(RequestState) - {RequestState.DRAFT}
    assert any(row.replaced_by for row in rows)
    assert any(row.state is RequestState.PENDING and row.scanned_at for row in rows)
    assert {row.method for row in rows} == set(Method)
    assert {row.kind for row in rows} == set(Kind)


def test_there_are_accounts_in_every_state_that_exists_so_far(filled):
    context, nora, _ = filled
    rows = tiktok_accounts.list_all(context, nora)
    assert {row.state for row in rows} == {LinkState.ACTIVE, LinkState.DISCONNECTED, LinkState.RAN_OUT}
    rows = [row for row in rows if row.owner_name is None]
    assert {row.owner_trust for row in rows} == {OwnerTrust.KNOWN_IN_STORE, OwnerTrust.NOT_VERIFIED}
    assert any(row.needs_confirmation for row in rows)
    assert any(row.spark_problem == "permissions_missing" for row in rows)


def test_there_are_people_in_every_state(filled):
    context, nora, _ = filled
    found = members.list_all(context, nora)
    assert {row.status for row in found.rows} == set(MemberStatus)
    assert found.admins == 2
    assert any(row.is_expired for row in found.rows)
    assert any(row.status is MemberStatus.BOUND and row.accounts == 0 for row in found.rows)


def test_who_left_has_no_access_and_stands_in_the_history(filled):
    context, nora, _ = filled
    matrix = grants.matrix(context, nora)
    (jo,) = [row for row in matrix.holders if row.name == "Jo Marsh"]
    assert jo.is_gone
    assert not [key for key in matrix.cells if key[0] == jo.holder.id]
    assert len([key for key in matrix.former if key[0] == jo.holder.id]) == 2


def test_accounts_are_shared_both_ways_and_one_partner_has_not_answered(filled):
    context, nora, _ = filled
    rows = partners.list_all(context, nora)
    assert {(row.side, row.state, row.is_elsewhere) for row in rows} == {
        (PartnershipSide.GIVING, PartnershipState.ACTIVE, False),
        (PartnershipSide.RECEIVING, PartnershipState.ACTIVE, False),
        (PartnershipSide.GIVING, PartnershipState.PENDING, True),
    }
    assert [row.owner_name for row in tiktok_accounts.list_all(context, nora) if row.owner_name] == ["Otter & Oak"]


def test_there_are_ad_accounts_in_every_state_and_of_every_owner(filled):
    context, nora, _ = filled
    rows = ad_accounts.list_all(context, nora)
    assert {row.status for row in rows} == set(AdAccountStatus) - {AdAccountStatus.SUSPENDED}
    assert {row.relation for row in rows} == set(AssetRelation)
    assert {row.name for row in rows if row.accounts} == {"Lumen Lamps", "Bakehaus Nord", "Kite Kitchen"}


def test_requests_for_ad_accounts_wait_on_both_sides(filled):
    context, nora, _ = filled
    waiting = [row for row in ad_account_requests.list_all(context, nora) if row.state == "pending"]
    assert {(row.ad_account_name, row.center_id == nora.business_center_id) for row in waiting} == {
        ("Otter & Oak outlet", True),
        ("Lumen Lamps", False),
    }


def test_there_are_assets_whose_data_flows_and_some_that_stopped(filled):
    context, nora, _ = filled
    rows = [row for kind in ASSETS for row in assets.list_all(context, nora, kind)]
    assert {row.kind for row in rows} == set(ASSETS)
    assert {row.sync.state for row in rows} == set(SyncState)
    assert {row.name for row in rows if row.sync.state is SyncState.STOPPED} == {"Tents", "Watched a hike"}


def test_one_payment_method_is_shared_and_one_is_not(filled):
    context, nora, _ = filled
    found = payment_methods.list_all(context, nora)
    assert {row.label: len(row.ad_accounts) for row in found.rows} == {
        "Kite Kitchen's own account": 1,
        "Monthly invoice": 0,
        "Reserve": 0,
        "Team card": 2,
    }
    assert {row.finance_role for row in members.list_all(context, nora).rows} == {*FinanceRole, None}


def test_there_are_ads_of_every_kind_and_in_every_state(filled):
    context, nora, _ = filled
    person = Advertiser(nora.person_id, nora.name, nora.email)
    owned = [row for row in ad_accounts.list_all(context, nora) if row.is_owned and row.my_role is not None]
    rows = [ad for row in owned for ad in ads.list_all(context, person, row.id)]
    assert {row.kind for row in rows} == set(AdKind)
    assert {row.source for row in rows} == {*AdSource, None}
    assert {row.status for row in rows} == set(AdStatus)
    assert {row.pause_reason for row in rows} == {None, PauseReason.BY_PERSON, PauseReason.LINK_ENDED}


def test_no_performance_number_is_made_up(filled):
    context, _, _ = filled
    with context.store.read() as session:
        reports = [name for name in METADATA.tables if name.startswith("report")]
        assert reports
        assert all(session.execute(METADATA.tables[name].select()).first() is None for name in reports)


def test_a_member_asks_the_admins_for_something(filled):
    context, nora, _ = filled
    assert [row.asked_by_name for row in admin_requests.list_open(context, nora)] == ["Sam Ortiz"]


def test_its_activity_log_is_whole_and_signed(filled):
    context, nora, _ = filled
    report = activity.verify(context, nora)
    assert report.ok
    assert report.signed_through == report.entries


def test_one_can_sign_in_to_it(filled):
    context, nora, _ = filled
    fresh = Context(context.store, context.clock, context.secrets)
    assert people.sign_in(fresh, example.EXAMPLE_EMAIL, example.EXAMPLE_PASSWORD).name == nora.name
    assert fresh.keys.is_unlocked
    assert people.business_centers_of(context, nora.person_id)[0].is_example


def test_its_phones_are_there_to_answer(filled):
    assert list_phones(filled[2]) == ("Agency phone", "Clients' phone")


def test_home_counts_what_waits(filled):
    context, nora, _ = filled
    overview = home.overview(context, nora)
    assert (overview.codes_waiting, overview.accounts_to_confirm) == (4, 1)
    assert all(step.done for step in overview.first_steps)
