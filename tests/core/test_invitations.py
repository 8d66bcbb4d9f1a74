"""Invitation codes: what people type comes back in one form; a slip, and another store's code, are told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcdesktop.core.errors import InvitationCodeForOtherStore, InvitationCodeWrong
from bcdesktop.core.invitations import hash_of_code, new_invitation_code, parse_invitation_code
from bcdesktop.core.recovery import ALPHABET

HERE, THERE = "store-one", "store-two"


@pytest.fixture(scope="module")
def code():
    return new_invitation_code(HERE)


def test_a_code_is_five_groups_of_five_after_its_prefix(code):
    prefix, *groups = code.split("-")
    assert prefix == "INV"
    assert [len(group) for group in groups] == [5] * 5


def test_two_codes_differ(code):
    assert code != new_invitation_code(HERE)
    assert hash_of_code(code) != hash_of_code(new_invitation_code(HERE))


@pytest.mark.parametrize(
    "typed",
    [
        "{code}",
        " {lower} ",
        "{blanks}",
        "{bare}",
        "{no_prefix}",
        "Hello Sam,\n\nyour code: {code}\n\nGreetings",
        "Your code is {code}. It is open for 7 days.",
        "> {code}\r\n> Nora",
        "{wide}",
    ],
)
def test_a_code_is_read_however_it_is_typed_or_mailed(code, typed):
    forms = {
        "code": code,
        "lower": code.lower(),
        "blanks": code.replace("-", " "),
        "bare": code.replace("-", ""),
        "no_prefix": code.removeprefix("INV-"),
        "wide": "".join(chr(ord(c) + 0xFEE0) if c.isalnum() else c for c in code),
    }
    assert parse_invitation_code(typed.format(**forms), HERE) == code


@pytest.mark.parametrize("text", ["", "INV", "INV-AAAAA", "hello", "INV-" + "-".join(["00000"] * 5), "AR1:ABC", "\x00"])
def test_what_is_no_code_is_refused(text):
    with pytest.raises(InvitationCodeWrong):
        parse_invitation_code(text, HERE)


def test_every_slip_of_one_letter_is_found(code):
    for place in [place for place, letter in enumerate(code) if place > 3 and letter != "-"]:
        for other in set(ALPHABET) - {code[place]}:
            with pytest.raises(InvitationCodeWrong):
                parse_invitation_code(code[:place] + other + code[place + 1 :], HERE)


def test_two_letters_swapped_are_found(code):
    bare = code.removeprefix("INV-").replace("-", "")
    for place in range(len(bare) - 1):
        if bare[place] != bare[place + 1]:
            swapped = bare[:place] + bare[place + 1] + bare[place] + bare[place + 2 :]
            with pytest.raises(InvitationCodeWrong):
                parse_invitation_code(swapped, HERE)


def test_the_code_of_another_store_is_told_apart(code):
    with pytest.raises(InvitationCodeForOtherStore):
        parse_invitation_code(code, THERE)


@given(st.text(max_size=200))
def test_any_text_is_refused_by_one_of_the_two_errors(text):
    with pytest.raises((InvitationCodeWrong, InvitationCodeForOtherStore)):
        parse_invitation_code(text, HERE)
