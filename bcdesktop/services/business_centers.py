"""The Business Center: its creation at first start, its business info and settings, its keys."""

from __future__ import annotations

from bcdesktop.core import code
from bcdesktop.core.business_centers import parse_business, parse_change, parse_person
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.clock import unix
from bcdesktop.core.errors import ChangedMeanwhile, NotFound, RecoveryTextWrong, SignInFailed
from bcdesktop.core.policy import Action
from bcdesktop.core.recovery import parse_recovery_text
from bcdesktop.core.recovery import recovery_text as text_of_key
from bcdesktop.services import _commands, _first_start, _passwords, _secrets, _security_rules
from bcdesktop.services._rows import business_center_row
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.ad_records import Advertiser
from bcdesktop.services.context import Context
from bcdesktop.services.errors import StoreKeyLocked
from bcdesktop.services.people import actor_in
from bcdesktop.services.records import Actor, BusinessCenterChange, BusinessCenterRow, Created, NewBusinessCenter
from bcdesktop.services.security_records import SecurityRules
from bcdesktop.store.tables import Person, StoreMeta
from bcdesktop.store.unit_of_work import UnitOfWork


def create(context: Context, new: NewBusinessCenter, signed_in: Actor | Advertiser | None = None) -> Created:
    """Create a Business Center, its first person (Admin and Finance manager) and its keys, in one transaction.

    Done twice with one ``log_in_id`` it gives the first result. In a store that already has one, a new Business Center
    needs the store key at hand, and a person who exists is the same person, by the same password; where they have a
    second step, they are ``signed_in`` or log in with their own account. Somebody in Ads Manager who registered without
    an e-mail address may add one, or stays known by "@handle" (A4-23). Raises InputRefused at a field, SignInFailed,
    LogInNotApproved, StoreKeyLocked, SecondStepNeeded, LimitReached (3 per person), ClockMovedBack.
    """
    return _first_start.create(context, parse_person(parse_business(new)), signed_in=signed_in)


def get(context: Context, actor: Actor) -> BusinessCenterRow:
    """Return the Business Center of ``actor``. Raises NotFound where they are no member of it any more."""
    with context.store.read() as session:
        member = _commands.member_of(session, actor)
        if member is None:
            raise NotFound("business_center", actor.business_center_id)
        return business_center_row(_commands.business_center(session, actor.business_center_id), member)


def change(context: Context, actor: Actor, change: BusinessCenterChange, version: int) -> BusinessCenterRow:
    """Change business info, settings and security rules read as ``version``.

    Raises NotAllowed, InputRefused, ChangedMeanwhile, TwoStepFirst, LeavesAdminsOut.
    """
    values = parse_change(change)

    def work(unit: UnitOfWork) -> None:
        row = _commands.business_center(unit.session, actor.business_center_id)
        if row.version != version:
            raise ChangedMeanwhile("business_center", row.id)
        before = {name: getattr(row, name) for name in values}
        for name, value in values.items():
            setattr(row, name, value)
        _security_rules.check(unit.session, actor, row, values)
        unit.session.add(row)
        unit.record(
            row.id,
            _commands.entry_actor(actor),
            ActivityAction.BUSINESS_CENTER_CHANGED,
            "business_center",
            row.id,
            {"before": before, "after": values},
            object_name=row.name,
        )
        unit.changed(ChangeKind.BUSINESS_CENTER, row.id)

    _commands.run(context, actor, Action.CHANGE_BUSINESS_CENTER, work)
    return get(context, actor)


def security_rules(context: Context, actor: Actor) -> SecurityRules:
    """Return the rules for signing in and for invitations. Raises NotFound for somebody who is no member."""
    row = get(context, actor)
    return SecurityRules(row.two_step_for, row.domains_for, row.allowed_domains)


def change_security_rules(context: Context, actor: Actor, rules: SecurityRules, version: int) -> SecurityRules:
    """Change the rules read as ``version`` of the Business Center; see ``change`` for what is raised."""
    change(context, actor, BusinessCenterChange(**vars(rules)), version)
    return security_rules(context, actor)


def recovery_text(context: Context, actor: Actor, password: str) -> str:
    """Show the text that brings the store key to another computer; asks for the person's password again.

    Raises NotAllowed, SignInFailed, SignInThrottled, StoreKeyLocked.
    """

    def work(unit: UnitOfWork) -> None:
        _note(context, unit, actor, ActivityAction.RECOVERY_TEXT_SHOWN)

    with _commands.reading(context, actor, Action.SEE_RECOVERY_TEXT) as session:
        email = session.get_one(Person, actor.person_id).email
    if _passwords.check(context, email, password) != actor.person_id:
        raise SignInFailed
    text = text_of_key(context.keys.key)
    _commands.run(context, actor, Action.SEE_RECOVERY_TEXT, work)
    return text


def restore_key(context: Context, recovery_text: str, email: str, password: str) -> Actor:
    """Bring the store key to this computer by the recovery text, and sign in.

    Raises RecoveryTextWrong (also for the text of another store), SignInFailed, SignInThrottled, SecretPlaceLocked.
    """
    key = parse_recovery_text(recovery_text)
    right = _passwords.attempt(context, email, password)
    person_id = right.person_id
    with context.store.read() as session:
        sealed = session.get(StoreMeta, _secrets.SEALED)
        actor = actor_in(session, person_id)
    if actor is None:
        raise SignInFailed
    try:
        _secrets.unseal(key, b"" if sealed is None else sealed.value)
    except StoreKeyLocked as error:
        # neither a failure nor a success: else whoever has the password alone could let the counter begin anew
        context.store.run(lambda unit: _passwords.take_back(unit, right))
        raise RecoveryTextWrong("recovery_text") from error
    context.store.run(lambda unit: _passwords.succeed(unit, right))
    context.keys.unlock(key)
    _secrets.keep_store_key(context, person_id, password)
    context.store.run(lambda unit: _note(context, unit, actor, ActivityAction.KEY_RESTORED))
    return actor


def card(context: Context, actor: Actor) -> str:
    """Return the Business Center's signed card (BC1) for an owner's phone. Raises StoreKeyLocked, NotFound."""
    with context.store.read() as session:
        row = _commands.business_center(session, actor.business_center_id)
        if _commands.member_of(session, actor) is None:
            raise NotFound("business_center", row.id)
    signing_key = _secrets.centre_signing_key(context, row)
    made_at = unix(context.clock.now())
    return code.seal(code.CentreCard(row.public_key, row.name, row.id, made_at, row.version), signing_key).text


def fingerprint(context: Context, actor: Actor) -> str:
    """Return the 30 digits of the Business Center's key, 6 groups of 5 (security.md 2.5). Raises NotFound."""
    return code.fingerprint_digits(get(context, actor).public_key)


def _note(context: Context, unit: UnitOfWork, actor: Actor, action: ActivityAction) -> None:
    unit.record(
        actor.business_center_id,
        _commands.entry_actor(actor),
        action,
        "business_center",
        actor.business_center_id,
        object_name=actor.business_center_name,
    )
    _commands.sign_head(context, unit, actor.business_center_id)
