"""Ending access twice, from two windows, after somebody else did it, and ending what never was (issue 5, Bad input)."""

from __future__ import annotations

import uuid

import pytest
from sqlmodel import select

from bcdesktop.core.ending import EffectKind, EndWay
from bcdesktop.core.errors import AppError, NotFound
from bcdesktop.services import activity, ending, tiktok_accounts
from bcdesktop.services.ending_errors import AlreadyEnded, EffectsChanged
from bcdesktop.services.errors import LinkNotActive
from bcdesktop.services.people_errors import NoOwnAccess, PartnershipNotOpen
from bcdesktop.store.tables import EndReceipt
from tests.services.access import OPERATOR, give, holder_of, link, partner_of
from tests.services.end_ways import every_way, standing

GONE = {
    EndWay.DISCONNECT: LinkNotActive,
    EndWay.OWN_ACCESS: NoOwnAccess,
    EndWay.SHARE: NotFound,
    EndWay.AD_LINK: NotFound,
    EndWay.AD_ACCOUNT_ACCESS: NotFound,
    EndWay.MEMBER: AlreadyEnded,
    EndWay.PARTNERSHIP: PartnershipNotOpen,
    EndWay.PERSON_LINK: AlreadyEnded,
}
"""What who comes second is told."""

NEVER = ("never-was", "", "0" * 32, "a:b", ":", "'; drop table member; --", "\N{SNOWMAN}", "x" * 10_000)


@pytest.fixture
def ends(world, nora):
    return every_way(world, nora)


def end(world, one, key=None, announced=None):
    return ending.end(world.context, one.who, one.way, one.subject_id, key=key, announced=announced)


def receipts(world):
    with world.store.read() as session:
        return sorted(session.exec(select(EndReceipt.id)))


# ---------------------------------------------------------------------- twice
def test_confirming_twice_in_one_window_ends_once_and_shows_the_first_receipt(world, nora, ends):
    assert set(ends) == set(GONE)
    for one in ends.values():
        before = standing(world)
        first, after, told = end(world, one, "click"), standing(world), world.actions(nora)
        world.wait(minutes=1)

        assert end(world, one, "click") == first
        assert standing(world) == after != before
        assert world.actions(nora) == told


def test_confirming_in_a_second_window_says_that_it_has_ended_and_changes_nothing(world, ends):
    for one in ends.values():
        end(world, one, uuid.uuid4().hex)
        after = standing(world)

        with pytest.raises(AppError) as refused:
            end(world, one, uuid.uuid4().hex)
        assert type(refused.value) is GONE[one.way], one.way
        assert standing(world) == after


def test_the_list_of_what_stops_cannot_be_opened_after_it_ended(world, ends):
    for one in ends.values():
        end(world, one)
        with pytest.raises(GONE[one.way]):
            ending.effects(world.context, one.who, one.way, one.subject_id)


def test_after_the_account_is_disconnected_nothing_on_it_can_be_ended(world, nora):
    account, sam = link(world, nora, "mara"), world.standard_member(nora)
    give(world, nora, account, holder_of(world, sam), OPERATOR)
    tiktok_accounts.disconnect(world.context, nora, account)

    with pytest.raises(NoOwnAccess):
        ending.end(world.context, sam, EndWay.OWN_ACCESS, account)


def test_a_partnership_that_the_other_side_ended_says_so(world, nora):
    otter = world.center("Otter Works", "Ole")
    partnership = partner_of(world, nora, otter).id
    ending.end(world.context, otter, EndWay.PARTNERSHIP, partnership)

    with pytest.raises(PartnershipNotOpen):
        ending.end(world.context, nora, EndWay.PARTNERSHIP, partnership)


def test_what_came_to_it_after_the_list_was_shown_is_told_before_it_ends(world, nora):
    account, sam = link(world, nora, "mara"), world.standard_member(nora)
    shown = ending.effects(world.context, nora, EndWay.DISCONNECT, account)
    give(world, nora, account, holder_of(world, sam), OPERATOR)
    before = standing(world)

    with pytest.raises(EffectsChanged) as changed:
        ending.end(world.context, nora, EndWay.DISCONNECT, account, announced=shown.digest)
    assert [one.holder for one in changed.value.effects.of_kind(EffectKind.MEMBER_LOSES)] == ["Sam"]
    assert standing(world) == before
    assert receipts(world) == []


# ---------------------------------------------------------------------- never was
def test_ending_what_never_was_is_refused_in_words_and_changes_nothing(world, ends):
    before = standing(world)
    for one in ends.values():
        for subject_id in NEVER:
            for ask in (ending.effects, ending.end):
                with pytest.raises(NotFound):
                    ask(world.context, one.who, one.way, subject_id)
    assert standing(world) == before


def test_what_another_business_center_has_is_not_found(world, ends):
    strangers = world.center("Crane Films", "Cai")
    before = standing(world)
    for one in ends.values():
        if one.way is not EndWay.PERSON_LINK:
            with pytest.raises(NotFound):
                ending.end(world.context, strangers, one.way, one.subject_id)
    assert standing(world) == before


def test_the_log_of_all_of_it_holds_together(world, nora, ends):
    for one in ends.values():
        end(world, one)
        with pytest.raises(AppError):
            end(world, one)
    assert activity.verify(world.context, nora).ok
