"""The frozen records of imported tables. Imports no ORM, as ``records``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bcdesktop.core.errors import AppError


class ImportKind(StrEnum):
    """What the table holds: one member a row, or one grant a row."""

    MEMBERS = "members"
    ACCESS = "access"


class ImportOutcome(StrEnum):
    """What a good row does."""

    NEW = "new"
    """An invitation, or access where there was none."""
    CHANGED = "changed"
    REMOVED = "removed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class ImportRow:
    """One row of the file. ``number`` as a spreadsheet counts; ``cells`` by our columns; ``problem`` or ``outcome``."""

    number: int
    cells: Mapping[str, str]
    problem: AppError | None
    outcome: ImportOutcome | None
    surplus: bool = False

    @property
    def id(self) -> int:
        """A key for tables."""
        return self.number


@dataclass(frozen=True)
class ImportPreview:
    """What a file would do. ``ignored``: headings nobody asked for."""

    kind: ImportKind
    rows: tuple[ImportRow, ...]
    ignored: tuple[str, ...]
    separator: str
    encoding: str

    @property
    def bad(self) -> tuple[ImportRow, ...]:
        """The rows that cannot be taken."""
        return tuple(row for row in self.rows if row.problem is not None)

    def count(self, outcome: ImportOutcome) -> int:
        """How many rows do ``outcome``."""
        return sum(row.outcome is outcome for row in self.rows)


@dataclass(frozen=True)
class Imported:
    """What was done; ``left_out`` are the numbers of the rows that could not be taken."""

    kind: ImportKind
    new: int
    changed: int
    removed: int
    unchanged: int
    left_out: tuple[int, ...]
