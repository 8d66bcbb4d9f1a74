"""Sealing a small secret with a passphrase: Argon2id and secretbox (security.md 2.5.7), for files and for the store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

import cbor2
import nacl.secret
import nacl.utils
from nacl.exceptions import CryptoError
from nacl.pwhash import argon2id

from bcdesktop.vault.errors import PassphraseNeeded, PassphraseWrong, SecretDamaged

FORMAT = 1
LARGEST = 64 * 1024
SALT_BYTES = argon2id.SALTBYTES


@dataclass(frozen=True)
class Cost:
    """What one guess of the passphrase costs: rounds and bytes of memory. Recorded with each secret."""

    rounds: int
    memory: int

    INTERACTIVE: ClassVar[Cost]
    # the least OWASP recommends; for secrets that are long and random themselves
    MODEST: ClassVar[Cost]
    # the least libsodium takes; for tests
    LEAST: ClassVar[Cost]
    # a damaged or forged secret must not make us allocate without bound
    MOST: ClassVar[Cost]

    @property
    def is_sane(self) -> bool:
        """Whether a secret that asks for this cost is worth a try."""
        return Cost.LEAST.rounds <= self.rounds <= Cost.MOST.rounds and (
            Cost.LEAST.memory <= self.memory <= Cost.MOST.memory
        )


Cost.INTERACTIVE = Cost(3, 128 * 1024 * 1024)
Cost.MODEST = Cost(2, 19 * 1024 * 1024)
Cost.LEAST = Cost(argon2id.OPSLIMIT_MIN, argon2id.MEMLIMIT_MIN)
Cost.MOST = Cost(16, 1024 * 1024 * 1024)


def seal(name: str, secret: bytes, passphrase: str | None, cost: Cost) -> bytes:
    """Return ``secret`` sealed; ``name`` is sealed with it, so that two cannot be swapped. Raises PassphraseNeeded."""
    if not passphrase:
        raise PassphraseNeeded(name)
    salt = nacl.utils.random(SALT_BYTES)
    sealed = bytes(_box(passphrase, salt, cost).encrypt(cbor2.dumps([name, secret])))
    return cbor2.dumps(
        {"format": FORMAT, "rounds": cost.rounds, "memory": cost.memory, "salt": salt, "box": sealed},
    )


def unseal(name: str, raw: bytes, passphrase: str | None) -> bytes:
    """Return the secret that was sealed. Raises PassphraseNeeded, PassphraseWrong, SecretDamaged."""
    try:
        salt, cost, sealed = _parse(raw)
    except (cbor2.CBORError, ValueError, KeyError, TypeError) as error:
        raise SecretDamaged(name) from error
    if not passphrase:
        raise PassphraseNeeded(name)
    try:
        found, secret = cbor2.loads(_box(passphrase, salt, cost).decrypt(sealed))
    except CryptoError as error:
        raise PassphraseWrong(name) from error
    if found != name:
        raise SecretDamaged(name)
    return bytes(secret)


def derive(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """Return 32 bytes that only this passphrase gives under ``salt``, for comparing."""
    return argon2id.kdf(
        nacl.secret.SecretBox.KEY_SIZE, passphrase.encode(), salt, opslimit=cost.rounds, memlimit=cost.memory
    )


def _parse(raw: bytes) -> tuple[bytes, Cost, bytes]:
    if len(raw) > LARGEST:
        raise ValueError(len(raw))
    content: dict[str, Any] = cbor2.loads(raw)
    cost, salt, sealed = Cost(content["rounds"], content["memory"]), content["salt"], content["box"]
    if content["format"] != FORMAT or not cost.is_sane or len(salt) != SALT_BYTES or not isinstance(sealed, bytes):
        raise ValueError(content["format"])
    return salt, cost, sealed


def _box(passphrase: str, salt: bytes, cost: Cost) -> nacl.secret.SecretBox:
    return nacl.secret.SecretBox(derive(passphrase, salt, cost))
