"""Requests for access to a TikTok account, and every answer that ever arrived."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field

from bcdesktop.core.access_requests import FailReason, Kind, Method, RequestState
from bcdesktop.core.permissions import PermissionLevel
from bcdesktop.store.tables.base import Table, choice, counts_versions, refers_to, times, version_column


class AccessRequest(Table, table=True):
    """One request; ``id`` is the 16 bytes inside its code, in hex. State changes are compare-and-set."""

    __mapper_args__ = counts_versions()
    __table_args__ = (
        Index(None, "business_center_id", "state"),
        Index(None, "state", "expires_at"),
    )

    id: str = Field(primary_key=True)
    business_center_id: str = refers_to("business_center.id", index=False)
    requested_by: str = refers_to("person.id", index=False)
    method: Method = choice(Method)
    kind: Kind = choice(Kind)
    level: PermissionLevel = choice(PermissionLevel)
    scope: list[int] = Field(sa_column=Column(JSON, nullable=False))
    expected_handle: str | None = Field(default=None, index=True)
    expected_account_id: str | None = None
    purpose: str | None = None
    wanted_end: datetime | None = times(nullable=True)
    state: RequestState = choice(RequestState)
    fail_reason: FailReason | None = choice(FailReason, nullable=True)
    created_at: datetime = times()
    expires_at: datetime = times()
    scanned_at: datetime | None = times(nullable=True)
    scanned_handle: str | None = None
    decided_at: datetime | None = times(nullable=True)
    answered_account_id: str | None = None
    answered_handle: str | None = None
    decline_reason: str | None = None
    parent_id: str | None = refers_to("access_request.id", nullable=True, index=False)
    replaced_by: str | None = refers_to("access_request.id", nullable=True, index=False)
    cose: bytes
    code_text: str
    code_hash: bytes = Field(unique=True)
    version: int = version_column()


class RequestAnswer(Table, table=True):
    """One answer as it arrived, whatever came of it; ``outcome`` says what did."""

    id: str = Field(primary_key=True)
    request_id: str = refers_to("access_request.id")
    answer_hash: bytes = Field(unique=True)
    cose: bytes
    outcome: str
    arrived_at: datetime = times()
    signed_at: datetime = times()
    account_id: str | None = None
    handle: str | None = None
