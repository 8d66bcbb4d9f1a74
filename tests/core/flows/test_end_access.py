"""The steps of ending access: the place follows from how the account is linked."""

from __future__ import annotations

import pytest

from bcdesktop.core.ending import EndPlace, EndReason, EndWay
from bcdesktop.core.errors import ValueMissing
from bcdesktop.core.flows.end_access import (
    Confirmed,
    EndAccess,
    EndAccount,
    EndOption,
    HowLinked,
    Read,
    Where,
    Which,
    Why,
    options,
)

HERE, ADS, PHONE = EndPlace.BUSINESS_CENTER, EndPlace.ADS_MANAGER, EndPlace.PHONE
MARA = EndAccount("link", "mara", HowLinked.LINKED)
SHOP = EndAccount("share", "shop", HowLinked.SHARED, owner_name="Bella Brands", has_grant=True)


def ways(account: EndAccount, *, is_admin: bool) -> list[tuple[EndPlace, EndWay | None]]:
    return [(one.place, one.way) for one in options(account, is_admin=is_admin)]


def test_an_account_of_the_business_center_is_ended_there_by_an_admin_or_on_the_phone():
    assert ways(MARA, is_admin=True) == [(HERE, EndWay.DISCONNECT), (PHONE, None)]


def test_who_is_no_admin_gives_up_their_own_access_and_asks_for_the_rest():
    mine = EndAccount("link", "mara", HowLinked.LINKED, has_grant=True)
    assert ways(mine, is_admin=False) == [(HERE, EndWay.OWN_ACCESS), (HERE, None), (PHONE, None)]


def test_a_claimed_account_is_not_ended_on_the_phone():
    assert ways(EndAccount("link", "mara", HowLinked.CLAIMED), is_admin=True) == [(HERE, EndWay.DISCONNECT)]


def test_a_shared_account_is_ended_by_the_partner_that_shares_it():
    assert ways(SHOP, is_admin=True) == [(HERE, EndWay.OWN_ACCESS), (HERE, None), (PHONE, None)]


def test_what_is_linked_to_ads_manager_alone_is_ended_in_ads_manager():
    mine = EndAccount("p1", "mara", HowLinked.PERSON, person_link_id="p1")
    assert options(mine, is_admin=True)[0] == EndOption(ADS, EndWay.PERSON_LINK, "p1")


def test_an_account_nobody_here_knows_leads_to_the_phone():
    assert ways(EndAccount("", "mara", HowLinked.UNKNOWN), is_admin=True) == [(PHONE, None)]


def test_the_whole_path_ends_with_the_receipt():
    flow = EndAccess()
    flow.next(Why(EndReason.LEAVING))
    flow.next(Which(MARA))
    flow.next(Where(options(MARA, is_admin=True)[0]))
    assert flow.next(Read("d")) == "end_confirm"
    assert flow.next(Confirmed()) == "end_receipt"


def test_begun_at_an_account_it_is_not_asked_for():
    flow = EndAccess(MARA)
    assert flow.next(Why()) == "end_place"
    assert flow.account == MARA


@pytest.mark.parametrize(
    "option", [EndOption(PHONE), EndOption(HERE), EndOption(ADS, EndWay.PERSON_LINK, "p")], ids=str
)
def test_a_place_elsewhere_ends_with_what_to_do_there(option):
    flow = EndAccess(MARA)
    flow.next(Why())
    assert flow.next(Where(option)) == "end_elsewhere"
    assert flow.is_last


def test_without_an_account_it_does_not_go_on():
    flow = EndAccess()
    flow.next(Why())
    with pytest.raises(ValueMissing):
        flow.next(Which(None))
    assert flow.step == "end_account"


def test_another_account_forgets_the_way_and_keeps_the_reason():
    flow = EndAccess()
    flow.next(Why(EndReason.PRIVACY))
    flow.next(Which(MARA))
    flow.next(Where(EndOption(PHONE)))
    flow.back()
    flow.back()
    flow.next(Which(SHOP))
    assert flow.option is None
    assert flow.answer_to(Why) == Why(EndReason.PRIVACY)
