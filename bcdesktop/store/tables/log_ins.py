"""Log-in codes: "Log in with TikTok" on the Business Center's side (decisions.md, Who is who)."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field

from bcdesktop.store.tables.base import Table, times


class LogIn(Table, table=True):
    """One log-in code and what came of it; ``state`` is pending, approved, declined or expired."""

    id: str = Field(primary_key=True)
    purpose: str
    computer_name: str
    issued_at: datetime = times()
    expires_at: datetime = times()
    code_text: str
    code_hash: bytes = Field(unique=True)
    state: str = "pending"
    account_id: str | None = None
    handle: str | None = None
    decided_at: datetime | None = times(nullable=True)
