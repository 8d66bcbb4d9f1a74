"""The same person in several Business Centers: an answer that lands in another one than the open one (A2-46)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bcdesktop.core.ids import new_id
from bcdesktop.core.roles import BusinessCenterRole, MemberStatus
from bcdesktop.services import elsewhere, owner, people, tiktok_accounts
from bcdesktop.store.tables import Member


@pytest.fixture
def otto(world, nora):
    """The admin of "Otter Works"."""
    return world.center("Otter Works", "Otto")


def join(world, actor, center, role=BusinessCenterRole.ADMIN):
    """Make a person a member of another Business Center too; return them there."""

    def work(unit):
        unit.session.add(
            Member(
                id=new_id(),
                business_center_id=center.business_center_id,
                person_id=actor.person_id,
                role=role,
                status=MemberStatus.BOUND,
                joined_at=unit.now,
            )
        )

    world.store.run(work)
    return people.switch(world.context, actor, center.business_center_id)


def approved(world, actor, handle="mara", **given):
    request = world.request(actor, expected_handle=handle)
    world.approve(request, world.sign_up(handle), **given)
    return request.id


def test_an_approval_in_another_business_center_is_found(world, nora, otto):
    join(world, nora, otto)
    request_id = approved(world, otto)
    (found,) = elsewhere.answered(world.context, nora, [request_id])
    assert (found.id, found.handle, found.center_name) == (request_id, "mara", "Otter Works")
    assert found.center_id == otto.business_center_id


def test_an_approval_in_the_open_one_is_no_warning(world, nora, otto):
    join(world, nora, otto)
    assert elsewhere.answered(world.context, nora, [approved(world, nora)]) == ()


def test_what_happens_where_the_person_does_not_belong_is_not_told(world, nora, otto):
    assert elsewhere.answered(world.context, nora, [approved(world, otto)]) == ()


def test_a_standard_member_there_is_not_told_about_requests(world, nora, otto):
    join(world, nora, otto, BusinessCenterRole.STANDARD)
    assert elsewhere.answered(world.context, nora, [approved(world, otto)]) == ()


def test_a_request_that_still_waits_or_was_declined_is_no_warning(world, nora, otto):
    join(world, nora, otto)
    waiting, declined = world.request(otto), world.request(otto)
    phone = world.sign_up("mara")
    owner.decline(world.context, phone, world.scan(declined, phone), "")
    assert elsewhere.answered(world.context, nora, [waiting.id, declined.id]) == ()


def test_an_old_approval_that_changes_again_is_no_news(world, nora, otto):
    join(world, nora, otto)
    request_id = approved(world, otto)
    world.wait(minutes=6)
    assert elsewhere.answered(world.context, nora, [request_id]) == ()


@pytest.mark.parametrize("text", ["mara", "@Mara", " ara ", "@ma"])
def test_an_account_linked_elsewhere_is_found_by_part_of_its_handle(world, nora, otto, text):
    join(world, nora, otto)
    approved(world, otto)
    found = elsewhere.find_account(world.context, nora, text)
    assert [(row.handle, row.center_name) for row in found] == [("mara", "Otter Works")]


@pytest.mark.parametrize("text", ["", "@", "m", "%", "_ara", "bela"])
def test_too_little_and_what_does_not_fit_finds_nothing(world, nora, otto, text):
    join(world, nora, otto)
    approved(world, otto)
    assert elsewhere.find_account(world.context, nora, text) == ()


def test_a_standard_member_finds_only_what_was_given_to_them_there(world, nora, otto):
    there = join(world, nora, otto, BusinessCenterRole.STANDARD)
    approved(world, otto, "mara")
    assert elsewhere.find_account(world.context, nora, "mara") == ()
    world.give(there, tiktok_accounts.list_all(world.context, otto)[0].id)
    assert [row.handle for row in elsewhere.find_account(world.context, nora, "mara")] == ["mara"]


def test_links_that_ended_and_those_of_strangers_are_not_found(world, nora, otto):
    join(world, nora, otto)
    tess = world.center("Tern House", "Tess")
    approved(world, tess, "mara_tern")
    approved(world, otto, "mara_otter")
    approved(world, otto, "mara_soon", ends_at=world.clock.now() + timedelta(days=1))
    link_id = next(r.id for r in tiktok_accounts.list_all(world.context, otto) if r.handle == "mara_otter")
    tiktok_accounts.disconnect(world.context, otto, link_id)
    assert [row.handle for row in elsewhere.find_account(world.context, nora, "mara")] == ["mara_soon"]
    world.wait(days=2)
    assert elsewhere.find_account(world.context, nora, "mara") == ()


def test_at_most_five_are_named(world, nora, otto):
    join(world, nora, otto)
    for number in range(6):
        approved(world, otto, f"mara{number}")
    assert len(elsewhere.find_account(world.context, nora, "mara")) == 5
