"""What the rules of access to ad accounts, catalogs, pixels and audiences refuse."""

from __future__ import annotations

from dataclasses import dataclass

from bcdesktop.core.errors import RuleRefused
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.roles import AssetRole


@dataclass(eq=False)
class RoleNotForKind(RuleRefused):
    """This kind of asset does not know the role (``grants.ROLES_OF``)."""

    kind: AssetKind
    role: AssetRole


@dataclass(eq=False)
class AssetEnded(RuleRefused):
    """The ad account was closed, or the asset deleted, for good; nobody gets access to it any more."""

    kind: AssetKind
    name: str


@dataclass(eq=False)
class OnlyInThisStore(RuleRefused):
    """The partner is in another store: the texts between stores carry TikTok accounts only.

    ``partner_name`` can ask for access itself, once it has a Business Center in this store.
    """

    kind: AssetKind
    name: str
    partner_name: str


@dataclass(eq=False)
class ReachesAlready(RuleRefused):
    """The partner reaches the asset already, by a request that was granted."""

    name: str
    partner_name: str


@dataclass(eq=False)
class TooManyAdAccounts(RuleRefused):
    """So many ad accounts are given at once at most (domain.md 4)."""

    maximum: int
    current: int
