"""What the codes say, one frozen record per kind (security.md 2.1). Times are unix seconds UTC, lives are seconds.

A record is only data: ``seal`` and ``open_code`` hold it to the rules of its fields, so that a form can keep an
unfinished one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum

ALL_GRANTS = bytes(16)
"""The grant id in a revocation that ends everything this owner granted."""


class CodeKind(StrEnum):
    """The kinds of code; the value is the prefix of its text."""

    ACCESS_REQUEST = "AR1"
    REPLY = "AP1"
    REVOCATION = "RV1"
    OWNER_CARD = "OC1"
    CENTRE_CARD = "BC1"
    LOG_IN = "LI1"
    PARTNER_INVITATION = "PI1"
    PARTNER_ANSWER = "PA1"

    @property
    def context(self) -> str:
        """The external data of the signature: a reply can never be read as a revocation."""
        return _CONTEXTS[self]


_CONTEXTS = {
    CodeKind.ACCESS_REQUEST: "access-request/1",
    CodeKind.REPLY: "access-reply/1",
    CodeKind.REVOCATION: "access-revocation/1",
    CodeKind.OWNER_CARD: "owner-card/1",
    CodeKind.CENTRE_CARD: "centre-card/1",
    CodeKind.LOG_IN: "log-in/1",
    CodeKind.PARTNER_INVITATION: "partner-invitation/1",
    CodeKind.PARTNER_ANSWER: "partner-answer/1",
}


class RequestKind(IntEnum):
    """What is asked for."""

    LINK = 1
    CLAIM = 2
    OWN = 3


class Decision(IntEnum):
    """What the owner answered."""

    APPROVE = 1
    DECLINE = 2


class AdAccountRole(IntEnum):
    """Role on an ad account, by its number (domain.md 2.1)."""

    ADMIN = 0
    OPERATOR = 1
    ANALYST = 2


class PartnerDecision(IntEnum):
    """What a partner answered; END ends what it had accepted before."""

    ACCEPT = 1
    DECLINE = 2
    END = 3


class SharedRole(IntEnum):
    """Role on a TikTok account that is shared, by its number."""

    OPERATOR = 1
    ANALYST = 2


class RevocationReason(IntEnum):
    """Known reasons of a revocation; a number not listed here is read all the same, for a revocation must count."""

    NOT_GIVEN = 0
    OWNER_DECISION = 1
    KEY_LOST = 2


@dataclass(frozen=True)
class FurtherGrant:
    """A role on one ad account (19 digits), asked for or granted beside the TikTok account."""

    ad_account_id: str
    role: AdAccountRole


@dataclass(frozen=True)
class AccessRequest:
    """AR1: a Business Center asks. ``addressee`` is the owner's key id; ``scope`` as ``PermissionSet.scope``."""

    request_id: bytes
    centre_key: bytes
    centre_name: str
    scope: tuple[int, ...]
    issued_at: int
    life: int
    kind: RequestKind
    business_center_id: str
    addressee: bytes | None = None
    wanted_end: int | None = None
    handle: str | None = None
    purpose: str | None = None
    further_grants: tuple[FurtherGrant, ...] = ()

    @property
    def expires_at(self) -> int:
        """The end of its life."""
        return self.issued_at + self.life


@dataclass(frozen=True)
class Reply:
    """AP1: an owner's answer to an AR1 or an LI1, tied to it by the SHA-256 of its whole COSE.

    ``grant_id`` and ``scope`` are both present (a link was approved) or both absent (declined, or a log-in).
    ``owner_key`` and ``name`` are there on first contact.
    """

    request_hash: bytes
    decision: Decision
    signed_at: int
    sequence: int
    handle: str
    account_id: str
    grant_id: bytes | None = None
    scope: tuple[int, ...] | None = None
    grant_end: int | None = None
    owner_key: bytes | None = None
    name: str | None = None
    decline_reason: str | None = None
    further_grants: tuple[FurtherGrant, ...] = ()


@dataclass(frozen=True)
class Revocation:
    """RV1: an owner ends one grant, or with ALL_GRANTS every grant signed by this key."""

    grant_id: bytes
    reason: int
    revoked_at: int
    sequence: int

    @property
    def ends_everything(self) -> bool:
        """Whether it ends all grants of this owner."""
        return self.grant_id == ALL_GRANTS


@dataclass(frozen=True)
class OwnerCard:
    """OC1: an owner's key, name and up to four handles. Self-signed: it proves possession, not who it is."""

    key: bytes
    name: str
    handles: tuple[str, ...]
    made_at: int
    sequence: int
    previous_key_signature: bytes | None = None


@dataclass(frozen=True)
class CentreCard:
    """BC1: a Business Center's key, name and id; the id stands in the list where an owner card has handles."""

    key: bytes
    name: str
    business_center_id: str
    made_at: int
    sequence: int
    previous_key_signature: bytes | None = None


@dataclass(frozen=True)
class LogIn:
    """LI1: a computer asks to be logged in with TikTok. ``centre_key`` is the key of its store or Business Center."""

    log_in_id: bytes
    centre_key: bytes
    computer_name: str
    issued_at: int
    life: int

    @property
    def expires_at(self) -> int:
        """The end of its life."""
        return self.issued_at + self.life


@dataclass(frozen=True)
class SharedAccount:
    """One TikTok account that is shared with a partner."""

    account_id: str
    handle: str
    display_name: str
    role: SharedRole


@dataclass(frozen=True)
class PartnerInvitation:
    """PI1: a Business Center says what it shares with another (``addressee_id``) that lives in another store.

    The first one invites, each with a higher ``sequence`` replaces the one before it; ``ended`` stops everything.
    ``accounts`` stand in rising order of their ids.
    """

    partnership_id: bytes
    centre_key: bytes
    centre_name: str
    business_center_id: str
    addressee_id: str
    issued_at: int
    sequence: int
    accounts: tuple[SharedAccount, ...] = ()
    ended: bool = False
    note: str | None = None


@dataclass(frozen=True)
class PartnerAnswer:
    """PA1: the other Business Center's answer. ``sequence`` is that of the PI1 it has seen last."""

    partnership_id: bytes
    decision: PartnerDecision
    centre_key: bytes
    centre_name: str
    business_center_id: str
    addressee_id: str
    signed_at: int
    sequence: int
    decline_reason: str | None = None


Message = AccessRequest | Reply | Revocation | OwnerCard | CentreCard | LogIn | PartnerInvitation | PartnerAnswer
