"""A place for secrets that is looked for when it is first used, since looking for a keyring takes a while."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from bcdesktop.vault.places import SecretPlace


class DeferredSecretPlace:
    """Does what the place does that ``open_place`` returns; ``open_place`` is called once, at the first use."""

    def __init__(self, open_place: Callable[[], SecretPlace]) -> None:
        self._open_place = open_place

    @cached_property
    def _place(self) -> SecretPlace:
        return self._open_place()

    @property
    def needs_passphrase(self) -> bool:
        """Whether put and get need a passphrase."""
        return self._place.needs_passphrase

    def put(self, name: str, secret: bytes, passphrase: str | None) -> None:
        """Keep ``secret``. Raises PassphraseNeeded, SecretPlaceLocked."""
        self._place.put(name, secret, passphrase)

    def get(self, name: str, passphrase: str | None) -> bytes:
        """Return the secret. Raises SecretMissing, PassphraseNeeded, PassphraseWrong, SecretPlaceLocked."""
        return self._place.get(name, passphrase)

    def delete(self, name: str) -> None:
        """Forget the secret. Raises SecretPlaceLocked."""
        self._place.delete(name)

    def has(self, name: str) -> bool:
        """Tell whether there is a secret of this name. Raises SecretPlaceLocked."""
        return self._place.has(name)
