"""Invitations: their states, and the code a person types to accept one (domain.md 1.2.2, 6.1)."""

from __future__ import annotations

import hashlib
import re
import secrets
import unicodedata
from enum import StrEnum

from bcdesktop.core.errors import InvitationCodeForOtherStore, InvitationCodeWrong
from bcdesktop.core.recovery import ALPHABET

_TAG, _RANDOM, _CHECK = 4, 20, 1
_LENGTH = _TAG + _RANDOM + _CHECK
_GROUP = 5
_CODE = re.compile("INV[-: ]?((?:[" + ALPHABET + "]{5}[- ]?){5})(?![" + ALPHABET + "])")


class InvitationState(StrEnum):
    """State of an invitation. EXPIRED is told by the clock, whether or not a row was rewritten."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


def new_invitation_code(store_id: str) -> str:
    """Return a fresh code as people type it, ``INV-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX``; 20 of its characters are random."""
    body = _tag(store_id) + "".join(secrets.choice(ALPHABET) for _ in range(_RANDOM))
    return _shown(body + _check(body))


def parse_invitation_code(text: str, store_id: str, field: str = "code") -> str:
    """Return the code in ``text`` in its one form; case, blanks and hyphens do not matter, a whole mail may be given.

    Raises InvitationCodeWrong for a typing mistake or no code at all, InvitationCodeForOtherStore for a good code that
    was made in another store.
    """
    code = find_invitation_code(text, field)
    if code.removeprefix("INV-")[:_TAG] != _tag(store_id):
        raise InvitationCodeForOtherStore(field)
    return code


def find_invitation_code(text: str, field: str = "code") -> str:
    """Return the first code in ``text`` that has no typing mistake, of whatever store. Raises InvitationCodeWrong."""
    plain = unicodedata.normalize("NFKC", text[:200_000]).upper()
    candidates = [match[1] for match in _CODE.finditer(plain)] or [plain.strip().removeprefix("INV")]
    for candidate in candidates:
        bare = "".join(c for c in candidate if c.isalnum())
        if len(bare) == _LENGTH and all(c in ALPHABET for c in bare) and _check(bare[:-1]) == bare[-1]:
            return _shown(bare)
    raise InvitationCodeWrong(field)


def hash_of_code(code: str) -> bytes:
    """Return what the store keeps of a code in its one form; 98 random bits need no slow hash."""
    return hashlib.sha256(b"invitation/1" + code.encode()).digest()


def _shown(bare: str) -> str:
    return "INV-" + "-".join(bare[i : i + _GROUP] for i in range(0, _LENGTH, _GROUP))


def _letters(digest: bytes, count: int) -> str:
    number = int.from_bytes(digest, "big")
    characters = []
    for _ in range(count):
        number, rest = divmod(number, len(ALPHABET))
        characters.append(ALPHABET[rest])
    return "".join(characters)


def _tag(store_id: str) -> str:
    return _letters(hashlib.sha256(b"invitation-store/1" + store_id.encode()).digest(), _TAG)


def _check(body: str) -> str:
    """Return the check letter. 31 letters are a prime number: any one slip and any two letters swapped are found."""
    return ALPHABET[sum(place * ALPHABET.index(c) for place, c in enumerate(body, 1)) % len(ALPHABET)]
