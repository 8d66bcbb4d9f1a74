"""End dates on grants and partnerships: set, moved, taken away, and what the clock ends by them (domain.md 13.14)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bcdesktop.core.ending import EndWay
from bcdesktop.core.errors import DateNotAhead, NotFound
from bcdesktop.core.grants import AssetKind, Holder, HolderKind
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.services import access_requests, end_dates, ending, grants, members, partners, tiktok_accounts
from bcdesktop.services.end_date_records import Dated
from bcdesktop.services.people_errors import PartnershipNotOpen
from tests.services.access import ANALYST, OPERATOR, give, holder_of, link, told
from tests.services.ad_world import ad_account
from tests.services.partnering import invite


@pytest.fixture
def mara_link(world, nora):
    return link(world, nora, "mara")


@pytest.fixture
def sam(world, nora, mara_link):
    sam = world.standard_member(nora)
    give(world, nora, mara_link, holder_of(world, sam), OPERATOR)
    return sam


@pytest.fixture
def otto(world):
    return world.center("Otter Works", "Otto")


@pytest.fixture
def partnership(world, nora, otto, mara_link):
    row = invite(world.context, nora, otto.business_center_id, mara_link)
    return partners.accept(world.context, otto, row.id)


def in_days(world, days):
    return world.clock.now() + timedelta(days=days)


def grant_of(world, nora, sam, asset_id):
    holder = holder_of(world, sam)
    rows = grants.holders_of(world.context, nora, asset_id)
    return next((row for row in rows if row.holder == holder), None)


def set_end(world, nora, sam, asset_id, days):
    end = None if days is None else in_days(world, days)
    end_dates.set_for_grant(world.context, nora, asset_id, holder_of(world, sam).id, end)


def test_a_grant_gets_an_end_and_the_log_keeps_both_dates(world, nora, sam, mara_link):
    set_end(world, nora, sam, mara_link, 10)
    first = in_days(world, 10)
    set_end(world, nora, sam, mara_link, 20)

    assert grant_of(world, nora, sam, mara_link).ends_at == in_days(world, 20)
    entry = world.last_entry(nora)
    assert (entry.action, entry.details["member"]) == ("access_end_set", "Sam")
    assert entry.details["previous_ends_at"] == first.isoformat()
    assert entry.details["ends_at"] == in_days(world, 20).isoformat()


def test_an_end_is_taken_away_again(world, nora, sam, mara_link):
    set_end(world, nora, sam, mara_link, 10)
    set_end(world, nora, sam, mara_link, None)

    assert grant_of(world, nora, sam, mara_link).ends_at is None
    assert world.last_entry(nora).action == "access_end_cleared"


def test_the_same_end_again_writes_nothing(world, nora, sam, mara_link):
    set_end(world, nora, sam, mara_link, 10)
    before = world.actions(nora)
    set_end(world, nora, sam, mara_link, 10)
    assert world.actions(nora) == before


@pytest.mark.parametrize("days", [0, -1], ids=["now", "yesterday"])
def test_an_end_has_to_lie_ahead(world, nora, sam, mara_link, days):
    with pytest.raises(DateNotAhead) as caught:
        set_end(world, nora, sam, mara_link, days)
    assert caught.value.field == "ends_at"


def test_somebody_without_the_grant_gets_no_end(world, nora, mara_link):
    with pytest.raises(NotFound):
        end_dates.set_for_grant(world.context, nora, mara_link, holder_of(world, nora).id + "x", in_days(world, 3))


def test_the_end_stays_when_the_role_changes_and_goes_with_the_grant(world, nora, sam, mara_link):
    set_end(world, nora, sam, mara_link, 10)
    give(world, nora, mara_link, holder_of(world, sam), ANALYST)
    assert grant_of(world, nora, sam, mara_link).ends_at == in_days(world, 10)

    give(world, nora, mara_link, holder_of(world, sam), None)
    give(world, nora, mara_link, holder_of(world, sam), ANALYST)
    assert grant_of(world, nora, sam, mara_link).ends_at is None


def test_the_clock_ends_a_grant_and_nothing_else(world, nora, sam, mara_link):
    give(world, nora, mara_link, holder_of(world, nora), OPERATOR)
    set_end(world, nora, sam, mara_link, 2)
    world.wait(days=3)

    assert access_requests.expire_due(world.context) == 1

    assert grant_of(world, nora, sam, mara_link) is None
    assert grant_of(world, nora, nora, mara_link) is not None
    entry = world.last_entry(nora)
    assert (entry.action, entry.actor_kind) == ("access_ran_out", "program")
    changes = grants.history(world.context, nora, asset_id=mara_link, holder=holder_of(world, sam))
    assert told(changes)[-1] == ("Sam", "@mara", OPERATOR, None)
    assert changes[0].by_name == ""


def test_the_clock_ends_nothing_before_its_time(world, nora, sam, mara_link):
    set_end(world, nora, sam, mara_link, 2)
    world.wait(days=1)
    assert access_requests.expire_due(world.context) == 0
    assert grant_of(world, nora, sam, mara_link) is not None


def test_a_grant_on_an_ad_account_ends_by_itself_too(world, nora, sam):
    asset_id = ad_account(world, nora)
    give(world, nora, asset_id, holder_of(world, sam), ANALYST)
    set_end(world, nora, sam, asset_id, 2)
    world.wait(days=2)
    access_requests.expire_due(world.context)
    assert grant_of(world, nora, sam, asset_id) is None


def test_a_partnership_ends_by_itself_with_what_it_shares_and_leaves_a_receipt(
    world, nora, otto, partnership, mara_link
):
    end_dates.set_for_partnership(world.context, nora, partnership.id, in_days(world, 5))
    assert partners.get(world.context, otto, partnership.id).ends_at == in_days(world, 5)
    world.wait(days=5, seconds=1)

    assert access_requests.expire_due(world.context) == 1

    assert partners.get(world.context, nora, partnership.id).state is PartnershipState.ENDED
    assert tiktok_accounts.list_all(world.context, otto) == ()
    assert [world.last_entry(side).action for side in (nora, otto)] == ["partner_ran_out"] * 2
    (receipt,) = ending.list_receipts(world.context, nora)
    assert (receipt.way, receipt.subject, receipt.by_name) == (EndWay.PARTNERSHIP, "Otter Works", "")
    history = grants.history(world.context, nora, holder=Holder(HolderKind.PARTNER, partnership.id))
    assert told(history)[-1] == ("Otter Works", "@mara", ANALYST, None)


def test_only_the_side_that_shares_dates_a_partnership(world, otto, partnership):
    with pytest.raises(NotFound):
        end_dates.set_for_partnership(world.context, otto, partnership.id, in_days(world, 5))


def test_an_ended_partnership_takes_no_date(world, nora, partnership):
    partners.remove(world.context, nora, partnership.id)
    with pytest.raises(PartnershipNotOpen):
        end_dates.set_for_partnership(world.context, nora, partnership.id, in_days(world, 5))


def test_home_hears_of_what_ends_within_seven_days(world, nora, sam, partnership, mara_link):
    set_end(world, nora, sam, mara_link, 6)
    end_dates.set_for_partnership(world.context, nora, partnership.id, in_days(world, 2))
    world.approve(world.request(nora, expected_handle="omar", wanted_end=in_days(world, 4)), world.sign_up("omar"))

    soon = end_dates.ending_soon(world.context, nora)

    assert [(row.kind, row.name, row.holder_name) for row in soon.rows] == [
        (Dated.PARTNERSHIP, "Otter Works", ""),
        (Dated.LINK, "@omar", ""),
        (Dated.GRANT, "@mara", "Sam"),
    ]
    assert soon.rows[2].asset_kind is AssetKind.TIKTOK_ACCOUNT


def test_what_ends_later_or_never_is_not_told(world, nora, sam, partnership, mara_link):
    set_end(world, nora, sam, mara_link, 8)
    assert end_dates.ending_soon(world.context, nora).count == 0


def test_a_member_hears_of_their_own_access_only(world, nora, sam, partnership, mara_link):
    give(world, nora, mara_link, holder_of(world, nora), OPERATOR)
    set_end(world, nora, nora, mara_link, 3)
    set_end(world, nora, sam, mara_link, 3)
    end_dates.set_for_partnership(world.context, nora, partnership.id, in_days(world, 2))

    (mine,) = end_dates.ending_soon(world.context, sam).rows
    assert (mine.holder_name, mine.can_extend) == ("Sam", False)


def test_a_partner_sees_that_it_ends_and_cannot_move_it(world, nora, otto, partnership):
    end_dates.set_for_partnership(world.context, nora, partnership.id, in_days(world, 2))
    (row,) = end_dates.ending_soon(world.context, otto).rows
    assert (row.name, row.can_extend) == ("Lantern Media", False)


def test_whoever_left_is_not_reminded(world, nora, sam, mara_link):
    set_end(world, nora, sam, mara_link, 3)
    members.remove(world.context, nora, holder_of(world, sam).id)
    assert end_dates.ending_soon(world.context, nora).count == 0
