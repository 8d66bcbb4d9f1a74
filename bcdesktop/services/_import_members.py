"""A table of members: whom each row invites or changes, by the rules of invitations and members."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, func, select

from bcdesktop.core import import_words as words
from bcdesktop.core.csv_files import CsvRow
from bcdesktop.core.errors import LimitReached
from bcdesktop.core.ids import parse_email
from bcdesktop.core.invitations import InvitationState
from bcdesktop.core.mails import MailText
from bcdesktop.core.roles import BusinessCenterRole, FinanceRole, MemberStatus
from bcdesktop.services import _commands, _invitations, _inviting, _member_changes
from bcdesktop.services._import_judging import Judged, judged, unknown_role
from bcdesktop.services.context import Context
from bcdesktop.services.import_errors import RowDoubled
from bcdesktop.services.import_records import ImportOutcome, ImportRow
from bcdesktop.services.people_errors import AlreadyInvited, LastAdmin
from bcdesktop.services.people_records import NewInvitation
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import Invitation, Member, Person
from bcdesktop.store.unit_of_work import UnitOfWork

Mails = Mapping[BusinessCenterRole, MailText]
"""The mail that invites into each role."""

_ADMIN, _STANDARD = BusinessCenterRole.ADMIN, BusinessCenterRole.STANDARD
_LIMITS = {_ADMIN: "admins_per_business_center", _STANDARD: "standard_members_per_business_center"}


@dataclass(frozen=True)
class MemberPlan:
    """What one row does: invites ``address``, or changes ``member_id``."""

    address: str
    name: str
    role: BusinessCenterRole
    finance_role: FinanceRole | None
    member_id: str | None = None
    before: BusinessCenterRole | None = None


Row = Judged[MemberPlan]


@dataclass(frozen=True)
class _Present:
    """A member who is there now."""

    id: str
    name: str
    role: BusinessCenterRole
    finance_role: FinanceRole | None


class MemberJudge:
    """Judges the rows of one table against the store as it is now."""

    def __init__(self, session: Session, context: Context, actor: Actor, now: datetime) -> None:
        self._session, self._limits, self._now = session, context.limits, now
        self._center = _commands.business_center(session, actor.business_center_id)
        self._members = self._read_members()
        self._invited = self._read_invited()
        self._seen: dict[str, int] = {}

    def judge(self, rows: Iterable[CsvRow | ImportRow]) -> list[Row]:
        """Return what each row does; first each by itself, then what they do together."""
        found = judged(rows, self._judge)
        self._refuse_not_invitable(found)
        self._refuse_without_room(found)
        self._refuse_last_admin(found)
        return found

    def _judge(self, row: Row) -> None:
        address = parse_email(row.cells["email"], "email")
        key = _invitations.folded(address)
        first = self._seen.setdefault(key, row.number)
        if first != row.number:
            raise RowDoubled(first)
        role, finance_role = self._roles(row)
        if words.says_gone(row.cells["state"]):
            # an exported list holds people who left: they are not asked back
            row.does(ImportOutcome.UNCHANGED)
            return
        present, invited = self._members.get(key), self._invited.get(key)
        if present is not None:
            self._judge_member(row, present, role, finance_role)
        elif invited is None:
            plan = MemberPlan(address, row.cells["name"], role or _STANDARD, finance_role)
            row.does(ImportOutcome.NEW, plan)
        elif invited == (role or invited[0], finance_role if self._has(row, "finance_role") else invited[1]):
            row.does(ImportOutcome.UNCHANGED)
        else:
            raise AlreadyInvited(address)

    def _judge_member(
        self, row: Row, present: _Present, role: BusinessCenterRole | None, finance_role: FinanceRole | None
    ) -> None:
        """An empty cell leaves a role as it is."""
        new_role = role or present.role
        new_finance = finance_role if self._has(row, "finance_role") else present.finance_role
        if (new_role, new_finance) == (present.role, present.finance_role):
            row.does(ImportOutcome.UNCHANGED)
            return
        plan = MemberPlan(row.cells["email"], present.name, new_role, new_finance, present.id, present.role)
        row.does(ImportOutcome.CHANGED, plan)

    @staticmethod
    def _has(row: Row, column: str) -> bool:
        return bool(row.cells[column])

    @staticmethod
    def _roles(row: Row) -> tuple[BusinessCenterRole | None, FinanceRole | None]:
        """Return both roles; None where a cell is empty. Raises RoleWordUnknown."""
        role_text, finance_text = row.cells["role"], row.cells["finance_role"]
        role, finance_role = words.member_role(role_text), words.finance_role(finance_text)
        if role is None and role_text:
            raise unknown_role("role", role_text)
        if finance_role is None and not words.says_none(finance_text):
            raise unknown_role("finance_role", finance_text)
        return role, finance_role

    def _refuse_not_invitable(self, rows: list[Row]) -> None:
        """Put the problems of ``invitations.invite`` to the rows that invite."""
        for role in BusinessCenterRole:
            new = [row for row in rows if row.outcome is ImportOutcome.NEW and row.plan and row.plan.role is role]
            addresses = [row.plan.address for row in new if row.plan]
            found = _invitations.problems(self._session, self._center, addresses, role, self._now)
            for row in new:
                problem = found.get(_invitations.folded(row.plan.address)) if row.plan else None
                if problem is not None:
                    row.refuse(problem)

    def _refuse_without_room(self, rows: list[Row]) -> None:
        """Count as the rows go down: who comes too late finds no room (decisions.md, Limits)."""
        for role in BusinessCenterRole:
            maximum: int = getattr(self._limits, _LIMITS[role])
            members = sum(member.role is role for member in self._members.values())
            invited = sum(one is role for one, _finance in self._invited.values())
            gone = sum(row.plan.before is role and row.plan.role is not role for row in rows if row.plan)
            free = maximum - members + gone
            for row in rows:
                if row.plan is None or row.plan.role is not role or row.plan.before is role:
                    continue
                free -= 1
                # an invitation also leaves room for those on their way, as one by hand does
                if free - (invited if row.plan.member_id is None else 0) < 0:
                    free += 1
                    row.refuse(LimitReached(_LIMITS[role], maximum, members))

    def _refuse_last_admin(self, rows: list[Row]) -> None:
        """Keep an admin: of those who would all be lowered, the last in the table stays (domain.md 6.1.11)."""
        changing = [row for row in rows if row.plan is not None and row.plan.member_id is not None]
        admins = sum(member.role is _ADMIN for member in self._members.values())
        admins += sum(_is(row, _STANDARD, _ADMIN) for row in changing)
        lowered = [row for row in changing if _is(row, _ADMIN, _STANDARD)]
        for row in reversed(lowered):
            if admins - len(lowered) >= 1:
                return
            lowered.remove(row)
            row.refuse(LastAdmin(row.plan.name if row.plan else ""))

    def _read_members(self) -> dict[str, _Present]:
        columns: tuple[Any, ...] = (func.lower(Person.email), Member.id, Person.name, Member.role, Member.finance_role)
        rows = (
            select(*columns)
            .join(Member, col(Member.person_id) == col(Person.id))
            .where(col(Member.business_center_id) == self._center.id, col(Member.status) == MemberStatus.BOUND)
        )
        return {email: _Present(*rest) for email, *rest in self._session.execute(rows)}

    def _read_invited(self) -> dict[str, tuple[BusinessCenterRole, FinanceRole | None]]:
        rows = select(func.lower(Invitation.email), Invitation.role, Invitation.finance_role).where(
            Invitation.business_center_id == self._center.id,
            Invitation.state == InvitationState.PENDING,
            Invitation.expires_at >= self._now,
        )
        return {email: (role, finance_role) for email, role, finance_role in self._session.execute(rows)}


def apply(unit: UnitOfWork, context: Context, actor: Actor, rows: Iterable[Row], mails: Mails) -> None:
    """Do what good rows say: change first, raising before lowering, then invite."""
    plans = [row.plan for row in rows if row.plan is not None]
    changes = [plan for plan in plans if plan.member_id is not None]
    for plan in sorted(changes, key=lambda plan: plan.role is not _ADMIN):
        member = unit.session.get_one(Member, plan.member_id)
        _member_changes.change_role(unit, context.limits, actor, member, plan.role, plan.finance_role)
    inviting = _inviting.Inviting(context, unit, actor)
    new = [plan for plan in plans if plan.member_id is None]
    for role, finance_role in dict.fromkeys((plan.role, plan.finance_role) for plan in new):
        group = [plan for plan in new if (plan.role, plan.finance_role) == (role, finance_role)]
        addresses = tuple(plan.address for plan in group)
        names = {plan.address: plan.name for plan in group}
        invitation = NewInvitation(addresses, role, finance_role, names=names)
        inviting.invite(addresses, invitation, mails[role])


def _is(row: Row, before: BusinessCenterRole, after: BusinessCenterRole) -> bool:
    return row.plan is not None and row.plan.before is before and row.plan.role is after
