"""Two programs at the same moment: an admin stays, a limit holds, a code counts once (decisions.md, Limits)."""

from __future__ import annotations

import multiprocessing

import pytest
from sqlmodel import select

from bcdesktop.core.roles import MemberStatus
from bcdesktop.services import members
from bcdesktop.store.tables import Member
from tests.services.inviting import ADMIN, code_for, join, member_id
from tests.services.racing import accept_invitation, act_on_members

SPAWN = multiprocessing.get_context("spawn")


def race(target, *argument_lists):
    """Start a process each, let all begin at once, and return what they say, sorted."""
    gate, results = SPAWN.Barrier(len(argument_lists)), SPAWN.Queue()
    processes = [SPAWN.Process(target=target, args=(*arguments, gate, results)) for arguments in argument_lists]
    for process in processes:
        process.start()
    outcomes = [results.get(timeout=60) for _ in processes]
    for process in processes:
        process.join(60)
    return sorted(outcomes)


@pytest.mark.parametrize("step", ["leave", "lower", "remove"])
def test_of_two_admins_who_go_at_the_same_moment_one_stays(world, nora, step):
    ada = join(world, nora, "Ada", role=ADMIN)
    path = str(world.store.path)
    rows = {actor: member_id(world, nora, actor) for actor in (nora, ada)}
    # lowering and leaving are done to oneself, removing to the other one
    targets = {nora: rows[ada], ada: rows[nora]} if step == "remove" else rows
    outcomes = race(act_on_members, *((path, step, actor, targets[actor]) for actor in (nora, ada)))
    # who was removed or lowered first is no admin any more when their own turn comes
    assert outcomes in (["done", "last_admin"], ["done", "not_allowed"])
    with world.store.read() as session:
        rows = select(Member).where(Member.role == ADMIN, Member.status == MemberStatus.BOUND)
        assert len(session.exec(rows).all()) == 1


def test_one_code_accepted_twice_at_the_same_moment_makes_one_member(world, nora):
    code, path = code_for(world, nora), str(world.store.path)
    outcomes = race(accept_invitation, (path, code, "Sam", 10), (path, code, "Sam", 10))
    assert outcomes[-1] == "standard"
    assert outcomes[0] in {"invitation_not_open", "changed_meanwhile", "sign_in_throttled"}
    assert members.list_all(world.context, nora).standard_members == 1


def test_the_last_place_is_taken_once(world, nora):
    codes = {name: code_for(world, nora, f"{name.lower()}@example.com") for name in ("Sam", "Tess")}
    path = str(world.store.path)
    outcomes = race(accept_invitation, *((path, code, name, 1) for name, code in codes.items()))
    assert outcomes == ["limit_reached", "standard"]
    assert members.list_all(world.context, nora).standard_members == 1
