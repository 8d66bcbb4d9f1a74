"""What a table shows of its records: those that hold what was typed, in the order of one column."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, QTimer, Signal

from bcdesktop.ui.kit.table_finding import RowFinder
from bcdesktop.ui.kit.table_model import ANSWERS, Column, Index, RecordTableModel

_SLICE_SECONDS = 0.004
"""How long the GUI thread prepares the search before it looks for something else to do."""
_FEW = 3
"""So many rows are looked for one by one faster than all together."""


class RecordFilter(QAbstractTableModel):
    """Sorts by the columns' values; shows the rows whose text holds every word asked for and that the predicate takes.

    It holds the numbers of the shown rows itself: Qt's own filter would call Python for each row and each comparison.
    Whatever the cause, other rows are one change of layout, and persistent indexes follow their record.
    """

    about_to_rearrange = Signal()
    """Other rows will be shown, or the same ones in another order; nothing has changed yet."""
    rearranged = Signal()
    """The new rows are shown."""

    def __init__(self, model: RecordTableModel) -> None:
        super().__init__()
        self._model = model
        self._columns = model.columns
        self._finder = RowFinder(model.columns)
        self._finder.take(model.records)
        self._records, self._shown = self._finder.records, self._finder.found
        self._prepare_timer = QTimer(self)
        self._prepare_timer.timeout.connect(self._prepare)
        model.modelReset.connect(self._take_records)
        model.dataChanged.connect(self._take_values)

    @property
    def is_filtering(self) -> bool:
        """Whether anything can be hidden."""
        return self._finder.is_filtering

    def set_text(self, text: str) -> None:
        """Keep the rows in which every word of ``text`` occurs, in any column."""
        self._finder.set_text(text)
        self._show_found()

    def set_predicate(self, predicate: Callable[[Any], bool] | None) -> None:
        """Keep the records for which ``predicate`` is true; None keeps all."""
        self._finder.set_predicate(predicate)
        self._show_found()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by ``column``; -1 is the order in which the records came."""
        self._finder.sort(column, is_descending=order == Qt.SortOrder.DescendingOrder)
        self._show_found()

    def shown_records(self) -> list[Any]:
        """Return the shown records from top to bottom."""
        records = self._records
        return [records[row] for row in self._shown]

    def records_in(self, rows: Iterable[int]) -> list[Any]:
        """Return the records shown in ``rows``."""
        records, shown = self._records, self._shown
        return [records[shown[row]] for row in rows]

    def cell(self, index: Index) -> tuple[Any, Column]:
        """Return the record and the column of a valid index."""
        return self._records[self._shown[index.row()]], self._columns[index.column()]

    def ids_in(self, rows: Iterable[int]) -> list[object]:
        """Return the ids of the records shown in ``rows``."""
        return list(map(self._model.record_id, self.records_in(rows)))

    def rows_of(self, record_ids: Iterable[object]) -> list[int]:
        """Return, from top to bottom, the rows in which records with these ids are shown."""
        return list(self._places(self._model.rows_of(record_ids)).values())

    def mapToSource(self, index: Index) -> QModelIndex:
        """Return the index of the same cell in the model of all records."""
        return self._model.index(self._shown[index.row()], index.column()) if index.isValid() else QModelIndex()

    def mapFromSource(self, index: Index) -> QModelIndex:
        """Return the index of the same cell here, an invalid one where the record is not shown."""
        places = self._places({index.row()} if index.isValid() else set())
        return self.index(places[index.row()], index.column()) if places else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Number of shown records."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Titles of the columns, aligned like their cells."""
        return self._model.headerData(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer for one cell."""
        answer = ANSWERS.get(role)
        return answer(*self.cell(index)) if answer and index.isValid() else None

    def _places(self, rows: set[int]) -> dict[int, int]:
        """Return where rows of the model of all records are shown, as far as they are."""
        shown = self._shown
        if len(rows) > _FEW:
            return {row: place for place, row in enumerate(shown) if row in rows}
        return {row: shown.index(row) for row in rows if row in shown}

    def _prepare(self) -> None:
        if self._finder.prepare(_SLICE_SECONDS):
            self._prepare_timer.stop()

    def _take_records(self) -> None:
        self._finder.take(self._model.records)
        self._prepare_timer.start()
        self._show_found()

    def _take_values(self) -> None:
        self._finder.take(self._model.records)
        self._prepare_timer.start()
        if self._finder.found != self._shown:
            self._show_found()
            return
        self._records = self._finder.records
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(self._columns) - 1))

    def _show_found(self) -> None:
        before, now = self._records, self._finder.records
        if before is now and self._shown == self._finder.found:
            return
        self.about_to_rearrange.emit()
        self.layoutAboutToBeChanged.emit()
        indexes = self.persistentIndexList()
        rows = [self._shown[index.row()] for index in indexes]
        if before is not now:
            rows = [self._model.row_of(self._model.record_id(before[row])) for row in rows]
        self._records, self._shown = now, self._finder.found
        places = self._places(set(rows))
        moved = [
            self.index(places[row], index.column()) if row in places else QModelIndex()
            for row, index in zip(rows, indexes, strict=True)
        ]
        self.changePersistentIndexList(indexes, moved)
        self.layoutChanged.emit()
        self.rearranged.emit()
