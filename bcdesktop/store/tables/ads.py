"""Campaigns and ads, persons' own links to TikTok accounts, and posts of the directory."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, text
from sqlmodel import Field

from bcdesktop.core.ads import (
    AdKind,
    AdSource,
    AdStatus,
    CampaignObjective,
    IdentityKind,
    PauseReason,
    PostState,
)
from bcdesktop.store.tables.base import Table, choice, counts_versions, refers_to, times, version_column

_ACTIVE = text("ended_at IS NULL")


class Campaign(Table, table=True):
    """One campaign of an ad account."""

    __mapper_args__ = counts_versions()

    id: str = Field(primary_key=True)
    asset_id: str = refers_to("asset.id")
    name: str
    objective: CampaignObjective = choice(CampaignObjective)
    status: AdStatus = choice(AdStatus)
    created_at: datetime = times()
    created_by: str
    ended_at: datetime | None = times(nullable=True)
    version: int = version_column()


class Ad(Table, table=True):
    """One ad; ``asset_id`` is its ad account's. One of ``link_id``, ``share_id``, ``person_link_id`` is the identity.

    ``account_id`` and ``handle`` stay when the link ends. ``ads_only`` is None where no new video is pushed.
    ``last_active_at`` is when it last stopped or started to run.
    """

    __mapper_args__ = counts_versions()
    __table_args__ = (Index(None, "asset_id", "status"), Index(None, "account_id", "status"))

    id: str = Field(primary_key=True)
    campaign_id: str = refers_to("campaign.id")
    asset_id: str = refers_to("asset.id", index=False)
    name: str
    kind: AdKind = choice(AdKind)
    identity_kind: IdentityKind = choice(IdentityKind)
    link_id: str | None = refers_to("tiktok_account_link.id", nullable=True)
    share_id: str | None = Field(default=None, index=True)
    person_link_id: str | None = refers_to("person_link.id", nullable=True)
    account_id: str | None = None
    handle: str = ""
    source: AdSource | None = choice(AdSource, nullable=True)
    post_id: str | None = None
    video_name: str = ""
    text: str = ""
    ads_only: bool | None = None
    status: AdStatus = choice(AdStatus)
    pause_reason: PauseReason | None = choice(PauseReason, nullable=True)
    status_at: datetime = times()
    last_active_at: datetime | None = times(nullable=True)
    created_at: datetime = times()
    created_by: str
    created_by_id: str = refers_to("person.id", index=False)
    version: int = version_column()


class PersonLink(Table, table=True):
    """A TikTok account one person linked in Ads Manager, without a Business Center; theirs alone (domain.md 1.6.1)."""

    __table_args__ = (
        Index(
            "uq_person_link_active",
            "person_id",
            "account_id",
            unique=True,
            # naming PostgreSQL here would load its dialect at every start; the migration has its condition
            sqlite_where=_ACTIVE,
        ),
    )

    id: str = Field(primary_key=True)
    person_id: str = refers_to("person.id", index=False)
    account_id: str = Field(index=True)
    handle: str
    display_name: str
    log_in_id: str | None = refers_to("log_in.id", nullable=True, index=False)
    linked_at: datetime = times()
    ended_at: datetime | None = times(nullable=True)
    ended_by: str | None = None


class DirectoryPost(Table, table=True):
    """One post of an account of the directory; only the phone side and the making of ads look at it."""

    __table_args__ = (Index(None, "account_id", "state"),)

    id: str = Field(primary_key=True)
    account_id: str = refers_to("directory_account.id", index=False)
    caption: str
    state: PostState = choice(PostState)
    is_live: bool = False
    posted_at: datetime = times()
    posted_by: str = ""
