"""Who may use which account: giving, changing and taking it (A2-34 to A2-39), and giving it up oneself (A0-14)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bcdesktop.core.errors import NotAllowed, NotFound
from bcdesktop.core.grants import Holder, HolderKind
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.core.roles import BusinessCenterRole
from bcdesktop.services import access_requests, grants, tiktok_accounts
from bcdesktop.services.errors import LinkNotActive
from bcdesktop.services.people_errors import HolderGone, NoOwnAccess
from bcdesktop.services.people_records import Assignment
from tests.services.access import (
    ANALYST,
    OPERATOR,
    give,
    holder_of,
    link,
    partner_of,
    remove_member,
    roles_of,
    told,
)


@pytest.fixture
def mara_link(world, nora):
    return link(world, nora, "mara")


@pytest.fixture
def sam(world, nora):
    return world.standard_member(nora)


@pytest.fixture
def sam_holder(world, sam):
    return holder_of(world, sam)


def test_several_people_and_partners_get_several_accounts_at_once(world, nora, sam_holder, mara_link):
    omar = link(world, nora, "omar")
    otter = partner_of(world, nora, world.center("Otter Works", "Otto"))
    wanted = [
        Assignment(asset, holder, role)
        for asset in (mara_link, omar)
        for holder, role in ((sam_holder, OPERATOR), (otter, ANALYST))
    ]

    assert grants.assign(world.context, nora, wanted, "key") == 4

    assert roles_of(grants.holders_of(world.context, nora, omar)) == [
        ("Otter Works", "@omar", ANALYST),
        ("Sam", "@omar", OPERATOR),
    ]
    row = tiktok_accounts.get(world.context, nora, omar)
    assert (row.members, row.partners, row.has_nobody) == (1, 1, False)


def test_an_account_nobody_was_given_says_so(world, nora, mara_link):
    assert tiktok_accounts.get(world.context, nora, mara_link).has_nobody


def test_each_change_is_one_row_of_history_and_one_entry_per_account(world, nora, sam_holder, mara_link):
    give(world, nora, mara_link, sam_holder, ANALYST)
    give(world, nora, mara_link, sam_holder, OPERATOR)
    give(world, nora, mara_link, sam_holder, None)

    assert told(grants.history(world.context, nora, asset_id=mara_link, holder=sam_holder)) == [
        ("Sam", "@mara", None, ANALYST),
        ("Sam", "@mara", ANALYST, OPERATOR),
        ("Sam", "@mara", OPERATOR, None),
    ]
    assert world.actions(nora)[-3:] == ["access_changed"] * 3
    assert world.last_entry(nora).details["changes"] == [
        {"who": "Sam", "holder": "member", "before": "operator", "after": None}
    ]


def test_what_is_there_already_changes_nothing(world, nora, sam_holder, mara_link):
    give(world, nora, mara_link, sam_holder, ANALYST)
    before = world.actions(nora)

    assert give(world, nora, mara_link, sam_holder, ANALYST) == 0

    assert world.actions(nora) == before


def test_a_repeated_key_returns_the_first_result_and_does_nothing(world, nora, sam_holder, mara_link):
    assert give(world, nora, mara_link, sam_holder, ANALYST, key="same") == 1
    assert give(world, nora, mara_link, sam_holder, OPERATOR, key="same") == 1
    assert grants.holders_of(world.context, nora, mara_link)[0].role is ANALYST


def test_of_two_wishes_for_the_same_grant_the_last_counts(world, nora, sam_holder, mara_link):
    wishes = [Assignment(mara_link, sam_holder, ANALYST), Assignment(mara_link, sam_holder, OPERATOR)]
    assert grants.assign(world.context, nora, wishes, "key") == 1
    assert told(grants.history(world.context, nora)) == [("Sam", "@mara", None, OPERATOR)]


def test_one_wrong_wish_and_nothing_is_done(world, nora, sam, sam_holder, mara_link):
    ida = world.standard_member(nora, "Ida")
    gone = holder_of(world, ida)
    remove_member(world, ida)

    with pytest.raises(HolderGone) as caught:
        grants.assign(
            world.context, nora, [Assignment(mara_link, sam_holder, ANALYST), Assignment(mara_link, gone, ANALYST)], "k"
        )

    assert caught.value.name == "Ida"
    assert grants.holders_of(world.context, nora, mara_link) == ()


@pytest.mark.parametrize("state", [PartnershipState.ENDED, PartnershipState.DECLINED])
def test_a_partnership_that_is_over_is_told_by_its_name(world, nora, mara_link, state):
    otter = partner_of(world, nora, world.center("Otter Works", "Otto"), state)
    with pytest.raises(HolderGone) as caught:
        give(world, nora, mara_link, otter, ANALYST)
    assert caught.value.name == "Otter Works"


def test_a_partner_that_has_not_answered_yet_can_be_given_an_account(world, nora, mara_link):
    otter = partner_of(world, nora, world.center("Otter Works", "Otto"), PartnershipState.PENDING)
    give(world, nora, mara_link, otter, OPERATOR)
    (row,) = grants.holders_of(world.context, nora, mara_link)
    assert (row.holder, row.is_pending) == (otter, True)


@pytest.mark.parametrize("kind", list(HolderKind))
def test_somebody_who_never_was_there_is_not_found(world, nora, mara_link, kind):
    with pytest.raises(NotFound):
        give(world, nora, mara_link, Holder(kind, "nobody"), ANALYST)


def test_the_member_of_another_business_center_is_not_found(world, nora, mara_link):
    otto = world.center("Otter Works", "Otto")
    with pytest.raises(NotFound):
        give(world, nora, mara_link, holder_of(world, otto), ANALYST)
    with pytest.raises(NotFound):
        give(world, otto, mara_link, holder_of(world, otto), ANALYST)


def test_an_ended_account_cannot_be_given(world, nora, sam_holder, mara_link):
    tiktok_accounts.disconnect(world.context, nora, mara_link)
    with pytest.raises(LinkNotActive):
        give(world, nora, mara_link, sam_holder, ANALYST)


def test_an_admin_too_has_to_be_assigned_to_work_with_an_account(world, nora, mara_link):
    assert tiktok_accounts.get(world.context, nora, mara_link).my_role is None
    assert grants.my_grants(world.context, nora) == ()

    give(world, nora, mara_link, holder_of(world, nora), OPERATOR)

    assert tiktok_accounts.get(world.context, nora, mara_link).my_role is OPERATOR
    assert [(row.asset_id, row.is_me) for row in grants.my_grants(world.context, nora)] == [(mara_link, True)]


def test_give_me_operator_stands_in_the_history_like_every_other_way(world, nora, mara_link):
    tiktok_accounts.give_me_operator(world.context, nora, mara_link)
    tiktok_accounts.give_me_operator(world.context, nora, mara_link)
    assert told(grants.history(world.context, nora)) == [("Nora", "@mara", None, OPERATOR)]
    assert world.actions(nora).count("operator_given") == 1


def test_when_the_link_ends_nothing_is_left_behind(world, nora, sam, sam_holder, mara_link):
    otter = partner_of(world, nora, world.center("Otter Works", "Otto"))
    give(world, nora, mara_link, sam_holder, OPERATOR)
    give(world, nora, mara_link, otter, ANALYST)

    tiktok_accounts.disconnect(world.context, nora, mara_link)

    assert tiktok_accounts.list_all(world.context, sam) == ()
    assert tiktok_accounts.get(world.context, nora, mara_link).members == 0
    assert told(grants.history(world.context, nora, asset_id=mara_link))[-2:] == [
        ("Sam", "@mara", OPERATOR, None),
        ("Otter Works", "@mara", ANALYST, None),
    ]


def test_when_the_link_runs_out_the_program_takes_access_away(world, nora, sam_holder):
    phone = world.sign_up("mara")
    request = world.request(nora, expected_handle="mara", wanted_end=world.clock.now() + timedelta(days=2))
    link_id = world.approve(request, phone).result.link_id
    give(world, nora, link_id, sam_holder, ANALYST)
    world.wait(days=3)

    access_requests.expire_due(world.context)

    newest = grants.history(world.context, nora)[0]
    assert (newest.before, newest.after, newest.by_name) == (ANALYST, None, "")


def test_a_standard_member_gives_up_their_own_access(world, nora, sam, sam_holder, mara_link):
    give(world, nora, mara_link, sam_holder, ANALYST)

    grants.remove_own(world.context, sam, mara_link)

    assert tiktok_accounts.list_all(world.context, sam) == ()
    assert world.last_entry(nora).action == "own_access_removed"
    assert grants.history(world.context, nora)[0].by_name == "Sam"


def test_without_access_there_is_none_to_give_up(world, nora, mara_link):
    with pytest.raises(NoOwnAccess) as caught:
        grants.remove_own(world.context, nora, mara_link)
    assert caught.value.name == "@mara"


def test_a_standard_member_sees_nobody_elses_row(world, nora, sam, sam_holder, mara_link):
    give(world, nora, mara_link, holder_of(world, nora), OPERATOR)
    with pytest.raises(NotFound):
        grants.holders_of(world.context, sam, mara_link)

    give(world, nora, mara_link, sam_holder, ANALYST)

    assert roles_of(grants.holders_of(world.context, sam, mara_link)) == [("Sam", "@mara", ANALYST)]


def test_everybody_who_can_be_given_an_account_is_offered(world, nora, sam, mara_link):
    ida = world.standard_member(nora, "Ida")
    remove_member(world, ida)
    partner_of(world, nora, world.center("Otter Works", "Otto"))
    partner_of(world, nora, world.center("Past Partners", "Pia"), PartnershipState.ENDED)
    give(world, nora, mara_link, holder_of(world, sam), ANALYST)

    offered = grants.candidates(world.context, nora)

    assert [(one.name, one.role, one.accounts) for one in offered] == [
        ("Otter Works", None, 0),
        ("Nora", BusinessCenterRole.ADMIN, 0),
        ("Sam", BusinessCenterRole.STANDARD, 1),
    ]
    assert [grants.candidate(world.context, nora, one.holder) for one in offered] == list(offered)


def test_only_active_accounts_are_offered(world, nora, mara_link):
    omar = link(world, nora, "omar")
    tiktok_accounts.disconnect(world.context, nora, mara_link)
    assert [one.id for one in grants.asset_choices(world.context, nora)] == [omar]


def test_what_one_member_has_is_listed_by_account(world, nora, sam_holder, mara_link):
    omar = link(world, nora, "omar")
    for asset in (omar, mara_link):
        give(world, nora, asset, sam_holder, ANALYST)
    assert [row.asset_name for row in grants.assets_of(world.context, nora, sam_holder)] == ["@mara", "@omar"]
    assert set(grants.roles_on(world.context, nora, [omar])) == {(sam_holder.id, omar)}


def test_a_refused_assignment_is_in_the_activity_log(world, nora, sam, sam_holder, mara_link):
    with pytest.raises(NotAllowed):
        give(world, sam, mara_link, sam_holder, OPERATOR)
    assert world.last_entry(nora).details["reason"] == "not_allowed"
