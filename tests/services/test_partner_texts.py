"""Partners in two stores on two computers: only signed texts travel between them (security.md 2.5 and 2.6)."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from sqlmodel import select

from bcdesktop.core import code
from bcdesktop.core.clock import unix
from bcdesktop.core.code import CodeFromFuture, CodeReason, CodeRefused
from bcdesktop.core.code.lines import put_together
from bcdesktop.core.errors import NotFound, ValueMalformed
from bcdesktop.core.ids import new_id
from bcdesktop.core.mails import MailKind
from bcdesktop.core.partnerships import PartnershipSide, PartnershipState
from bcdesktop.services import grants, partner_texts, partners
from bcdesktop.services.context import Context
from bcdesktop.services.errors import CodeKindWrong
from bcdesktop.services.partner_records import PartnerTextKind
from bcdesktop.services.people_errors import (
    AlreadyPartner,
    PartnerKeyChanged,
    PartnershipNotOpen,
    PartnerTextForOther,
    PartnerTextOld,
    PartnerTextUnknown,
)
from bcdesktop.services.people_records import Assignment
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import PartnerShare
from tests.services.partnering import ANALYST, OPERATOR, TEXT, history, invite, mails, member, roles_of_members


@dataclass
class Side:
    """One Business Center on its computer."""

    context: Context
    actor: Actor

    def newest(self, row) -> str:
        return partner_texts.newest(self.context, self.actor, row.id)

    def take(self, text: str):
        return partner_texts.take(self.context, self.actor, text)

    def look_at(self, text: str):
        return partner_texts.look_at(self.context, self.actor, text)

    def get(self, row):
        return partners.get(self.context, self.actor, row.id)


@pytest.fixture
def here(world, nora):
    """Lantern Media, which shares."""
    return Side(world.context, nora)


@pytest.fixture
def there(world):
    """Otter Works in another store."""
    context = world.other_store()
    return Side(context, world.center("Otter Works", "Otto", context))


@pytest.fixture
def link_id(world, nora, mara):
    return world.approve(world.request(nora), mara).result.link_id


@pytest.fixture
def invited(here, there, link_id):
    return invite(here.context, here.actor, there.actor.business_center_id, link_id, note="Winter campaign")


@pytest.fixture
def received(world, here, there, invited):
    world.wait(minutes=1)
    return there.take(here.newest(invited))


@pytest.fixture
def accepted(world, here, there, invited, received):
    """The partnership as the sharing side has it after the answer came back."""
    world.wait(minutes=1)
    partners.accept(there.context, there.actor, received.id)
    return here.take(there.newest(received))


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


def test_an_older_text_is_refused(world, here, there, accepted, link_id):
    old = here.newest(accepted)
    there.take(here.newest(partners.change_shares(here.context, here.actor, accepted.id, ((link_id, OPERATOR),))))
    with pytest.raises(PartnerTextOld):
        there.take(old)
    assert there.get(accepted).shares[0].role is OPERATOR


def test_an_old_text_does_not_bring_an_ended_partnership_back(world, here, there, accepted):
    old = here.newest(accepted)
    there.take(here.newest(partners.remove(here.context, here.actor, accepted.id)))
    with pytest.raises(PartnerTextOld):
        there.take(old)
    assert there.get(accepted).state is PartnershipState.ENDED


def test_an_old_answer_does_not_bring_an_ended_partnership_back(world, here, there, accepted):
    yes = there.newest(accepted)
    partners.remove(here.context, here.actor, accepted.id)
    world.wait(minutes=1)
    assert here.take(yes).state is PartnershipState.ENDED
    with pytest.raises(PartnershipNotOpen):
        here.take(there.newest(accepted))


def test_an_answer_to_an_invitation_that_was_taken_back_is_refused(world, here, there, invited, received):
    partners.accept(there.context, there.actor, received.id)
    partners.remove(here.context, here.actor, invited.id)
    with pytest.raises(PartnershipNotOpen) as caught:
        here.take(there.newest(received))
    assert caught.value.state == "ended"


def test_an_update_to_a_partnership_the_partner_ended_is_refused(world, here, there, accepted, link_id):
    partners.remove(there.context, there.actor, accepted.id)
    row = partners.change_shares(here.context, here.actor, accepted.id, ((link_id, OPERATOR),))
    with pytest.raises(PartnershipNotOpen):
        there.take(here.newest(row))


def test_a_new_invitation_shows_that_the_old_partnership_is_over(world, here, there, accepted, link_id):
    partners.remove(here.context, here.actor, accepted.id)
    world.wait(minutes=1)
    again = invite(here.context, here.actor, there.actor.business_center_id, link_id)
    there.take(here.newest(again))
    assert there.get(accepted).state is PartnershipState.ENDED
    assert there.get(again).state is PartnershipState.PENDING


def test_a_forgotten_older_invitation_is_refused_while_a_newer_one_holds(world, here, there, link_id):
    first = invite(here.context, here.actor, there.actor.business_center_id, link_id)
    old = here.newest(first)
    partners.remove(here.context, here.actor, first.id)
    world.wait(minutes=1)
    there.take(here.newest(invite(here.context, here.actor, there.actor.business_center_id, link_id)))
    with pytest.raises(PartnerTextOld):
        there.take(old)


def test_a_text_for_another_business_center_names_the_one_it_is_for(world, here, there, invited):
    third = Side(there.context, world.center("Third", "Tess", there.context))
    with pytest.raises(PartnerTextForOther) as caught:
        third.take(here.newest(invited))
    assert caught.value.business_center_id == there.actor.business_center_id


def test_an_answer_entered_in_another_business_center_names_the_one_it_is_for(world, here, there, invited, received):
    partners.accept(there.context, there.actor, received.id)
    third = Side(here.context, world.center("Third", "Tess"))
    with pytest.raises(PartnerTextForOther) as caught:
        third.take(there.newest(received))
    assert caught.value.business_center_id == here.actor.business_center_id


def forged(message, key=None) -> str:
    return code.seal(message, key or code.SigningKey.generate()).text


def invitation_of(here, there, row, **changes):
    """Return the message of an invitation with something changed, and a key to sign it with."""
    key = code.SigningKey.generate()
    genuine = code.open_code(here.newest(row)).message
    values = vars(genuine) | {"centre_key": key.public_key} | changes
    return forged(code.PartnerInvitation(**values), key)


def test_another_key_for_the_same_partnership_is_refused(here, there, invited, received):
    with pytest.raises(PartnerKeyChanged) as caught:
        there.take(invitation_of(here, there, invited, sequence=99, accounts=()))
    assert caught.value.name == "Lantern Media"
    assert there.get(received) == received


def test_another_key_cannot_begin_a_new_partnership_beside_an_open_one(here, there, invited, received):
    with pytest.raises(PartnerKeyChanged):
        there.take(invitation_of(here, there, invited, partnership_id=bytes(range(16))))


def test_after_an_end_a_new_key_is_taken_and_said_to_be_new(world, here, there, accepted):
    there.take(here.newest(partners.remove(here.context, here.actor, accepted.id)))
    world.wait(minutes=1)
    message = {"partnership_id": bytes(range(16)), "ended": False, "issued_at": unix(world.clock.now())}
    text = invitation_of(here, there, accepted, **message)
    assert there.look_at(text).key_is_new
    assert there.take(text).state is PartnershipState.PENDING


def test_an_answer_signed_by_another_key_than_the_first_is_refused(here, there, accepted):
    key = code.SigningKey.generate()
    genuine = code.open_code(there.newest(accepted)).message
    values = vars(genuine) | {"centre_key": key.public_key, "decision": code.PartnerDecision.END}
    with pytest.raises(PartnerKeyChanged):
        here.take(forged(code.PartnerAnswer(**values), key))
    assert here.get(accepted).state is PartnershipState.ACTIVE


def answer(here, there, row, **changes) -> str:
    key = code.SigningKey.generate()
    values = {
        "partnership_id": bytes.fromhex(row.id),
        "decision": code.PartnerDecision.ACCEPT,
        "centre_key": key.public_key,
        "centre_name": "Otter Works",
        "business_center_id": there.actor.business_center_id,
        "addressee_id": here.actor.business_center_id,
        "signed_at": unix(here.context.clock.now()),
        "sequence": row.sequence,
    }
    return forged(code.PartnerAnswer(**(values | changes)), key)


@pytest.mark.parametrize(
    "changes", [{"partnership_id": bytes(16)}, {"business_center_id": new_id()}, {"sequence": 99}], ids=str
)
def test_an_answer_that_fits_no_partnership_is_refused(here, there, invited, changes):
    with pytest.raises(PartnerTextUnknown):
        here.take(answer(here, there, invited, **changes))
    assert here.get(invited).state is PartnershipState.PENDING


def test_a_text_from_a_clock_that_is_ahead_is_refused(world, here, there, invited):
    world.wait(minutes=10)
    text = here.newest(invited)
    world.wait(minutes=-4)
    with pytest.raises(CodeFromFuture):
        there.look_at(text)


def test_a_text_with_a_changed_letter_is_refused(world, here, there, invited):
    with pytest.raises(CodeRefused) as caught:
        there.look_at(world.with_flipped_signature(here.newest(invited)))
    assert caught.value.reason is CodeReason.BAD_SIGNATURE


def test_another_kind_of_code_is_told_from_a_partners_text(world, here):
    request = world.request(here.actor)
    with pytest.raises(CodeKindWrong) as caught:
        here.look_at(request.code_text)
    assert caught.value.prefix == "AR1"


def test_a_partner_in_this_store_needs_no_text(world, here, link_id):
    otto = world.center("Otter Works", "Otto")
    row = invite(here.context, here.actor, otto.business_center_id, link_id)
    with pytest.raises(PartnershipNotOpen):
        here.newest(row)


def test_a_text_for_what_is_shared_inside_the_store_already_is_refused(world, here, link_id):
    otto = Side(here.context, world.center("Otter Works", "Otto"))
    invite(here.context, here.actor, otto.actor.business_center_id, link_id)
    center = here.actor.business_center_id
    from bcdesktop.services import _commands, _secrets

    with here.context.store.read() as session:
        row = _commands.business_center(session, center)
        key = _secrets.centre_signing_key(here.context, row)
    message = code.PartnerInvitation(
        bytes(16), key.public_key, "Lantern Media", center, otto.actor.business_center_id, unix(world.clock.now()), 1
    )
    with pytest.raises(AlreadyPartner):
        otto.take(forged(message, key))


def test_the_newest_text_is_mailed_to_whom_one_likes(here, there, accepted, invited):
    mail_id = partner_texts.send(there.context, there.actor, accepted.id, "nora@example.com", TEXT)
    (mail,) = mails(there.context)
    assert (mail.id, mail.kind, mail.to_address) == (mail_id, MailKind.PARTNER_ANSWER, "nora@example.com")
    assert "PA1:" in mail.body


def test_a_name_no_code_may_hold_is_replaced_by_the_handle(here, there, invited):
    def work(unit):
        share = unit.session.exec(select(PartnerShare)).one()
        share.display_name = "Mara\u0085"
        unit.session.add(share)

    here.context.store.run(work)
    assert there.look_at(here.newest(invited)).accounts[0].display_name == "mara"


def test_somebody_else_gets_no_text_of_it(world, here, invited):
    third = Side(here.context, world.center("Third", "Tess"))
    with pytest.raises(NotFound):
        third.newest(invited)
