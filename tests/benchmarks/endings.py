"""Ending the link of an account that thousands of grants, ad accounts and ads hang on, beside a hundredth of it."""

from __future__ import annotations

import gc
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sqlmodel import update

from bcdesktop.core.ads import AdStatus
from bcdesktop.core.ending import EndWay
from bcdesktop.services import ending, tiktok_accounts
from bcdesktop.services.records import Actor
from bcdesktop.store.tables import Ad
from bcdesktop.store.unit_of_work import UnitOfWork
from tests.benchmarks import ad_crowd, crowd
from tests.benchmarks.ad_crowd import AdSize
from tests.benchmarks.crowd import Size
from tests.services.world import World

EFFECTS_LIMIT, CARRIED_OUT_LIMIT = 200, 1_000
"""Milliseconds (issue 5, "Speed")."""
LARGE = Size(1, 4_001, 4_000), AdSize(3_000, 10_000, 3_000, 1, 1, 1)
SMALL = Size(1, 41, 40), AdSize(30, 100, 30, 1, 1, 1)
Row = tuple[str, float, str, str]
Span = tuple[float, float]


def run(small: tuple[Size, AdSize] = SMALL, large: tuple[Size, AdSize] = LARGE, times: int = 5) -> list[Row]:
    """Return (name, value, unit, note) of both measures at ``large``; the note compares them with ``small``."""
    before, after = _measure(*small, times), _measure(*large, times)
    limits = {"effects of an ending": EFFECTS_LIMIT, "an ending carried out": CARRIED_OUT_LIMIT}
    return [
        (
            name,
            statistics.median(span for span, _busy in after[name]),
            "ms",
            _note(limit, before[name], after[name]),
        )
        for name, limit in limits.items()
    ]


def _note(limit: int, before: list[Span], after: list[Span]) -> str:
    busy = min(busy for _span, busy in after)
    hundredth = statistics.median(span for span, _busy in before)
    return f"at most {limit}; {busy:.0f} ms of a processor; a hundredth takes {hundredth:.1f}"


def _let_all_run(unit: UnitOfWork) -> None:
    unit.session.execute(update(Ad).values(status=AdStatus.ACTIVE))


def _measure(size: Size, ad_size: AdSize, times: int) -> dict[str, list[Span]]:
    """Read the effects several times, then end it; each time in a store of its own, since it ends only once."""
    told: list[Span] = []
    done: list[Span] = []
    for _ in range(max(1, times // 2)):
        with tempfile.TemporaryDirectory() as folder:
            world = World(Path(folder))
            try:
                nora = world.center()
                crowd.fill(world, nora, size)
                ad_crowd.fill(world, nora, ad_size)
                world.store.run(_let_all_run)
                # as the program does once it has started: what was there before is left out of it
                gc.collect()
                gc.freeze()
                _end(world, nora, times, told, done)
            finally:
                gc.unfreeze()
                world.close()
    return {"effects of an ending": told, "an ending carried out": done}


def _end(world: World, nora: Actor, times: int, told: list[Span], done: list[Span]) -> None:
    (account,) = tiktok_accounts.list_all(world.context, nora)
    way = EndWay.DISCONNECT

    def effects() -> str:
        return ending.effects(world.context, nora, way, account.id).digest

    told += [_span(effects) for _ in range(times)]
    digest = effects()
    done.append(_span(lambda: ending.end(world.context, nora, way, account.id, announced=digest, key="benchmark")))


def _span(work: Callable[[], object]) -> Span:
    """Return the milliseconds on the clock and on the processor; they differ on a busy computer."""
    start, busy = time.perf_counter(), time.thread_time()
    work()
    return (time.perf_counter() - start) * 1e3, (time.thread_time() - busy) * 1e3
