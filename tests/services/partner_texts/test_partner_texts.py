"""Partners in two stores on two computers: only signed texts travel between them (security.md 2.5 and 2.6)."""

from __future__ import annotations

import pytest

from bcdesktop.core.code.lines import put_together
from bcdesktop.core.errors import ValueMalformed
from bcdesktop.core.mails import MailKind
from bcdesktop.core.partnerships import PartnershipSide, PartnershipState
from bcdesktop.services import grants, partner_texts, partners
from bcdesktop.services.partner_records import PartnerTextKind
from bcdesktop.services.people_errors import (
    PartnershipNotOpen,
)
from bcdesktop.services.people_records import Assignment
from tests.services.partnering import ANALYST, OPERATOR, history, invite, mails, member, roles_of_members


def test_the_sharing_side_waits_and_has_heard_nothing(invited):
    assert (invited.state, invited.is_elsewhere, invited.other_name) == (PartnershipState.PENDING, True, "")
    assert (invited.heard_at, invited.is_behind) == (None, True)


def test_the_invitation_goes_to_the_address_with_the_text_in_its_place(here, there, link_id):
    row = invite(here.context, here.actor, there.actor.business_center_id, link_id, to_address="otto@example.com")
    (mail,) = mails(here.context)
    assert (mail.to_address, mail.kind, mail.about_id) == ("otto@example.com", MailKind.PARTNER_INVITATION, row.id)
    lines = mail.body.partition("PI1:")
    assert there.look_at(put_together(f"PI1:{lines[2]}".splitlines())).partnership_id == row.id


def test_without_an_address_nothing_is_mailed(here, invited):
    assert mails(here.context) == []


def test_an_address_that_is_none_is_refused_at_its_field(here, there, link_id):
    with pytest.raises(ValueMalformed) as caught:
        invite(here.context, here.actor, there.actor.business_center_id, link_id, to_address="otto")
    assert caught.value.field == "to_address"


def test_a_text_says_what_it_is_before_anything_is_done(here, there, invited):
    seen = there.look_at(here.newest(invited))
    assert (seen.kind, seen.other_name, seen.note) == (PartnerTextKind.INVITATION, "Lantern Media", "Winter campaign")
    assert [(row.handle, row.role, row.before) for row in seen.accounts] == [("mara", ANALYST, None)]
    assert (seen.is_first_contact, seen.key_is_new, seen.is_known) == (True, False, False)
    assert partners.list_all(there.context, there.actor) == ()


def test_an_invitation_that_was_entered_waits_for_an_answer(there, received):
    assert (received.side, received.state, received.is_elsewhere) == (
        PartnershipSide.RECEIVING,
        PartnershipState.PENDING,
        True,
    )
    assert [(share.handle, share.role, share.link_id) for share in received.shares] == [("mara", ANALYST, None)]
    assert [row.id for row in partners.waiting(there.context, there.actor)] == [received.id]


def test_entering_it_twice_changes_nothing(here, there, invited, received):
    text = here.newest(invited)
    assert there.look_at(text).is_known
    assert there.take(text) == received
    assert len(partners.activity_of(there.context, there.actor, received.id)) == 1


def test_there_is_no_answer_to_carry_before_one_was_given(there, received):
    with pytest.raises(PartnershipNotOpen):
        there.newest(received)


def test_the_answer_makes_the_partnership_hold_on_both_sides(here, there, accepted):
    assert (accepted.state, accepted.other_name) == (PartnershipState.ACTIVE, "Otter Works")
    assert (accepted.is_behind, accepted.heard_sequence) == (False, accepted.sequence)
    assert there.get(accepted).state is PartnershipState.ACTIVE


def test_the_partner_gives_a_received_account_to_its_members(there, accepted):
    share_id = there.get(accepted).shares[0].id
    holder = member(there.context, there.actor)
    grants.assign(there.context, there.actor, (Assignment(share_id, holder, ANALYST),), "key")
    assert history(there.context, there.actor) == [("@mara", "Otto", None, "analyst")]


def test_both_sides_read_the_same_thirty_digits(here, there, accepted):
    theirs = partner_texts.digits(there.context, there.actor, accepted.id)
    assert theirs == partner_texts.digits(here.context, here.actor, accepted.id)
    assert len(theirs.replace(" ", "")) == 30


