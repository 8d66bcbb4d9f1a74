"""Two Business Centers in one store that become partners (A4-31, A4-32; domain.md 6.2)."""

from __future__ import annotations

import pytest

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.errors import NotFound, ValueMalformed, ValueMissing, ValueTooLong
from bcdesktop.core.mails import MailKind
from bcdesktop.core.partnerships import PartnershipSide, PartnershipState
from bcdesktop.services import partners, tiktok_accounts
from bcdesktop.services.errors import LinkNotActive
from bcdesktop.services.people_errors import AlreadyPartner, PartnerIsSelf, PartnershipNotOpen
from tests.services.partnering import ANALYST, give, history, invite, mails


def test_an_invitation_is_pending_on_both_sides(world, nora, otto, invited):
    theirs = partners.get(world.context, otto, invited.id)
    assert (invited.side, invited.state, invited.other_name) == (
        PartnershipSide.GIVING,
        PartnershipState.PENDING,
        "Otter Works",
    )
    assert (theirs.side, theirs.state, theirs.other_name) == (
        PartnershipSide.RECEIVING,
        PartnershipState.PENDING,
        "Lantern Media",
    )
    assert (theirs.note, theirs.invited_by, theirs.is_elsewhere) == ("Winter campaign", "Nora", False)


def test_both_sides_see_what_is_shared_as_what(world, otto, invited):
    for row in (invited, partners.get(world.context, otto, invited.id)):
        assert [(share.handle, share.role, share.shared_by) for share in row.shares] == [("mara", ANALYST, "Nora")]


def test_an_invitation_waits_for_the_other_side_only(world, nora, otto, invited):
    assert [row.id for row in partners.waiting(world.context, otto)] == [invited.id]
    assert partners.waiting(world.context, nora) == ()


def test_every_admin_of_the_partner_gets_a_mail_and_nobody_else(world, nora, otto, link_id):
    world.standard_member(otto, "Sam")
    row = invite(world.context, nora, otto.business_center_id, link_id)
    (mail,) = mails(world.context)
    assert (mail.to_address, mail.kind, mail.about_id) == ("otto@example.com", MailKind.PARTNER_INVITATION, row.id)
    assert mail.from_name == "Lantern Media"
    assert mail.body.startswith("Hello Otto")
    assert "PI1:" not in mail.body


def test_an_invitation_done_twice_is_one(world, nora, otto, link_id):
    first = invite(world.context, nora, otto.business_center_id, link_id, key="once")
    second = invite(world.context, nora, otto.business_center_id, link_id, key="once")
    assert first == second
    assert len(partners.list_all(world.context, nora)) == len(mails(world.context)) == 1


def test_the_id_may_be_pasted_with_blanks(world, nora, otto):
    spaced = " ".join((otto.business_center_id[:4], otto.business_center_id[4:]))
    assert partners.look_up_center(world.context, nora, f" {spaced}\n") == "Otter Works"


def test_a_business_center_in_another_store_has_no_name_here(world, nora):
    assert partners.look_up_center(world.context, nora, "7123456789012345678") is None


@pytest.mark.parametrize("text", ["712345678901234567", "71234567890123456789", "9123456789012345678", "seven"])
def test_what_is_no_id_is_refused_at_its_field(world, nora, link_id, text):
    with pytest.raises(ValueMalformed) as caught:
        invite(world.context, nora, text, link_id)
    assert (caught.value.field, caught.value.expected) == ("partner_center_id", "number19")


def test_no_id_at_all_is_missing(world, nora, link_id):
    with pytest.raises(ValueMissing):
        invite(world.context, nora, " ", link_id)


def test_nobody_is_a_partner_of_their_own(world, nora, link_id):
    with pytest.raises(PartnerIsSelf):
        invite(world.context, nora, nora.business_center_id, link_id)


def test_something_has_to_be_shared(world, nora, otto):
    with pytest.raises(ValueMissing) as caught:
        invite(world.context, nora, otto.business_center_id)
    assert caught.value.field == "shares"


def test_a_note_has_its_length(world, nora, otto, link_id):
    with pytest.raises(ValueTooLong):
        invite(world.context, nora, otto.business_center_id, link_id, note="ä" * 61)


def test_there_is_one_open_partnership_in_each_direction(world, nora, otto, invited, link_id):
    with pytest.raises(AlreadyPartner) as caught:
        invite(world.context, nora, otto.business_center_id, link_id)
    assert caught.value.name == "Otter Works"
    theirs = world.approve(world.request(otto), world.sign_up("bela")).result.link_id
    assert invite(world.context, otto, nora.business_center_id, theirs).state is PartnershipState.PENDING


def test_another_business_centers_account_cannot_be_shared(world, nora, otto):
    theirs = world.approve(world.request(otto), world.sign_up("bela")).result.link_id
    with pytest.raises(NotFound):
        invite(world.context, nora, otto.business_center_id, theirs)
    assert partners.list_all(world.context, nora) == ()


def test_a_link_that_has_ended_cannot_be_shared(world, nora, otto, link_id):
    tiktok_accounts.disconnect(world.context, nora, link_id)
    with pytest.raises(LinkNotActive) as caught:
        invite(world.context, nora, otto.business_center_id, link_id)
    assert caught.value.state is LinkState.DISCONNECTED


def test_before_the_partner_accepts_its_people_cannot_be_given_the_account(world, otto, invited):
    with pytest.raises(NotFound):
        give(world, otto, invited.shares[0].id, ANALYST)


def test_once_accepted_the_partner_gives_it_to_its_own_members(world, nora, otto, accepted):
    assert (accepted.state, accepted.decided_by) == (PartnershipState.ACTIVE, "Otto")
    give(world, otto, accepted.shares[0].id, ANALYST)
    assert partners.get(world.context, nora, accepted.id).shares[0].members == 1
    assert history(world.context, otto) == [("@mara", "Otto", None, "analyst")]


def test_the_inviting_side_cannot_accept_for_the_other(world, nora, invited):
    for step in (partners.accept, partners.decline):
        with pytest.raises(NotFound):
            step(world.context, nora, invited.id)


def test_a_third_business_center_finds_nothing(world, invited):
    third = world.center("Third", "Tess")
    for step in (partners.get, partners.accept, partners.remove, partners.activity_of):
        with pytest.raises(NotFound):
            step(world.context, third, invited.id)
    assert partners.list_all(world.context, third) == ()


def test_an_invitation_is_answered_once(world, otto, accepted):
    for step in (partners.accept, partners.decline):
        with pytest.raises(PartnershipNotOpen) as caught:
            step(world.context, otto, accepted.id)
        assert caught.value.state == "active"


def test_declining_says_why_and_shares_nothing(world, nora, otto, invited):
    world.wait(minutes=1)
    partners.decline(world.context, otto, invited.id, "Not our client")
    row = partners.get(world.context, nora, invited.id)
    assert (row.state, row.decline_reason, row.decided_by) == (PartnershipState.DECLINED, "Not our client", "Otto")
    assert row.shares == ()
    assert history(world.context, nora)[-1] == ("@mara", "Otter Works", "analyst", None)
