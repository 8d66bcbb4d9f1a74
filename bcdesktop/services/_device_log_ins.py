"""Log-ins on another phone under two-step verification: they wait for a phone that is logged in (A4-06)."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from bcdesktop.core.code import SigningKey
from bcdesktop.core.devices import DeviceLogInState
from bcdesktop.core.errors import NotFound
from bcdesktop.core.limits import LIFETIMES
from bcdesktop.core.mails import MailText
from bcdesktop.profile import PhoneAccount, PhoneProfile
from bcdesktop.services import _device_codes, _devices
from bcdesktop.services._device_codes import Purpose
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.device_errors import DeviceLogInOver, TooManyDeviceLogIns
from bcdesktop.services.device_records import LogInProgress, LogInRequest, PendingLogIn, SentCode
from bcdesktop.store.tables import DeviceLogIn, DirectoryAccount, DirectoryDevice
from bcdesktop.store.unit_of_work import UnitOfWork

_AT_ONCE = 3
"""So many log-ins of an account may wait together: whoever knows the password must not flood its owner."""


def begin(context: Context, phone: PhoneProfile, account: DirectoryAccount) -> PendingLogIn:
    """Ask the account's other phones to let this one in; an older log-in of this phone is over.

    Raises TooManyDeviceLogIns.
    """
    key = SigningKey.generate()

    def work(unit: UnitOfWork) -> PendingLogIn:
        rows = unit.session.exec(_open(unit.now, account.id)).all()
        for earlier in (row for row in rows if row.phone_name == phone.name):
            earlier.expires_at = unit.now
            unit.session.add(earlier)
        if sum(row.phone_name != phone.name for row in rows) >= _AT_ONCE:
            raise TooManyDeviceLogIns(_AT_ONCE)
        row = DeviceLogIn(
            id=secrets.token_hex(16),
            account_id=account.id,
            phone_name=phone.name,
            public_key=key.public_key,
            state=DeviceLogInState.PENDING,
            created_at=unit.now,
            expires_at=unit.now + LIFETIMES.device_log_in,
        )
        unit.session.add(row)
        body: dict[str, object] = {"phone": phone.name}
        _devices.note(unit, account.id, account.handle, ActivityAction.DEVICE_LOG_IN_ASKED, body)
        return PendingLogIn(
            row.id, account.id, account.handle, account.display_name, row.created_at, row.expires_at, key
        )

    return context.store.run(work)


def waiting(session: Session, now: datetime, accounts: Sequence[PhoneAccount]) -> tuple[LogInRequest, ...]:
    """Return the log-ins that wait for these accounts of a phone, the newest first."""
    handles = {account.account_id: account.handle for account in accounts}
    return tuple(
        LogInRequest(row.id, row.account_id, handles[row.account_id], row.phone_name, row.created_at, row.expires_at)
        for row in session.exec(_open(now, *handles))
    )


def progress(session: Session, now: datetime, pending: PendingLogIn) -> LogInProgress:
    """Return how the log-in stands at ``now``. Raises NotFound."""
    row = session.get(DeviceLogIn, pending.id)
    if row is None:
        raise NotFound("device_log_in", pending.id)
    names = tuple(device.phone_name for device in _devices.of_all_phones(session, pending.account_id, None))
    is_over = now >= row.expires_at and row.state in (DeviceLogInState.PENDING, DeviceLogInState.APPROVED)
    return LogInProgress(None if is_over else row.state, names)


def cancel(context: Context, pending: PendingLogIn) -> None:
    """End a log-in that waits, so that nobody can approve it any more; one that is over stays as it is."""

    def work(unit: UnitOfWork) -> None:
        expected = {"state": DeviceLogInState.PENDING, "public_key": pending.key.public_key}
        if unit.compare_and_set(DeviceLogIn, pending.id, expected, {"expires_at": unit.now}):
            _devices.note(unit, pending.account_id, pending.handle, ActivityAction.DEVICE_LOG_IN_CANCELLED)

    context.store.run(work)


def decide(context: Context, phone: PhoneProfile, log_in_id: str, passcode: str | None, *, approve: bool) -> None:
    """See ``devices.approve_log_in`` and ``devices.decline_log_in``."""
    with context.store.read() as session:
        row = session.get(DeviceLogIn, log_in_id)
    account = None if row is None else next((a for a in phone.accounts() if a.account_id == row.account_id), None)
    if row is None or account is None:
        raise NotFound("device_log_in", log_in_id)
    if approve:
        # whoever holds an unlocked phone must not let others in (security.md 1.3, A8)
        phone.signing_key(account.account_id, passcode)

    def work(unit: UnitOfWork) -> None:
        here = _devices.own(unit.session, account)
        decided = {
            "state": DeviceLogInState.APPROVED if approve else DeviceLogInState.DECLINED,
            "decided_at": unit.now,
            "decided_on": here.id,
        }
        _take(unit, log_in_id, {"state": DeviceLogInState.PENDING}, decided)
        action = ActivityAction.DEVICE_LOG_IN_APPROVED if approve else ActivityAction.DEVICE_LOG_IN_DECLINED
        body: dict[str, object] = {"phone": row.phone_name, "on": here.phone_name}
        _devices.note(unit, account.account_id, account.handle, action, body)

    context.store.run(work)


def let_in_approved(unit: UnitOfWork, pending: PendingLogIn) -> None:
    """Take an approved log-in, once. Raises DeviceLogInOver."""
    expected = {"state": DeviceLogInState.APPROVED, "public_key": pending.key.public_key}
    _take(unit, pending.id, expected, {"state": DeviceLogInState.USED})


def let_in_by_code(unit: UnitOfWork, pending: PendingLogIn, code_id: str) -> None:
    """Take a log-in that nobody declined, by the code of a mail. Raises DeviceLogInOver, DeviceCodeExpired."""
    undecided = (DeviceLogInState.PENDING, DeviceLogInState.APPROVED)
    expected = {"state": undecided, "public_key": pending.key.public_key}
    _take(unit, pending.id, expected, {"state": DeviceLogInState.USED, "decided_at": unit.now})
    _device_codes.use(unit, code_id)


def send_code(context: Context, pending: PendingLogIn, text: MailText) -> SentCode:
    """See ``devices.send_log_in_code``."""
    return _device_codes.send(context, text, _purpose(pending))


def right_code(context: Context, pending: PendingLogIn, typed: str) -> str:
    """Count a try and return the id of the right code. Raises as ``_device_codes.right``, and DeviceLogInOver."""
    return _device_codes.right(context, typed, _purpose(pending))


def drop_approved_on(unit: UnitOfWork, device_id: str) -> None:
    """Let nobody in whom a phone approved that is being thrown out."""
    rows = select(DeviceLogIn).where(
        DeviceLogIn.decided_on == device_id, DeviceLogIn.state == DeviceLogInState.APPROVED
    )
    for row in unit.session.exec(rows):
        row.state = DeviceLogInState.DECLINED
        unit.session.add(row)


def _purpose(pending: PendingLogIn) -> Callable[[UnitOfWork], Purpose]:
    def check(unit: UnitOfWork) -> Purpose:
        row = unit.session.get(DeviceLogIn, pending.id)
        if row is None:
            raise NotFound("device_log_in", pending.id)
        _refuse_over(row, unit.now, DeviceLogInState.PENDING, DeviceLogInState.APPROVED)
        # the row of a code names a phone; for one that is not in yet, that is the account's first one
        devices = select(DirectoryDevice.id).where(DirectoryDevice.account_id == pending.account_id)
        first = unit.session.exec(devices.order_by(col(DirectoryDevice.logged_in_at))).first()
        if first is None:
            raise NotFound("device", pending.account_id)
        return Purpose(pending.account_id, first, f"{_devices.FOR_LOG_IN}{pending.id}")

    return check


def _take(unit: UnitOfWork, log_in_id: str, expected: Mapping[str, object], values: Mapping[str, object]) -> None:
    row = unit.session.get_one(DeviceLogIn, log_in_id)
    states = expected["state"]
    _refuse_over(row, unit.now, *(states if isinstance(states, tuple) else (states,)))
    if not unit.compare_and_set(DeviceLogIn, log_in_id, expected, values):
        raise NotFound("device_log_in", log_in_id)


def _refuse_over(row: DeviceLogIn, now: datetime, *states: object) -> None:
    undecided = row.state in (DeviceLogInState.PENDING, DeviceLogInState.APPROVED)
    if undecided and now >= row.expires_at:
        raise DeviceLogInOver("expired")
    if row.state not in states:
        raise DeviceLogInOver(row.state.value)


def _open(now: datetime, *account_ids: str) -> SelectOfScalar[DeviceLogIn]:
    return (
        select(DeviceLogIn)
        .where(
            col(DeviceLogIn.account_id).in_(account_ids),
            DeviceLogIn.state == DeviceLogInState.PENDING,
            col(DeviceLogIn.expires_at) > now,
        )
        .order_by(col(DeviceLogIn.created_at).desc(), col(DeviceLogIn.id))
    )
