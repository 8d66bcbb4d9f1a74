"""Secrets in the computer's own keyring: Keychain, Credential Locker, Secret Service (security.md 2.5.7)."""

from __future__ import annotations

import base64
import binascii

from bcdesktop.vault.errors import SecretDamaged, SecretMissing, SecretPlaceLocked

SERVICE = "bcdesktop"
# back ends that keep nothing, or keep it in the open
_UNFIT_MODULES = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt")


def has_real_keyring() -> bool:
    """Tell whether ``keyring`` found a back end that really keeps secrets."""
    import keyring
    from keyring.errors import KeyringError

    try:
        return _is_fit(keyring.get_keyring())
    except (KeyringError, RuntimeError):
        return False


def _is_fit(backend: object) -> bool:
    if hasattr(backend, "backends"):
        chained = list(backend.backends)
        return bool(chained) and all(_is_fit(part) for part in chained)
    return not type(backend).__module__.startswith(_UNFIT_MODULES)


class KeyringPlace:
    """A SecretPlace in the keyring. The passphrase is not used: the keyring is opened with the person's log-in."""

    needs_passphrase = False

    def __init__(self, service: str = SERVICE) -> None:
        self._service = service

    def put(self, name: str, secret: bytes, passphrase: str | None) -> None:
        """Keep ``secret``. Raises SecretPlaceLocked."""
        import keyring
        from keyring.errors import KeyringError

        del passphrase
        try:
            keyring.set_password(self._service, name, base64.b64encode(secret).decode())
        except KeyringError as error:
            raise SecretPlaceLocked from error

    def get(self, name: str, passphrase: str | None) -> bytes:
        """Return the secret. Raises SecretMissing, SecretDamaged, SecretPlaceLocked."""
        del passphrase
        text = self._text(name)
        if text is None:
            raise SecretMissing(name)
        try:
            return base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError) as error:
            raise SecretDamaged(name) from error

    def delete(self, name: str) -> None:
        """Forget the secret. Raises SecretPlaceLocked."""
        import keyring
        from keyring.errors import KeyringError

        if not self.has(name):
            return
        try:
            keyring.delete_password(self._service, name)
        except KeyringError as error:
            raise SecretPlaceLocked from error

    def has(self, name: str) -> bool:
        """Tell whether the keyring has it. Raises SecretPlaceLocked."""
        return self._text(name) is not None

    def _text(self, name: str) -> str | None:
        import keyring
        from keyring.errors import KeyringError

        try:
            return keyring.get_password(self._service, name)
        except KeyringError as error:
            raise SecretPlaceLocked from error
