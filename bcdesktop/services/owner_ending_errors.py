"""What stands in the way of taking access back on the phone."""

from __future__ import annotations

from dataclasses import dataclass

from bcdesktop.core.errors import RuleRefused


@dataclass(eq=False)
class GrantKeyGone(RuleRefused):
    """The key that gave the access is not on this phone any more, and its store is elsewhere (security.md 2.6)."""

    handle: str
    name: str


@dataclass(eq=False)
class NotInList(RuleRefused):
    """The phone's list of apps has no such entry any more."""

    handle: str
