"""Changing a member inside a unit of work: the role, and the log entry every change has."""

from __future__ import annotations

from collections.abc import Mapping

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import ChangedMeanwhile
from bcdesktop.core.limits import Limits
from bcdesktop.core.roles import BusinessCenterRole, FinanceRole, MemberStatus
from bcdesktop.services import _commands, _member_limits
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import Member, Person
from bcdesktop.store.unit_of_work import UnitOfWork


def change_role(
    unit: UnitOfWork,
    limits: Limits,
    actor: Actor,
    member: Member,
    role: BusinessCenterRole,
    finance_role: FinanceRole | None,
) -> None:
    """Give ``member`` both roles; nothing is written where they stay. Raises LastAdmin, LimitReached."""
    before = {"role": member.role, "finance_role": member.finance_role}
    after = {"role": role, "finance_role": finance_role}
    if before == after:
        return
    if role is not member.role:
        _member_limits.keep_an_admin(unit.session, member)
        _member_limits.check_room(unit, limits, member.business_center_id, role, 1, with_invited=False)
    if not unit.compare_and_set(Member, member.id, {**before, "status": MemberStatus.BOUND}, after):
        raise ChangedMeanwhile("member", member.id)
    note(unit, actor, member, ActivityAction.MEMBER_CHANGED, {"before": before, "after": after})


def note(unit: UnitOfWork, actor: Actor, member: Member, action: ActivityAction, body: Mapping[str, object]) -> None:
    """Write the log entry about ``member`` and say that they changed."""
    unit.record(
        member.business_center_id,
        _commands.entry_actor(actor),
        action,
        "member",
        member.id,
        body,
        object_name=unit.session.get_one(Person, member.person_id).name,
    )
    unit.changed(ChangeKind.MEMBER, member.id)
    unit.changed(ChangeKind.PERSON, member.person_id)
