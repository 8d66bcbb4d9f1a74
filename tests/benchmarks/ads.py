"""Ad accounts, links, ads and how they are paid at the size of a large agency, beside a store a hundredth the size."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bcdesktop.core.grants import AssetKind
from bcdesktop.services import ads, readiness
from bcdesktop.services.ad_records import Advertiser
from tests.benchmarks import ad_crowd, crowd
from tests.benchmarks.ad_crowd import AdSize
from tests.benchmarks.crowd import Size
from tests.benchmarks.people import LETTER_LIMIT, OPEN_LIMIT, Crowd, Row

SUMMARY_LIMIT = 1_000
"""Milliseconds (issue, "Speed")."""
_TIMES = 5
_LISTS = (
    ("ad_accounts", "ad_accounts_table", "ad_accounts_filter_edit"),
    ("payment_methods", "payment_methods_table", "payment_filter_edit"),
    ("access_matrix", "matrix_view", "matrix_people_edit"),
)
Measure = tuple[str, float, str]


def run(
    small: tuple[Size, AdSize] = (crowd.SMALL, ad_crowd.SMALL),
    large: tuple[Size, AdSize] = (crowd.LARGE, ad_crowd.LARGE),
    times: int = _TIMES,
) -> list[Row]:
    """Return (name, value, unit, note) of every measure at ``large``; the note compares it with ``small``."""
    before = {name: value for name, value, _note in _measure(*small, times)}
    return [
        (name, value, "ms", f"{value / before[name]:.1f} times the {before[name]:.1f} of a hundredth; {note}")
        for name, value, note in _measure(*large, times)
    ]


def _measure(size: Size, ad_size: AdSize, times: int) -> list[Measure]:
    with tempfile.TemporaryDirectory() as folder:
        made = AdCrowd(Path(folder), size, ad_size)
        try:
            return list(made.rows(times))
        finally:
            made.close()


class AdCrowd(Crowd):
    """The Business Center window on a store with ad accounts and ads too."""

    def __init__(self, folder: Path, size: Size, ad_size: AdSize) -> None:
        self._ad_size = ad_size
        super().__init__(folder, size)

    def fill(self, size: Size) -> None:
        """Add ad accounts and ads to what every crowd has."""
        super().fill(size)
        self.first_id = ad_crowd.fill(self.office.world, self.actor, self._ad_size)

    def rows(self, times: int) -> Iterator[Measure]:
        """Measure the lists, then what the store computes."""
        for page, view, edit in _LISTS:
            yield f"{page} opens for the first time", self._opens(page, view), "page built, read and painted"
            yield from self._used(page, view, edit, times)
        self.office.center.inside.pages.currentWidget().show_item(kind=AssetKind.AD_ACCOUNT)
        self.until(lambda: self.office.is_quiet)
        yield from self._used("access_matrix", "matrix_view", "matrix_people_edit", times, " with ad accounts")
        homes = [self._home() for _ in range(times)]
        yield "Home opens", statistics.median(homes), f"everything on it read; worst {max(homes):.1f}"
        context, actor = self.office.world.context, self.actor
        person = Advertiser(actor.person_id, actor.name, actor.email)
        for name, work, note in (
            ("readiness of all linked pairs", lambda: readiness.summary(context, actor), f"at most {SUMMARY_LIMIT}"),
            ("identity picker", lambda: readiness.identities(context, person, self.first_id), "every account judged"),
            ("campaigns and ads of one ad account", lambda: ads.overview(context, person, self.first_id), "all read"),
        ):
            spans = [_span(work) for _ in range(times)]
            yield name, statistics.median(spans), f"{note}; worst {max(spans):.1f}"

    def _used(self, page: str, view: str, edit: str, times: int, what: str = "") -> Iterator[Measure]:
        """Have a page that is there read again, then type in its filter."""
        again = [self._reads(page, view) for _ in range(times)]
        yield f"{page}{what} opens", statistics.median(again), f"at most {OPEN_LIMIT}; worst {max(again):.1f}"
        letters = self._letters(view, edit)
        note = f"at most {LETTER_LIMIT}; worst {max(letters):.1f}"
        yield f"{page}{what}: a letter in the filter", statistics.median(letters), note

    def _home(self) -> float:
        """Leave Home, come back and have it read again: from there until nothing is under way."""
        inside = self.office.center.inside
        self.office.center.navigator.go("settings")
        self.until(lambda: self.office.is_quiet)
        start = time.perf_counter()
        self.office.center.navigator.go("home")
        inside.pages.currentWidget().refresh()
        self.until(lambda: self.office.is_quiet)
        return (time.perf_counter() - start) * 1e3


def _span(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1e3
