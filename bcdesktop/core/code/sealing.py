"""From a message to the text of a code (security.md 2.1), and how many bytes are left for it (2.2)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TypeVar

import base45

from bcdesktop.core.code import cbor, cose
from bcdesktop.core.code.errors import CodeReason, CodeRefused
from bcdesktop.core.code.keys import SIGNATURE_BYTES, SigningKey, kid, require_sound_key, signature_holds
from bcdesktop.core.code.layout import carried_key, from_map, layout_of, to_map
from bcdesktop.core.code.messages import CentreCard, CodeKind, Message, OwnerCard
from bcdesktop.core.code.sizes import most_bytes

TARGET_BYTES = 276
"""What a request should stay within: QR version 12 at error correction M."""

# Tag and array, protected header, unprotected header, signature with its head.
_FRAME_BYTES = 2 + 14 + 1 + 2 + SIGNATURE_BYTES

Card = TypeVar("Card", OwnerCard, CentreCard)


@dataclass(frozen=True)
class SealedCode:
    """A signed code: ``text`` for the picture, ``cose`` for the record, ``hash`` = SHA-256 of the whole COSE."""

    kind: CodeKind
    message: Message
    text: str
    cose: bytes
    hash: bytes
    key: bytes


def seal(message: Message, signing_key: SigningKey) -> SealedCode:
    """Return ``message`` signed by ``signing_key``. The same message and key give the same bytes.

    Raises CodeRefused: WRONG_FIELD or HOSTILE_TEXT with the field's name, WEAK_KEY, KEY_MISMATCH where the message
    carries another key, TOO_LONG above the most bytes of its kind.
    """
    kind = layout_of(message).kind
    entries = to_map(message)
    if from_map(kind, entries) != message:
        raise CodeRefused(CodeReason.WRONG_FIELD)
    key = signing_key.public_key
    carried = carried_key(message)
    if carried is not None and require_sound_key(carried) != key:
        raise CodeRefused(CodeReason.KEY_MISMATCH)
    signed = cose.sign(cbor.write(entries), kind.context, signing_key)
    if len(signed) > most_bytes(kind):
        raise CodeRefused(CodeReason.TOO_LONG)
    return SealedCode(kind, message, code_text(kind, signed), signed, code_hash(signed), key)


def code_text(kind: CodeKind, signed: bytes) -> str:
    """Return the text that stands in the picture, of QR alphanumeric characters only (RFC 9285)."""
    return f"{kind.value}:{base45.b45encode(signed).decode('ascii')}"


def code_hash(signed: bytes) -> bytes:
    """Return SHA-256 of a whole COSE: what a reply names its request by (security.md 1.3, A4 and A10)."""
    return hashlib.sha256(signed).digest()


def sealed_size(message: Message) -> int:
    """Return the bytes ``message`` takes once sealed, also where a field of it is too long or not allowed."""
    payload = len(cbor.write({number: _measurable(value) for number, value in to_map(message).items()}))
    head = 1 if payload < 24 else 2 if payload < 256 else 3 if payload < 65_536 else 5
    return _FRAME_BYTES + head + payload


def room_left(draft: Message) -> int:
    """Return how many bytes a form may still fill; negative when the code would be too long."""
    return most_bytes(layout_of(draft).kind) - sealed_size(draft)


def endorse(card: Card, previous: SigningKey) -> Card:
    """Return ``card`` with the old key's signature over it, so that a changed key is believed (security.md 2.5.4)."""
    return replace(card, previous_key_signature=previous.sign(_endorsement(card, previous.kid)))


def is_endorsed_by(card: OwnerCard | CentreCard, previous_key: bytes) -> bool:
    """Tell whether the owner of the pinned ``previous_key`` signed this card with its new key."""
    signature = card.previous_key_signature
    data = _endorsement(card, kid(previous_key))
    return signature is not None and signature_holds(previous_key, data, signature)


def _endorsement(card: OwnerCard | CentreCard, previous_kid: bytes) -> bytes:
    payload = cbor.write(to_map(replace(card, previous_key_signature=None)))
    return cose.to_be_signed(previous_kid, payload, f"{layout_of(card).kind.context}/rotation")


def _measurable(value: object) -> object:
    """Return a wire value with lone surrogates replaced: they have no UTF-8 form, and ``seal`` refuses them anyway."""
    if isinstance(value, str):
        return value.encode(errors="replace").decode()
    return [_measurable(item) for item in value] if isinstance(value, list) else value
