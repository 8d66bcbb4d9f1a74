"""Who may see or change how ad accounts are paid: people with a finance role, whatever their role (domain.md 2.3)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from sqlmodel import Session, col, select

from bcdesktop.core.errors import NotAllowed
from bcdesktop.core.policy import FINANCE_TABLE, FinanceAction, finance_may
from bcdesktop.core.roles import MemberStatus
from bcdesktop.services import _commands
from bcdesktop.services.context import Context
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import Member, Person
from bcdesktop.store.unit_of_work import UnitOfWork

T = TypeVar("T")


def names(session: Session, business_center_id: str, action: FinanceAction) -> tuple[str, ...]:
    """Return the names of the people whose finance role opens ``action``, in order."""
    rows = (
        select(Person.name)
        .join(Member, col(Member.person_id) == col(Person.id))
        .where(
            Member.business_center_id == business_center_id,
            col(Member.finance_role).in_(FINANCE_TABLE[action]),
            Member.status == MemberStatus.BOUND,
        )
        .order_by(col(Person.name))
    )
    return tuple(session.exec(rows))


def require(session: Session, actor: Actor, action: FinanceAction) -> Member:
    """Return the member row of ``actor``, whatever finance role they had at sign-in.

    Raises NotAllowed with the names of those who may, and TwoStepRequired as ``_commands.require`` does.
    """
    member = _commands.working_member(session, actor)
    if member is None or not finance_may(action, member.finance_role):
        raise NotAllowed(action.value, names(session, actor.business_center_id, action))
    return member


@contextmanager
def reading(context: Context, actor: Actor, action: FinanceAction) -> Iterator[Session]:
    """Give a session for reading to an ``actor`` who may do ``action``. Raises NotAllowed."""
    with context.store.read() as session:
        require(session, actor, action)
        yield session


def run(
    context: Context,
    actor: Actor,
    action: FinanceAction,
    work: Callable[[UnitOfWork], T],
    *,
    key: str | None = None,
) -> T:
    """Do ``work`` in one unit for an ``actor`` who may do ``action``, in the manner of ``_commands.run``."""

    def check(session: Session) -> None:
        require(session, actor, action)

    return _commands.run_checked(context, actor, action, check, work, key=key)
