"""Giving a person another password: by the old one, or by a recovery code or the recovery text (security.md 2.7)."""

from __future__ import annotations

from dataclasses import dataclass

from bcdesktop.core.errors import NotFound, RecoveryTextWrong
from bcdesktop.core.people import check_password
from bcdesktop.core.recovery import parse_recovery_text
from bcdesktop.services import _commands, _passwords, _person_log, _recovery_codes, _second_step, _secrets, _sessions
from bcdesktop.services._passwords import Attempt
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.errors import StoreKeyLocked
from bcdesktop.services.people_errors import RecoveryWrong
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import Person, StoreMeta
from bcdesktop.store.unit_of_work import UnitOfWork
from bcdesktop.vault.errors import PassphraseWrong, SecretMissing


@dataclass(frozen=True)
class _Recovery:
    """What was typed: a recovery code, or the store key by the recovery text."""

    code_id: str | None = None
    store_key: bytes | None = None


def change(context: Context, actor: Actor, old: str, new: str) -> None:
    """See ``people.change_password``."""
    check_password(new, "new_password")
    with context.store.read() as session:
        if _commands.member_of(session, actor) is None:
            raise NotFound("business_center", actor.business_center_id)
    right = _second_step.confirm_password(context, actor.person_id, old, "old_password")
    sealed = _sealed_anew(context, right, old, new)
    new_hash = _secrets.hasher(context).hash(new)
    this = _sessions.this_hash_if_open(context)

    def work(unit: UnitOfWork) -> None:
        person = _passwords.succeed(unit, right)
        person.password_hash, person.two_step_sealed = new_hash, sealed
        _sessions.end(unit, person.id, spared=this)
        _person_log.record(context, unit, person, ActivityAction.PASSWORD_CHANGED)

    key = _store_key(context, actor.person_id, old)
    if key is not None:
        _keep_key(context, actor.person_id, key, new)
    try:
        context.store.run(work)
    except BaseException:
        if key is not None:
            _keep_key(context, actor.person_id, key, old)
        raise


def set_anew(context: Context, email: str, recovery: str, new: str) -> None:
    """See ``people.unlock_sign_in``."""
    check_password(new, "new_password")
    counted = _passwords.attempt_recovery(context, email)
    found = _recovery(context, counted, recovery)
    if counted is None or found is None:
        raise RecoveryWrong("recovery")
    person_id, new_hash = counted.person_id, _secrets.hasher(context).hash(new)
    if found.store_key is not None:
        _keep_key(context, person_id, found.store_key, new)

    def work(unit: UnitOfWork) -> None:
        person = unit.session.get_one(Person, person_id)
        if found.code_id is not None:
            if not _recovery_codes.use(unit, found.code_id):
                raise RecoveryWrong("recovery")
            _person_log.record(context, unit, person, ActivityAction.RECOVERY_CODE_USED)
        way = "recovery_text" if found.code_id is None else "recovery_code"
        _passwords.forget_failures(person)
        person.password_hash = new_hash
        unit.session.add(person)
        _sessions.end(unit, person.id)
        _person_log.record(context, unit, person, ActivityAction.PASSWORD_CHANGED, {"by": way})
        # the secret is sealed under the password that nobody knows any more
        _second_step.turn_off(context, unit, person, {"by": way})

    context.store.run(work)


def _recovery(context: Context, counted: Attempt | None, text: str) -> _Recovery | None:
    with context.store.read() as session:
        code_id = _recovery_codes.find(context, session, None if counted is None else counted.person_id, text)
        sealed = session.get(StoreMeta, _secrets.SEALED)
    if code_id is not None:
        return _Recovery(code_id=code_id)
    try:
        key = parse_recovery_text(text)
        _secrets.unseal(key, b"" if sealed is None else sealed.value)
    except (RecoveryTextWrong, StoreKeyLocked):
        return None
    return _Recovery(store_key=key)


def _sealed_anew(context: Context, right: Attempt, old: str, new: str) -> bytes | None:
    if right.two_step_sealed is None:
        return None
    secret = _second_step.unseal(right.person_id, right.two_step_sealed, old)
    return _second_step.seal(context, right.person_id, secret, new)


def _store_key(context: Context, person_id: str, password: str) -> bytes | None:
    """Return the store key that lies sealed under ``password`` on this computer, None where it needs no password."""
    if not context.secrets.needs_passphrase:
        return None
    if context.keys.is_unlocked:
        return context.keys.key
    try:
        return context.secrets.get(_secrets.secret_name(context, person_id), password)
    except (SecretMissing, PassphraseWrong):
        return None


def _keep_key(context: Context, person_id: str, key: bytes, password: str) -> None:
    passphrase = password if context.secrets.needs_passphrase else None
    context.secrets.put(_secrets.secret_name(context, person_id), key, passphrase)
