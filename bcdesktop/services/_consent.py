"""Signing what the owner decided, and handing it over."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import datetime, timedelta

from bcdesktop.core import code
from bcdesktop.core.access_requests import Kind
from bcdesktop.core.clock import from_unix, unix
from bcdesktop.core.errors import DateNotAhead, NotFound
from bcdesktop.core.ids import parse_text
from bcdesktop.core.limits import LIFETIMES, LIMITS
from bcdesktop.core.permissions import PermissionSet
from bcdesktop.profile import PhoneProfile, Receipt
from bcdesktop.services import _answers, _devices
from bcdesktop.services.context import Context
from bcdesktop.services.errors import AnswerWider, NotLoggedIn, RequestExpired
from bcdesktop.services.phone_records import Delivery, ScannedRequest

_NAME_BYTES = 48


def approve(
    context: Context,
    phone: PhoneProfile,
    scanned: ScannedRequest,
    permissions: PermissionSet,
    ends_at: datetime | None,
    passcode: str | None,
) -> Delivery:
    """See ``owner.approve``."""
    now = context.clock.now()
    end = ends_at if ends_at is not None else scanned.wanted_end
    if end is not None and (end <= now or scanned.kind is Kind.CLAIM):
        raise DateNotAhead("ends_at")
    longer = end is not None and scanned.wanted_end is not None and end > scanned.wanted_end
    if longer or not scanned.permissions.covers(permissions):
        raise AnswerWider(scanned.account.handle)
    grant = replace(
        _reply(phone, scanned, code.Decision.APPROVE, now),
        grant_id=secrets.token_bytes(16),
        scope=permissions.scope,
        grant_end=None if end is None else unix(end),
    )
    return _signed(context, phone, scanned, grant, passcode)


def decline(
    context: Context,
    phone: PhoneProfile,
    scanned: ScannedRequest,
    reason: str | None,
    *,
    mute: bool,
    passcode: str | None,
) -> Delivery:
    """See ``owner.decline``."""
    text = parse_text(reason or "", "reason", maximum=LIMITS.decline_reason_bytes, required=False, unit="bytes")
    refusal = replace(_reply(phone, scanned, code.Decision.DECLINE, context.clock.now()), decline_reason=text or None)
    delivery = _signed(context, phone, scanned, refusal, passcode)
    if mute:
        phone.mute_centre(scanned.centre.business_center_id)
    return delivery


def _reply(phone: PhoneProfile, scanned: ScannedRequest, decision: code.Decision, now: datetime) -> code.Reply:
    if now > scanned.expires_at + (timedelta(0) if scanned.in_store else LIFETIMES.owner_courtesy):
        raise RequestExpired(scanned.expires_at)
    account = scanned.account
    return code.Reply(
        request_hash=scanned.request_hash,
        decision=decision,
        signed_at=unix(now),
        sequence=0,
        handle=account.handle,
        account_id=account.account_id,
        # a Business Center on another computer may meet this key for the first time
        owner_key=None if scanned.in_store else account.public_key,
        name=None if scanned.in_store else _clipped(account.display_name),
    )


def _signed(
    context: Context, phone: PhoneProfile, scanned: ScannedRequest, reply: code.Reply, passcode: str | None
) -> Delivery:
    """Sign, hand over, then keep what the phone keeps: the Business Center does not wait for the phone's own notes."""
    account, centre = scanned.account, scanned.centre
    _devices.refuse_logged_out(context, account)
    phone.check_centre(centre.business_center_id, centre.public_key)
    try:
        signing_key = phone.signing_key(account.account_id, passcode)
    except NotFound as error:
        raise NotLoggedIn from error
    sealed = code.seal(replace(reply, sequence=phone.next_sequence(account.account_id)), signing_key)
    result = _answers.receive(context, sealed.text) if scanned.in_store else None
    decision = "approved" if reply.decision is code.Decision.APPROVE else "declined"
    receipt = Receipt(
        id=secrets.token_hex(16),
        at=context.clock.now(),
        business_center_name=centre.name,
        business_center_id=centre.business_center_id,
        handle=account.handle,
        decision=decision,
        scope=reply.scope or (),
        ends_at=None if reply.grant_end is None else from_unix(reply.grant_end),
        request_cose=scanned.request_cose,
        answer_cose=sealed.cose,
        delivered=result is not None,
    )
    with phone.together():
        phone.pin_centre(centre.business_center_id, centre.name, centre.public_key)
        phone.remember_seen(scanned.request_hash, scanned.expires_at, decision)
        phone.add_receipt(receipt)
    return Delivery(result is not None, sealed.text, receipt.id, result)


def _clipped(name: str) -> str:
    return name.encode()[:_NAME_BYTES].decode(errors="ignore").strip()
