"""The frozen records of the owner's side, the phone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bcdesktop.core.access_requests import Kind, LinkState, Method, OwnerTrust, RequestState
from bcdesktop.core.code import fingerprint_digits
from bcdesktop.core.mails import MailKind
from bcdesktop.core.permissions import PermissionSet
from bcdesktop.services.records import AnswerResult, LogInPurpose

if TYPE_CHECKING:
    from bcdesktop.core.code import AccessRequest
    from bcdesktop.profile import PhoneAccount


@dataclass(frozen=True)
class CentreView:
    """The asking Business Center as this phone knows it: ``name`` is the pinned one once there is one.

    ``known_since`` None and ``is_new`` True at first contact.
    """

    name: str
    business_center_id: str
    public_key: bytes
    known_since: datetime | None
    is_new: bool
    digits_compared_at: datetime | None
    muted: bool

    @property
    def digits(self) -> str:
        """The 30 digits of the key, 6 groups of 5 (takes some milliseconds)."""
        return fingerprint_digits(self.public_key)


@dataclass(frozen=True)
class ScannedRequest:
    """A request that passed every check of security.md 2.3 and may be shown for consent.

    ``existing`` are the permissions this account already gave this Business Center (the request adds to them).
    ``in_store`` False: the request is of another store; the answer has to travel as a code. ``taken_back_at``: the
    owner had ended this Business Center's access on purpose (A0-45).
    """

    text: str
    code: AccessRequest
    request_hash: bytes
    request_cose: bytes
    request_id: str
    centre: CentreView
    permissions: PermissionSet
    kind: Kind
    handle: str | None
    purpose: str | None
    wanted_end: datetime | None
    issued_at: datetime
    expires_at: datetime
    account: PhoneAccount
    existing: PermissionSet | None
    in_store: bool
    taken_back_at: datetime | None = None


@dataclass(frozen=True)
class ScannedLogIn:
    """A log-in code of a computer's window."""

    text: str
    code_hash: bytes
    log_in_id: str
    purpose: LogInPurpose
    computer_name: str
    issued_at: datetime
    expires_at: datetime
    account: PhoneAccount


@dataclass(frozen=True)
class ScannedCard:
    """A Business Center's card (BC1) or an owner's card (OC1); ``is_centre`` tells which."""

    text: str
    is_centre: bool
    name: str
    public_key: bytes
    handles: tuple[str, ...]
    business_center_id: str | None
    made_at: datetime

    @property
    def digits(self) -> str:
        """The 30 digits of the key, 6 groups of 5 (takes some milliseconds)."""
        return fingerprint_digits(self.public_key)


@dataclass(frozen=True)
class ScannedAnswer:
    """An answer (AP1): a phone has no use for it, it belongs in Requests > Enter an answer."""

    text: str
    handle: str
    approved: bool


@dataclass(frozen=True)
class ScannedRevocation:
    """A revocation (RV1): it belongs in Requests > Enter an answer.

    ``handle`` and ``business_center_name`` are known where it was signed on this phone, else None.
    """

    text: str
    signed_at: datetime
    handle: str | None
    business_center_name: str | None


ScannedCode = ScannedRequest | ScannedLogIn | ScannedCard | ScannedAnswer | ScannedRevocation


@dataclass(frozen=True)
class Delivery:
    """What became of an answer. Not ``delivered``: ``answer_text`` has to travel as a code, a file or text."""

    delivered: bool
    answer_text: str
    receipt_id: str
    result: AnswerResult | None


@dataclass(frozen=True)
class InboxRow:
    """A notification, or the request for one's own account, addressed to the active account (A2-42 to A2-45)."""

    id: str
    business_center_name: str
    kind: Kind
    method: Method
    created_at: datetime
    expires_at: datetime
    state: RequestState
    code_text: str
    replaced: bool


@dataclass(frozen=True)
class GrantedRow:
    """What the active account granted, as this store knows it."""

    link_id: str
    business_center_id: str
    business_center_name: str
    kind: Kind
    permissions: PermissionSet
    state: LinkState
    owner_trust: OwnerTrust
    linked_at: datetime
    ends_at: datetime | None
    ended_at: datetime | None


@dataclass(frozen=True)
class NewTikTokAccount:
    """The sign-up form. ``kind``: personal, creator or brand."""

    handle: str
    display_name: str
    kind: str
    email: str
    password: str
    is_public: bool = True


@dataclass(frozen=True)
class DirectoryRow:
    """The active account as the directory knows it. ``claimed_by_name`` names the owning Business Center."""

    account_id: str
    handle: str
    display_name: str
    followers: int
    posts: int
    kind: str
    email: str
    is_public: bool
    is_political: bool
    is_business: bool
    claimed_by_name: str | None


@dataclass(frozen=True)
class MailRow:
    """A mail in the phone's Mail app. ``attachment`` is a PNG picture of the code; ``about_id`` what it is about."""

    id: str
    to_address: str
    from_name: str
    subject: str
    body: str
    attachment_name: str | None
    attachment: bytes | None
    created_at: datetime
    read_at: datetime | None
    kind: MailKind = MailKind.CODE
    about_id: str | None = None


@dataclass(frozen=True)
class Joined:
    """What came of an accepted invitation. ``handle`` is the TikTok account one can log in with on a computer."""

    center_name: str
    person_id: str
    email: str
    handle: str | None
