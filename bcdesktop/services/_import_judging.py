"""What judging rows of members and of access have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from bcdesktop.core.csv_files import CsvRow
from bcdesktop.core.errors import AppError
from bcdesktop.services.import_errors import RoleWordUnknown
from bcdesktop.services.import_records import ImportOutcome, ImportRow

T = TypeVar("T")
_TOLD_CHARACTERS = 40


@dataclass
class Judged(Generic[T]):
    """One row: why it cannot be taken, or what it does and how (``plan`` None where it does nothing)."""

    number: int
    cells: Mapping[str, str]
    surplus: bool
    problem: AppError | None = None
    outcome: ImportOutcome | None = None
    plan: T | None = None

    def does(self, outcome: ImportOutcome, plan: T | None = None) -> None:
        """Say what the row does."""
        self.outcome, self.plan = outcome, plan

    def refuse(self, problem: AppError) -> None:
        """Say why the row cannot be taken."""
        self.problem, self.outcome, self.plan = problem, None, None

    @property
    def row(self) -> ImportRow:
        """The record of it."""
        return ImportRow(self.number, self.cells, self.problem, self.outcome, self.surplus)


def judged(rows: Iterable[CsvRow | ImportRow], judge: Callable[[Judged[T]], None]) -> list[Judged[T]]:
    """Judge each row on its own: what ``judge`` raises is the row's problem."""
    found: list[Judged[T]] = []
    for row in rows:
        one: Judged[T] = Judged(row.number, row.cells, row.surplus)
        try:
            judge(one)
        except AppError as problem:
            one.refuse(problem)
        found.append(one)
    return found


def unknown_role(field: str, text: str) -> RoleWordUnknown:
    """Return the problem of a cell that names no role."""
    return RoleWordUnknown(field, text if len(text) <= _TOLD_CHARACTERS else f"{text[: _TOLD_CHARACTERS - 1]}…")
