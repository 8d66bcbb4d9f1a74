"""Column types: aware times in UTC and enumerations stored as their text, the same on SQLite and PostgreSQL."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import DateTime, String
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator


class TZDateTime(TypeDecorator[datetime]):
    """An aware time; stored in UTC, given back in UTC. Refuses a naive time with ValueError."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn ``value`` into UTC; SQLite keeps no zone, so it is left out there."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(value)
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the zone back."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class EnumText(TypeDecorator[StrEnum]):
    """A StrEnum stored as its value. Refuses, with ValueError, a value that is not one of the enumeration."""

    impl = String
    cache_ok = True

    def __init__(self, values: type[StrEnum]) -> None:
        super().__init__()
        self.values = values
        # asking the enumeration for a member of a text takes four times as long, which lists of thousands feel
        self._by_text = {member.value: member for member in values}

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Turn a member, or its text, into text."""
        return None if value is None else self.values(value).value

    def process_result_value(self, value: Any, dialect: Dialect) -> StrEnum | None:
        """Turn text into the member."""
        if value is None:
            return None
        return self._by_text.get(value) or self.values(value)
