"""Invitations answered in the phone's Mail app."""

from __future__ import annotations

import pytest

from bcdesktop.core.errors import NotFound, SignInFailed
from bcdesktop.core.mails import MailKind
from bcdesktop.core.roles import MemberStatus
from bcdesktop.services import invitations, mail, mailed_invitations, people
from bcdesktop.services.people_errors import InvitationUnknown
from bcdesktop.store.tables import Person
from tests.services.inviting import TEXT, invite, row_of
from tests.services.world import PASSWORD


@pytest.fixture
def phone(world):
    """A phone with @sam, whose address is sam@example.com."""
    return world.sign_up("sam")


def mail_on(world, phone):
    return mail.inbox(world.context, phone)[0]


def person_of(world, actor):
    with world.store.read() as session:
        return session.get_one(Person, actor.person_id)


def test_the_mail_says_that_it_is_an_invitation_and_what_it_is_about(world, nora, phone):
    made = invite(world, nora, "Sam@example.com")[0]
    row = mail_on(world, phone)
    assert (row.kind, row.about_id) == (MailKind.INVITATION, made.invitation_id)
    assert mailed_invitations.look_up(world.context, phone, row.id).center_name == "Lantern Media"


def test_accepting_ties_the_account_of_the_address_to_the_new_person(world, nora, phone):
    world.sign_up("other", phone)
    invite(world, nora, "sam@example.com")
    sam = mailed_invitations.accept(world.context, phone, mail_on(world, phone).id, "Sam", PASSWORD)
    assert (sam.center_name, sam.handle) == ("Lantern Media", "sam")
    assert people.sign_in(world.context, "sam@example.com", PASSWORD).person_id == sam.person_id


def test_an_account_tied_to_somebody_else_stays_theirs(world, nora, phone):
    """Nora was invited under an address that changed hands; her own account is not given away."""
    account_id = phone.active.account_id

    def work(unit):
        person = unit.session.get_one(Person, nora.person_id)
        person.tiktok_account_id = account_id
        unit.session.add(person)

    world.store.run(work)
    invite(world, nora, "sam@example.com")
    sam = mailed_invitations.accept(world.context, phone, mail_on(world, phone).id, "Sam", PASSWORD)
    assert person_of(world, sam).tiktok_account_id is None


def test_a_known_person_needs_their_own_password_on_the_phone_too(world, nora, phone):
    other = world.center("Otter Works", "Otto")
    invite(world, nora, "otto@example.com")
    otto = world.sign_up("otto")
    mail_id = mail_on(world, otto).id
    with pytest.raises(SignInFailed):
        mailed_invitations.accept(world.context, otto, mail_id, "Otto", "another-password-9")
    joined = mailed_invitations.accept(world.context, otto, mail_id, "", PASSWORD)
    assert joined.person_id == other.person_id
    assert person_of(world, joined).tiktok_handle == "otto_tt"


def test_declining_on_the_phone_is_seen_by_the_admins(world, nora, phone):
    invite(world, nora, "sam@example.com")
    mailed_invitations.decline(world.context, phone, mail_on(world, phone).id, "no time")
    row = row_of(world, nora, "sam@example.com")
    assert (row.status, row.decline_reason) == (MemberStatus.REJECTED, "no time")


def test_the_mail_before_the_newest_is_worth_nothing(world, nora, phone):
    made = invite(world, nora, "sam@example.com")[0]
    old = mail_on(world, phone).id
    world.wait(minutes=1)
    invitations.resend(world.context, nora, made.invitation_id, TEXT)
    with pytest.raises(InvitationUnknown):
        mailed_invitations.look_up(world.context, phone, old)
    assert mailed_invitations.look_up(world.context, phone, mail_on(world, phone).id)


def test_a_mail_to_somebody_else_is_not_found(world, nora, phone):
    made = invite(world, nora, "tess@example.com")[0]
    with pytest.raises(NotFound):
        mailed_invitations.accept(world.context, phone, made.mail_id, "Sam", PASSWORD)
