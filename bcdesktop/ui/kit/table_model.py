"""The model behind every table: records in rows, named columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt

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
    state, ``icon`` a QIcon. ``width`` is a number of letters.
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


class RecordTableModel(QAbstractTableModel):
    """Shows frozen records; it is given new ones and never changes them."""

    def __init__(self, columns: Sequence[Column], *, record_id: Callable[[Any], object] | None = None) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.record_id = record_id or attrgetter("id")
        self._records: list[Any] = []

    @property
    def records(self) -> tuple[Any, ...]:
        """All records, in the order they were given."""
        return tuple(self._records)

    def set_records(self, records: Iterable[Any]) -> None:
        """Show ``records``. Where they are the same rows with other values, no selection or place is lost."""
        new = list(records)
        if [self.record_id(r) for r in new] == [self.record_id(r) for r in self._records]:
            self._records = new
            if new:
                self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self._records = new
        self.endResetModel()

    def record(self, row: int) -> Any:
        """Return the record in ``row``."""
        return self._records[row]

    def row_of(self, record_id: object) -> int:
        """Return the row of the record with this id, -1 where there is none."""
        return next((row for row, record in enumerate(self._records) if self.record_id(record) == record_id), -1)

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
        record, column = self._records[index.row()], self.columns[index.column()]
        answer = _ANSWERS.get(role)
        return answer(record, column) if answer else None


def _accessible(record: Any, column: Column) -> str:
    return f"{column.title}: {(column.accessible or column.value)(record)}"


def _sort(record: Any, column: Column) -> object:
    return column.sort(record) if column.sort else column.value(record).casefold()


_ANSWERS: dict[int, Callable[[Any, Column], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda record, column: column.value(record),
    Qt.ItemDataRole.ToolTipRole: lambda record, column: column.tooltip(record) if column.tooltip else None,
    Qt.ItemDataRole.TextAlignmentRole: lambda _record, column: column.align,
    Qt.ItemDataRole.DecorationRole: lambda record, column: column.icon(record) if column.icon else None,
    AccessibleTextRole: _accessible,
    SortRole: _sort,
    RecordRole: lambda record, _column: record,
    BadgeRole: lambda record, column: column.badge(record) if column.badge else None,
}


class RecordFilter(QSortFilterProxyModel):
    """Sorts by SortRole; shows the rows whose text holds every word asked for and that the predicate takes."""

    def __init__(self, model: RecordTableModel) -> None:
        super().__init__()
        self._words: tuple[str, ...] = ()
        self._predicate: Callable[[Any], bool] | None = None
        self._model = model
        self.setSourceModel(model)
        self.setSortRole(SortRole)

    def set_text(self, text: str) -> None:
        """Keep the rows in which every word of ``text`` occurs, in any column."""
        self._words = tuple(text.casefold().split())
        self.invalidate()

    def set_predicate(self, predicate: Callable[[Any], bool] | None) -> None:
        """Keep the records for which ``predicate`` is true; None keeps all."""
        self._predicate = predicate
        self.invalidate()

    @property
    def is_filtering(self) -> bool:
        """Whether anything can be hidden."""
        return bool(self._words) or self._predicate is not None

    def filterAcceptsRow(self, source_row: int, _source_parent: Index) -> bool:
        """Tell whether a row is shown."""
        record = self._model.record(source_row)
        if self._predicate is not None and not self._predicate(record):
            return False
        if not self._words:
            return True
        text = "\n".join(column.value(record) for column in self._model.columns).casefold()
        return all(word in text for word in self._words)

    def lessThan(self, left: Index, right: Index) -> bool:
        """Compare native values; None comes before everything."""
        first, second = self._model.data(left, SortRole), self._model.data(right, SortRole)
        if first is None or second is None:
            return first is None and second is not None
        if isinstance(first, str) and isinstance(second, str):
            return first.casefold() < second.casefold()
        if isinstance(first, int | float | datetime):
            return first < second  # type: ignore[operator]
        return str(first) < str(second)
