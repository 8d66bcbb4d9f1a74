"""The base of all tables: one metadata with a naming convention, tables named as their class in snake case."""

from __future__ import annotations

import re
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String
from sqlalchemy.orm import declared_attr, registry
from sqlmodel import Field, SQLModel

from bcdesktop.store.tables.types import EnumText, TZDateTime

# Alembic's batch mode drops constraints without a name silently (security.md 4.11).
METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def table_name(class_name: str) -> str:
    """Return ``AccessRequest`` as ``access_request``; ``TikTok`` is one word."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", class_name.replace("TikTok", "Tiktok")).lower()


class Table(SQLModel, registry=registry(metadata=METADATA)):
    """Base of every table; rows never leave the services, which return frozen records instead."""

    @declared_attr.directive
    def __tablename__(cls) -> str:  # noqa: N805
        return table_name(cls.__name__)


def times(*, nullable: bool = False, index: bool = False) -> Any:
    """Return the field for a point in time, aware and in UTC."""
    column: Column[datetime] = Column(TZDateTime, nullable=nullable, index=index)
    return Field(default=None, sa_column=column) if nullable else Field(sa_column=column)


def choice(values: type[StrEnum], *, nullable: bool = False, index: bool = False) -> Any:
    """Return the field for one of ``values``, stored as its text."""
    column: Column[StrEnum] = Column(EnumText(values), nullable=nullable, index=index)
    return Field(default=None, sa_column=column) if nullable else Field(sa_column=column)


def refers_to(target: str, *, nullable: bool = False, index: bool = True, primary_key: bool = False) -> Any:
    """Return the field for the id of a row elsewhere, ``target`` as ``table.column``.

    Checked at the commit, not at the statement: the order in which a session writes unrelated tables is not fixed.
    """
    key = ForeignKey(target, deferrable=True, initially="DEFERRED")
    column: Column[str] = Column(String, key, nullable=nullable, index=index, primary_key=primary_key)
    return Field(default=None, sa_column=column) if nullable else Field(sa_column=column)


def version_column() -> Any:
    """Return the field that counts the changes of a row, for edit forms (security.md 4.6)."""
    return Field(default=1, sa_column=Column(Integer, nullable=False))


def counts_versions() -> Any:
    """Return the mapper arguments that make ``version`` the version counter of the row."""

    def mapper_args(cls: Any) -> dict[str, Any]:
        return {"version_id_col": cls.__table__.c.version}

    return declared_attr.directive(mapper_args)
