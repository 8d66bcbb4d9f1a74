"""The history of grants: one row per change, with what was before and what is after (domain.md 13.9, 13.15)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Column, Index, Integer
from sqlmodel import Field

from bcdesktop.core.grants import AssetKind, HolderKind
from bcdesktop.store.tables.base import Table, choice, times


class GrantChange(Table, table=True):
    """One change; ``before`` and ``after`` are a role's text, None for no access. ``activity_seq`` is its log entry."""

    __table_args__ = (
        Index(None, "business_center_id", "asset_id"),
        Index(None, "business_center_id", "holder_id"),
        {"sqlite_autoincrement": True},
    )

    seq: int | None = Field(default=None, sa_column=Column(Integer, primary_key=True, autoincrement=True))
    business_center_id: str
    asset_kind: AssetKind = choice(AssetKind)
    asset_id: str
    asset_name: str
    holder_kind: HolderKind = choice(HolderKind)
    holder_id: str
    holder_name: str
    before: str | None = None
    after: str | None = None
    at: datetime = times()
    by_name: str
    activity_seq: int
