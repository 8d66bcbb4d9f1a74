"""Members: who they are, their roles, and how they go (issue 3, point 2; domain.md 6.1)."""

from __future__ import annotations

from sqlmodel import Session, col, or_, select

from bcdesktop.core.ending import EndWay
from bcdesktop.core.errors import NotFound
from bcdesktop.core.policy import Action
from bcdesktop.core.roles import BusinessCenterRole, FinanceRole, MemberStatus
from bcdesktop.services import _commands, _member_changes, _member_losses, _member_rows, ending
from bcdesktop.services._rows import activity_row
from bcdesktop.services.context import Context
from bcdesktop.services.people_records import Losses, MemberRow, Members
from bcdesktop.services.records import ActivityRow, Actor
from bcdesktop.store.tables import ActivityEntry, GrantChange, Invitation, Member
from bcdesktop.store.unit_of_work import UnitOfWork


def list_all(context: Context, actor: Actor) -> Members:
    """Return members by name, then invitations that wait or were declined, then who left. Raises NotAllowed."""
    with _commands.reading(context, actor, Action.SEE_MEMBERS) as session:
        center = _commands.business_center(session, actor.business_center_id)
        return _member_rows.members_record(session, center, actor.person_id, context.clock.now(), context.limits)


def get(context: Context, actor: Actor, member_id: str) -> MemberRow:
    """Return one row of the list, a member's or an invitation's. Raises NotAllowed, NotFound."""
    with _commands.reading(context, actor, Action.SEE_MEMBERS) as session:
        return _row(session, context, actor, member_id)


def _row(session: Session, context: Context, actor: Actor, member_id: str) -> MemberRow:
    now = context.clock.now()
    row = _member_rows.member_row(session, actor.business_center_id, member_id, actor.person_id, now)
    if row is None:
        raise NotFound("member", member_id)
    return row


def activity_of(context: Context, actor: Actor, member_id: str, *, limit: int = 200) -> tuple[ActivityRow, ...]:
    """Return what a member did, and what was done to the member, the invitation and their access, newest first.

    Raises NotAllowed, NotFound.
    """
    with _commands.reading(context, actor, Action.READ_ACTIVITY_LOG) as session:
        member, invitation = session.get(Member, member_id), session.get(Invitation, member_id)
        row = member or invitation
        if row is None or row.business_center_id != actor.business_center_id:
            raise NotFound("member", member_id)
        grants = select(GrantChange.activity_seq).where(
            GrantChange.business_center_id == actor.business_center_id, GrantChange.holder_id == member_id
        )
        about = [col(ActivityEntry.object_id) == member_id]
        if member is not None:
            invited = select(Invitation.id).where(
                Invitation.business_center_id == member.business_center_id, Invitation.person_id == member.person_id
            )
            about += [
                col(ActivityEntry.object_id) == member.person_id,
                col(ActivityEntry.object_id).in_(invited),
                col(ActivityEntry.actor_id) == member.person_id,
                col(ActivityEntry.seq).in_(grants),
            ]
        rows = (
            select(ActivityEntry)
            .where(ActivityEntry.chain == actor.business_center_id, or_(*about))
            .order_by(col(ActivityEntry.seq).desc())
            .limit(limit)
        )
        return tuple(activity_row(entry) for entry in session.exec(rows))


def change_role(
    context: Context, actor: Actor, member_id: str, role: BusinessCenterRole, finance_role: FinanceRole | None
) -> MemberRow:
    """Give a member another role or finance role; nothing is written where both stay (domain.md 6.1.12).

    Raises NotAllowed, NotFound, LastAdmin, LimitReached.
    """

    def work(unit: UnitOfWork) -> None:
        member = _bound(unit, actor, member_id)
        _member_changes.change_role(unit, context.limits, actor, member, role, finance_role)

    _commands.run(context, actor, Action.CHANGE_MEMBER, work)
    with context.store.read() as session:
        # not asked again: whoever lowered themselves may not see the list any more
        return _row(session, context, actor, member_id)


def losses(context: Context, actor: Actor, member_id: str | None = None) -> Losses:
    """Return everything the member, or with None the actor, would lose. Raises NotAllowed, NotFound."""
    if member_id is None:
        with _commands.reading(context, actor, Action.LEAVE_BUSINESS_CENTER) as session:
            own = _commands.require(session, actor, Action.LEAVE_BUSINESS_CENTER)
            return _member_losses.losses_of(session, own, actor.person_id)
    with _commands.reading(context, actor, Action.REMOVE_MEMBER) as session:
        member = session.get(Member, member_id)
        if member is None or not _is_here(member, actor):
            raise NotFound("member", member_id)
        return _member_losses.losses_of(session, member, actor.person_id)


def remove(context: Context, actor: Actor, member_id: str) -> None:
    """End a membership with everything it gave; what the member linked stays with the Business Center (A2-04, A0-44).

    Raises NotAllowed, NotFound, LastAdmin.
    """
    ending.end(context, actor, EndWay.MEMBER, member_id)


def leave(context: Context, actor: Actor) -> None:
    """End one's own membership with everything it gave. Raises NotAllowed, LastAdmin."""
    with _commands.reading(context, actor, Action.LEAVE_BUSINESS_CENTER) as session:
        own = _commands.require(session, actor, Action.LEAVE_BUSINESS_CENTER).id
    ending.end(context, actor, EndWay.MEMBER, own)


def _is_here(member: Member, actor: Actor) -> bool:
    return member.business_center_id == actor.business_center_id and member.status is MemberStatus.BOUND


def _bound(unit: UnitOfWork, actor: Actor, member_id: str) -> Member:
    member = unit.session.get(Member, member_id)
    if member is None or not _is_here(member, actor):
        raise NotFound("member", member_id)
    return member
