"""Every refusal has its own reason, and the checks come in the order of security.md 2.3."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter

import cbor2
import pytest

from bcdesktop.core.code import (
    MAX_TEXT_BYTES,
    CodeKind,
    CodeReason,
    CodeRefused,
    SigningKey,
    open_code,
    peek,
    seal,
    verify,
)
from tests.core.code.forging import reason, signed_map, text_of, with_entries
from tests.core.code.samples import (
    CENTRE,
    DECLINE,
    FIRST_REPLY,
    LOG_IN,
    OLD_OWNER,
    OWNER,
    OWNER_CARD,
    PARTNER_ANSWER,
    PARTNER_INVITATION,
    REPLY,
    REQUEST,
    REVOCATION,
    SAMPLES,
    signer_of,
)

SEALED = seal(REQUEST, CENTRE)
AR1 = CodeKind.ACCESS_REQUEST
PROTECTED, _, PAYLOAD, SIGNATURE = cbor2.loads(SEALED.cose).value


def framed(*parts, tag=18) -> str:
    return text_of(AR1, cbor2.dumps(cbor2.CBORTag(tag, list(parts))))


@pytest.mark.parametrize("text", [SEALED.text + "0" * 600, "x" * 601, "AR1:" + "0" * 600, " " * 10_000_000])
def test_too_many_characters(text):
    assert reason(text) is CodeReason.TOO_LONG


def test_a_partner_invitation_may_be_long_and_nothing_else_is_longer_for_it():
    body = "0" * 30_000

    assert reason(f"PI1:{body}") is CodeReason.NOT_CBOR
    assert {reason(f"{kind.value}:{body}") for kind in set(CodeKind) - {CodeKind.PARTNER_INVITATION}} == {
        CodeReason.TOO_LONG
    }
    assert reason(" " * 3_000 + f"PI1:{body}") is CodeReason.NOT_CBOR
    assert reason(" " * 5_000 + f"PI1:{body}") is CodeReason.TOO_LONG


def test_a_partner_invitation_over_its_own_cap_is_refused_before_it_is_decoded():
    assert reason("PI1:" + "0" * (MAX_TEXT_BYTES // 2 * 3 + 1)) is CodeReason.TOO_LONG
    assert reason(text_of(CodeKind.PARTNER_INVITATION, bytes(MAX_TEXT_BYTES + 1))) is CodeReason.TOO_LONG


def test_a_huge_paste_is_refused_at_once():
    huge = SEALED.text * 50_000
    started = perf_counter()

    assert reason(huge) is CodeReason.TOO_LONG
    assert perf_counter() - started < 0.05


@pytest.mark.parametrize(
    "text", ["", ":", "AR1", "AR1" + SEALED.text[4:], "ar1:00", "HC1:00", "https://a.b/", "AR:1", "\ud800"]
)
def test_not_a_code_of_ours(text):
    assert reason(text) is CodeReason.NOT_OURS


@pytest.mark.parametrize("prefix", ["AR2", "LI9", "BC10", "PI2", "PA3"])
def test_a_code_of_a_newer_program(prefix):
    assert reason(prefix + SEALED.text[3:]) is CodeReason.NEWER_FORMAT


def test_a_code_of_another_kind_than_expected():
    assert reason(SEALED.text, expect=CodeKind.REPLY) is CodeReason.OTHER_KIND
    assert open_code(SEALED.text, expect=AR1).message == REQUEST


@pytest.mark.parametrize(
    "body", ["0", "abc", "GGW", ":::", "::", "é00", "00\n00", "\ud80000", "00\x00", SEALED.text[4:].lower()]
)
def test_not_base45(body):
    assert reason(f"AR1:{body}A" if body == "00\n00" else f"AR1:{body}") is CodeReason.NOT_BASE45


@pytest.mark.parametrize(
    "data",
    [
        "",
        "ff",
        "f6",
        "f5",
        "fb7ff0000000000000",
        "d2",
        "8418",
        "1c",
        "9bffffffffffffffff",
        "bbffffffffffffffff",
        "5bffffffffffffffff",
        "62c328",
        "d81e8201",
        "d8236161",
        "c5821b7fffffffffffffff01",
        "81" * 6 + "00",
        "81" * 390,
        "0000",
        "d2d280",
        "a2010101",
        "8181818181d280",
    ],
)
def test_not_cbor_or_with_what_no_code_holds(data):
    assert reason(text_of(AR1, bytes.fromhex(data))) is CodeReason.NOT_CBOR


def test_bytes_after_the_end_are_not_cbor():
    assert reason(text_of(AR1, SEALED.cose + b"\0")) is CodeReason.NOT_CBOR


@pytest.mark.parametrize("data", ["9fff", "bfff", "5fff", "1800", "190001", "a202000100", "d8128400000000"])
def test_cbor_in_another_than_its_one_form(data):
    assert reason(text_of(AR1, bytes.fromhex(data))) is CodeReason.NOT_CANONICAL


def test_a_key_twice_is_not_cbor_of_ours():
    assert reason(text_of(AR1, bytes.fromhex("a201000100"))) is CodeReason.NOT_CBOR


def test_the_payload_is_held_to_the_same_form():
    assert reason(framed(PROTECTED, {}, PAYLOAD[:-1], SIGNATURE)) is CodeReason.NOT_CBOR
    assert reason(framed(PROTECTED, {}, b"\x18\x01", SIGNATURE)) is CodeReason.NOT_CANONICAL


@pytest.mark.parametrize(
    "text",
    [
        text_of(AR1, SEALED.cose[1:]),
        text_of(AR1, b"\x00"),
        text_of(AR1, b"\xd2\x00"),
        framed(PROTECTED, {}, PAYLOAD),
        framed(PROTECTED, {}, PAYLOAD, SIGNATURE, b""),
        framed(PROTECTED, {4: CENTRE.kid}, PAYLOAD, SIGNATURE),
        framed(PROTECTED, [], PAYLOAD, SIGNATURE),
        framed(PROTECTED, b"", PAYLOAD, SIGNATURE),
        framed(b"", {}, PAYLOAD, SIGNATURE),
        framed({1: -8}, {}, PAYLOAD, SIGNATURE),
        framed(cbor2.dumps({1: -8}), {}, PAYLOAD, SIGNATURE),
        framed(cbor2.dumps({1: -7, 4: CENTRE.kid}), {}, PAYLOAD, SIGNATURE),
        framed(cbor2.dumps({1: -8, 3: 0, 4: CENTRE.kid}), {}, PAYLOAD, SIGNATURE),
        framed(cbor2.dumps({1: -8, 4: CENTRE.kid + b"\0"}), {}, PAYLOAD, SIGNATURE),
        framed(cbor2.dumps({4: CENTRE.kid, 1: -8}), {}, PAYLOAD, SIGNATURE),
        framed(PROTECTED, {}, {}, SIGNATURE),
        framed(PROTECTED, {}, PAYLOAD, SIGNATURE[:-1]),
        framed(PROTECTED, {}, PAYLOAD, SIGNATURE + b"\0"),
    ],
)
def test_not_exactly_our_header(text):
    assert reason(text) is CodeReason.WRONG_HEADER


def test_another_tag_is_not_ours():
    assert reason(framed(PROTECTED, {}, PAYLOAD, SIGNATURE, tag=17)) is CodeReason.NOT_CBOR


def test_fields_are_checked_before_the_signature():
    assert reason(framed(PROTECTED, {}, cbor2.dumps({1: 1}), SIGNATURE)) is CodeReason.WRONG_FIELD


def test_a_reply_without_a_key_needs_one():
    assert reason(seal(REPLY, OWNER).text) is CodeReason.KEY_UNKNOWN
    assert reason(seal(REVOCATION, OWNER).text) is CodeReason.KEY_UNKNOWN


def test_a_code_says_whose_it_is_before_anything_is_verified():
    peeked = peek(seal(DECLINE, OWNER).text)

    assert (peeked.kid, peeked.carried_key, peeked.message) == (OWNER.kid, None, DECLINE)
    assert verify(peeked, key=OWNER.public_key).message == DECLINE


@pytest.mark.parametrize("message", [REQUEST, FIRST_REPLY, OWNER_CARD, LOG_IN, PARTNER_INVITATION, PARTNER_ANSWER])
def test_a_carried_key_must_be_the_one_that_is_pinned(message):
    text = seal(message, signer_of(message)).text

    assert open_code(text).key == signer_of(message).public_key
    assert reason(text, key=OLD_OWNER.public_key) is CodeReason.KEY_MISMATCH


def test_the_header_must_name_the_key():
    assert reason(signed_map(AR1, cbor2.loads(PAYLOAD), OWNER)) is CodeReason.KEY_MISMATCH
    assert reason(seal(REPLY, OWNER).text, key=OLD_OWNER.public_key) is CodeReason.KEY_MISMATCH


def test_a_signer_cannot_pass_off_anothers_key_as_the_one_carried():
    text = signed_map(AR1, cbor2.loads(PAYLOAD), OWNER)

    assert reason(text, key=OWNER.public_key) is CodeReason.KEY_MISMATCH


def test_a_weak_key_is_refused_before_its_signature_is_looked_at():
    assert reason(with_entries(f3=bytes(32))) is CodeReason.WEAK_KEY
    assert reason(seal(REPLY, OWNER).text, key=bytes(32)) is CodeReason.WEAK_KEY


def test_a_changed_payload_breaks_the_signature():
    other = seal(replace(REQUEST, scope=(1,)), CENTRE)
    payload = cbor2.loads(other.cose).value[2]

    assert reason(framed(PROTECTED, {}, payload, SIGNATURE)) is CodeReason.BAD_SIGNATURE


def test_a_code_of_one_kind_is_never_read_as_another():
    sealed = [seal(message, signer_of(message)) for message in SAMPLES.values()]

    readable = {
        (code.kind, kind)
        for code in sealed
        for kind in set(CodeKind) - {code.kind}
        if reason(text_of(kind, code.cose), key=code.key) is CodeReason.BAD_SIGNATURE
    }

    # The shapes of these two can be alike; what keeps them apart is the signature's context alone.
    assert readable <= {(CodeKind.OWNER_CARD, CodeKind.CENTRE_CARD), (CodeKind.CENTRE_CARD, CodeKind.OWNER_CARD)}
    assert (CodeKind.CENTRE_CARD, CodeKind.OWNER_CARD) in readable


def test_sealing_with_another_key_than_the_message_carries_is_refused():
    with pytest.raises(CodeRefused) as caught:
        seal(REQUEST, SigningKey.generate())
    assert caught.value.reason is CodeReason.KEY_MISMATCH
