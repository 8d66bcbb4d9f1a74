"""Partner texts that do not count: old, foreign, forged, from a wrong clock (security.md 2.3 to 2.5)."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bcdesktop.core import code
from bcdesktop.core.clock import unix
from bcdesktop.core.code import CodeFromFuture, CodeReason, CodeRefused
from bcdesktop.core.errors import NotFound
from bcdesktop.core.mails import MailKind
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.services import partner_texts, partners
from bcdesktop.services.errors import CodeKindWrong
from bcdesktop.services.people_errors import (
    AlreadyPartner,
    PartnerKeyChanged,
    PartnershipNotOpen,
    PartnerTextForOther,
    PartnerTextOld,
    PartnerTextUnknown,
)
from bcdesktop.store.tables import PartnerShare
from tests.services.partner_sides import Side
from tests.services.partnering import OPERATOR, TEXT, invite, mails


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
    "changes",
    [{"partnership_id": bytes(16)}, {"business_center_id": "7" * 19}, {"sequence": 99}],
    ids=["partnership", "center", "sequence"],
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
