"""The 30 digits (security.md 2.5)."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesktop.core.code import CodeRefused, SigningKey, fingerprint_digits
from tests.core.code.samples import CENTRE, OWNER

seeds = st.binary(min_size=32, max_size=32)


@given(seeds, seeds)
def test_both_sides_read_the_same_six_groups_of_five(a, b):
    mine, theirs = SigningKey(a).public_key, SigningKey(b).public_key
    digits = fingerprint_digits(mine, theirs)

    assert re.fullmatch(r"\d{5}( \d{5}){5}", digits)
    assert digits == fingerprint_digits(theirs, mine)


def test_the_digits_stand_still():
    assert fingerprint_digits(CENTRE.public_key) == "35024 36632 41922 23504 72284 32620"
    assert fingerprint_digits(CENTRE.public_key, OWNER.public_key) == "58262 87255 38675 99020 92544 21279"


@given(seeds)
def test_another_key_gives_other_digits(seed):
    other = SigningKey(seed).public_key

    assert fingerprint_digits(other) != fingerprint_digits(CENTRE.public_key)
    assert fingerprint_digits(other, OWNER.public_key) != fingerprint_digits(CENTRE.public_key, OWNER.public_key)
    assert fingerprint_digits(other) != fingerprint_digits(other, other)


def test_a_weak_key_has_no_digits():
    with pytest.raises(CodeRefused):
        fingerprint_digits(CENTRE.public_key, bytes(32))
