"""What a phone's own receipts say about who has access: the only source for links in other stores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from bcdesktop.core import code
from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.code.sealing import code_text
from bcdesktop.profile import REVOKED, PhoneAccount, PhoneProfile, Receipt
from bcdesktop.store.tables import TikTokAccountLink


@dataclass(frozen=True)
class Grant:
    """What one receipt says was given, by which key."""

    receipt: Receipt
    grant_id: bytes
    kid: bytes
    is_claim: bool


def granted(phone: PhoneProfile, account_id: str) -> Iterator[Grant]:
    """Give what the account granted on this phone and did not take back here, newest first.

    A later grant extends an earlier one to the same Business Center only if it arrived there, which nobody here knows:
    so each counts for itself.
    """
    receipts = phone.receipts()
    taken_back = {_taken_back(receipt) for receipt in receipts if receipt.decision == REVOKED}
    for receipt in receipts:
        if receipt.decision != "approved":
            continue
        answer = _read(code.CodeKind.REPLY, receipt.answer_cose)
        reply = answer.message
        if isinstance(reply, code.Reply) and reply.account_id == account_id and reply.grant_id not in taken_back:
            request = _read(code.CodeKind.ACCESS_REQUEST, receipt.request_cose).message
            is_claim = isinstance(request, code.AccessRequest) and request.kind is code.RequestKind.CLAIM
            yield Grant(receipt, reply.grant_id or b"", answer.kid, is_claim)


def request_of(phone: PhoneProfile, grant_id: bytes) -> bytes:
    """Return the request that was approved with ``grant_id``, empty where this phone has no receipt of it."""
    for receipt in phone.receipts():
        if receipt.decision == "approved":
            answer = _read(code.CodeKind.REPLY, receipt.answer_cose).message
            if isinstance(answer, code.Reply) and answer.grant_id == grant_id:
                return receipt.request_cose
    return b""


def centre_key(receipt: Receipt) -> bytes | None:
    """Return the key of the Business Center that had asked, None where the receipt has no request."""
    if not receipt.request_cose:
        return None
    request = _read(code.CodeKind.ACCESS_REQUEST, receipt.request_cose).message
    return request.centre_key if isinstance(request, code.AccessRequest) else None


def taken_back_at(
    session: Session, phone: PhoneProfile, account: PhoneAccount, business_center_id: str
) -> datetime | None:
    """Return when the owner took this Business Center's access back, None where that is not the last word (A0-45)."""
    rows = (
        select(TikTokAccountLink)
        .where(
            TikTokAccountLink.business_center_id == business_center_id,
            TikTokAccountLink.account_id == account.account_id,
        )
        .order_by(col(TikTokAccountLink.linked_at).desc(), col(TikTokAccountLink.ended_at).desc())
    )
    link = session.exec(rows).first()
    if link is not None:
        return link.ended_at if link.state is LinkState.REVOKED else None
    last = _last_about_access(phone.receipts(), account.handle, business_center_id)
    return last.at if last is not None and last.decision == REVOKED else None


def _last_about_access(receipts: Iterable[Receipt], handle: str, business_center_id: str) -> Receipt | None:
    """Return the newest receipt about access that was given or taken back; ``receipts`` come newest first."""
    return next(
        (
            receipt
            for receipt in receipts
            if receipt.business_center_id == business_center_id
            and receipt.handle == handle
            and receipt.decision in ("approved", REVOKED)
        ),
        None,
    )


def _taken_back(receipt: Receipt) -> bytes:
    revocation = _read(code.CodeKind.REVOCATION, receipt.answer_cose).message
    return revocation.grant_id if isinstance(revocation, code.Revocation) else b""


def _read(kind: code.CodeKind, cose: bytes) -> code.PeekedCode:
    return code.peek(code_text(kind, cose))
