"""What was ended, kept to print again; and how phones are thrown out of an account or let in."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column
from sqlmodel import Field

from bcdesktop.core.devices import DeviceLogInState
from bcdesktop.core.ending import EndReason, EndWay
from bcdesktop.store.tables.base import Table, choice, refers_to, times


class EndReceipt(Table, table=True):
    """One ending as its receipt says it: ``effects`` is a list of [kind, id, subject, holder]."""

    id: str = Field(primary_key=True)
    business_center_id: str = refers_to("business_center.id")
    way: EndWay = choice(EndWay)
    reason: EndReason | None = choice(EndReason, nullable=True)
    subject: str
    at: datetime = times()
    by_name: str
    effects: list[Any] = Field(sa_column=Column(JSON, nullable=False))


class DeviceRemoval(Table, table=True):
    """A six-digit code by mail that throws a phone out of an account (A4-09); ``code_hash`` is Argon2id."""

    id: str = Field(primary_key=True)
    device_id: str = refers_to("directory_device.id")
    asked_by_device: str
    code_hash: str
    created_at: datetime = times()
    expires_at: datetime = times()
    tries: int = 0
    used_at: datetime | None = times(nullable=True)


class DeviceLogIn(Table, table=True):
    """A log-in on another phone that waits for the first one's approval (A4-06)."""

    id: str = Field(primary_key=True)
    account_id: str = refers_to("directory_account.id")
    phone_name: str
    public_key: bytes
    state: DeviceLogInState = choice(DeviceLogInState)
    created_at: datetime = times()
    expires_at: datetime = times()
    decided_at: datetime | None = times(nullable=True)
    decided_on: str | None = None
