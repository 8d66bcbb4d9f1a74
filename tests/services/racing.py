"""What a second process does: open the store and deliver answers, all at the same moment."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from bcdesktop.core.clock import FixedClock
from bcdesktop.core.errors import AppError
from bcdesktop.core.limits import LIMITS
from bcdesktop.services import access_requests
from bcdesktop.services.context import Context
from bcdesktop.store.store import Store
from tests.services.world import NOON, MemorySecrets


def deliver(path: str, texts: list[str], maximum: int, gate: Any, results: Any) -> None:
    """Deliver ``texts`` with at most ``maximum`` accounts per Business Center; put each outcome into ``results``."""
    clock = FixedClock(NOON)
    store = Store.open(Path(path), clock=clock)
    limits = replace(LIMITS, tiktok_accounts_per_business_center=maximum)
    context = Context(store, clock, MemorySecrets(), limits=limits)
    gate.wait(30)
    for text in texts:
        try:
            results.put(access_requests.receive_answer(context, text).state.value)
        except AppError as error:
            results.put(error.code)
    store.close()
