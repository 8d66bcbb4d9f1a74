"""Authenticator codes and recovery codes (security.md 2.7 and 5.5, S3)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, unquote, urlsplit

import pyotp
import pytest

from bcdesktop.core.recovery import ALPHABET
from bcdesktop.core.two_step import (
    accepted_step,
    groups_of,
    new_recovery_code,
    new_secret,
    plain_recovery_code,
    set_up_uri,
)

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
STEP = int(NOON.timestamp()) // 30


def code(**later: float) -> str:
    return pyotp.TOTP(SECRET).at(NOON + timedelta(**later))


def test_a_secret_has_160_bits_and_is_another_each_time():
    assert len(pyotp.TOTP(new_secret()).byte_secret()) == 20
    assert new_secret() != new_secret()


def test_the_address_names_the_program_and_the_person():
    parts = urlsplit(set_up_uri(SECRET, "nora+bc@example.com"))
    values = parse_qs(parts.query)
    assert (parts.scheme, parts.netloc) == ("otpauth", "totp")
    assert unquote(parts.path) == "/Business Center Desktop:nora+bc@example.com"
    assert (values["secret"], values["issuer"]) == ([SECRET], ["Business Center Desktop"])


@pytest.mark.parametrize(("seconds", "step"), [(-30, STEP - 1), (0, STEP), (30, STEP + 1)])
def test_the_codes_of_the_steps_beside_now_count(seconds, step):
    assert accepted_step(SECRET, code(seconds=seconds), NOON, None) == step


@pytest.mark.parametrize("seconds", [-60, 60, 3_600])
def test_a_code_of_another_time_does_not_count(seconds):
    assert accepted_step(SECRET, code(seconds=seconds), NOON, None) is None


@pytest.mark.parametrize("last", [STEP, STEP + 1])
def test_a_code_counts_once_and_none_older_than_it(last):
    assert accepted_step(SECRET, code(), NOON, last) is None


def test_the_next_code_counts_after_it():
    assert accepted_step(SECRET, code(seconds=30), NOON + timedelta(seconds=30), STEP) == STEP + 1


def test_a_code_may_be_typed_with_blanks_and_in_wide_digits():
    typed = code()
    assert accepted_step(SECRET, f" {typed[:3]} {typed[3:]}\n", NOON, None) == STEP
    assert accepted_step(SECRET, "".join(chr(ord(digit) + 0xFEE0) for digit in typed), NOON, None) == STEP


@pytest.mark.parametrize("text", ["", "12345", "1234567", "abcdef", "١٢٣٤٥٦", "x" * 100_000])
def test_other_texts_are_no_code(text):
    assert accepted_step(SECRET, text, NOON, None) is None


def test_a_recovery_code_is_two_groups_of_letters_that_are_not_mixed_up():
    codes = {new_recovery_code() for _ in range(50)}
    assert len(codes) == 50
    for made in codes:
        first, _, second = made.partition("-")
        assert len(first) == len(second) == 5
        assert set(first + second) <= set(ALPHABET)


@pytest.mark.parametrize("typed", ["K7M2P-9QRST", "k7m2p 9qrst", " k7m2p9qrst\n", "K7M2P–9QRST"])
def test_a_recovery_code_may_be_typed_in_any_way(typed):
    assert plain_recovery_code(typed) == "K7M2P9QRST"


@pytest.mark.parametrize("text", ["", "K7M2P", "K7M2P-9QRS0", "K7M2P-9QRST-K7M2P", "123456", "x" * 100_000])
def test_other_texts_are_no_recovery_code(text):
    assert plain_recovery_code(text) is None


def test_the_secret_is_read_out_in_groups_of_four():
    assert groups_of(SECRET) == "JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP"
