"""Who may use an asset: kinds of assets, kinds of holders, and which of two roles allows less (domain.md 1.6, 2.4)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bcdesktop.core.roles import TikTokAccountRole


class AssetKind(StrEnum):
    """What is given to people and partners; each kind comes with the part of the work that brings it."""

    TIKTOK_ACCOUNT = "tiktok_account"
    SHARED_TIKTOK_ACCOUNT = "shared_tiktok_account"
    """A TikTok account another Business Center shares with this one."""


class HolderKind(StrEnum):
    """Who holds a grant."""

    MEMBER = "member"
    PARTNER = "partner"


@dataclass(frozen=True)
class Holder:
    """Who holds a grant; ``id`` is a member's id, or a partnership's for a partner."""

    kind: HolderKind
    id: str


def least(first: TikTokAccountRole, second: TikTokAccountRole) -> TikTokAccountRole:
    """Return the role that allows less: nobody passes on more than they were given (domain.md 2.5)."""
    return TikTokAccountRole.ANALYST if TikTokAccountRole.ANALYST in {first, second} else TikTokAccountRole.OPERATOR
