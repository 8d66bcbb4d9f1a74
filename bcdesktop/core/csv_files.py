"""Reads a CSV that a person saved from whatever spreadsheet (issue 3: CSV in and out, bad input)."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from bcdesktop.core._csv_decoding import decoded
from bcdesktop.core.errors import RuleRefused

_SEPARATORS = ",;\t|"
_SEPARATOR_LINE = re.compile(r"sep=(\\t|[^\w\s\"]|\t)[ \t]*(?:\r\n|\r|\n|\Z)", re.IGNORECASE)
_AROUND = "\ufeff\u200b\u2060"
_QUIETED = ("'=", "'+", "'-", "'@", "'\t", "'\r")
_TOLD_COLUMNS, _TOLD_CHARACTERS = 20, 40
# stands behind the last line: read as part of a cell, it tells that a quotation mark was never closed
_END = "\0end"


@dataclass(eq=False)
class CsvEmpty(RuleRefused):
    """The file holds nothing, or only blank lines."""


@dataclass(eq=False)
class CsvColumnsMissing(RuleRefused):
    """Required columns are not in the first row.

    ``missing`` has the first heading each is known by, ``found`` the headings that are there as typed, shortened.
    """

    missing: tuple[str, ...]
    found: tuple[str, ...]


@dataclass(eq=False)
class CsvColumnDoubled(RuleRefused):
    """Two columns mean the same. ``column`` is the heading of the second as typed."""

    column: str


@dataclass(eq=False)
class CsvTooLong(RuleRefused):
    """The file has more rows than are read at once."""

    maximum: int


@dataclass(eq=False)
class CsvQuoteOpen(RuleRefused):
    """A quotation mark is opened in row ``number`` and never closed, so that all that follows would be one cell."""

    number: int


@dataclass(eq=False)
class CsvUnreadable(RuleRefused):
    """The file is no text: a workbook, a picture, a PDF, or damaged."""


@dataclass(frozen=True)
class CsvRow:
    """One row. ``number`` is that of the row in a spreadsheet, where the headings are row 1.

    ``cells`` has every column asked for, "" where the row or the file has none. ``surplus`` tells that there is
    something in a cell that has no heading; it is ignored.
    """

    number: int
    cells: dict[str, str]
    surplus: bool = False


@dataclass(frozen=True)
class CsvTable:
    """The rows that are not blank. ``ignored`` are the headings nobody asked for, as typed."""

    rows: tuple[CsvRow, ...]
    separator: str
    encoding: str
    ignored: tuple[str, ...]


@dataclass(frozen=True)
class CsvRecords:
    """The rows that are not blank, with their numbers, and how the file was written. ``lines`` are about as many."""

    records: Iterator[tuple[int, list[str]]]
    separator: str
    encoding: str
    lines: int


def read_csv(
    data: bytes, columns: Mapping[str, Sequence[str]], *, required: Sequence[str], limit_rows: int = 50_000
) -> CsvTable:
    """Return the table in ``data``: UTF-8, UTF-16 or Windows-1252, with comma, semicolon, tab or pipe.

    ``columns`` names our columns with the headings each is known by besides its own name; case, accents, blanks and
    signs do not count, nor does the order. A file with headings only gives no rows. The apostrophe that an export puts
    before what looks like a formula is taken off again. Raises CsvUnreadable, CsvEmpty, CsvColumnDoubled,
    CsvColumnsMissing, CsvQuoteOpen or CsvTooLong.
    """
    known = {_heading(word): name for name, words in columns.items() for word in (name, *words)}
    found = read_records(data, lambda cell: _heading(cell) in known)
    records = found.records
    number, heads = next(records, (0, []))
    if not heads:
        raise CsvEmpty
    places, ignored = _places(heads, columns, known, required)
    rows: list[CsvRow] = []
    for number, record in records:
        if len(rows) == limit_rows:
            raise CsvTooLong(limit_rows)
        cells = {name: record[places[name]] if places.get(name, len(record)) < len(record) else "" for name in columns}
        surplus = any(cell and (at >= len(heads) or not heads[at]) for at, cell in enumerate(record))
        rows.append(CsvRow(number, cells, surplus))
    return CsvTable(tuple(rows), found.separator, found.encoding, ignored)


def read_records(data: bytes, is_heading: Callable[[str], bool], *, probed: int = 1) -> CsvRecords:
    """Return the rows of a table as text, headings and all, for whoever looks for the headings themselves.

    The separator is told by the ``probed`` first rows. Raises CsvUnreadable; while reading CsvQuoteOpen.
    """
    found = decoded(data)
    if found is None:
        raise CsvUnreadable
    text, encoding = found
    given = _SEPARATOR_LINE.match(text)
    text = text[given.end() :] if given else text
    separator = given[1].replace("\\t", "\t") if given else _separator_of(text, is_heading, probed)
    return CsvRecords(_records(text, separator), separator, encoding, text.count("\n") + 1)


def _separator_of(text: str, is_heading: Callable[[str], bool], probed: int) -> str:
    """Return the separator under which most headings are known, and else the one that stands there most."""

    def fits(separator: str) -> tuple[int, int]:
        best = 0, 1
        try:
            for _number, cells in islice(_records(text, separator), probed):
                best = max(best, (sum(map(is_heading, cells)), len(cells)))
        except (CsvQuoteOpen, CsvUnreadable):
            return best if best[0] else (0, 0)
        return best

    return max(_SEPARATORS, key=fits)


def _records(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the records that are not blank, their cells in one form, with their numbers.

    Raises CsvQuoteOpen, or CsvUnreadable where not even the first record can be read.
    """
    ended = "" if text.endswith(("\n", "\r")) else "\n"
    lines = io.StringIO(f"{text}{ended}{_END}", newline="")
    reader = csv.reader(lines, delimiter=separator, skipinitialspace=separator != " ")
    number = 0
    try:
        for number, record in enumerate(reader, 1):
            if record and record[-1].endswith(_END):
                if record != [_END]:
                    raise CsvQuoteOpen(number)
                return
            cells = [_cell(cell) for cell in record]
            if any(cells):
                yield number, cells
    except csv.Error:
        # a cell of more than 131,072 characters: it swallowed what follows, or there are no cells at all
        raise (CsvQuoteOpen(number + 1) if number else CsvUnreadable()) from None


