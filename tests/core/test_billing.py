"""What is taken as a payment method, and that whole numbers are told from labels (part 3, Billing)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesktop.core.billing import NewPaymentMethod, PaymentMethodKind, holds_whole_number, parse_last_four, parse_new
from bcdesktop.core.errors import HostileText, ValueMalformed, ValueMissing, ValueTooLong, WholePaymentNumber

CARD, INVOICE = PaymentMethodKind.CARD, PaymentMethodKind.INVOICE
WHOLE = (
    "4242424242424242",
    "4242 4242 4242 4242",
    "4242-4242-4242-4242",
    "4242.4242.4242.4242 Nora",
    "Visa 4242/4242/4242/4242",
    "４２４２４２４２４２４２４２４２",
    "④②④②④②④②④②④②④②④②",
    "٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢",
    "4242\u200b4242\u200b4242\u200b4242",
    "4242a4242b4242c4242",
    "378282246310005",
    "6011 0000 0000",
    "DE89 3704 0044 0532 0130 00",
    "de89370400440532013000",
    "GB29 NWBK 6016 1331 9268 19",
    "NO93 8601 1117 947",
    "account 123456789",
)


@pytest.mark.parametrize("text", WHOLE, ids=range(len(WHOLE)))
def test_a_whole_number_is_found_however_it_is_written(text):
    assert holds_whole_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "Team card",
        "Visa 4242",
        "Card of 2026",
        "Budget 2026-2027",
        "Spring 01.03.2026",
        "DE89 Berlin",
        "Invoice 20260301",
    ],
)
def test_a_label_may_have_some_digits(text):
    assert not holds_whole_number(text)


@given(st.lists(st.sampled_from("0123456789"), min_size=12, max_size=19), st.text(alphabet=" -./_", max_size=2))
def test_no_card_number_is_ever_taken_as_a_label(digits, between):
    with pytest.raises(WholePaymentNumber):
        parse_new(NewPaymentMethod(between.join(digits), CARD, "4242"))


@pytest.mark.parametrize("text", [*WHOLE, "42424", "4242 1"], ids=range(len(WHOLE) + 2))
def test_more_than_four_digits_are_refused_and_are_in_no_parameter(text):
    with pytest.raises(WholePaymentNumber) as caught:
        parse_last_four(text, CARD)
    assert caught.value.params() == {"field": "last_four"}


def test_the_last_four_digits_are_trimmed():
    assert parse_last_four(" 4242 ", CARD) == "4242"


@pytest.mark.parametrize("text", ["424", "abcd", "42 42", "٤٢٤٢"])
def test_other_than_four_digits_is_refused(text):
    with pytest.raises(ValueMalformed):
        parse_last_four(text, CARD)


def test_a_card_needs_its_digits_and_an_invoice_does_not():
    with pytest.raises(ValueMissing):
        parse_last_four("", CARD)
    assert parse_last_four("", INVOICE) == ""


@pytest.mark.parametrize(
    ("label", "error"), [(" ", ValueMissing), ("x" * 61, ValueTooLong), ("Team\u202ecard", HostileText)]
)
def test_a_label_has_the_form_of_every_text(label, error):
    with pytest.raises(error):
        parse_new(NewPaymentMethod(label, CARD, "4242"))
