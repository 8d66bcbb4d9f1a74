"""The records a phone gives out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class AppVersion(StrEnum):
    """Which of the app's menu paths this phone shows (domain.md: paths N1 to N3, N6 to N8)."""

    CURRENT = "current"
    OLDER = "older"
    OLDEST = "oldest"


@dataclass(frozen=True)
class PhoneSettings:
    """What a person can set on the phone; it locks itself after ``auto_lock_minutes`` (security.md 1.3, A8)."""

    app_version: AppVersion = AppVersion.CURRENT
    auto_lock_minutes: int = 5


@dataclass(frozen=True)
class PhoneAccount:
    """A TikTok account logged in on this phone; ``public_key`` is the one of its key on this phone."""

    account_id: str
    handle: str
    display_name: str
    public_key: bytes
    kid: bytes
    added_at: datetime
    is_active: bool


@dataclass(frozen=True)
class PinnedCentre:
    """A Business Center this phone knows; ``name`` is the one first seen, never that of a later code."""

    business_center_id: str
    name: str
    public_key: bytes
    first_seen_at: datetime
    digits_compared_at: datetime | None
    muted: bool


@dataclass(frozen=True)
class SeenCode:
    """A code this phone met; ``decision`` is the first one made on it (security.md 1.3, A5)."""

    code_hash: bytes
    seen_at: datetime
    expires_at: datetime
    decision: str | None


REVOKED = "revoked"
"""The decision on a receipt about access that the owner took back; its answer is the signed revocation."""


@dataclass(frozen=True)
class Receipt:
    """A decision with the request it was made on and the answer that was signed (security.md 1.3, A10).

    ``decision``: approved, declined, or ``REVOKED``.
    """

    id: str
    at: datetime
    business_center_name: str
    business_center_id: str
    handle: str
    decision: str
    scope: tuple[int, ...]
    ends_at: datetime | None
    request_cose: bytes
    answer_cose: bytes
    delivered: bool


class AppName(StrEnum):
    """The names under which access stands in the list of apps (A0-23)."""

    TIKTOK_FOR_BUSINESS = "TikTok for Business"
    """The platform: everything below it."""
    BUSINESS_CENTER = "Business Center"
    """One Business Center."""


@dataclass(frozen=True)
class AppEntry:
    """One app with access to an account. ``id`` is that of the link, of the receipt, or the platform's own.

    ``link_id`` is empty where the link lies in another store: then the receipt on this phone is all that is known.
    ``grant_id`` (hex) is what a revocation names; the platform has none.
    """

    id: str
    app: AppName
    since: datetime
    business_center_id: str = ""
    business_center_name: str = ""
    scope: tuple[int, ...] = ()
    ends_at: datetime | None = None
    heard_at: datetime | None = None
    link_id: str = ""
    grant_id: str = ""
    is_claim: bool = False


@dataclass(frozen=True)
class AppList:
    """The apps of an account as this phone heard it at ``updated_at``; the newest first, the platform before all."""

    updated_at: datetime
    entries: tuple[AppEntry, ...]
