"""Accepting an invitation: the person, the membership and the accounts in one transaction (domain.md 6.1.4)."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from sqlmodel import select

from bcdesktop.core.business_centers import PERSON_NAME_CHARACTERS
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import ChangedMeanwhile
from bcdesktop.core.ids import new_id, parse_text
from bcdesktop.core.invitations import InvitationState
from bcdesktop.core.people import check_password
from bcdesktop.core.roles import MemberStatus
from bcdesktop.services import _commands, _invitations, _member_limits, _second_step, _secrets
from bcdesktop.services._grants import GrantBook
from bcdesktop.services._invited_accounts import InvitedAccount, accounts_there
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.people_errors import AlreadyMember
from bcdesktop.services.records import Actor
from bcdesktop.store.activity import EntryActor
from bcdesktop.store.tables import Invitation, Member, Person
from bcdesktop.store.unit_of_work import UnitOfWork
from bcdesktop.vault.errors import SecretPlaceLocked, SecretPlaceReadOnly


@dataclass(frozen=True)
class _Who:
    """Who accepts: a new person with ``password_hash``, or with "" the one there is. ``tiktok``: account id, handle."""

    person_id: str
    name: str
    password_hash: str
    tiktok: tuple[str, str] | None


def accept(
    context: Context,
    code_text: str,
    name: str,
    password: str,
    *,
    second_step: str | None = None,
    tiktok: tuple[str, str] | None = None,
) -> Actor:
    """See ``invitations.accept``; ``tiktok`` (account id, handle) is tied to a person who has none."""
    with context.store.read() as session:
        invitation = _invitations.by_code(session, context.store.id, code_text)
        _invitations.check_open(session, invitation, context.clock.now())
        known = _invitations.person_with(session, invitation.email)
    # checked outside of any transaction: hashing takes a while
    if known is None:
        clean = parse_text(name, "name", maximum=PERSON_NAME_CHARACTERS)
        who = _Who(new_id(), clean, _secrets.hasher(context).hash(check_password(password)), tiktok)
    else:
        # a code alone takes over nobody: a known address needs what its person signs in with
        who = _Who(_second_step.sign_in(context, known.email, password, second_step), known.name, "", tiktok)

    def work(unit: UnitOfWork) -> Actor:
        found = _invitations.by_code(unit.session, context.store.id, code_text)
        return _Accepting(context, unit, found, who).run()

    actor = context.store.run(work)
    _keep_key(context, actor.person_id, password)
    return actor


def _keep_key(context: Context, person_id: str, password: str) -> None:
    """Keep the store key for the person where this process has it; else the recovery text is asked for at sign-in."""
    if context.keys.is_unlocked:
        with suppress(SecretPlaceLocked, SecretPlaceReadOnly):
            _secrets.keep_store_key(context, person_id, password)


class _Accepting:
    """The rows of one acceptance."""

    def __init__(self, context: Context, unit: UnitOfWork, invitation: Invitation, who: _Who) -> None:
        self.context, self.unit, self.invitation, self.who = context, unit, invitation, who

    def run(self) -> Actor:
        """Make the person a member and return who is signed in now."""
        unit, invitation = self.unit, self.invitation
        _invitations.check_open(unit.session, invitation, unit.now)
        person = self._person()
        member = self._member(person)
        accepted = {"state": InvitationState.ACCEPTED, "decided_at": unit.now, "person_id": person.id}
        expected = {"state": InvitationState.PENDING, "code_hash": invitation.code_hash}
        if not unit.compare_and_set(Invitation, invitation.id, expected, accepted):
            raise ChangedMeanwhile("invitation", invitation.id)
        actor = self._actor(person, member)
        given = self._give(actor, member)
        self._note(actor, member, given)
        _commands.sign_head(self.context, unit, member.business_center_id)
        return actor

    def _person(self) -> Person:
        session = self.unit.session
        person = _invitations.person_with(session, self.invitation.email)
        if person is None and self.who.password_hash:
            person = Person(
                id=self.who.person_id,
                email=self.invitation.email,
                name=self.who.name,
                password_hash=self.who.password_hash,
                created_at=self.unit.now,
            )
        elif person is None or person.id != self.who.person_id:
            # somebody took the address since the password was looked at
            raise ChangedMeanwhile("person", self.invitation.email)
        if self.who.tiktok is not None and person.tiktok_account_id is None and self._is_free(self.who.tiktok[0]):
            person.tiktok_account_id, person.tiktok_handle = self.who.tiktok
        session.add(person)
        return person

    def _is_free(self, account_id: str) -> bool:
        rows = select(Person.id).where(Person.tiktok_account_id == account_id)
        return self.unit.session.exec(rows).first() is None

    def _member(self, person: Person) -> Member:
        """Return the member's row; somebody who comes back has theirs again, without what it gave before."""
        unit, invitation, limits = self.unit, self.invitation, self.context.limits
        center_id = invitation.business_center_id
        rows = select(Member).where(Member.business_center_id == center_id, Member.person_id == person.id)
        member = unit.session.exec(rows).first()
        if member is not None and member.status is MemberStatus.BOUND:
            raise AlreadyMember(person.email)
        _member_limits.check_centers_of(unit, limits, person.id)
        _member_limits.check_room(unit, limits, center_id, invitation.role, 1, with_invited=False)
        if member is None:
            member = Member(id=new_id(), business_center_id=center_id, person_id=person.id)
        member.role, member.finance_role = invitation.role, invitation.finance_role
        member.status, member.joined_at, member.left_at = MemberStatus.BOUND, unit.now, None
        unit.session.add(member)
        return member

    def _actor(self, person: Person, member: Member) -> Actor:
        center = _commands.business_center(self.unit.session, member.business_center_id)
        return Actor(person.id, person.name, person.email, center.id, center.name, member.role, member.finance_role)

    def _give(self, actor: Actor, member: Member) -> tuple[InvitedAccount, ...]:
        """Give the accounts that are still there, in the name of whoever invited."""
        inviter = self.unit.session.get_one(Person, self.invitation.invited_by)
        book = GrantBook(self.unit, EntryActor("person", inviter.id, inviter.name))
        accounts = accounts_there(self.unit.session, self.invitation, self.unit.now)
        self.unit.session.flush()
        for account in accounts:
            book.set_member(member, actor.name, account.asset, account.role)
        book.close()
        return accounts

    def _note(self, actor: Actor, member: Member, given: tuple[InvitedAccount, ...]) -> None:
        unit, invitation = self.unit, self.invitation
        unit.record(
            invitation.business_center_id,
            _commands.entry_actor(actor),
            ActivityAction.INVITATION_ACCEPTED,
            "invitation",
            invitation.id,
            {
                "email": invitation.email,
                "role": member.role,
                "finance_role": member.finance_role,
                "accounts": [f"{account.asset.name}: {account.role}" for account in given],
                "accounts_gone": len(invitation.accounts) - len(given),
            },
            object_name=actor.name,
        )
        unit.changed(ChangeKind.MEMBER, invitation.id, member.id)
        unit.changed(ChangeKind.PERSON, actor.person_id)
