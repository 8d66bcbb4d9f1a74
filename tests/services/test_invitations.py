"""Inviting people: what is refused, what is made, sent again and taken back (domain.md 6.1; A2-08, A4-29, A4-30)."""

from __future__ import annotations

import uuid

import pytest
from sqlmodel import select

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import InputRefused, LimitReached, NotFound, ValueMalformed, ValueMissing
from bcdesktop.core.invitations import hash_of_code
from bcdesktop.core.mails import MailKind, MailText
from bcdesktop.core.roles import AppliesTo, AssetRole, FinanceRole, MemberStatus
from bcdesktop.services import invitations, members
from bcdesktop.services.people_errors import (
    AlreadyInvited,
    AlreadyMember,
    DomainNotAllowed,
    InvitationNotOpen,
    InvitationUnknown,
    ListedTwice,
    RoleAboveShare,
    TooManyAddresses,
)
from bcdesktop.services.people_records import NewInvitation
from bcdesktop.store.tables import BusinessCenter, CommandKey, Invitation, Mail
from tests.services.inviting import ADMIN, STANDARD, TEXT, code_for, invite, join, member_id, received_share, row_of
from tests.services.world import PASSWORD

OPERATOR = AssetRole.OPERATOR


def rule(world, admin, domains_for, *domains):
    """Set the domain rule of the Business Center."""

    def work(unit):
        center = unit.session.get_one(BusinessCenter, admin.business_center_id)
        center.domains_for, center.allowed_domains = domains_for, list(domains)
        unit.session.add(center)

    world.store.run(work)


def codes_of(checks):
    return [(check.text, None if check.problem is None else check.problem.code) for check in checks]


# ------------------------------------------------------------------ looking at a list
def test_a_pasted_list_says_of_every_piece_whether_it_can_be_invited(world, nora):
    join(world, nora, "Sam")
    invite(world, nora, "ida@example.com")
    text = "Tess <tess@example.com>; SAM@example.com, ida@example.com\nnot@an@address tess@example.com"
    checks = invitations.check_addresses(world.context, nora, text, STANDARD)
    assert codes_of(checks) == [
        ("Tess <tess@example.com>", None),
        ("SAM@example.com", "already_member"),
        ("ida@example.com", "already_invited"),
        ("not@an@address", "value_malformed"),
        ("tess@example.com", "listed_twice"),
    ]
    assert checks[0].name == "Tess"


def test_the_domain_rule_is_told_for_the_roles_it_binds(world, nora):
    rule(world, nora, AppliesTo.ADMINS, "lantern.example")
    ways = {
        role: invitations.check_addresses(world.context, nora, "tess@example.com", role) for role in (ADMIN, STANDARD)
    }
    assert isinstance(ways[ADMIN][0].problem, DomainNotAllowed)
    assert ways[STANDARD][0].problem is None


def test_somebody_who_declined_ran_out_or_left_can_be_asked_again(world, nora):
    invitations.decline(world.context, code_for(world, nora, "ida@example.com"), "")
    members.remove(world.context, nora, member_id(world, nora, join(world, nora, "Sam")))
    invite(world, nora, "tess@example.com")
    world.wait(days=8)
    text = "ida@example.com sam@example.com tess@example.com"
    assert [one.problem for one in invitations.check_addresses(world.context, nora, text, STANDARD)] == [None] * 3
    assert len(invite(world, nora, *text.split())) == 3


# ------------------------------------------------------------------ inviting
def test_who_is_invited_stands_in_the_list_as_pending_with_nothing_but_the_role(world, nora):
    invite(world, nora, "sam@example.com")
    row = row_of(world, nora, "sam@example.com")
    assert (row.status, row.role, row.finance_role, row.accounts) == (MemberStatus.PENDING, STANDARD, None, 0)
    assert (row.is_invitation, row.person_id, row.invited_by, row.times_sent) == (True, None, "Nora", 1)


def test_role_finance_role_name_and_accounts_are_kept(world, nora, mara):
    link_id = world.approve(world.request(nora), mara).result.link_id
    invite(
        world,
        nora,
        "sam@example.com",
        role=ADMIN,
        finance_role=FinanceRole.ANALYST,
        accounts=((link_id, OPERATOR),),
        names={"sam@example.com": "Sam Tan"},
    )
    row = row_of(world, nora, "sam@example.com")
    assert (row.role, row.finance_role, row.accounts, row.name) == (ADMIN, FinanceRole.ANALYST, 1, "Sam Tan")


