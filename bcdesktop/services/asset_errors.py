"""What the rules of catalogs, pixels and audiences refuse (domain.md 8)."""

from __future__ import annotations

from dataclasses import dataclass

from bcdesktop.core.ad_accounts import AdAccountStatus
from bcdesktop.core.errors import InputRefused, RuleRefused


@dataclass(eq=False)
class AssetNameTaken(InputRefused):
    """The Business Center has a catalog, pixel or audience of this name already."""

    name: str


@dataclass(eq=False)
class NotACustomAudience(InputRefused):
    """A lookalike is made of a custom audience this Business Center owns, not of ``name``."""

    name: str


@dataclass(eq=False)
class SourceNotLinked(InputRefused):
    """The TikTok account ``handle`` that shall give the data is not linked to this Business Center any more."""

    handle: str


@dataclass(eq=False)
class AssetOfOtherCenter(RuleRefused):
    """Another Business Center owns it: here it may be used, not deleted (domain.md 8)."""

    name: str
    owner_name: str


@dataclass(eq=False)
class AssetOnlyUsedHere(RuleRefused):
    """A received asset that may be used but not changed: an audience always, others without the full role."""

    name: str
    owner_name: str


@dataclass(eq=False)
class AssetIsOwn(RuleRefused):
    """Only what another Business Center shares can be given up; an own asset is deleted."""

    name: str


@dataclass(eq=False)
class AdAccountUnfitForAssets(RuleRefused):
    """Assets are linked to approved ad accounts only; ``name`` is ``status``."""

    name: str
    status: AdAccountStatus


@dataclass(eq=False)
class AudienceNeedsOwnAdAccount(RuleRefused):
    """Audiences flow between ad accounts one Business Center owns (domain.md 8); ``name`` belongs to somebody else."""

    name: str


@dataclass(eq=False)
class TooManyLinksAtOnce(RuleRefused):
    """A call links at most so many ad accounts to a pixel."""

    maximum: int
    current: int
