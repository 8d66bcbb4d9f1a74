"""Whose key signed an answer, and how far it is known (security.md 2.3 and 2.5)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlmodel import Session, col, select

from bcdesktop.core import code
from bcdesktop.core.access_requests import OwnerTrust
from bcdesktop.core.clock import from_unix
from bcdesktop.services import _devices
from bcdesktop.services.errors import AnswerFromWrongKey
from bcdesktop.store.tables import AccessRequest, DirectoryAccount, DirectoryDevice, TikTokAccountLink


@dataclass(frozen=True)
class OwnerKey:
    """A key whose signature holds; ``account`` is None for an owner on another computer."""

    public_key: bytes
    trust: OwnerTrust
    account: DirectoryAccount | None


def verified(session: Session, request: AccessRequest, peeked: code.PeekedCode) -> OwnerKey:
    """Return the key that signed the answer. Raises AnswerFromWrongKey, CodeRefused."""
    reply = peeked.message
    assert isinstance(reply, code.Reply)  # noqa: S101 - the caller peeked for one
    account = session.get(DirectoryAccount, reply.account_id)
    if account is not None:
        key = OwnerKey(device_key(session, account, peeked, reply), OwnerTrust.KNOWN_IN_STORE, account)
        if account.handle != reply.handle:
            raise AnswerFromWrongKey(reply.handle)
    else:
        key = _key_from_elsewhere(session, request, peeked, reply)
    try:
        code.verify(peeked, key=key.public_key)
    except code.CodeRefused as refused:
        if refused.reason is code.CodeReason.KEY_MISMATCH:
            raise AnswerFromWrongKey(reply.handle) from refused
        raise
    return key


def device_key(session: Session, account: DirectoryAccount, peeked: code.PeekedCode, reply: code.Reply) -> bytes:
    """Return the key of the account's phone that the header names; the phone was logged in when it signed.

    The time in an answer is what its phone says: one that was thrown out is not believed about when it signed.
    """
    rows = select(DirectoryDevice).where(DirectoryDevice.account_id == account.id, DirectoryDevice.kid == peeked.kid)
    for device in session.exec(rows):
        if device.logged_out_at is None:
            return device.public_key
        if from_unix(reply.signed_at) <= device.logged_out_at and not _devices.was_thrown_out(session, device.id):
            return device.public_key
    raise AnswerFromWrongKey(reply.handle)


def _key_from_elsewhere(
    session: Session, request: AccessRequest, peeked: code.PeekedCode, reply: code.Reply
) -> OwnerKey:
    """Return the key an unknown account brings along, or the one it had before; a changed key stops here (2.5.4)."""
    namesake = session.exec(select(DirectoryAccount.id).where(DirectoryAccount.handle == reply.handle)).first()
    if namesake is not None:
        raise AnswerFromWrongKey(reply.handle)
    rows = (
        select(TikTokAccountLink)
        .where(
            TikTokAccountLink.business_center_id == request.business_center_id,
            TikTokAccountLink.account_id == reply.account_id,
        )
        .order_by(col(TikTokAccountLink.linked_at).desc())
    )
    earlier = session.exec(rows).first()
    if earlier is None:
        if peeked.carried_key is None:
            raise AnswerFromWrongKey(reply.handle)
        return OwnerKey(peeked.carried_key, OwnerTrust.NOT_VERIFIED, None)
    if peeked.carried_key not in (None, earlier.owner_key):
        raise AnswerFromWrongKey(reply.handle)
    return OwnerKey(earlier.owner_key, earlier.owner_trust, None)
