"""Asking the admins, and their answers (domain.md 13.17, A0-40)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlmodel import select

from bcdesktop.core.admin_requests import AdminRequestState, AdminRequestSubject
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import HostileText, NotFound, ValueTooLong
from bcdesktop.core.policy import Action
from bcdesktop.core.roles import MemberStatus
from bcdesktop.services import admin_requests, members
from bcdesktop.services.people_errors import AdminRequestDecided, TooManyAdminRequests
from bcdesktop.store.tables import AdminRequest, Member

ACCESS, REMOVE_ME = AdminRequestSubject.ACCESS, AdminRequestSubject.REMOVE_ME


@pytest.fixture
def sam(world, nora):
    return world.standard_member(nora)


def member_id(world, actor):
    rows = select(Member.id).where(
        Member.person_id == actor.person_id, Member.business_center_id == actor.business_center_id
    )
    with world.store.read() as session:
        return session.exec(rows).one()


def test_an_admin_finds_what_a_member_asked(world, nora, sam):
    asked = admin_requests.ask(
        world.context, sam, AdminRequestSubject.ACTION, action=Action.INVITE_MEMBER, text="For Bela"
    )
    (row,) = admin_requests.list_open(world.context, nora)
    assert row == asked
    assert (row.asked_by_name, row.action, row.text) == ("Sam", "invite_member", "For Bela")
    assert row.state is AdminRequestState.OPEN
    assert not row.is_from_outside


def test_a_request_to_be_removed_leads_to_the_member(world, nora, sam):
    admin_requests.ask(world.context, sam, REMOVE_ME)
    assert admin_requests.list_open(world.context, nora)[0].member_id == member_id(world, sam)


def test_the_same_request_once_more_is_the_first_one(world, nora, sam):
    first = admin_requests.ask(world.context, sam, ACCESS, object_id="1", object_name="@mara", text="Please")
    again = admin_requests.ask(world.context, sam, ACCESS, object_id="1", object_name="@mara", text="Really")
    assert again == first
    assert len(admin_requests.list_open(world.context, nora)) == 1


def test_asking_for_another_account_is_another_request(world, nora, sam):
    for number in "12":
        admin_requests.ask(world.context, sam, ACCESS, object_id=number)
        world.wait(minutes=1)
    assert [row.object_id for row in admin_requests.list_open(world.context, nora)] == ["1", "2"]


def test_the_same_may_be_asked_again_after_an_answer(world, nora, sam):
    first = admin_requests.ask(world.context, sam, REMOVE_ME)
    admin_requests.answer(world.context, nora, first.id, done=False, answer="Not before Friday")
    assert admin_requests.ask(world.context, sam, REMOVE_ME).id != first.id


def test_one_person_has_at_most_five_open_requests(world, sam):
    for number in range(5):
        admin_requests.ask(world.context, sam, ACCESS, object_id=str(number))
    with pytest.raises(TooManyAdminRequests) as caught:
        admin_requests.ask(world.context, sam, ACCESS, object_id="6")
    assert caught.value.maximum == 5
    assert len(admin_requests.mine(world.context, sam)) == 5


def test_an_answer_makes_room_for_the_next_request(world, nora, sam):
    context = world.limited(open_admin_requests_per_person=1)
    first = admin_requests.ask(context, sam, REMOVE_ME)
    admin_requests.answer(context, nora, first.id, done=True, answer="")
    assert admin_requests.ask(context, sam, ACCESS).state is AdminRequestState.OPEN


@pytest.mark.parametrize(
    ("text", "error"), [("a" * 501, ValueTooLong), ("turn \u202e around", HostileText), ("nul \x00", HostileText)]
)
def test_text_that_cannot_be_kept_is_refused_at_its_field(world, sam, text, error):
    with pytest.raises(error) as caught:
        admin_requests.ask(world.context, sam, REMOVE_ME, text=text)
    assert caught.value.field == "text"
    assert admin_requests.mine(world.context, sam) == ()


def test_several_lines_stay_several_lines(world, sam):
    row = admin_requests.ask(world.context, sam, REMOVE_ME, text="  One\r\n\ttwo\nthree  ")
    assert row.text == "One\ntwo\nthree"


def test_the_asker_reads_the_answer_for_two_weeks(world, nora, sam):
    asked = admin_requests.ask(world.context, sam, ACCESS, object_name="@mara")
    world.wait(hours=1)
    admin_requests.answer(world.context, nora, asked.id, done=True, answer="You are Operator now.")
    (row,) = admin_requests.mine(world.context, sam)
    assert (row.state, row.answer, row.decided_by) == (AdminRequestState.DONE, "You are Operator now.", "Nora")
    assert row.decided_at == world.clock.now()
    world.wait(days=15)
    assert admin_requests.mine(world.context, sam) == ()


def test_an_answered_request_is_open_no_more(world, nora, sam):
    asked = admin_requests.ask(world.context, sam, ACCESS)
    row = admin_requests.answer(world.context, nora, asked.id, done=False, answer="No")
    assert row.state is AdminRequestState.DECLINED
    assert admin_requests.list_open(world.context, nora) == ()


def test_the_second_of_two_admins_learns_who_was_faster(world, nora, sam):
    asked = admin_requests.ask(world.context, sam, ACCESS)
    admin_requests.answer(world.context, nora, asked.id, done=True, answer="Yes")
    with pytest.raises(AdminRequestDecided) as caught:
        admin_requests.answer(world.context, replace(nora, name="Otto"), asked.id, done=False, answer="No")
    assert caught.value.name == "Nora"
    assert admin_requests.mine(world.context, sam)[0].answer == "Yes"


def test_nobody_answers_for_another_business_center(world, nora, sam):
    otto = world.center("Otter Works", "Otto")
    asked = admin_requests.ask(world.context, sam, ACCESS)
    with pytest.raises(NotFound):
        admin_requests.answer(world.context, otto, asked.id, done=True, answer="")
    assert admin_requests.list_open(world.context, otto) == ()
    assert len(admin_requests.list_open(world.context, nora)) == 1


def test_what_somebody_asked_who_has_left_since_waits_for_nobody(world, nora, sam):
    admin_requests.ask(world.context, sam, REMOVE_ME)

    def leave(unit):
        unit.session.get_one(Member, member_id(world, sam)).status = MemberStatus.UNBOUND

    world.store.run(leave)
    assert admin_requests.list_open(world.context, nora) == ()


def test_asking_and_answering_stand_in_the_log_and_are_told(world, nora, sam):
    heard = []
    end = world.store.subscribe(heard.extend)
    asked = admin_requests.ask(world.context, sam, ACCESS, object_name="@mara")
    admin_requests.answer(world.context, nora, asked.id, done=True, answer="Done")
    end()
    assert world.actions(nora)[-2:] == ["admin_asked", "admin_answered"]
    assert world.last_entry(nora).details["answer"] == "Done"
    assert [change.ids for change in heard if change.kind is ChangeKind.ADMIN_REQUEST] == [(asked.id,)] * 2


def test_others_do_not_see_what_one_person_asked(world, nora, sam):
    admin_requests.ask(world.context, sam, ACCESS)
    assert admin_requests.mine(world.context, world.standard_member(nora, "Tess")) == ()


def test_removing_somebody_answers_what_they_asked(world, nora, sam):
    admin_requests.ask(world.context, sam, REMOVE_ME)
    members.remove(world.context, nora, member_id(world, sam))
    with world.store.read() as session:
        row = session.exec(select(AdminRequest)).one()
    assert (row.state, row.decided_by) == (AdminRequestState.DONE, "Nora")
    assert admin_requests.list_open(world.context, nora) == ()
