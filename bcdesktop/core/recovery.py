"""The recovery text: the store key as a person can print, read out and type (decisions.md, Who is who)."""

from __future__ import annotations

import hashlib
import unicodedata

from bcdesktop.core.errors import RecoveryTextWrong

# no 0, O, 1, I or L: they look alike in print
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
KEY_BYTES = 32
_CHECK_BYTES = 5
_GROUPS, _GROUP = 12, 5


def _check(key: bytes) -> bytes:
    return hashlib.sha256(b"recovery-text/1" + key).digest()[:_CHECK_BYTES]


def recovery_text(key: bytes) -> str:
    """Return the 32 bytes of ``key`` as 12 groups of 5 characters, check characters included.

    Raises ValueError when ``key`` is not 32 bytes long.
    """
    if len(key) != KEY_BYTES:
        raise ValueError(len(key))
    number = int.from_bytes(key + _check(key), "big")
    characters = []
    for _ in range(_GROUPS * _GROUP):
        number, rest = divmod(number, len(ALPHABET))
        characters.append(ALPHABET[rest])
    text = "".join(reversed(characters))
    return "-".join(text[i : i + _GROUP] for i in range(0, len(text), _GROUP))


def parse_recovery_text(text: str, field: str = "recovery_text") -> bytes:
    """Return the 32-byte key in ``text``; case, spaces, line ends and punctuation do not matter.

    Raises RecoveryTextWrong(field) for a typing mistake, a missing group or another kind of text.
    """
    # a whole pasted file is no recovery text, and need not be looked through
    plain = unicodedata.normalize("NFKC", text[:1000]).upper()
    characters = [c for c in plain if c.isalnum()]
    if len(characters) != _GROUPS * _GROUP or any(c not in ALPHABET for c in characters):
        raise RecoveryTextWrong(field)
    number = 0
    for character in characters:
        number = number * len(ALPHABET) + ALPHABET.index(character)
    try:
        raw = number.to_bytes(KEY_BYTES + _CHECK_BYTES, "big")
    except OverflowError as error:
        raise RecoveryTextWrong(field) from error
    key, check = raw[:KEY_BYTES], raw[KEY_BYTES:]
    if _check(key) != check:
        raise RecoveryTextWrong(field)
    return key
