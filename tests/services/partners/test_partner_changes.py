"""What is shared is raised, lowered and stopped; partnerships end, and both logs tell it (domain.md 5.1, 13.21)."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.errors import NotFound
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.services import activity, business_centers, grants, partners, tiktok_accounts
from bcdesktop.services.people_errors import AlreadyPartner, PartnershipNotOpen
from bcdesktop.services.people_records import Assignment
from bcdesktop.services.records import BusinessCenterChange
from tests.services.partnering import ANALYST, OPERATOR, give, history, invite, roles_of_members


def test_a_share_is_lowered_in_one_step_with_the_people_who_had_more(world, nora, otto, link_id):
    row = invite(world.context, nora, otto.business_center_id, link_id, role=OPERATOR)
    partners.accept(world.context, otto, row.id)
    give(world, otto, row.shares[0].id, OPERATOR)
    world.wait(minutes=1)
    row = partners.change_shares(world.context, nora, row.id, ((link_id, ANALYST),))
    assert row.shares[0].role is ANALYST
    assert roles_of_members(world.context) == [ANALYST]
    assert history(world.context, otto)[-1] == ("@mara", "Otto", "operator", "analyst")


def test_a_share_is_raised_in_one_step_and_the_people_stay_as_they_are(world, nora, otto, accepted, link_id):
    give(world, otto, accepted.shares[0].id, ANALYST)
    row = partners.change_shares(world.context, nora, accepted.id, ((link_id, OPERATOR),))
    assert (row.shares[0].role, roles_of_members(world.context)) == (OPERATOR, [ANALYST])


def test_what_stops_being_shared_is_taken_from_the_partners_people(world, nora, otto, accepted, link_id):
    give(world, otto, accepted.shares[0].id, ANALYST)
    row = partners.change_shares(world.context, nora, accepted.id, ((link_id, None),))
    assert (row.shares, row.state) == ((), PartnershipState.ACTIVE)
    assert roles_of_members(world.context) == []
    assert grants.my_grants(world.context, otto) == ()


def test_changes_of_shares_are_all_or_nothing(world, nora, accepted, link_id):
    with pytest.raises(NotFound):
        partners.change_shares(world.context, nora, accepted.id, ((link_id, OPERATOR), ("nothing", ANALYST)))
    assert partners.get(world.context, nora, accepted.id).shares[0].role is ANALYST


def test_the_partner_cannot_change_what_is_shared_with_it(world, otto, accepted, link_id):
    with pytest.raises(NotFound):
        partners.change_shares(world.context, otto, accepted.id, ((link_id, OPERATOR),))


@pytest.mark.parametrize("ending", ["nora", "otto"])
def test_either_side_ends_it_with_everything_that_hangs_on_it(world, nora, otto, accepted, ending):
    give(world, otto, accepted.shares[0].id, ANALYST)
    ender = {"nora": nora, "otto": otto}[ending]
    world.wait(minutes=1)
    row = partners.remove(world.context, ender, accepted.id)
    assert (row.state, row.shares) == (PartnershipState.ENDED, ())
    assert row.ended_by == f"{ender.name}, {ender.business_center_name}"
    assert roles_of_members(world.context) == []
    assert history(world.context, otto)[-1] == ("@mara", "Otto", "analyst", None)
    assert history(world.context, nora)[-1] == ("@mara", "Otter Works", "analyst", None)


def test_the_account_itself_stays_with_its_owner(world, nora, otto, accepted, link_id):
    partners.remove(world.context, otto, accepted.id)
    assert tiktok_accounts.get(world.context, nora, link_id).state is LinkState.ACTIVE


def test_the_inviting_side_takes_an_invitation_back(world, nora, otto, invited):
    assert partners.remove(world.context, nora, invited.id).state is PartnershipState.ENDED
    assert partners.waiting(world.context, otto) == ()
    with pytest.raises(PartnershipNotOpen):
        partners.accept(world.context, otto, invited.id)


def test_the_invited_side_answers_an_invitation_instead_of_ending_it(world, otto, invited):
    with pytest.raises(PartnershipNotOpen):
        partners.remove(world.context, otto, invited.id)


def test_nothing_is_shared_in_a_partnership_that_is_over(world, nora, accepted, link_id):
    partners.remove(world.context, nora, accepted.id)
    with pytest.raises(PartnershipNotOpen):
        partners.change_shares(world.context, nora, accepted.id, ((link_id, OPERATOR),))
    with pytest.raises(PartnershipNotOpen):
        partners.remove(world.context, nora, accepted.id)


def test_inviting_again_after_an_end_is_a_new_partnership(world, nora, otto, accepted, link_id):
    partners.remove(world.context, nora, accepted.id)
    world.wait(minutes=1)
    again = invite(world.context, nora, otto.business_center_id, link_id)
    assert again.id != accepted.id
    assert [row.state for row in partners.list_all(world.context, nora)] == [
        PartnershipState.PENDING,
        PartnershipState.ENDED,
    ]


def test_an_account_that_is_no_longer_linked_is_no_longer_shared(world, nora, otto, accepted, link_id):
    give(world, otto, accepted.shares[0].id, ANALYST)
    tiktok_accounts.disconnect(world.context, nora, link_id)
    assert partners.get(world.context, otto, accepted.id).shares == ()
    assert roles_of_members(world.context) == []


def test_both_logs_tell_the_whole_story(world, nora, otto, accepted, link_id):
    world.wait(minutes=1)
    partners.change_shares(world.context, nora, accepted.id, ((link_id, OPERATOR),))
    world.wait(minutes=1)
    partners.remove(world.context, otto, accepted.id)
    story = ["partner_removed", "partner_changed", "partner_accepted", "partner_invited"]
    for actor, other in ((nora, "Otter Works"), (otto, "Lantern Media")):
        entries = partners.activity_of(world.context, actor, accepted.id)
        assert [entry.action for entry in entries] == story
        assert {entry.object_name for entry in entries} == {other}
        assert activity.verify(world.context, actor).ok


def test_assigning_to_a_partner_in_the_members_dialog_is_told_to_the_partner_too(world, nora, otto, accepted, link_id):
    second = world.approve(world.request(nora), world.sign_up("bela")).result.link_id
    world.wait(minutes=1)
    holder = grants.holders_of(world.context, nora, link_id)[0].holder
    grants.assign(world.context, nora, (Assignment(second, holder, ANALYST),), "key")
    assert [share.handle for share in partners.get(world.context, otto, accepted.id).shares] == ["bela", "mara"]
    newest = partners.activity_of(world.context, otto, accepted.id)[0]
    assert newest.details["changes"] == [{"account": "@bela", "before": None, "after": "analyst"}]


def test_a_partner_is_called_by_the_name_it_has_now(world, nora, otto, accepted):
    version = business_centers.get(world.context, otto).version
    business_centers.change(world.context, otto, BusinessCenterChange(name="Otter & Co"), version)
    assert partners.get(world.context, nora, accepted.id).other_name == "Otter & Co"


def test_of_many_invitations_at_the_same_moment_one_counts(world, nora, otto, link_id):
    def invite_once(_number):
        try:
            return invite(world.context, nora, otto.business_center_id, link_id).state
        except AlreadyPartner:
            return None

    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(invite_once, range(8)))
    assert [state for state in outcomes if state] == [PartnershipState.PENDING]
    assert len(partners.list_all(world.context, nora)) == 1


def test_of_an_answer_and_its_withdrawal_at_the_same_moment_one_counts(world, nora, otto, invited):
    def act(step, actor):
        try:
            return step(world.context, actor, invited.id).state
        except PartnershipNotOpen:
            return None

    with ThreadPoolExecutor(2) as pool:
        first, second = pool.submit(act, partners.decline, otto), pool.submit(act, partners.remove, nora)
        outcomes = {first.result(), second.result()} - {None}
    assert len(outcomes) == 1
    assert {partners.get(world.context, actor, invited.id).state for actor in (nora, otto)} == outcomes
