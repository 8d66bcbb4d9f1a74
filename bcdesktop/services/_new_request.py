"""Making one request: who is addressed, how long it lives, what stands in its code."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bcdesktop.core import code
from bcdesktop.core.access_requests import Kind, Method, RequestState
from bcdesktop.core.clock import from_unix, unix
from bcdesktop.core.drafts import Draft
from bcdesktop.core.errors import HostileText, ValueMalformed, ValueTooLong
from bcdesktop.core.limits import ADDRESSED_CHOICES, LIFETIMES, QR_CODE_CHOICES
from bcdesktop.core.permissions import PermissionLevel
from bcdesktop.services import _checks, _commands, _relinking, _secrets
from bcdesktop.services.context import Context
from bcdesktop.services.errors import HandleUnknown, OwnAccountMissing
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import AccessRequest, BusinessCenter, DirectoryAccount, Person
from bcdesktop.store.unit_of_work import UnitOfWork

_KINDS = {Kind.LINK: code.RequestKind.LINK, Kind.CLAIM: code.RequestKind.CLAIM, Kind.OWN: code.RequestKind.OWN}


@dataclass(frozen=True)
class _Addressee:
    handle: str | None
    account_id: str | None


def add(
    context: Context, unit: UnitOfWork, actor: Actor, draft: Draft, *, parent: AccessRequest | None = None
) -> AccessRequest:
    """Add the row of a new pending request to the unit and return it. Raises as ``access_requests.create``."""
    center = _commands.business_center(unit.session, actor.business_center_id)
    addressee = _addressee(unit.session, actor, draft)
    _relinking.require_meant(
        unit.session,
        center.id,
        account_id=addressee.account_id,
        handle=addressee.handle,
        asks_again=draft.asks_again,
    )
    _checks.refuse_hopeless(context, unit, center.id, draft, addressee.handle, replaced=parent)
    sealed = _sealed(context, center, draft, addressee, unit.now)
    message = sealed.message
    assert isinstance(message, code.AccessRequest)  # noqa: S101 - what was sealed is what was given
    row = AccessRequest(
        id=message.request_id.hex(),
        business_center_id=center.id,
        requested_by=actor.person_id,
        method=draft.method,
        kind=draft.kind,
        level=PermissionLevel.DELIVER_ADS,
        scope=list(message.scope),
        expected_handle=addressee.handle,
        expected_account_id=addressee.account_id,
        purpose=draft.purpose,
        wanted_end=None if message.wanted_end is None else from_unix(message.wanted_end),
        state=RequestState.PENDING,
        created_at=from_unix(message.issued_at),
        expires_at=from_unix(message.expires_at),
        parent_id=None if parent is None else parent.id,
        cose=sealed.cose,
        code_text=sealed.text,
        code_hash=sealed.hash,
    )
    unit.session.add(row)
    unit.session.flush()
    return row


def _addressee(session: Session, actor: Actor, draft: Draft) -> _Addressee:
    if draft.kind is Kind.OWN:
        person = session.get_one(Person, actor.person_id)
        account = None
        if person.tiktok_account_id is not None:
            account = session.get(DirectoryAccount, person.tiktok_account_id)
        if account is None:
            raise OwnAccountMissing
        return _Addressee(account.handle, account.id)
    account = _checks.account_by_handle(session, draft.expected_handle)
    if account is None and draft.method is Method.NOTIFICATION:
        raise HandleUnknown(draft.expected_handle or "")
    return _Addressee(draft.expected_handle, None if account is None else account.id)


def _life(center: BusinessCenter, draft: Draft, addressee: _Addressee) -> timedelta:
    """Return how long the request lives (decisions.md, Lifetimes): a picture that anybody may answer lives shortest."""
    is_open = addressee.handle is None
    if draft.life is not None:
        allowed = QR_CODE_CHOICES if is_open else QR_CODE_CHOICES + ADDRESSED_CHOICES
        if draft.life not in allowed:
            raise ValueMalformed("life", "choice")
        return draft.life
    if is_open:
        return timedelta(minutes=center.qr_code_minutes)
    if draft.method is Method.NOTIFICATION:
        return LIFETIMES.notification
    return timedelta(hours=center.addressed_hours)


def _sealed(
    context: Context, center: BusinessCenter, draft: Draft, addressee: _Addressee, now: datetime
) -> code.SealedCode:
    message = code.AccessRequest(
        request_id=secrets.token_bytes(16),
        centre_key=center.public_key,
        centre_name=center.name,
        scope=draft.permissions.scope,
        issued_at=unix(now),
        life=int(_life(center, draft, addressee).total_seconds()),
        kind=_KINDS[draft.kind],
        business_center_id=center.id,
        wanted_end=None if draft.wanted_end is None else unix(draft.wanted_end),
        handle=addressee.handle,
        purpose=draft.purpose,
    )
    signing_key = _secrets.centre_signing_key(context, center)
    room = code.room_left(message)
    if room < 0:
        length = len((draft.purpose or "").encode())
        raise ValueTooLong("purpose", max(length + room, 0), length, "bytes")
    try:
        return code.seal(message, signing_key)
    except code.CodeRefused as refused:
        if refused.reason is code.CodeReason.HOSTILE_TEXT:
            raise HostileText(refused.field or "purpose") from refused
        raise
