"""The frozen records of an account's phones and of log-ins that wait for approval."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from bcdesktop.core.devices import DeviceLogInState

if TYPE_CHECKING:
    from bcdesktop.core.code import SigningKey


@dataclass(frozen=True)
class DeviceRow:
    """A phone on which the account is logged in (A4-07)."""

    id: str
    phone_name: str
    logged_in_at: datetime
    last_seen_at: datetime
    is_this_phone: bool


@dataclass(frozen=True)
class LogInRequest:
    """A log-in on another phone that waits for an answer on this one (A4-06)."""

    id: str
    account_id: str
    handle: str
    phone_name: str
    created_at: datetime
    expires_at: datetime


@dataclass(frozen=True)
class SecurityView:
    """What Security and login shows of the active account: its phones, this one first, and what waits."""

    account_id: str
    handle: str
    email: str
    two_step: bool
    devices: tuple[DeviceRow, ...]
    waiting: tuple[LogInRequest, ...]


@dataclass(frozen=True)
class SentCode:
    """A six-digit code that is under way; the new phone of a log-in sees only a part of the address."""

    to_address: str
    sent_at: datetime
    expires_at: datetime
    tries: int


@dataclass(frozen=True)
class PendingLogIn:
    """A log-in that waits for approval, held in memory by the phone that asked: nobody else has its key."""

    id: str
    account_id: str
    handle: str
    display_name: str
    created_at: datetime
    expires_at: datetime
    key: SigningKey = field(repr=False)


@dataclass(frozen=True)
class LogInProgress:
    """How a log-in stands. ``state`` None: its time is over, or it was cancelled. ``approvers`` are phones."""

    state: DeviceLogInState | None
    approvers: tuple[str, ...]


@dataclass(frozen=True)
class LoggedOut:
    """An account that somebody logged out on this phone from ``on_phone``, empty where that is not known."""

    account_id: str
    handle: str
    at: datetime
    on_phone: str


@dataclass(frozen=True)
class PhoneNews:
    """What this phone has to say at once about its accounts."""

    logged_out: tuple[LoggedOut, ...] = ()
    waiting: tuple[LogInRequest, ...] = ()
