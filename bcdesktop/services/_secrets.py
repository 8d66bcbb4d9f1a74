"""Keys and passwords: the store key, the sealed signing keys, the hashes (decisions.md, Who is who)."""

from __future__ import annotations

import secrets
from functools import cache

import argon2
import nacl.exceptions
import nacl.secret
from sqlmodel import Session, select

from bcdesktop.core.code import SigningKey
from bcdesktop.services.context import Context, Hasher
from bcdesktop.services.errors import StoreKeyLocked
from bcdesktop.store.tables import BusinessCenter, StoreMeta
from bcdesktop.vault.errors import PassphraseWrong, SecretMissing

PUBLIC, SEALED = "store_public_key", "sealed_store_signing_key"
_KEY_BYTES = 32


@cache
def _default_hasher() -> Hasher:
    return argon2.PasswordHasher()


def hasher(context: Context) -> Hasher:
    """Return the password hasher of ``context``."""
    return context.password_hasher or _default_hasher()


def password_fits(context: Context, password_hash: str, password: str) -> bool:
    """Tell whether ``password`` is the one that was hashed."""
    try:
        return hasher(context).verify(password_hash, password)
    except argon2.exceptions.VerificationError:
        return False


def seal(key: bytes, secret: bytes) -> bytes:
    """Return ``secret`` sealed with secretbox under the 32-byte ``key``."""
    return bytes(nacl.secret.SecretBox(key).encrypt(secret))


def unseal(key: bytes, sealed: bytes) -> bytes:
    """Return what was sealed. Raises StoreKeyLocked for another key: it is not the key of this store."""
    try:
        return nacl.secret.SecretBox(key).decrypt(sealed)
    except nacl.exceptions.CryptoError as error:
        raise StoreKeyLocked from error


def centre_signing_key(context: Context, row: BusinessCenter) -> SigningKey:
    """Return the signing key of a Business Center. Raises StoreKeyLocked."""
    return SigningKey(unseal(context.keys.key, row.sealed_signing_key))


def store_signing_key(context: Context, session: Session) -> SigningKey:
    """Return the store's own signing key, made at its first use. Raises StoreKeyLocked.

    ``session`` is one that may write. Before there is a Business Center the store key lives in memory only
    (``Context.keys``): a key pair sealed under a key that was lost with its process is then made anew.
    """
    sealed = session.get(StoreMeta, SEALED)
    if sealed is not None:
        try:
            return SigningKey(unseal(context.keys.key, sealed.value))
        except StoreKeyLocked:
            if has_business_centers(session):
                raise
    if not context.keys.is_unlocked:
        context.keys.unlock(secrets.token_bytes(_KEY_BYTES))
    pair = SigningKey.generate()
    session.merge(StoreMeta(key=PUBLIC, value=pair.public_key))
    session.merge(StoreMeta(key=SEALED, value=seal(context.keys.key, pair.seed)))
    return pair


def has_business_centers(session: Session) -> bool:
    """Tell whether the store has left its first start behind."""
    return session.exec(select(BusinessCenter.id).limit(1)).first() is not None


def secret_name(context: Context, person_id: str) -> str:
    """Return under which name the store key lies: per person where it is sealed with that person's password."""
    store_id = context.store.id
    return f"store-{store_id}-{person_id}" if context.secrets.needs_passphrase else f"store-{store_id}"


def keep_store_key(context: Context, person_id: str, password: str) -> None:
    """Put the unlocked store key where this computer keeps secrets. Raises StoreKeyLocked, SecretPlaceLocked."""
    passphrase = password if context.secrets.needs_passphrase else None
    context.secrets.put(secret_name(context, person_id), context.keys.key, passphrase)


def unlock_store_key(context: Context, person_id: str, password: str | None) -> bool:
    """Unlock the store key from this computer's secrets; False where it is not there or sealed with another password.

    Raises SecretPlaceLocked.
    """
    if context.secrets.needs_passphrase and password is None:
        return False
    try:
        key = context.secrets.get(
            secret_name(context, person_id), password if context.secrets.needs_passphrase else None
        )
    except (SecretMissing, PassphraseWrong):
        return False
    context.keys.unlock(key)
    return True
