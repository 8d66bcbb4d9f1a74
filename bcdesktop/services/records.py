"""The frozen records of the Business Center's side. Imports no ORM, so a window can use it before the store is open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from bcdesktop.core.access_requests import FailReason, Kind, LinkState, Method, OwnerTrust, RequestState
from bcdesktop.core.business_centers import BusinessCenterChange as BusinessCenterChange  # noqa: PLC0414 - its place for the windows
from bcdesktop.core.business_centers import NewBusinessCenter as NewBusinessCenter  # noqa: PLC0414 - its place for the windows
from bcdesktop.core.drafts import Draft as Draft  # noqa: PLC0414 - its place for the windows
from bcdesktop.core.errors import AppError
from bcdesktop.core.permissions import PermissionLevel, PermissionSet
from bcdesktop.core.roles import AppliesTo, AssetRole, BusinessCenterRole, FinanceRole


@dataclass(frozen=True)
class Actor:
    """The signed-in person in one Business Center; made by ``people.sign_in`` and ``business_centers.create``."""

    person_id: str
    name: str
    email: str
    business_center_id: str
    business_center_name: str
    role: BusinessCenterRole
    finance_role: FinanceRole | None = None


@dataclass(frozen=True)
class BusinessCenterRow:
    """A Business Center. ``role`` and ``finance_role`` are those of the asking person."""

    id: str
    name: str
    country: str
    time_zone: str
    currency: str
    address: str
    activity_description: str
    created_at: datetime
    public_key: bytes
    qr_code_minutes: int
    addressed_hours: int
    allow_unverified_owners: bool
    is_example: bool
    role: BusinessCenterRole
    version: int
    two_step_for: AppliesTo = AppliesTo.NOBODY
    domains_for: AppliesTo = AppliesTo.NOBODY
    allowed_domains: tuple[str, ...] = ()
    finance_role: FinanceRole | None = None


@dataclass(frozen=True)
class Created:
    """What ``business_centers.create`` gives back: who is signed in now, and the text to print and keep."""

    actor: Actor
    recovery_text: str


class LogInState(StrEnum):
    """State of a log-in code."""

    PENDING = "pending"
    APPROVED = "approved"
    DECLINED = "declined"
    EXPIRED = "expired"
    USED = "used"


class LogInPurpose(StrEnum):
    """What the log-in code is for."""

    FIRST_START = "first_start"
    SIGN_IN = "sign_in"
    SIGN_UP_IN_ADS_MANAGER = "sign_up_in_ads_manager"
    LINK_IN_ADS_MANAGER = "link_in_ads_manager"
    """A TikTok account for one person alone (domain.md 1.6.1)."""


@dataclass(frozen=True)
class LogInRow:
    """A log-in code (LI1) shown by the Business Center's window and read by the phone; two minutes."""

    id: str
    purpose: LogInPurpose
    computer_name: str
    code_text: str
    issued_at: datetime
    expires_at: datetime
    state: LogInState
    account_id: str | None
    handle: str | None
    display_name: str | None


@dataclass(frozen=True)
class RequestRow:
    """One request. ``state`` is EXPIRED as soon as the time is over, whether or not a row was rewritten."""

    id: str
    business_center_id: str
    business_center_name: str
    requested_by_name: str
    method: Method
    kind: Kind
    permissions: PermissionSet
    expected_handle: str | None
    purpose: str | None
    wanted_end: datetime | None
    state: RequestState
    fail_reason: FailReason | None
    created_at: datetime
    expires_at: datetime
    scanned_at: datetime | None
    scanned_handle: str | None
    decided_at: datetime | None
    answered_handle: str | None
    decline_reason: str | None
    parent_id: str | None
    replaced_by: str | None
    code_text: str
    answer_still_counts_until: datetime | None
    link_id: str | None
    needs_confirmation: bool
    version: int


@dataclass(frozen=True)
class AnswerResult:
    """What a good answer did. ``state`` APPROVED (with ``link_id``) or DECLINED; ``extended``: an existing link grew.

    A refused answer raises its error of ``services.errors`` instead, after the refusal was logged.
    """

    request_id: str
    state: RequestState
    handle: str
    link_id: str | None
    extended: bool
    decline_reason: str | None
    business_center_name: str


