"""The store key while the program runs (decisions.md, Who is who)."""

from __future__ import annotations

from bcdesktop.services.errors import StoreKeyLocked


class StoreKeys:
    """Holds the unlocked 32-byte store key of one process; never written anywhere by itself."""

    def __init__(self) -> None:
        self._key: bytes | None = None

    @property
    def is_unlocked(self) -> bool:
        """Tell whether the store key is at hand."""
        return self._key is not None

    @property
    def key(self) -> bytes:
        """The 32 bytes. Raises StoreKeyLocked."""
        if self._key is None:
            raise StoreKeyLocked
        return self._key

    def unlock(self, key: bytes) -> None:
        """Keep ``key`` (32 bytes) until ``lock``."""
        self._key = key

    def lock(self) -> None:
        """Forget the key."""
        self._key = None

    def __repr__(self) -> str:
        return f"StoreKeys(is_unlocked={self.is_unlocked})"
