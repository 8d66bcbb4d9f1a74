"""The model behind every table: records in rows, named columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from bcdesktop.ui.kit.badges import BadgeKind

SortRole = Qt.ItemDataRole.UserRole + 1
RecordRole = Qt.ItemDataRole.UserRole + 2
BadgeRole = Qt.ItemDataRole.UserRole + 3
AccessibleTextRole = Qt.ItemDataRole.AccessibleTextRole
Index = QModelIndex | QPersistentModelIndex

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Column:
    """One column: ``value`` gives the text of a record.

    ``sort`` gives what is compared (text, number, time or None, which comes first; by default the text), ``accessible``
    the text for a screen reader where the shown one does not speak for itself, ``badge`` the colour where the cell is a
    state, ``icon`` a QIcon. ``width`` is a number of letters. ``search`` gives what the filter looks in instead of the
    shown text: more than that, or what is cheaper to make.
    """

    name: str
    title: str
    value: Callable[[Any], str]
    sort: Callable[[Any], object] | None = None
    accessible: Callable[[Any], str] | None = None
    align: Qt.AlignmentFlag = LEFT
    badge: Callable[[Any], BadgeKind | None] | None = None
    tooltip: Callable[[Any], str] | None = None
    icon: Callable[[Any], object] | None = None
    width: int = 18
    search: Callable[[Any], str] | None = None

    @property
    def compared(self) -> Callable[[Any], object]:
        """What gives the value this column is sorted by."""
        return self.sort or self.value

    @property
    def searched(self) -> Callable[[Any], str]:
        """What gives the text a filter looks in."""
        return self.search or self.value


class RecordTableModel(QAbstractTableModel):
    """Shows frozen records; it is given new ones and never changes them. No two have the same id."""

    def __init__(self, columns: Sequence[Column], *, record_id: Callable[[Any], object] | None = None) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.record_id = record_id or attrgetter("id")
        self._records: tuple[Any, ...] = ()
        self._ids: list[object] = []
        self._rows: dict[object, int] = {}

    @property
    def records(self) -> tuple[Any, ...]:
        """All records, in the order they were given."""
        return self._records

    def set_records(self, records: Iterable[Any]) -> None:
        """Show ``records``. Where they are the same rows with other values, no selection or place is lost."""
        new = tuple(records)
        ids = list(map(self.record_id, new))
        if ids == self._ids:
            self._records = new
            if new:
                self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self._records, self._ids = new, ids
        self._rows = {record_id: row for row, record_id in enumerate(ids)}
        self.endResetModel()

    def record(self, row: int) -> Any:
        """Return the record in ``row``."""
        return self._records[row]

    def row_of(self, record_id: object) -> int:
        """Return the row of the record with this id, -1 where there is none."""
        return self._rows.get(record_id, -1)

    def rows_of(self, record_ids: Iterable[object]) -> set[int]:
        """Return the rows of the records with these ids, as far as there are any."""
        rows = self._rows
        return {rows[record_id] for record_id in record_ids if record_id in rows}

    def column_index(self, name: str) -> int:
        """Return the number of the column ``name``, -1 where there is none."""
        return next((i for i, column in enumerate(self.columns) if column.name == name), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Number of records."""
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Titles of the columns, aligned like their cells."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return self.columns[section].align if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer for one cell."""
        if not index.isValid():
            return None
        answer = ANSWERS.get(role)
        return answer(self._records[index.row()], self.columns[index.column()]) if answer else None


def _accessible(record: Any, column: Column) -> str:
    return f"{column.title}: {(column.accessible or column.value)(record)}"


def _sort(record: Any, column: Column) -> object:
    return column.sort(record) if column.sort else column.value(record).casefold()


ANSWERS: dict[int, Callable[[Any, Column], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda record, column: column.value(record),
    Qt.ItemDataRole.ToolTipRole: lambda record, column: column.tooltip(record) if column.tooltip else None,
    Qt.ItemDataRole.TextAlignmentRole: lambda _record, column: column.align,
    Qt.ItemDataRole.DecorationRole: lambda record, column: column.icon(record) if column.icon else None,
    AccessibleTextRole: _accessible,
    SortRole: _sort,
    RecordRole: lambda record, _column: record,
    BadgeRole: lambda record, column: column.badge(record) if column.badge else None,
}
"""By role: what a cell answers."""
