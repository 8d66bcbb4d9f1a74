"""The account owner's phone: read a code, consent, refuse."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import col, or_, select

from bcdesktop.core import code
from bcdesktop.core.access_requests import Kind, Method
from bcdesktop.core.clock import from_unix
from bcdesktop.core.permissions import PermissionSet
from bcdesktop.profile import PhoneProfile
from bcdesktop.services import _consent, _devices, _log_in_answers, _scan
from bcdesktop.services._rows import link_state, request_state
from bcdesktop.services.context import Context
from bcdesktop.services.errors import CodeKindWrong
from bcdesktop.services.phone_records import (
    Delivery,
    GrantedRow,
    InboxRow,
    ScannedAnswer,
    ScannedCard,
    ScannedCode,
    ScannedLogIn,
    ScannedRequest,
    ScannedRevocation,
)
from bcdesktop.store.tables import AccessRequest, BusinessCenter, TikTokAccountLink


def open_code(context: Context, phone: PhoneProfile, text: str) -> ScannedCode:
    """Check the text of a code in the order of security.md 2.3 and say what it is; notes that a request was scanned.

    Raises CodeRefused, CodeFromFuture, CodeKindWrong (a partner's text), NotLoggedIn, LoggedOutHere,
    CentreKeyChanged, CentreMuted, RequestReplaced, RequestCancelled, AlreadyAnswered, RequestFailed, RequestExpired,
    WrongAccount, AlreadyLinked, ClaimedElsewhere, OwnerIsBusinessCenter, AccountPrivate, AccountUnfit,
    CodeForOtherStore and LogInAlreadyDecided (a log-in), ClockMovedBack. A refusal changes nothing in the request and
    is logged.
    """
    peeked = code.peek(text)
    match peeked.message:
        case code.Reply():
            approved = peeked.message.decision is code.Decision.APPROVE
            return ScannedAnswer(peeked.text, peeked.message.handle, approved)
        case code.Revocation():
            return _revocation(phone, peeked, peeked.message)
        case code.PartnerInvitation() | code.PartnerAnswer():
            raise CodeKindWrong(peeked.kind.value)
        case code.OwnerCard() | code.CentreCard():
            return _card(code.verify(peeked))
        case code.LogIn():
            return _log_in_answers.scan(context, _devices.active(context, phone), code.verify(peeked))
        case code.AccessRequest():
            return _scan.scan(context, phone, _devices.active(context, phone), code.verify(peeked))


def approve(
    context: Context,
    phone: PhoneProfile,
    scanned: ScannedRequest,
    permissions: PermissionSet,
    ends_at: datetime | None = None,
    passcode: str | None = None,
) -> Delivery:
    """Sign the consent and hand it to the store, if the request is of this store.

    ``permissions`` may be narrower than asked, ``ends_at`` earlier (None takes what was asked). The Business Center is
    known to this phone from then on. Raises WrongPasscode, PassphraseNeeded, AnswerWider, DateNotAhead("ends_at"),
    RequestExpired, and what ``access_requests.receive_answer`` raises.
    """
    return _consent.approve(context, phone, scanned, permissions, ends_at, passcode)


def decline(
    context: Context,
    phone: PhoneProfile,
    scanned: ScannedRequest,
    reason: str | None = None,
    *,
    mute: bool = False,
    passcode: str | None = None,
) -> Delivery:
    """Sign the refusal; ``mute`` also blocks the Business Center on this phone (security.md 1.3, A9).

    Raises as ``approve``, and InputRefused for ``reason`` (120 bytes).
    """
    return _consent.decline(context, phone, scanned, reason, mute=mute, passcode=passcode)


def mark_digits_compared(phone: PhoneProfile, scanned: ScannedRequest) -> None:
    """Note that both sides read out the same 30 digits; the Business Center is known to this phone from then on."""
    centre = scanned.centre
    phone.pin_centre(centre.business_center_id, centre.name, centre.public_key)
    phone.mark_compared(centre.business_center_id)


def unmute(phone: PhoneProfile, business_center_id: str) -> None:
    """Hear a blocked Business Center again. Raises NotFound."""
    phone.mute_centre(business_center_id, muted=False)


def approve_log_in(context: Context, phone: PhoneProfile, scanned: ScannedLogIn, passcode: str | None = None) -> None:
    """Let the computer in, with a signed answer. Raises WrongPasscode, LogInAlreadyDecided, CodeExpired."""
    _log_in_answers.answer(context, phone, scanned, code.Decision.APPROVE, passcode)


def decline_log_in(context: Context, phone: PhoneProfile, scanned: ScannedLogIn, passcode: str | None = None) -> None:
    """Refuse the computer. Raises as ``approve_log_in``."""
    _log_in_answers.answer(context, phone, scanned, code.Decision.DECLINE, passcode)


def inbox(context: Context, phone: PhoneProfile) -> tuple[InboxRow, ...]:
    """Return what is addressed to the active account: notifications and own-account requests, newest first.

    Nothing from a blocked Business Center. Raises NotLoggedIn, LoggedOutHere.
    """
    account, now = _devices.active(context, phone), context.clock.now()
    muted = {centre.business_center_id for centre in phone.centres if centre.muted}
    rows = (
        select(AccessRequest, BusinessCenter)
        .join(BusinessCenter, col(BusinessCenter.id) == col(AccessRequest.business_center_id))
        .where(
            AccessRequest.expected_account_id == account.account_id,
            or_(col(AccessRequest.method) == Method.NOTIFICATION, col(AccessRequest.kind) == Kind.OWN),
        )
        .order_by(col(AccessRequest.created_at).desc(), col(AccessRequest.id))
    )
    with context.store.read() as session:
        return tuple(
            InboxRow(
                id=row.id,
                business_center_name=_known_name(phone, center),
                kind=row.kind,
                method=row.method,
                created_at=row.created_at,
                expires_at=row.expires_at,
                state=request_state(row, now),
                code_text=row.code_text,
                replaced=row.replaced_by is not None,
            )
            for row, center in session.exec(rows)
            if center.id not in muted
        )


def links(context: Context, phone: PhoneProfile) -> tuple[GrantedRow, ...]:
    """Return what the active account granted, as this store knows it, newest first.

    Raises NotLoggedIn, LoggedOutHere.
    """
    account, now = _devices.active(context, phone), context.clock.now()
    rows = (
        select(TikTokAccountLink, BusinessCenter.name)
        .join(BusinessCenter, col(BusinessCenter.id) == col(TikTokAccountLink.business_center_id))
        .where(TikTokAccountLink.account_id == account.account_id)
        .order_by(col(TikTokAccountLink.linked_at).desc(), col(TikTokAccountLink.id))
    )
    with context.store.read() as session:
        return tuple(
            GrantedRow(
                link_id=link.id,
                business_center_id=link.business_center_id,
                business_center_name=name,
                kind=link.kind,
                permissions=PermissionSet.from_scope(link.scope),
                state=link_state(link, now),
                owner_trust=link.owner_trust,
                linked_at=link.linked_at,
                ends_at=link.ends_at,
                ended_at=link.ended_at,
            )
            for link, name in session.exec(rows)
        )


def _known_name(phone: PhoneProfile, center: BusinessCenter) -> str:
    """Return the pinned name: a name in a code or a row is only what the other side says (security.md 1.3, A1)."""
    pinned = phone.centre(center.id)
    return center.name if pinned is None else pinned.name


def _revocation(phone: PhoneProfile, peeked: code.PeekedCode, message: code.Revocation) -> ScannedRevocation:
    """Say what is known of a revocation; only its store can check it, so nothing but its own time is believed."""
    made = next((receipt for receipt in phone.receipts() if receipt.answer_cose == peeked.cose), None)
    return ScannedRevocation(
        text=peeked.text,
        signed_at=from_unix(message.revoked_at),
        handle=None if made is None else made.handle,
        business_center_name=None if made is None else made.business_center_name,
    )


def _card(opened: code.OpenedCode) -> ScannedCard:
    card = opened.message
    assert isinstance(card, code.OwnerCard | code.CentreCard)  # noqa: S101 - the caller matched it
    return ScannedCard(
        text=opened.text,
        is_centre=isinstance(card, code.CentreCard),
        name=card.name,
        public_key=card.key,
        handles=card.handles if isinstance(card, code.OwnerCard) else (),
        business_center_id=card.business_center_id if isinstance(card, code.CentreCard) else None,
        made_at=from_unix(card.made_at),
    )
