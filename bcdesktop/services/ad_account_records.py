"""The frozen records of closing an ad account. Imports no ORM, as ``records``."""

from __future__ import annotations

from dataclasses import dataclass

from bcdesktop.core.ad_accounts import CloseProblem


@dataclass(frozen=True)
class Closing:
    """What stands in the way of closing an ad account, and what ends with it, all by name."""

    problems: tuple[CloseProblem, ...]
    ads: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    centers: tuple[str, ...] = ()
    """Other Business Centers that reach it, as partners or by a granted request."""
    tiktok_accounts: tuple[str, ...] = ()
    assets: tuple[str, ...] = ()
    """Catalogs, pixels and audiences linked to it."""
