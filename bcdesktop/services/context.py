"""What every service is given: where the data lies, what time it is, where secrets lie."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from bcdesktop.core.limits import LIMITS, Limits
from bcdesktop.services.keys import StoreKeys
from bcdesktop.services.mail_line import MailLine

if TYPE_CHECKING:
    from bcdesktop.core.clock import Clock
    from bcdesktop.store import Store
    from bcdesktop.vault import Cost, SecretPlace


class Hasher(Protocol):
    """What ``argon2.PasswordHasher`` offers and a test can make cheap."""

    def hash(self, password: str) -> str:
        """Return a new hash of ``password``."""
        ...

    def verify(self, hash: str, password: str) -> bool:  # noqa: A002 - the name argon2 uses
        """Return True, or raise ``argon2.exceptions.VerificationError``."""
        ...

    def check_needs_rehash(self, hash: str) -> bool:  # noqa: A002 - the name argon2 uses
        """Tell whether ``hash`` was made with other parameters."""
        ...


@dataclass(frozen=True)
class Context:
    """Handed to every service function. What follows ``keys`` is given by tests only.

    ``password_hasher`` None means argon2-cffi's own default (security.md 2.7), made at its first use; ``seal_cost``
    None means what ``Cost`` recommends for secrets under a password and for recovery codes.
    """

    store: Store
    clock: Clock
    secrets: SecretPlace
    keys: StoreKeys = field(default_factory=StoreKeys)
    limits: Limits = LIMITS
    password_hasher: Hasher | None = None
    seal_cost: Cost | None = None
    mail_line: MailLine = field(default_factory=MailLine)
