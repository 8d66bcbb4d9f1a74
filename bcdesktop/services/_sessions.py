"""Who stays signed in on which computer: a random token in its keyring, the token's hash in the store."""

from __future__ import annotations

import hashlib
import platform
import secrets
from collections.abc import Collection
from datetime import timedelta
from typing import Any

from sqlmodel import Session, col, select

from bcdesktop.core.ids import new_id
from bcdesktop.services.context import Context
from bcdesktop.services.records import Actor
from bcdesktop.services.security_records import SessionRow
from bcdesktop.store.tables import KeptSession
from bcdesktop.store.unit_of_work import UnitOfWork
from bcdesktop.vault.errors import SecretMissing, SecretPlaceLocked

_PREFIX = b"session "
_TOKEN_BYTES = 32
_NAME_CHARACTERS = 80
_SEEN_EVERY = timedelta(hours=1)


def keep(context: Context, actor: Actor, computer_name: str) -> None:
    """Keep ``actor`` signed in here: in the session of before where it is theirs, else in a new one.

    Raises SecretPlaceLocked.
    """
    kept = this_hash(context)
    with context.store.read() as session:
        row = by_hash(session, kept)
        is_theirs = row is not None and row.person_id == actor.person_id and row.ended_at is None
    if is_theirs:
        context.store.run(lambda unit: _move(unit, kept, actor.business_center_id))
        return
    token = secrets.token_bytes(_TOKEN_BYTES)
    # first, so that the list of sessions never names one that is nowhere kept
    context.secrets.put(_secret_name(context), _PREFIX + token.hex().encode(), None)
    name = (computer_name or platform.node())[:_NAME_CHARACTERS]
    context.store.run(lambda unit: _begin(unit, actor, token, name, kept))


def resume(context: Context) -> tuple[str, str] | None:
    """Return person and Business Center of the session kept here, None where it was ended or none is kept.

    Raises SecretPlaceLocked.
    """
    kept = this_hash(context)
    with context.store.read() as session:
        row = by_hash(session, kept)
    if row is None or row.ended_at is not None:
        return None
    if context.clock.now() - row.last_seen_at >= _SEEN_EVERY:
        context.store.run(lambda unit: _seen(unit, row.id))
    return row.person_id, row.business_center_id


def forget_here(context: Context) -> None:
    """Take the token out of this computer's keyring. Raises SecretPlaceLocked."""
    if not context.secrets.needs_passphrase and context.secrets.has(_secret_name(context)):
        context.secrets.delete(_secret_name(context))


def this_hash(context: Context) -> bytes | None:
    """Return the hash of the token kept here; None where there is none, or one of an older program.

    Raises SecretPlaceLocked.
    """
    if context.secrets.needs_passphrase:
        return None
    try:
        kept = context.secrets.get(_secret_name(context), None)
    except SecretMissing:
        return None
    if not kept.startswith(_PREFIX):
        return None
    return hashlib.sha256(kept.removeprefix(_PREFIX)).digest()


def this_hash_if_open(context: Context) -> bytes | None:
    """Return ``this_hash``, None also where the keyring is locked."""
    try:
        return this_hash(context)
    except SecretPlaceLocked:
        return None


def end(
    unit: UnitOfWork, person_id: str, *, spared: bytes | None = None, ids: Collection[str] | None = None
) -> tuple[KeptSession, ...]:
    """End the sessions of a person, or those of ``ids`` only, but never the one with the hash ``spared``."""
    ended = [
        row
        for row in unit.session.exec(_open_ones(person_id)).all()
        if row.token_hash != spared and (ids is None or row.id in ids)
    ]
    for row in ended:
        row.ended_at = unit.now
        unit.session.add(row)
    return tuple(ended)


def end_this(unit: UnitOfWork, kept: bytes | None) -> None:
    """End the session with the hash ``kept``."""
    row = by_hash(unit.session, kept)
    if row is not None and row.ended_at is None:
        row.ended_at = unit.now
        unit.session.add(row)


def rows_of(session: Session, person_id: str, kept: bytes | None) -> tuple[SessionRow, ...]:
    """Return the sessions of a person that have not ended, the one used last first."""
    return tuple(
        SessionRow(row.id, row.computer_name, row.created_at, row.last_seen_at, row.token_hash == kept)
        for row in session.exec(_open_ones(person_id).order_by(col(KeptSession.last_seen_at).desc()))
    )


def by_hash(session: Session, token_hash: bytes | None) -> KeptSession | None:
    """Return the session of a token."""
    if token_hash is None:
        return None
    return session.exec(select(KeptSession).where(KeptSession.token_hash == token_hash)).first()


def _open_ones(person_id: str) -> Any:
    return select(KeptSession).where(KeptSession.person_id == person_id, col(KeptSession.ended_at).is_(None))


def _begin(unit: UnitOfWork, actor: Actor, token: bytes, computer_name: str, before: bytes | None) -> None:
    end_this(unit, before)
    row = KeptSession(
        id=new_id(),
        person_id=actor.person_id,
        business_center_id=actor.business_center_id,
        token_hash=hashlib.sha256(token.hex().encode()).digest(),
        computer_name=computer_name,
        created_at=unit.now,
        last_seen_at=unit.now,
    )
    unit.session.add(row)


def _move(unit: UnitOfWork, kept: bytes | None, business_center_id: str) -> None:
    row = by_hash(unit.session, kept)
    if row is not None:
        row.business_center_id, row.last_seen_at = business_center_id, unit.now
        unit.session.add(row)


def _seen(unit: UnitOfWork, session_id: str) -> None:
    unit.compare_and_set(KeptSession, session_id, {"ended_at": None}, {"last_seen_at": unit.now})


def _secret_name(context: Context) -> str:
    return f"signed-in-{context.store.id}"
