"""Ids, handles, addresses and texts, as people type and paste them."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesktop.core.errors import HostileText, InputRefused, ValueMalformed, ValueMissing, ValueTooLong
from bcdesktop.core.ids import is_id, new_id, parse_ad_account_id, parse_email, parse_handle, parse_text

ID = "7123456789012345678"


def test_ids_have_19_digits_and_start_with_1_to_8():
    made = {new_id() for _ in range(1_000)}
    assert len(made) == 1_000
    assert all(is_id(one) and int(one) < 2**63 for one in made)


@pytest.mark.parametrize("text", ["", "0" * 19, "9" * 19, "1" * 18, "1" * 20, "१" * 19, " " + ID])
def test_what_is_no_id(text):
    assert not is_id(text)


@pytest.mark.parametrize(
    "text",
    [
        ID,
        f"  {ID}\n",
        f"https://ads.tiktok.com/i18n/dashboard?aadvid={ID}",
        f"https://ads.tiktok.com/i18n/perf?foo=1&aadvid={ID}&bar=2",
        f"https://ads.tiktok.com/app#/page?aadvid={ID}",
        f"ads.tiktok.com/x?aadvid={ID}&aadvid={ID}",
    ],
)
def test_an_ad_account_id_is_found_in_the_address_of_ads_manager(text):
    assert parse_ad_account_id(text) == ID


@pytest.mark.parametrize(
    "text",
    [
        "hello",
        "https://ads.tiktok.com/",
        "https://ads.tiktok.com/?aadvid=12",
        f"https://ads.tiktok.com/?aadvid={ID}&aadvid=1{ID[1:]}",
        "https://[broken?aadvid=1",
    ],
)
def test_an_address_without_one_id_is_refused(text):
    with pytest.raises(ValueMalformed):
        parse_ad_account_id(text)


def test_an_empty_ad_account_id_is_missing():
    with pytest.raises(ValueMissing):
        parse_ad_account_id("  ")


@pytest.mark.parametrize(
    ("text", "handle"),
    [("@Mara", "mara"), (" mara.makes ", "mara.makes"), ("a", "a"), ("_x_", "_x_"), ("a" * 24, "a" * 24)],
)
def test_a_handle_has_one_form(text, handle):
    assert parse_handle(text) == handle


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", ValueMissing),
        ("@", ValueMissing),
        ("a" * 25, ValueTooLong),
        ("123", ValueMalformed),
        ("two words", ValueMalformed),
        ("dot.", ValueMalformed),
        (".dot", ValueMalformed),
        ("müller", ValueMalformed),
        ("@@mara", ValueMalformed),
    ],
)
def test_what_is_no_handle_is_refused_at_its_field(text, error):
    with pytest.raises(error) as caught:
        parse_handle(text, "expected_handle")
    assert caught.value.field == "expected_handle"


@given(st.text())
def test_any_text_is_a_handle_or_refused(text):
    with contextlib.suppress(InputRefused):
        assert parse_handle(parse_handle(text)) == parse_handle(text)


@pytest.mark.parametrize(
    ("text", "address"), [(" Nora@Example.COM ", "Nora@example.com"), ("a+b@x.co", "a+b@x.co"), ("ü@ü.de", "ü@ü.de")]
)
def test_an_email_address_keeps_its_local_part(text, address):
    assert parse_email(text) == address


@pytest.mark.parametrize("text", ["nora", "nora@", "@x.de", "a b@x.de", "a@x", "a@x..de", "a@x.de,b@x.de", "<a@x.de>"])
def test_what_is_no_email_address(text):
    with pytest.raises(ValueMalformed):
        parse_email(text)


def test_an_endless_email_address_is_too_long():
    with pytest.raises(ValueTooLong):
        parse_email("a" * 250 + "@x.de")


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\x00", "\n", "\x7f", "\ud800"])
def test_a_text_with_control_or_direction_marks_is_hostile(mark):
    with pytest.raises(HostileText):
        parse_text(f"pay{mark}me", "purpose", maximum=120)


def test_a_text_is_counted_in_bytes_or_characters():
    assert parse_text("ä" * 60, "purpose", maximum=120, unit="bytes") == "ä" * 60
    with pytest.raises(ValueTooLong) as caught:
        parse_text("ä" * 61, "purpose", maximum=120, unit="bytes")
    assert (caught.value.length, caught.value.limit, caught.value.unit) == (122, 120, "bytes")


def test_a_text_is_trimmed_and_composed():
    assert parse_text(" cafe\u0301 ", "purpose", maximum=4) == "café"


def test_an_optional_text_may_be_empty():
    assert parse_text("  ", "purpose", maximum=4, required=False) == ""
    with pytest.raises(ValueMissing):
        parse_text("  ", "purpose", maximum=4)
