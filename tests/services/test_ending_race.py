"""Two programs end the same access at the same moment: one does it, the other one is told (issue 5, Bad input)."""

from __future__ import annotations

import multiprocessing

import pytest
from sqlmodel import select

from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.ending import EndWay
from bcdesktop.services import activity, tiktok_accounts
from bcdesktop.store.tables import EndReceipt, TikTokAccountLink
from tests.services.access import link
from tests.services.end_ways import every_way
from tests.services.racing import bring_revocation, end_access, end_carelessly
from tests.services.revoking import revocation_for
from tests.services.test_ending_bad_input import GONE

SPAWN = multiprocessing.get_context("spawn")


def race(target, *argument_lists):
    """Start a process each, let all begin at once, and return what each says."""
    gate, results = SPAWN.Barrier(len(argument_lists)), SPAWN.Queue()
    processes = [SPAWN.Process(target=target, args=(*arguments, gate, results)) for arguments in argument_lists]
    for process in processes:
        process.start()
    outcomes = [results.get(timeout=60) for _ in processes]
    for process in processes:
        process.join(60)
    return outcomes


def twice(outcomes):
    """Return the pairs in which not exactly one program did it."""
    return [pair for pair in zip(*outcomes, strict=True) if sorted(pair).count("done") != 1]


def test_of_two_programs_that_end_the_same_each_way_ends_once_and_the_other_is_told(world, nora):
    ends = list(every_way(world, nora).values())
    path = str(world.store.path)

    outcomes = race(end_access, (path, ends), (path, ends))

    assert twice(outcomes) == []
    for one, pair in zip(ends, zip(*outcomes, strict=True), strict=True):
        (told,) = {said for said in pair if said != "done"}
        assert told in {GONE[one.way].code, "not_found"}, one.way
    with world.store.read() as session:
        ways = [row.way for row in session.exec(select(EndReceipt))]
    assert sorted(ways) == sorted(way for way in GONE if way is not EndWay.PERSON_LINK)
    assert activity.verify(world.context, nora).ok


def test_a_program_that_looks_first_and_writes_later_is_caught(world, nora):
    links = [link(world, nora, "mara")]

    assert twice(race(end_carelessly, (str(world.store.path), links), (str(world.store.path), links))) != []


@pytest.mark.parametrize("other", ["disconnect", "same"])
def test_a_revocation_in_two_programs_or_against_disconnect_ends_the_link_once(world, nora, other):
    link_id, path = link(world, nora, "mara"), str(world.store.path)
    text = revocation_for(world, "mara", link_id)
    second = link_id if other == "disconnect" else None

    outcomes = race(bring_revocation, (path, nora, text, None), (path, nora, text, second))

    with world.store.read() as session:
        (receipt,) = session.exec(select(EndReceipt)).all()
        row = session.get_one(TikTokAccountLink, link_id)
    if other == "same":
        assert outcomes == [receipt.id, receipt.id]
        assert row.state is LinkState.REVOKED
    else:
        assert sorted(outcomes) == sorted([receipt.id, "link_not_active"])
        assert (row.state is LinkState.REVOKED) == (receipt.way is EndWay.OWNER)
    assert tiktok_accounts.get(world.context, nora, link_id).state is row.state
    assert activity.verify(world.context, nora).ok
