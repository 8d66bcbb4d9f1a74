"""Shares what SQLAlchemy compiled among the stores of a run.

Every test opens a store of its own, and a new engine compiles each statement anew, which took a quarter of the suite.
The statements and the store are the same; only the compiled text is kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

_STATEMENTS = 4_000


@pytest.fixture(scope="session", autouse=True)
def compiled_once() -> Iterator[None]:
    """Give every engine the dialect and the compiled statements of the first one with the same driver."""
    from bcdesktop.store import engine

    create_engine = engine.create_engine
    first: dict[Any, tuple[Any, Any]] = {}

    def create(*arguments: Any, **more: Any) -> Any:
        made = create_engine(*arguments, query_cache_size=_STATEMENTS, **more)
        dialect, compiled = first.setdefault(more["module"], (made.dialect, made._compiled_cache))
        made.dialect = made.pool._dialect = dialect
        made._compiled_cache = compiled
        return made

    engine.create_engine = create
    yield
    engine.create_engine = create_engine
