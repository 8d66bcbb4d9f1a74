"""What the store knows about itself: its id and keys, finished commands, the change feed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Integer
from sqlmodel import Field

from bcdesktop.store.tables.base import Table, times


class StoreMeta(Table, table=True):
    """One value: store_id, store_public_key, sealed_store_signing_key, high_water."""

    key: str = Field(primary_key=True)
    value: bytes


class CommandKey(Table, table=True):
    """The result of a finished command, so that it is not done twice (security.md 4.5)."""

    key: str = Field(primary_key=True)
    command: str = ""
    result: Any = Field(default=None, sa_column=Column(JSON, nullable=True))
    at: datetime = times()


class ChangeRow(Table, table=True):
    """One Change, for the other processes; ``origin`` is the Store that made it. ``seq`` is never used again."""

    __table_args__ = {"sqlite_autoincrement": True}

    seq: int | None = Field(default=None, sa_column=Column(Integer, primary_key=True, autoincrement=True))
    kind: str
    ids: list[str] = Field(sa_column=Column(JSON, nullable=False))
    at: datetime = times()
    origin: str
