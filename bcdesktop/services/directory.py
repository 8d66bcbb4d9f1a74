"""The directory, which stands for TikTok's own servers inside the store; only the phone talks to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sqlmodel import Session, col, select

from bcdesktop.core.changes import ChangeKind
from bcdesktop.core.errors import ChangedMeanwhile, NotFound, SignInFailed, ValueMalformed, ValueTaken
from bcdesktop.core.ids import new_id, parse_email, parse_handle, parse_text
from bcdesktop.core.limits import LIMITS
from bcdesktop.core.people import check_password
from bcdesktop.profile import PhoneAccount, PhoneProfile
from bcdesktop.services import _device_log_ins, _devices, _passwords, _secrets
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.device_records import PendingLogIn
from bcdesktop.services.phone_records import DirectoryRow, NewTikTokAccount
from bcdesktop.store.tables import BusinessCenter, DirectoryAccount, DirectoryDevice
from bcdesktop.store.unit_of_work import UnitOfWork

ACCOUNT_KINDS = ("personal", "creator", "brand")


def sign_up(context: Context, phone: PhoneProfile, new: NewTikTokAccount, passcode: str | None = None) -> PhoneAccount:
    """Make a TikTok account and log in to it on this phone; a creator or brand gets a business account.

    Raises InputRefused (ValueTaken for a handle in use), and PassphraseNeeded or WrongPasscode of the phone.
    """
    form = _checked(new)
    with context.store.read() as session:
        _refuse_taken(session, form.handle)
    account_id, password_hash = new_id(), _secrets.hasher(context).hash(form.password)
    added = phone.add_account(account_id, form.handle, form.display_name, passcode)

    def work(unit: UnitOfWork) -> None:
        _refuse_taken(unit.session, form.handle)
        account = DirectoryAccount(
            id=account_id,
            handle=form.handle,
            display_name=form.display_name,
            kind=form.kind,
            email=form.email,
            is_public=form.is_public,
            is_business=form.kind != "personal",
            password_hash=password_hash,
            created_at=unit.now,
        )
        unit.session.add(account)
        _devices.add(unit, phone.name, added)
        _devices.note(unit, added.account_id, added.handle, ActivityAction.ACCOUNT_SIGNED_UP)

    _commit_or_forget(context, phone, account_id, work)
    return added


def log_in(
    context: Context, phone: PhoneProfile, handle: str, password: str, passcode: str | None = None
) -> PhoneAccount | PendingLogIn:
    """Log in on this phone; a new key is made for it. An account that is on it already becomes the active one.

    Under two-step verification what comes back waits for another phone: see ``devices.progress`` (A4-06).

    Raises SignInFailed, InputRefused, ChangedMeanwhile, TooManyDeviceLogIns, and PassphraseNeeded or WrongPasscode of
    the phone.
    """
    wanted = parse_handle(handle)
    with context.store.read() as session:
        account = session.exec(select(DirectoryAccount).where(DirectoryAccount.handle == wanted)).first()
    # an unknown handle takes the time of a wrong password
    password_hash = _passwords.hash_of_nobody(context) if account is None else account.password_hash
    if not _secrets.password_fits(context, password_hash, password) or account is None:
        raise SignInFailed
    account_id = account.id
    known = next((known for known in phone.accounts() if known.account_id == account_id), None)
    if known is not None:
        with context.store.read() as session:
            is_logged_in = bool(_devices.logged_in(session, [known]))
        if is_logged_in:
            phone.set_active(account_id)
            return replace(known, is_active=True)
        phone.remove_account(account_id)
    if account.two_step:
        return _device_log_ins.begin(context, phone, account)
    added = phone.add_account(account_id, account.handle, account.display_name, passcode)

    def work(unit: UnitOfWork) -> None:
        if unit.session.get_one(DirectoryAccount, account_id).two_step:
            raise ChangedMeanwhile("tiktok_account", account_id)
        _devices.add(unit, phone.name, added)
        _devices.note(unit, account_id, added.handle, ActivityAction.ACCOUNT_LOGGED_IN)

    _commit_or_forget(context, phone, account_id, work)
    return added


def log_out(context: Context, phone: PhoneProfile, account_id: str) -> None:
    """Log out on this phone and destroy its key there; what was granted stays granted. Raises NotFound."""
    account = next((known for known in phone.accounts() if known.account_id == account_id), None)
    if account is None:
        raise NotFound("tiktok_account", account_id)

    def work(unit: UnitOfWork) -> None:
        rows = select(DirectoryDevice).where(
            DirectoryDevice.account_id == account_id,
            DirectoryDevice.public_key == account.public_key,
            col(DirectoryDevice.logged_out_at).is_(None),
        )
        for device in unit.session.exec(rows):
            device.logged_out_at = unit.now
            unit.session.add(device)
        _devices.note(unit, account.account_id, account.handle, ActivityAction.ACCOUNT_LOGGED_OUT)

    context.store.run(work)
    phone.remove_account(account_id)


def profile(context: Context, phone: PhoneProfile) -> DirectoryRow:
    """Return the active account. Raises NotLoggedIn, LoggedOutHere; NotFound where it is no account of this store."""
    account = _devices.active(context, phone)
    with context.store.read() as session:
        row = session.get(DirectoryAccount, account.account_id)
        if row is None:
            raise NotFound("tiktok_account", account.account_id)
        owner = None if row.claimed_by is None else session.get(BusinessCenter, row.claimed_by)
        return DirectoryRow(
            account_id=row.id,
            handle=row.handle,
            display_name=row.display_name,
            followers=row.followers,
            posts=row.posts,
            kind=row.kind,
            email=row.email,
            is_public=row.is_public,
            is_political=row.is_political,
            is_business=row.is_business,
            claimed_by_name=None if owner is None else owner.name,
        )


def change_privacy(context: Context, phone: PhoneProfile, *, is_public: bool) -> DirectoryRow:
    """Make the active account public or private. Raises NotLoggedIn, LoggedOutHere, NotFound."""
    return _change(context, phone, "is_public", is_public)


def change_kind(context: Context, phone: PhoneProfile, *, is_business: bool) -> DirectoryRow:
    """Switch the active account to a business account, or back. Raises NotLoggedIn, LoggedOutHere, NotFound."""
    return _change(context, phone, "is_business", is_business)


def _change(context: Context, phone: PhoneProfile, name: str, value: bool) -> DirectoryRow:
    account = _devices.active(context, phone)

    def work(unit: UnitOfWork) -> None:
        row = unit.session.get(DirectoryAccount, account.account_id)
        if row is None:
            raise NotFound("tiktok_account", account.account_id)
        setattr(row, name, value)
        unit.session.add(row)
        _devices.note(unit, account.account_id, account.handle, ActivityAction.ACCOUNT_CHANGED, {name: value})
        unit.changed(ChangeKind.TIKTOK_ACCOUNT)

    context.store.run(work)
    return profile(context, phone)


def _checked(new: NewTikTokAccount) -> NewTikTokAccount:
    if new.kind not in ACCOUNT_KINDS:
        raise ValueMalformed("kind", "choice")
    return NewTikTokAccount(
        handle=parse_handle(new.handle),
        display_name=parse_text(new.display_name, "display_name", maximum=LIMITS.nickname_characters),
        kind=new.kind,
        email=parse_email(new.email),
        password=check_password(new.password),
        is_public=new.is_public,
    )


def _commit_or_forget(
    context: Context, phone: PhoneProfile, account_id: str, work: Callable[[UnitOfWork], None]
) -> None:
    """Commit, or take the account off the phone again: a key that no directory knows could never answer."""
    try:
        context.store.run(work)
    except BaseException:
        phone.remove_account(account_id)
        raise


def _refuse_taken(session: Session, handle: str) -> None:
    if session.exec(select(DirectoryAccount.id).where(DirectoryAccount.handle == handle)).first() is not None:
        raise ValueTaken("handle", handle)
