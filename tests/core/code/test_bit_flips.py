"""No single changed bit is ever accepted (security.md 5.1, C6)."""

from __future__ import annotations

import pytest

from bcdesktop.core.code import CodeRefused, open_code, peek, seal
from tests.core.code.forging import text_of
from tests.core.code.samples import (
    FIRST_REPLY,
    PARTNER_ANSWER,
    PARTNER_INVITATION,
    REPLY,
    REQUEST,
    REVOCATION,
    signer_of,
)


def flipped(data: bytes):
    for bit in range(len(data) * 8):
        yield data[: bit // 8] + bytes([data[bit // 8] ^ 1 << bit % 8]) + data[bit // 8 + 1 :]


def accepted(texts, read) -> int:
    count = 0
    for text in texts:
        try:
            read(text)
        except CodeRefused:
            continue
        count += 1
    return count


@pytest.mark.parametrize("message", [REQUEST, REPLY, FIRST_REPLY, REVOCATION, PARTNER_INVITATION, PARTNER_ANSWER])
def test_no_flip_of_a_signed_bit_is_accepted(message):
    sealed = seal(message, signer_of(message))
    texts = [text_of(sealed.kind, data) for data in flipped(sealed.cose)]

    assert len(texts) == len(sealed.cose) * 8
    assert accepted(texts, lambda text: open_code(text, key=sealed.key)) == 0
    assert accepted(texts, peek) > 500, "without the signature many of them would pass, so the flips do reach it"


@pytest.mark.parametrize("message", [REQUEST, REPLY, PARTNER_ANSWER])
def test_no_other_character_in_any_place_is_accepted(message):
    sealed = seal(message, signer_of(message))
    texts = [
        sealed.text[:at] + character + sealed.text[at + 1 :]
        for at in range(len(sealed.text))
        for character in "A7 :\n"
        if sealed.text[at] != character
    ]

    assert accepted(texts, lambda text: open_code(text, key=sealed.key)) == 0
