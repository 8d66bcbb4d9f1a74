"""Reads the performance reports people export from Ads Manager, as CSV or XLSX (issue 4, point 7)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice

from bcdesktop.core import _report_sheets
from bcdesktop.core._report_cells import ReportCells
from bcdesktop.core._report_sheet_xml import Row
from bcdesktop.core._report_sheets import Sheet
from bcdesktop.core.csv_files import CsvUnreadable, read_records
from bcdesktop.core.report_columns import Heads, is_heading, read_heads
from bcdesktop.core.report_errors import ReportEmpty, ReportTooLong, ReportUnreadable, ReportWrongType
from bcdesktop.core.report_records import Report, ReportChoices, Watch

PROBED_ROWS = 30
"""Rows among which the headings are looked for: titles, the range of days and blank lines may stand above them."""
READING_SHARE = 0.75
"""How much of the time goes into reading the rows; the rest into understanding them."""
_BEAT = 500


def read_report(
    data: bytes, *, limit_rows: int, choices: ReportChoices | None = None, watch: Watch | None = None
) -> Report:
    """Return what a file holds: columns in any order, in English, German, French or Spanish, titles above them.

    What is wrong in single cells stands in ``problems``. Raises for the file as a whole ReportUnreadable,
    ReportWrongType, ReportEncrypted, ReportTooLarge, ReportTooLong, ReportEmpty, ReportHasNoDays, ReportHasNoNumbers,
    ReportColumnsDoubled, ReportFormulasOpen or CsvQuoteOpen; ReadingStopped where ``watch`` says so.
    """
    watch = watch or Watch()
    watch.at(0)
    with _source(data) as source:
        found = _headed(source)
        cells = ReportCells(found.heads)
        for at, (line, row) in enumerate(found.rows):
            if at % _BEAT == 0:
                watch.at(READING_SHARE * min(found.done(at), 1))
            if cells.add(line, row) and cells.count > limit_rows:
                raise ReportTooLong(limit_rows)
    if not cells.count:
        raise ReportEmpty
    return cells.read(choices or ReportChoices(), watch, READING_SHARE)


@dataclass(frozen=True)
class _Headed:
    heads: Heads
    rows: Iterator[Row]
    done: Callable[[int], float]


def _headed(source: Iterator[Sheet]) -> _Headed:
    """Return the first sheet with headings that are known. Raises what is wrong with the one that comes nearest."""
    nearest: Sequence[str] | None = None
    for sheet in source:
        rows = iter(sheet.rows)
        first = list(islice(rows, PROBED_ROWS))
        known = [sum(is_heading(cell) for cell in _texts(cells)) for _line, cells in first]
        best = known.index(max(known)) if first else 0
        if first and (known[best] > 0 or nearest is None):
            nearest = _texts(first[best][1])
        if first and known[best] > 0:
            return _Headed(read_heads(nearest or ()), chain(first[best + 1 :], rows), sheet.done)
    if nearest is None:
        raise ReportEmpty
    read_heads(nearest)
    raise ReportEmpty


def _texts(cells: Sequence[object]) -> list[str]:
    return [" ".join(cell.split()) if isinstance(cell, str) else "" for cell in cells]


@contextmanager
def _source(data: bytes) -> Iterator[Iterator[Sheet]]:
    """Give the tables in a file: the sheets of a workbook, or one of text."""
    if not data:
        raise ReportEmpty
    if data.startswith(b"PK"):
        with _report_sheets.sheets(data) as sheets:
            yield sheets
        return
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise _report_sheets.old_file_problem(data)
    if data.startswith(b"%PDF"):
        raise ReportWrongType("pdf")
    try:
        found = read_records(data, is_heading, probed=PROBED_ROWS)
    except CsvUnreadable as error:
        raise ReportUnreadable from error
    rows = ((number, tuple(cells)) for number, cells in found.records)
    yield iter((Sheet(rows, lambda read: read / found.lines),))