def test_the_mail_carries_the_code_and_the_store_only_its_hash(world, nora):
    made = invite(world, nora, "sam@example.com", names={"sam@example.com": "Sam"})[0]
    with world.store.read() as session:
        mail = session.get_one(Mail, made.mail_id)
        row = session.get_one(Invitation, made.invitation_id)
        keys = session.exec(select(CommandKey)).all()
    assert (mail.kind, mail.about_id, mail.to_address) == (MailKind.INVITATION, made.invitation_id, "sam@example.com")
    assert mail.body == f"Hello Sam,\n\nyour code: {made.code}\n"
    assert row.code_hash == hash_of_code(made.code)
    assert made.code not in repr([key.result for key in keys])


def test_every_invitation_is_logged_and_told(world, nora):
    told = []
    world.store.subscribe(told.extend)
    invite(world, nora, "sam@example.com", "tess@example.com")
    assert world.actions(nora)[-2:] == ["member_invited", "member_invited"]
    assert world.last_entry(nora).details["email"] == "tess@example.com"
    assert {ChangeKind.MEMBER, ChangeKind.MAIL} <= {change.kind for change in told}


def test_the_same_call_twice_invites_once_and_gives_the_same_codes(world, nora):
    new, key = NewInvitation(("sam@example.com",)), uuid.uuid4().hex
    first = invitations.invite(world.context, nora, new, TEXT, key)
    assert invitations.invite(world.context, nora, new, TEXT, key) == first


@pytest.mark.parametrize(
    ("addresses", "error"),
    [
        ((), ValueMissing),
        (("tess@example.com", "nonsense"), ValueMalformed),
        (("tess@example.com", "TESS@example.com"), ListedTwice),
        (("tess@example.com", "nora@example.com"), AlreadyMember),
        (("tess@example.com", "ida@example.com"), AlreadyInvited),
        (tuple(f"p{n}@example.com" for n in range(51)), TooManyAddresses),
    ],
)
def test_one_bad_address_and_nobody_is_invited(world, nora, addresses, error):
    invite(world, nora, "ida@example.com")
    before = members.list_all(world.context, nora)
    with pytest.raises(error):
        invite(world, nora, *addresses)
    assert members.list_all(world.context, nora) == before


def test_fifty_at_once_are_invited(world, nora):
    assert len(invite(world, nora, *(f"p{n}@example.com" for n in range(50)))) == 50


def test_an_address_of_another_domain_is_refused_where_the_rule_binds(world, nora):
    rule(world, nora, AppliesTo.EVERYBODY, "lantern.example")
    with pytest.raises(DomainNotAllowed) as caught:
        invite(world, nora, "tess@example.com")
    assert caught.value.domains == ("lantern.example",)
    assert invite(world, nora, "tess@mail.lantern.example")


def test_an_account_that_is_not_there_is_refused(world, nora, mara):
    foreign = world.approve(world.request(world.center("Otter Works", "Otto")), mara).result.link_id
    with pytest.raises(NotFound):
        invite(world, nora, "sam@example.com", accounts=((foreign, OPERATOR),))


def test_an_account_a_partner_shares_is_given_with_no_more_than_what_is_shared(world, nora):
    share_id = received_share(world, nora, AssetRole.ANALYST)
    with pytest.raises(RoleAboveShare) as caught:
        invite(world, nora, "sam@example.com", accounts=((share_id, OPERATOR),))
    assert (caught.value.name, caught.value.owner_name) == ("@bela", "Otter Works")
    code = code_for(world, nora, accounts=((share_id, AssetRole.ANALYST),))
    invitations.accept(world.context, code, "Sam", PASSWORD)
    assert row_of(world, nora, "sam@example.com").accounts == 1


@pytest.mark.parametrize(
    ("role", "limit"), [(ADMIN, "admins_per_business_center"), (STANDARD, "standard_members_per_business_center")]
)
def test_open_invitations_take_up_room_and_expired_ones_do_not(world, nora, role, limit):
    context = world.limited(**{limit: 2})
    first = ("a@example.com",) if role is ADMIN else ("a@example.com", "b@example.com")
    invite(world, nora, *first, role=role, context=context)
    with pytest.raises(LimitReached) as caught:
        invite(world, nora, "c@example.com", role=role, context=context)
    assert (caught.value.limit, caught.value.maximum, caught.value.current) == (limit, 2, 2)
    world.wait(days=7, seconds=1)
    assert invite(world, nora, "c@example.com", role=role, context=context)


@pytest.mark.parametrize("text", [MailText("", "body"), MailText("Join", "x" * 10_001), MailText("a\nb", "body")])
def test_a_mail_text_that_cannot_be_is_refused_and_nobody_invited(world, nora, text):
    before = members.list_all(world.context, nora)
    with pytest.raises(InputRefused) as caught:
        invitations.invite(world.context, nora, NewInvitation(("sam@example.com",)), text, "key")
    assert caught.value.field in {"subject", "body"}
    assert members.list_all(world.context, nora) == before


