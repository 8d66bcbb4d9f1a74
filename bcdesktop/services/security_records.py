"""Frozen records of signing in: two-step verification, sessions and the rules of a Business Center."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bcdesktop.core.roles import AppliesTo


@dataclass(frozen=True)
class AccountSecurity:
    """What "Your account" shows about signing in."""

    email: str
    name: str
    tiktok_handle: str | None
    two_step_since: datetime | None
    recovery_codes_left: int
    two_step_required: bool
    can_stay_signed_in: bool
    sessions: tuple[SessionRow, ...]


@dataclass(frozen=True)
class TwoStepSetUp:
    """What an authenticator app needs: ``secret`` to type, ``uri`` to scan. Nothing is kept before it is confirmed."""

    secret: str
    uri: str


@dataclass(frozen=True)
class SessionRow:
    """A computer somebody stays signed in on."""

    id: str
    computer_name: str
    created_at: datetime
    last_seen_at: datetime
    is_this: bool


@dataclass(frozen=True)
class SecurityRules:
    """The rules of a Business Center for signing in and for invitations (domain.md 1.1.7)."""

    two_step_for: AppliesTo
    domains_for: AppliesTo
    allowed_domains: tuple[str, ...]
