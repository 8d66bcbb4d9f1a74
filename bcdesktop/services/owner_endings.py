"""Taking access back on the phone: which apps have it, what stops, and the signed revocation (A0-18 to A0-24, N6-N8).

A Business Center on the connected store hears of it at once; for one elsewhere the revocation travels as a code, a
file or text (security.md 2.6).
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from dataclasses import dataclass

from sqlmodel import col, update

from bcdesktop.core import code
from bcdesktop.core.clock import unix
from bcdesktop.core.ending import Effects
from bcdesktop.profile import REVOKED, AppEntry, AppList, AppName, PhoneAccount, PhoneProfile, PinnedCentre, Receipt
from bcdesktop.services import _app_list, _devices, _owner_receipts, revocations
from bcdesktop.services._app_list import PLATFORM as PLATFORM  # noqa: PLC0414 - its place for others
from bcdesktop.services._ending import ways_accounts
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.errors import ClaimedCannotBeRevoked, NotLoggedIn
from bcdesktop.services.owner_ending_errors import GrantKeyGone, NotInList
from bcdesktop.services.phone_records import Delivery
from bcdesktop.store.errors import StoreLocked, StoreUnreachable
from bcdesktop.store.tables import ConnectedApp, TikTokAccountLink
from bcdesktop.store.unit_of_work import UnitOfWork


def apps(context: Context, phone: PhoneProfile) -> AppList:
    """Return the apps of the active account as this phone last heard it; without a copy it reads and keeps them.

    So the list can be old: the phone was off, or its store is out of reach (A0-41). Raises NotLoggedIn.
    """
    account = _active(phone)
    return phone.app_list(account.account_id) or _renewed(context, phone, account)


def update_apps(context: Context, phone: PhoneProfile) -> None:
    """Put what holds now in place of the copies; the phone does it by itself while it is on and connected."""
    for account in phone.accounts():
        _renewed(context, phone, account)


def clear_cache(phone: PhoneProfile) -> None:
    """Throw the copies away, so that the next look reads anew (A0-42)."""
    phone.clear_cache()


def effects(context: Context, phone: PhoneProfile, entry_id: str) -> Effects:
    """Return what would stop, as far as the owner may know; nothing is known of another store's.

    Raises NotLoggedIn, NotInList, LinkNotActive (the list is old), ClaimedCannotBeRevoked, GrantKeyGone.
    """
    account = _active(phone)
    found = [_found(context, phone, account, entry) for entry in _chosen(context, phone, account, entry_id)]
    with context.store.read() as session:
        now = context.clock.now()
        planned = [ways_accounts.owner(session, one.link.id, now) for one in found if one.link is not None]
    return Effects.of(effect for one in planned for effect in ways_accounts.for_owner(one.effects).effects)


def revoke(
    context: Context, phone: PhoneProfile, entry_id: str, *, block: bool = False, passcode: str | None = None
) -> Delivery:
    """Take one app's access back, with a signed revocation; ``block`` refuses the Business Center from now on.

    "TikTok for Business" ends everything this store knows, each Business Center with its own revocation. Not
    ``delivered``: ``answer_text`` has to travel. Nothing is kept where it is refused. Raises NotLoggedIn, NotInList,
    LoggedOutHere, WrongPasscode, PassphraseNeeded, ClaimedCannotBeRevoked, LinkNotActive, GrantKeyGone.
    """
    account = _active(phone)
    with suppress(StoreUnreachable, StoreLocked):
        _devices.refuse_logged_out(context, account)
    chosen = _chosen(context, phone, account, entry_id)
    found = [_found(context, phone, account, entry) for entry in chosen]
    key = phone.signing_key(account.account_id, passcode)
    sent = [_send(context, phone, account, one, key, block=block) for one in found]
    if entry_id == PLATFORM:
        context.store.run(lambda unit: _remove_platform(unit, account))
    # what was taken back is gone from the list at once, also where the store cannot be read (A0-34)
    _take_out(phone, account, {entry.id for entry in chosen} | {entry_id})
    with suppress(StoreUnreachable, StoreLocked):
        _renewed(context, phone, account)
    return sent[0] if len(sent) == 1 else Delivery(True, "", sent[-1].receipt_id if sent else "", None)


def blocked(phone: PhoneProfile) -> tuple[PinnedCentre, ...]:
    """Return the Business Centers whose requests this phone refuses, by name; ``owner.unmute`` hears one again."""
    return tuple(centre for centre in phone.centres if centre.muted)


@dataclass(frozen=True)
class _Found:
    """An entry with its link; None where the link lies in another store or the store is out of reach."""

    entry: AppEntry
    link: TikTokAccountLink | None


def _found(context: Context, phone: PhoneProfile, account: PhoneAccount, entry: AppEntry) -> _Found:
    """Return the entry with its link. Raises what forbids to end it, before anything is signed."""
    link: TikTokAccountLink | None = None
    if entry.link_id:
        with suppress(StoreUnreachable, StoreLocked), context.store.read() as session:
            link = session.get(TikTokAccountLink, entry.link_id)
            if link is not None:
                ways_accounts.owner(session, link.id, context.clock.now())
    if link is None:
        if entry.is_claim:
            raise ClaimedCannotBeRevoked(account.handle, entry.business_center_name)
        _require_key(phone, account, entry)
    return _Found(entry, link)


def _send(
    context: Context, phone: PhoneProfile, account: PhoneAccount, found: _Found, key: code.SigningKey, *, block: bool
) -> Delivery:
    """Sign one revocation, hand it over where its store is connected, and keep the receipt."""
    entry, link = found.entry, found.link
    now = context.clock.now()
    grant_id = bytes.fromhex(entry.grant_id) if link is None else link.grant_id
    message = code.Revocation(
        grant_id=grant_id,
        reason=code.RevocationReason.OWNER_DECISION,
        revoked_at=unix(now),
        sequence=phone.next_sequence(account.account_id),
    )
    sealed = code.seal(message, key)
    if link is not None:
        revocations.receive(context, None, sealed.text)
    receipt = Receipt(
        id=secrets.token_hex(16),
        at=now,
        business_center_name=entry.business_center_name,
        business_center_id=entry.business_center_id,
        handle=account.handle,
        decision=REVOKED,
        scope=entry.scope,
        ends_at=None,
        request_cose=_owner_receipts.request_of(phone, grant_id) if link is None else link.request_cose,
        answer_cose=sealed.cose,
        delivered=link is not None,
    )
    with phone.together():
        phone.add_receipt(receipt)
        if block:
            _block(phone, receipt)
    return Delivery(receipt.delivered, sealed.text, receipt.id, None)


def _block(phone: PhoneProfile, receipt: Receipt) -> None:
    """Refuse the Business Center from now on, also where another phone of the account had let it in."""
    center_id = receipt.business_center_id
    if phone.centre(center_id) is None:
        key = _owner_receipts.centre_key(receipt)
        if key is None:
            return
        phone.pin_centre(center_id, receipt.business_center_name, key)
    phone.mute_centre(center_id)


def _require_key(phone: PhoneProfile, account: PhoneAccount, entry: AppEntry) -> None:
    """Hold to the key that gave: another store knows no other (security.md 2.5). Raises GrantKeyGone."""
    for grant in _owner_receipts.granted(phone, account.account_id):
        if grant.grant_id.hex() == entry.grant_id and grant.kid != account.kid:
            raise GrantKeyGone(account.handle, entry.business_center_name)


def _chosen(context: Context, phone: PhoneProfile, account: PhoneAccount, entry_id: str) -> tuple[AppEntry, ...]:
    """Return the entries that end with this one: the platform's are all of this store. Raises NotInList."""
    kept = phone.app_list(account.account_id)
    entries = () if kept is None else kept.entries
    if all(entry.id != entry_id for entry in entries):
        entries = _renewed(context, phone, account).entries
    if all(entry.id != entry_id for entry in entries):
        raise NotInList(account.handle)
    if entry_id == PLATFORM:
        return tuple(entry for entry in entries if entry.link_id)
    return tuple(entry for entry in entries if entry.id == entry_id)


