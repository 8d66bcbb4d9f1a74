"""Ad accounts: their states, who owns them, requests for them, and when they may be closed (domain.md 1.5, 7)."""

from __future__ import annotations

from enum import StrEnum


class AdAccountStatus(StrEnum):
    """Show status of an ad account (domain.md 2.1); CLOSED is final (domain.md 7.15)."""

    IN_REVIEW = "in_review"
    """Waits for an approval that stands for TikTok's (A4-18)."""
    APPROVED = "approved"
    NOT_APPROVED = "not_approved"
    SUSPENDED = "suspended"
    CLOSED = "closed"


class AssetRelation(StrEnum):
    """Why a Business Center reaches an asset: the asset relation types of domain.md 2.1."""

    OWNER_BC = "owner_bc"
    """It owns the asset."""
    OWNER_PARTNER = "owner_partner"
    """Another Business Center owns it, and shares it or granted a request."""
    OWNER_INDIVIDUAL = "owner_individual"
    """A person owns it and granted a request."""


class AdAccountRequestKind(StrEnum):
    """What is asked of the owner of an ad account."""

    ACCESS = "access"
    TRANSFER = "transfer"
    """The account moves into the asking Business Center for good; only a person's account can (domain.md 7.10)."""


class AdAccountRequestState(StrEnum):
    """Life of a request for an ad account; EXPIRED as soon as the time is over (decisions.md, Lifetimes: 30 days)."""

    PENDING = "pending"
    APPROVED = "approved"
    DECLINED = "declined"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


class CloseProblem(StrEnum):
    """Why an ad account cannot be closed (domain.md 7.15). Bills are not kept here, so only the person can know."""

    DELIVERING = "delivering"
    """An ad ran in the last three days."""
    UNPAID_BILL = "unpaid_bill"
    SUSPENDED = "suspended"
    UNFINISHED_TRANSFER = "unfinished_transfer"
