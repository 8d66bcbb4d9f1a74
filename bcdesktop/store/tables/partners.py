"""Partnerships between two Business Centers, what they share, and who of the partner's people may use it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint, text
from sqlmodel import Field

from bcdesktop.core.partnerships import PartnershipState
from bcdesktop.core.roles import AssetRole
from bcdesktop.store.tables.base import Table, choice, counts_versions, refers_to, times, version_column

_OPEN = text("state IN ('pending', 'active')")


class Partnership(Table, table=True):
    """One Business Center (the owner) shares with another (the partner).

    Either may live in another store (``is_elsewhere``), so their ids refer to no table; their keys are pinned then.
    """

    __mapper_args__ = counts_versions()
    __table_args__ = (
        Index(
            "uq_partnership_open",
            "owner_center_id",
            "partner_center_id",
            unique=True,
            # naming PostgreSQL here would load its dialect at every start; the migration has its condition
            sqlite_where=_OPEN,
        ),
        Index(None, "partner_center_id", "state"),
    )

    id: str = Field(primary_key=True)
    owner_center_id: str
    owner_name: str
    partner_center_id: str
    partner_name: str = ""
    state: PartnershipState = choice(PartnershipState)
    is_elsewhere: bool = False
    invited_by: str
    note: str = ""
    created_at: datetime = times()
    decided_at: datetime | None = times(nullable=True)
    decided_by: str | None = None
    decline_reason: str | None = None
    ended_at: datetime | None = times(nullable=True)
    ended_by: str | None = None
    ends_at: datetime | None = times(nullable=True)
    owner_key: bytes | None = None
    partner_key: bytes | None = None
    sequence: int = 0
    version: int = version_column()


class PartnerShare(Table, table=True):
    """One TikTok account shared in a partnership; ``link_id`` is None where the owner lives in another store."""

    __table_args__ = (UniqueConstraint("partnership_id", "account_id"),)

    id: str = Field(primary_key=True)
    partnership_id: str = refers_to("partnership.id", index=False)
    link_id: str | None = refers_to("tiktok_account_link.id", nullable=True)
    account_id: str
    handle: str
    display_name: str
    role: AssetRole = choice(AssetRole)
    shared_at: datetime = times()
    shared_by: str


class MemberPartnerShare(Table, table=True):
    """The role of a member of the partner on an account that is shared with it; never more than the share's own."""

    __table_args__ = (UniqueConstraint("member_id", "share_id"),)

    id: str = Field(primary_key=True)
    member_id: str = refers_to("member.id", index=False)
    share_id: str = refers_to("partner_share.id")
    role: AssetRole = choice(AssetRole)
    given_at: datetime = times()
    given_by: str
    ends_at: datetime | None = times(nullable=True)
