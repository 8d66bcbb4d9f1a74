"""The Outbox: what lies in it, what waits, and that no mail goes out twice."""

from __future__ import annotations

import threading

import pytest
from sqlmodel import select

from bcdesktop.core.errors import NotFound
from bcdesktop.core.invitations import InvitationState
from bcdesktop.core.mails import MailKind, MailState
from bcdesktop.core.roles import BusinessCenterRole
from bcdesktop.services import _outbox_rows, _sending, access_requests, mail, outbox
from bcdesktop.services.people_errors import (
    MailAlreadySent,
    MailMaybeSent,
    MailOutdated,
    MailRefused,
    MailServerMissing,
    MailServerUnreachable,
)
from bcdesktop.store.tables import Invitation, Mail
from tests.services.mail_world import context_trusting, put_mail, set_up, settings
from tests.services.test_eml import parsed
from tests.support.mail_server import REFUSED, MailServer, ScriptedServer


@pytest.fixture
def server():
    made = MailServer().start()
    yield made
    made.stop()


@pytest.fixture
def context(world, nora, server):
    """A context whose Business Center sends through ``server``."""
    made = context_trusting(world)
    set_up(made, nora, settings(server.port))
    return made


@pytest.fixture(autouse=True)
def the_count_agrees_with_the_rows(world, nora):
    yield
    with world.store.read() as session:
        rows = _outbox_rows.outbox_rows(session, nora.business_center_id, world.clock.now())
        count = _outbox_rows.count_waiting(session, nora.business_center_id, world.clock.now())
    assert count == sum(row.waits for row in rows)


def state(context, actor, mail_id):
    return outbox.get(context, actor, mail_id).state


# ------------------------------------------------------------------ what lies in it
def test_a_mailed_code_waits_in_the_outbox_with_what_it_is_about(world, nora):
    request = world.request(nora)
    mail_id = mail.send_code(world.context, nora, request.id, "mara@example.com", "Access", "Hello", png=b"\x89PNG")
    (row,) = outbox.list_all(world.context, nora)
    assert (row.id, row.kind, row.state, row.about_id) == (mail_id, MailKind.CODE, MailState.WAITING, request.id)
    assert (row.to_address, row.subject, row.body) == ("mara@example.com", "Access", "Hello")
    assert row.has_attachment
    assert row.waits


def test_the_newest_mail_stands_first_and_those_of_others_are_not_there(world, nora):
    first = put_mail(world, nora, subject="One")
    world.wait(minutes=1)
    second = put_mail(world, nora, subject="Two")
    put_mail(world, world.center("Otter Works", "Otto"))
    assert [row.id for row in outbox.list_all(world.context, nora)] == [second, first]


def test_the_mail_of_another_business_center_is_not_found(world, nora):
    mail_id = put_mail(world, world.center("Otter Works", "Otto"))
    for call in (outbox.get, outbox.eml, outbox.mark_sent):
        with pytest.raises(NotFound):
            call(world.context, nora, mail_id)


def test_without_a_mail_server_the_mail_is_from_the_person_and_opens_for_editing(world, nora):
    message = parsed(outbox.eml(world.context, nora, put_mail(world, nora)))
    assert str(message["From"]) == "Lantern Media <nora@example.com>"
    assert message["X-Unsent"] == "1"


def test_with_a_mail_server_the_mail_is_from_its_address(world, nora, context):
    set_up(context, nora, settings(25, from_address="office@lantern.example", from_name="Lantern Office"))
    message = parsed(outbox.eml(context, nora, put_mail(world, nora)))
    assert str(message["From"]) == "Lantern Office <office@lantern.example>"


# ------------------------------------------------------------------ what waits
def test_a_mail_read_on_a_phone_of_this_store_waits_no_more_but_can_still_be_sent(world, nora, mara):
    mail_id = put_mail(world, nora, "mara@example.com")
    assert outbox.waiting(world.context, nora) == 1
    mail.read(world.context, mara, mail_id)
    row = outbox.get(world.context, nora, mail_id)
    assert (row.read_in_store, row.waits, row.can_be_sent) == (True, False, True)
    assert outbox.waiting(world.context, nora) == 0


