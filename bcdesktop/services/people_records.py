"""The frozen records of people, grants, partners and mail. Imports no ORM, as ``records``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bcdesktop.core.admin_requests import AdminRequestState, AdminRequestSubject
from bcdesktop.core.errors import AppError
from bcdesktop.core.grants import AccessCells, AssetKind, Holder
from bcdesktop.core.partnerships import PartnershipSide, PartnershipState
from bcdesktop.core.roles import AssetRole, BusinessCenterRole, FinanceRole, MemberStatus


# ------------------------------------------------------------------ members and invitations
@dataclass(frozen=True)
class MemberRow:
    """A member, somebody who left (UNBOUND), or an invitation (PENDING, REJECTED), all in one list (domain.md 1.2.2).

    ``id`` is the member's or the invitation's. ``accounts`` counts what was given, of every kind.
    ``is_expired``: the invitation ran out. ``since``: joined, or invited.
    """

    id: str
    is_invitation: bool
    person_id: str | None
    name: str
    email: str
    role: BusinessCenterRole
    finance_role: FinanceRole | None
    status: MemberStatus
    is_me: bool
    accounts: int
    since: datetime
    left_at: datetime | None = None
    invited_by: str = ""
    expires_at: datetime | None = None
    is_expired: bool = False
    times_sent: int = 0
    decline_reason: str = ""
    two_step: bool = False


@dataclass(frozen=True)
class Members:
    """The list, and what the page says above it: how many admins and members there are and may be."""

    rows: tuple[MemberRow, ...]
    admins: int
    standard_members: int
    maximum_admins: int
    maximum_standard_members: int
    allowed_domains: tuple[str, ...] = ()
    outside_domains: tuple[str, ...] = ()
    """Addresses of members the domain rule would not take today."""


@dataclass(frozen=True)
class NewInvitation:
    """What is asked for: addresses, a role, and what is given with it as (link, share or asset id, role)."""

    addresses: tuple[str, ...]
    role: BusinessCenterRole = BusinessCenterRole.STANDARD
    finance_role: FinanceRole | None = None
    accounts: tuple[tuple[str, AssetRole], ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    """Names found beside the addresses, by address."""


@dataclass(frozen=True)
class AddressCheck:
    """One piece of a pasted list. ``address`` None: no address; ``problem``: why it is not invited."""

    text: str
    address: str | None
    name: str
    problem: AppError | None


@dataclass(frozen=True)
class Invited:
    """One invitation that was made. ``code`` is shown and mailed once and kept as a hash only."""

    invitation_id: str
    email: str
    code: str
    mail_id: str


@dataclass(frozen=True)
class InvitationOffer:
    """What an invitation says to whoever holds its code. ``person_name``: the one who has this address already."""

    center_id: str
    center_name: str
    invited_by: str
    email: str
    name: str
    role: BusinessCenterRole
    finance_role: FinanceRole | None
    accounts: tuple[tuple[str, AssetRole], ...]
    expires_at: datetime
    person_name: str | None


@dataclass(frozen=True)
class Losses:
    """Everything a person loses by leaving or being removed (decisions.md, Removing a member)."""

    member_id: str
    name: str
    is_me: bool
    role: BusinessCenterRole
    finance_role: FinanceRole | None
    accounts: tuple[tuple[str, AssetRole], ...]
    sessions: int
    other_centers: int


# ------------------------------------------------------------------ grants
@dataclass(frozen=True)
class GrantRow:
    """One grant: who may use which asset as what. ``limit`` is the most this holder may get.

    ``display_name`` is a TikTok account's, or the number people know an ad account or other asset by.
    ``hides_numbers``: runs ads on an ad account without seeing performance numbers (A2-06).
    """

    asset_kind: AssetKind
    asset_id: str
    asset_name: str
    display_name: str
    holder: Holder
    holder_name: str
    holder_detail: str
    role: AssetRole
    is_me: bool
    given_at: datetime | None
    given_by: str
    limit: AssetRole = AssetRole.OPERATOR
    is_pending: bool = False
    """A partner that has not accepted yet."""
    hides_numbers: bool = False
    ends_at: datetime | None = None
    """A partner's is that of the partnership."""

    @property
    def id(self) -> str:
        """A key for tables."""
        return f"{self.asset_id}:{self.holder.id}"


@dataclass(frozen=True)
class Candidate:
    """Somebody an asset can be given to: a member or a partner (A2-36). ``detail``: e-mail or Business Center id."""

    holder: Holder
    name: str
    detail: str
    role: BusinessCenterRole | None
    accounts: int

    @property
    def id(self) -> str:
        """A key for tables."""
        return self.holder.id


@dataclass(frozen=True)
class AssetChoice:
    """An asset that can be given. ``limit``: the most that may be given on; ``owner_name``: who shares it."""

    kind: AssetKind
    id: str
    name: str
    display_name: str
    limit: AssetRole
    owner_name: str | None = None
    is_gone: bool = False
    """No longer linked or shared; stands in the matrix for what there was."""


