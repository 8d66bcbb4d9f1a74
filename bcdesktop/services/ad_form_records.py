"""The frozen records of campaigns, ads and posts. Imports no ORM, as ``records``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bcdesktop.core.ad_accounts import AdAccountStatus
from bcdesktop.core.ads import AdKind, AdSource, AdStatus, CampaignObjective, IdentityKind, PauseReason, PostState


@dataclass(frozen=True)
class NewCampaign:
    """What the form for a new campaign asks for."""

    asset_id: str
    name: str
    objective: CampaignObjective


@dataclass(frozen=True)
class NewAd:
    """What the form for a new ad asks for.

    A plain ad has ``video_name`` and ``text`` alone. A Spark Ad has an identity and either ``post_id`` (PULL), whose
    words it takes, or ``video_name``, ``text`` and ``ads_only`` (PUSH). A LIVE ad has an identity and ``text``.
    ``video_name`` is the name of a file or a title: no file is kept.
    """

    campaign_id: str
    name: str
    kind: AdKind
    text: str = ""
    identity_kind: IdentityKind = IdentityKind.NONE
    identity_id: str = ""
    source: AdSource | None = None
    post_id: str = ""
    video_name: str = ""
    ads_only: bool = True


@dataclass(frozen=True)
class AdChange:
    """What shall be different about an ad; None leaves it as it is."""

    name: str | None = None
    text: str | None = None
    ads_only: bool | None = None


@dataclass(frozen=True)
class CampaignRow:
    """A campaign. ``ads`` counts those that are not ended, ``active`` those of them nobody paused."""

    id: str
    asset_id: str
    name: str
    objective: CampaignObjective
    status: AdStatus
    ads: int
    active: int
    created_at: datetime
    created_by: str
    ended_at: datetime | None


@dataclass(frozen=True)
class AdRow:
    """An ad. ``status`` and ``pause_reason`` are its own; it runs only in a campaign that does (``runs``).

    ``identity_id`` is that of the link, the share or the person's own link, also after it ended.
    """

    id: str
    asset_id: str
    campaign_id: str
    campaign_name: str
    campaign_status: AdStatus
    name: str
    kind: AdKind
    identity_kind: IdentityKind
    identity_id: str
    handle: str
    source: AdSource | None
    post_id: str | None
    video_name: str
    text: str
    ads_only: bool | None
    status: AdStatus
    pause_reason: PauseReason | None
    status_at: datetime
    created_at: datetime
    created_by: str

    @property
    def runs(self) -> bool:
        """Whether neither the ad nor its campaign stands still."""
        return self.shown_status is AdStatus.ACTIVE

    @property
    def shown_status(self) -> AdStatus:
        """What people see: a paused campaign pauses what would run in it."""
        return self.campaign_status if self.status is AdStatus.ACTIVE else self.status

    @property
    def is_paused_by_campaign(self) -> bool:
        """Whether the ad itself would run."""
        return self.status is AdStatus.ACTIVE and self.campaign_status is not AdStatus.ACTIVE


@dataclass(frozen=True)
class AdsOverview:
    """Everything in one ad account. ``helpers`` are its admins, who can give the right to change it."""

    asset_id: str
    name: str
    status: AdAccountStatus
    can_edit: bool
    helpers: tuple[str, ...]
    campaigns: tuple[CampaignRow, ...]
    ads: tuple[AdRow, ...]


@dataclass(frozen=True)
class PostRow:
    """A post that can be used in an ad."""

    id: str
    caption: str
    posted_at: datetime


@dataclass(frozen=True)
class OwnPostRow:
    """A post as its owner sees it. ``ads`` counts those that use it and are not ended."""

    id: str
    caption: str
    state: PostState
    posted_at: datetime
    posted_by: str
    ads: int

    @property
    def is_on_profile(self) -> bool:
        """Whether it stands on the profile, for whomever it is; ads-only posts do not (A3-16)."""
        return self.state not in (PostState.ADS_ONLY, PostState.DELETED)
