"""The order of a table's rows: what is compared is asked of each record once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any


class RowOrder:
    """The orders of ``records``; ``values`` give, for each column, what is compared."""

    def __init__(self, values: Sequence[Callable[[Any], object]], records: Sequence[Any] = ()) -> None:
        self._values = tuple(values)
        self._records = records
        self._keys: dict[int, list[Any]] = {}

    def rows(self, column: int, *, is_descending: bool) -> list[int]:
        """Return all rows in the order of ``column``; in the order of the records where that is none (-1).

        Equal ones keep the order of the records. A value that is not there (None) comes before all others.
        """
        rows = list(range(len(self._records)))
        if not 0 <= column < len(self._values):
            return rows
        if column not in self._keys:
            self._keys[column] = _keys([self._values[column](record) for record in self._records])
        keys = self._keys[column]
        nothing = [row for row in rows if keys[row] is None]
        something = [row for row in rows if keys[row] is not None] if nothing else rows
        something.sort(key=keys.__getitem__, reverse=is_descending)
        return something + nothing if is_descending else nothing + something


def _keys(values: list[object]) -> list[Any]:
    keys = [_key(value) for value in values]
    kinds = {type(key) for key in keys if key is not None}
    if len(kinds) > 1 and not all(issubclass(kind, int | float) for kind in kinds):
        return [None if key is None else str(key) for key in keys]
    return keys


def _key(value: object) -> object:
    if isinstance(value, str):
        return value.casefold()
    return value if value is None or isinstance(value, int | float | datetime) else str(value)