@dataclass(frozen=True)
class Assignment:
    """Give ``role`` on the asset to the holder; None takes it away."""

    asset_id: str
    holder: Holder
    role: AssetRole | None


@dataclass(frozen=True)
class GrantChangeRow:
    """One row of history: what was before, what is after; None is no access (domain.md 13.15).

    ``hides_numbers`` is None but where the role stayed and the numbers of an ad account were hidden or shown (A2-06).
    """

    seq: int
    at: datetime
    by_name: str
    asset_kind: AssetKind
    asset_id: str
    asset_name: str
    holder: Holder
    holder_name: str
    before: AssetRole | None
    after: AssetRole | None
    hides_numbers: bool | None = None

    @property
    def id(self) -> int:
        """A key for tables."""
        return self.seq


@dataclass(frozen=True)
class MatrixHolder:
    """A row of the access matrix. ``is_gone``: left, ended; then the cells say what there was."""

    holder: Holder
    name: str
    detail: str
    is_admin: bool
    is_gone: bool
    last_at: datetime | None


@dataclass(frozen=True)
class Matrix:
    """Who has access: people and partners against assets (domain.md 13.9). ``cells``: (holder id, asset id) → role.

    ``former``: the same for holders or assets that are gone, from the history.
    """

    assets: tuple[AssetChoice, ...]
    holders: tuple[MatrixHolder, ...]
    cells: AccessCells
    former: AccessCells
    made_at: datetime


# ------------------------------------------------------------------ partners
@dataclass(frozen=True)
class ShareRow:
    """One asset in a partnership. ``members`` counts the partner's people who use it (known in this store only).

    ``account_id`` is TikTok's id, or another asset's number; ``handle`` is that asset's name, then.
    """

    id: str
    link_id: str | None
    account_id: str
    handle: str
    display_name: str
    role: AssetRole
    shared_at: datetime
    shared_by: str
    members: int
    kind: AssetKind = AssetKind.TIKTOK_ACCOUNT
    asset_id: str | None = None

    @property
    def name(self) -> str:
        """What people call it: @handle, or the asset's name."""
        return self.handle if self.asset_id is not None else f"@{self.handle}"

    @property
    def ref(self) -> str | None:
        """The id by which the owner changes it; None on the side that receives from another store."""
        return self.asset_id or self.link_id


@dataclass(frozen=True)
class PartnershipRow:
    """A partnership as one side sees it. ``is_elsewhere``: the other side lives in another store, reached by mail.

    Then ``sequence`` counts the states of what is shared and ``heard_sequence`` is the newest one the other side has
    told that it knows, at ``heard_at`` (None: never heard of it); received ones are as new as ``heard_at``.
    """

    id: str
    side: PartnershipSide
    other_id: str
    other_name: str
    state: PartnershipState
    is_elsewhere: bool
    note: str
    invited_by: str
    created_at: datetime
    decided_at: datetime | None
    decided_by: str
    decline_reason: str
    ended_at: datetime | None
    ended_by: str
    shares: tuple[ShareRow, ...]
    version: int
    sequence: int = 0
    heard_at: datetime | None = None
    heard_sequence: int | None = None
    ends_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether it waits or holds."""
        return self.state in (PartnershipState.PENDING, PartnershipState.ACTIVE)

    @property
    def waits_for_me(self) -> bool:
        """Whether it is an invitation this Business Center has to answer."""
        return self.state is PartnershipState.PENDING and self.side is PartnershipSide.RECEIVING

    @property
    def has_text(self) -> bool:
        """Whether there is something to tell the other side by a text: what is shared, its end, or the answer."""
        gives = self.side is PartnershipSide.GIVING
        nothing = PartnershipState.DECLINED if gives else PartnershipState.PENDING
        return self.is_elsewhere and self.state is not nothing

    @property
    def is_behind(self) -> bool:
        """Whether the other side, in another store, has not told that it knows the newest state."""
        known = self.heard_sequence
        if not self.is_elsewhere or self.side is PartnershipSide.RECEIVING or self.state is PartnershipState.DECLINED:
            return False
        return known is None or known < self.sequence


# ------------------------------------------------------------------ other Business Centers of the same person
@dataclass(frozen=True)
class AccountElsewhere:
    """An account that another Business Center of the same person has, ``id`` and ``handle``, and which one that is."""

    id: str
    handle: str
    center_id: str
    center_name: str


# ------------------------------------------------------------------ requests to the admins
@dataclass(frozen=True)
class AdminRequestRow:
    """One request to the admins."""

    id: str
    subject: AdminRequestSubject
    action: str | None
    object_id: str | None
    object_name: str
    text: str
    asked_by_name: str
    asked_by_email: str
    member_id: str | None
    is_from_outside: bool
    state: AdminRequestState
    created_at: datetime
    decided_at: datetime | None
    decided_by: str
    answer: str
