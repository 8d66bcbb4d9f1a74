"""Ten codes that stand in for the authenticator app, each once: kept as Argon2id under one salt per person."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from typing import Any

import cbor2
from sqlmodel import Session, col, func, select

from bcdesktop.core.ids import new_id
from bcdesktop.core.two_step import new_recovery_code, plain_recovery_code
from bcdesktop.services.context import Context
from bcdesktop.store.tables import Person, RecoveryCode
from bcdesktop.store.unit_of_work import UnitOfWork
from bcdesktop.vault import Cost, passphrase_box

_NO_SALT = bytes(passphrase_box.SALT_BYTES)


@dataclass(frozen=True)
class MadeCodes:
    """New codes: ``texts`` are shown once; ``salt`` (with the cost) and ``hashes`` are what the store keeps."""

    texts: tuple[str, ...]
    salt: bytes
    hashes: tuple[bytes, ...]


def make(context: Context) -> MadeCodes:
    """Make new codes; takes a moment, so it is done outside of a unit."""
    cost, salt = _cost(context), secrets.token_bytes(passphrase_box.SALT_BYTES)
    texts = tuple(new_recovery_code() for _ in range(context.limits.recovery_codes))
    hashes = tuple(passphrase_box.derive(plain_recovery_code(text) or "", salt, cost) for text in texts)
    return MadeCodes(texts, cbor2.dumps([salt, cost.rounds, cost.memory]), hashes)


def keep(unit: UnitOfWork, person: Person, made: MadeCodes) -> None:
    """Keep new codes in the place of those of before."""
    forget(unit, person)
    person.recovery_salt = made.salt
    unit.session.add(person)
    unit.session.add_all(RecoveryCode(id=new_id(), person_id=person.id, code_hash=kept) for kept in made.hashes)


def forget(unit: UnitOfWork, person: Person) -> None:
    """Take all codes of the person away."""
    for row in unit.session.exec(select(RecoveryCode).where(RecoveryCode.person_id == person.id)).all():
        unit.session.delete(row)
    person.recovery_salt = None
    unit.session.add(person)
    unit.session.flush()


def find(context: Context, session: Session, person_id: str | None, text: str) -> str | None:
    """Return the id of the unused code that ``text`` is, None where it is none. Takes the same time for nobody."""
    plain = plain_recovery_code(text)
    if plain is None:
        return None
    person = None if person_id is None else session.get(Person, person_id)
    salt, cost = _salt_of(context, person)
    typed = passphrase_box.derive(plain, salt, cost)
    found = None
    if person is not None:
        for row in session.exec(_unused(person.id)):
            if hmac.compare_digest(row.code_hash, typed):
                found = row.id
    return found


def use(unit: UnitOfWork, code_id: str) -> bool:
    """Mark a code as used; False where somebody was faster."""
    return unit.compare_and_set(RecoveryCode, code_id, {"used_at": None}, {"used_at": unit.now})


def left(session: Session, person_id: str) -> int:
    """Return how many codes are left."""
    rows = select(func.count(col(RecoveryCode.id))).where(
        RecoveryCode.person_id == person_id, col(RecoveryCode.used_at).is_(None)
    )
    return session.exec(rows).one()


def _unused(person_id: str) -> Any:
    return select(RecoveryCode).where(RecoveryCode.person_id == person_id, col(RecoveryCode.used_at).is_(None))


def _salt_of(context: Context, person: Person | None) -> tuple[bytes, Cost]:
    if person is None or person.recovery_salt is None:
        return _NO_SALT, _cost(context)
    salt, rounds, memory = cbor2.loads(person.recovery_salt)
    return salt, Cost(rounds, memory)


def _cost(context: Context) -> Cost:
    # a code is random and long: it needs less than what a person thought up
    return context.seal_cost or Cost.MODEST
