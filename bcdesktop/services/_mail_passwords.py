"""The password of a mail server: in the keyring, or for as long as the program runs where there is none.

It is kept together with the server it is for: whoever changes the host in the store does not get it sent there.
"""

from __future__ import annotations

import json

from bcdesktop.core.mail_servers import MailServerSettings
from bcdesktop.services.context import Context
from bcdesktop.vault.errors import SecretDamaged, SecretMissing, SecretPlaceLocked


def find(context: Context, business_center_id: str, server: MailServerSettings) -> str | None:
    """Return the password for exactly this host, port, security and login, or None. Raises SecretPlaceLocked."""
    name = _name(context, business_center_id)
    held = context.mail_line.passwords.get(name)
    if held is not None:
        found = _read(held, server)
        if found is not None:
            return found
    if context.secrets.needs_passphrase:
        return None
    try:
        return _read(context.secrets.get(name, None), server)
    except (SecretMissing, SecretDamaged):
        return None


def is_kept(context: Context, business_center_id: str, server: MailServerSettings) -> bool:
    """Tell whether the keyring holds it; a locked keyring says no."""
    if context.secrets.needs_passphrase:
        return False
    try:
        return _read(context.secrets.get(_name(context, business_center_id), None), server) is not None
    except (SecretMissing, SecretDamaged, SecretPlaceLocked):
        return False


def is_held(context: Context, business_center_id: str, server: MailServerSettings) -> bool:
    """Tell whether it is known until the program ends."""
    held = context.mail_line.passwords.get(_name(context, business_center_id))
    return held is not None and _read(held, server) is not None


def keep(context: Context, business_center_id: str, server: MailServerSettings, password: str) -> None:
    """Keep ``password``: in the keyring, or until the program ends where there is none or it is locked."""
    name = _name(context, business_center_id)
    content = json.dumps({"for": _purpose(server), "password": password}).encode()
    if not context.secrets.needs_passphrase:
        try:
            context.secrets.put(name, content, None)
        except SecretPlaceLocked:
            pass
        else:
            context.mail_line.passwords.delete(name)
            return
    context.mail_line.passwords.put(name, content)


def forget(context: Context, business_center_id: str) -> None:
    """Forget the password wherever it lies. Raises SecretPlaceLocked."""
    name = _name(context, business_center_id)
    context.mail_line.passwords.delete(name)
    if not context.secrets.needs_passphrase:
        context.secrets.delete(name)


def _name(context: Context, business_center_id: str) -> str:
    return f"mail-{context.store.id}-{business_center_id}"


def _purpose(server: MailServerSettings) -> list[str | int]:
    return [server.host, server.port, server.security.value, server.login]


def _read(content: bytes, server: MailServerSettings) -> str | None:
    try:
        found = json.loads(content)
        return str(found["password"]) if found["for"] == _purpose(server) else None
    except (ValueError, KeyError, TypeError):
        return None
