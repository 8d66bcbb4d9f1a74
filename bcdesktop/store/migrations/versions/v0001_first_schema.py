"""The first schema.

Revision ID: 0001
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)
_STAY = """
CREATE TRIGGER activity_entry_no_{name} BEFORE {event} ON activity_entry{when}
BEGIN SELECT RAISE(ABORT, 'activity entries stay as they are'); END
"""
_THERE = "\nWHEN EXISTS (SELECT 1 FROM activity_entry WHERE chain = NEW.chain AND seq = NEW.seq)"


def upgrade() -> None:
    """Make all tables, those first that others refer to."""
    _activity_entry()
    _activity_head()
    _change_row()
    _command_key()
    _log_in()
    _person()
    _store_meta()
    _business_center()
    _access_request()
    _directory_account()
    _mail()
    _member()
    _connected_app()
    _directory_device()
    _request_answer()
    _tiktok_account_link()
    _member_tiktok_account()


def _needed(kind: Any, names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=False) for name in names.split()]


def _optional(kind: Any, names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=True) for name in names.split()]


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=f"uq_{table}_{'_'.join(columns)}")


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}_{target}"
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name, deferrable=True, initially="DEFERRED")


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def _activity_entry() -> None:
    op.create_table(
        "activity_entry",
        *_needed(sa.String, "chain"),
        *_needed(sa.Integer, "seq"),
        *_needed(_TIME, "at"),
        *_needed(sa.String, "actor_kind actor_id actor_name action object_kind object_id object_name"),
        *_needed(sa.LargeBinary, "body previous_hash hash"),
        _key("activity_entry", "chain", "seq"),
    )
    _index("activity_entry", "chain", "object_id")
    op.execute(_STAY.format(name="update", event="UPDATE", when=""))
    op.execute(_STAY.format(name="delete", event="DELETE", when=""))
    op.execute(_STAY.format(name="replace", event="INSERT", when=_THERE))


def _activity_head() -> None:
    op.create_table(
        "activity_head",
        *_needed(sa.String, "chain"),
        *_needed(sa.Integer, "seq"),
        *_needed(sa.LargeBinary, "hash"),
        *_optional(sa.Integer, "signed_seq"),
        *_optional(sa.LargeBinary, "signature"),
        _key("activity_head", "chain"),
    )


def _change_row() -> None:
    op.create_table(
        "change_row",
        *_needed(sa.Integer, "seq"),
        *_needed(sa.String, "kind"),
        *_needed(sa.JSON, "ids"),
        *_needed(_TIME, "at"),
        *_needed(sa.String, "origin"),
        _key("change_row", "seq"),
        sqlite_autoincrement=True,
    )


def _command_key() -> None:
    op.create_table(
        "command_key",
        *_needed(sa.String, "key command"),
        *_optional(sa.JSON, "result"),
        *_needed(_TIME, "at"),
        _key("command_key", "key"),
    )


def _log_in() -> None:
    op.create_table(
        "log_in",
        *_needed(sa.String, "id purpose computer_name"),
        *_needed(_TIME, "issued_at expires_at"),
        *_needed(sa.String, "code_text"),
        *_needed(sa.LargeBinary, "code_hash"),
        *_needed(sa.String, "state"),
        *_optional(sa.String, "account_id handle"),
        *_optional(_TIME, "decided_at"),
        _key("log_in", "id"),
        _unique("log_in", "code_hash"),
    )


def _person() -> None:
    op.create_table(
        "person",
        *_needed(sa.String, "id email name password_hash"),
        *_optional(sa.String, "tiktok_handle tiktok_account_id"),
        *_needed(sa.Integer, "failed_sign_ins"),
        *_optional(_TIME, "failed_sign_in_at"),
        *_needed(_TIME, "created_at"),
        *_needed(sa.Integer, "version"),
        _key("person", "id"),
    )
    op.create_index("uq_person_email", "person", [sa.text("lower(email)")], unique=True)


def _store_meta() -> None:
    op.create_table(
        "store_meta",
        *_needed(sa.String, "key"),
        *_needed(sa.LargeBinary, "value"),
        _key("store_meta", "key"),
    )


def _business_center() -> None:
    op.create_table(
        "business_center",
        *_needed(sa.String, "id name country time_zone currency address activity_description"),
        *_needed(_TIME, "created_at"),
        *_needed(sa.String, "created_by"),
        *_needed(sa.LargeBinary, "public_key sealed_signing_key"),
        *_needed(sa.Integer, "qr_code_minutes addressed_hours"),
        *_needed(sa.Boolean, "allow_unverified_owners is_example"),
        *_needed(sa.Integer, "version"),
        _key("business_center", "id"),
        _reference("business_center", "created_by", "person"),
    )
    _index("business_center", "created_by")


def _access_request() -> None:
    op.create_table(
        "access_request",
        *_needed(sa.String, "id business_center_id requested_by method kind level"),
        *_needed(sa.JSON, "scope"),
        *_optional(sa.String, "expected_handle expected_account_id purpose"),
        *_optional(_TIME, "wanted_end"),
        *_needed(sa.String, "state"),
        *_optional(sa.String, "fail_reason"),
        *_needed(_TIME, "created_at expires_at"),
        *_optional(_TIME, "scanned_at"),
        *_optional(sa.String, "scanned_handle"),
        *_optional(_TIME, "decided_at"),
        *_optional(sa.String, "answered_account_id answered_handle decline_reason parent_id replaced_by"),
        *_needed(sa.LargeBinary, "cose"),
        *_needed(sa.String, "code_text"),
        *_needed(sa.LargeBinary, "code_hash"),
        *_needed(sa.Integer, "version"),
        _key("access_request", "id"),
        _reference("access_request", "business_center_id", "business_center"),
        _reference("access_request", "parent_id", "access_request"),
        _reference("access_request", "replaced_by", "access_request"),
        _reference("access_request", "requested_by", "person"),
        _unique("access_request", "code_hash"),
    )
    _index("access_request", "business_center_id", "state")
    _index("access_request", "expected_handle")
    _index("access_request", "state", "expires_at")


def _directory_account() -> None:
    op.create_table(
        "directory_account",
        *_needed(sa.String, "id handle display_name kind email"),
        *_needed(sa.Integer, "followers posts"),
        *_needed(sa.Boolean, "is_public is_political is_business scope_available"),
        *_needed(sa.String, "password_hash"),
        *_needed(sa.Boolean, "two_step"),
        *_optional(sa.String, "claimed_by"),
        *_needed(_TIME, "created_at"),
        _key("directory_account", "id"),
        _reference("directory_account", "claimed_by", "business_center"),
        _unique("directory_account", "handle"),
    )
    _index("directory_account", "claimed_by")


def _mail() -> None:
    op.create_table(
        "mail",
        *_needed(sa.String, "id"),
        *_optional(sa.String, "business_center_id"),
        *_needed(sa.String, "to_address subject body"),
        *_optional(sa.String, "attachment_name"),
        *_optional(sa.LargeBinary, "attachment"),
        *_needed(_TIME, "created_at"),
        *_optional(_TIME, "read_at"),
        _key("mail", "id"),
        _reference("mail", "business_center_id", "business_center"),
    )
    _index("mail", "business_center_id")
    _index("mail", "to_address")


def _member() -> None:
    op.create_table(
        "member",
        *_needed(sa.String, "id business_center_id person_id role"),
        *_optional(sa.String, "finance_role"),
        *_needed(sa.String, "status"),
        *_needed(_TIME, "joined_at"),
        _key("member", "id"),
        _reference("member", "business_center_id", "business_center"),
        _reference("member", "person_id", "person"),
        _unique("member", "business_center_id", "person_id"),
    )
    _index("member", "person_id")


def _connected_app() -> None:
    op.create_table(
        "connected_app",
        *_needed(sa.String, "id account_id name"),
        *_optional(sa.String, "business_center_id"),
        *_needed(_TIME, "authorised_at"),
        *_optional(_TIME, "removed_at"),
        _key("connected_app", "id"),
        _reference("connected_app", "account_id", "directory_account"),
        _reference("connected_app", "business_center_id", "business_center"),
    )
    _index("connected_app", "account_id")
    _index("connected_app", "business_center_id")


def _directory_device() -> None:
    op.create_table(
        "directory_device",
        *_needed(sa.String, "id account_id phone_name"),
        *_needed(sa.LargeBinary, "public_key kid"),
        *_needed(_TIME, "logged_in_at last_seen_at"),
        *_optional(_TIME, "logged_out_at"),
        _key("directory_device", "id"),
        _reference("directory_device", "account_id", "directory_account"),
    )
    _index("directory_device", "account_id")
    _index("directory_device", "kid")


def _request_answer() -> None:
    op.create_table(
        "request_answer",
        *_needed(sa.String, "id request_id"),
        *_needed(sa.LargeBinary, "answer_hash cose"),
        *_needed(sa.String, "outcome"),
        *_needed(_TIME, "arrived_at signed_at"),
        *_optional(sa.String, "account_id handle"),
        _key("request_answer", "id"),
        _reference("request_answer", "request_id", "access_request"),
        _unique("request_answer", "answer_hash"),
    )
    _index("request_answer", "request_id")


def _tiktok_account_link() -> None:
    op.create_table(
        "tiktok_account_link",
        *_needed(sa.String, "id business_center_id account_id handle display_name kind level"),
        *_needed(sa.JSON, "scope"),
        *_needed(sa.String, "state"),
        *_optional(sa.String, "request_id"),
        *_needed(sa.LargeBinary, "grant_id owner_key"),
        *_needed(sa.String, "owner_trust"),
        *_needed(sa.Integer, "owner_sequence"),
        *_needed(_TIME, "linked_at"),
        *_optional(_TIME, "ends_at ended_at"),
        *_optional(sa.String, "end_reason"),
        *_optional(_TIME, "confirmed_at"),
        *_needed(sa.Boolean, "needs_confirmation"),
        *_needed(sa.LargeBinary, "request_cose answer_cose"),
        *_needed(_TIME, "last_heard_at"),
        *_needed(sa.Integer, "version"),
        _key("tiktok_account_link", "id"),
        _reference("tiktok_account_link", "business_center_id", "business_center"),
        _reference("tiktok_account_link", "request_id", "access_request"),
        _unique("tiktok_account_link", "grant_id"),
    )
    _index("tiktok_account_link", "account_id", "state")
    _index("tiktok_account_link", "business_center_id")
    _index("tiktok_account_link", "request_id")
    _index("tiktok_account_link", "state", "ends_at")
    op.create_index(
        "uq_tiktok_account_link_active",
        "tiktok_account_link",
        ["business_center_id", "account_id"],
        unique=True,
        sqlite_where=sa.text("state = 'active'"),
        postgresql_where=sa.text("state = 'active'"),
    )


def _member_tiktok_account() -> None:
    op.create_table(
        "member_tiktok_account",
        *_needed(sa.String, "id member_id link_id role"),
        _key("member_tiktok_account", "id"),
        _reference("member_tiktok_account", "link_id", "tiktok_account_link"),
        _reference("member_tiktok_account", "member_id", "member"),
        _unique("member_tiktok_account", "member_id", "link_id"),
    )
    _index("member_tiktok_account", "link_id")
