"""The rows of an account's phones: which of them counts, who was thrown out, and letting one in."""

from __future__ import annotations

import secrets
from collections.abc import Iterable

from sqlmodel import Session, col, select

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import NotFound
from bcdesktop.profile import PhoneAccount, PhoneProfile
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.device_errors import LoggedOutHere
from bcdesktop.services.device_records import DeviceRow, LoggedOut
from bcdesktop.services.errors import NotLoggedIn
from bcdesktop.store.activity import STORE_CHAIN, EntryActor
from bcdesktop.store.tables import DeviceRemoval, DirectoryDevice
from bcdesktop.store.unit_of_work import UnitOfWork

FOR_LOG_IN = "log-in:"
"""Begins ``asked_by_device`` of a code that lets a phone in; all others throw one out."""


def active(context: Context, phone: PhoneProfile) -> PhoneAccount:
    """Return the account that answers now. Raises NotLoggedIn, and LoggedOutHere for a phone that was thrown out."""
    account = phone.active
    if account is None:
        raise NotLoggedIn
    refuse_logged_out(context, account)
    return account


def refuse_logged_out(context: Context, account: PhoneAccount) -> None:
    """Raise LoggedOutHere where the account was logged out on this phone by another one."""
    with context.store.read() as session:
        row = of_account(session, account)
    if row is not None and row.logged_out_at is not None:
        raise LoggedOutHere(account.handle, row.logged_out_at)


def of_account(session: Session, account: PhoneAccount) -> DirectoryDevice | None:
    """Return the row of this phone for ``account``; None for an account of another store."""
    rows = select(DirectoryDevice).where(
        DirectoryDevice.account_id == account.account_id, DirectoryDevice.public_key == account.public_key
    )
    return session.exec(rows).first()


def own(session: Session, account: PhoneAccount) -> DirectoryDevice:
    """Return the row of this phone, which is logged in. Raises NotFound for another store, LoggedOutHere."""
    row = of_account(session, account)
    if row is None:
        raise NotFound("tiktok_account", account.account_id)
    if row.logged_out_at is not None:
        raise LoggedOutHere(account.handle, row.logged_out_at)
    return row


def logged_in(session: Session, accounts: Iterable[PhoneAccount]) -> tuple[PhoneAccount, ...]:
    """Return the accounts that were not logged out on this phone by another one."""
    accounts = tuple(accounts)
    rows = select(DirectoryDevice.public_key).where(
        col(DirectoryDevice.account_id).in_([account.account_id for account in accounts]),
        col(DirectoryDevice.public_key).in_([account.public_key for account in accounts]),
        col(DirectoryDevice.logged_out_at).is_not(None),
    )
    out = set(session.exec(rows))
    return tuple(account for account in accounts if account.public_key not in out)


def of_all_phones(session: Session, account_id: str, public_key: bytes | None) -> tuple[DeviceRow, ...]:
    """Return the phones on which the account is logged in: that of ``public_key`` first, then the newest log-ins."""
    rows = session.exec(
        select(DirectoryDevice)
        .where(DirectoryDevice.account_id == account_id, col(DirectoryDevice.logged_out_at).is_(None))
        .order_by(col(DirectoryDevice.logged_in_at).desc(), col(DirectoryDevice.id))
    )
    found = [
        DeviceRow(row.id, row.phone_name, row.logged_in_at, row.last_seen_at, row.public_key == public_key)
        for row in rows
    ]
    return tuple(sorted(found, key=lambda device: not device.is_this_phone))


def was_thrown_out(session: Session, device_id: str) -> bool:
    """Tell whether a phone was removed on another one, which ends what its key signed before and still carries."""
    return _removal(session, device_id) is not None


def logged_out(session: Session, account: PhoneAccount) -> LoggedOut | None:
    """Return how the account was logged out on this phone; None where it was not."""
    row = of_account(session, account)
    if row is None or row.logged_out_at is None:
        return None
    removal = _removal(session, row.id)
    remover = None if removal is None else session.get(DirectoryDevice, removal.asked_by_device)
    name = "" if remover is None else remover.phone_name
    return LoggedOut(account.account_id, account.handle, row.logged_out_at, name)


def _removal(session: Session, device_id: str) -> DeviceRemoval | None:
    rows = select(DeviceRemoval).where(
        DeviceRemoval.device_id == device_id,
        col(DeviceRemoval.used_at).is_not(None),
        col(DeviceRemoval.asked_by_device).not_like(f"{FOR_LOG_IN}%"),
    )
    return session.exec(rows).first()


def add(unit: UnitOfWork, phone_name: str, account: PhoneAccount) -> None:
    """Let the phone in: its key for ``account`` counts from now on."""
    device = DirectoryDevice(
        id=secrets.token_hex(16),
        account_id=account.account_id,
        phone_name=phone_name,
        public_key=account.public_key,
        kid=account.kid,
        logged_in_at=unit.now,
        last_seen_at=unit.now,
    )
    unit.session.add(device)


def note(
    unit: UnitOfWork, account_id: str, handle: str, action: ActivityAction, body: dict[str, object] | None = None
) -> None:
    """Log what an owner did with the account, and say that the directory changed."""
    name = f"@{handle}"
    owner = EntryActor("owner", account_id, name)
    unit.record(STORE_CHAIN, owner, action, "tiktok_account", account_id, body, object_name=name)
    unit.changed(ChangeKind.DIRECTORY, account_id)
