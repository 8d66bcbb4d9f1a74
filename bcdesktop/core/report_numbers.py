"""Numbers as spreadsheets write them: decimal comma or point, thousands in groups, a dash for nothing."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from functools import lru_cache


class DecimalMark(StrEnum):
    """What stands before the hundredths."""

    POINT = "."
    COMMA = ","

    @property
    def other(self) -> DecimalMark:
        """The other one, which may part thousands then."""
        return DecimalMark.COMMA if self is DecimalMark.POINT else DecimalMark.POINT


MISSING = frozenset({"", "-", "–", "—", "−", "--", "n/a", "na", "#n/a", "n. a.", "k. a.", "null", "none", "nan", "/"})
"""What says that there is no number, in small letters. It is never zero."""
LARGEST = 10**15
_UNIT = r"(?:(?!MIO|TSD|MRD)[A-Z]{3}|(?:US|HK|NT|NZ|MX|A|C|R|S)?\$|kr\.?|zł|Kč|Ft|lei|[¢£¤¥₠-⃏])"
_UNIT_BEFORE, _UNIT_BEHIND = re.compile(rf"^({_UNIT})\s*(?=[\d.,+])"), re.compile(rf"(?<=\d)\s*({_UNIT})$")
"""A currency before or behind a number."""
_SPACED = re.compile(r"\d{1,3}(?P<gap>[ '’])\d{3}(?:(?P=gap)\d{3})*(?:[.,]\d+)?")
_SIMPLE = re.compile(r"\d+([.,])\d{1,2}")
_BODY = re.compile(r"\d*(?:[.,]\d+)*")


@dataclass(frozen=True)
class NumberShape:
    """A number as written, without what stands around it.

    ``mark`` is the decimal mark it proves; None where it has none, or where it could be either (``is_open``). ``unit``
    is the currency beside it.
    """

    digits: str
    mark: DecimalMark | None
    is_open: bool = False
    unit: str = ""


@lru_cache(maxsize=65_536)
def shape_of(text: str) -> NumberShape | None:
    """Return how a number is written; None where it is none."""
    simple = _SIMPLE.fullmatch(text)
    if simple is not None:
        return NumberShape(text, DecimalMark(simple[1]))
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    given = _UNIT_BEFORE.search(plain) or _UNIT_BEHIND.search(plain)
    body = (plain.replace(given[0], "", 1) if given else plain).strip().removeprefix("+")
    spaced = _SPACED.fullmatch(body)
    if spaced is not None:
        body = body.replace(spaced["gap"], "")
    if not any(sign.isdigit() for sign in body) or _BODY.fullmatch(body) is None:
        return None
    mark, is_open = _proof(body, is_spaced=spaced is not None)
    return NumberShape(body, mark, is_open, given[1] if given else "")


def _proof(body: str, *, is_spaced: bool) -> tuple[DecimalMark | None, bool]:
    """Return the decimal mark that digits with points and commas prove, and whether they leave it open."""
    signs = [sign for sign in body if sign in ".,"]
    if not signs:
        return None, False
    last = DecimalMark(signs[-1])
    if len(set(signs)) == 2:
        return last, False
    if len(signs) > 1:
        return last.other, False
    before, _, behind = body.partition(last)
    is_open = len(behind) == 3 and 0 < len(before) <= 3 and before[0] != "0" and not is_spaced
    return (None, True) if is_open else (last, False)


def value_of(shape: NumberShape, mark: DecimalMark) -> Decimal | None:
    """Return the number, read with ``mark``; None where its thousands are not in groups."""
    whole, _, part = shape.digits.partition(mark)
    groups = whole.split(mark.other)
    grouped = len(groups) == 1 or (
        1 <= len(groups[0]) <= 3 and len(groups[-1]) == 3 and all(len(group) in {2, 3} for group in groups[1:-1])
    )
    if mark.other in part or mark in part or not grouped:
        return None
    return Decimal(f"{''.join(groups) or '0'}.{part or '0'}")


class MarkVotes:
    """Finds the decimal mark of a whole report: every number that proves one counts."""

    def __init__(self) -> None:
        self._votes: Counter[DecimalMark] = Counter()
        self._has_open = False

    def add(self, text: str, *, counts: bool) -> None:
        """Look at a cell; ``counts`` says that its column holds whole numbers only."""
        shape = shape_of(text)
        if shape is None:
            return
        mark = proven(shape, counts=counts)
        if mark is not None:
            self._votes[mark] += 1
        self._has_open |= shape.is_open

    def decided(self) -> DecimalMark | None:
        """Return the mark most numbers prove; None where nothing tells and it matters."""
        if self._votes:
            return max(DecimalMark, key=self._votes.__getitem__)
        return None if self._has_open else DecimalMark.POINT


def proven(shape: NumberShape, *, counts: bool) -> DecimalMark | None:
    """Return the decimal mark a number proves: "1.234" of something counted whole are thousands."""
    if shape.is_open and counts:
        return DecimalMark.POINT if "," in shape.digits else DecimalMark.COMMA
    return shape.mark


def whole(value: Decimal) -> int | None:
    """Return a number that was counted; None for a part of one, and beyond what is kept."""
    return int(value) if value == value.to_integral_value() and 0 <= value <= LARGEST else None


def hundredths(value: Decimal) -> int | None:
    """Return money in hundredths of its currency; None beyond what is kept."""
    return int((value * 100).to_integral_value(ROUND_HALF_UP)) if 0 <= value <= LARGEST else None
