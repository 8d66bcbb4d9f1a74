"""Secrets in files of their own, each sealed with a passphrase: Argon2id and secretbox (security.md 2.5.7)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import quote

import cbor2
import nacl.secret
import nacl.utils
from nacl.exceptions import CryptoError
from nacl.pwhash import argon2id

from bcdesktop.vault.errors import (
    PassphraseNeeded,
    PassphraseWrong,
    SecretDamaged,
    SecretMissing,
    SecretPlaceReadOnly,
)
from bcdesktop.vault.files import sync_folder, write_private

FORMAT = 1
_SUFFIX = ".sealed"
_LARGEST_FILE = 64 * 1024


@dataclass(frozen=True)
class Cost:
    """What one guess of the passphrase costs: rounds and bytes of memory. Recorded in each file."""

    rounds: int
    memory: int

    INTERACTIVE: ClassVar[Cost]
    # the least libsodium takes; for tests
    LEAST: ClassVar[Cost]
    # a damaged or forged file must not make us allocate without bound
    MOST: ClassVar[Cost]

    @property
    def is_sane(self) -> bool:
        """Whether a file that asks for this cost is worth a try."""
        return Cost.LEAST.rounds <= self.rounds <= Cost.MOST.rounds and (
            Cost.LEAST.memory <= self.memory <= Cost.MOST.memory
        )


Cost.INTERACTIVE = Cost(3, 128 * 1024 * 1024)
Cost.LEAST = Cost(argon2id.OPSLIMIT_MIN, argon2id.MEMLIMIT_MIN)
Cost.MOST = Cost(16, 1024 * 1024 * 1024)


class SealedFilePlace:
    """A SecretPlace in ``folder``: one file per secret, mode 0600, written atomically."""

    needs_passphrase = True

    def __init__(self, folder: Path, cost: Cost = Cost.INTERACTIVE) -> None:
        self._folder = folder
        self._cost = cost

    @property
    def in_use(self) -> bool:
        """Whether the folder holds any sealed secret."""
        return any(self._folder.glob(f"*{_SUFFIX}"))

    def put(self, name: str, secret: bytes, passphrase: str | None) -> None:
        """Seal ``secret``. Raises PassphraseNeeded, SecretPlaceReadOnly."""
        if not passphrase:
            raise PassphraseNeeded(name)
        salt = nacl.utils.random(argon2id.SALTBYTES)
        box = _box(passphrase, salt, self._cost)
        # the name is sealed with the secret, so that files cannot be swapped
        sealed = bytes(box.encrypt(cbor2.dumps([name, secret])))
        content = {
            "format": FORMAT,
            "rounds": self._cost.rounds,
            "memory": self._cost.memory,
            "salt": salt,
            "box": sealed,
        }
        try:
            write_private(self._path(name), cbor2.dumps(content))
        except OSError as error:
            raise SecretPlaceReadOnly from error

    def get(self, name: str, passphrase: str | None) -> bytes:
        """Open the secret. Raises SecretMissing, PassphraseNeeded, PassphraseWrong, SecretDamaged."""
        salt, cost, sealed = self._read(name)
        if not passphrase:
            raise PassphraseNeeded(name)
        try:
            found, secret = cbor2.loads(_box(passphrase, salt, cost).decrypt(sealed))
        except CryptoError as error:
            raise PassphraseWrong(name) from error
        if found != name:
            raise SecretDamaged(name)
        return bytes(secret)

    def delete(self, name: str) -> None:
        """Remove the file. Raises SecretPlaceReadOnly."""
        path = self._path(name)
        try:
            path.unlink(missing_ok=True)
            if path.parent.is_dir():
                sync_folder(path.parent)
        except OSError as error:
            raise SecretPlaceReadOnly from error

    def has(self, name: str) -> bool:
        """Tell whether there is a file for it."""
        return self._path(name).is_file()

    def _path(self, name: str) -> Path:
        return self._folder / f"{quote(name, safe='')}{_SUFFIX}"

    def _read(self, name: str) -> tuple[bytes, Cost, bytes]:
        try:
            with self._path(name).open("rb") as file:
                raw = file.read(_LARGEST_FILE + 1)
        except FileNotFoundError as error:
            raise SecretMissing(name) from error
        except OSError as error:
            raise SecretDamaged(name) from error
        try:
            return _parse(raw)
        except (cbor2.CBORError, ValueError, KeyError, TypeError) as error:
            raise SecretDamaged(name) from error


def _parse(raw: bytes) -> tuple[bytes, Cost, bytes]:
    if len(raw) > _LARGEST_FILE:
        raise ValueError(len(raw))
    content: dict[str, Any] = cbor2.loads(raw)
    cost, salt, sealed = Cost(content["rounds"], content["memory"]), content["salt"], content["box"]
    if (
        content["format"] != FORMAT
        or not cost.is_sane
        or len(salt) != argon2id.SALTBYTES
        or not isinstance(sealed, bytes)
    ):
        raise ValueError(content["format"])
    return salt, cost, sealed


def _box(passphrase: str, salt: bytes, cost: Cost) -> nacl.secret.SecretBox:
    key = argon2id.kdf(
        nacl.secret.SecretBox.KEY_SIZE, passphrase.encode(), salt, opslimit=cost.rounds, memlimit=cost.memory
    )
    return nacl.secret.SecretBox(key)
