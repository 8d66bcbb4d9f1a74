"""The directory: stands for TikTok's own servers inside the store (decisions.md, Who is who)."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field

from bcdesktop.store.tables.base import Table, refers_to, times


class DirectoryAccount(Table, table=True):
    """One TikTok account; ``handle`` in its one form, lower case without @."""

    id: str = Field(primary_key=True)
    handle: str = Field(unique=True)
    display_name: str
    kind: str
    email: str
    followers: int = 0
    posts: int = 0
    is_public: bool = True
    is_political: bool = False
    is_business: bool = False
    scope_available: bool = True
    password_hash: str
    two_step: bool = False
    claimed_by: str | None = refers_to("business_center.id", nullable=True)
    created_at: datetime = times()


class DirectoryDevice(Table, table=True):
    """A phone on which an account is, or was, logged in, with the public key it signs with there."""

    id: str = Field(primary_key=True)
    account_id: str = refers_to("directory_account.id")
    phone_name: str
    public_key: bytes
    kid: bytes = Field(index=True)
    logged_in_at: datetime = times()
    last_seen_at: datetime = times()
    logged_out_at: datetime | None = times(nullable=True)


class ConnectedApp(Table, table=True):
    """An app the owner let in: "TikTok for Business" or "Business Center"."""

    id: str = Field(primary_key=True)
    account_id: str = refers_to("directory_account.id")
    name: str
    business_center_id: str | None = refers_to("business_center.id", nullable=True)
    authorised_at: datetime = times()
    removed_at: datetime | None = times(nullable=True)
