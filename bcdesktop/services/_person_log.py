"""Entries about a person's own signing in: admins of every Business Center the person belongs to can read them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import select

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.roles import MemberStatus
from bcdesktop.services import _commands
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.store.activity import EntryActor
from bcdesktop.store.tables import Member, Person
from bcdesktop.store.unit_of_work import UnitOfWork


def record(
    context: Context,
    unit: UnitOfWork,
    person: Person,
    action: ActivityAction,
    body: Mapping[str, Any] | None = None,
    *,
    by: EntryActor | None = None,
) -> None:
    """Write the entry into the log of each Business Center of ``person``, and tell that the person changed.

    ``by`` is who did it; the person where it is not given.
    """
    who = by or EntryActor("person", person.id, person.name)
    rows = select(Member).where(Member.person_id == person.id, Member.status == MemberStatus.BOUND)
    for member in unit.session.exec(rows).all():
        unit.record(member.business_center_id, who, action, "person", person.id, body, object_name=person.name)
        _commands.sign_head(context, unit, member.business_center_id)
        unit.changed(ChangeKind.MEMBER, member.id)
    unit.changed(ChangeKind.PERSON, person.id)