def test_a_code_that_ran_out_is_not_sent(world, nora, context):
    request = world.request(nora)
    mail_id = mail.send_code(context, nora, request.id, "mara@example.com", "Access", "Hello")
    world.wait(minutes=11)
    assert outbox.get(context, nora, mail_id).is_outdated
    assert outbox.waiting(context, nora) == 0
    with pytest.raises(MailOutdated):
        outbox.send(context, nora, mail_id)


def test_the_code_of_a_withdrawn_request_is_not_sent(world, nora, context):
    request = world.request(nora)
    mail_id = mail.send_code(context, nora, request.id, "mara@example.com", "Access", "Hello")
    access_requests.cancel(context, nora, request.id)
    with pytest.raises(MailOutdated):
        outbox.mark_sent(context, nora, mail_id)


@pytest.mark.parametrize("what", ["sent again", "accepted", "ran out"])
def test_an_invitation_is_outdated_once_it_was_answered_replaced_or_ran_out(world, nora, what):
    def work(unit):
        unit.session.add(
            Invitation(
                id="invited",
                business_center_id=nora.business_center_id,
                email="sam@example.com",
                role=BusinessCenterRole.STANDARD,
                state=InvitationState.PENDING,
                accounts=[],
                code_hash=b"hash",
                invited_by=nora.person_id,
                created_at=unit.now,
                expires_at=unit.now.replace(day=30),
                sent_at=unit.now,
            )
        )

    world.store.run(work)
    mail_id = put_mail(world, nora, kind=MailKind.INVITATION, about_id="invited")
    assert not outbox.get(world.context, nora, mail_id).is_outdated
    world.wait(**({"days": 8} if what == "ran out" else {"minutes": 1}))
    values = {"sent again": {"sent_at": world.clock.now()}, "accepted": {"state": InvitationState.ACCEPTED}}
    world.store.run(lambda unit: unit.compare_and_set(Invitation, "invited", {}, values.get(what, {"name": "Sam"})))
    assert outbox.get(world.context, nora, mail_id).is_outdated


def test_a_member_who_may_not_see_the_outbox_is_told_of_nothing(world, nora):
    put_mail(world, nora)
    assert outbox.waiting(world.context, world.standard_member(nora)) == 0


# ------------------------------------------------------------------ never twice
def test_without_a_mail_server_nothing_is_sent_and_the_mail_waits(world, nora):
    mail_id = put_mail(world, nora)
    with pytest.raises(MailServerMissing):
        outbox.send(world.context, nora, mail_id)
    assert state(world.context, nora, mail_id) is MailState.WAITING


def test_a_sent_mail_is_not_sent_again(world, nora, context, server):
    mail_id = put_mail(world, nora)
    outbox.send(context, nora, mail_id)
    for call in (outbox.send, outbox.mark_sent):
        with pytest.raises(MailAlreadySent):
            call(context, nora, mail_id)
    assert len(server.envelopes) == 1


