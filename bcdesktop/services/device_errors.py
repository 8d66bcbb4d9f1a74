"""What is refused about phones an account is logged in on (A4-04 to A4-09)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bcdesktop.core.errors import InputRefused, RuleRefused


@dataclass(eq=False)
class LoggedOutHere(RuleRefused):
    """The account was logged out on this phone, ``at`` a time the phone need not know of; its key counts no more."""

    handle: str
    at: datetime


@dataclass(eq=False)
class DeviceIsThisPhone(RuleRefused):
    """A phone is not removed on itself: one logs out there."""

    name: str


@dataclass(eq=False)
class DeviceGone(RuleRefused):
    """The phone is not logged in any more."""


@dataclass(eq=False)
class DeviceCodeWrong(InputRefused):
    """The six digits are not those of the mail; ``tries_left`` more may be typed."""

    tries_left: int


@dataclass(eq=False)
class DeviceCodeUsedUp(RuleRefused):
    """All ``maximum`` tries of the code are used up; a new one has to be sent."""

    maximum: int


@dataclass(eq=False)
class DeviceCodeExpired(RuleRefused):
    """No code is open: ten minutes are over, a newer one replaced it, it was used, or none was ever sent."""


@dataclass(eq=False)
class DeviceCodesThrottled(RuleRefused):
    """Too many codes, or too many wrong ones, for this account; the next may be sent in ``minutes``."""

    minutes: int


@dataclass(eq=False)
class DeviceLogInOver(RuleRefused):
    """The log-in waits no more (``state``: approved, declined, used, or expired, which is cancelled too)."""

    state: str


@dataclass(eq=False)
class TooManyDeviceLogIns(RuleRefused):
    """As many log-ins of this account wait for approval as may."""

    maximum: int
