"""Signed revocations for tests, right and wrong ones, made as a phone makes them."""

from __future__ import annotations

from bcdesktop.core import code
from bcdesktop.core.clock import unix
from bcdesktop.store.tables import TikTokAccountLink


def phone_of(world, handle):
    """Return the phone on which ``handle`` is logged in."""
    return next(phone for phone in world.phones.values() if phone.active and phone.active.handle == handle)


def grant_of(world, link_id) -> bytes:
    """Return the grant a link came from."""
    with world.store.read() as session:
        return session.get_one(TikTokAccountLink, link_id).grant_id


def signed(world, handle, grant_id, *, at=None) -> str:
    """Return the text of a revocation of ``grant_id``, signed on the phone of ``handle``, at a time or now."""
    phone = phone_of(world, handle)
    account_id = phone.active.account_id
    message = code.Revocation(
        grant_id=grant_id,
        reason=code.RevocationReason.OWNER_DECISION,
        revoked_at=unix(at or world.clock.now()),
        sequence=phone.next_sequence(account_id),
    )
    return code.seal(message, phone.signing_key(account_id, None)).text


def revocation_for(world, handle, link_id, *, at=None) -> str:
    """Return the text of a revocation of one link."""
    return signed(world, handle, grant_of(world, link_id), at=at)
