"""The phones of a TikTok account: seen, thrown out by a code, let in by approval (domain.md 5.1 U13; A4-04 to A4-09).

Only the phone talks to this, as to the directory.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from bcdesktop.core.errors import NotFound
from bcdesktop.core.mails import MailText
from bcdesktop.profile import PhoneAccount, PhoneProfile
from bcdesktop.services import _device_codes, _device_log_ins, _devices
from bcdesktop.services._device_codes import Purpose
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.device_errors import DeviceGone, DeviceIsThisPhone
from bcdesktop.services.device_records import (
    LogInProgress,
    LogInRequest,
    PendingLogIn,
    PhoneNews,
    SecurityView,
    SentCode,
)
from bcdesktop.store.tables import DirectoryAccount, DirectoryDevice
from bcdesktop.store.unit_of_work import UnitOfWork

_SEEN_AGAIN = timedelta(minutes=1)


def overview(context: Context, phone: PhoneProfile) -> SecurityView:
    """Return the phones of the active account, its two-step verification and what waits for approval (A4-07).

    Raises NotLoggedIn, LoggedOutHere, NotFound for an account of another store.
    """
    account = _devices.active(context, phone)
    with context.store.read() as session:
        row = session.get(DirectoryAccount, account.account_id)
        if row is None:
            raise NotFound("tiktok_account", account.account_id)
        return SecurityView(
            account_id=row.id,
            handle=row.handle,
            email=row.email,
            two_step=row.two_step,
            devices=_devices.of_all_phones(session, row.id, account.public_key),
            waiting=_device_log_ins.waiting(session, context.clock.now(), [account]),
        )


def look(context: Context, phone: PhoneProfile) -> PhoneNews:
    """Return what this phone has to say at once; an account thrown out is taken off it, with its key.

    A locked phone says nothing and keeps everything until it is unlocked: the store does not believe the key any more.
    """
    if not phone.is_set_up or phone.locked:
        return PhoneNews()
    accounts = phone.accounts()
    with context.store.read() as session:
        out = [found for account in accounts if (found := _devices.logged_out(session, account)) is not None]
        still = [account for account in accounts if account.account_id not in {one.account_id for one in out}]
        waiting = _device_log_ins.waiting(session, context.clock.now(), still)
        seen = [row for account in still if (row := _devices.of_account(session, account)) is not None]
    for one in out:
        phone.remove_account(one.account_id)
    stale = [row.id for row in seen if context.clock.now() - row.last_seen_at >= _SEEN_AGAIN]
    if stale:
        context.store.run(lambda unit: _mark_seen(unit, stale))
    return PhoneNews(tuple(out), waiting)


def waiting(context: Context, phone: PhoneProfile) -> tuple[LogInRequest, ...]:
    """Return the log-ins that wait for any account of this phone, the newest first; none while it is locked."""
    if not phone.is_set_up or phone.locked:
        return ()
    with context.store.read() as session:
        accounts = _devices.logged_in(session, phone.accounts())
        return _device_log_ins.waiting(session, context.clock.now(), accounts)


# ------------------------------------------------------------------ throwing a phone out
def send_removal_code(context: Context, phone: PhoneProfile, device_id: str, text: MailText) -> SentCode:
    """Mail the six digits that throw a phone out, to the account's address (A4-09).

    ``text`` has CODE_PLACE where the code goes. Raises DeviceGone, DeviceIsThisPhone, DeviceCodesThrottled,
    NotLoggedIn, LoggedOutHere, NotFound.
    """
    return _device_codes.send(context, text, _removal(_devices.active(context, phone), device_id))


def remove(context: Context, phone: PhoneProfile, device_id: str, code: str) -> None:
    """Throw a phone out of the active account (A4-08): its key counts no more; what it granted before stays.

    Raises ValueMalformed, DeviceCodeWrong, DeviceCodeUsedUp, DeviceCodeExpired, and as ``send_removal_code``.
    """
    account = _devices.active(context, phone)
    check = _removal(account, device_id)
    code_id = _device_codes.right(context, code, check)

    def work(unit: UnitOfWork) -> None:
        here = _devices.own(unit.session, account)
        check(unit)
        _device_codes.use(unit, code_id)
        name = unit.session.get_one(DirectoryDevice, device_id).phone_name
        if not unit.compare_and_set(DirectoryDevice, device_id, {"logged_out_at": None}, {"logged_out_at": unit.now}):
            raise DeviceGone
        _device_log_ins.drop_approved_on(unit, device_id)
        body: dict[str, object] = {"phone": name, "on": here.phone_name}
        _devices.note(unit, account.account_id, account.handle, ActivityAction.DEVICE_REMOVED, body)

    context.store.run(work)


# ------------------------------------------------------------------ two-step verification
def set_two_step(context: Context, phone: PhoneProfile, *, on: bool, passcode: str | None = None) -> SecurityView:
    """Let each new log-in of the active account wait for approval, or not (A4-06).

    To turn it off the phone's passcode is asked for, where it has one. Raises PassphraseNeeded, WrongPasscode,
    PasscodeThrottled, NotLoggedIn, LoggedOutHere, NotFound.
    """
    account = _devices.active(context, phone)
    if not on:
        phone.signing_key(account.account_id, passcode)

    def work(unit: UnitOfWork) -> None:
        here = _devices.own(unit.session, account)
        row = unit.session.get_one(DirectoryAccount, account.account_id)
        if row.two_step == on:
            return
        row.two_step = on
        unit.session.add(row)
        action = ActivityAction.ACCOUNT_TWO_STEP_ON if on else ActivityAction.ACCOUNT_TWO_STEP_OFF
        _devices.note(unit, row.id, row.handle, action, {"on": here.phone_name})

    context.store.run(work)
    return overview(context, phone)


def approve_log_in(context: Context, phone: PhoneProfile, log_in_id: str, passcode: str | None = None) -> None:
    """Let another phone in; the passcode is asked for where the phone has one.

    Raises DeviceLogInOver, NotFound, LoggedOutHere, PassphraseNeeded, WrongPasscode, PasscodeThrottled.
    """
    _device_log_ins.decide(context, phone, log_in_id, passcode, approve=True)


def decline_log_in(context: Context, phone: PhoneProfile, log_in_id: str) -> None:
    """Keep another phone out. Raises DeviceLogInOver, NotFound, LoggedOutHere."""
    _device_log_ins.decide(context, phone, log_in_id, None, approve=False)


def progress(context: Context, pending: PendingLogIn) -> LogInProgress:
    """Return how a log-in of this phone stands. Raises NotFound."""
    with context.store.read() as session:
        return _device_log_ins.progress(session, context.clock.now(), pending)


def cancel_log_in(context: Context, pending: PendingLogIn) -> None:
    """Wait no more; nobody can approve it then. One that is over stays as it is."""
    _device_log_ins.cancel(context, pending)


def finish_log_in(
    context: Context, phone: PhoneProfile, pending: PendingLogIn, passcode: str | None = None
) -> PhoneAccount:
    """Come in after the approval. Raises DeviceLogInOver, and PassphraseNeeded or WrongPasscode of a locked phone."""
    return _come_in(context, phone, pending, passcode, lambda unit: _device_log_ins.let_in_approved(unit, pending))


def send_log_in_code(context: Context, pending: PendingLogIn, text: MailText) -> SentCode:
    """Mail six digits to the account's address, for somebody whose other phones are not at hand.

    The address comes back with most of it hidden. Raises DeviceLogInOver, DeviceCodesThrottled, NotFound.
    """
    sent = _device_log_ins.send_code(context, pending, text)
    return SentCode(masked(sent.to_address), sent.sent_at, sent.expires_at, sent.tries)


def finish_log_in_by_code(
    context: Context, phone: PhoneProfile, pending: PendingLogIn, code: str, passcode: str | None = None
) -> PhoneAccount:
    """Come in by the six digits of the mail, unless the log-in was declined.

    Raises ValueMalformed, DeviceCodeWrong, DeviceCodeUsedUp, DeviceCodeExpired, DeviceLogInOver, NotFound.
    """
    code_id = _device_log_ins.right_code(context, pending, code)

    def let_in(unit: UnitOfWork) -> None:
        _device_log_ins.let_in_by_code(unit, pending, code_id)

    return _come_in(context, phone, pending, passcode, let_in)


def masked(address: str) -> str:
    """Return an address as somebody may see it who only claims to be its owner: ``m•••@example.com``."""
    name, _at, domain = address.partition("@")
    return f"{name[:1]}•••@{domain}"


def _come_in(
    context: Context,
    phone: PhoneProfile,
    pending: PendingLogIn,
    passcode: str | None,
    let_in: Callable[[UnitOfWork], None],
) -> PhoneAccount:
    account_id = pending.account_id
    added = phone.add_account(account_id, pending.handle, pending.display_name, passcode, key=pending.key)

    def work(unit: UnitOfWork) -> None:
        let_in(unit)
        _devices.add(unit, phone.name, added)
        _devices.note(unit, account_id, pending.handle, ActivityAction.ACCOUNT_LOGGED_IN, {"phone": phone.name})

    try:
        context.store.run(work)
    except BaseException:
        phone.remove_account(account_id)
        raise
    return added


def _removal(account: PhoneAccount, device_id: str) -> Callable[[UnitOfWork], Purpose]:
    """Return what says, inside a unit, which code throws ``device_id`` out."""

    def check(unit: UnitOfWork) -> Purpose:
        here = _devices.own(unit.session, account)
        device = unit.session.get(DirectoryDevice, device_id)
        if device is None or device.account_id != account.account_id:
            raise NotFound("device", device_id)
        if device.id == here.id:
            raise DeviceIsThisPhone(device.phone_name)
        if device.logged_out_at is not None:
            raise DeviceGone
        return Purpose(account.account_id, device.id, here.id)

    return check


def _mark_seen(unit: UnitOfWork, device_ids: list[str]) -> None:
    for device_id in device_ids:
        unit.compare_and_set(DirectoryDevice, device_id, {"logged_out_at": None}, {"last_seen_at": unit.now})
