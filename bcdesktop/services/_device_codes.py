"""Six-digit codes by mail: five tries, ten minutes, a few an hour, whichever programs guess (A4-09).

A try is counted, and committed, before the code is compared: neither ending the program nor guessing in many at once
gives a sixth one.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from math import ceil

from sqlmodel import col, select

from bcdesktop.core.errors import ValueMalformed
from bcdesktop.core.limits import LIFETIMES
from bcdesktop.core.mails import MailKind, MailText
from bcdesktop.services import _devices, _mails, _secrets
from bcdesktop.services.activity_actions import ActivityAction
from bcdesktop.services.context import Context
from bcdesktop.services.device_errors import (
    DeviceCodeExpired,
    DeviceCodesThrottled,
    DeviceCodeUsedUp,
    DeviceCodeWrong,
)
from bcdesktop.services.device_records import SentCode
from bcdesktop.store.tables import DeviceRemoval, DirectoryAccount, DirectoryDevice
from bcdesktop.store.unit_of_work import UnitOfWork

SENDER = "TikTok"
_DIGITS = 6
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_FILLING = re.compile(r"[\s\-]+")


@dataclass(frozen=True)
class Purpose:
    """What a code is good for: ``asked_by`` may throw ``device_id`` out, or let a phone in (``FOR_LOG_IN``)."""

    account_id: str
    device_id: str
    asked_by: str


def send(context: Context, text: MailText, check: Callable[[UnitOfWork], Purpose]) -> SentCode:
    """Mail a new code for what ``check`` returns or refuses; codes sent before for the same count no more.

    ``text`` has CODE_PLACE where the code goes. Raises DeviceCodesThrottled and what ``check`` raises.
    """
    digits = f"{secrets.randbelow(10**_DIGITS):0{_DIGITS}d}"
    code_hash = _secrets.hasher(context).hash(digits)
    filled = _mails.parse_mail_text(text.filled(code=digits))

    def work(unit: UnitOfWork) -> SentCode:
        purpose = check(unit)
        account = unit.session.get_one(DirectoryAccount, purpose.account_id)
        _refuse_too_many(context, unit, purpose)
        for earlier in _open_rows(unit, purpose):
            earlier.expires_at = unit.now
            unit.session.add(earlier)
        row = DeviceRemoval(
            id=secrets.token_hex(16),
            device_id=purpose.device_id,
            asked_by_device=purpose.asked_by,
            code_hash=code_hash,
            created_at=unit.now,
            expires_at=unit.now + LIFETIMES.device_code,
        )
        unit.session.add(row)
        _mails.put(
            unit,
            MailKind.DEVICE_CODE,
            account.email,
            filled,
            business_center_id=None,
            from_name=SENDER,
            about_id=row.id,
        )
        _devices.note(unit, account.id, account.handle, ActivityAction.DEVICE_CODE_SENT)
        return SentCode(account.email, row.created_at, row.expires_at, context.limits.device_code_tries)

    return context.store.run(work)


def right(context: Context, typed: str, check: Callable[[UnitOfWork], Purpose]) -> str:
    """Count a try, compare, and return the id of the code that ``use`` takes.

    Raises ValueMalformed, DeviceCodeWrong at ``code``, DeviceCodeUsedUp, DeviceCodeExpired and what ``check`` raises.
    """
    digits = _FILLING.sub("", typed)
    if not (len(digits) == _DIGITS and digits.isascii() and digits.isdigit()):
        # nothing of this form can be right, so it is no try
        raise ValueMalformed("code", "six_digits")
    maximum = context.limits.device_code_tries

    def count(unit: UnitOfWork) -> tuple[str, str, int]:
        row = next(iter(_open_rows(unit, check(unit))), None)
        if row is None:
            raise DeviceCodeExpired
        if row.tries >= maximum:
            raise DeviceCodeUsedUp(maximum)
        row.tries += 1
        unit.session.add(row)
        return row.id, row.code_hash, maximum - row.tries

    row_id, code_hash, tries_left = context.store.run(count)
    if _secrets.password_fits(context, code_hash, digits):
        return row_id
    if tries_left == 0:
        raise DeviceCodeUsedUp(maximum)
    raise DeviceCodeWrong("code", tries_left)


def use(unit: UnitOfWork, code_id: str) -> None:
    """Take a code that was right, once. Raises DeviceCodeExpired."""
    if not unit.compare_and_set(DeviceRemoval, code_id, {"used_at": None}, {"used_at": unit.now}):
        raise DeviceCodeExpired
    if unit.session.get_one(DeviceRemoval, code_id).expires_at <= unit.now:
        raise DeviceCodeExpired


def _open_rows(unit: UnitOfWork, purpose: Purpose) -> list[DeviceRemoval]:
    rows = (
        select(DeviceRemoval)
        .where(
            DeviceRemoval.device_id == purpose.device_id,
            DeviceRemoval.asked_by_device == purpose.asked_by,
            col(DeviceRemoval.used_at).is_(None),
            col(DeviceRemoval.expires_at) > unit.now,
        )
        .order_by(col(DeviceRemoval.created_at).desc())
    )
    return list(unit.session.exec(rows))


def _refuse_too_many(context: Context, unit: UnitOfWork, purpose: Purpose) -> None:
    """Refuse more codes than an hour allows, and any after a hundred wrong tries within a day (security.md 5.3, L5).

    Those for log-ins count by themselves: who only knows the password must not keep the owner from throwing them out.
    """
    is_log_in = purpose.asked_by.startswith(_devices.FOR_LOG_IN)
    asked_for_log_in = col(DeviceRemoval.asked_by_device).like(f"{_devices.FOR_LOG_IN}%")
    rows = (
        select(DeviceRemoval)
        .join(DirectoryDevice, col(DirectoryDevice.id) == col(DeviceRemoval.device_id))
        .where(
            DirectoryDevice.account_id == purpose.account_id,
            col(DeviceRemoval.created_at) > unit.now - _DAY,
            asked_for_log_in if is_log_in else ~asked_for_log_in,
        )
        .order_by(col(DeviceRemoval.created_at).desc())
    )
    of_day = list(unit.session.exec(rows))
    of_hour = [row for row in of_day if row.created_at > unit.now - _HOUR]
    per_hour = context.limits.device_codes_per_hour
    over = None
    if len(of_hour) >= per_hour:
        over = of_hour[per_hour - 1].created_at + _HOUR
    wrong = [row for row in of_day if row.used_at is None]
    if sum(row.tries for row in wrong) >= context.limits.failed_sign_ins:
        over = wrong[-1].created_at + _DAY
    if over is not None:
        raise DeviceCodesThrottled(max(1, ceil((over - unit.now).total_seconds() / 60)))
