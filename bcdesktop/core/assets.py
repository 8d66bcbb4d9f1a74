"""Catalogs, pixels and audiences, and whether their data flows (domain.md 8; A0-32)."""

from __future__ import annotations

from enum import StrEnum


class CatalogKind(StrEnum):
    """What a catalog holds (domain.md 8)."""

    ECOMMERCE = "ecommerce"
    AUTO = "auto"
    ENTERTAINMENT = "entertainment"
    HOTEL = "hotel"
    FLIGHT = "flight"
    DESTINATION = "destination"


class AudienceKind(StrEnum):
    """How an audience came to be (domain.md 8)."""

    CUSTOM = "custom"
    LOOKALIKE = "lookalike"


class SyncState(StrEnum):
    """Whether an asset's data flows; computed, never stored, so that it cannot be stale."""

    SYNCING = "syncing"
    NOT_LINKED = "not_linked"
    """Was never linked to an ad account."""
    STOPPED = "stopped"


class SyncProblem(StrEnum):
    """What an asset depends on and has no more."""

    NO_AD_ACCOUNT = "no_ad_account"
    """Every ad account it was linked to is unlinked, closed, or out of reach."""
    TIKTOK_ACCOUNT_UNLINKED = "tiktok_account_unlinked"
    """The TikTok account it takes its data from is no longer linked (A0-32)."""
    AD_ACCOUNT_NOT_APPROVED = "ad_account_not_approved"
    SOURCE_DELETED = "source_deleted"
    """The audience a lookalike was made of is gone."""
