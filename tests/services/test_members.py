"""Members: the list, roles, and how people go (A2-04, A0-44; domain.md 6.1)."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import LimitReached, NotFound
from bcdesktop.core.roles import AppliesTo, AssetRole, FinanceRole, MemberStatus
from bcdesktop.services import invitations, members, people, tiktok_accounts
from bcdesktop.services.people_errors import LastAdmin
from bcdesktop.store.tables import (
    BusinessCenter,
    GrantChange,
    KeptSession,
    MemberPartnerShare,
    MemberTikTokAccount,
)
from tests.services.inviting import ADMIN, STANDARD, code_for, invite, join, member_id, received_share, row_of

OPERATOR = AssetRole.OPERATOR


@pytest.fixture
def link_id(world, nora, mara):
    return world.approve(world.request(nora), mara).result.link_id


@pytest.fixture
def sam(world, nora, link_id):
    """A Standard member who is Operator on @mara."""
    return join(world, nora, accounts=((link_id, OPERATOR),))


@pytest.fixture
def share_id(world, nora):
    """An account that a partner shares with Nora's Business Center."""
    return received_share(world, nora, AssetRole.ANALYST)


def keep_session(world, actor, **values):
    """Note that ``actor`` stays signed in on some computer."""
    session = KeptSession(
        id=actor.person_id,
        person_id=actor.person_id,
        business_center_id=actor.business_center_id,
        token_hash=actor.person_id.encode(),
        computer_name="Desk",
        created_at=world.clock.now(),
        last_seen_at=world.clock.now(),
        **values,
    )
    world.store.run(lambda unit: unit.session.add(session))


# ------------------------------------------------------------------ the list
def test_the_list_holds_members_by_name_then_invitations_then_who_left(world, nora):
    join(world, nora, "Sam")
    join(world, nora, "ada", role=ADMIN)
    members.remove(world.context, nora, member_id(world, nora, join(world, nora, "Bo")))
    invite(world, nora, "ida@example.com")
    listed = members.list_all(world.context, nora)
    assert [(row.email.partition("@")[0], row.status.value) for row in listed.rows] == [
        ("ada", "bound"),
        ("nora", "bound"),
        ("sam", "bound"),
        ("ida", "pending"),
        ("bo", "unbound"),
    ]
    assert (listed.admins, listed.standard_members) == (2, 1)
    assert (listed.maximum_admins, listed.maximum_standard_members) == (20, 3_980)
    assert [row.is_me for row in listed.rows] == [False, True, False, False, False]


def test_accounts_are_counted_own_and_shared_ones_but_not_those_that_ended(world, nora, sam, share_id):
    second = world.approve(world.request(nora), world.sign_up("tessa")).result.link_id
    world.give(sam, second)
    row_id = member_id(world, nora, sam)

    def give_share(unit):
        now = world.clock.now()
        unit.session.add(
            MemberPartnerShare(
                id="given", member_id=row_id, share_id=share_id, role=OPERATOR, given_at=now, given_by="Nora"
            )
        )

    world.store.run(give_share)
    assert members.get(world.context, nora, row_id).accounts == 3
    tiktok_accounts.disconnect(world.context, nora, second)
    assert members.get(world.context, nora, row_id).accounts == 2


def test_members_outside_of_the_allowed_domains_are_named(world, nora):
    join(world, nora, "Sam")

    def work(unit):
        center = unit.session.get_one(BusinessCenter, nora.business_center_id)
        center.domains_for, center.allowed_domains = AppliesTo.ADMINS, ["lantern.example"]
        unit.session.add(center)

    world.store.run(work)
    assert members.list_all(world.context, nora).outside_domains == ("nora@example.com",)


def test_only_the_newest_invitation_of_an_address_stands_in_the_list(world, nora):
    invitations.decline(world.context, code_for(world, nora, "ida@example.com"), "no")
    world.wait(minutes=1)
    invite(world, nora, "Ida@example.com")
    rows = [row for row in members.list_all(world.context, nora).rows if row.is_invitation]
    assert [(row.email, row.status) for row in rows] == [("Ida@example.com", MemberStatus.PENDING)]


def test_what_a_member_did_and_what_was_done_to_them_is_told(world, nora, sam):
    row_id = member_id(world, nora, sam)
    members.change_role(world.context, nora, row_id, ADMIN, None)
    join(world, nora, "Bo")
    actions = [entry.action for entry in members.activity_of(world.context, nora, row_id)]
    assert actions == ["member_changed", "invitation_accepted", "access_changed", "member_invited"]


# ------------------------------------------------------------------ roles
def test_a_changed_role_counts_at_once_and_is_logged_with_before_and_after(world, nora):
    sam = join(world, nora)
    row = members.change_role(world.context, nora, member_id(world, nora, sam), ADMIN, FinanceRole.MANAGER)
    assert (row.role, row.finance_role) == (ADMIN, FinanceRole.MANAGER)
    assert members.list_all(world.context, sam).admins == 2
    details = world.last_entry(nora).details
    assert (details["before"], details["after"]) == (
        {"role": "standard", "finance_role": None},
        {"role": "admin", "finance_role": "finance_manager"},
    )


