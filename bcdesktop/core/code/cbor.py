"""Strict deterministic CBOR (RFC 8949 4.2.1): one message, one sequence of bytes (security.md 1.3, A11)."""

from __future__ import annotations

import cbor2

from bcdesktop.core.code.errors import CodeReason, CodeRefused

MAX_DEPTH = 4
_ARRAY, _MAP, _TAG, _SIMPLE = 4, 5, 6, 7


def write(value: object) -> bytes:
    """Return ``value`` in deterministic CBOR."""
    return cbor2.dumps(value, canonical=True)


def read(data: bytes, *, tag: int | None = None) -> object:
    """Return the one item in ``data``; ``tag`` is the only tag allowed, and only around the whole.

    Lists and dicts come back as such, a tagged item as ``cbor2.CBORTag`` around tuples and ``cbor2.frozendict``.
    Raises CodeRefused NOT_CBOR or NOT_CANONICAL.
    """
    _check_heads(data, tag)
    try:
        value: object = cbor2.loads(data, max_depth=MAX_DEPTH, allow_indefinite=False, allow_duplicate_keys=False)
        again = write(value)
    except (cbor2.CBORError, ValueError, TypeError) as error:
        raise CodeRefused(CodeReason.NOT_CBOR) from error
    if again != data:
        raise CodeRefused(CodeReason.NOT_CANONICAL)
    return value


def _check_heads(data: bytes, tag: int | None) -> None:
    """Walk the item heads before anything is built from them.

    cbor2 turns tags into regular expressions, big decimals and more, and cannot be told not to; nothing of that may
    happen for bytes from a picture.
    """
    at = 0
    open_items = [1]
    while open_items:
        major, argument, after = _head(data, at)
        open_items[-1] -= 1
        if major == _TAG:
            if at != 0 or argument != tag:
                raise CodeRefused(CodeReason.NOT_CBOR)
            open_items[-1] += 1
        elif major in (_ARRAY, _MAP):
            open_items.append(argument * (2 if major == _MAP else 1))
            if len(open_items) > MAX_DEPTH + 1:
                raise CodeRefused(CodeReason.NOT_CBOR)
        elif major > 1:
            after += argument
        at = after
        while open_items and open_items[-1] == 0:
            open_items.pop()
    if at != len(data):
        raise CodeRefused(CodeReason.NOT_CBOR)


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """Return major type, argument and the place after the head of the item at ``at``."""
    if at >= len(data):
        raise CodeRefused(CodeReason.NOT_CBOR)
    major, low = divmod(data[at], 32)
    if major == _SIMPLE:
        raise CodeRefused(CodeReason.NOT_CBOR)
    if low < 24:
        return major, low, at + 1
    if low == 31:
        raise CodeRefused(CodeReason.NOT_CANONICAL)
    size = {24: 1, 25: 2, 26: 4, 27: 8}.get(low, 0)
    after = at + 1 + size
    if not size or after > len(data):
        raise CodeRefused(CodeReason.NOT_CBOR)
    return major, int.from_bytes(data[at + 1 : after]), after
