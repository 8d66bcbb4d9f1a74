"""Accepting and declining an invitation: who one becomes, what one gets, and every code that is not taken."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesktop.core.errors import (
    ChangedMeanwhile,
    HostileText,
    InvitationCodeForOtherStore,
    InvitationCodeWrong,
    LimitReached,
    PasswordTooCommon,
    SignInFailed,
    ValueMissing,
    ValueTooLong,
    ValueTooShort,
)
from bcdesktop.core.roles import AssetRole, FinanceRole, MemberStatus
from bcdesktop.services import _invitations, invitations, members, people, tiktok_accounts
from bcdesktop.services.keys import StoreKeys
from bcdesktop.services.people_errors import (
    AlreadyMember,
    InvitationExpired,
    InvitationNotOpen,
    InvitationUnknown,
)
from tests.services.inviting import ADMIN, STANDARD, TEXT, code_for, invite, join, member_id, row_of
from tests.services.world import PASSWORD, MemorySecrets, World

ANALYST, OPERATOR = AssetRole.ANALYST, AssetRole.OPERATOR


@pytest.fixture
def link_id(world, nora, mara):
    return world.approve(world.request(nora), mara).result.link_id


# ------------------------------------------------------------------ what is offered
def test_an_offer_says_who_invites_to_what(world, nora, link_id):
    code = code_for(world, nora, role=ADMIN, finance_role=FinanceRole.ANALYST, accounts=((link_id, ANALYST),))
    offer = invitations.look_up(world.context, f"Hello, your code is {code.lower()}.")
    assert (offer.center_name, offer.invited_by, offer.email) == ("Lantern Media", "Nora", "sam@example.com")
    assert (offer.role, offer.finance_role, offer.accounts) == (ADMIN, FinanceRole.ANALYST, (("@mara", ANALYST),))
    assert offer.person_name is None


# ------------------------------------------------------------------ accepting
def test_a_new_person_is_a_member_at_once_and_can_sign_in(world, nora):
    sam = invitations.accept(world.context, code_for(world, nora), "  Sam Tan ", PASSWORD)
    assert (sam.name, sam.role, sam.business_center_id) == ("Sam Tan", STANDARD, nora.business_center_id)
    assert people.sign_in(world.context, "sam@example.com", PASSWORD) == sam
    row = row_of(world, nora, "sam@example.com")
    assert (row.status, row.is_invitation, row.accounts) == (MemberStatus.BOUND, False, 0)
    assert world.actions(nora)[-2] == "invitation_accepted"


def test_a_new_member_without_accounts_sees_none(world, nora, link_id):
    assert tiktok_accounts.list_all(world.context, join(world, nora)) == ()


def test_accounts_of_the_invitation_are_given_in_the_name_of_who_invited(world, nora, link_id):
    sam = join(world, nora, accounts=((link_id, OPERATOR),))
    assert [row.id for row in tiktok_accounts.list_all(world.context, sam)] == [link_id]
    entries = members.activity_of(world.context, nora, member_id(world, nora, sam))
    given = next(entry for entry in entries if entry.action == "access_changed")
    assert (given.actor_name, given.details["changes"][0]["after"]) == ("Nora", "operator")


def test_an_account_that_went_meanwhile_is_left_out_and_told_in_the_log(world, nora, link_id):
    code = code_for(world, nora, accounts=((link_id, OPERATOR),))
    tiktok_accounts.disconnect(world.context, nora, link_id)
    assert invitations.look_up(world.context, code).accounts == ()
    invitations.accept(world.context, code, "Sam", PASSWORD)
    assert row_of(world, nora, "sam@example.com").accounts == 0
    assert world.last_entry(nora).details["accounts_gone"] == 1


def test_somebody_known_joins_with_their_own_password_and_name(world, nora):
    otto = world.center("Otter Works", "Otto")
    code = code_for(world, nora, "OTTO@example.com")
    assert invitations.look_up(world.context, code).person_name == "Otto"
    joined = invitations.accept(world.context, code, "Somebody Else", PASSWORD)
    assert (joined.person_id, joined.name, joined.business_center_id) == (
        otto.person_id,
        "Otto",
        nora.business_center_id,
    )


def test_a_code_alone_takes_over_nobody(world, nora):
    world.center("Otter Works", "Otto")
    code = code_for(world, nora, "otto@example.com")
    with pytest.raises(SignInFailed):
        invitations.accept(world.context, code, "Otto", "another-password-9")
    assert invitations.look_up(world.context, code).person_name == "Otto"


def test_who_comes_back_has_the_same_row_again_without_what_it_gave(world, nora, link_id):
    sam = join(world, nora, accounts=((link_id, OPERATOR),))
    row_id = member_id(world, nora, sam)
    members.remove(world.context, nora, row_id)
    back = invitations.accept(world.context, code_for(world, nora, role=ADMIN), "Sam", PASSWORD)
    row = members.get(world.context, nora, row_id)
    assert (back.person_id, row.status, row.role, row.accounts, row.left_at) == (
        sam.person_id,
        MemberStatus.BOUND,
        ADMIN,
        0,
        None,
    )


@pytest.mark.parametrize(
    ("name", "password", "error", "field"),
    [
        ("", PASSWORD, ValueMissing, "name"),
        ("x" * 81, PASSWORD, ValueTooLong, "name"),
        ("Sam\u202e", PASSWORD, HostileText, "name"),
        ("Sam", "", ValueMissing, "password"),
        ("Sam", "short", ValueTooShort, "password"),
        ("Sam", "password123", PasswordTooCommon, "password"),
    ],
)
def test_a_name_or_password_that_cannot_be_leaves_the_invitation_open(world, nora, name, password, error, field):
    code = code_for(world, nora)
    with pytest.raises(error) as caught:
        invitations.accept(world.context, code, name, password)
    assert caught.value.field == field
    assert invitations.look_up(world.context, code)


def test_a_fourth_business_center_is_refused(world, nora):
    otto = world.center("Otter Works", "Otto")
    code = code_for(world, nora, "otto@example.com")
    context = world.limited(business_centers_per_person=1)
    with pytest.raises(LimitReached) as caught:
        invitations.accept(context, code, "Otto", PASSWORD)
    assert caught.value.limit == "business_centers_per_person"
    assert [center.id for center in people.business_centers_of(context, otto.person_id)] == [otto.business_center_id]


def test_the_limit_of_a_role_counts_again_when_accepting(world, nora):
    code = code_for(world, nora, role=ADMIN)
    with pytest.raises(LimitReached):
        invitations.accept(world.limited(admins_per_business_center=1), code, "Sam", PASSWORD)
    assert invitations.accept(world.context, code, "Sam", PASSWORD).role is ADMIN


def test_an_address_taken_between_two_looks_takes_over_nobody(world, nora, monkeypatch):
    """Sam exists by the time the transaction begins; the password was never compared with Sam's."""
    otto = world.center("Otter Works", "Otto")
    code, other = code_for(world, nora), code_for(world, otto)
    first = invitations.accept(world.context, other, "Sam", PASSWORD)
    found, calls = _invitations.person_with, []

    def not_yet(session, email):
        calls.append(email)
        return None if len(calls) == 1 else found(session, email)

    monkeypatch.setattr(_invitations, "person_with", not_yet)
    with pytest.raises(ChangedMeanwhile):
        invitations.accept(world.context, code, "Impostor", "another-password-9")
    assert people.sign_in(world.context, "sam@example.com", PASSWORD).person_id == first.person_id


