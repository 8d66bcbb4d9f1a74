"""Rows of requests to the admins: their query, their words, their record, and who they are about."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, and_, col, func, or_, select
from sqlmodel.sql.expression import SelectOfScalar

from bcdesktop.core.admin_requests import AdminRequestState, AdminRequestSubject
from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import ValueTooLong
from bcdesktop.core.ids import parse_text
from bcdesktop.core.policy import Action
from bcdesktop.core.roles import MemberStatus
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.people_records import AdminRequestRow
from bcdesktop.services.records import Actor
from bcdesktop.store.activity import EntryActor
from bcdesktop.store.tables import AdminRequest, Member, Person
from bcdesktop.store.unit_of_work import UnitOfWork

ANSWERS_SHOWN_FOR = timedelta(days=14)
"""How long the asker finds an answer."""


def parse_words(context: Context, text: str, field: str) -> str:
    """Return free text of several lines in its one form. Raises HostileText, ValueTooLong at ``field``."""
    maximum = context.limits.admin_request_characters
    lines = [line.replace("\t", " ") for line in text.strip().splitlines()]
    clean = "\n".join(parse_text(line, field, maximum=max(maximum, len(line)), required=False) for line in lines)
    if len(clean) > maximum:
        raise ValueTooLong(field, maximum, len(clean))
    return clean


def open_of(business_center_id: str) -> SelectOfScalar[AdminRequest]:
    """Return the query for the open requests of members, and of people outside; not of those who have left since."""
    members = select(Member.person_id).where(
        Member.business_center_id == business_center_id, Member.status == MemberStatus.BOUND
    )
    return select(AdminRequest).where(
        AdminRequest.business_center_id == business_center_id,
        AdminRequest.state == AdminRequestState.OPEN,
        or_(col(AdminRequest.person_id).is_(None), col(AdminRequest.person_id).in_(members)),
    )


def own_of(actor: Actor, now: datetime) -> SelectOfScalar[AdminRequest]:
    """Return the query for what a person asked: what is open, and the answers of the last 14 days, newest first."""
    answered = col(AdminRequest.decided_at) >= now - ANSWERS_SHOWN_FOR
    return (
        select(AdminRequest)
        .where(
            AdminRequest.business_center_id == actor.business_center_id,
            AdminRequest.person_id == actor.person_id,
            or_(AdminRequest.state == AdminRequestState.OPEN, answered),
        )
        .order_by(col(AdminRequest.created_at).desc(), col(AdminRequest.id))
    )


@dataclass(frozen=True)
class Asked:
    """What is asked: the subject, what for, and about which object."""

    subject: AdminRequestSubject
    text: str
    action: Action | None = None
    object_id: str | None = None
    object_name: str = ""


def add(
    unit: UnitOfWork, actor: EntryActor, business_center_id: str, asked: Asked, *, person_id: str | None, email: str
) -> AdminRequest:
    """Add one open request, with its log entry."""
    row = AdminRequest(
        id=secrets.token_hex(16),
        business_center_id=business_center_id,
        person_id=person_id,
        asked_by_name=actor.name,
        asked_by_email=email,
        subject=asked.subject,
        action=None if asked.action is None else asked.action.value,
        object_id=asked.object_id,
        object_name=asked.object_name,
        text=asked.text,
        state=AdminRequestState.OPEN,
        created_at=unit.now,
    )
    unit.session.add(row)
    note(unit, actor, row, ActivityAction.ADMIN_ASKED)
    return row


def note(unit: UnitOfWork, actor: EntryActor, row: AdminRequest, action: ActivityAction) -> None:
    """Write the log entry and say that the request changed."""
    body: dict[str, object] = {
        "asks_for": row.subject,
        "asked_by": row.asked_by_name,
        "text": row.text,
        "answer": row.answer,
    }
    if row.person_id is None:
        body["from_outside"] = True
    name = row.object_name or row.asked_by_name
    unit.record(row.business_center_id, actor, action, "admin_request", row.id, body, object_name=name)
    unit.changed(ChangeKind.ADMIN_REQUEST, row.id)


def records(session: Session, query: SelectOfScalar[AdminRequest]) -> tuple[AdminRequestRow, ...]:
    """Return the requests of ``query`` as records."""
    rows = session.exec(query).all()
    by_person, by_email = _members(session, rows)
    return tuple(
        _record(row, by_person.get(row.person_id) if row.person_id else by_email.get(row.asked_by_email.lower()))
        for row in rows
    )


def _members(session: Session, found: Sequence[AdminRequest]) -> tuple[dict[str, str], dict[str, str]]:
    """Return member ids by person and by e-mail address, of those the requests come from."""
    if not found:
        return {}, {}
    people = {row.person_id for row in found if row.person_id}
    emails = {row.asked_by_email.lower() for row in found if row.person_id is None}
    members = (
        select(Member.id, Person.id, func.lower(Person.email))
        .join(Person, col(Person.id) == col(Member.person_id))
        .where(
            and_(Member.business_center_id == found[0].business_center_id, Member.status == MemberStatus.BOUND),
            or_(col(Person.id).in_(people), func.lower(Person.email).in_(emails)),
        )
    )
    triples = session.exec(members).all()
    return {person: member for member, person, _ in triples}, {email: member for member, _, email in triples}


def _record(row: AdminRequest, member_id: str | None) -> AdminRequestRow:
    return AdminRequestRow(
        id=row.id,
        subject=row.subject,
        action=row.action,
        object_id=row.object_id,
        object_name=row.object_name,
        text=row.text,
        asked_by_name=row.asked_by_name,
        asked_by_email=row.asked_by_email,
        member_id=member_id,
        is_from_outside=row.person_id is None,
        state=row.state,
        created_at=row.created_at,
        decided_at=row.decided_at,
        decided_by=row.decided_by or "",
        answer=row.answer,
    )
