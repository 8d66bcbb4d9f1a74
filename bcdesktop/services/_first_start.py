"""Creating a Business Center with its person and its keys (A4-13 to A4-15)."""

from __future__ import annotations

import secrets
from datetime import datetime

from sqlmodel import Session

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.code import SigningKey
from bcdesktop.core.errors import ValueMissing, ValueTaken
from bcdesktop.core.ids import new_id
from bcdesktop.core.recovery import recovery_text
from bcdesktop.core.roles import BusinessCenterRole, FinanceRole, MemberStatus
from bcdesktop.core.sign_in_names import has_email
from bcdesktop.services import _commands, _passwords, _secrets
from bcdesktop.services._member_limits import check_centers_of
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.ad_records import Advertiser
from bcdesktop.services.context import Context
from bcdesktop.services.errors import LogInNotApproved
from bcdesktop.services.log_ins import effective_state
from bcdesktop.services.people_errors import SecondStepNeeded
from bcdesktop.services.records import Actor, Created, LogInPurpose, LogInState, NewBusinessCenter
from bcdesktop.store.activity import EntryActor
from bcdesktop.store.tables import (
    BusinessCenter,
    CommandKey,
    ConnectedApp,
    DirectoryAccount,
    LogIn,
    Member,
    Person,
)
from bcdesktop.store.unit_of_work import UnitOfWork

SignedIn = Actor | Advertiser
"""Somebody in the Business Center window or in Ads Manager."""


def create(
    context: Context, new: NewBusinessCenter, *, signed_in: SignedIn | None = None, is_example: bool = False
) -> Created:
    """See ``business_centers.create``; ``new`` has been checked already."""
    key = f"business_centers.create:{new.log_in_id}"
    with context.store.read() as session:
        first = session.get(CommandKey, key)
        known = _known(session, new, signed_in)
    if first is not None:
        return Created(_decoded(first.result), recovery_text(context.keys.key))
    if known is not None:
        _check_known(context, new, known, signed_in)
    person_id = new_id() if known is None else known.id
    password_hash = _secrets.hasher(context).hash(new.password) if known is None else ""
    with context.store.read() as session:
        _log_in(session, context.clock.now(), new)
    context.store.run(lambda unit: bool(_secrets.store_signing_key(context, unit.session)))
    # kept before the Business Center exists: one whose key lies nowhere would be lost
    _secrets.keep_store_key(context, person_id, new.password)

    def work(unit: UnitOfWork) -> Actor:
        return _Creation(context, unit, new, person_id, password_hash).run(is_example=is_example)

    actor = context.store.run(work, key=key, command="business_centers.create", encode=_encoded, decode=_decoded)
    return Created(actor, recovery_text(context.keys.key))


def _known(session: Session, new: NewBusinessCenter, signed_in: SignedIn | None) -> Person | None:
    """Return the person who exists: by the address, or who is signed in without one and may add it (A4-23).

    Raises ValueTaken at ``email`` for somebody else's address, ValueMissing where nobody is known by "@handle".
    """
    by_email = _passwords.person_by_email(session, new.email)
    if signed_in is None or has_email(signed_in.email):
        if by_email is None and not has_email(new.email):
            raise ValueMissing("email")
        return by_email
    person = session.get_one(Person, signed_in.person_id)
    if by_email is not None and by_email.id != person.id:
        raise ValueTaken("email", new.email)
    return person


def _check_known(context: Context, new: NewBusinessCenter, known: Person, signed_in: SignedIn | None) -> None:
    """Let a person who exists show who they are: by the password, and where there is a second step, by more than that.

    Raises SignInFailed, SignInThrottled, SignInLocked, LogInNotApproved, SecondStepNeeded.
    """
    with context.store.read() as session:
        by_phone = _log_in(session, context.clock.now(), new).account_id == known.tiktok_account_id
        is_in = signed_in is not None and signed_in.person_id == known.id
        if isinstance(signed_in, Actor):
            is_in = is_in and _commands.member_of(session, signed_in) is not None
    right = _passwords.attempt(context, known.email, new.password)
    if right.two_step_sealed is not None and not by_phone and not is_in:
        context.store.run(lambda unit: _passwords.take_back(unit, right))
        raise SecondStepNeeded
    context.store.run(lambda unit: bool(_passwords.succeed(unit, right)))


