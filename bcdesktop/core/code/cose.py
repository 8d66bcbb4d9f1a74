"""COSE_Sign1 (RFC 9052) in the one form codes use: tag 18, protected {1: -8, 4: kid}, nothing unprotected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import cbor2

from bcdesktop.core.code import cbor
from bcdesktop.core.code.errors import CodeReason, CodeRefused
from bcdesktop.core.code.keys import KID_BYTES, SIGNATURE_BYTES, SigningKey, signature_holds

TAG = 18
_ALGORITHM, _KID = 1, 4
_EDDSA = -8


@dataclass(frozen=True)
class Sign1:
    """The parts of one COSE_Sign1."""

    kid: bytes
    payload: bytes
    signature: bytes

    def holds(self, public_key: bytes, context: str) -> bool:
        """Tell whether the signature is by ``public_key`` over this payload in this ``context``."""
        return signature_holds(public_key, to_be_signed(self.kid, self.payload, context), self.signature)


def to_be_signed(kid: bytes, payload: bytes, context: str) -> bytes:
    """Return the Sig_structure (RFC 9052 4.4); ``context`` is the external data that keeps the kinds apart."""
    return cbor.write(["Signature1", _protected(kid), context.encode(), payload])


def sign(payload: bytes, context: str, key: SigningKey) -> bytes:
    """Return the tagged COSE_Sign1 bytes of ``payload`` signed by ``key``."""
    signature = key.sign(to_be_signed(key.kid, payload, context))
    return cbor.write(cbor2.CBORTag(TAG, [_protected(key.kid), {}, payload, signature]))


def read(data: bytes) -> Sign1:
    """Return the parts of ``data``; nothing is verified yet.

    Raises CodeRefused NOT_CBOR, NOT_CANONICAL or WRONG_HEADER.
    """
    tagged = cbor.read(data, tag=TAG)
    parts = tagged.value if isinstance(tagged, cbor2.CBORTag) else None
    # cbor2 builds what lies inside a tag from its immutable types.
    if not isinstance(parts, tuple) or len(parts) != 4:
        raise CodeRefused(CodeReason.WRONG_HEADER)
    protected, unprotected, payload, signature = parts
    if not isinstance(unprotected, Mapping) or unprotected:
        raise CodeRefused(CodeReason.WRONG_HEADER)
    if not all(isinstance(part, bytes) for part in (protected, payload, signature)):
        raise CodeRefused(CodeReason.WRONG_HEADER)
    kid = protected[-KID_BYTES:]
    if protected != _protected(kid) or len(signature) != SIGNATURE_BYTES:
        raise CodeRefused(CodeReason.WRONG_HEADER)
    return Sign1(kid, payload, signature)


def _protected(kid: bytes) -> bytes:
    return cbor.write({_ALGORITHM: _EDDSA, _KID: kid})
