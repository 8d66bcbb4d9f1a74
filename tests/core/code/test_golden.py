"""The format stands still: committed codes, byte for byte, and another program's COSE agrees (security.md 5.1, C1)."""

from __future__ import annotations

import json
from pathlib import Path

import base45
import cbor2
import pytest
from pycose.algorithms import EdDSA
from pycose.headers import KID, Algorithm
from pycose.keys import OKPKey
from pycose.messages import Sign1Message

from bcdesktop.core.code import CodeKind, SigningKey, open_code, seal
from tests.core.code.samples import CENTRE, NOW, SAMPLES, signer_of

GOLDEN = json.loads(Path(__file__).with_name("golden.json").read_text())
NAMES = sorted(GOLDEN)


def cose_of(name: str) -> bytes:
    return base45.b45decode(GOLDEN[name]["text"].split(":", 1)[1])


def pycose_key(key: SigningKey) -> OKPKey:
    return OKPKey(crv="ED25519", x=key.public_key, d=key.seed)


def test_there_is_a_committed_code_for_every_sample():
    assert set(SAMPLES) == set(GOLDEN)


def test_at_least_forty_codes_of_every_kind_are_committed():
    assert len(NAMES) >= 40
    assert {GOLDEN[name]["text"][:3] for name in NAMES} == {kind.value for kind in CodeKind}


@pytest.mark.parametrize("name", NAMES)
def test_sealing_gives_the_committed_bytes(name):
    sealed = seal(SAMPLES[name], signer_of(SAMPLES[name]))

    assert (sealed.text, sealed.hash.hex()) == (GOLDEN[name]["text"], GOLDEN[name]["hash"])


@pytest.mark.parametrize("name", NAMES)
def test_opening_a_committed_code_gives_the_message(name):
    opened = open_code(GOLDEN[name]["text"], key=signer_of(SAMPLES[name]).public_key)

    assert opened.message == SAMPLES[name]
    assert opened.hash.hex() == GOLDEN[name]["hash"]


@pytest.mark.parametrize("name", NAMES)
def test_pycose_makes_the_same_bytes(name):
    signer = signer_of(SAMPLES[name])
    kind = CodeKind(GOLDEN[name]["text"][:3])
    message = Sign1Message(
        phdr={Algorithm: EdDSA, KID: signer.kid},
        payload=cbor2.loads(cose_of(name)).value[2],
        external_aad=kind.context.encode(),
        key=pycose_key(signer),
    )

    assert message.encode() == cose_of(name)


@pytest.mark.parametrize("name", NAMES)
def test_pycose_verifies_a_code_in_its_own_context_alone(name):
    protected, _, payload, signature = cbor2.loads(cose_of(name)).value
    message = Sign1Message.from_cose_obj([protected, {}, payload, signature], allow_unknown_attributes=False)
    message.key = pycose_key(signer_of(SAMPLES[name]))
    own = CodeKind(GOLDEN[name]["text"][:3])

    verified = set()
    for kind in CodeKind:
        message.external_aad = kind.context.encode()
        if message.verify_signature():
            verified.add(kind)

    assert verified == {own}


def test_the_map_of_a_request_is_the_one_in_the_design():
    payload = cbor2.loads(cose_of("request usual")).value[2]

    assert cbor2.loads(payload) == {
        1: 1,
        2: bytes(range(16)),
        3: CENTRE.public_key,
        4: "North Studio",
        6: [1, 2, 9],
        7: NOW,
        8: 600,
        10: "winter.shop",
        11: "Spark Ads for the winter collection",
        12: 1,
        13: "7123456789012345678",
    }


def test_the_frame_is_the_one_of_rfc_9052():
    code = cose_of("request usual")

    assert code[:8] == bytes.fromhex("d2844da201270448")
    assert code[8:16] == CENTRE.kid
    assert code[16] == 0xA0
    assert code[-66:-64] == bytes.fromhex("5840")
