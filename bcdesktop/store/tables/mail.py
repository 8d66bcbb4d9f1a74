"""Mail the program would send, which inside one store its addressee can read (decisions.md, Who is who)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Column, Index
from sqlmodel import Field

from bcdesktop.core.mails import MailKind, MailSecurity, MailState
from bcdesktop.store.tables.base import Table, counts_versions, refers_to, times, version_column
from bcdesktop.store.tables.types import EnumText


class Mail(Table, table=True):
    """One mail; ``attachment`` is the PNG of a code where there is one, ``about_id`` what it is about."""

    __table_args__ = (Index(None, "business_center_id", "created_at"),)

    id: str = Field(primary_key=True)
    business_center_id: str | None = refers_to("business_center.id", nullable=True)
    to_address: str = Field(index=True)
    subject: str
    body: str
    attachment_name: str | None = None
    attachment: bytes | None = None
    created_at: datetime = times()
    read_at: datetime | None = times(nullable=True)
    kind: MailKind = Field(
        default=MailKind.CODE, sa_column=Column(EnumText(MailKind), nullable=False, server_default="code")
    )
    state: MailState = Field(
        default=MailState.WAITING, sa_column=Column(EnumText(MailState), nullable=False, server_default="waiting")
    )
    from_name: str = Field(default="", sa_column_kwargs={"server_default": ""})
    about_id: str | None = None
    sent_at: datetime | None = times(nullable=True)
    failure: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON(none_as_null=True), nullable=True))
    tries: int = Field(default=0, sa_column_kwargs={"server_default": "0"})


class MailServer(Table, table=True):
    """How a Business Center's mail is sent; the password lies in the keyring, never here."""

    __mapper_args__ = counts_versions()

    business_center_id: str = refers_to("business_center.id", index=False, primary_key=True)
    host: str
    port: int
    security: MailSecurity = Field(sa_column=Column(EnumText(MailSecurity), nullable=False))
    login: str = ""
    from_address: str
    from_name: str
    version: int = version_column()
