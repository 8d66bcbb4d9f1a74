"""The 30 digits two people compare (security.md 2.5)."""

from __future__ import annotations

import hashlib

from bcdesktop.core.code.keys import require_sound_key

GROUPS = 6
_GROUP_BYTES = 5
_LABEL = b"bcdesktop-fingerprint/1"
# With two keys an attacker in the middle may choose both of his and look for equal digits, which takes only the
# square root of the work; the rounds make each of his tries dear, ours take a few milliseconds.
_ROUNDS = 5_200


def fingerprint_digits(public_key_a: bytes, public_key_b: bytes | None = None) -> str:
    """Return 6 groups of 5 digits for one key, or for two keys in either order, so that both sides read the same.

    Raises CodeRefused WEAK_KEY.
    """
    keys = sorted(require_sound_key(key) for key in (public_key_a, public_key_b) if key is not None)
    material = _LABEL + bytes([len(keys)]) + b"".join(keys)
    digest = material
    for _ in range(_ROUNDS):
        digest = hashlib.sha512(digest + material).digest()
    groups = (digest[at : at + _GROUP_BYTES] for at in range(0, GROUPS * _GROUP_BYTES, _GROUP_BYTES))
    return " ".join(f"{int.from_bytes(group) % 100_000:05d}" for group in groups)
