"""Ending access: end dates, the proof of a revocation, receipts, and phones thrown out or let in.

Revision ID: 0004
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the new columns, then the new tables, those first that others refer to."""
    _columns()
    _end_receipt()
    _device_removal()
    _device_log_in()


def _needed(kind: Any, names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=False) for name in names.split()]


def _optional(kind: Any, names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=True) for name in names.split()]


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}_{target}"
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name, deferrable=True, initially="DEFERRED")


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def _columns() -> None:
    for table, column in (
        ("member_tiktok_account", sa.Column("ends_at", _TIME, nullable=True)),
        ("member_asset", sa.Column("ends_at", _TIME, nullable=True)),
        ("member_partner_share", sa.Column("ends_at", _TIME, nullable=True)),
        ("partnership", sa.Column("ends_at", _TIME, nullable=True)),
        ("tiktok_account_link", sa.Column("ended_by", sa.String, nullable=True)),
        ("tiktok_account_link", sa.Column("revocation_cose", sa.LargeBinary, nullable=True)),
    ):
        op.add_column(table, column)


def _end_receipt() -> None:
    op.create_table(
        "end_receipt",
        *_needed(sa.String, "id business_center_id way"),
        *_optional(sa.String, "reason"),
        *_needed(sa.String, "subject"),
        *_needed(_TIME, "at"),
        *_needed(sa.String, "by_name"),
        *_needed(sa.JSON, "effects"),
        _key("end_receipt", "id"),
        _reference("end_receipt", "business_center_id", "business_center"),
    )
    _index("end_receipt", "business_center_id")


def _device_removal() -> None:
    op.create_table(
        "device_removal",
        *_needed(sa.String, "id device_id asked_by_device code_hash"),
        *_needed(_TIME, "created_at expires_at"),
        *_needed(sa.Integer, "tries"),
        *_optional(_TIME, "used_at"),
        _key("device_removal", "id"),
        _reference("device_removal", "device_id", "directory_device"),
    )
    _index("device_removal", "device_id")


def _device_log_in() -> None:
    op.create_table(
        "device_log_in",
        *_needed(sa.String, "id account_id phone_name"),
        *_needed(sa.LargeBinary, "public_key"),
        *_needed(sa.String, "state"),
        *_needed(_TIME, "created_at expires_at"),
        *_optional(_TIME, "decided_at"),
        *_optional(sa.String, "decided_on"),
        _key("device_log_in", "id"),
        _reference("device_log_in", "account_id", "directory_account"),
    )
    _index("device_log_in", "account_id")
