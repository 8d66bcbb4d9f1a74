"""Mail the program would send, which inside one store its addressee can read (decisions.md, Who is who)."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field

from bcdesktop.store.tables.base import Table, refers_to, times


class Mail(Table, table=True):
    """One mail; ``attachment`` is the PNG of a code where there is one."""

    id: str = Field(primary_key=True)
    business_center_id: str | None = refers_to("business_center.id", nullable=True)
    to_address: str = Field(index=True)
    subject: str
    body: str
    attachment_name: str | None = None
    attachment: bytes | None = None
    created_at: datetime = times()
    read_at: datetime | None = times(nullable=True)
