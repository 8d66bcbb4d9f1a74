"""What the rules of ad accounts and of requests for them refuse (domain.md 7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bcdesktop.core.ad_accounts import AdAccountRequestState, AdAccountStatus, CloseProblem
from bcdesktop.core.errors import InputRefused, RuleRefused


@dataclass(eq=False)
class CurrencyDiffers(InputRefused):
    """An ad account has the currency of its Business Center, ``expected`` (domain.md 1.5.2)."""

    expected: str
    found: str


@dataclass(eq=False)
class AdAccountUnknown(InputRefused):
    """No ad account with this number in this store."""

    number: str


@dataclass(eq=False)
class IdOfBusinessCenter(InputRefused):
    """The number is that of the asking Business Center itself, not of an ad account."""

    number: str


@dataclass(eq=False)
class AdAccountAlreadyHere(InputRefused):
    """The Business Center owns or reaches the ad account ``name``."""

    name: str
    number: str


@dataclass(eq=False)
class AdAccountAskedBefore(InputRefused):
    """A request for the same ad account still waits, until ``expires_at``."""

    name: str
    number: str
    expires_at: datetime


@dataclass(eq=False)
class AdAccountHasOwner(InputRefused):
    """A Business Center, ``owner_name``, owns the ad account, so it cannot be transferred (domain.md 7.10)."""

    name: str
    owner_name: str


@dataclass(eq=False)
class AdAccountClosed(RuleRefused):
    """The ad account ``name`` was closed, for good (domain.md 7.15)."""

    name: str


@dataclass(eq=False)
class AdAccountNotInReview(RuleRefused):
    """Only what is in review can be approved or not; it is ``status`` now."""

    status: AdAccountStatus


@dataclass(eq=False)
class AdAccountOfOther(RuleRefused):
    """Another Business Center or a person, ``owner_name``, owns the ad account and alone can do this."""

    name: str
    owner_name: str


@dataclass(eq=False)
class AdAccountIsOwn(RuleRefused):
    """The Business Center owns the ad account: it is closed, not removed."""

    name: str


@dataclass(eq=False)
class AdAccountCannotClose(RuleRefused):
    """Something stands in the way of closing the ad account (domain.md 7.15)."""

    name: str
    problems: tuple[CloseProblem, ...]


@dataclass(eq=False)
class BillsNotConfirmed(InputRefused):
    """Nobody confirmed that no bill is open; only a person can know that."""


@dataclass(eq=False)
class AdAccountRequestNotOpen(RuleRefused):
    """The request was answered, cancelled or ran out before: it is ``state``."""

    state: AdAccountRequestState
