"""Rows as text a spreadsheet takes: tab-separated for the clipboard, CSV for a file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from bcdesktop.ui.kit.file_writing import write_file

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def _quiet(cell: str) -> str:
    """Keep a spreadsheet from running a cell as a formula; a handle such as ``@shop`` stays text (security.md 1.3)."""
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) and len(cell) > 1 else cell


def as_tsv(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as lines with tabs between the cells; tabs and line ends within a cell become blanks."""
    return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows)


def as_csv(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as CSV (RFC 4180, CRLF)."""
    text = io.StringIO()
    csv.writer(text).writerows([_quiet(cell) for cell in row] for row in rows)
    return text.getvalue()


def write_csv(path: Path, rows: Iterable[Sequence[str]]) -> None:
    """Write rows to ``path`` in one step, UTF-8 with a mark so that spreadsheets see it. Raises FileNotWritten."""
    write_file(path, as_csv(rows).encode("utf-8-sig"))
