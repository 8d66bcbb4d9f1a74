"""What an import of performance numbers is refused for, besides what is wrong with the file itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bcdesktop.core.errors import RuleRefused


@dataclass(eq=False)
class ReportDaysAhead(RuleRefused):
    """The report has numbers of a day that is still to come: the order of day and month may be another."""

    day: date


@dataclass(eq=False)
class ReportDaysTaken(RuleRefused):
    """There are numbers of the same days already, and they are not to be replaced. ``file_name`` brought them in."""

    file_name: str


@dataclass(eq=False)
class ReportReplacesOther(RuleRefused):
    """Since the preview somebody else brought in numbers of the same days, with ``file_name``."""

    file_name: str


class ReportUnanswered(RuleRefused):
    """Something about the report has to be said before it can be taken over."""
