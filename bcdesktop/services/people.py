"""People who sign in with e-mail and password (security.md 2.7)."""

from __future__ import annotations

from sqlmodel import Session, col, func, select

from bcdesktop.core.errors import NotFound, SignInFailed
from bcdesktop.core.roles import MemberStatus
from bcdesktop.services import _commands, _passwords, _secrets
from bcdesktop.services._rows import business_center_row
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.errors import LogInNotApproved, NoPersonForAccount
from bcdesktop.services.log_ins import effective_state
from bcdesktop.services.records import Actor, BusinessCenterRow, LogInState
from bcdesktop.store.tables import BusinessCenter, LogIn, Member, Person
from bcdesktop.store.unit_of_work import UnitOfWork
from bcdesktop.vault.errors import SecretMissing


def has_people(context: Context) -> bool:
    """Tell whether anybody can sign in; False means first start."""
    with context.store.read() as session:
        return session.exec(select(Person.id).limit(1)).first() is not None


def sign_in(context: Context, email: str, password: str) -> Actor:
    """Sign in, and unlock the store key where it lies on this computer (else ``context.keys.is_unlocked`` is False).

    Raises SignInFailed, SignInThrottled, SecretPlaceLocked.
    """
    person_id = _passwords.check(context, email, password)
    _secrets.unlock_store_key(context, person_id, password)
    return _signed_in(context, person_id)


def sign_in_with_tiktok(context: Context, log_in_id: str) -> Actor:
    """Sign in the person of an approved log-in code; each code once.

    The store key is unlocked only where it needs no password. Raises NotFound, LogInNotApproved, NoPersonForAccount.
    """

    def work(unit: UnitOfWork) -> str:
        row = unit.session.get(LogIn, log_in_id)
        if row is None:
            raise NotFound("log_in", log_in_id)
        used = {"state": LogInState.USED.value}
        state = effective_state(row, unit.now)
        if state is not LogInState.APPROVED or not unit.compare_and_set(LogIn, row.id, {"state": "approved"}, used):
            raise LogInNotApproved(state.value)
        person = unit.session.exec(select(Person).where(Person.tiktok_account_id == row.account_id)).first()
        if person is None:
            raise NoPersonForAccount(row.handle or "")
        return person.id

    person_id = context.store.run(work)
    _secrets.unlock_store_key(context, person_id, None)
    return _signed_in(context, person_id)


def sign_out(context: Context, actor: Actor) -> None:
    """Forget the store key of this process, stay signed in no longer, and log it."""

    def work(unit: UnitOfWork) -> None:
        unit.record(
            actor.business_center_id,
            _commands.entry_actor(actor),
            ActivityAction.SIGNED_OUT,
            "person",
            actor.person_id,
            object_name=actor.name,
        )
        _commands.sign_head(context, unit, actor.business_center_id)

    context.store.run(work)
    context.keys.lock()
    if not context.secrets.needs_passphrase and context.secrets.has(_signed_in_name(context)):
        context.secrets.delete(_signed_in_name(context))


def stay_signed_in(context: Context, actor: Actor) -> bool:
    """Keep ``actor`` signed in on this computer; False where secrets need a passphrase, so that it cannot be."""
    if context.secrets.needs_passphrase:
        return False
    context.secrets.put(_signed_in_name(context), f"{actor.person_id} {actor.business_center_id}".encode(), None)
    return True


def resume(context: Context) -> Actor | None:
    """Return who stays signed in on this computer, with the store key unlocked, or None. Raises SecretPlaceLocked."""
    if context.secrets.needs_passphrase:
        return None
    try:
        kept = context.secrets.get(_signed_in_name(context), None).decode()
    except SecretMissing:
        return None
    person_id, _, business_center_id = kept.partition(" ")
    with context.store.read() as session:
        actor = actor_in(session, person_id, business_center_id)
    if actor is not None:
        _secrets.unlock_store_key(context, person_id, None)
    return actor


def switch(context: Context, actor: Actor, business_center_id: str) -> Actor:
    """Return the same person in another of their Business Centers. Raises NotFound."""
    with context.store.read() as session:
        switched = actor_in(session, actor.person_id, business_center_id)
    if switched is None:
        raise NotFound("business_center", business_center_id)
    return switched


def business_centers_of(context: Context, person_id: str) -> tuple[BusinessCenterRow, ...]:
    """Return the Business Centers a person belongs to, by name."""
    rows = (
        select(BusinessCenter, Member)
        .join(Member, col(Member.business_center_id) == col(BusinessCenter.id))
        .where(Member.person_id == person_id, Member.status == MemberStatus.BOUND)
        .order_by(func.lower(BusinessCenter.name), BusinessCenter.id)
    )
    with context.store.read() as session:
        return tuple(business_center_row(center, member) for center, member in session.exec(rows))


def admins(context: Context, actor: Actor) -> tuple[str, ...]:
    """Return the names of the admins, for tooltips that say who can do what is grey (domain.md 13.17)."""
    with context.store.read() as session:
        if _commands.member_of(session, actor) is None:
            raise NotFound("business_center", actor.business_center_id)
        return _commands.admin_names(session, actor.business_center_id)


def actor_in(session: Session, person_id: str, business_center_id: str | None = None) -> Actor | None:
    """Return the person in a Business Center (the first by name where none is given), None where they are in none."""
    rows = (
        select(Person, BusinessCenter, Member)
        .join(Member, col(Member.person_id) == col(Person.id))
        .join(BusinessCenter, col(Member.business_center_id) == col(BusinessCenter.id))
        .where(Person.id == person_id, Member.status == MemberStatus.BOUND)
        .order_by(func.lower(BusinessCenter.name), BusinessCenter.id)
    )
    if business_center_id is not None:
        rows = rows.where(BusinessCenter.id == business_center_id)
    found = session.exec(rows).first()
    if found is None:
        return None
    person, center, member = found
    return Actor(person.id, person.name, person.email, center.id, center.name, member.role, member.finance_role)


def _signed_in(context: Context, person_id: str) -> Actor:
    def work(unit: UnitOfWork) -> Actor:
        actor = actor_in(unit.session, person_id)
        if actor is None:
            raise SignInFailed
        unit.record(
            actor.business_center_id,
            _commands.entry_actor(actor),
            ActivityAction.SIGNED_IN,
            "person",
            person_id,
            object_name=actor.name,
        )
        _commands.sign_head(context, unit, actor.business_center_id)
        return actor

    return context.store.run(work)


def _signed_in_name(context: Context) -> str:
    return f"signed-in-{context.store.id}"
