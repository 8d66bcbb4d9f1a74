"""The example agency has accounts and requests in every state, made through the services."""

from __future__ import annotations

import pytest

from bcdesktop.core.access_requests import Kind, LinkState, Method, OwnerTrust, RequestState
from bcdesktop.core.partnerships import PartnershipSide, PartnershipState
from bcdesktop.core.roles import MemberStatus
from bcdesktop.profile import list_phones
from bcdesktop.services import (
    access_requests,
    activity,
    admin_requests,
    example,
    grants,
    home,
    members,
    partners,
    people,
    tiktok_accounts,
)
from bcdesktop.services.context import Context
from tests.services.world import World


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
