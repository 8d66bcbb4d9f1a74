"""How long each kind of code may be: what goes into a picture stays small, what travels as a text may hold a list."""

from __future__ import annotations

from bcdesktop.core.code.messages import CodeKind

MAX_BYTES = 397
"""The hard cap of a code in a picture: QR version 15 at error correction M."""
MAX_CHARACTERS = 600
"""The longest text of a picture that is looked at."""
MAX_TEXT_BYTES = 136 * 1024
"""The hard cap of a partner invitation, a text or a file: 800 accounts with the longest names allowed."""

_PREFIX = 4


def most_bytes(kind: CodeKind) -> int:
    """Return the hard cap for the signed bytes of a code of ``kind``."""
    return MAX_TEXT_BYTES if kind is CodeKind.PARTNER_INVITATION else MAX_BYTES


def most_characters(kind: CodeKind | None) -> int:
    """Return the most characters a text may have that starts as ``kind``; None where it starts as none of ours."""
    if kind is CodeKind.PARTNER_INVITATION:
        return _PREFIX + 3 * (MAX_TEXT_BYTES // 2) + 2 * (MAX_TEXT_BYTES % 2)
    return MAX_CHARACTERS
