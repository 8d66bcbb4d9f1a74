"""The second step of signing in: a code of the authenticator app, or a recovery code in its place (security.md 2.7)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session, col, select

from bcdesktop.core.errors import SignInFailed
from bcdesktop.core.roles import MemberStatus
from bcdesktop.core.two_step import accepted_step
from bcdesktop.services import _passwords, _person_log, _recovery_codes
from bcdesktop.services._passwords import Attempt
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.people_errors import PasswordWrong, SecondStepNeeded, SecondStepWrong
from bcdesktop.store.activity import EntryActor
from bcdesktop.store.tables import BusinessCenter, Member, Person
from bcdesktop.store.unit_of_work import UnitOfWork
from bcdesktop.vault import Cost, passphrase_box
from bcdesktop.vault.errors import PassphraseWrong


@dataclass(frozen=True)
class _Proof:
    step: int | None
    recovery_code_id: str | None


def sign_in(context: Context, email: str, password: str, code: str | None) -> str:
    """Return the id of the person who knows the password and, where it is set up, the second step.

    A right password without a code counts neither as failure nor as success; a wrong code is a failure. Raises
    SignInFailed, SignInThrottled, SignInLocked, SecondStepNeeded, SecondStepWrong.
    """
    right = _passwords.attempt(context, email, password)
    if right.two_step_sealed is None:
        context.store.run(lambda unit: _passwords.succeed(unit, right))
        return right.person_id
    if not code:
        context.store.run(lambda unit: _passwords.take_back(unit, right))
        raise SecondStepNeeded
    proof = _proof(context, right, password, code)
    context.store.run(lambda unit: _accept(context, unit, right, proof))
    return right.person_id


def confirm_self(context: Context, person_id: str, password: str, code: str) -> Attempt:
    """Let a signed-in person show once more who they are, by both steps. Raises PasswordWrong, SecondStepWrong ..."""
    right = confirm_password(context, person_id, password)
    proof = _proof(context, right, password, code)
    context.store.run(lambda unit: _accept(context, unit, right, proof))
    return right


def confirm_password(context: Context, person_id: str, password: str, field: str = "password") -> Attempt:
    """Return the counted try of a signed-in person.

    Raises PasswordWrong at ``field``, SignInThrottled, SignInLocked.
    """
    with context.store.read() as session:
        email = session.get_one(Person, person_id).email
    try:
        return _passwords.attempt(context, email, password)
    except SignInFailed as error:
        raise PasswordWrong(field) from error


def seal(context: Context, person_id: str, secret: str, password: str) -> bytes:
    """Return the secret sealed under the person's password, so that a copied file shows none."""
    return passphrase_box.seal(_name(person_id), secret.encode(), password, context.seal_cost or Cost.INTERACTIVE)


def unseal(person_id: str, sealed: bytes, password: str) -> str:
    """Return the secret. Raises PassphraseWrong, SecretDamaged."""
    return passphrase_box.unseal(_name(person_id), sealed, password).decode()


def turn_off(
    context: Context,
    unit: UnitOfWork,
    person: Person,
    body: dict[str, str] | None = None,
    *,
    by: EntryActor | None = None,
) -> None:
    """Take secret and recovery codes away, and log it; nothing happens where there are none."""
    if person.two_step_sealed is None:
        return
    person.two_step_sealed = person.two_step_since = person.two_step_last = None
    _recovery_codes.forget(unit, person)
    _person_log.record(context, unit, person, ActivityAction.TWO_STEP_OFF, body, by=by)


def required_by(session: Session, person_id: str) -> str | None:
    """Return the name of a Business Center whose rule binds the person to a second step, None where none does."""
    rows = (
        select(BusinessCenter, Member)
        .join(Member, col(Member.business_center_id) == col(BusinessCenter.id))
        .where(Member.person_id == person_id, Member.status == MemberStatus.BOUND)
        .order_by(col(BusinessCenter.name))
    )
    found = (center.name for center, member in session.exec(rows) if center.two_step_for.binds(member.role))
    return next(found, None)


def _proof(context: Context, right: Attempt, password: str, code: str) -> _Proof:
    with context.store.read() as session:
        recovery_code_id = _recovery_codes.find(context, session, right.person_id, code)
        last = session.get_one(Person, right.person_id).two_step_last
    if recovery_code_id is not None:
        return _Proof(None, recovery_code_id)
    if right.two_step_sealed is None:
        raise SecondStepWrong("code")
    try:
        secret = unseal(right.person_id, right.two_step_sealed, password)
    except PassphraseWrong as error:
        raise SecondStepWrong("code") from error
    step = accepted_step(secret, code, context.clock.now(), last)
    if step is None:
        raise SecondStepWrong("code")
    return _Proof(step, None)


def _accept(context: Context, unit: UnitOfWork, right: Attempt, proof: _Proof) -> None:
    person = _passwords.succeed(unit, right)
    if proof.recovery_code_id is not None:
        if not _recovery_codes.use(unit, proof.recovery_code_id):
            raise SecondStepWrong("code")
        left = _recovery_codes.left(unit.session, person.id)
        _person_log.record(context, unit, person, ActivityAction.RECOVERY_CODE_USED, {"left": left})
    elif person.two_step_last is not None and proof.step is not None and proof.step <= person.two_step_last:
        # another program took the same code a moment ago
        raise SecondStepWrong("code")
    else:
        person.two_step_last = proof.step


def _name(person_id: str) -> str:
    return f"two-step-{person_id}"
