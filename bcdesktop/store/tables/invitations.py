"""Invitations: people who were asked to join and are known by their e-mail address only (domain.md 1.2.2)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, Column, Index, func, text
from sqlmodel import Field

from bcdesktop.core.invitations import InvitationState
from bcdesktop.core.roles import BusinessCenterRole, FinanceRole
from bcdesktop.store.tables.base import Table, choice, counts_versions, refers_to, times, version_column


class Invitation(Table, table=True):
    """One invitation. ``accounts`` holds ``[link id, role]`` pairs that are given when it is accepted."""

    __mapper_args__ = counts_versions()
    __table_args__ = (Index(None, "business_center_id", "state"),)

    id: str = Field(primary_key=True)
    business_center_id: str = refers_to("business_center.id", index=False)
    email: str
    name: str = ""
    role: BusinessCenterRole = choice(BusinessCenterRole)
    finance_role: FinanceRole | None = choice(FinanceRole, nullable=True)
    state: InvitationState = choice(InvitationState)
    accounts: list[list[str]] = Field(sa_column=Column(JSON, nullable=False))
    code_hash: bytes = Field(unique=True)
    invited_by: str = refers_to("person.id", index=False)
    created_at: datetime = times()
    expires_at: datetime = times()
    sent_at: datetime = times()
    times_sent: int = 1
    decided_at: datetime | None = times(nullable=True)
    decline_reason: str | None = None
    person_id: str | None = refers_to("person.id", nullable=True, index=False)
    version: int = version_column()


_PENDING = text("state = 'pending'")
Index(
    "uq_invitation_pending",
    Invitation.__table__.c.business_center_id,  # type: ignore[attr-defined]
    func.lower(Invitation.__table__.c.email),  # type: ignore[attr-defined]
    unique=True,
    # naming PostgreSQL here would load its dialect at every start; the migration has its condition
    sqlite_where=_PENDING,
)
