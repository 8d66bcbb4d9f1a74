"""Keys: small-order ones are never believed (security.md 1.3 A14, 5.1 C5), private ones are never shown."""

from __future__ import annotations

import hashlib
import pickle

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from bcdesktop.core.code import CodeReason, CodeRefused, SigningKey, kid, require_sound_key
from bcdesktop.core.code.keys import signature_holds
from tests.core.code.forging import reason, with_entries
from tests.core.code.samples import OWNER, REPLY

P = 2**255 - 19
ORDER_8 = (
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
)
GROUP_ORDER = 2**252 + 27742317777372353535851937790883648493


def with_sign(encoded: bytes) -> bytes:
    return encoded[:31] + bytes([encoded[31] | 0x80])


def small_order_encodings() -> list[bytes]:
    """The points of order 1, 2, 4 and 8, each also unreduced and with the other sign bit: 14 encodings."""
    reduced = [y.to_bytes(32, "little") for y in (0, 1, P - 1, P, P + 1)] + [bytes.fromhex(y) for y in ORDER_8]
    return [encoding for y in reduced for encoding in (y, with_sign(y))]


SMALL = small_order_encodings()
MESSAGES = [hashlib.sha256(bytes([number])).digest() for number in range(64)]
SIGNATURES = [point + bytes(32) for point in SMALL]


def believed_by_cryptography(key: bytes, message: bytes, signature: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def test_no_message_is_believed_under_a_small_order_key():
    tries = [(key, message, signature) for key in SMALL for message in MESSAGES for signature in SIGNATURES]

    assert len(set(SMALL)) == 14
    assert sum(signature_holds(*each) for each in tries) == 0


def test_the_same_tries_do_fool_another_library():
    fooled = {
        key
        for key in SMALL
        for message in MESSAGES[:8]
        for signature in SIGNATURES
        if believed_by_cryptography(key, message, signature)
    }

    assert len(fooled) > 0


@pytest.mark.parametrize("key", SMALL, ids=bytes.hex)
def test_a_small_order_key_is_refused_at_enrolment(key):
    with pytest.raises(CodeRefused) as caught:
        require_sound_key(key)
    assert caught.value.reason is CodeReason.WEAK_KEY


@pytest.mark.parametrize("key", SMALL, ids=bytes.hex)
def test_a_code_that_carries_a_small_order_key_is_refused(key):
    assert reason(with_entries(REPLY, f9=key)) is CodeReason.WEAK_KEY
    assert reason(with_entries(REPLY), key=key) is CodeReason.WEAK_KEY


@pytest.mark.parametrize("key", [b"", bytes(31), OWNER.public_key + b"\0", b"\xff" * 32, (2).to_bytes(32, "little")])
def test_what_is_no_point_of_the_main_subgroup_is_refused(key):
    with pytest.raises(CodeRefused):
        require_sound_key(key)


def test_a_signature_with_a_number_beyond_the_group_order_is_refused():
    signature = OWNER.sign(b"text")
    raised = (int.from_bytes(signature[32:], "little") + GROUP_ORDER).to_bytes(32, "little")

    assert signature_holds(OWNER.public_key, b"text", signature)
    assert not signature_holds(OWNER.public_key, b"text", signature[:32] + raised)


def test_the_first_vector_of_rfc_8032_holds():
    key = SigningKey(bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"))

    assert key.public_key.hex() == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    assert key.sign(b"").hex().startswith("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155")


def test_new_keys_differ_are_sound_and_come_back_from_their_seed():
    first, second = SigningKey.generate(), SigningKey.generate()

    assert first.seed != second.seed
    assert require_sound_key(first.public_key) == SigningKey(first.seed).public_key


def test_a_key_id_is_the_start_of_the_keys_hash():
    assert OWNER.kid == kid(OWNER.public_key) == hashlib.sha256(OWNER.public_key).digest()[:8]


def test_a_private_key_shows_and_pickles_nothing():
    assert OWNER.seed.hex() not in repr(OWNER)
    with pytest.raises(TypeError):
        pickle.dumps(OWNER)


@pytest.mark.parametrize("length", [0, 31, 33, 64])
def test_a_seed_has_32_bytes(length):
    with pytest.raises(ValueError, match=str(length)):
        SigningKey(bytes(length))
