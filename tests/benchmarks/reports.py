"""Performance reports of 200,000 rows: previewed from CSV and XLSX, taken over, and what the Analytics page reads."""

from __future__ import annotations

import io
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import openpyxl

from bcdesktop.services import reports
from bcdesktop.ui.ads.pages.analytics_view import Wish, read_view
from tests.services.ad_world import ad_account, advertiser
from tests.services.world import World

ROWS = 200_000
_ADS, _FIRST = 900, date(2026, 1, 1)
_HEADS = ["By Day", "Campaign name", "Ad name", "Identity", "Currency", "Cost", "Impressions", "Clicks", "Video views"]
Row = tuple[str, float, str, str]


def run(rows: int = ROWS) -> list[Row]:
    """Return (name, value, unit, note) of every measure."""
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        try:
            return _measure(world, rows)
        finally:
            world.close()


def _measure(world: World, rows: int) -> list[Row]:
    nora = world.center()
    account, person = ad_account(world, nora), advertiser(world, nora)
    found, size = [], f"{rows:,} rows"
    for name, data in (("CSV", _csv(rows)), ("XLSX", _xlsx(rows))):
        shown, seconds = _timed(lambda data=data: reports.preview(world.context, person, account, data))
        found.append((f"{name} previewed", seconds, "s", f"{size}, {len(data) / 1e6:.1f} MB"))
    _done, seconds = _timed(lambda: reports.import_report(world.context, person, account, shown, "key"))
    found.append(("taken over", seconds, "s", size))
    _view, seconds = _timed(lambda: read_view(world.context, person, account, Wish()))
    found.append(("Analytics page read, 92 days", seconds * 1000, "ms", size))
    _totals, seconds = _timed(lambda: reports.totals(world.context, nora))
    found.append(("sums for Home", seconds * 1000, "ms", size))
    return found


def _timed(work: Callable[[], object]) -> tuple[object, float]:
    started = time.perf_counter()
    result = work()
    return result, time.perf_counter() - started


def _row(place: int) -> list[object]:
    day = _FIRST + timedelta(days=place // _ADS)
    ad = place % _ADS
    money, views = round(place % 9_000 / 100, 2), place % 100_000
    return [f"{day}", f"Campaign {ad % 40}", f"Ad {ad}", "@harbour_shoes", "EUR", money, views, views // 61, views // 2]


def _csv(rows: int) -> bytes:
    lines = [",".join(_HEADS), *(",".join(map(str, _row(place))) for place in range(rows))]
    return "\n".join(lines).encode()


def _xlsx(rows: int) -> bytes:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(_HEADS)
    for place in range(rows):
        sheet.append(_row(place))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
