"""Statements that add imported numbers up; what no report had stays None (SQL's SUM leaves it out)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlmodel import Session, col, func, select

from bcdesktop.core.report_records import Metric
from bcdesktop.services.report_records import AdNumbers, ImportRow, Money, Numbers
from bcdesktop.store.tables import ReportImport, ReportRow

COLUMN: dict[Metric, Any] = {
    Metric.IMPRESSIONS: ReportRow.impressions,
    Metric.CLICKS: ReportRow.clicks,
    Metric.VIDEO_VIEWS: ReportRow.video_views,
    Metric.CONVERSIONS: ReportRow.conversions,
    Metric.SPEND: ReportRow.spend_hundredths,
}
_SUMS: tuple[Any, ...] = tuple(func.sum(COLUMN[metric]).label(metric.value) for metric in Metric)
_REACH: tuple[Any, ...] = (
    func.min(ReportRow.day).label("first_day"),
    func.max(ReportRow.day).label("last_day"),
)


def numbers(session: Session, *where: Any) -> Numbers | None:
    """Return the sums of the rows that match; None where there are none."""
    columns: tuple[Any, ...] = (*_SUMS, *_REACH, ReportImport.currency)
    found = session.execute(
        select(*columns)
        .join(ReportImport, col(ReportImport.id) == col(ReportRow.import_id))
        .where(*where)
        .group_by(col(ReportImport.currency))
    ).all()
    if not found:
        return None
    accounts = session.execute(select(func.count(func.distinct(ReportRow.asset_id))).where(*where)).scalar_one()
    return _numbers(found, accounts)


def metrics(session: Session, asset_id: str) -> tuple[Metric, ...]:
    """Return the numbers an ad account has any of; looks for one row each, since there may be very many."""
    return tuple(metric for metric in Metric if _has(session, metric, col(ReportRow.asset_id) == asset_id))


def currencies(session: Session, found: Iterable[ImportRow]) -> tuple[str, ...]:
    """Return the currencies these imports have money in."""
    ids: dict[str, list[str]] = {}
    for row in found:
        ids.setdefault(row.currency, []).append(row.id)
    return tuple(
        currency
        for currency, some in sorted(ids.items())
        if any(_has(session, Metric.SPEND, col(ReportRow.import_id) == import_id) for import_id in some)
    )


def _has(session: Session, metric: Metric, where: Any) -> bool:
    statement = select(ReportRow.id).where(where, col(COLUMN[metric]).is_not(None)).limit(1)
    return session.execute(statement).first() is not None


def by_ad(session: Session, *where: Any) -> list[AdNumbers]:
    """Return the sums of each ad, by its names."""
    names: tuple[Any, ...] = (ReportRow.campaign_name, ReportRow.ad_name, ReportImport.currency)
    found: dict[tuple[str, str], list[Any]] = {}
    columns: tuple[Any, ...] = (*names, *_SUMS, *_REACH, func.count(func.distinct(ReportRow.day)).label("days"))
    statement = (
        select(*columns)
        .join(ReportImport, col(ReportImport.id) == col(ReportRow.import_id))
        .where(*where)
        .group_by(*names)
    )
    for row in session.execute(statement):
        found.setdefault((row.campaign_name, row.ad_name), []).append(row)
    # a day belongs to one import of an ad account, so that days of several currencies are different days
    return [
        AdNumbers(campaign, ad, sum(row.days for row in rows), _numbers(rows, 1))
        for (campaign, ad), rows in found.items()
    ]


def by_day(session: Session, metric: Metric, *where: Any) -> tuple[tuple[date, int], ...]:
    """Return the sum of each day that has one."""
    column = COLUMN[metric]
    columns: tuple[Any, ...] = (ReportRow.day, func.sum(column))
    statement = (
        select(*columns)
        .join(ReportImport, col(ReportImport.id) == col(ReportRow.import_id))
        .where(*where, col(column).is_not(None))
        .group_by(col(ReportRow.day))
        .order_by(col(ReportRow.day))
    )
    return tuple((day, total) for day, total in session.execute(statement))


def imports(session: Session, *where: Any) -> tuple[ImportRow, ...]:
    """Return the imports that still count, the newest first."""
    columns: tuple[Any, ...] = (
        ReportImport.id,
        ReportImport.file_name,
        ReportImport.imported_at,
        ReportImport.imported_by,
        ReportImport.rows,
        ReportImport.first_day,
        ReportImport.last_day,
        ReportImport.currency,
    )
    statement = select(*columns).where(col(ReportImport.removed_at).is_(None), *where)
    return tuple(ImportRow(*row) for row in session.execute(statement.order_by(col(ReportImport.imported_at).desc())))


def _numbers(rows: Iterable[Any], ad_accounts: int) -> Numbers:
    found = list(rows)
    spend: dict[str, int] = {}
    for row in found:
        if row.spend is not None:
            spend[row.currency] = spend.get(row.currency, 0) + row.spend
    return Numbers(
        impressions=_sum(row.impressions for row in found),
        clicks=_sum(row.clicks for row in found),
        video_views=_sum(row.video_views for row in found),
        conversions=_sum(row.conversions for row in found),
        spend=tuple(Money(currency, total) for currency, total in sorted(spend.items())),
        first_day=min(row.first_day for row in found),
        last_day=max(row.last_day for row in found),
        ad_accounts=ad_accounts,
    )


def _sum(values: Iterable[int | None]) -> int | None:
    there = [value for value in values if value is not None]
    return sum(there) if there else None
