"""Who may use an asset: kinds of assets, kinds of holders, and which of two roles allows less (domain.md 1.6, 2.4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from bcdesktop.core.roles import AssetRole


class AssetKind(StrEnum):
    """What is given to people and partners; each kind comes with the part of the work that brings it."""

    TIKTOK_ACCOUNT = "tiktok_account"
    SHARED_TIKTOK_ACCOUNT = "shared_tiktok_account"
    """A TikTok account another Business Center shares with this one."""
    AD_ACCOUNT = "ad_account"
    CATALOG = "catalog"
    PIXEL = "pixel"
    AUDIENCE = "audience"


TIKTOK_ACCOUNT_ROLES = (AssetRole.OPERATOR, AssetRole.ANALYST)
ROLES_OF: Mapping[AssetKind, tuple[AssetRole, ...]] = {
    AssetKind.TIKTOK_ACCOUNT: TIKTOK_ACCOUNT_ROLES,
    AssetKind.SHARED_TIKTOK_ACCOUNT: TIKTOK_ACCOUNT_ROLES,
    AssetKind.AD_ACCOUNT: (AssetRole.ADMIN, AssetRole.OPERATOR, AssetRole.ANALYST),
    AssetKind.CATALOG: (AssetRole.MANAGEMENT, AssetRole.AD_PROMOTION),
    AssetKind.PIXEL: (AssetRole.ADMIN, AssetRole.ANALYST),
    AssetKind.AUDIENCE: (AssetRole.ADMIN, AssetRole.OPERATOR),
}
"""The roles of each kind, the mightiest first (domain.md 2.1; decisions.md, Visible roles)."""
REACHED_KINDS = (AssetKind.AD_ACCOUNT, AssetKind.CATALOG, AssetKind.PIXEL, AssetKind.AUDIENCE)
"""Assets with an id of their own that several Business Centers may reach, each with a limit."""
TIKTOK_ACCOUNT_KINDS = (AssetKind.TIKTOK_ACCOUNT, AssetKind.SHARED_TIKTOK_ACCOUNT)
_STRENGTH = {role: place for place, role in enumerate(AssetRole)}


class HolderKind(StrEnum):
    """Who holds a grant."""

    MEMBER = "member"
    PARTNER = "partner"


@dataclass(frozen=True)
class Holder:
    """Who holds a grant; ``id`` is a member's id, or a partnership's for a partner."""

    kind: HolderKind
    id: str


def least(first: AssetRole, second: AssetRole) -> AssetRole:
    """Return the role that allows less: nobody passes on more than they were given (domain.md 2.5)."""
    return max(first, second, key=_STRENGTH.__getitem__)


def roles_up_to(kind: AssetKind, limit: AssetRole) -> tuple[AssetRole, ...]:
    """Return the roles of ``kind`` that may be given where ``limit`` is the most, the mightiest first."""
    return tuple(role for role in ROLES_OF[kind] if least(role, limit) is role)


def usual_role(kind: AssetKind) -> AssetRole:
    """Return the role members get most: Operator where the kind knows it, else the least one."""
    return AssetRole.OPERATOR if AssetRole.OPERATOR in ROLES_OF[kind] else ROLES_OF[kind][-1]


def works(kind: AssetKind, role: AssetRole) -> bool:
    """Tell whether ``role`` allows more than the least one of ``kind``, which most partners need (domain.md 6.2.9)."""
    return role is not ROLES_OF[kind][-1]


def mightiest(roles: Iterable[AssetRole]) -> AssetRole | None:
    """Return the role that allows most, None of none: of two ways to an asset the higher counts (domain.md 2.4.3)."""
    return min(roles, key=_STRENGTH.__getitem__, default=None)


class TooMuch(StrEnum):
    """Why somebody has more access than most need; both can be said in one sentence."""

    OPERATOR_ON_MANY = "operator_on_many"
    """Operator on more accounts than ``Limits.operator_accounts_before_warning``."""
    PARTNER_OPERATOR = "partner_operator"
    """A partner that may make ads; the usual share is Analyst (domain.md 6.2.9)."""


def too_much(kind: HolderKind, operator_on: int, maximum: int) -> TooMuch | None:
    """Return why a holder who is Operator on ``operator_on`` accounts has too much, or None (domain.md 13.9)."""
    if kind is HolderKind.PARTNER and operator_on:
        return TooMuch.PARTNER_OPERATOR
    return TooMuch.OPERATOR_ON_MANY if operator_on > maximum else None


@dataclass(frozen=True)
class Effect:
    """What an assignment would do: grants that are new, changed, and as they were."""

    new: int = 0
    changed: int = 0
    same: int = 0

    @property
    def does_something(self) -> bool:
        """Whether anything would be written."""
        return bool(self.new or self.changed)


def effect_of(present: Mapping[tuple[str, str], AssetRole], wanted: Mapping[tuple[str, str], AssetRole]) -> Effect:
    """Return what giving ``wanted`` does where ``present`` is there; both (holder id, asset id) to role."""
    new = sum(key not in present for key in wanted)
    same = sum(present.get(key) is role for key, role in wanted.items())
    return Effect(new, len(wanted) - new - same, same)


@dataclass(frozen=True, eq=False)
class AccessCells(Mapping[tuple[str, str], AssetRole]):
    """(holder id, asset id) to role.

    Kept as ``groups`` of asset id, role and the ids of who has it: a large Business Center has tens of thousands of
    cells, and whoever shows them all needs no pair of each.
    """

    groups: tuple[tuple[str, AssetRole, Sequence[str]], ...] = ()

    @classmethod
    def of(cls, cells: Mapping[tuple[str, str], AssetRole]) -> AccessCells:
        """Return the same cells in groups of one."""
        return cls(tuple((asset_id, role, (holder_id,)) for (holder_id, asset_id), role in cells.items()))

    @cached_property
    def _by_pair(self) -> dict[tuple[str, str], AssetRole]:
        return {(holder_id, asset_id): role for asset_id, role, holders in self.groups for holder_id in holders}

    def __getitem__(self, key: tuple[str, str]) -> AssetRole:
        """Return the role of a holder on an asset. Raises KeyError."""
        return self._by_pair[key]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Give every pair there is."""
        return iter(self._by_pair)

    def __len__(self) -> int:
        """Count the cells."""
        return sum(len(holders) for _asset_id, _role, holders in self.groups)
