"""Requests of a Business Center to the owner of an ad account."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, text
from sqlmodel import Field

from bcdesktop.core.ad_accounts import AdAccountRequestKind, AdAccountRequestState
from bcdesktop.core.roles import AssetRole
from bcdesktop.store.tables.base import Table, choice, counts_versions, refers_to, times, version_column

_PENDING = text("state = 'pending'")


class AdAccountRequest(Table, table=True):
    """One request for access, or for the account itself. At most one of a Business Center waits per ad account."""

    __mapper_args__ = counts_versions()
    __table_args__ = (
        Index(
            "uq_ad_account_request_pending",
            "business_center_id",
            "asset_id",
            unique=True,
            # naming PostgreSQL here would load its dialect at every start; the migration has its condition
            sqlite_where=_PENDING,
        ),
        Index(None, "asset_id", "state"),
    )

    id: str = Field(primary_key=True)
    business_center_id: str = refers_to("business_center.id")
    asset_id: str = refers_to("asset.id", index=False)
    kind: AdAccountRequestKind = choice(AdAccountRequestKind)
    role: AssetRole = choice(AssetRole)
    state: AdAccountRequestState = choice(AdAccountRequestState)
    note: str = ""
    requested_by: str
    requested_by_id: str = refers_to("person.id", index=False)
    created_at: datetime = times()
    expires_at: datetime = times()
    decided_at: datetime | None = times(nullable=True)
    decided_by: str | None = None
    decline_reason: str = ""
    version: int = version_column()
