"""Short ways to imported numbers for tests: small reports as Ads Manager exports them, with made-up ads."""

from __future__ import annotations

import uuid
from datetime import date, timedelta

from bcdesktop.services import reports

HEADS = "By Day,Campaign name,Ad name,Identity,Currency,Impressions,Clicks (destination),Video views,Conversions,Cost"
FIRST = date(2026, 10, 1)


def report(*lines: str, heads: str = HEADS, total: bool = True) -> bytes:
    """Return a CSV with these lines below the headings, and the row of sums Ads Manager adds."""
    end = [f"Total of {len(lines)} results" + ",-" * heads.count(",")] if total else []
    return "\n".join([heads, *lines, *end]).encode()


def line(day=FIRST, ad="Poppy 01", numbers="1000,10,800,2,12.50", *, campaign="Autumn", handle="@harbour_shoes"):
    """Return one row of a report."""
    return f"{day},{campaign},{ad},{handle},EUR,{numbers}"


def days(count: int, first: date = FIRST):
    """Return so many days, one after the other."""
    return [first + timedelta(days=number) for number in range(count)]


def bring_in(world, advertiser, asset_id, data=None, name="october.csv", context=None, **given):
    """Preview a report and take it over."""
    context = context or world.context
    shown = reports.preview(context, advertiser, asset_id, data or report(line()), file_name=name)
    return reports.import_report(context, advertiser, asset_id, shown, uuid.uuid4().hex, **given)
