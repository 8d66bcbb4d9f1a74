"""What the rules of requests, links and accounts refuse. Each case of domain.md 3.5 has a type of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bcdesktop.core.access_requests import LinkState, RequestState
from bcdesktop.core.errors import RuleRefused


@dataclass(eq=False)
class RequestExpired(RuleRefused):
    """The code ran out before it was answered (A1-25, A2-41). A new one is needed."""

    expired_at: datetime


@dataclass(eq=False)
class AnswerTooLate(RuleRefused):
    """Signed after the end of the request, or arrived more than 24 h after it (decisions.md, Lifetimes)."""

    expired_at: datetime
    signed_at: datetime


@dataclass(eq=False)
class AnswerBeforeIssue(RuleRefused):
    """The answer says it was signed before the request was made: one of the two clocks is wrong."""

    issued_at: datetime
    signed_at: datetime


@dataclass(eq=False)
class WrongAccount(RuleRefused):
    """Another account than the expected one is logged in on the phone, the most frequent cause (domain.md 3.5)."""

    expected_handle: str
    handle: str


@dataclass(eq=False)
class AlreadyAnswered(RuleRefused):
    """One code, one answer: it was approved or declined before (``state``), by ``handle``, ``at``."""

    state: RequestState
    handle: str
    at: datetime | None


@dataclass(eq=False)
class RequestReplaced(RuleRefused):
    """A newer code took the place of this one. ``request_id`` is the new request."""

    request_id: str


@dataclass(eq=False)
class RequestCancelled(RuleRefused):
    """The Business Center withdrew the request."""


@dataclass(eq=False)
class RequestNotOpen(RuleRefused):
    """The step needs a request in another state (cancel or renew of an approved one)."""

    state: RequestState


@dataclass(eq=False)
class RequestFailed(RuleRefused):
    """An approval of this request was refused before (``reason`` is a core.access_requests.FailReason)."""

    reason: str


@dataclass(eq=False)
class AlreadyLinked(RuleRefused):
    """The account is linked to this Business Center and the request adds nothing to ``link_id``."""

    handle: str
    link_id: str


@dataclass(eq=False)
class ClaimedElsewhere(RuleRefused):
    """A Business Center owns the account; a second claim is refused (A2-23), asking for access stays possible."""

    handle: str


@dataclass(eq=False)
class OwnerIsBusinessCenter(RuleRefused):
    """A Business Center owns the account: its admins answer requests for it, not the phone (decisions.md, Claim)."""

    handle: str
    owner_name: str


@dataclass(eq=False)
class ClaimedCannotBeRevoked(RuleRefused):
    """The account was claimed; only the Business Center ``owner_name`` can end that (decisions.md, Claim)."""

    handle: str
    owner_name: str


@dataclass(eq=False)
class AccountLimitReached(RuleRefused):
    """The account is linked to as many Business Centers as allowed (A3-28)."""

    maximum: int
    current: int


@dataclass(eq=False)
class BusinessCenterLimitReached(RuleRefused):
    """The Business Center has as many accounts as allowed (A3-28)."""

    maximum: int
    current: int


@dataclass(eq=False)
class AccountPrivate(RuleRefused):
    """The account is private (IS_PRIVATE_ACCOUNT, domain.md 1.3.6)."""

    handle: str


@dataclass(eq=False)
class AccountUnfit(RuleRefused):
    """The account is not fit for ads. ``reason``: ``not_business_account``, ``scope_unavailable``, ``political``."""

    handle: str
    reason: str


@dataclass(eq=False)
class AnswerWider(RuleRefused):
    """The answer grants more, or longer, than was asked (security.md 1.3, A7). ``handle`` answered."""

    handle: str


@dataclass(eq=False)
class AnswerFromWrongKey(RuleRefused):
    """The answer's key is not one of the account's phones (security.md 2.3)."""

    handle: str


@dataclass(eq=False)
class UnverifiedOwnerForbidden(RuleRefused):
    """Settings > Security refuses owners whose key is not known in this store."""

    handle: str


@dataclass(eq=False)
class CodeForOtherStore(RuleRefused):
    """The answer or log-in code belongs to a request this store never made."""


@dataclass(eq=False)
class CodeKindWrong(RuleRefused):
    """A good code of another kind than this place takes. ``prefix`` is the one found: AR1, AP1, RV1, OC1 ..."""

    prefix: str


@dataclass(eq=False)
class LogInAlreadyDecided(RuleRefused):
    """The log-in code was approved or declined before."""

    state: str


@dataclass(eq=False)
class LogInNotApproved(RuleRefused):
    """The log-in code has not been approved on the phone (``state``: pending, declined, expired)."""

    state: str


@dataclass(eq=False)
class NoPersonForAccount(RuleRefused):
    """Nobody in this store signs in with the TikTok account ``handle``."""

    handle: str


@dataclass(eq=False)
class NotLoggedIn(RuleRefused):
    """No TikTok account is logged in on this phone."""


@dataclass(eq=False)
class CentreMuted(RuleRefused):
    """The owner muted this Business Center on the phone (security.md 1.3, A9)."""

    name: str


@dataclass(eq=False)
class TooManyRequests(RuleRefused):
    """Too many requests to one owner: 3 open per Business Center, 10 per hour (security.md 1.3, A9)."""

    maximum: int


@dataclass(eq=False)
class NoHandleForNotification(RuleRefused):
    """A notification needs the handle, otherwise nobody is addressed (domain.md 3.6.3)."""


@dataclass(eq=False)
class HandleUnknown(RuleRefused):
    """No account with this handle in the directory of this store."""

    handle: str


@dataclass(eq=False)
class OwnAccountMissing(RuleRefused):
    """The person never logged in with a TikTok account, so there is no own account to link."""


@dataclass(eq=False)
class StoreKeyLocked(RuleRefused):
    """The store key is not on this computer or not unlocked: sign in with the password or give the recovery text."""


@dataclass(eq=False)
class SignInThrottled(RuleRefused):
    """Too many wrong passwords; the next try is taken after ``seconds`` (security.md 2.7)."""

    seconds: int


@dataclass(eq=False)
class LinkNotActive(RuleRefused):
    """The link has ended (``state``: revoked, disconnected or ran_out), so nothing can be done with it."""

    state: LinkState
