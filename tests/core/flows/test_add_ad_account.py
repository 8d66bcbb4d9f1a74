"""The steps of adding an ad account (A4-16, A4-24; domain.md 7)."""

from __future__ import annotations

import pytest

from bcdesktop.core.errors import ValueMalformed, ValueMissing
from bcdesktop.core.flows.add_ad_account import (
    AddAdAccount,
    AddAdAccountWay,
    BusinessInformation,
    RequestAccess,
    Submit,
    Transfer,
    Way,
)

NUMBER = "7123456789012345678"
INFORMATION = BusinessInformation(" Spring ", "Harbour Shoes", "de", "Europe/Berlin", "eur", "", "shoes.example.com")


def at(way):
    flow = AddAdAccount()
    flow.next(Way(way))
    return flow


@pytest.mark.parametrize(
    ("way", "steps"),
    [
        (AddAdAccountWay.CREATE, ("business_information", "submit_ad_account")),
        (AddAdAccountWay.REQUEST, ("request_ad_account",)),
        (AddAdAccountWay.TRANSFER, ("transfer_ad_account",)),
    ],
    ids=str,
)
def test_the_way_decides_which_steps_follow(way, steps):
    assert at(way).path() == ("ad_account_way", *steps)


def test_business_information_comes_out_in_its_one_form():
    flow = at(AddAdAccountWay.CREATE)
    flow.next(INFORMATION)
    flow.next(Submit())
    answer = flow.answer_to(BusinessInformation)
    assert (answer.name, answer.country, answer.currency) == ("Spring", "DE", "EUR")
    assert answer.promotion_link == "https://shoes.example.com"
    assert flow.is_complete


def test_the_id_is_read_out_of_an_address():
    flow = at(AddAdAccountWay.REQUEST)
    flow.next(RequestAccess(f"https://ads.tiktok.com/?aadvid={NUMBER}"))
    assert flow.answer_to(RequestAccess).ad_account_id == NUMBER


def test_a_transfer_has_to_be_understood_after_its_id_was_read():
    flow = at(AddAdAccountWay.TRANSFER)
    with pytest.raises(ValueMalformed):
        flow.next(Transfer("12"))
    with pytest.raises(ValueMissing) as caught:
        flow.next(Transfer(NUMBER))
    assert caught.value.field == "understood"
    flow.next(Transfer(NUMBER, understood=True))
    assert flow.answer_to(Transfer).ad_account_id == NUMBER
