"""What the unit of work tells the windows after a commit (architecture.md, "How things flow" 2)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """Which kind of row changed; a page listens to the kinds it shows."""

    BUSINESS_CENTER = "business_center"
    PERSON = "person"
    ACCESS_REQUEST = "access_request"
    TIKTOK_ACCOUNT = "tiktok_account"
    DIRECTORY = "directory"
    LOG_IN = "log_in"
    MAIL = "mail"
    ACTIVITY = "activity"
    MEMBER = "member"
    """Members and invitations."""
    GRANT = "grant"
    """Who may use which asset."""
    PARTNER = "partner"
    """Partnerships and what they share."""
    ADMIN_REQUEST = "admin_request"
    AD_ACCOUNT = "ad_account"
    """Ad accounts, and who reaches them."""
    AD_ACCOUNT_REQUEST = "ad_account_request"
    AD_LINK = "ad_link"
    """Which TikTok account is linked to which ad account; persons' own links too."""
    ASSET = "asset"
    """Catalogs, pixels, audiences and their links to ad accounts."""
    AD = "ad"
    """Campaigns and ads."""
    PAYMENT_METHOD = "payment_method"
    REPORT = "report"
    """Imported performance numbers."""


@dataclass(frozen=True)
class Change:
    """One committed change: the kind and the ids of its rows."""

    kind: ChangeKind
    ids: tuple[str, ...] = ()
