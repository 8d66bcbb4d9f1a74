"""Performance numbers from reports people imported; nothing here is ever made up (part 3, Analytics)."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import BigInteger, Column, Date, Index, Integer
from sqlmodel import Field

from bcdesktop.store.tables.base import Table, refers_to, times


class ReportImport(Table, table=True):
    """One imported file."""

    id: str = Field(primary_key=True)
    asset_id: str = refers_to("asset.id")
    file_name: str
    imported_at: datetime = times()
    imported_by: str
    rows: int
    first_day: date = Field(sa_column=Column(Date, nullable=False))
    last_day: date = Field(sa_column=Column(Date, nullable=False))
    currency: str = ""
    removed_at: datetime | None = times(nullable=True)


class ReportRow(Table, table=True):
    """One ad on one day; a number is None where the file has no such column. Money is in hundredths of the currency."""

    __table_args__ = (Index(None, "asset_id", "day"),)

    id: int | None = Field(default=None, sa_column=Column(Integer, primary_key=True))
    import_id: str = refers_to("report_import.id")
    asset_id: str
    day: date = Field(sa_column=Column(Date, nullable=False))
    campaign_name: str = ""
    ad_name: str = ""
    handle: str = ""
    impressions: int | None = Field(default=None, sa_column=Column(BigInteger, nullable=True))
    clicks: int | None = Field(default=None, sa_column=Column(BigInteger, nullable=True))
    video_views: int | None = Field(default=None, sa_column=Column(BigInteger, nullable=True))
    conversions: int | None = Field(default=None, sa_column=Column(BigInteger, nullable=True))
    spend_hundredths: int | None = Field(default=None, sa_column=Column(BigInteger, nullable=True))
