"""Business Centers: the agency's or business's own rows."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, Column
from sqlmodel import Field

from bcdesktop.core.roles import AppliesTo
from bcdesktop.store.tables.base import Table, counts_versions, refers_to, times, version_column
from bcdesktop.store.tables.types import EnumText


class BusinessCenter(Table, table=True):
    """One Business Center; ``sealed_signing_key`` is its Ed25519 seed under the store key (decisions, Who is who)."""

    __mapper_args__ = counts_versions()

    id: str = Field(primary_key=True)
    name: str
    country: str
    time_zone: str
    currency: str
    address: str
    activity_description: str
    created_at: datetime = times()
    created_by: str = refers_to("person.id")
    public_key: bytes
    sealed_signing_key: bytes
    qr_code_minutes: int = 10
    addressed_hours: int = 24
    allow_unverified_owners: bool = True
    is_example: bool = False
    version: int = version_column()
    two_step_for: AppliesTo = Field(
        default=AppliesTo.NOBODY, sa_column=Column(EnumText(AppliesTo), nullable=False, server_default="nobody")
    )
    allowed_domains: list[str] = Field(
        default_factory=list, sa_column=Column(JSON, nullable=False, server_default="[]")
    )
    domains_for: AppliesTo = Field(
        default=AppliesTo.NOBODY, sa_column=Column(EnumText(AppliesTo), nullable=False, server_default="nobody")
    )
