"""Texts that could make a line read as something else never enter or leave a code (security.md 1.3 A13, 5.1 C8)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bcdesktop.core.code import CodeReason, CodeRefused, has_mixed_script, open_code, seal
from tests.core.code.forging import reason, refusal, text_of, with_entries
from tests.core.code.samples import ARABIC, CENTRE, CHINESE, EMOJI, REQUEST

CONTROLS = [*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
NOT_NFC = ["e\u0301", "\u212b", "\u1100\u1161", "\u0958"]


@pytest.mark.parametrize("number", CONTROLS, ids=hex)
def test_a_control_or_direction_character_is_refused_in_any_place(number):
    for text in (chr(number), f"{chr(number)}name", f"na{chr(number)}me", f"name{chr(number)}"):
        assert refusal(with_entries(f4=text)) == (CodeReason.HOSTILE_TEXT, "centre_name")


@pytest.mark.parametrize("text", NOT_NFC, ids=ascii)
def test_a_text_that_is_not_nfc_is_refused(text):
    assert refusal(with_entries(f11=text)) == (CodeReason.HOSTILE_TEXT, "purpose")


@pytest.mark.parametrize("text", ["\ud800", "a\udfffb", "\ud83c\udfac", "\u202e", "e\u0301", "\0"], ids=ascii)
def test_a_hostile_text_cannot_be_sealed(text):
    with pytest.raises(CodeRefused) as caught:
        seal(replace(REQUEST, purpose=text), CENTRE)
    assert (caught.value.reason, caught.value.field) == (CodeReason.HOSTILE_TEXT, "purpose")


def test_a_lone_surrogate_in_the_bytes_is_no_text():
    sealed = seal(replace(REQUEST, purpose="xyz"), CENTRE)
    damaged = sealed.cose.replace(b"cxyz", b"c\xed\xa0\x80")

    assert reason(text_of(sealed.kind, damaged)) is CodeReason.NOT_CBOR


@pytest.mark.parametrize("text", [ARABIC, CHINESE, EMOJI, "Café", "a\u200db", "שלום", "नमस्ते", "한국어"])
def test_every_script_may_be_used(text):
    sealed = seal(replace(REQUEST, purpose=text), CENTRE)

    assert open_code(sealed.text).message.purpose == text


@pytest.mark.parametrize("text", ["Nоrth", "Асme", "раypal", "Ｎorth", "αlpha", "west аnd еast shop", "𝐍orth"])
def test_a_word_in_two_scripts_is_marked(text):
    assert has_mixed_script(text)


@pytest.mark.parametrize(
    "text",
    [
        "North",
        "Север",
        f"North {ARABIC}",
        CHINESE,
        "日本のカメラ屋",
        "SONYのカメラ",
        "T恤",
        "한국TV",
        EMOJI,
        "Café",
        "",
        "5µm",
        "1ª",
    ],
)
def test_a_text_in_usual_scripts_is_not_marked(text):
    assert not has_mixed_script(text)
