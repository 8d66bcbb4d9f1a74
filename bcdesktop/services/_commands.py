"""What every command of the Business Center's side shares: policy, activity entry for a refusal, signed head."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Any, TypeVar

from sqlmodel import Session, col, select

from bcdesktop.core.errors import NotAllowed, NotFound, RuleRefused
from bcdesktop.core.policy import Action, may
from bcdesktop.core.roles import BusinessCenterRole, MemberStatus
from bcdesktop.services import _secrets
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.people_errors import TwoStepRequired
from bcdesktop.services.records import Actor
from bcdesktop.store import activity
from bcdesktop.store.activity import EntryActor
from bcdesktop.store.tables import BusinessCenter, Member, Person
from bcdesktop.store.unit_of_work import UnitOfWork

T = TypeVar("T")


def entry_actor(actor: Actor) -> EntryActor:
    """Return ``actor`` as the activity log names people."""
    return EntryActor("person", actor.person_id, actor.name)


def member_of(session: Session, actor: Actor) -> Member | None:
    """Return the row that makes ``actor`` a member now, whatever they were at sign-in."""
    rows = select(Member).where(
        Member.business_center_id == actor.business_center_id,
        Member.person_id == actor.person_id,
        Member.status == MemberStatus.BOUND,
    )
    return session.exec(rows).first()


def admin_names(session: Session, business_center_id: str) -> tuple[str, ...]:
    """Return the names of the admins of a Business Center, in order."""
    rows = (
        select(Person.name)
        .join(Member, col(Member.person_id) == col(Person.id))
        .where(
            Member.business_center_id == business_center_id,
            Member.role == BusinessCenterRole.ADMIN,
            Member.status == MemberStatus.BOUND,
        )
        .order_by(col(Person.name))
    )
    return tuple(session.exec(rows))


def require(session: Session, actor: Actor, action: Action, *, assigned: bool = False) -> Member:
    """Return the member row of ``actor``.

    Raises NotAllowed with the names of those who may (domain.md 13.17), and TwoStepRequired for somebody whom a rule of
    the Business Center binds to a second step that is not set up (domain.md 1.1.7).
    """
    member = working_member(session, actor)
    if member is None or not may(action, member.role, assigned=assigned):
        raise NotAllowed(action.value, admin_names(session, actor.business_center_id))
    return member


def working_member(session: Session, actor: Actor) -> Member | None:
    """Return ``member_of`` for whatever shows or does a Business Center's business.

    Raises TwoStepRequired where ``actor`` lacks a second step the Business Center asks for.
    """
    member = member_of(session, actor)
    center_name = None if member is None else lacks_second_step(session, member)
    if center_name is not None:
        raise TwoStepRequired(center_name)
    return member


def lacks_second_step(session: Session, member: Member) -> str | None:
    """Return the name of the Business Center where ``member`` lacks a second step it asks for, else None."""
    center = business_center(session, member.business_center_id)
    if not center.two_step_for.binds(member.role):
        return None
    return center.name if session.get_one(Person, member.person_id).two_step_sealed is None else None


def business_center(session: Session, business_center_id: str) -> BusinessCenter:
    """Return the row. Raises NotFound."""
    row = session.get(BusinessCenter, business_center_id)
    if row is None:
        raise NotFound("business_center", business_center_id)
    return row


@contextmanager
def reading(context: Context, actor: Actor, action: Action) -> Iterator[Session]:
    """Give a session for reading to an ``actor`` who may do ``action``. Raises NotAllowed."""
    with context.store.read() as session:
        require(session, actor, action)
        yield session


def run(
    context: Context,
    actor: Actor,
    action: Action,
    work: Callable[[UnitOfWork], T],
    *,
    key: str | None = None,
    assigned: bool = False,
) -> T:
    """Do ``work`` in one unit for an ``actor`` who may do ``action``; a refusal is logged, then raised.

    With ``key`` a repeated call returns the first result, which has to be something JSON can hold. ``assigned`` says
    that ``work`` itself refuses an asset that was not given to this person.
    """

    def check(session: Session) -> None:
        require(session, actor, action, assigned=assigned)

    return run_checked(context, actor, action, check, work, key=key)


def run_checked(
    context: Context,
    actor: Actor,
    action: StrEnum,
    check: Callable[[Session], object],
    work: Callable[[UnitOfWork], T],
    *,
    key: str | None = None,
) -> T:
    """Do ``run`` with the rule in ``check``, which raises NotAllowed, instead of the table of Business Center roles."""

    def allowed(unit: UnitOfWork) -> T:
        check(unit.session)
        result = work(unit)
        sign_head(context, unit, actor.business_center_id)
        return result

    full_key = None if key is None else f"{action.value}:{actor.business_center_id}:{actor.person_id}:{key}"
    try:
        return context.store.run(allowed, key=full_key, command=action.value)
    except RuleRefused as refusal:
        _log_refusal(context, actor, action, refusal)
        raise


def _log_refusal(context: Context, actor: Actor, action: StrEnum, refusal: RuleRefused) -> None:
    def work(unit: UnitOfWork) -> None:
        if unit.session.get(BusinessCenter, actor.business_center_id) is None:
            return
        unit.record(
            actor.business_center_id,
            entry_actor(actor),
            ActivityAction.ACTION_REFUSED,
            "action",
            action.value,
            refusal_body(refusal),
        )

    context.store.run(work)


def refusal_body(refusal: Exception) -> dict[str, Any]:
    """Return the details of an entry about a refusal: its code as ``reason``, its parameters as ``params``."""
    params = refusal.params() if isinstance(refusal, RuleRefused) else {}
    return {"reason": getattr(refusal, "code", "unknown"), "params": params}


def sign_head(context: Context, unit: UnitOfWork, chain: str) -> bool:
    """Sign the head of ``chain`` in this unit where the store key is at hand (security.md 2.8); tell whether it was."""
    row = unit.session.get(BusinessCenter, chain)
    if row is None or not context.keys.is_unlocked:
        return False
    signing_key = _secrets.centre_signing_key(context, row)
    return activity.sign_head(unit.session, chain, signing_key.sign) is not None
