"""Campaigns and ads: what they are made of and why they stand still (domain.md 10; decisions.md, Running ads)."""

from __future__ import annotations

from enum import StrEnum


class CampaignObjective(StrEnum):
    """What a campaign is for."""

    REACH = "reach"
    TRAFFIC = "traffic"
    VIDEO_VIEWS = "video_views"
    LEAD_GENERATION = "lead_generation"
    WEBSITE_CONVERSIONS = "website_conversions"
    PRODUCT_SALES = "product_sales"


class AdKind(StrEnum):
    """What an ad shows. Without a linked account only PLAIN is possible (A1-21)."""

    PLAIN = "plain"
    SPARK = "spark"
    """A post of a real account, an existing one or a new one (A1-20)."""
    LIVE = "live"


class AdSource(StrEnum):
    """Where the video of a Spark Ad comes from (domain.md 10.3)."""

    PULL = "pull"
    """An existing post (A3-14)."""
    PUSH = "push"
    """A new video through Ads Manager (A3-15)."""


class IdentityKind(StrEnum):
    """On whose name an ad runs (domain.md 2.1, Identity type)."""

    NONE = "none"
    """A plain ad; no account."""
    BUSINESS_CENTER = "business_center"
    """BC_AUTH_TT: an account linked to a Business Center, own or shared by a partner."""
    PERSON = "person"
    """TT_USER: linked by one person in Ads Manager, usable by that person alone (domain.md 1.6.1)."""


class AdStatus(StrEnum):
    """State of an ad or a campaign."""

    ACTIVE = "active"
    PAUSED = "paused"
    ENDED = "ended"


class PauseReason(StrEnum):
    """Why an ad stands still."""

    BY_PERSON = "by_person"
    LINK_ENDED = "link_ended"
    """The TikTok account's link to the Business Center ended, whoever ended it."""
    AD_LINK_REMOVED = "ad_link_removed"
    """The TikTok account was unlinked from this ad account."""
    SHARE_ENDED = "share_ended"
    PERSON_LINK_ENDED = "person_link_ended"
    PERMISSION_LOST = "permission_lost"
    AD_ACCOUNT_CLOSED = "ad_account_closed"
    ACCESS_ENDED = "access_ended"
    """The Business Center no longer reaches the ad account."""


class PostState(StrEnum):
    """Who sees a post of the directory (domain.md 10.11); ADS_ONLY stays off the profile (A3-16)."""

    PUBLIC = "public"
    ONLY_ME = "only_me"
    FRIENDS = "friends"
    IN_REVIEW = "in_review"
    DELETED = "deleted"
    ADS_ONLY = "ads_only"
