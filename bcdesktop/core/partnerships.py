"""Partnerships: one Business Center shares assets with another (decisions.md, Partner; domain.md 6.2)."""

from __future__ import annotations

from enum import StrEnum


class PartnershipState(StrEnum):
    """Pending until the other Business Center accepts; it may decline. Ended by either side."""

    PENDING = "pending"
    ACTIVE = "active"
    DECLINED = "declined"
    ENDED = "ended"


class PartnershipSide(StrEnum):
    """From which side one Business Center sees a partnership."""

    GIVING = "giving"
    RECEIVING = "receiving"