# ------------------------------------------------------------------ the store key
def test_the_store_key_is_kept_for_the_new_person_where_it_is_unlocked(tmp_path):
    world = World(tmp_path, secrets=MemorySecrets(needs_passphrase=True))
    try:
        sam = join(world, world.center())
        later = replace(world.context, keys=StoreKeys())
        people.sign_in(later, "sam@example.com", PASSWORD)
        assert later.keys.key == world.context.keys.key
        assert any(sam.person_id in name for name in world.secrets.kept)
    finally:
        world.close()


def test_after_signing_out_the_keyring_gives_the_key_to_who_accepts(world, nora):
    code = code_for(world, nora)
    people.sign_out(world.context, nora)
    invitations.accept(world.context, code, "Sam", PASSWORD)
    assert world.context.keys.is_unlocked


# ------------------------------------------------------------------ codes that are not taken
def test_a_used_code_says_that_it_was_accepted(world, nora):
    code = code_for(world, nora)
    invitations.accept(world.context, code, "Sam", PASSWORD)
    with pytest.raises(InvitationNotOpen) as caught:
        invitations.accept(world.context, code, "Sam", PASSWORD)
    assert caught.value.state == "accepted"


def test_an_expired_code_names_the_business_center_to_ask(world, nora):
    code = code_for(world, nora)
    world.wait(days=7)
    assert invitations.look_up(world.context, code)
    world.wait(seconds=1)
    with pytest.raises(InvitationExpired) as caught:
        invitations.accept(world.context, code, "Sam", PASSWORD)
    assert caught.value.center_name == "Lantern Media"
    assert row_of(world, nora, "sam@example.com").is_expired


def test_codes_of_another_store_mistyped_and_replaced_ones_are_told_apart(world, nora):
    other = world.other_store()
    foreign = invite(world, world.center("Otter Works", "Otto", other), "sam@example.com", context=other)[0].code
    code = code_for(world, nora)
    invitations.resend(world.context, nora, row_of(world, nora, "sam@example.com").id, TEXT)
    for text, error in (
        (foreign, InvitationCodeForOtherStore),
        (code[:-1], InvitationCodeWrong),
        (code, InvitationUnknown),
    ):
        with pytest.raises(error):
            invitations.look_up(world.context, text)


def test_who_became_a_member_another_way_cannot_join_twice(world, nora):
    code = code_for(world, nora)
    world.standard_member(nora, "Sam")
    with pytest.raises(AlreadyMember):
        invitations.accept(world.context, code, "Sam", PASSWORD)


# ------------------------------------------------------------------ declining
def test_declining_with_a_reason_stands_in_the_list_and_in_the_log(world, nora):
    code = code_for(world, nora)
    invitations.decline(world.context, code, "  I work elsewhere now ")
    row = row_of(world, nora, "sam@example.com")
    assert (row.status, row.decline_reason) == (MemberStatus.REJECTED, "I work elsewhere now")
    entry = world.last_entry(nora)
    assert (entry.action, entry.actor_name, entry.details["reason"]) == (
        "invitation_declined",
        "sam@example.com",
        "I work elsewhere now",
    )
    with pytest.raises(InvitationNotOpen):
        invitations.accept(world.context, code, "Sam", PASSWORD)


def test_a_reason_that_is_too_long_declines_nothing(world, nora):
    code = code_for(world, nora)
    with pytest.raises(ValueTooLong):
        invitations.decline(world.context, code, "ä" * 61)
    assert invitations.look_up(world.context, code)