def test_two_windows_send_one_mail_once(world, nora, context, server):
    mail_id = put_mail(world, nora)
    results, ready = [], threading.Barrier(2)

    def press():
        ready.wait()
        try:
            results.append(outbox.send(context, nora, mail_id).state)
        except MailAlreadySent as error:
            results.append(error.code)

    threads = [threading.Thread(target=press) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == ["mail_already_sent", MailState.SENT]
    assert len(server.envelopes) == 1


def test_a_program_that_ended_while_sending_leaves_a_mail_that_may_have_been_sent(world, nora, context, server):
    mail_id = put_mail(world, nora)
    _sending.claim(context, nora, mail_id, "mail.lantern.example")
    assert state(context, nora, mail_id) is MailState.SENDING
    with pytest.raises(MailAlreadySent):
        outbox.send(context, nora, mail_id)
    world.wait(minutes=5)
    row = outbox.get(context, nora, mail_id)
    assert (row.state, type(row.failure), row.failure.host) == (
        MailState.FAILED,
        MailMaybeSent,
        "mail.lantern.example",
    )
    assert outbox.send(context, nora, mail_id).state is MailState.SENT
    assert len(server.envelopes) == 1


def test_whoever_was_given_up_does_not_write_over_the_one_that_came_after(world, nora, context):
    mail_id = put_mail(world, nora)
    slow = _sending.claim(context, nora, mail_id, "localhost")
    world.wait(minutes=6)
    outbox.send(context, nora, mail_id)
    _sending.finish(context, nora, slow, MailServerUnreachable("localhost"))
    assert state(context, nora, mail_id) is MailState.SENT


def test_an_admin_who_loses_the_role_while_the_mail_goes_out_still_finds_it_sent(world, nora, context):
    mail_id = put_mail(world, nora)
    claimed = _sending.claim(context, nora, mail_id, "localhost")
    world.make_standard(nora)
    _sending.finish(context, nora, claimed, None)
    with world.store.read() as session:
        assert session.exec(select(Mail.state).where(Mail.id == mail_id)).one() is MailState.SENT


def test_a_mail_sent_by_hand_is_marked_and_logged(world, nora):
    mail_id = put_mail(world, nora)
    row = outbox.mark_sent(world.context, nora, mail_id)
    assert (row.state, row.sent_at) == (MailState.SENT_BY_HAND, world.clock.now())
    entry = world.last_entry(nora)
    assert (entry.action, entry.object_name, entry.details["by_hand"]) == ("mail_sent", "mara@example.com", True)
    assert "X-Unsent" not in parsed(outbox.eml(world.context, nora, mail_id))


# ------------------------------------------------------------------ the log
def test_what_was_sent_and_what_was_not_is_in_the_log(world, nora, context):
    outbox.send(context, nora, put_mail(world, nora, subject="One"))
    entry = world.last_entry(nora)
    assert (entry.action, entry.details) == ("mail_delivered", {"to": "mara@example.com", "subject": "One"})
    with pytest.raises(MailRefused):
        outbox.send(context, nora, put_mail(world, nora, REFUSED))
    entry = world.last_entry(nora)
    assert (entry.action, entry.details["reason"]) == ("mail_failed", "mail_refused")
    assert entry.details["params"]["answer"].startswith("550")


# ------------------------------------------------------------------ all that waits
def test_send_all_sends_the_oldest_first_and_counts_what_was_refused(world, nora, context, server):
    for number, address in enumerate(["a@example.com", REFUSED, "b@example.com"]):
        put_mail(world, nora, address, subject=str(number))
        world.wait(minutes=1)
    result = outbox.send_all(context, nora)
    assert (result.sent, result.refused) == (2, 1)
    assert [envelope.rcpt_tos for envelope in server.envelopes] == [["a@example.com"], ["b@example.com"]]
    assert outbox.waiting(context, nora) == 1
    assert outbox.send_all(context, nora).sent == 0


def test_send_all_leaves_alone_what_is_sent_read_or_outdated(world, nora, mara, context, server):
    outbox.mark_sent(context, nora, put_mail(world, nora))
    mail.read(context, mara, put_mail(world, nora))
    mail.send_code(context, nora, world.request(nora).id, "mara@example.com", "Access", "Hello")
    world.wait(minutes=11)
    assert outbox.send_all(context, nora).sent == 0
    assert server.envelopes == []


def test_send_all_stops_where_the_server_is_in_trouble(world, nora, context):
    lines = ["220 here", "250 localhost", "250 OK", "250 OK", "354 go on", None]
    broken = ScriptedServer(lines)
    set_up(context, nora, settings(broken.port))
    first = put_mail(world, nora)
    world.wait(minutes=1)
    second = put_mail(world, nora)
    with pytest.raises(MailMaybeSent):
        outbox.send_all(context, nora)
    broken.stop()
    assert [state(context, nora, mail_id) for mail_id in (first, second)] == [MailState.FAILED, MailState.WAITING]