def _cell(raw: str) -> str:
    cell = raw.strip().strip(_AROUND).strip()
    return cell[1:].strip() if cell.startswith(_QUIETED) and len(cell) > 2 else cell


def _heading(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in parts if sign.isalnum())


def _places(
    heads: Sequence[str], columns: Mapping[str, Sequence[str]], known: Mapping[str, str], required: Sequence[str]
) -> tuple[dict[str, int], tuple[str, ...]]:
    """Return where each column stands, and the headings that mean none. Raises CsvColumnDoubled, CsvColumnsMissing."""
    places: dict[str, int] = {}
    ignored: list[str] = []
    for at, head in enumerate(heads):
        name = known.get(_heading(head))
        if name is None:
            ignored += [head] if head else []
        elif name in places:
            raise CsvColumnDoubled(_told(head))
        else:
            places[name] = at
    missing = tuple([*columns.get(name, ()), name][0] for name in required if name not in places)
    if missing:
        raise CsvColumnsMissing(missing, tuple(_told(head) for head in heads if head)[:_TOLD_COLUMNS])
    return places, tuple(ignored)


def _told(head: str) -> str:
    """Return a heading as it can be told in a sentence."""
    line = "".join(sign for sign in " ".join(head.split()) if unicodedata.category(sign)[0] != "C")
    return line if len(line) <= _TOLD_CHARACTERS else line[: _TOLD_CHARACTERS - 1] + "…"
