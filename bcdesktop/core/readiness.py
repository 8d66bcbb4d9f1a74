"""Ready for Spark Ads? One list of conditions for a TikTok account, an ad account and a person (decisions.md)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ConditionName(StrEnum):
    """One thing that must hold, in the order in which they are shown (decisions.md, Ready for Spark Ads)."""

    LINK_ACTIVE = "link_active"
    EXISTING_POSTS = "existing_posts"
    NEW_VIDEOS = "new_videos"
    ACCOUNT_PUBLIC = "account_public"
    ACCOUNT_AVAILABLE = "account_available"
    NOT_POLITICAL = "not_political"
    AD_ACCOUNT_APPROVED = "ad_account_approved"
    AD_ACCOUNT_ROLE = "ad_account_role"
    """The person is Admin or Operator on the ad account."""
    AD_LINK = "ad_link"
    """The TikTok account is linked to the ad account, or the person is Operator on it in the same Business Center."""


class Mender(StrEnum):
    """Who can mend a condition that does not hold."""

    OWNER = "owner"
    """The owner of the TikTok account, on the phone."""
    ADMIN = "admin"
    """An admin of the Business Center."""
    AD_ACCOUNT_ADMIN = "ad_account_admin"
    PARTNER = "partner"
    """The admins of the Business Center that shares the account."""
    REVIEW = "review"
    """The approval that stands for TikTok's."""
    NOBODY = "nobody"


@dataclass(frozen=True)
class Condition:
    """One line of the check. ``ok`` None: cannot be known here; ``mender`` None where it holds."""

    name: ConditionName
    ok: bool | None
    mender: Mender | None = None


@dataclass(frozen=True)
class Facts:
    """What the check looks at. None: not known in this store.

    ``is_shared``: the account is shared by a partner, ``share_allows_ads``: and not as Analyst only (A4-47).
    ``operator_on_account``: the person has Operator on the TikTok account in a Business Center that also reaches the ad
    account.
    """

    link_active: bool
    existing_posts: bool | None
    new_videos: bool | None
    is_public: bool | None
    is_available: bool | None
    is_political: bool | None
    ad_account_approved: bool
    can_edit_ads: bool
    is_ad_linked: bool
    operator_on_account: bool
    is_shared: bool = False
    share_allows_ads: bool = True


SPARK_ONLY = (ConditionName.EXISTING_POSTS, ConditionName.NEW_VIDEOS)
ACCOUNT_SIDE = (
    ConditionName.LINK_ACTIVE,
    *SPARK_ONLY,
    ConditionName.ACCOUNT_PUBLIC,
    ConditionName.ACCOUNT_AVAILABLE,
    ConditionName.NOT_POLITICAL,
)
"""What depends on the TikTok account alone: (1) and (2) of decisions.md."""


def conditions(facts: Facts) -> tuple[Condition, ...]:
    """Return every condition in order, with who can mend those that do not hold."""
    permission = Mender.PARTNER if facts.is_shared else Mender.OWNER
    usable = Mender.ADMIN if facts.share_allows_ads else Mender.PARTNER
    not_political = None if facts.is_political is None else not facts.is_political
    checked = (
        (ConditionName.LINK_ACTIVE, facts.link_active, Mender.PARTNER if facts.is_shared else Mender.ADMIN),
        (ConditionName.EXISTING_POSTS, facts.existing_posts, permission),
        (ConditionName.NEW_VIDEOS, facts.new_videos, permission),
        (ConditionName.ACCOUNT_PUBLIC, facts.is_public, Mender.OWNER),
        (ConditionName.ACCOUNT_AVAILABLE, facts.is_available, Mender.OWNER),
        (ConditionName.NOT_POLITICAL, not_political, Mender.NOBODY),
        (ConditionName.AD_ACCOUNT_APPROVED, facts.ad_account_approved, Mender.REVIEW),
        (ConditionName.AD_ACCOUNT_ROLE, facts.can_edit_ads, Mender.AD_ACCOUNT_ADMIN),
        (ConditionName.AD_LINK, _may_use(facts), usable),
    )
    return tuple(Condition(name, ok, mender if ok is False else None) for name, ok, mender in checked)


def _may_use(facts: Facts) -> bool:
    return facts.share_allows_ads and (facts.is_ad_linked or facts.operator_on_account)


def is_ready(checked: tuple[Condition, ...]) -> bool:
    """Tell whether nothing known stands in the way; what cannot be known here does not."""
    return all(condition.ok is not False for condition in checked)


def is_ready_for_live(checked: tuple[Condition, ...]) -> bool:
    """Tell the same of a LIVE ad, which needs a switch of its own and neither of the two of a Spark Ad (10.13)."""
    return is_ready(tuple(condition for condition in checked if condition.name not in SPARK_ONLY))
