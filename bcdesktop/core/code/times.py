"""Whether a code is in its time, by the reader's own clock (security.md 2.3 and 2.4)."""

from __future__ import annotations

from bcdesktop.core.code.errors import CodeExpired, CodeFromFuture
from bcdesktop.core.code.messages import (
    AccessRequest,
    LogIn,
    Message,
    PartnerAnswer,
    PartnerInvitation,
    Reply,
    Revocation,
)
from bcdesktop.core.limits import LIFETIMES

COURTESY = int(LIFETIMES.owner_courtesy.total_seconds())


def check_times(message: Message, now: int) -> None:
    """Refuse a code that is not valid at ``now`` (unix seconds), with 120 s of courtesy both ways.

    Raises CodeFromFuture when it was signed ahead of ``now``, CodeExpired when its life is over. A reply, revocation,
    card or partner's text has no life of its own: the issuer's row decides about a reply. The check is a guard against
    phishing and wrong clocks; replay is stopped by the issuer.
    """
    ahead = signed_at(message) - now
    if ahead > COURTESY:
        raise CodeFromFuture(ahead)
    if isinstance(message, AccessRequest | LogIn) and now > message.expires_at + COURTESY:
        raise CodeExpired(message.expires_at)


def signed_at(message: Message) -> int:
    """Return when the signer says it was made (unix seconds)."""
    match message:
        case AccessRequest() | LogIn() | PartnerInvitation():
            return message.issued_at
        case Reply() | PartnerAnswer():
            return message.signed_at
        case Revocation():
            return message.revoked_at
        case _:
            return message.made_at
