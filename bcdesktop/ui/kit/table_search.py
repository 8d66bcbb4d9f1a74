"""What the rows of a table are searched in: one text per record, made once and looked at by every letter typed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any

_AT_A_TIME = 16
"""Records between two looks at the clock."""


class SearchTexts:
    """The texts of ``records``: what ``values`` say of each, one under the other, without regard to case."""

    def __init__(self, values: Iterable[Callable[[Any], str]], records: Sequence[Any] = ()) -> None:
        self._values = tuple(values)
        self._records = records
        self._texts: list[str] = []

    def prepare(self, seconds: float | None = None) -> bool:
        """Make the missing texts, for about ``seconds`` or to the end; return whether all are made."""
        end = None if seconds is None else time.perf_counter() + seconds
        while len(self._texts) < len(self._records):
            begin = len(self._texts)
            self._texts.extend(map(self._text, self._records[begin : begin + _AT_A_TIME]))
            if end is not None and time.perf_counter() >= end:
                break
        return len(self._texts) == len(self._records)

    def matching(self, rows: list[int], words: Iterable[str]) -> list[int]:
        """Return those of ``rows``, in their order, in whose text every one of the casefolded ``words`` occurs."""
        for word in words:
            rows = self._holding(word, rows)
        return rows

    def _holding(self, word: str, rows: list[int]) -> list[int]:
        self.prepare()
        texts = self._texts
        if 2 * len(rows) < len(texts):
            return [row for row in rows if word in texts[row]]
        # one after the other as they lie in memory; a jump to each text in the order of the rows takes twice as long
        holds = [word in text for text in texts]
        return [row for row in rows if holds[row]]

    def _text(self, record: Any) -> str:
        return "\n".join([value(record) for value in self._values]).casefold()


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of what somebody typed, as SearchTexts compares them."""
    return tuple(text.casefold().split())


def is_narrower(words: Iterable[str], before: Iterable[str]) -> bool:
    """Tell whether all rows that hold ``words`` are among those that hold the words ``before``."""
    words = tuple(words)
    return all(any(old in word for word in words) for old in before)
