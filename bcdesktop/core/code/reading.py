"""From the text of a code to a verified message, in the order of security.md 2.3; refused by CodeRefused alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

import base45

from bcdesktop.core.code import cbor, cose
from bcdesktop.core.code.errors import CodeReason, CodeRefused
from bcdesktop.core.code.keys import kid, require_sound_key
from bcdesktop.core.code.layout import carried_key, from_map
from bcdesktop.core.code.messages import CodeKind, Message
from bcdesktop.core.code.sealing import code_hash
from bcdesktop.core.code.sizes import most_bytes, most_characters

_MOST_BLANKS = 3_496
_BLANKS = " \t\r\n"
_NEWER = re.compile(r"(?:AR|AP|RV|OC|BC|LI|PI|PA)(?:[2-9]|[1-9][0-9])")


@dataclass(frozen=True)
class PeekedCode:
    """A code whose form is right and whose signature nobody has checked yet: use it only to find the key.

    ``kid`` names the signer; ``carried_key`` is the key it brings along, if any.
    """

    kind: CodeKind
    message: Message
    kid: bytes
    carried_key: bytes | None
    text: str
    cose: bytes
    hash: bytes


@dataclass(frozen=True)
class OpenedCode:
    """A code whose signature by ``key`` holds. Whether that key is to be trusted is for the caller."""

    kind: CodeKind
    message: Message
    key: bytes
    text: str
    cose: bytes
    hash: bytes


def open_code(text: str, *, key: bytes | None = None, expect: CodeKind | None = None) -> OpenedCode:
    """Return the verified message in ``text``, a scanned or pasted code; blanks around it do not matter.

    ``key`` is the signer's public key where the code carries none, or the only one accepted where it does.
    Raises CodeRefused, and nothing else whatever the text.
    """
    return verify(peek(text, expect=expect), key=key)


def peek(text: str, *, expect: CodeKind | None = None) -> PeekedCode:
    """Return what ``text`` says without verifying it. Raises CodeRefused, and nothing else whatever the text."""
    trimmed = _trimmed(text)
    kind, body = _kind_and_body(trimmed)
    if expect is not None and kind is not expect:
        raise CodeRefused(CodeReason.OTHER_KIND)
    signed = _decoded(kind, body)
    parts = cose.read(signed)
    message = from_map(kind, cbor.read(parts.payload))
    return PeekedCode(kind, message, parts.kid, carried_key(message), trimmed, signed, code_hash(signed))


def verify(peeked: PeekedCode, *, key: bytes | None = None) -> OpenedCode:
    """Return ``peeked`` as an opened code when its signature holds; see ``open_code``."""
    public_key = _one_key(peeked.carried_key, key)
    require_sound_key(public_key)
    if kid(public_key) != peeked.kid:
        raise CodeRefused(CodeReason.KEY_MISMATCH)
    if not cose.read(peeked.cose).holds(public_key, peeked.kind.context):
        raise CodeRefused(CodeReason.BAD_SIGNATURE)
    return OpenedCode(peeked.kind, peeked.message, public_key, peeked.text, peeked.cose, peeked.hash)


def _trimmed(text: str) -> str:
    """Return ``text`` without the blanks around it. A huge paste is refused by its length alone."""
    most = most_characters(_kind_at_start(text))
    trimmed = text.strip(_BLANKS) if len(text) <= most + _MOST_BLANKS else None
    if trimmed is None or len(trimmed) > most:
        raise CodeRefused(CodeReason.TOO_LONG)
    return trimmed


def _kind_at_start(text: str) -> CodeKind | None:
    prefix = text[: _MOST_BLANKS + 4].lstrip(_BLANKS)[:4]
    return next((kind for kind in CodeKind if prefix == f"{kind.value}:"), None)


def _kind_and_body(text: str) -> tuple[CodeKind, str]:
    prefix, colon, body = text.partition(":")
    try:
        kind = CodeKind(prefix)
    except ValueError:
        newer = colon and _NEWER.fullmatch(prefix)
        raise CodeRefused(CodeReason.NEWER_FORMAT if newer else CodeReason.NOT_OURS) from None
    if not colon:
        raise CodeRefused(CodeReason.NOT_OURS)
    return kind, body


def _decoded(kind: CodeKind, body: str) -> bytes:
    try:
        signed = bytes(base45.b45decode(body))
    except ValueError as error:
        raise CodeRefused(CodeReason.NOT_BASE45) from error
    if len(signed) > most_bytes(kind):
        raise CodeRefused(CodeReason.TOO_LONG)
    return signed


def _one_key(carried: bytes | None, given: bytes | None) -> bytes:
    key = given if given is not None else carried
    if key is None:
        raise CodeRefused(CodeReason.KEY_UNKNOWN)
    if carried is not None and carried != key:
        raise CodeRefused(CodeReason.KEY_MISMATCH)
    return key
