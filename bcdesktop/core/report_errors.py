"""Why a performance report cannot be read, or not be taken over (issue 4, bad input)."""

from __future__ import annotations

from dataclasses import dataclass

from bcdesktop.core.errors import RuleRefused


class ReadingStopped(Exception):
    """Somebody asked to stop; nobody waits for what was being read."""


@dataclass(eq=False)
class ReportUnreadable(RuleRefused):
    """The file is damaged: neither a table as text nor a workbook can be made out."""


@dataclass(eq=False)
class ReportWrongType(RuleRefused):
    """The file is something else. ``kind``: ``old_workbook`` (.xls), ``open_document``, ``pdf`` or ``other``."""

    kind: str


@dataclass(eq=False)
class ReportEncrypted(RuleRefused):
    """The workbook is protected with a password."""


@dataclass(eq=False)
class ReportTooLarge(RuleRefused):
    """A workbook that would become larger than is read when it is unpacked. ``limit`` is megabytes."""

    limit: int


@dataclass(eq=False)
class ReportTooLong(RuleRefused):
    """The report has more rows than are read at once."""

    maximum: int


@dataclass(eq=False)
class ReportEmpty(RuleRefused):
    """There is no row of numbers below the headings."""


@dataclass(eq=False)
class ReportHasNoDays(RuleRefused):
    """No column says which day a row is about. ``found`` are the headings that are there, shortened."""

    found: tuple[str, ...]


@dataclass(eq=False)
class ReportHasNoNumbers(RuleRefused):
    """No column with numbers is known. ``missing`` are those looked for, ``found`` the headings that are there."""

    missing: tuple[str, ...]
    found: tuple[str, ...]


@dataclass(eq=False)
class ReportColumnsDoubled(RuleRefused):
    """Several columns mean the same. ``columns`` are their headings as typed."""

    columns: tuple[str, ...]


@dataclass(eq=False)
class ReportProblem(RuleRefused):
    """Base: what stands in the way of taking a report over, found in ``count`` cells, the first of them in ``lines``.

    ``column`` is the heading as typed, ``text`` what stands in the first such cell, shortened.
    """

    column: str
    count: int
    lines: tuple[int, ...]
    text: str


@dataclass(eq=False)
class ReportNumbersUnreadable(ReportProblem):
    """Cells that hold no number, a negative one, or a part of something that is only counted whole."""


@dataclass(eq=False)
class ReportDaysUnreadable(ReportProblem):
    """Cells that hold no day, or several, or none of the order the rest has."""


@dataclass(eq=False)
class ReportDecimalsMixed(ReportProblem):
    """Numbers written with another decimal mark than the rest of the report. ``mark`` is that of the rest."""

    mark: str


@dataclass(eq=False)
class ReportCurrencyUnknown(ReportProblem):
    """Cells of the column of the currency that hold no three letters such as EUR."""


@dataclass(eq=False)
class ReportCurrenciesMixed(RuleRefused):
    """The report holds money in several currencies, which cannot be added."""

    currencies: tuple[str, ...]


@dataclass(eq=False)
class ReportFormulasOpen(RuleRefused):
    """The workbook has ``count`` formulas whose results were never saved."""

    count: int
