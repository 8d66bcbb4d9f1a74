"""People and partners: invitations, second step, kept sessions, partnerships, history of grants, Outbox.

Revision ID: 0002
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the new columns, then the new tables, those first that others refer to."""
    _columns()
    _recovery_code()
    _kept_session()
    _invitation()
    _partnership()
    _partner_share()
    _member_partner_share()
    _grant_change()
    _admin_request()
    _mail_server()


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


def _add(table: str, *columns: sa.Column[Any]) -> None:
    for column in columns:
        op.add_column(table, column)


def _preset(name: str, kind: Any, value: str) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False, server_default=value)


def _columns() -> None:
    _add(
        "person",
        *_optional(sa.LargeBinary, "two_step_sealed"),
        *_optional(_TIME, "two_step_since"),
        *_optional(sa.Integer, "two_step_last"),
        *_optional(sa.LargeBinary, "recovery_salt"),
    )
    _add("member", *_optional(_TIME, "left_at"))
    _add("member_tiktok_account", *_optional(_TIME, "given_at"), *_optional(sa.String, "given_by"))
    _add(
        "business_center",
        _preset("two_step_for", sa.String, "nobody"),
        _preset("allowed_domains", sa.JSON, "[]"),
        _preset("domains_for", sa.String, "nobody"),
    )
    _add(
        "mail",
        _preset("kind", sa.String, "code"),
        _preset("state", sa.String, "waiting"),
        _preset("from_name", sa.String, ""),
        *_optional(sa.String, "about_id"),
        *_optional(_TIME, "sent_at"),
        *_optional(sa.JSON, "failure"),
        _preset("tries", sa.Integer, "0"),
    )
    _index("mail", "business_center_id", "created_at")


def _recovery_code() -> None:
    op.create_table(
        "recovery_code",
        *_needed(sa.String, "id person_id"),
        *_needed(sa.LargeBinary, "code_hash"),
        *_optional(_TIME, "used_at"),
        _key("recovery_code", "id"),
        _reference("recovery_code", "person_id", "person"),
    )
    _index("recovery_code", "person_id")


def _kept_session() -> None:
    op.create_table(
        "kept_session",
        *_needed(sa.String, "id person_id business_center_id"),
        *_needed(sa.LargeBinary, "token_hash"),
        *_needed(sa.String, "computer_name"),
        *_needed(_TIME, "created_at last_seen_at"),
        *_optional(_TIME, "ended_at"),
        _key("kept_session", "id"),
        _reference("kept_session", "person_id", "person"),
        _reference("kept_session", "business_center_id", "business_center"),
        _unique("kept_session", "token_hash"),
    )
    _index("kept_session", "person_id")


def _invitation() -> None:
    op.create_table(
        "invitation",
        *_needed(sa.String, "id business_center_id email name role"),
        *_optional(sa.String, "finance_role"),
        *_needed(sa.String, "state"),
        *_needed(sa.JSON, "accounts"),
        *_needed(sa.LargeBinary, "code_hash"),
        *_needed(sa.String, "invited_by"),
        *_needed(_TIME, "created_at expires_at sent_at"),
        *_needed(sa.Integer, "times_sent"),
        *_optional(_TIME, "decided_at"),
        *_optional(sa.String, "decline_reason person_id"),
        *_needed(sa.Integer, "version"),
        _key("invitation", "id"),
        _reference("invitation", "business_center_id", "business_center"),
        _reference("invitation", "invited_by", "person"),
        _reference("invitation", "person_id", "person"),
        _unique("invitation", "code_hash"),
    )
    _index("invitation", "business_center_id", "state")
    op.create_index(
        "uq_invitation_pending",
        "invitation",
        ["business_center_id", sa.text("lower(email)")],
        unique=True,
        sqlite_where=sa.text("state = 'pending'"),
        postgresql_where=sa.text("state = 'pending'"),
    )


def _partnership() -> None:
    op.create_table(
        "partnership",
        *_needed(sa.String, "id owner_center_id owner_name partner_center_id partner_name state"),
        *_needed(sa.Boolean, "is_elsewhere"),
        *_needed(sa.String, "invited_by note"),
        *_needed(_TIME, "created_at"),
        *_optional(_TIME, "decided_at"),
        *_optional(sa.String, "decided_by decline_reason"),
        *_optional(_TIME, "ended_at"),
        *_optional(sa.String, "ended_by"),
        *_optional(sa.LargeBinary, "owner_key partner_key"),
        *_needed(sa.Integer, "sequence version"),
        _key("partnership", "id"),
    )
    _index("partnership", "partner_center_id", "state")
    op.create_index(
        "uq_partnership_open",
        "partnership",
        ["owner_center_id", "partner_center_id"],
        unique=True,
        sqlite_where=sa.text("state IN ('pending', 'active')"),
        postgresql_where=sa.text("state IN ('pending', 'active')"),
    )


def _partner_share() -> None:
    op.create_table(
        "partner_share",
        *_needed(sa.String, "id partnership_id"),
        *_optional(sa.String, "link_id"),
        *_needed(sa.String, "account_id handle display_name role"),
        *_needed(_TIME, "shared_at"),
        *_needed(sa.String, "shared_by"),
        _key("partner_share", "id"),
        _reference("partner_share", "partnership_id", "partnership"),
        _reference("partner_share", "link_id", "tiktok_account_link"),
        _unique("partner_share", "partnership_id", "account_id"),
    )
    _index("partner_share", "link_id")


def _member_partner_share() -> None:
    op.create_table(
        "member_partner_share",
        *_needed(sa.String, "id member_id share_id role"),
        *_needed(_TIME, "given_at"),
        *_needed(sa.String, "given_by"),
        _key("member_partner_share", "id"),
        _reference("member_partner_share", "member_id", "member"),
        _reference("member_partner_share", "share_id", "partner_share"),
        _unique("member_partner_share", "member_id", "share_id"),
    )
    _index("member_partner_share", "share_id")


def _grant_change() -> None:
    op.create_table(
        "grant_change",
        *_needed(sa.Integer, "seq"),
        *_needed(sa.String, "business_center_id asset_kind asset_id asset_name holder_kind holder_id holder_name"),
        *_optional(sa.String, "before after"),
        *_needed(_TIME, "at"),
        *_needed(sa.String, "by_name"),
        *_needed(sa.Integer, "activity_seq"),
        _key("grant_change", "seq"),
        sqlite_autoincrement=True,
    )
    _index("grant_change", "business_center_id", "asset_id")
    _index("grant_change", "business_center_id", "holder_id")


def _admin_request() -> None:
    op.create_table(
        "admin_request",
        *_needed(sa.String, "id business_center_id"),
        *_optional(sa.String, "person_id"),
        *_needed(sa.String, "asked_by_name asked_by_email subject"),
        *_optional(sa.String, "action object_id"),
        *_needed(sa.String, "object_name text state"),
        *_needed(_TIME, "created_at"),
        *_optional(_TIME, "decided_at"),
        *_optional(sa.String, "decided_by"),
        *_needed(sa.String, "answer"),
        _key("admin_request", "id"),
        _reference("admin_request", "business_center_id", "business_center"),
        _reference("admin_request", "person_id", "person"),
    )
    _index("admin_request", "business_center_id", "state")


def _mail_server() -> None:
    op.create_table(
        "mail_server",
        *_needed(sa.String, "business_center_id host"),
        *_needed(sa.Integer, "port"),
        *_needed(sa.String, "security login from_address from_name"),
        *_needed(sa.Integer, "version"),
        _key("mail_server", "business_center_id"),
        _reference("mail_server", "business_center_id", "business_center"),
    )
