"""The mails of a Business Center as the Outbox shows them, without their attachments."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session, and_, col, func, or_, select

from bcdesktop.core.access_requests import RequestState
from bcdesktop.core.errors import AppError
from bcdesktop.core.invitations import InvitationState
from bcdesktop.core.mails import MailKind, MailState
from bcdesktop.services.mail_records import OutboxRow
from bcdesktop.services.people_errors import (
    MailLoginRefused,
    MailMaybeSent,
    MailRefused,
    MailServerNotSecure,
    MailServerUnreachable,
)
from bcdesktop.store.tables import AccessRequest, Invitation, Mail

GIVEN_UP = timedelta(minutes=5)
"""A mail that is being sent for so long is not any more: the program that did it has ended."""

_FAILURES: dict[str, type[AppError]] = {
    cls.code: cls for cls in (MailServerUnreachable, MailServerNotSecure, MailLoginRefused, MailRefused, MailMaybeSent)
}
_MAIL = Mail.__table__.c  # type: ignore[attr-defined]
_COLUMNS = (
    *(_MAIL[name] for name in ("id", "kind", "to_address", "subject", "body", "attachment_name", "state")),
    *(_MAIL[name] for name in ("created_at", "sent_at", "tries", "failure", "about_id", "read_at")),
    col(AccessRequest.state).label("request_state"),
    col(AccessRequest.expires_at).label("request_expires_at"),
    col(Invitation.state).label("invitation_state"),
    col(Invitation.expires_at).label("invitation_expires_at"),
    col(Invitation.sent_at).label("invitation_sent_at"),
)
_ABOUT_REQUEST = and_(_MAIL.kind == MailKind.CODE, _MAIL.about_id == col(AccessRequest.id))
_ABOUT_INVITATION = and_(_MAIL.kind == MailKind.INVITATION, _MAIL.about_id == col(Invitation.id))


def outbox_rows(
    session: Session, business_center_id: str, now: datetime, *, mail_id: str | None = None
) -> tuple[OutboxRow, ...]:
    """Return the mails, newest first; only the one with ``mail_id`` where it is given."""
    query = (
        select(*_COLUMNS)
        .outerjoin(AccessRequest, _ABOUT_REQUEST)
        .outerjoin(Invitation, _ABOUT_INVITATION)
        .where(_MAIL.business_center_id == business_center_id)
        .order_by(_MAIL.created_at.desc(), _MAIL.id)
    )
    if mail_id is not None:
        query = query.where(_MAIL.id == mail_id)
    return tuple(_row(found, now) for found in session.exec(query))


def count_waiting(session: Session, business_center_id: str, now: datetime, *, failed_only: bool = False) -> int:
    """Return how many rows have ``waits``, without reading them: the window asks after every change.

    ``failed_only`` counts those that could not be sent.
    """
    request, invitation = AccessRequest.__table__.c, Invitation.__table__.c  # type: ignore[attr-defined]
    states = (MailState.FAILED,) if failed_only else (MailState.WAITING, MailState.FAILED)
    was_not_sent = or_(
        _MAIL.state.in_(states),
        and_(_MAIL.state == MailState.SENDING, _MAIL.sent_at <= now - GIVEN_UP),
    )
    request_is_open = and_(request.state == RequestState.PENDING, request.expires_at >= now)
    invitation_is_open = and_(
        invitation.state == InvitationState.PENDING,
        invitation.expires_at >= now,
        invitation.sent_at <= _MAIL.created_at,
    )
    query = (
        select(func.count())
        .select_from(Mail)
        .outerjoin(AccessRequest, _ABOUT_REQUEST)
        .outerjoin(Invitation, _ABOUT_INVITATION)
        .where(_MAIL.business_center_id == business_center_id, _MAIL.read_at.is_(None), was_not_sent)
        .where(or_(request.id.is_(None), request_is_open), or_(invitation.id.is_(None), invitation_is_open))
    )
    return session.exec(query).one()


def failure_body(error: AppError) -> dict[str, Any]:
    """Return ``error`` as the row of a mail keeps it."""
    return {"code": error.code, "params": error.params()}


def _failure(body: dict[str, Any] | None) -> AppError | None:
    cls = _FAILURES.get((body or {}).get("code", ""))
    return None if body is None or cls is None else cls(**body["params"])


def _row(found: Any, now: datetime) -> OutboxRow:
    state = found.state
    if state is MailState.SENDING and found.sent_at + GIVEN_UP <= now:
        state = MailState.FAILED
    return OutboxRow(
        id=found.id,
        kind=found.kind,
        to_address=found.to_address,
        subject=found.subject,
        body=found.body,
        has_attachment=found.attachment_name is not None,
        state=state,
        created_at=found.created_at,
        sent_at=found.sent_at,
        tries=found.tries,
        failure=_failure(found.failure) if state is MailState.FAILED else None,
        about_id=found.about_id,
        read_in_store=found.read_at is not None,
        is_outdated=_is_outdated(found, now),
    )


def _is_outdated(found: Any, now: datetime) -> bool:
    if found.request_state is not None:
        return bool(found.request_state is not RequestState.PENDING or found.request_expires_at < now)
    if found.invitation_state is not None:
        is_open = found.invitation_state is InvitationState.PENDING and found.invitation_expires_at >= now
        # sent again since: the code of this mail is not taken any more
        return not is_open or bool(found.created_at < found.invitation_sent_at)
    return False
