"""Who may end a membership or a partnership, and what that plans (U7, U10, U11)."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bcdesktop.core.ending import EndWay
from bcdesktop.core.errors import NotFound
from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.core.policy import Action
from bcdesktop.core.roles import MemberStatus
from bcdesktop.services import _commands, _member_limits, _member_losses, _partner_log, _partner_rows
from bcdesktop.services._ending import people
from bcdesktop.services._ending.carrying import How
from bcdesktop.services._ending.engine import Planned
from bcdesktop.services._ending.plan import Plan
from bcdesktop.services._ending.ways_accounts import finish
from bcdesktop.services._partner_log import OPEN
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.ending_errors import AlreadyEnded
from bcdesktop.services.people_errors import PartnershipNotOpen
from bcdesktop.services.records import Actor
from bcdesktop.store.activity import EntryActor
from bcdesktop.store.tables import Member, Partnership
from bcdesktop.store.unit_of_work import UnitOfWork


def member(session: Session, actor: Actor, member_id: str, now: datetime) -> Planned:
    """A member is removed, or leaves: their own id. Raises NotAllowed, NotFound, AlreadyEnded, LastAdmin."""
    row = session.get(Member, member_id)
    leaves = row is not None and row.person_id == actor.person_id
    _commands.require(session, actor, Action.LEAVE_BUSINESS_CENTER if leaves else Action.REMOVE_MEMBER)
    if row is None or row.business_center_id != actor.business_center_id:
        raise NotFound("member", member_id)
    if row.status is not MemberStatus.BOUND:
        raise AlreadyEnded("member", member_id)
    _member_limits.keep_an_admin(session, row)
    plan = Plan(now)
    people.end_member(session, plan, member_id)
    ended = plan.members[member_id]
    lost = _member_losses.losses_of(session, row, actor.person_id)
    body = {
        "role": lost.role,
        "finance_role": lost.finance_role,
        "accounts": [f"{name}: {role}" for name, role in lost.accounts],
        "sessions": lost.sessions,
    }
    action = ActivityAction.MEMBER_LEFT if leaves else ActivityAction.MEMBER_REMOVED

    def log(unit: UnitOfWork, by: EntryActor) -> None:
        unit.record(ended.center_id, by, action, "member", ended.id, body, object_name=ended.name)

    return Planned(EndWay.MEMBER, plan, ended.name, ended.center_id, log)


def partnership(session: Session, actor: Actor, partnership_id: str, now: datetime) -> Planned:
    """A partnership ends, from either side; an invitation that waits from the inviting one only.

    Raises NotAllowed, NotFound, PartnershipNotOpen.
    """
    _commands.require(session, actor, Action.CHANGE_PARTNER)
    row = _partner_rows.own(session, actor.business_center_id, partnership_id)
    gives = row.owner_center_id == actor.business_center_id
    if row.state not in (OPEN if gives else (PartnershipState.ACTIVE,)):
        raise PartnershipNotOpen(row.state)
    plan = Plan(now)
    people.end_partnership(session, plan, row, actor.business_center_id)
    finish(session, plan)
    subject = plan.partnerships[row.id].other_name
    how = How(ended_by=f"{actor.name}, {actor.business_center_name}")

    def log(unit: UnitOfWork, by: EntryActor) -> None:
        note_partnership(unit, by, plan, partnership_id)

    return Planned(EndWay.PARTNERSHIP, plan, subject, actor.business_center_id, log, how)


def note_partnership(unit: UnitOfWork, by: EntryActor, plan: Plan, partnership_id: str) -> None:
    """Write the entry about a partnership that ended, with the names of what it shared."""
    handles = sorted(f"@{one.handle}" for one in plan.shares.values() if one.partnership_id == partnership_id)
    names = sorted(one.name for one in plan.reaches.values() if one.partnership_id == partnership_id)
    row = unit.session.get_one(Partnership, partnership_id)
    _partner_log.note(unit, by, row, ActivityAction.PARTNER_REMOVED, {"accounts": [*handles, *names]})
