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


@dataclass(frozen=True)
class Change:
    """One committed change: the kind and the ids of its rows."""

    kind: ChangeKind
    ids: tuple[str, ...] = ()
