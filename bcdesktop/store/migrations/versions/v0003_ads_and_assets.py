"""Ad accounts, catalogs, pixels, audiences, what is linked to what, billing, ads and imported numbers.

Revision ID: 0003
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the new tables, those first that others refer to."""
    _payment_method()
    _asset()
    _ad_account_request()
    _ad_account()
    _catalog()
    _pixel()
    _audience()
    _asset_access()
    _member_asset()
    _ad_link()
    _asset_link()
    _campaign()
    _person_link()
    _ad()
    _directory_post()
    _report_import()
    _report_row()


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


def _unique_where(name: str, table: str, columns: list[str], condition: str) -> None:
    where = sa.text(condition)
    op.create_index(name, table, columns, unique=True, sqlite_where=where, postgresql_where=where)


def _payment_method() -> None:
    op.create_table(
        "payment_method",
        *_needed(sa.String, "id business_center_id label kind last_four"),
        *_needed(_TIME, "created_at"),
        *_needed(sa.String, "created_by"),
        *_optional(_TIME, "removed_at"),
        *_optional(sa.String, "removed_by"),
        *_needed(sa.Integer, "version"),
        _key("payment_method", "id"),
        _reference("payment_method", "business_center_id", "business_center"),
    )
    _index("payment_method", "business_center_id")


def _asset() -> None:
    op.create_table(
        "asset",
        *_needed(sa.String, "id kind number name"),
        *_optional(sa.String, "owner_center_id owner_person_id"),
        *_needed(_TIME, "created_at"),
        *_needed(sa.String, "created_by"),
        *_optional(_TIME, "ended_at"),
        *_optional(sa.String, "ended_by"),
        *_needed(sa.Integer, "version"),
        _key("asset", "id"),
        _reference("asset", "owner_center_id", "business_center"),
        _reference("asset", "owner_person_id", "person"),
        _unique("asset", "number"),
    )
    _index("asset", "owner_center_id", "kind")
    _index("asset", "owner_person_id")


def _ad_account_request() -> None:
    op.create_table(
        "ad_account_request",
        *_needed(sa.String, "id business_center_id asset_id kind role state note requested_by requested_by_id"),
        *_needed(_TIME, "created_at expires_at"),
        *_optional(_TIME, "decided_at"),
        *_optional(sa.String, "decided_by"),
        *_needed(sa.String, "decline_reason"),
        *_needed(sa.Integer, "version"),
        _key("ad_account_request", "id"),
        _reference("ad_account_request", "business_center_id", "business_center"),
        _reference("ad_account_request", "asset_id", "asset"),
        _reference("ad_account_request", "requested_by_id", "person"),
    )
    _index("ad_account_request", "asset_id", "state")
    _index("ad_account_request", "business_center_id")
    _unique_where(
        "uq_ad_account_request_pending", "ad_account_request", ["business_center_id", "asset_id"], "state = 'pending'"
    )


def _ad_account() -> None:
    op.create_table(
        "ad_account",
        *_needed(sa.String, "asset_id status company country currency time_zone industry promotion_link review_note"),
        *_optional(_TIME, "decided_at"),
        *_optional(sa.String, "decided_by payment_method_id"),
        _key("ad_account", "asset_id"),
        _reference("ad_account", "asset_id", "asset"),
        _reference("ad_account", "payment_method_id", "payment_method"),
    )
    _index("ad_account", "payment_method_id")


def _catalog() -> None:
    op.create_table(
        "catalog",
        *_needed(sa.String, "asset_id catalog_kind country currency"),
        *_optional(sa.String, "source_link_id"),
        _key("catalog", "asset_id"),
        _reference("catalog", "asset_id", "asset"),
        _reference("catalog", "source_link_id", "tiktok_account_link"),
    )
    _index("catalog", "source_link_id")


def _pixel() -> None:
    op.create_table(
        "pixel",
        *_needed(sa.String, "asset_id website"),
        *_optional(sa.String, "source_link_id"),
        _key("pixel", "asset_id"),
        _reference("pixel", "asset_id", "asset"),
        _reference("pixel", "source_link_id", "tiktok_account_link"),
    )
    _index("pixel", "source_link_id")


def _audience() -> None:
    op.create_table(
        "audience",
        *_needed(sa.String, "asset_id audience_kind description"),
        *_optional(sa.String, "source_asset_id source_link_id"),
        _key("audience", "asset_id"),
        _reference("audience", "asset_id", "asset"),
        _reference("audience", "source_asset_id", "asset"),
        _reference("audience", "source_link_id", "tiktok_account_link"),
    )
    _index("audience", "source_asset_id")
    _index("audience", "source_link_id")


def _asset_access() -> None:
    op.create_table(
        "asset_access",
        *_needed(sa.String, "id business_center_id asset_id relation role"),
        *_optional(sa.String, "partnership_id request_id"),
        *_needed(_TIME, "since"),
        *_needed(sa.String, "given_by"),
        _key("asset_access", "id"),
        _reference("asset_access", "business_center_id", "business_center"),
        _reference("asset_access", "asset_id", "asset"),
        _reference("asset_access", "partnership_id", "partnership"),
        _reference("asset_access", "request_id", "ad_account_request"),
        _unique("asset_access", "business_center_id", "asset_id"),
    )
    _index("asset_access", "asset_id")
    _index("asset_access", "partnership_id")
    _index("asset_access", "request_id")


