"""Two-step verification of the signed-in person with an authenticator app (security.md 2.7)."""

from __future__ import annotations

from sqlmodel import Session

from bcdesktop.core.errors import NotFound
from bcdesktop.core.two_step import accepted_step, new_secret, set_up_uri
from bcdesktop.services import _commands, _passwords, _person_log, _recovery_codes, _second_step
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.people_errors import SecondStepWrong, TwoStepAlreadyOn, TwoStepRequired
from bcdesktop.services.records import Actor
from bcdesktop.services.security_records import TwoStepSetUp
from bcdesktop.store.tables import Person
from bcdesktop.store.unit_of_work import UnitOfWork


def start(context: Context, actor: Actor) -> TwoStepSetUp:
    """Return a new secret and its address for the app; nothing is kept yet. Raises NotFound, TwoStepAlreadyOn."""
    with context.store.read() as session:
        person = _own(session, actor)
    _refuse_when_on(person)
    secret = new_secret()
    return TwoStepSetUp(secret, set_up_uri(secret, person.email))


def confirm(context: Context, actor: Actor, secret: str, password: str, code: str) -> tuple[str, ...]:
    """Turn it on with the ``secret`` of ``start`` and a code the app made from it; return ten recovery codes.

    They are shown once. Raises NotFound, TwoStepAlreadyOn, PasswordWrong, SecondStepWrong, SignInThrottled,
    SignInLocked.
    """
    with context.store.read() as session:
        _refuse_when_on(_own(session, actor))
    right = _second_step.confirm_password(context, actor.person_id, password)
    step = accepted_step(secret, code, context.clock.now(), None)
    if step is None:
        context.store.run(lambda unit: _passwords.take_back(unit, right))
        raise SecondStepWrong("code")
    sealed = _second_step.seal(context, actor.person_id, secret, password)
    made = _recovery_codes.make(context)

    def work(unit: UnitOfWork) -> None:
        _refuse_when_on(_own(unit.session, actor))
        person = _passwords.succeed(unit, right)
        person.two_step_sealed, person.two_step_since, person.two_step_last = sealed, unit.now, step
        _recovery_codes.keep(unit, person, made)
        _person_log.record(context, unit, person, ActivityAction.TWO_STEP_ON)

    context.store.run(work)
    return made.texts


def turn_off(context: Context, actor: Actor, password: str, code: str) -> None:
    """Turn it off; ``code`` is one of the app or a recovery code.

    Raises NotFound, TwoStepRequired where a Business Center of the person asks for it, PasswordWrong,
    SecondStepWrong, SignInThrottled, SignInLocked.
    """
    with context.store.read() as session:
        _refuse_when_required(session, _own(session, actor))
    right = _second_step.confirm_self(context, actor.person_id, password, code)

    def work(unit: UnitOfWork) -> None:
        person = unit.session.get_one(Person, right.person_id)
        _refuse_when_required(unit.session, person)
        _second_step.turn_off(context, unit, person)

    context.store.run(work)


def new_recovery_codes(context: Context, actor: Actor, password: str, code: str) -> tuple[str, ...]:
    """Return ten new recovery codes; those of before are worth nothing any more.

    Raises NotFound, PasswordWrong, SecondStepWrong, SignInThrottled, SignInLocked.
    """
    with context.store.read() as session:
        _own(session, actor)
    right = _second_step.confirm_self(context, actor.person_id, password, code)
    made = _recovery_codes.make(context)

    def work(unit: UnitOfWork) -> None:
        person = unit.session.get_one(Person, right.person_id)
        if person.two_step_sealed is None:
            # turned off by somebody since: codes without it would open nothing
            raise SecondStepWrong("code")
        _recovery_codes.keep(unit, person, made)
        _person_log.record(context, unit, person, ActivityAction.RECOVERY_CODES_MADE)

    context.store.run(work)
    return made.texts


def _own(session: Session, actor: Actor) -> Person:
    if _commands.member_of(session, actor) is None:
        raise NotFound("business_center", actor.business_center_id)
    return session.get_one(Person, actor.person_id)


def _refuse_when_on(person: Person) -> None:
    if person.two_step_sealed is not None:
        raise TwoStepAlreadyOn


def _refuse_when_required(session: Session, person: Person) -> None:
    name = _second_step.required_by(session, person.id)
    if name is not None and person.two_step_sealed is not None:
        raise TwoStepRequired(name)
