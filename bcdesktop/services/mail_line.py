"""What reaching a mail server takes besides its settings: whom to trust, how long to wait, passwords not kept."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ssl


def _system_trust() -> ssl.SSLContext:
    # asked for when a mail is first sent, not at start-up
    import ssl

    return ssl.create_default_context()


@dataclass(frozen=True)
class Patience:
    """Seconds: for a server to be reached, for each of its answers, and for one mail with all answers together.

    Their sum stays below the time after which a mail that is being sent counts as given up (``_sending.GIVEN_UP``).
    """

    connect: float = 15.0
    answer: float = 30.0
    mail: float = 90.0


class SessionPasswords:
    """Passwords of mail servers for as long as the program runs, where the computer has no keyring to keep them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: dict[str, bytes] = {}

    def put(self, name: str, secret: bytes) -> None:
        """Keep ``secret`` until the program ends."""
        with self._lock:
            self._kept[name] = secret

    def get(self, name: str) -> bytes | None:
        """Return the secret, or None."""
        with self._lock:
            return self._kept.get(name)

    def delete(self, name: str) -> None:
        """Forget the secret."""
        with self._lock:
            self._kept.pop(name, None)

    def clear(self) -> None:
        """Forget all of them, when the person signs out."""
        with self._lock:
            self._kept.clear()

    def __repr__(self) -> str:
        return f"SessionPasswords({len(self._kept)} kept)"


@dataclass(frozen=True)
class MailLine:
    """Part of the Context. ``trust`` makes the TLS context; tests give one that trusts their own certificate."""

    trust: Callable[[], ssl.SSLContext] = _system_trust
    patience: Patience = Patience()
    passwords: SessionPasswords = field(default_factory=SessionPasswords)
