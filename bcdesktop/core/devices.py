"""Phones an account is logged in on (A4-04 to A4-09)."""

from __future__ import annotations

from enum import StrEnum


class DeviceLogInState(StrEnum):
    """A log-in under two-step verification: waits for a phone that is logged in already."""

    PENDING = "pending"
    APPROVED = "approved"
    DECLINED = "declined"
    USED = "used"
    """The approved phone came in."""
