"""Which rows a table shows, and in which order: no Qt, so that no letter waits for a call per row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from bcdesktop.ui.kit.table_order import RowOrder
from bcdesktop.ui.kit.table_search import SearchTexts, is_narrower, words_of

if TYPE_CHECKING:
    from bcdesktop.ui.kit.table_model import Column


class RowFinder:
    """Finds rows of ``records``: ``found`` are their numbers, in the order in which they are shown."""

    def __init__(self, columns: Iterable[Column]) -> None:
        self._columns = tuple(columns)
        self._words: tuple[str, ...] = ()
        self._predicate: Callable[[Any], bool] | None = None
        self._sorted_by, self._is_descending = -1, False
        self._candidates: list[int] = []
        self.found: list[int] = []
        self.records: Sequence[Any] = ()
        self.take(())

    @property
    def is_filtering(self) -> bool:
        """Whether anything can be hidden."""
        return bool(self._words) or self._predicate is not None

    def take(self, records: Sequence[Any]) -> None:
        """Look among other records, for the same as before."""
        self.records = records
        self._order = RowOrder([column.compared for column in self._columns], records)
        self._texts = SearchTexts([column.searched for column in self._columns], records)
        self._find()

    def prepare(self, seconds: float) -> bool:
        """Make what the next search needs, for about ``seconds``; return whether all of it is made."""
        return self._texts.prepare(seconds)

    def set_text(self, text: str) -> None:
        """Find the records in whose text every word of ``text`` occurs. More letters look only at what was found."""
        words, before = words_of(text), self._words
        self._words = words
        self.found = self._texts.matching(self.found if is_narrower(words, before) else self._candidates, words)

    def set_predicate(self, predicate: Callable[[Any], bool] | None) -> None:
        """Find the records for which ``predicate`` is true; None takes all."""
        if predicate is not None or self._predicate is not None:
            self._predicate = predicate
            self._find()

    def sort(self, column: int, *, is_descending: bool) -> None:
        """Find in the order of ``column``; -1 is the order of the records."""
        self._sorted_by, self._is_descending = column, is_descending
        self._find()

    def _find(self) -> None:
        rows = self._order.rows(self._sorted_by, is_descending=self._is_descending)
        if self._predicate is not None:
            records, takes = self.records, self._predicate
            rows = [row for row in rows if takes(records[row])]
        self._candidates = rows
        self.found = self._texts.matching(rows, self._words)
