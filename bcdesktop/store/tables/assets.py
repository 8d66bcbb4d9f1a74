"""Ad accounts, catalogs, pixels and audiences: what they are, who reaches them, and what is linked to what."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from bcdesktop.core.ad_accounts import AdAccountStatus, AssetRelation
from bcdesktop.core.assets import AudienceKind, CatalogKind
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.roles import AssetRole
from bcdesktop.store.tables.base import Table, choice, counts_versions, refers_to, times, version_column


class Asset(Table, table=True):
    """One ad account, catalog, pixel or audience; owned by a Business Center, or an ad account by a person.

    ``number`` is the 19-digit id people see. ``ended_at``: closed or deleted, for good.
    """

    __mapper_args__ = counts_versions()
    __table_args__ = (Index(None, "owner_center_id", "kind"),)

    id: str = Field(primary_key=True)
    kind: AssetKind = choice(AssetKind)
    number: str = Field(unique=True)
    name: str
    owner_center_id: str | None = refers_to("business_center.id", nullable=True, index=False)
    owner_person_id: str | None = refers_to("person.id", nullable=True)
    created_at: datetime = times()
    created_by: str
    ended_at: datetime | None = times(nullable=True)
    ended_by: str | None = None
    version: int = version_column()


class AdAccount(Table, table=True):
    """What an ad account has beyond its name (domain.md 1.5.1)."""

    asset_id: str = refers_to("asset.id", index=False, primary_key=True)
    status: AdAccountStatus = choice(AdAccountStatus)
    company: str
    country: str
    currency: str
    time_zone: str
    industry: str = ""
    promotion_link: str = ""
    review_note: str = ""
    decided_at: datetime | None = times(nullable=True)
    decided_by: str | None = None
    payment_method_id: str | None = refers_to("payment_method.id", nullable=True)


class Catalog(Table, table=True):
    """What a catalog has beyond its name (domain.md 8)."""

    asset_id: str = refers_to("asset.id", index=False, primary_key=True)
    catalog_kind: CatalogKind = choice(CatalogKind)
    country: str
    currency: str
    source_link_id: str | None = refers_to("tiktok_account_link.id", nullable=True)


class Pixel(Table, table=True):
    """What a pixel has beyond its name (domain.md 8)."""

    asset_id: str = refers_to("asset.id", index=False, primary_key=True)
    website: str
    source_link_id: str | None = refers_to("tiktok_account_link.id", nullable=True)


class Audience(Table, table=True):
    """What an audience has beyond its name (domain.md 8); ``source_asset_id`` is what a lookalike is made of."""

    asset_id: str = refers_to("asset.id", index=False, primary_key=True)
    audience_kind: AudienceKind = choice(AudienceKind)
    description: str = ""
    source_asset_id: str | None = refers_to("asset.id", nullable=True)
    source_link_id: str | None = refers_to("tiktok_account_link.id", nullable=True)


class AssetAccess(Table, table=True):
    """A Business Center reaches an asset: owns it, was given it by a partner, or had a request for it granted.

    ``role`` is the most it may give its people.
    """

    __table_args__ = (UniqueConstraint("business_center_id", "asset_id"),)

    id: str = Field(primary_key=True)
    business_center_id: str = refers_to("business_center.id", index=False)
    asset_id: str = refers_to("asset.id")
    relation: AssetRelation = choice(AssetRelation)
    role: AssetRole = choice(AssetRole)
    partnership_id: str | None = refers_to("partnership.id", nullable=True)
    request_id: str | None = refers_to("ad_account_request.id", nullable=True)
    since: datetime = times()
    given_by: str


class MemberAsset(Table, table=True):
    """The role of a member on an asset their Business Center reaches.

    ``hides_numbers``: runs ads on it without seeing performance numbers (A2-06).
    """

    __table_args__ = (UniqueConstraint("member_id", "asset_id"),)

    id: str = Field(primary_key=True)
    member_id: str = refers_to("member.id", index=False)
    asset_id: str = refers_to("asset.id")
    role: AssetRole = choice(AssetRole)
    hides_numbers: bool = False
    given_at: datetime = times()
    given_by: str
    ends_at: datetime | None = times(nullable=True)


class AdLink(Table, table=True):
    """A TikTok account and an ad account of the same Business Center (domain.md 1.6, 2.4.2).

    The account is an own link or, for one a partner shares, a share; exactly one of the two is set.
    """

    __table_args__ = (UniqueConstraint("asset_id", "link_id"), UniqueConstraint("asset_id", "share_id"))

    id: str = Field(primary_key=True)
    business_center_id: str = refers_to("business_center.id")
    asset_id: str = refers_to("asset.id", index=False)
    link_id: str | None = refers_to("tiktok_account_link.id", nullable=True)
    share_id: str | None = refers_to("partner_share.id", nullable=True)
    linked_at: datetime = times()
    linked_by: str


class AssetLink(Table, table=True):
    """A catalog, pixel or audience (``asset_id``) used by an ad account of the same Business Center (domain.md 1.6).

    The row stays when it is unlinked: whether data ever flowed is part of the asset's state.
    """

    __table_args__ = (UniqueConstraint("asset_id", "ad_account_id", "business_center_id"),)

    id: str = Field(primary_key=True)
    business_center_id: str = refers_to("business_center.id")
    asset_id: str = refers_to("asset.id", index=False)
    ad_account_id: str = refers_to("asset.id")
    linked_at: datetime = times()
    linked_by: str
    unlinked_at: datetime | None = times(nullable=True)
    unlinked_by: str | None = None
