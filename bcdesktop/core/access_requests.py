"""The states of a request and of a link, and what may lead from one to the next (decisions.md, "Request and link")."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from bcdesktop.core.limits import LIFETIMES


class Method(StrEnum):
    """How the request reaches the owner (domain.md 1.4.1)."""

    QR_CODE = "qr_code"
    NOTIFICATION = "notification"


class Kind(StrEnum):
    """What is asked for: access, ownership, or the linking of one's own account (A1-23, A2-19, A2-21)."""

    LINK = "link"
    CLAIM = "claim"
    OWN = "own"


class RequestState(StrEnum):
    """State of a request; ``scanned`` is information on the row and no state that locks."""

    DRAFT = "draft"
    PENDING = "pending"
    APPROVED = "approved"
    DECLINED = "declined"
    EXPIRED = "expired"
    CANCELLED = "cancelled"
    FAILED = "failed"


class FailReason(StrEnum):
    """Why a valid approval could not become a link."""

    CLAIMED_ELSEWHERE = "claimed_elsewhere"
    ACCOUNT_LIMIT = "account_limit"
    BUSINESS_CENTER_LIMIT = "business_center_limit"


class LinkState(StrEnum):
    """State of a link. Ended by the owner, by the Business Center and by its date are never the same thing."""

    ACTIVE = "active"
    REVOKED = "revoked"
    DISCONNECTED = "disconnected"
    RAN_OUT = "ran_out"


class OwnerTrust(StrEnum):
    """How the owner's key came to be known (security.md 2.5)."""

    KNOWN_IN_STORE = "known_in_store"
    NOT_VERIFIED = "not_verified"
    DIGITS_COMPARED = "digits_compared"


class RequestEvent(StrEnum):
    """What can happen to a request."""

    SEND = "send"
    APPROVE = "approve"
    DECLINE = "decline"
    EXPIRE = "expire"
    CANCEL = "cancel"
    FAIL = "fail"


_S, _E = RequestState, RequestEvent
TRANSITIONS: dict[tuple[RequestState, RequestEvent], RequestState] = {
    (_S.DRAFT, _E.SEND): _S.PENDING,
    (_S.DRAFT, _E.CANCEL): _S.CANCELLED,
    (_S.PENDING, _E.APPROVE): _S.APPROVED,
    (_S.PENDING, _E.DECLINE): _S.DECLINED,
    (_S.PENDING, _E.EXPIRE): _S.EXPIRED,
    (_S.PENDING, _E.CANCEL): _S.CANCELLED,
    (_S.PENDING, _E.FAIL): _S.FAILED,
    # signed in time, arrived late: the answer still counts (decisions.md, Lifetimes)
    (_S.EXPIRED, _E.APPROVE): _S.APPROVED,
    (_S.EXPIRED, _E.DECLINE): _S.DECLINED,
    (_S.EXPIRED, _E.FAIL): _S.FAILED,
}


def next_state(state: RequestState, event: RequestEvent) -> RequestState | None:
    """Return the state after ``event``, or None where the event cannot happen in ``state``."""
    return TRANSITIONS.get((state, event))


def states_before(event: RequestEvent) -> tuple[RequestState, ...]:
    """Return the states in which ``event`` may happen, for a compare-and-set."""
    return tuple(state for (state, e) in TRANSITIONS if e is event)


class Timeliness(StrEnum):
    """Whether an answer came in time."""

    IN_TIME = "in_time"
    SIGNED_IN_TIME = "signed_in_time"
    TOO_LATE = "too_late"
    BEFORE_ISSUE = "before_issue"


def timeliness(issued_at: datetime, expires_at: datetime, signed_at: datetime, arrived_at: datetime) -> Timeliness:
    """Judge an answer by the issuer's clock (decisions.md, Lifetimes; security.md 2.4).

    It counts when its signed time lies within the life of the request and it arrives within 24 h after the end.
    """
    if signed_at < issued_at - LIFETIMES.owner_courtesy:
        return Timeliness.BEFORE_ISSUE
    if signed_at > expires_at or arrived_at > expires_at + LIFETIMES.answer_grace:
        return Timeliness.TOO_LATE
    return Timeliness.IN_TIME if arrived_at <= expires_at else Timeliness.SIGNED_IN_TIME