def test_the_same_role_again_writes_nothing(world, nora):
    sam = join(world, nora)
    before = world.actions(nora)
    members.change_role(world.context, nora, member_id(world, nora, sam), STANDARD, None)
    assert world.actions(nora) == before


def test_handing_over_is_raising_another_and_then_lowering_oneself(world, nora):
    sam = join(world, nora)
    own = member_id(world, nora, nora)
    with pytest.raises(LastAdmin) as caught:
        members.change_role(world.context, nora, own, STANDARD, None)
    assert caught.value.name == "Nora"
    members.change_role(world.context, nora, member_id(world, nora, sam), ADMIN, None)
    row = members.change_role(world.context, nora, own, STANDARD, None)
    assert (row.role, row.is_me) == (STANDARD, True)


def test_the_finance_role_of_the_last_admin_can_change(world, nora):
    row = members.change_role(world.context, nora, member_id(world, nora, nora), ADMIN, None)
    assert row.finance_role is None


def test_a_full_role_takes_nobody_more(world, nora):
    context = world.limited(admins_per_business_center=1)
    sam = join(world, nora)
    with pytest.raises(LimitReached) as caught:
        members.change_role(context, nora, member_id(world, nora, sam), ADMIN, None)
    assert caught.value.limit == "admins_per_business_center"


@pytest.mark.parametrize("who", ["invited", "left", "elsewhere"])
def test_only_members_of_now_and_here_have_a_role_to_change(world, nora, who):
    if who == "invited":
        row_id = invite(world, nora, "ida@example.com")[0].invitation_id
    elif who == "left":
        row_id = member_id(world, nora, join(world, nora))
        members.remove(world.context, nora, row_id)
    else:
        otto = world.center("Otter Works", "Otto")
        row_id = member_id(world, otto, otto)
    with pytest.raises(NotFound):
        members.change_role(world.context, nora, row_id, ADMIN, None)
    with pytest.raises(NotFound):
        members.remove(world.context, nora, row_id)


# ------------------------------------------------------------------ going
def test_losses_name_roles_accounts_computers_and_what_stays(world, nora, sam):
    keep_session(world, sam)
    lost = members.losses(world.context, nora, member_id(world, nora, sam))
    assert (lost.name, lost.is_me, lost.role, lost.finance_role) == ("Sam", False, STANDARD, None)
    assert (lost.accounts, lost.sessions, lost.other_centers) == ((("@mara", OPERATOR),), 1, 0)
    assert members.losses(world.context, sam).is_me


def test_a_removed_member_has_nothing_left_and_the_accounts_stay(world, nora, sam, link_id):
    keep_session(world, sam)
    row_id = member_id(world, nora, sam)
    told = []
    world.store.subscribe(told.extend)
    members.remove(world.context, nora, row_id)
    row = members.get(world.context, nora, row_id)
    assert (row.status, row.accounts, row.left_at) == (MemberStatus.UNBOUND, 0, world.clock.now())
    assert people.business_centers_of(world.context, sam.person_id) == ()
    assert [account.id for account in tiktok_accounts.list_all(world.context, nora)] == [link_id]
    with world.store.read() as session:
        assert session.exec(select(MemberTikTokAccount).where(MemberTikTokAccount.member_id == row_id)).all() == []
        assert session.exec(select(KeptSession)).one().ended_at == world.clock.now()
        last = session.exec(select(GrantChange).where(GrantChange.holder_id == row_id)).all()[-1]
        assert (last.before, last.after, last.by_name) == ("operator", None, "Nora")
    assert world.actions(nora)[-2:] == ["access_changed", "member_removed"]
    assert {ChangeKind.MEMBER, ChangeKind.GRANT, ChangeKind.PERSON} <= {change.kind for change in told}


def test_an_account_a_member_linked_stays_when_they_go(world, nora, mara):
    ada = join(world, nora, "Ada", role=ADMIN)
    link_id = world.approve(world.request(ada), mara).result.link_id
    members.remove(world.context, nora, member_id(world, nora, ada))
    assert tiktok_accounts.get(world.context, nora, link_id).state.value == "active"


def test_a_member_leaves_by_themselves(world, nora, sam):
    members.leave(world.context, sam)
    assert row_of(world, nora, "sam@example.com").status is MemberStatus.UNBOUND
    entry = world.last_entry(nora)
    assert (entry.action, entry.actor_name, entry.details["accounts"]) == ("member_left", "Sam", ["@mara: operator"])


def test_the_last_admin_can_neither_leave_nor_be_removed(world, nora, sam):
    with pytest.raises(LastAdmin):
        members.leave(world.context, nora)
    with pytest.raises(LastAdmin):
        members.remove(world.context, nora, member_id(world, nora, nora))
    assert members.list_all(world.context, nora).admins == 1
    assert world.last_entry(nora).details["reason"] == "last_admin"


def test_one_of_two_admins_can_go(world, nora):
    ada = join(world, nora, "Ada", role=ADMIN)
    members.leave(world.context, nora)
    assert members.list_all(world.context, ada).admins == 1
