"""The access matrix as a grid: which rows and columns a filter leaves, and what stands in a cell. Knows no window."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bcdesktop.core.grants import ROLES_OF, AccessCells, AssetKind, HolderKind, TooMuch, too_much, works
from bcdesktop.core.limits import LIMITS
from bcdesktop.core.roles import AssetRole
from bcdesktop.services.people_records import AssetChoice, Matrix, MatrixHolder

ROLES: tuple[AssetRole | None, ...] = (None, *AssetRole)
"""What the code of a cell means."""
_CODES = {role: code for code, role in enumerate(ROLES) if role is not None}


class Which(StrEnum):
    """Who is shown."""

    ALL = "all"
    TOO_MUCH = "too_much"
    NOTHING = "nothing"
    GONE = "gone"


@dataclass(frozen=True)
class Choice:
    """What a person asked to see. Every word has to occur."""

    people: str = ""
    accounts: str = ""
    """Looked for among the assets."""
    which: Which = Which.ALL
    hides_empty: bool = False
    """Leave out accounts nobody shown has."""


class AccessGrid:
    """One matrix, made ready for quick looks. Rows and columns are numbers in ``holders`` and ``assets``.

    ``kind`` is that of all assets; TikTok accounts stand for own and shared ones.
    """

    def __init__(self, matrix: Matrix, kind: AssetKind = AssetKind.TIKTOK_ACCOUNT) -> None:
        self.matrix, self.kind = matrix, kind
        self.holders: Sequence[MatrixHolder] = matrix.holders
        self.assets: Sequence[AssetChoice] = matrix.assets
        self._row_of = {holder.holder.id: row for row, holder in enumerate(self.holders)}
        self._column_of = {asset.id: column for column, asset in enumerate(self.assets)}
        self._now, self._used = self._filled(matrix.cells)
        self._former, self._formerly_used = self._filled(matrix.former)
        self._people = [f"{holder.name}\n{holder.detail}".casefold() for holder in self.holders]
        self._accounts = [f"{asset.name}\n{asset.display_name}".casefold() for asset in self.assets]
        self._here = [row for row, holder in enumerate(self.holders) if not holder.is_gone]
        self._live = [column for column, asset in enumerate(self.assets) if not asset.is_gone]
        self.too_much: dict[int, TooMuch] = dict(self._with_too_much())
        self.partners = frozenset(
            row for row, holder in enumerate(self.holders) if holder.holder.kind is HolderKind.PARTNER
        )
        """The rows in which a partner stands."""

    def _filled(self, cells: AccessCells) -> tuple[list[bytes | bytearray], list[list[int]]]:
        """Return the code of every cell, and the used columns of every row; rows without a cell share theirs."""
        width = len(self.assets)
        nothing = bytes(width)
        codes: list[bytes | bytearray] = [nothing] * len(self.holders)
        used: list[list[int]] = [[] for _ in self.holders]
        rows = self._row_of
        for asset_id, role, holder_ids in cells.groups:
            column, code = self._column_of.get(asset_id), _CODES[role]
            if column is None:
                continue
            for row in map(rows.get, holder_ids):
                if row is None:
                    continue
                if not used[row]:
                    codes[row] = bytearray(width)
                codes[row][column] = code  # type: ignore[index]
                used[row].append(column)
        return codes, used

    def _with_too_much(self) -> Iterator[tuple[int, TooMuch]]:
        working = [_CODES[role] for role in ROLES_OF[self.kind] if works(self.kind, role)]
        maximum = LIMITS.operator_accounts_before_warning
        for row, holder in enumerate(self.holders):
            # few have so many that it is worth to count those they work on
            if too_much(holder.holder.kind, len(self._used[row]), maximum) is None:
                continue
            reason = too_much(holder.holder.kind, sum(map(self._now[row].count, working)), maximum)
            if reason is not None:
                yield row, reason

    def codes(self, which: Which) -> list[bytes | bytearray]:
        """Return the codes of all cells, row by row: those of now, or what there was."""
        return self._former if which is Which.GONE else self._now

    def role(self, row: int, column: int, which: Which) -> AssetRole | None:
        """Return what stands in a cell."""
        return ROLES[self.codes(which)[row][column]]

    def count(self, row: int, which: Which) -> int:
        """Return how many accounts somebody has, or had."""
        return len(self._uses(which)[row])

    def place(self, holder_id: str, asset_id: str) -> tuple[int, int] | None:
        """Return row and column of a holder and an account, None where one is not there."""
        row, column = self._row_of.get(holder_id), self._column_of.get(asset_id)
        return None if row is None or column is None else (row, column)

    def rows(self, choice: Choice) -> list[int]:
        """Return the rows of a choice, in order."""
        rows: Iterable[int]
        if choice.which is Which.GONE:
            rows = (row for row, used in enumerate(self._formerly_used) if used)
        elif choice.which is Which.TOO_MUCH:
            rows = self.too_much
        else:
            rows = self._here
            if choice.which is Which.NOTHING:
                rows = (row for row in rows if not self._used[row])
        return _holding(choice.people, self._people, rows)

    def columns(self, choice: Choice, rows: Sequence[int]) -> list[int]:
        """Return the columns of a choice, in order, where ``rows`` are shown."""
        columns: Iterable[int]
        if choice.which is Which.GONE or choice.hides_empty:
            uses = self._uses(choice.which)
            columns = sorted({column for row in rows for column in uses[row]})
        else:
            columns = self._live
        return _holding(choice.accounts, self._accounts, columns)

    def entries(self, choice: Choice) -> Iterator[tuple[MatrixHolder, list[tuple[AssetChoice, AssetRole]]]]:
        """Give everybody shown with the accounts they have among those shown."""
        rows = self.rows(choice)
        shown = set(self.columns(choice, rows))
        uses, codes = self._uses(choice.which), self.codes(choice.which)
        for row in rows:
            given: list[tuple[AssetChoice, AssetRole]] = []
            for column in sorted(uses[row]):
                role = ROLES[codes[row][column]]
                if column in shown and role is not None:
                    given.append((self.assets[column], role))
            yield self.holders[row], given

    def _uses(self, which: Which) -> list[list[int]]:
        return self._formerly_used if which is Which.GONE else self._used


def _holding(text: str, texts: Sequence[str], places: Iterable[int]) -> list[int]:
    words = text.casefold().split()
    if not words:
        return list(places)
    first, *others = words
    found = [place for place in places if first in texts[place]]
    return [place for place in found if all(word in texts[place] for word in others)]
