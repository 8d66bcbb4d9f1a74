"""Long lists of ids in pieces that one statement takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
BATCH = 500
"""Ids in one statement: SQLite takes some thousands at most."""


def batches(ids: Sequence[T]) -> Iterator[Sequence[T]]:
    """Give ``ids`` in pieces one statement takes."""
    return (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))
