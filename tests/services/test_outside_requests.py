"""Asking the admins without being able to sign in (A0-43)."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bcdesktop.core.admin_requests import AdminRequestSubject
from bcdesktop.core.errors import HostileText, ValueMalformed, ValueMissing, ValueTooLong
from bcdesktop.core.mails import MailKind, MailText
from bcdesktop.services import admin_requests, tiktok_accounts
from bcdesktop.store.tables import AdminRequest, Mail

SIGN_IN, REMOVE_ME, REMOVE_ACCOUNT = (
    AdminRequestSubject.SIGN_IN,
    AdminRequestSubject.REMOVE_ME,
    AdminRequestSubject.REMOVE_ACCOUNT,
)
MAIL = MailText("Somebody cannot sign in", "Hello [[name]]")


@pytest.fixture
def sam(world, nora):
    return world.standard_member(nora)


def kept(world):
    with world.store.read() as session:
        return session.exec(select(AdminRequest)).all()


def mails(world):
    with world.store.read() as session:
        return session.exec(select(Mail)).all()


def ask(world, email="sam@example.com", subject=SIGN_IN, text="", handle="", mail=None):
    return admin_requests.ask_from_outside(world.context, email, subject, text, handle, mail=mail)


def test_a_member_who_cannot_sign_in_reaches_the_admins(world, nora, sam):
    ask(world, "SAM@example.com", SIGN_IN, "I forgot my password")
    (row,) = admin_requests.list_open(world.context, nora)
    assert (row.subject, row.text, row.is_from_outside) == (SIGN_IN, "I forgot my password", True)
    assert row.asked_by_name == "SAM@example.com"
    assert row.member_id is not None


def test_it_goes_to_every_business_center_of_the_address_and_no_other(world, nora, sam):
    otto, tess = world.center("Otter Works", "Otto"), world.center("Tern House", "Tess")
    world.standard_member(otto, "Pia")
    ask(world, "pia@example.com", REMOVE_ME)
    assert admin_requests.list_open(world.context, nora) == ()
    assert len(admin_requests.list_open(world.context, otto)) == 1
    assert admin_requests.list_open(world.context, tess) == ()


def test_an_owner_who_is_no_member_reaches_whoever_has_the_account(world, nora, mara):
    link_id = world.approve(world.request(nora), mara).result.link_id
    otto = world.center("Otter Works", "Otto")
    ask(world, "mara@example.com", REMOVE_ACCOUNT, "I cannot get in", "@Mara")
    (row,) = admin_requests.list_open(world.context, nora)
    assert (row.object_name, row.object_id, row.member_id) == ("@mara", link_id, None)
    assert admin_requests.list_open(world.context, otto) == ()


def test_an_account_that_is_linked_no_more_reaches_nobody(world, nora, mara):
    link_id = world.approve(world.request(nora), mara).result.link_id
    tiktok_accounts.disconnect(world.context, nora, link_id)
    ask(world, "mara@example.com", REMOVE_ACCOUNT, "", "mara")
    assert kept(world) == []


@pytest.mark.parametrize(("subject", "handle"), [(SIGN_IN, ""), (REMOVE_ME, ""), (REMOVE_ACCOUNT, "nobody")])
def test_a_stranger_is_answered_as_a_member_is(world, sam, subject, handle):
    assert ask(world, "stranger@example.com", subject, "Hello", handle) is ask(world, subject=subject, handle=handle)
    assert [row.asked_by_email for row in kept(world)] == ["sam@example.com"]


@pytest.mark.parametrize(
    ("given", "field", "error"),
    [
        ({"email": ""}, "email", ValueMissing),
        ({"email": "sam"}, "email", ValueMalformed),
        ({"subject": REMOVE_ACCOUNT}, "handle", ValueMissing),
        ({"subject": REMOVE_ACCOUNT, "handle": "not a handle"}, "handle", ValueMalformed),
        ({"text": "a" * 501}, "text", ValueTooLong),
        ({"text": "\u202e"}, "text", HostileText),
    ],
)
def test_bad_input_is_refused_at_its_field_before_anything_is_looked_up(world, sam, given, field, error):
    with pytest.raises(error) as caught:
        ask(world, **given)
    assert caught.value.field == field
    assert kept(world) == []


def test_no_other_subject_can_be_asked_from_outside(world, sam):
    with pytest.raises(ValueError, match="access"):
        ask(world, subject=AdminRequestSubject.ACCESS)


def test_asking_the_same_twice_is_one_request(world, sam):
    ask(world)
    ask(world, text="Please!")
    assert len(kept(world)) == 1


def test_one_address_has_at_most_five_open_requests(world, nora):
    for number in range(7):
        world.approve(world.request(nora), world.sign_up(f"mara{number}"))
        ask(world, "mara@example.com", REMOVE_ACCOUNT, "", f"mara{number}")
    assert len(kept(world)) == 5


def test_many_made_up_addresses_do_not_flood_the_admins(world, nora, mara):
    world.approve(world.request(nora), mara)
    for number in range(55):
        ask(world, f"bot{number}@example.com", REMOVE_ACCOUNT, "", "mara")
    assert len(admin_requests.list_open(world.context, nora)) == 50


def test_each_admin_gets_one_mail_and_no_other_member_does(world, nora, sam):
    ask(world, mail=MAIL)
    (mail,) = mails(world)
    assert (mail.to_address, mail.body, mail.kind) == ("nora@example.com", "Hello Nora", MailKind.ADMIN_REQUEST)


def test_what_was_not_taken_sends_no_mail(world, sam):
    ask(world, mail=MAIL)
    ask(world, mail=MAIL)
    ask(world, "stranger@example.com", mail=MAIL)
    assert len(mails(world)) == 1


def test_the_log_shows_the_address_as_what_was_typed(world, nora, sam):
    ask(world)
    entry = world.last_entry(nora)
    assert (entry.action, entry.actor_name) == ("admin_asked", "sam@example.com")
    assert entry.details["from_outside"] is True


def test_a_member_who_signed_in_is_not_held_up_by_requests_in_their_name(world, sam):
    for subject in (SIGN_IN, REMOVE_ME):
        ask(world, subject=subject)
    context = world.limited(open_admin_requests_per_person=1)
    assert admin_requests.ask(context, sam, REMOVE_ME).is_from_outside is False
