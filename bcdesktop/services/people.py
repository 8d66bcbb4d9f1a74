"""People who sign in with e-mail and password (security.md 2.7)."""

from __future__ import annotations

from collections.abc import Collection

from sqlmodel import Session, col, func, select

from bcdesktop.core.errors import NotAllowed, NotFound
from bcdesktop.core.policy import Action
from bcdesktop.core.roles import MemberStatus
from bcdesktop.services import (
    _commands,
    _new_password,
    _passwords,
    _person_log,
    _recovery_codes,
    _second_step,
    _secrets,
    _sessions,
    log_ins,
)
from bcdesktop.services._rows import business_center_row
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.advertiser_errors import NoBusinessCenter
from bcdesktop.services.context import Context
from bcdesktop.services.errors import NoPersonForAccount
from bcdesktop.services.records import Actor, BusinessCenterRow, LogInPurpose
from bcdesktop.services.security_records import AccountSecurity
from bcdesktop.store.tables import BusinessCenter, Member, Person
from bcdesktop.store.unit_of_work import UnitOfWork


def has_people(context: Context) -> bool:
    """Tell whether anybody can sign in to a Business Center; False means first start.

    Somebody who only has an Ads Manager account cannot (A2-02).
    """
    with context.store.read() as session:
        return session.exec(select(Member.id).limit(1)).first() is not None


def sign_in(context: Context, email: str, password: str, code: str | None = None) -> Actor:
    """Sign in, and unlock the store key where it lies on this computer (else ``context.keys.is_unlocked`` is False).

    ``code`` is one of the authenticator app or a recovery code. Raises SignInFailed, SignInThrottled, SignInLocked,
    SecondStepNeeded (the password is right, the code is missing), SecondStepWrong, NoBusinessCenter (the person is in
    none), SecretPlaceLocked.
    """
    person_id = _second_step.sign_in(context, email, password, code)
    _secrets.unlock_store_key(context, person_id, password)
    return _signed_in(context, person_id)


def sign_in_with_tiktok(context: Context, log_in_id: str) -> Actor:
    """Sign in the person of an approved log-in code; each code once. The phone's approval is a second step itself.

    The store key is unlocked only where it needs no password. Raises NotFound, LogInNotApproved, NoPersonForAccount,
    NoBusinessCenter.
    """

    def work(unit: UnitOfWork) -> str:
        return person_of_log_in(unit, log_in_id)

    person_id = context.store.run(work)
    _secrets.unlock_store_key(context, person_id, None)
    return _signed_in(context, person_id)


def person_of_log_in(unit: UnitOfWork, log_in_id: str) -> str:
    """Return the id of the person whose TikTok account approved a sign-in; the code is used then.

    Raises NotFound, LogInNotApproved, NoPersonForAccount.
    """
    row = log_ins.use(unit, log_in_id, LogInPurpose.SIGN_IN)
    person = unit.session.exec(select(Person).where(Person.tiktok_account_id == row.account_id)).first()
    if person is None:
        raise NoPersonForAccount(row.handle or "")
    return person.id


def sign_out(context: Context, actor: Actor) -> None:
    """Forget the store key of this process, stay signed in no longer, and log it."""

    kept = _sessions.this_hash_if_open(context)

    def work(unit: UnitOfWork) -> None:
        _sessions.end_this(unit, kept)
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
    context.mail_line.passwords.clear()
    _sessions.forget_here(context)


def can_stay_signed_in(context: Context) -> bool:
    """Tell whether this computer has a keyring, without which the password is asked at every start."""
    return not context.secrets.needs_passphrase


def stay_signed_in(context: Context, actor: Actor, computer_name: str = "") -> bool:
    """Keep ``actor`` signed in on this computer; False where secrets need a passphrase, so that it cannot be.

    ``computer_name`` is what the list of sessions says, by default what the computer calls itself. Raises
    SecretPlaceLocked.
    """
    if not can_stay_signed_in(context):
        return False
    _sessions.keep(context, actor, computer_name)
    return True


def resume(context: Context) -> Actor | None:
    """Return who stays signed in on this computer, with the store key unlocked.

    None where nobody does, the session was ended, or the person is no member any more. Raises SecretPlaceLocked.
    """
    kept = _sessions.resume(context)
    if kept is None:
        return None
    with context.store.read() as session:
        actor = actor_in(session, *kept)
    if actor is not None:
        _secrets.unlock_store_key(context, actor.person_id, None)
    return actor


