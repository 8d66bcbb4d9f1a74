"""The cells of one sheet of a workbook; openpyxl's own reader makes an object of each, which takes twice as long."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import IO
from xml.parsers import expat

from bcdesktop.core.report_errors import ReportUnreadable

Cell = str | int | float | date | None
Row = tuple[int, tuple[Cell, ...]]

COLUMNS, ROWS = 120, 1_048_576
_CHUNK = 1 << 17
_FIRST_DAY = date(1899, 12, 30).toordinal()
_DAYS_TO_1904 = 1_462
_LAST_SERIAL = 110_000


class SheetReader:
    """Reads one sheet. ``open_formulas`` counts formulas without a result, once all rows were read."""

    def __init__(self, strings: Sequence[str], date_styles: Collection[int], *, from_1904: bool = False) -> None:
        self.open_formulas = 0
        self._strings, self._shift = strings, _DAYS_TO_1904 if from_1904 else 0
        self._date_styles = frozenset(str(style) for style in date_styles)
        self._places: dict[str, int] = {}
        self._ready: list[Row] = []
        self._row: list[Cell] = []
        self._number = self._place = 0
        self._kind: str | None = None
        self._style: str | None = None
        self._texts: list[str] = []
        self._has_formula = False
        self._in_reading = 0
        self._prefix: str | None = None
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._begin_root
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = self._refuse

    def rows(self, source: IO[bytes]) -> Iterator[Row]:
        """Yield the rows that hold something, with their numbers. Raises ReportUnreadable, expat.ExpatError."""
        while chunk := source.read(_CHUNK):
            self._parser.Parse(chunk, False)
            yield from self._ready
            self._ready.clear()
        self._parser.Parse(b"", True)
        yield from self._ready
        self._ready.clear()

    def _refuse(self, *_declared: object) -> None:
        raise ReportUnreadable

    def _begin_root(self, name: str, _attributes: dict[str, str]) -> None:
        """Learn with which prefix the elements are written."""
        prefix = name.rpartition(":")[0]
        prefix += ":" if prefix else ""
        self._row_name, self._cell_name, self._value_name = f"{prefix}row", f"{prefix}c", f"{prefix}v"
        self._text_name, self._formula_name, self._reading_name = f"{prefix}t", f"{prefix}f", f"{prefix}rPh"
        self._text_names = (self._value_name, self._text_name)
        self._parser.StartElementHandler = self._begin

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == self._cell_name:
            self._kind, self._style = attributes.get("t"), attributes.get("s")
            self._place = self._place_of(attributes.get("r"))
        elif name == self._value_name or (name == self._text_name and not self._in_reading):
            self._parser.CharacterDataHandler = self._texts.append
        elif name == self._row_name:
            given = attributes.get("r")
            self._number = int(float(given)) if given else self._number + 1
            self._place = -1
            if not 0 < self._number <= ROWS:
                raise ReportUnreadable
        elif name == self._formula_name:
            self._has_formula = True
        elif name == self._reading_name:
            self._in_reading += 1

    def _end(self, name: str) -> None:
        if name in self._text_names:
            self._parser.CharacterDataHandler = None
        elif name == self._cell_name:
            self._take_cell()
        elif name == self._row_name:
            if self._row:
                self._ready.append((self._number, tuple(self._row)))
                self._row = []
        elif name == self._reading_name:
            self._in_reading -= 1

    def _take_cell(self) -> None:
        text = self._texts[0] if len(self._texts) == 1 else "".join(self._texts)
        self._texts.clear()
        if self._has_formula:
            self.open_formulas += not text and self._kind != "str"
            self._has_formula = False
        if text and self._place < COLUMNS:
            row = self._row
            while len(row) < self._place:
                row.append(None)
            row.append(self._value(text))

    def _value(self, text: str) -> Cell:
        kind = self._kind
        if kind is None or kind == "n":
            number = int(text) if text.isdigit() else float(text)
            if self._style in self._date_styles:
                return self._day(number)
            return number
        if kind == "s":
            return self._strings[int(text)]
        return text.strip() if kind != "b" else str(text == "1").upper()

    def _day(self, number: float) -> Cell:
        serial = number + self._shift
        return date.fromordinal(_FIRST_DAY + int(serial)) if 1 <= serial < _LAST_SERIAL else str(number)

    def _place_of(self, reference: str | None) -> int:
        """Return where a cell stands, from 0; the next place where it does not say."""
        if reference is None:
            return self._place + 1
        letters = reference.rstrip("0123456789")
        place = self._places.get(letters)
        if place is None:
            place = 0
            for letter in letters.upper():
                place = place * 26 + ord(letter) - 64
            if not 0 < place <= 18_278:
                raise ReportUnreadable
            self._places[letters] = place = place - 1
        if place < len(self._row):
            raise ReportUnreadable
        return place
