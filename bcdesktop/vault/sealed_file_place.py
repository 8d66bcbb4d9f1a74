"""Secrets in files of their own, each sealed with a passphrase (security.md 2.5.7)."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from bcdesktop.vault import passphrase_box
from bcdesktop.vault.errors import SecretDamaged, SecretMissing, SecretPlaceReadOnly
from bcdesktop.vault.files import sync_folder, write_private
from bcdesktop.vault.passphrase_box import Cost

_SUFFIX = ".sealed"


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
        content = passphrase_box.seal(name, secret, passphrase, self._cost)
        try:
            write_private(self._path(name), content)
        except OSError as error:
            raise SecretPlaceReadOnly from error

    def get(self, name: str, passphrase: str | None) -> bytes:
        """Open the secret. Raises SecretMissing, PassphraseNeeded, PassphraseWrong, SecretDamaged."""
        return passphrase_box.unseal(name, self._read(name), passphrase)

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

    def _read(self, name: str) -> bytes:
        try:
            with self._path(name).open("rb") as file:
                return file.read(passphrase_box.LARGEST + 1)
        except FileNotFoundError as error:
            raise SecretMissing(name) from error
        except OSError as error:
            raise SecretDamaged(name) from error
