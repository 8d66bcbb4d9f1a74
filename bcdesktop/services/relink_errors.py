"""What stands in the way where access was ended on purpose (A0-45; domain.md 13.19)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bcdesktop.core.errors import RuleRefused


@dataclass(eq=False)
class EndedOnPurpose(RuleRefused):
    """Access to this account was ended on purpose; asking again needs somebody to say that it is meant."""

    handle: str
    by_owner: bool
    ended_by: str
    ended_at: datetime


@dataclass(eq=False)
class AccessEndedSince(RuleRefused):
    """The answer belongs to a request from before access was ended: neither brings it back."""

    handle: str
    ended_at: datetime
