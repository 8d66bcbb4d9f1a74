"""The frozen records of ad accounts, their links, identities and readiness. Imports no ORM, as ``records``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bcdesktop.core.ad_accounts import (
    AdAccountRequestKind,
    AdAccountRequestState,
    AdAccountStatus,
    AssetRelation,
)
from bcdesktop.core.ads import IdentityKind
from bcdesktop.core.grants import AssetKind
from bcdesktop.core.permissions import Visibility
from bcdesktop.core.readiness import Condition, ConditionName
from bcdesktop.core.roles import AssetRole


@dataclass(frozen=True)
class Advertiser:
    """The person signed in to Ads Manager; needs no Business Center (A2-02)."""

    person_id: str
    name: str
    email: str


@dataclass(frozen=True)
class NewAdAccount:
    """What the form for a new ad account asks for (A4-17; domain.md 1.5.1). The currency is the Business Center's."""

    name: str
    company: str
    country: str
    time_zone: str
    currency: str
    industry: str = ""
    promotion_link: str = ""


@dataclass(frozen=True)
class AdAccountRow:
    """An ad account as one Business Center sees it. ``id`` is the asset's, ``number`` the one people know.

    ``limit`` is the most the Business Center may give on; ``my_role`` the asking person's. ``accounts`` counts linked
    TikTok accounts. ``owner_name`` is empty where this Business Center owns it.
    """

    id: str
    number: str
    name: str
    company: str
    country: str
    currency: str
    time_zone: str
    industry: str
    promotion_link: str
    status: AdAccountStatus
    review_note: str
    relation: AssetRelation
    owner_name: str
    limit: AssetRole
    my_role: AssetRole | None
    members: int
    partners: int
    accounts: int
    created_at: datetime
    since: datetime
    ended_at: datetime | None
    version: int

    @property
    def is_owned(self) -> bool:
        """Whether the asking Business Center owns it."""
        return self.relation is AssetRelation.OWNER_BC


@dataclass(frozen=True)
class Answerer:
    """Somebody who may answer requests for an ad account: a person's id and name."""

    person_id: str
    name: str


@dataclass(frozen=True)
class AdAccountRequestRow:
    """A request for an ad account, as both sides see it; ``owner_name`` is a Business Center or a person.

    ``answerers`` are told to the Business Center that owns the ad account, in its list of requests.
    """

    id: str
    kind: AdAccountRequestKind
    asset_id: str
    number: str
    ad_account_name: str
    owner_name: str
    center_id: str
    center_name: str
    role: AssetRole
    state: AdAccountRequestState
    note: str
    requested_by: str
    created_at: datetime
    expires_at: datetime
    decided_at: datetime | None
    decided_by: str
    decline_reason: str
    answerers: tuple[Answerer, ...] = ()


@dataclass(frozen=True)
class AdLinkRow:
    """A TikTok account linked to an ad account; ``account_ref`` is the id of the link or share, by ``account_kind``."""

    id: str
    asset_id: str
    number: str
    ad_account_name: str
    account_kind: AssetKind
    account_ref: str
    handle: str
    display_name: str
    linked_at: datetime
    linked_by: str


@dataclass(frozen=True)
class Line:
    """One condition of the readiness check, with the names of those who can mend it where it does not hold."""

    condition: Condition
    helpers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Readiness:
    """The check of one TikTok account, one ad account and one person (decisions.md, Ready for Spark Ads)."""

    account_kind: AssetKind
    account_ref: str
    handle: str
    asset_id: str
    ad_account_name: str
    person_id: str
    person_name: str
    lines: tuple[Line, ...]
    ready: bool


@dataclass(frozen=True)
class IdentityRow:
    """An account in the identity picker of one ad account and person, usable or not, with why not.

    ``id`` is that of the link, the share or the person's own link. ``visibility`` is what the owner granted for new
    videos, None without that permission: SHOW_THROUGH_ADS_ONLY locks the ad's switch (A3-17), the other leaves it free
    (A3-19).
    """

    kind: IdentityKind
    id: str
    account_id: str
    handle: str
    display_name: str
    center_name: str
    conditions: tuple[Line, ...]
    ready: bool
    can_pull: bool
    can_push: bool
    can_live: bool
    visibility: Visibility | None
    account_kind: AssetKind | None = None
    """Whether ``id`` is a link's or a share's; None for a person's own link."""
    center_id: str = ""
    """Id of the Business Center in which it is used, empty for a person's own link."""


@dataclass(frozen=True)
class NotReadyPair:
    """A linked TikTok account and ad account that is not ready, with what is missing, in order."""

    account_kind: AssetKind
    account_ref: str
    handle: str
    asset_id: str
    ad_account_name: str
    missing: tuple[ConditionName, ...]


@dataclass(frozen=True)
class ReadinessSummary:
    """All linked pairs: how many there are, how many are not ready, and the first few of those."""

    pairs: int = 0
    not_ready: int = 0
    shown: tuple[NotReadyPair, ...] = ()


@dataclass(frozen=True)
class RunningAd:
    """An ad that runs now and would pause."""

    name: str
    ad_account_name: str
    handle: str = ""
