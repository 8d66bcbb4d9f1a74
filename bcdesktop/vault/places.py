"""What a place for secrets can do, and which one this computer has."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, Protocol

from bcdesktop.vault.keyring_place import KeyringPlace, has_real_keyring
from bcdesktop.vault.passphrase_box import Cost
from bcdesktop.vault.sealed_file_place import SealedFilePlace

Backend = Literal["auto", "keyring", "file"]


class SecretPlace(Protocol):
    """Keeps secrets by name. Every call may take a second: made in workers, never on the GUI thread."""

    @property
    def needs_passphrase(self) -> bool:
        """Whether put and get need a passphrase."""
        ...

    def put(self, name: str, secret: bytes, passphrase: str | None) -> None:
        """Keep ``secret``, in the place of an older one. Raises PassphraseNeeded, SecretPlaceLocked."""
        ...

    def get(self, name: str, passphrase: str | None) -> bytes:
        """Return the secret. Raises SecretMissing, PassphraseNeeded, PassphraseWrong, SecretPlaceLocked."""
        ...

    def delete(self, name: str) -> None:
        """Forget the secret; nothing happens where there is none. Raises SecretPlaceLocked."""
        ...

    def has(self, name: str) -> bool:
        """Tell whether there is a secret of this name. Raises SecretPlaceLocked."""
        ...


def open_secret_place(folder: Path, *, backend: Backend = "auto", cost: Cost = Cost.INTERACTIVE) -> SecretPlace:
    """Return the keyring where a real one exists, else sealed files in ``folder``; ``backend`` can settle it.

    Secrets once sealed in files stay there, also where a keyring was set up since.

    Looking for a keyring asks the desktop over D-Bus and may take a while: call it in a worker.
    """
    files = SealedFilePlace(folder, cost)
    if backend == "keyring" or (backend == "auto" and not files.in_use and has_real_keyring()):
        return KeyringPlace()
    return files
