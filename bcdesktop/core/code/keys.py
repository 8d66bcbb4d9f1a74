"""Ed25519 keys: made, named, refused when weak, used to sign and to verify (security.md 2.1, 2.3 and 1.3 A14)."""

from __future__ import annotations

import hashlib
from typing import NoReturn, Self

import nacl.exceptions
import nacl.signing
from nacl.bindings import crypto_core_ed25519_is_valid_point

from bcdesktop.core.code.errors import CodeReason, CodeRefused

KEY_BYTES = 32
KID_BYTES = 8
SIGNATURE_BYTES = 64


class SigningKey:
    """A private Ed25519 key. It never shows its secret in ``repr`` and cannot be pickled by accident."""

    __slots__ = ("_key",)

    def __init__(self, seed: bytes) -> None:
        """Take the 32 secret bytes of a stored key. Raises ValueError for another length."""
        if len(seed) != KEY_BYTES:
            raise ValueError(len(seed))
        self._key = nacl.signing.SigningKey(seed)

    @classmethod
    def generate(cls) -> Self:
        """Return a new key from the system's random source."""
        return cls(bytes(nacl.signing.SigningKey.generate()))

    @property
    def seed(self) -> bytes:
        """The 32 secret bytes; only for a secret place of ``bcdesktop.vault``."""
        return bytes(self._key)

    @property
    def public_key(self) -> bytes:
        """The 32 bytes others verify with."""
        return bytes(self._key.verify_key)

    @property
    def kid(self) -> bytes:
        """The 8 bytes that name the public key in a header."""
        return kid(self.public_key)

    def sign(self, data: bytes) -> bytes:
        """Return the 64-byte signature over ``data`` (RFC 8032, deterministic)."""
        return bytes(self._key.sign(data).signature)

    def __repr__(self) -> str:
        return f"SigningKey(kid={self.kid.hex()})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a private key is not pickled")


def kid(public_key: bytes) -> bytes:
    """Return the key id: the first 8 bytes of SHA-256 of the public key. A hint, never a proof (security.md 2.1)."""
    return hashlib.sha256(public_key).digest()[:KID_BYTES]


def require_sound_key(public_key: bytes) -> bytes:
    """Return ``public_key`` when it is a canonical point of the main subgroup; else raise CodeRefused WEAK_KEY.

    This refuses every encoding of the small-order points, with and without reduction, and keys mixed with one of them.
    """
    if len(public_key) != KEY_BYTES or not crypto_core_ed25519_is_valid_point(public_key):
        raise CodeRefused(CodeReason.WEAK_KEY)
    return public_key


def signature_holds(public_key: bytes, data: bytes, signature: bytes) -> bool:
    """Tell whether ``signature`` over ``data`` was made by the owner of ``public_key``; False for a weak key too."""
    try:
        nacl.signing.VerifyKey(require_sound_key(public_key)).verify(data, signature)
    except (nacl.exceptions.BadSignatureError, ValueError, CodeRefused):
        return False
    return True
