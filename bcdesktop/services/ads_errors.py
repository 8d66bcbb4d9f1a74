"""What the rules of campaigns, ads and posts refuse (domain.md 10; A1-21, A3-14 to A3-19, A3-26)."""

from __future__ import annotations

from dataclasses import dataclass

from bcdesktop.core.ad_accounts import AdAccountStatus
from bcdesktop.core.ads import PostState
from bcdesktop.core.errors import InputRefused, RuleRefused
from bcdesktop.core.permissions import Permission
from bcdesktop.core.readiness import ConditionName


# ------------------------------------------------------------------ campaigns and the ad account
@dataclass(eq=False)
class AdAccountNotUsable(RuleRefused):
    """Nothing runs in an ad account that is not approved (domain.md 2.1). ``name`` is its own."""

    name: str
    status: AdAccountStatus


@dataclass(eq=False)
class CampaignEnded(RuleRefused):
    """The campaign called ``name`` ended for good: nothing in it is made, changed or resumed."""

    name: str


@dataclass(eq=False)
class AdEnded(RuleRefused):
    """The ad called ``name`` ended for good."""

    name: str


# ------------------------------------------------------------------ the TikTok account an ad runs under
@dataclass(eq=False)
class PlainAdHasNoAccount(InputRefused):
    """A plain ad has neither a TikTok account nor one of its posts (A1-21)."""


@dataclass(eq=False)
class IdentityGone(RuleRefused):
    """The account is no longer there for this person and ad account. ``handle`` is empty where it never was."""

    handle: str


@dataclass(eq=False)
class IdentityNotReady(RuleRefused):
    """``conditions`` do not hold for the account (decisions.md, Ready for Spark Ads); ``helpers`` can mend them."""

    handle: str
    conditions: tuple[ConditionName, ...]
    helpers: tuple[str, ...] = ()


@dataclass(eq=False)
class IdentityLacksPermission(RuleRefused):
    """The owner of the account did not grant ``permission``, which this kind of ad needs."""

    handle: str
    permission: Permission


@dataclass(eq=False)
class ExclusiveLiveTaken(RuleRefused):
    """LIVE ads of the account run in another ad account, and its grant is for one at a time (domain.md 2.2)."""

    handle: str


# ------------------------------------------------------------------ posts
@dataclass(eq=False)
class PostNotPublic(RuleRefused):
    """Only a post everyone sees can be used; ``state`` is what it is (domain.md 10.11)."""

    handle: str
    state: PostState


@dataclass(eq=False)
class PostOfOther(RuleRefused):
    """There is no such post on the account that was chosen."""

    handle: str


@dataclass(eq=False)
class AdsOnlyLocked(RuleRefused):
    """The owner granted "Show through ads only": no ad can put its video on the profile (A3-17)."""

    handle: str


@dataclass(eq=False)
class AdsOnlyWithoutVideo(RuleRefused):
    """Only an ad with a new video can be kept off the profile. ``name`` is the ad's."""

    name: str


@dataclass(eq=False)
class AdTextFixed(RuleRefused):
    """The words of a post stay as they are once an ad uses it (domain.md 10.8). ``name`` is the ad's."""

    name: str


@dataclass(eq=False)
class PostInAds(RuleRefused):
    """The post cannot be deleted while ads use it (domain.md 10.8). ``number`` of them are not ended."""

    number: int
