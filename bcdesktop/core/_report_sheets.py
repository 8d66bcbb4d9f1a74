"""The rows of a workbook (.xlsx), read one after the other; whatever is wrong with the file is a typed error."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import IO, TYPE_CHECKING, Any

from bcdesktop.core._report_sheet_xml import Row, SheetReader
from bcdesktop.core.errors import AppError
from bcdesktop.core.report_errors import (
    ReadingStopped,
    ReportEncrypted,
    ReportFormulasOpen,
    ReportTooLarge,
    ReportUnreadable,
    ReportWrongType,
)

if TYPE_CHECKING:
    from openpyxl.reader.excel import ExcelReader

_MEGABYTE = 1024 * 1024
_MOST = 1_024
_MOST_OF_STRINGS, _MOST_OF_ANOTHER = 256, 16
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True)
class Sheet:
    """One sheet. ``done`` tells, of so many rows that were read, what part of the sheet they are."""

    rows: Iterator[Row]
    done: Callable[[int], float]


@contextmanager
def sheets(data: bytes) -> Iterator[Iterator[Sheet]]:
    """Give the visible sheets, each to be read before the next, with results in place of formulas.

    Raises ReportEncrypted, ReportWrongType, ReportTooLarge, ReportUnreadable; at the end of a sheet ReportFormulasOpen.
    """
    _check_parts(data)
    with _broken(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from openpyxl.reader.excel import ExcelReader
        from openpyxl.styles.stylesheet import apply_stylesheet

        # the steps of load_workbook without the last, which reads a sheet through to learn its size
        reader = ExcelReader(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        with reader.archive:
            reader.read_manifest()
            reader.read_strings()
            reader.read_workbook()
            apply_stylesheet(reader.archive, reader.wb)
            yield _sheets(reader)


def old_file_problem(data: bytes) -> AppError:
    """Return what to say of a file in the old container of Microsoft Office: a protected workbook, or an .xls."""
    return ReportEncrypted() if _ENCRYPTED in data else ReportWrongType("old_workbook")


def _check_parts(data: bytes) -> None:
    """Refuse what is no workbook, and one that would become too large, before any of it is unpacked."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise ReportUnreadable from error
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if any(part.flag_bits & 1 for part in parts):
        raise ReportEncrypted
    if "mimetype" in names:
        raise ReportWrongType("open_document")
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise ReportWrongType("other")
    # a part is never read further than it says it is long
    if sum(part.file_size for part in parts) > _MOST * _MEGABYTE:
        raise ReportTooLarge(_MOST)
    for part in parts:
        limit = _limit_of(part.filename)
        if part.file_size > limit * _MEGABYTE:
            raise ReportTooLarge(limit)


def _limit_of(name: str) -> int:
    if name.startswith("xl/worksheets/"):
        return _MOST
    return _MOST_OF_STRINGS if name.casefold().endswith("sharedstrings.xml") else _MOST_OF_ANOTHER


def _sheets(reader: ExcelReader) -> Iterator[Sheet]:
    workbook: Any = reader.wb
    strings = [text.strip() for text in reader.shared_strings]
    # openpyxl keeps the styles of days under this name for its own reader
    styles, from_1904 = workbook._date_formats, workbook.epoch.year == 1904  # noqa: SLF001
    for sheet, relation in reader.parser.find_sheets():
        if sheet.state != "visible" or "worksheet" not in relation.Type:
            continue
        length = reader.archive.getinfo(relation.target).file_size
        with reader.archive.open(relation.target) as part:
            xml = SheetReader(strings, styles, from_1904=from_1904)
            yield Sheet(_rows(xml, part), partial(_done, part, max(length, 1)))


def _done(part: IO[bytes], length: int, _rows_read: int) -> float:
    return part.tell() / length


def _rows(xml: SheetReader, part: IO[bytes]) -> Iterator[Row]:
    yield from xml.rows(part)
    if xml.open_formulas:
        raise ReportFormulasOpen(xml.open_formulas)


@contextmanager
def _broken() -> Iterator[None]:
    """Turn whatever a damaged workbook makes the parser raise into one error."""
    try:
        yield
    except (AppError, ReadingStopped, GeneratorExit):
        raise
    except Exception as error:
        raise ReportUnreadable from error
