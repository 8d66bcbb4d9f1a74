"""Invite members, without a window."""

from __future__ import annotations

import pytest

from bcdesktop.core.errors import InputRefused
from bcdesktop.core.flows.invite_members import Accounts, Addresses, InviteMembers, Message, Role
from bcdesktop.core.roles import AssetRole, BusinessCenterRole, FinanceRole

SAM = Addresses(("sam@example.com",), {"sam@example.com": "Sam"})


def answered(*answers):
    flow = InviteMembers()
    for answer in answers:
        flow.next(answer)
    return flow


def test_the_steps_lead_to_everything_that_is_needed():
    flow = answered(
        SAM,
        Role(BusinessCenterRole.ADMIN, FinanceRole.ANALYST),
        Accounts((("link", AssetRole.OPERATOR),)),
        Message("Join us", "[[code]]"),
    )
    assert flow.is_complete
    assert (flow.addresses, flow.role.finance_role, flow.accounts.accounts[0][0]) == (SAM, FinanceRole.ANALYST, "link")
    assert flow.text().subject == "Join us"


def test_who_says_nothing_invites_a_standard_member_without_accounts():
    flow = answered(SAM)
    assert (flow.role, flow.accounts) == (Role(BusinessCenterRole.STANDARD, None), Accounts(()))


@pytest.mark.parametrize(
    "answer",
    [
        Addresses(),
        Addresses(("sam@example.com",), unsettled=1),
        Addresses(tuple(f"p{n}@example.com" for n in range(51))),
    ],
)
def test_a_list_that_is_empty_too_long_or_holds_bad_ones_goes_no_further(answer):
    flow = InviteMembers()
    with pytest.raises(InputRefused) as caught:
        flow.next(answer)
    assert caught.value.field == "addresses"
    assert flow.step == "addresses"


@pytest.mark.parametrize(("message", "field"), [(Message(" ", "x"), "subject"), (Message("x", "\n"), "body")])
def test_a_mail_needs_a_subject_and_a_text(message, field):
    flow = answered(SAM, Role(), Accounts())
    with pytest.raises(InputRefused) as caught:
        flow.next(message)
    assert caught.value.field == field


def test_going_back_keeps_every_answer():
    flow = answered(SAM, Role(BusinessCenterRole.ADMIN))
    assert flow.back() == "role"
    assert flow.back() == "addresses"
    assert (flow.addresses, flow.role.role) == (SAM, BusinessCenterRole.ADMIN)


def test_there_is_no_mail_before_it_was_looked_at():
    with pytest.raises(InputRefused):
        answered(SAM).text()