def _log_in(session: Session, now: datetime, new: NewBusinessCenter) -> LogIn:
    row = session.get(LogIn, new.log_in_id)
    state = LogInState.PENDING if row is None else effective_state(row, now)
    is_for_this = row is not None and row.purpose == LogInPurpose.FIRST_START
    if row is None or not is_for_this or state is not LogInState.APPROVED or row.account_id is None:
        raise LogInNotApproved(state.value)
    return row


class _Creation:
    """The rows of one new Business Center."""

    def __init__(
        self, context: Context, unit: UnitOfWork, new: NewBusinessCenter, person_id: str, password_hash: str
    ) -> None:
        self.context, self.unit, self.new = context, unit, new
        self.person_id, self.password_hash = person_id, password_hash
        self.log_in = _log_in(unit.session, unit.now, new)

    def run(self, *, is_example: bool) -> Actor:
        """Add all rows and the entry; return who is signed in now."""
        person = self.unit.session.get(Person, self.person_id) or self._new_person()
        if not has_email(person.email):
            person.email = self.new.email
        check_centers_of(self.unit, self.context.limits, self.person_id)
        center = self._center(is_example)
        member = Member(
            id=new_id(),
            business_center_id=center.id,
            person_id=person.id,
            role=BusinessCenterRole.ADMIN,
            finance_role=FinanceRole.MANAGER,
            status=MemberStatus.BOUND,
            joined_at=self.unit.now,
        )
        self.unit.session.add_all((person, center, member))
        self._authorise()
        self.unit.compare_and_set(LogIn, self.log_in.id, {"state": "approved"}, {"state": LogInState.USED.value})
        actor = Actor(person.id, person.name, person.email, center.id, center.name, member.role, member.finance_role)
        self._note(actor)
        return actor

    def _new_person(self) -> Person:
        return Person(
            id=self.person_id,
            email=self.new.email,
            name=self.new.person_name,
            password_hash=self.password_hash,
            tiktok_handle=self.log_in.handle,
            tiktok_account_id=self.log_in.account_id,
            created_at=self.unit.now,
        )

    def _center(self, is_example: bool) -> BusinessCenter:
        pair = SigningKey.generate()
        return BusinessCenter(
            id=new_id(),
            name=self.new.name,
            country=self.new.country,
            time_zone=self.new.time_zone,
            currency=self.new.currency,
            address=self.new.address,
            activity_description=self.new.activity_description,
            created_at=self.unit.now,
            created_by=self.person_id,
            public_key=pair.public_key,
            sealed_signing_key=_secrets.seal(self.context.keys.key, pair.seed),
            is_example=is_example,
        )

    def _authorise(self) -> None:
        """Let "TikTok for Business" into the account the person logged in with (A4-15, domain.md 1.7.3)."""
        account = self.unit.session.get(DirectoryAccount, self.log_in.account_id)
        if account is not None:
            app = ConnectedApp(
                id=secrets.token_hex(16),
                account_id=account.id,
                name="TikTok for Business",
                authorised_at=self.unit.now,
            )
            self.unit.session.add(app)

    def _note(self, actor: Actor) -> None:
        unit, center_id = self.unit, actor.business_center_id
        unit.record(
            center_id,
            EntryActor("person", actor.person_id, actor.name),
            ActivityAction.BUSINESS_CENTER_CREATED,
            "business_center",
            center_id,
            {"handle": self.log_in.handle or ""},
            object_name=actor.business_center_name,
        )
        unit.changed(ChangeKind.BUSINESS_CENTER, center_id)
        unit.changed(ChangeKind.PERSON, actor.person_id)
        unit.changed(ChangeKind.LOG_IN, self.log_in.id)


def _encoded(actor: Actor) -> dict[str, str | None]:
    return {
        "person_id": actor.person_id,
        "name": actor.name,
        "email": actor.email,
        "business_center_id": actor.business_center_id,
        "business_center_name": actor.business_center_name,
        "role": actor.role.value,
        "finance_role": None if actor.finance_role is None else actor.finance_role.value,
    }


def _decoded(stored: dict[str, str]) -> Actor:
    return Actor(
        stored["person_id"],
        stored["name"],
        stored["email"],
        stored["business_center_id"],
        stored["business_center_name"],
        BusinessCenterRole(stored["role"]),
        FinanceRole(stored["finance_role"]) if stored["finance_role"] else None,
    )
