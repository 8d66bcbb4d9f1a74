"""What the Analytics page reads at once, on a worker: what is there, the sums of each ad, and one line of days."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bcdesktop.core.report_records import Metric
from bcdesktop.services import reports
from bcdesktop.ui.kit.chart_painting import ChartKind

if TYPE_CHECKING:
    from bcdesktop.services.ad_records import Advertiser
    from bcdesktop.services.context import Context
    from bcdesktop.services.report_records import AdNumbers, DaySeries, NumbersOverview

FIRST_LOOK = 92
"""Days shown before somebody chooses: all, or the last of them."""


@dataclass(frozen=True)
class Wish:
    """What somebody wants to see; ``first`` None leaves the days to what is there, ``ad`` None is the ad account."""

    metric: Metric = Metric.IMPRESSIONS
    currency: str = ""
    first: date | None = None
    last: date | None = None
    kind: ChartKind = ChartKind.LINE
    ad: tuple[str, str] | None = None

    @property
    def days(self) -> tuple[date, date]:
        """The range, once it is settled."""
        if self.first is None or self.last is None:
            raise ValueError("a wish that is not settled")
        return self.first, self.last


@dataclass(frozen=True)
class AnalyticsView:
    """What is shown; without ``series`` nothing was imported. ``wish`` is settled."""

    asset_id: str
    overview: NumbersOverview
    wish: Wish
    ads: tuple[AdNumbers, ...] = ()
    series: DaySeries | None = None


def read_view(context: Context, advertiser: Advertiser, asset_id: str, wish: Wish) -> AnalyticsView:
    """Return what ``wish`` asks for, as far as it is there. Raises NotFound, NotAllowed."""
    overview = reports.overview(context, advertiser, asset_id)
    if overview.first_day is None or overview.last_day is None:
        return AnalyticsView(asset_id, overview, wish)
    wish = settled(wish, overview, overview.first_day, overview.last_day)
    first, last = wish.days
    ads = reports.per_ad(context, advertiser, asset_id, first, last)
    if wish.ad is not None and all(ad.id != wish.ad for ad in ads):
        wish = replace(wish, ad=None)
    series = reports.per_day(
        context, advertiser, asset_id, wish.metric, first, last, ad=wish.ad, currency=wish.currency
    )
    return AnalyticsView(asset_id, overview, wish, ads, series)


def settled(wish: Wish, overview: NumbersOverview, first_day: date, last_day: date) -> Wish:
    """Return ``wish`` with days, and with a number and a currency that are there."""
    first, last = wish.first, wish.last
    if first is None or last is None:
        first, last = max(first_day, last_day - timedelta(days=FIRST_LOOK - 1)), last_day
    metric = wish.metric if wish.metric in overview.metrics else next(iter(overview.metrics), wish.metric)
    is_there = wish.currency in overview.currencies
    currency = wish.currency if is_there else next(iter(overview.currencies), "")
    return replace(wish, metric=metric, currency=currency, first=first, last=last)