def _member_asset() -> None:
    op.create_table(
        "member_asset",
        *_needed(sa.String, "id member_id asset_id role"),
        *_needed(sa.Boolean, "hides_numbers"),
        *_needed(_TIME, "given_at"),
        *_needed(sa.String, "given_by"),
        _key("member_asset", "id"),
        _reference("member_asset", "member_id", "member"),
        _reference("member_asset", "asset_id", "asset"),
        _unique("member_asset", "member_id", "asset_id"),
    )
    _index("member_asset", "asset_id")


def _ad_link() -> None:
    op.create_table(
        "ad_link",
        *_needed(sa.String, "id business_center_id asset_id"),
        *_optional(sa.String, "link_id share_id"),
        *_needed(_TIME, "linked_at"),
        *_needed(sa.String, "linked_by"),
        _key("ad_link", "id"),
        _reference("ad_link", "business_center_id", "business_center"),
        _reference("ad_link", "asset_id", "asset"),
        _reference("ad_link", "link_id", "tiktok_account_link"),
        _reference("ad_link", "share_id", "partner_share"),
        _unique("ad_link", "asset_id", "link_id"),
        _unique("ad_link", "asset_id", "share_id"),
    )
    _index("ad_link", "business_center_id")
    _index("ad_link", "link_id")
    _index("ad_link", "share_id")


def _asset_link() -> None:
    op.create_table(
        "asset_link",
        *_needed(sa.String, "id business_center_id asset_id ad_account_id"),
        *_needed(_TIME, "linked_at"),
        *_needed(sa.String, "linked_by"),
        *_optional(_TIME, "unlinked_at"),
        *_optional(sa.String, "unlinked_by"),
        _key("asset_link", "id"),
        _reference("asset_link", "business_center_id", "business_center"),
        _reference("asset_link", "asset_id", "asset"),
        _reference("asset_link", "ad_account_id", "asset"),
        _unique("asset_link", "asset_id", "ad_account_id", "business_center_id"),
    )
    _index("asset_link", "ad_account_id")
    _index("asset_link", "business_center_id")


def _campaign() -> None:
    op.create_table(
        "campaign",
        *_needed(sa.String, "id asset_id name objective status"),
        *_needed(_TIME, "created_at"),
        *_needed(sa.String, "created_by"),
        *_optional(_TIME, "ended_at"),
        *_needed(sa.Integer, "version"),
        _key("campaign", "id"),
        _reference("campaign", "asset_id", "asset"),
    )
    _index("campaign", "asset_id")


def _person_link() -> None:
    op.create_table(
        "person_link",
        *_needed(sa.String, "id person_id account_id handle display_name"),
        *_optional(sa.String, "log_in_id"),
        *_needed(_TIME, "linked_at"),
        *_optional(_TIME, "ended_at"),
        *_optional(sa.String, "ended_by"),
        _key("person_link", "id"),
        _reference("person_link", "person_id", "person"),
        _reference("person_link", "log_in_id", "log_in"),
    )
    _index("person_link", "account_id")
    _unique_where("uq_person_link_active", "person_link", ["person_id", "account_id"], "ended_at IS NULL")


def _ad() -> None:
    op.create_table(
        "ad",
        *_needed(sa.String, "id campaign_id asset_id name kind identity_kind"),
        *_optional(sa.String, "link_id share_id person_link_id account_id"),
        *_needed(sa.String, "handle"),
        *_optional(sa.String, "source post_id"),
        *_needed(sa.String, "video_name text"),
        *_optional(sa.Boolean, "ads_only"),
        *_needed(sa.String, "status"),
        *_optional(sa.String, "pause_reason"),
        *_needed(_TIME, "status_at"),
        *_optional(_TIME, "last_active_at"),
        *_needed(_TIME, "created_at"),
        *_needed(sa.String, "created_by created_by_id"),
        *_needed(sa.Integer, "version"),
        _key("ad", "id"),
        _reference("ad", "campaign_id", "campaign"),
        _reference("ad", "asset_id", "asset"),
        _reference("ad", "link_id", "tiktok_account_link"),
        _reference("ad", "person_link_id", "person_link"),
        _reference("ad", "created_by_id", "person"),
    )
    _index("ad", "account_id", "status")
    _index("ad", "asset_id", "status")
    _index("ad", "campaign_id")
    _index("ad", "link_id")
    _index("ad", "person_link_id")
    _index("ad", "share_id")


def _directory_post() -> None:
    op.create_table(
        "directory_post",
        *_needed(sa.String, "id account_id caption state"),
        *_needed(sa.Boolean, "is_live"),
        *_needed(_TIME, "posted_at"),
        *_needed(sa.String, "posted_by"),
        _key("directory_post", "id"),
        _reference("directory_post", "account_id", "directory_account"),
    )
    _index("directory_post", "account_id", "state")


def _report_import() -> None:
    op.create_table(
        "report_import",
        *_needed(sa.String, "id asset_id file_name"),
        *_needed(_TIME, "imported_at"),
        *_needed(sa.String, "imported_by"),
        *_needed(sa.Integer, "rows"),
        *_needed(sa.Date, "first_day last_day"),
        *_needed(sa.String, "currency"),
        *_optional(_TIME, "removed_at"),
        _key("report_import", "id"),
        _reference("report_import", "asset_id", "asset"),
    )
    _index("report_import", "asset_id")


def _report_row() -> None:
    op.create_table(
        "report_row",
        *_needed(sa.Integer, "id"),
        *_needed(sa.String, "import_id asset_id"),
        *_needed(sa.Date, "day"),
        *_needed(sa.String, "campaign_name ad_name handle"),
        *_optional(sa.BigInteger, "impressions clicks video_views conversions spend_hundredths"),
        _key("report_row", "id"),
        _reference("report_row", "import_id", "report_import"),
    )
    _index("report_row", "asset_id", "day")
    _index("report_row", "import_id")
