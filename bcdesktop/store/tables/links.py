"""Links: which Business Center may use which TikTok account, and the signed answer that says so."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, Column, Index, text
from sqlmodel import Field

from bcdesktop.core.access_requests import Kind, LinkState, OwnerTrust
from bcdesktop.core.permissions import PermissionLevel
from bcdesktop.store.tables.base import Table, choice, counts_versions, refers_to, times, version_column

_ACTIVE = text("state = 'active'")


class TikTokAccountLink(Table, table=True):
    """One link. At most one active link per Business Center and account, kept by a partial unique index."""

    __mapper_args__ = counts_versions()
    __table_args__ = (
        Index(
            "uq_tiktok_account_link_active",
            "business_center_id",
            "account_id",
            unique=True,
            # naming PostgreSQL here would load its dialect at every start; the migration has its condition
            sqlite_where=_ACTIVE,
        ),
        Index(None, "account_id", "state"),
        Index(None, "state", "ends_at"),
    )

    id: str = Field(primary_key=True)
    business_center_id: str = refers_to("business_center.id")
    # no reference to the directory: the account may live on another computer
    account_id: str
    handle: str
    display_name: str
    kind: Kind = choice(Kind)
    level: PermissionLevel = choice(PermissionLevel)
    scope: list[int] = Field(sa_column=Column(JSON, nullable=False))
    state: LinkState = choice(LinkState)
    request_id: str | None = refers_to("access_request.id", nullable=True)
    grant_id: bytes = Field(unique=True)
    owner_key: bytes
    owner_trust: OwnerTrust = choice(OwnerTrust)
    owner_sequence: int
    linked_at: datetime = times()
    ends_at: datetime | None = times(nullable=True)
    ended_at: datetime | None = times(nullable=True)
    end_reason: str | None = None
    ended_by: str | None = None
    # the owner's signed revocation, where there is one
    revocation_cose: bytes | None = None
    confirmed_at: datetime | None = times(nullable=True)
    needs_confirmation: bool = False
    request_cose: bytes
    answer_cose: bytes
    last_heard_at: datetime = times()
    version: int = version_column()
