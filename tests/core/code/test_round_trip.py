"""Whatever can be sealed comes out the same, in characters a QR code packs tightly (security.md 5.1, C2)."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bcdesktop.core.code import MAX_BYTES, MAX_CHARACTERS, open_code, seal, sealed_size
from tests.core.code.samples import REQUEST, signer_of
from tests.core.code.strategies import messages

QR_ALPHANUMERIC = set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")


@given(messages)
@settings(max_examples=max(500, settings.default.max_examples))
def test_a_sealed_message_opens_as_itself(message):
    sealed = seal(message, signer_of(message))

    opened = open_code(sealed.text, key=sealed.key)

    assert (opened.message, opened.kind) == (message, sealed.kind)
    assert (opened.cose, opened.hash, opened.key) == (sealed.cose, sealed.hash, sealed.key)


@given(messages)
def test_a_code_keeps_within_its_bytes_characters_and_alphabet(message):
    sealed = seal(message, signer_of(message))

    assert len(sealed.cose) == sealed_size(message) <= MAX_BYTES
    assert len(sealed.text) <= MAX_CHARACTERS
    assert set(sealed.text) <= QR_ALPHANUMERIC


@given(st.text(" \t\r\n", max_size=50), st.text(" \t\r\n", max_size=50))
def test_blanks_around_a_pasted_code_do_not_matter(before, after):
    sealed = seal(REQUEST, signer_of(REQUEST))

    assert open_code(before + sealed.text + after).text == sealed.text