# ------------------------------------------------------------------ sending again, taking back
def test_resending_makes_a_new_code_and_seven_new_days_and_ends_the_old_code(world, nora):
    old = invite(world, nora, "sam@example.com")[0]
    world.wait(days=6)
    new = invitations.resend(world.context, nora, old.invitation_id, TEXT)
    assert new.code != old.code
    with pytest.raises(InvitationUnknown):
        invitations.look_up(world.context, old.code)
    world.wait(days=6)
    assert invitations.look_up(world.context, new.code).email == "sam@example.com"
    assert row_of(world, nora, "sam@example.com").times_sent == 2


def test_an_expired_invitation_comes_alive_by_resending_only_where_there_is_room(world, nora):
    context = world.limited(standard_members_per_business_center=1)
    first = invite(world, nora, "sam@example.com", context=context)[0]
    world.wait(days=8)
    second = invite(world, nora, "tess@example.com", context=context)[0]
    with pytest.raises(LimitReached):
        invitations.resend(context, nora, first.invitation_id, TEXT)
    invitations.withdraw(context, nora, second.invitation_id)
    assert invitations.resend(context, nora, first.invitation_id, TEXT).code


def test_inviting_an_expired_address_anew_withdraws_the_old_invitation(world, nora):
    old = invite(world, nora, "sam@example.com")[0]
    world.wait(days=8)
    invite(world, nora, "Sam@example.com", role=ADMIN)
    rows = [row for row in members.list_all(world.context, nora).rows if row.email.lower() == "sam@example.com"]
    assert [(row.role, row.is_expired) for row in rows] == [(ADMIN, False)]
    with pytest.raises(InvitationNotOpen):
        invitations.resend(world.context, nora, old.invitation_id, TEXT)


def test_a_withdrawn_invitation_leaves_the_list_and_cannot_be_accepted(world, nora):
    made = invite(world, nora, "sam@example.com")[0]
    invitations.withdraw(world.context, nora, made.invitation_id)
    assert [row.email for row in members.list_all(world.context, nora).rows] == ["nora@example.com"]
    assert world.last_entry(nora).action == "invitation_withdrawn"
    with pytest.raises(InvitationNotOpen) as caught:
        invitations.accept(world.context, made.code, "Sam", PASSWORD)
    assert caught.value.state == "withdrawn"


@pytest.mark.parametrize("end", [invitations.withdraw, lambda c, a, i: invitations.resend(c, a, i, TEXT)])
def test_an_answered_invitation_can_neither_be_sent_again_nor_withdrawn(world, nora, end):
    made = invite(world, nora, "sam@example.com")[0]
    invitations.accept(world.context, made.code, "Sam", PASSWORD)
    with pytest.raises(InvitationNotOpen) as caught:
        end(world.context, nora, made.invitation_id)
    assert caught.value.state == "accepted"


def test_several_are_sent_again_or_withdrawn_all_or_none(world, nora):
    made = [one.invitation_id for one in invite(world, nora, "sam@example.com", "tess@example.com")]
    with pytest.raises(NotFound):
        invitations.resend_all(world.context, nora, [(made[0], TEXT), ("missing", TEXT)])
    with pytest.raises(NotFound):
        invitations.withdraw_all(world.context, nora, [made[0], "missing"])
    assert row_of(world, nora, "sam@example.com").times_sent == 1
    assert len(invitations.resend_all(world.context, nora, [(id_, TEXT) for id_ in made])) == 2
    invitations.withdraw_all(world.context, nora, made)
    assert [row.email for row in members.list_all(world.context, nora).rows] == ["nora@example.com"]


def test_an_invitation_of_another_business_center_is_not_found(world, nora):
    made = invite(world, world.center("Otter Works", "Otto"), "sam@example.com")[0]
    with pytest.raises(NotFound):
        invitations.withdraw(world.context, nora, made.invitation_id)


# ------------------------------------------------------------------ what the admins see of one
def test_the_admins_see_what_an_invitation_offers_even_when_it_ran_out(world, nora, mara):
    link_id = world.approve(world.request(nora), mara).result.link_id
    made = invite(world, nora, "sam@example.com", accounts=((link_id, OPERATOR),))[0]
    world.wait(days=8)
    assert invitations.get(world.context, nora, made.invitation_id).accounts == (("@mara", OPERATOR),)


def test_the_newest_mail_is_the_one_to_send_another_way(world, nora):
    made = invite(world, nora, "sam@example.com")[0]
    world.wait(minutes=1)
    again = invitations.resend(world.context, nora, made.invitation_id, MailText("Again", "[[code]]"))
    assert invitations.newest_mail(world.context, nora, made.invitation_id) == MailText("Again", again.code)
