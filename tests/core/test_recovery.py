"""The recovery text: printed, read out, typed again."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesktop.core.errors import RecoveryTextWrong
from bcdesktop.core.recovery import ALPHABET, parse_recovery_text, recovery_text

KEY = bytes(range(32))
keys = st.binary(min_size=32, max_size=32)


@given(keys)
def test_a_key_survives_its_text(key):
    assert parse_recovery_text(recovery_text(key)) == key


@pytest.mark.parametrize("key", [bytes(32), b"\xff" * 32])
def test_the_extreme_keys_survive_too(key):
    assert parse_recovery_text(recovery_text(key)) == key


def test_the_text_is_12_groups_of_5_without_look_alikes():
    groups = recovery_text(KEY).split("-")
    assert [len(group) for group in groups] == [5] * 12
    assert not set("0O1IL") & set(ALPHABET)
    assert set("".join(groups)) <= set(ALPHABET)


def test_the_text_of_a_key_stays_the_same_for_good():
    assert recovery_text(KEY) == "2227Y-WGXNW-DNWNS-ZV5S7-QXERJ-YXW6S-4QGGY-AF3EM-DYWB6-WY5WE-YZWRY-WEFZT"


@pytest.mark.parametrize(
    "typed", [str.lower, lambda t: t.replace("-", " "), lambda t: f"\n {t}\r\n", lambda t: t.replace("-", "–")]
)
def test_case_and_separators_do_not_matter(typed):
    assert parse_recovery_text(typed(recovery_text(KEY))) == KEY


@given(keys, st.integers(0, 59), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_found(key, place, character):
    plain = recovery_text(key).replace("-", "")
    changed = plain[:place] + character + plain[place + 1 :]
    if changed != plain:
        with pytest.raises(RecoveryTextWrong):
            parse_recovery_text(changed)


@given(keys, st.integers(0, 58))
def test_two_swapped_characters_are_found(key, place):
    plain = recovery_text(key).replace("-", "")
    swapped = plain[:place] + plain[place + 1] + plain[place] + plain[place + 2 :]
    if swapped != plain:
        with pytest.raises(RecoveryTextWrong):
            parse_recovery_text(swapped)


@pytest.mark.parametrize("text", ["", "hello", "Z" * 60, "2" * 59, "2" * 61, "x" * 1_000_000])
def test_another_kind_of_text_is_refused_at_its_field(text):
    with pytest.raises(RecoveryTextWrong) as caught:
        parse_recovery_text(text, "text")
    assert caught.value.field == "text"


@given(st.text(max_size=80))
def test_no_text_breaks_the_parser(text):
    with contextlib.suppress(RecoveryTextWrong):
        assert len(parse_recovery_text(text)) == 32


def test_a_key_of_another_length_is_a_mistake_of_the_program():
    with pytest.raises(ValueError, match="31"):
        recovery_text(bytes(31))
