"""Ways to spoil a good code; each takes the random source and a sealed sample and returns a text."""

from __future__ import annotations

import random
from collections.abc import Callable

import base45
import cbor2

from bcdesktop.core.code import CodeKind, SealedCode, SigningKey, cose

Mutation = Callable[[random.Random, SealedCode], str]

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
STRANGE = "\0\n\r\t\x1f\x7f\u202e\u2066\ud800\udfffaéß广🎬\ufeff\u00a0"
STRANGER = SigningKey(b"a key that nobody knows, 32 byte")
HEADS = (
    0x18,
    0x1B,
    0x1C,
    0x1F,
    0x3B,
    0x40,
    0x5B,
    0x5F,
    0x7F,
    0x80,
    0x9B,
    0x9F,
    0xA0,
    0xBB,
    0xBF,
    0xC2,
    0xC4,
    0xD2,
    0xD8,
    0xF5,
    0xF6,
    0xFB,
    0xFF,
)
VALUES = (
    None,
    0,
    1,
    -1,
    2**64 - 1,
    -(2**64),
    2**70,
    1.5,
    True,
    "",
    "x" * 200,
    "\u202e",
    b"",
    bytes(16),
    bytes(64),
    [],
    {},
    [[[]]],
    [1, 2, 9],
)


def encoded(prefix: str, data: bytes) -> str:
    return f"{prefix}:{base45.b45encode(data).decode()}"


def spoil_characters(chance: random.Random, code: SealedCode) -> str:
    text = list(code.text)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(text) + 1)
        letters = chance.choice((ALPHABET, ALPHABET, STRANGE))
        text[at : at + chance.randint(0, 2)] = [chance.choice(letters)] * chance.randint(0, 2)
    return "".join(text)


def cut_or_stretch(chance: random.Random, code: SealedCode) -> str:
    at = chance.randrange(len(code.text))
    return chance.choice(
        (
            code.text[:at],
            code.text[at:],
            code.text * 2,
            code.text + code.text[at:],
            code.text.lower(),
            code.text + "0" * at,
        )
    )


def swap_prefix(chance: random.Random, code: SealedCode) -> str:
    others = [kind.value for kind in CodeKind if kind is not code.kind]
    return chance.choice([*others, "AR2", "HC1", "", "ar1"]) + code.text[3:]


def spoil_bytes(chance: random.Random, code: SealedCode) -> str:
    data = bytearray(code.cose)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(data))
        match chance.randrange(4):
            case 0:
                data[at] ^= 1 << chance.randrange(8)
            case 1:
                data[at] = chance.randrange(256)
            case 2:
                del data[at : at + chance.randint(1, 8)]
            case _:
                data[at:at] = chance.randbytes(chance.randint(1, 8))
        data = data or bytearray(b"\0")
    return encoded(code.kind.value, bytes(data))


def spoil_heads(chance: random.Random, code: SealedCode) -> str:
    """Put CBOR heads where heads are: in the first 40 bytes, and in front of anything."""
    data = bytearray(code.cose)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(chance.choice((20, 40, len(data))))
        data[at : at + chance.randint(0, 1)] = bytes([chance.choice(HEADS)]) * chance.choice((1, 1, 1, 2, 5, 60))
    return encoded(code.kind.value, bytes(data[:397]))


def _near(chance: random.Random, value: object) -> object:
    """Return a value of the same type close to ``value``, likely to be allowed."""
    if isinstance(value, int):
        return value + chance.choice((-1, 1, 60))
    return value[::-1] if isinstance(value, str | bytes | list) else value


def spoil_fields(chance: random.Random, code: SealedCode) -> str:
    """Change the map inside and keep the old signature, or sign anew with a key that is not the right one."""
    protected, _, payload, signature = cbor2.loads(code.cose).value
    entries = cbor2.loads(payload)
    for _ in range(chance.randint(1, 2)):
        number = chance.choice([*entries, chance.randrange(20)])
        old = entries.get(number, 0)
        entries[number] = chance.choice((_near(chance, old), chance.choice(VALUES)))
    changed = cbor2.dumps(entries, canonical=chance.random() < 0.9)
    if chance.random() < 0.3:
        return encoded(code.kind.value, cose.sign(changed, code.kind.context, STRANGER))
    return encoded(code.kind.value, cbor2.dumps(cbor2.CBORTag(18, [protected, {}, changed, signature])))


def random_input(chance: random.Random, code: SealedCode) -> str:
    match chance.randrange(4):
        case 0:
            return encoded(code.kind.value, chance.randbytes(chance.randrange(400)))
        case 1:
            return f"{code.kind.value}:" + "".join(chance.choices(ALPHABET, k=chance.randrange(600)))
        case 2:
            return "".join(chance.choices(ALPHABET + STRANGE, k=chance.randrange(100)))
        case _:
            return encoded(code.kind.value, bytes(chance.choices(HEADS, k=chance.randrange(397))))


MUTATIONS: tuple[Mutation, ...] = (
    spoil_characters,
    cut_or_stretch,
    swap_prefix,
    spoil_bytes,
    spoil_heads,
    spoil_fields,
    random_input,
)