def end_sessions(context: Context, actor: Actor, session_ids: Collection[str]) -> None:
    """Let the person stay signed in on those computers no longer; it counts from the next start there.

    Sessions of others are left alone. Raises NotFound, SecretPlaceLocked.
    """
    kept = _sessions.this_hash_if_open(context)

    def work(unit: UnitOfWork) -> bool:
        person = _own(unit.session, actor)
        ended = _sessions.end(unit, person.id, ids=session_ids)
        if ended:
            names = {"computers": [row.computer_name for row in ended]}
            _person_log.record(context, unit, person, ActivityAction.SESSIONS_ENDED, names)
        return any(row.token_hash == kept for row in ended)

    if context.store.run(work):
        _sessions.forget_here(context)


def change_password(context: Context, actor: Actor, old: str, new: str) -> None:
    """Give the signed-in person another password; on other computers they stay signed in no longer.

    What is sealed under the password on this computer and in the store is sealed anew. Raises PasswordWrong at
    ``old_password``, InputRefused at ``new_password``, SignInThrottled, SignInLocked, SecretPlaceReadOnly.
    """
    _new_password.change(context, actor, old, new)


def unlock_sign_in(context: Context, email: str, recovery: str, new_password: str) -> None:
    """Let somebody in again who forgot the password, or after 100 wrong ones: ``new_password`` counts from now on.

    ``recovery`` is a recovery code of that person, or the recovery text of the store. Two-step verification is off
    afterwards, since its secret was sealed under the old password, and nobody stays signed in. Raises RecoveryWrong
    (also for an unknown address), InputRefused at ``new_password``, SignInThrottled.
    """
    _new_password.set_anew(context, email, recovery, new_password)


def reset_sign_in(context: Context, actor: Actor, member_id: str) -> None:
    """Let a member sign in again: the counter begins anew, the second step is off, sessions end.

    The password stays. Nobody does it for themselves. Raises NotAllowed, NotFound.
    """

    def work(unit: UnitOfWork) -> None:
        member = unit.session.get(Member, member_id)
        if (
            member is None
            or member.business_center_id != actor.business_center_id
            or member.status is not MemberStatus.BOUND
        ):
            raise NotFound("member", member_id)
        if member.person_id == actor.person_id:
            others = set(_commands.admin_names(unit.session, actor.business_center_id)) - {actor.name}
            raise NotAllowed(Action.CHANGE_MEMBER.value, tuple(sorted(others)))
        person = unit.session.get_one(Person, member.person_id)
        _passwords.forget_failures(person)
        unit.session.add(person)
        _sessions.end(unit, person.id)
        by = _commands.entry_actor(actor)
        _second_step.turn_off(context, unit, person, by=by)
        _person_log.record(context, unit, person, ActivityAction.SIGN_IN_RESET, by=by)

    _commands.run(context, actor, Action.CHANGE_MEMBER, work)


def must_set_up_two_step(context: Context, actor: Actor) -> bool:
    """Tell whether the Business Center asks this person for a second step that is not set up (domain.md 1.1.7).

    Until it is, every command there is refused with TwoStepRequired. Raises NotFound.
    """
    with context.store.read() as session:
        _own(session, actor)
        member = _commands.member_of(session, actor)
        return member is not None and _commands.lacks_second_step(session, member) is not None


def account_security(context: Context, actor: Actor) -> AccountSecurity:
    """Return what "Your account" shows about signing in. Raises NotFound."""
    kept = _sessions.this_hash_if_open(context)
    with context.store.read() as session:
        person = _own(session, actor)
        return AccountSecurity(
            email=person.email,
            name=person.name,
            tiktok_handle=person.tiktok_handle,
            two_step_since=person.two_step_since,
            recovery_codes_left=_recovery_codes.left(session, person.id),
            two_step_required=_second_step.required_by(session, person.id) is not None,
            can_stay_signed_in=can_stay_signed_in(context),
            sessions=_sessions.rows_of(session, person.id, kept),
        )


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


def _own(session: Session, actor: Actor) -> Person:
    if _commands.member_of(session, actor) is None:
        raise NotFound("business_center", actor.business_center_id)
    return session.get_one(Person, actor.person_id)


def _signed_in(context: Context, person_id: str) -> Actor:
    def work(unit: UnitOfWork) -> Actor:
        actor = actor_in(unit.session, person_id)
        if actor is None:
            person = unit.session.get_one(Person, person_id)
            raise NoBusinessCenter(person.name)
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
