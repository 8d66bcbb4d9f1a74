"""The frozen records of Ads Manager's own pages. Imports no ORM, as ``records``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bcdesktop.core.ad_accounts import AdAccountStatus, AssetRelation
from bcdesktop.core.ads import IdentityKind
from bcdesktop.core.roles import AssetRole


@dataclass(frozen=True)
class AdvertiserAccount:
    """An ad account one person can use. ``id`` is the asset's, ``number`` the one people know.

    ``owner_name`` is a Business Center's or a person's. ``sees_numbers`` is False for who runs ads without (A2-06).
    """

    id: str
    number: str
    name: str
    owner_name: str
    is_own: bool
    role: AssetRole
    sees_numbers: bool
    status: AdAccountStatus


@dataclass(frozen=True)
class AdvertiserMember:
    """Somebody who can use an ad account, through ``center_name``, or as its owner where that is empty.

    ``id`` is the member's, or the person's for the owner. ``can_remove`` says whether the asking person may take it
    away; ``helpers`` names who can where not.
    """

    id: str
    person_id: str
    name: str
    email: str
    center_name: str
    role: AssetRole
    is_owner: bool
    is_you: bool
    can_remove: bool
    helpers: tuple[str, ...] = ()


@dataclass(frozen=True)
class LinkedAccount:
    """A TikTok account that ads of an ad account can run on.

    ``id`` is the ad link's, or the person's own link's by ``kind``. ``running`` counts ads that would pause without it.
    """

    kind: IdentityKind
    id: str
    handle: str
    display_name: str
    through: str
    linked_at: datetime
    linked_by: str
    running: int
    can_unlink: bool
    helpers: tuple[str, ...] = ()


@dataclass(frozen=True)
class BasicInformation:
    """What Basic information shows of an ad account (A4-20).

    ``can_remove_centers``: the asking person may take it from other Business Centers; ``admins`` may change it.
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
    owner_name: str
    is_own: bool
    role: AssetRole
    created_at: datetime
    centers: tuple[ReachingCenter, ...]
    can_remove_centers: bool
    admins: tuple[str, ...]
    version: int


@dataclass(frozen=True)
class ReachingCenter:
    """A Business Center that reaches an ad account; its ``role`` is the most it may give on."""

    id: str
    name: str
    relation: AssetRelation
    role: AssetRole
    since: datetime