def test_before_an_answer_came_there_are_no_digits_to_compare(here, invited):
    assert partner_texts.digits(here.context, here.actor, invited.id) is None


def test_a_declined_invitation_comes_back_with_its_reason(world, here, there, invited, received):
    partners.decline(there.context, there.actor, received.id, "Not our client")
    text = there.newest(received)
    assert here.look_at(text).kind is PartnerTextKind.DECLINED
    row = here.take(text)
    assert (row.state, row.decline_reason, row.shares) == (PartnershipState.DECLINED, "Not our client", ())
    assert history(here.context, here.actor)[-1] == ("@mara", "Otter Works", "analyst", None)


def test_a_change_of_what_is_shared_makes_a_newer_text(world, here, there, accepted, link_id):
    bela = world.approve(world.request(here.actor), world.sign_up("bela")).result.link_id
    world.wait(minutes=1)
    row = partners.change_shares(here.context, here.actor, accepted.id, ((link_id, OPERATOR), (bela, ANALYST)))
    assert row.is_behind
    seen = there.look_at(here.newest(row))
    assert seen.kind is PartnerTextKind.UPDATE
    assert {(one.handle, one.role, one.before) for one in seen.accounts} == {
        ("mara", OPERATOR, ANALYST),
        ("bela", ANALYST, None),
    }
    theirs = there.take(here.newest(row))
    assert {(share.handle, share.role) for share in theirs.shares} == {("mara", OPERATOR), ("bela", ANALYST)}
    assert here.take(there.newest(theirs)).is_behind is False


def test_a_lowered_share_lowers_the_partners_people_when_it_hears_of_it(world, here, there, invited, link_id):
    row = partners.change_shares(here.context, here.actor, invited.id, ((link_id, OPERATOR),))
    theirs = there.take(here.newest(row))
    partners.accept(there.context, there.actor, theirs.id)
    holder = member(there.context, there.actor)
    grants.assign(there.context, there.actor, (Assignment(theirs.shares[0].id, holder, OPERATOR),), "key")
    here.take(there.newest(theirs))
    row = partners.change_shares(here.context, here.actor, invited.id, ((link_id, ANALYST),))
    assert roles_of_members(there.context) == [OPERATOR], "it has not heard of it yet"
    there.take(here.newest(row))
    assert roles_of_members(there.context) == [ANALYST]


def test_what_stops_being_shared_is_taken_from_the_partners_people(world, here, there, accepted, link_id):
    theirs = there.get(accepted)
    holder = member(there.context, there.actor)
    grants.assign(there.context, there.actor, (Assignment(theirs.shares[0].id, holder, ANALYST),), "key")
    row = partners.change_shares(here.context, here.actor, accepted.id, ((link_id, None),))
    text = here.newest(row)
    assert [(one.handle, one.role, one.before) for one in there.look_at(text).accounts] == [("mara", None, ANALYST)]
    assert there.take(text).shares == ()
    assert roles_of_members(there.context) == []


def test_an_end_is_told_by_a_text_and_answered_by_one(world, here, there, accepted):
    world.wait(minutes=1)
    row = partners.remove(here.context, here.actor, accepted.id)
    assert (row.state, row.is_behind) == (PartnershipState.ENDED, True)
    assert there.get(accepted).state is PartnershipState.ACTIVE, "a computer that hears nothing goes on"
    text = here.newest(row)
    assert there.look_at(text).kind is PartnerTextKind.END
    theirs = there.take(text)
    assert (theirs.state, theirs.ended_by, theirs.shares) == (PartnershipState.ENDED, "Lantern Media", ())
    world.wait(minutes=1)
    assert here.take(there.newest(theirs)).is_behind is False


def test_the_partner_ends_it_from_its_side(world, here, there, accepted):
    world.wait(minutes=1)
    theirs = partners.remove(there.context, there.actor, accepted.id)
    text = there.newest(theirs)
    assert here.look_at(text).kind is PartnerTextKind.PARTNER_ENDED
    row = here.take(text)
    assert (row.state, row.ended_by, row.shares, row.is_behind) == (PartnershipState.ENDED, "Otter Works", (), False)
    assert history(here.context, here.actor)[-1] == ("@mara", "Otter Works", "analyst", None)
