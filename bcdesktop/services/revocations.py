"""Revocations (RV1): an owner's signed word that ends access, as code, file or text (security.md 2.6; A0-24).

Whoever brings it counts for nothing: the signature does. It is applied at once by any store that sees it, and the same
one again gives the first receipt again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from bcdesktop.core import code
from bcdesktop.core.access_requests import LinkState
from bcdesktop.core.clock import from_unix, unix
from bcdesktop.core.ending import Effects, EndWay
from bcdesktop.core.errors import AppError, RuleRefused
from bcdesktop.core.limits import LIFETIMES
from bcdesktop.services import _commands, _devices
from bcdesktop.services._ending import engine, receipts, ways_accounts
from bcdesktop.services._rows import link_state
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.ending_errors import RevocationForOtherStore, RevocationFromWrongKey, RevocationOld
from bcdesktop.services.ending_records import EndReceiptRow
from bcdesktop.services.errors import ClaimedCannotBeRevoked, LinkNotActive
from bcdesktop.services.records import Actor
from bcdesktop.store.activity import PROGRAM, STORE_CHAIN, EntryActor
from bcdesktop.store.tables import DirectoryDevice, TikTokAccountLink
from bcdesktop.store.unit_of_work import UnitOfWork


def receive(context: Context, by: Actor | None, text: str) -> EndReceiptRow:
    """End what the owner revokes, and return the receipt; ``by`` entered it here, None: the owner's phone did.

    One that ends everything of an owner gives one receipt for each link, and returns them as one. Names of members of
    another Business Center than that of ``by`` are left out. Raises CodeRefused, CodeFromFuture,
    RevocationForOtherStore (nothing here was ever granted so), RevocationFromWrongKey, RevocationOld, LinkNotActive
    (ended before, another way), ClaimedCannotBeRevoked, ClockMovedBack. A refusal changes nothing and is logged.
    """
    peeked = code.peek(text, expect=code.CodeKind.REVOCATION)
    assert isinstance(peeked.message, code.Revocation)  # noqa: S101 - peek was told to expect one
    revocation = peeked.message

    def work(unit: UnitOfWork) -> list[dict[str, Any]]:
        code.check_times(revocation, unix(unit.now))
        links = _judged(unit.session, peeked, revocation, unit.now)
        return [_end(context, unit, link, peeked.cose, by) for link in links]

    try:
        done = context.store.run(work, key=f"revocation:{peeked.hash.hex()}", command=EndWay.OWNER.value)
    except RuleRefused as refusal:
        _log_refusal(context, peeked, refusal)
        raise
    center_id = None if by is None else by.business_center_id
    return _as_one([_shown(kept, center_id) for kept in done])


@dataclass(frozen=True)
class _Signed:
    """Whose a key is: ``account_id`` is None for an owner on another computer."""

    key: bytes
    account_id: str | None


def _judged(
    session: Session, peeked: code.PeekedCode, revocation: code.Revocation, now: datetime
) -> list[TikTokAccountLink]:
    """Return the links that end. Raises what forbids it, for one grant; of many it takes those that it can."""
    named = _named(session, peeked, revocation)
    if not named:
        raise RevocationForOtherStore
    signed = _signed(session, peeked, revocation, named[0])
    if not revocation.ends_everything:
        _check(named[0], signed, revocation, now)
        return named
    problems, good = list[AppError](), list[TikTokAccountLink]()
    for link in named:
        try:
            _check(link, signed, revocation, now)
            ways_accounts.owner(session, link.id, now)
            good.append(link)
        except (RevocationOld, RevocationFromWrongKey, LinkNotActive, ClaimedCannotBeRevoked) as problem:
            problems.append(problem)
    if not good:
        raise problems[0]
    return good


def _named(session: Session, peeked: code.PeekedCode, revocation: code.Revocation) -> list[TikTokAccountLink]:
    """Return the link of the grant, or every link of the owner whose key the header names, those that hold first."""
    links = select(TikTokAccountLink)
    if not revocation.ends_everything:
        return list(session.exec(links.where(TikTokAccountLink.grant_id == revocation.grant_id)))
    accounts = select(DirectoryDevice.account_id).where(DirectoryDevice.kid == peeked.kid)
    keys = {key for key in session.exec(select(TikTokAccountLink.owner_key).distinct()) if code.kid(key) == peeked.kid}
    theirs = col(TikTokAccountLink.account_id).in_(accounts) | col(TikTokAccountLink.owner_key).in_(keys)
    found = session.exec(links.where(theirs).order_by(col(TikTokAccountLink.linked_at), col(TikTokAccountLink.id)))
    return sorted(found, key=lambda link: link.state is not LinkState.ACTIVE)


def _signed(session: Session, peeked: code.PeekedCode, revocation: code.Revocation, link: TikTokAccountLink) -> _Signed:
    """Return the key that signed: of a phone on which the account was logged in then, or the link's own.

    The key of a phone that logged out counts for what it signed before. One that was thrown out is not believed about
    when it signed (A4-08). Raises RevocationFromWrongKey, CodeRefused.
    """
    devices = session.exec(select(DirectoryDevice).where(DirectoryDevice.account_id == link.account_id)).all()
    at = from_unix(revocation.revoked_at)
    signed: _Signed | None = None
    for device in devices:
        was_in = device.logged_out_at is None or at <= device.logged_out_at
        if device.kid == peeked.kid and was_in and not _devices.was_thrown_out(session, device.id):
            signed = _Signed(device.public_key, link.account_id)
    if signed is None and not devices and code.kid(link.owner_key) == peeked.kid:
        signed = _Signed(link.owner_key, None)
    if signed is None:
        raise RevocationFromWrongKey(link.handle)
    try:
        code.verify(peeked, key=signed.key)
    except code.CodeRefused as refused:
        if refused.reason is code.CodeReason.KEY_MISMATCH:
            raise RevocationFromWrongKey(link.handle) from refused
        raise
    return signed


def _check(link: TikTokAccountLink, signed: _Signed, revocation: code.Revocation, now: datetime) -> None:
    if signed.key != link.owner_key and signed.account_id != link.account_id:
        raise RevocationFromWrongKey(link.handle)
    state = link_state(link, now)
    if state is not LinkState.ACTIVE:
        raise LinkNotActive(state)
    # each phone counts for itself, so a number says something only about the key that gave the access
    follows = signed.key == link.owner_key and revocation.sequence > link.owner_sequence
    if not follows and from_unix(revocation.revoked_at) + LIFETIMES.owner_courtesy < link.last_heard_at:
        raise RevocationOld(link.handle)


def _end(context: Context, unit: UnitOfWork, link: TikTokAccountLink, cose: bytes, by: Actor | None) -> dict[str, Any]:
    """End one link and return its receipt as JSON, with the Business Center whose it is."""
    center_id, owner = link.business_center_id, EntryActor("owner", link.account_id, f"@{link.handle}")
    planned = ways_accounts.owner(unit.session, link.id, unit.now, cose)
    planned.body = {} if by is None else {"entered_by": by.name}
    receipt = engine.do(unit, owner, planned, None, None)
    _commands.sign_head(context, unit, center_id)
    return {"center_id": center_id, "receipt": receipts.as_json(receipt)}


def _shown(kept: dict[str, Any], center_id: str | None) -> EndReceiptRow:
    row = receipts.from_json(kept["receipt"])
    return row if kept["center_id"] == center_id else receipts.with_effects(row, ways_accounts.for_owner(row.effects))


def _as_one(rows: list[EndReceiptRow]) -> EndReceiptRow:
    """Return the receipts of one owner as one."""
    first = rows[0]
    effects = Effects.of(effect for row in rows for effect in row.effects.effects)
    return first if len(rows) == 1 else receipts.with_effects(first, effects)


def _log_refusal(context: Context, peeked: code.PeekedCode, refusal: RuleRefused) -> None:
    """Write the refusal into the log of the Business Center it is about, else into the store's own."""
    assert isinstance(peeked.message, code.Revocation)  # noqa: S101 - as above
    grant_id = peeked.message.grant_id

    def work(unit: UnitOfWork) -> None:
        rows = select(TikTokAccountLink).where(TikTokAccountLink.grant_id == grant_id)
        link = unit.session.exec(rows).first()
        chain = STORE_CHAIN if link is None else link.business_center_id
        subject = ("revocation", peeked.hash.hex(), "")
        if link is not None:
            subject = ("tiktok_account", link.id, f"@{link.handle}")
        kind, id_, name = subject
        refused = ActivityAction.REVOCATION_REFUSED
        unit.record(chain, PROGRAM, refused, kind, id_, _commands.refusal_body(refusal), object_name=name)

    context.store.run(work)
