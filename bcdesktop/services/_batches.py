"""Long lists of ids in pieces that one statement takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

BATCH = 500
"""Ids in one statement: SQLite takes some thousands at most."""


def batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Give ``ids`` in pieces one statement takes."""
    return (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))
