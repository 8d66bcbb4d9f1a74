"""What people ask of the admins of their Business Center."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index
from sqlmodel import Field

from bcdesktop.core.admin_requests import AdminRequestState, AdminRequestSubject
from bcdesktop.store.tables.base import Table, choice, refers_to, times


class AdminRequest(Table, table=True):
    """One request; ``person_id`` is None where it came from somebody who could not sign in."""

    __table_args__ = (Index(None, "business_center_id", "state"),)

    id: str = Field(primary_key=True)
    business_center_id: str = refers_to("business_center.id", index=False)
    person_id: str | None = refers_to("person.id", nullable=True, index=False)
    asked_by_name: str
    asked_by_email: str
    subject: AdminRequestSubject = choice(AdminRequestSubject)
    action: str | None = None
    object_id: str | None = None
    object_name: str = ""
    text: str = ""
    state: AdminRequestState = choice(AdminRequestState)
    created_at: datetime = times()
    decided_at: datetime | None = times(nullable=True)
    decided_by: str | None = None
    answer: str = ""
