"""The frozen records of catalogs, pixels and audiences. Imports no ORM, as ``records``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bcdesktop.core.ad_accounts import AdAccountStatus, AssetRelation
from bcdesktop.core.assets import AudienceKind, CatalogKind, SyncProblem, SyncState
from bcdesktop.core.grants import ROLES_OF, AssetKind
from bcdesktop.core.new_assets import AssetChange as AssetChange  # noqa: PLC0414 - its place for the windows
from bcdesktop.core.new_assets import NewAsset as NewAsset  # noqa: PLC0414 - its place for the windows
from bcdesktop.core.new_assets import NewAudience as NewAudience  # noqa: PLC0414 - its place for the windows
from bcdesktop.core.new_assets import NewCatalog as NewCatalog  # noqa: PLC0414 - its place for the windows
from bcdesktop.core.new_assets import NewPixel as NewPixel  # noqa: PLC0414 - its place for the windows
from bcdesktop.core.roles import AssetRole


@dataclass(frozen=True)
class CatalogDetails:
    """What a catalog has beyond its name."""

    catalog_kind: CatalogKind
    country: str
    currency: str


@dataclass(frozen=True)
class PixelDetails:
    """What a pixel has beyond its name."""

    website: str


@dataclass(frozen=True)
class AudienceDetails:
    """What an audience has beyond its name; ``source_name`` is the audience a lookalike was made of."""

    audience_kind: AudienceKind
    description: str
    source_asset_id: str | None
    source_name: str


@dataclass(frozen=True)
class Sync:
    """Whether data flows; ``problem`` says what an asset that stopped has no more."""

    state: SyncState
    problem: SyncProblem | None = None


@dataclass(frozen=True)
class AssetRow:
    """A catalog, pixel or audience as one Business Center sees it. ``id`` is the asset's, ``number`` what people know.

    ``limit`` is the most the Business Center may give on; ``my_role`` the asking person's. ``ad_accounts`` counts those
    it is linked to here. ``owner_name`` is empty where this Business Center owns it. ``source_handle`` is the TikTok
    account its data comes from, empty without one.
    """

    id: str
    kind: AssetKind
    number: str
    name: str
    details: CatalogDetails | PixelDetails | AudienceDetails
    sync: Sync
    source_link_id: str | None
    source_handle: str
    relation: AssetRelation
    owner_name: str
    limit: AssetRole
    my_role: AssetRole | None
    members: int
    partners: int
    ad_accounts: int
    created_at: datetime
    since: datetime
    version: int

    @property
    def is_owned(self) -> bool:
        """Whether the asking Business Center owns it."""
        return self.relation is AssetRelation.OWNER_BC

    @property
    def can_be_changed_here(self) -> bool:
        """Whether this Business Center may change it: a received audience never, the rest with the mightiest role."""
        if self.is_owned:
            return True
        return self.kind is not AssetKind.AUDIENCE and self.limit is ROLES_OF[self.kind][0]


@dataclass(frozen=True)
class AssetAdAccount:
    """An ad account an asset is linked to. ``id`` is the ad account's."""

    id: str
    number: str
    name: str
    status: AdAccountStatus
    linked_at: datetime
    linked_by: str


@dataclass(frozen=True)
class AdAccountChoice:
    """An ad account of the Business Center an asset could be linked to; ``why_not`` names what is in the way.

    ``why_not`` is empty, "linked", "not_approved" or "not_owned".
    """

    id: str
    number: str
    name: str
    status: AdAccountStatus
    why_not: str


@dataclass(frozen=True)
class AssetName:
    """An asset where only its kind and name matter."""

    kind: AssetKind
    id: str
    name: str


@dataclass(frozen=True)
class SourceChoices:
    """What a form offers: active links as (id, handle), custom audiences as (id, name), and the usual values."""

    accounts: tuple[tuple[str, str], ...]
    audiences: tuple[tuple[str, str], ...]
    country: str
    currency: str


@dataclass(frozen=True)
class AssetLosses:
    """What ends when an asset is deleted, or given up by a Business Center that received it."""

    members: tuple[str, ...]
    partners: tuple[str, ...]
    ad_accounts: tuple[str, ...]
    lookalikes: tuple[str, ...]