def _take_out(phone: PhoneProfile, account: PhoneAccount, ids: set[str]) -> None:
    kept = phone.app_list(account.account_id)
    if kept is not None:
        entries = tuple(entry for entry in kept.entries if entry.id not in ids)
        phone.keep_app_list(account.account_id, AppList(kept.updated_at, entries))


def _renewed(context: Context, phone: PhoneProfile, account: PhoneAccount) -> AppList:
    found = _app_list.read(context, phone, account)
    phone.keep_app_list(account.account_id, found)
    return found


def _remove_platform(unit: UnitOfWork, account: PhoneAccount) -> None:
    """Take "TikTok for Business" itself out of the account's apps; the next log-in with TikTok asks anew."""
    removed = (
        update(ConnectedApp)
        .where(
            col(ConnectedApp.account_id) == account.account_id,
            col(ConnectedApp.name) == AppName.TIKTOK_FOR_BUSINESS.value,
            col(ConnectedApp.removed_at).is_(None),
        )
        .values(removed_at=unit.now)
    )
    if unit.session.execute(removed).rowcount == 0:  # type: ignore[attr-defined]
        return
    _devices.note(unit, account.account_id, account.handle, ActivityAction.APP_REMOVED)


def _active(phone: PhoneProfile) -> PhoneAccount:
    account = phone.active
    if account is None:
        raise NotLoggedIn
    return account