@dataclass(frozen=True)
class Check:
    """One thing needed before starting (A2-11 to A2-15). ``name``: tiktok_account, business_center, admin,
    owner_ready, store_key, room; ``ok`` None where only the person can know. ``detail`` holds numbers or names."""

    name: str
    ok: bool | None
    detail: dict[str, Any]


@dataclass(frozen=True)
class Preflight:
    """The page before the wizard starts."""

    checks: tuple[Check, ...]

    @property
    def ok(self) -> bool:
        """Tell whether nothing known stands in the way."""
        return all(check.ok is not False for check in self.checks)


@dataclass(frozen=True)
class EndedBefore:
    """Access to an account was ended on purpose: by its owner, or by this Business Center (A0-45)."""

    handle: str
    by_owner: bool
    ended_at: datetime
    ended_by: str
    link_id: str


@dataclass(frozen=True)
class HandleCheck:
    """What the store knows about a handle: not ``known`` is no mistake, the owner may be on another computer.

    ``ended``: access was ended on purpose and does not hold now.
    """

    handle: str
    known: bool
    display_name: str | None
    problem: AppError | None
    ended: EndedBefore | None = None


@dataclass(frozen=True)
class TikTokAccountRow:
    """A linked TikTok account, or one a partner shares; ``id`` is the link's or the share's.

    ``spark_problem`` is a code: ended, permissions_missing, account_private, account_unavailable, political,
    owner_knows; None when ready. ``followers`` None when not in the directory. ``permissions`` None where only the
    owner's store knows them. ``members`` and ``partners`` count who was given it, ``my_role`` is the asking person's.
    ``owner_name`` is the Business Center that shares it, and ``share_id`` its share; both None for an own account.
    """

    id: str
    account_id: str
    handle: str
    display_name: str
    kind: Kind
    level: PermissionLevel
    permissions: PermissionSet | None
    state: LinkState
    owner_trust: OwnerTrust
    linked_at: datetime
    ends_at: datetime | None
    ended_at: datetime | None
    end_reason: str | None
    needs_confirmation: bool
    ready_for_spark_ads: bool
    spark_problem: str | None
    followers: int | None
    members: int
    last_heard_at: datetime
    request_id: str | None
    version: int
    partners: int = 0
    my_role: AssetRole | None = None
    owner_name: str | None = None
    share_id: str | None = None

    @property
    def has_nobody(self) -> bool:
        """Whether it can be used but nobody was given it: connecting is only half (A2-34)."""
        return self.state is LinkState.ACTIVE and not self.members and not self.partners


@dataclass(frozen=True)
class ActivityRow:
    """One entry of the activity log. ``actor_kind``: person, owner, program. ``details`` is the decoded body."""

    seq: int
    at: datetime
    actor_name: str
    actor_kind: str
    action: str
    object_kind: str
    object_id: str
    object_name: str
    details: dict[str, Any]
    hash: bytes


@dataclass(frozen=True)
class ChainReport:
    """Result of checking the chain. ``signed_through`` is the newest seq under a valid signature."""

    ok: bool
    first_bad_seq: int | None
    signed_through: int | None
    entries: int


@dataclass(frozen=True)
class Step:
    """One first step on Home.

    ``name``: create_business_center, add_tiktok_account, get_it_approved, give_access, link_ad_account.
    """

    name: str
    done: bool


@dataclass(frozen=True)
class Home:
    """Counts beside the pages, and the first steps until they are done. ``asked``: open requests to the admins."""

    codes_waiting: int
    expiring: int
    accounts_to_confirm: int
    accounts_not_ready: int
    accounts: int
    first_steps: tuple[Step, ...]
    invitations_waiting: int = 0
    invitations_expired: int = 0
    asked: int = 0
    partners_waiting: int = 0
    """Invitations of partners that wait for an answer."""
    ad_accounts: int = 0
    ads: int = 0
    """Ads that run now."""
