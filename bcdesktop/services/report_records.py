"""The frozen records of imported performance numbers. Imports no ORM, as ``records``.

A number is None where nothing was imported, which is not zero. Money is in hundredths of its currency, and money of
different currencies is never added.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bcdesktop.core.errors import AppError
from bcdesktop.core.report_records import Metric, Report


@dataclass(frozen=True)
class ImportRow:
    """One imported file of an ad account; ``rows`` are those that still count."""

    id: str
    file_name: str
    imported_at: datetime
    imported_by: str
    rows: int
    first_day: date
    last_day: date
    currency: str


@dataclass(frozen=True)
class ReportPreview:
    """What a file would bring in, of how many ``ads``; nothing where ``problems`` or ``report.questions`` are left.

    ``is_currency_assumed``: the report names none, so that of the ad account is taken. ``replaces`` are imports whose
    numbers of the same days would go, each with how many ``rows`` of it.
    """

    asset_id: str
    file_name: str
    report: Report
    currency: str
    is_currency_assumed: bool
    ads: int
    replaces: tuple[ImportRow, ...]
    problems: tuple[AppError, ...]

    @property
    def can_import(self) -> bool:
        """Whether it could be taken over as it is."""
        return not self.problems and not self.report.questions


@dataclass(frozen=True)
class ImportedReport:
    """What was done."""

    id: str
    rows: int
    replaced: int


@dataclass(frozen=True)
class Money:
    """An amount in hundredths of ``currency``."""

    currency: str
    hundredths: int


@dataclass(frozen=True)
class Numbers:
    """Sums of what was imported. ``spend`` has one amount for each currency."""

    impressions: int | None
    clicks: int | None
    video_views: int | None
    conversions: int | None
    spend: tuple[Money, ...]
    first_day: date
    last_day: date
    ad_accounts: int = 1


@dataclass(frozen=True)
class AdNumbers:
    """Sums of one ad, told apart by its names; ``days`` is on how many days it has numbers."""

    campaign_name: str
    ad_name: str
    days: int
    numbers: Numbers

    @property
    def id(self) -> tuple[str, str]:
        """A key for tables."""
        return (self.campaign_name, self.ad_name)


@dataclass(frozen=True)
class DaySeries:
    """A number by day. Days without one are not in ``points``. ``currency`` is that of money, else empty."""

    metric: Metric
    currency: str
    points: tuple[tuple[date, int], ...]


@dataclass(frozen=True)
class NumbersOverview:
    """What is there of one ad account: days, numbers and currencies; None for the days where nothing was imported.

    ``importers`` are the admins, for somebody who may not import.
    """

    first_day: date | None
    last_day: date | None
    metrics: tuple[Metric, ...]
    currencies: tuple[str, ...]
    can_import: bool
    importers: tuple[str, ...]
