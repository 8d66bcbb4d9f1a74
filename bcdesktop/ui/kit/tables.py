"""The table of a page: sorts, filters, resizes, remembers, copies, exports, and says what belongs into an empty one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QPushButton, QTableView, QWidget

from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.table_delegates import BadgeDelegate
from bcdesktop.ui.kit.table_export import as_tsv, write_csv
from bcdesktop.ui.kit.table_filter import RecordFilter
from bcdesktop.ui.kit.table_model import (
    LEFT,
    RIGHT,
    AccessibleTextRole,
    BadgeRole,
    Column,
    RecordRole,
    RecordTableModel,
    SortRole,
)
from bcdesktop.ui.kit.table_selection import SelectionKeeper, selected_rows
from bcdesktop.ui.kit.ui_settings import TableState, UiSettings

__all__ = [
    "LEFT",
    "RIGHT",
    "AccessibleTextRole",
    "BadgeRole",
    "Column",
    "EmptyState",
    "RecordRole",
    "RecordTable",
    "RecordTableModel",
    "SortRole",
]


class RecordTable(QTableView):
    """A table of records. ``name`` is its object name and the key under which ``settings`` remember it."""

    # stands in front of the view's own signal of this name, which carries an index
    activated = Signal(object)
    """A record opened by Enter or a double click."""
    current_changed = Signal(object)
    """The record under the cursor, or None."""
    selection_changed = Signal()
    """Other rows are selected."""
    filter_cleared = Signal()
    """The person asked to clear the filter; the page empties its filter fields."""
    delete_pressed = Signal()
    """The key Delete was pressed on the table."""

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        *,
        accessible_name: str,
        settings: UiSettings | None = None,
        empty: EmptyState | None = None,
        record_id: Callable[[Any], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self._settings = settings
        self._is_loaded = False
        self.record_model = RecordTableModel(columns, record_id=record_id)
        self.record_model.setParent(self)
        self.filter = RecordFilter(self.record_model)
        self.filter.setParent(self)
        self.setModel(self.filter)
        self.setItemDelegate(BadgeDelegate(self))
        self._set_behaviour()
        self._empty = empty
        self._nothing_found = self._make_nothing_found()
        for overlay in (self._empty, self._nothing_found):
            if overlay is not None:
                overlay.setParent(self)
                overlay.hide()
        self._set_columns()
        self.selectionModel().currentRowChanged.connect(self._tell_current)
        self.selectionModel().selectionChanged.connect(self._tell_selection)
        self.doubleClicked.connect(self._tell_activated)
        self._keeper = SelectionKeeper(self.selectionModel(), self.filter)
        self._keeper.selection_shrank.connect(self._tell_selection)
        self._keeper.current_was_lost.connect(self._tell_current)
        self.filter.layoutChanged.connect(self._show_overlay)

    def set_records(self, records: Iterable[Any]) -> None:
        """Show ``records``; selected rows and the current one stay so where they are still there."""
        self._is_loaded = True
        had_current = self.currentIndex().isValid()
        self.record_model.set_records(records)
        if had_current and self.currentIndex().isValid():
            # perhaps the same one with other values: who shows it has to know
            self._tell_current()
        self._show_overlay()

    def current_record(self) -> Any:
        """Return the record under the cursor, or None."""
        index = self.currentIndex()
        return index.data(RecordRole) if index.isValid() else None

    def selected_records(self) -> list[Any]:
        """Return the selected records from top to bottom."""
        return self.filter.records_in(selected_rows(self.selectionModel()))

    def shown_records(self) -> list[Any]:
        """Return the records the filter leaves, in their order on the screen."""
        return self.filter.shown_records()

    def select_record(self, record_id: object) -> bool:
        """Go to the record with this id; False where it is not shown."""
        index = self.filter.mapFromSource(self.record_model.index(self.record_model.row_of(record_id), 0))
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def set_text_filter(self, text: str) -> None:
        """Show only rows that hold every word of ``text``."""
        self.filter.set_text(text)

    def set_predicate(self, predicate: Callable[[Any], bool] | None) -> None:
        """Show only records for which ``predicate`` is true."""
        self.filter.set_predicate(predicate)

    def sort_by(self, column: str, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by the column of this name, unless a person's own choice is remembered."""
        state = self._settings.tables.get(self.objectName()) if self._settings else None
        if state is None or state.sorted_by is None:
            self.sortByColumn(self.record_model.column_index(column), order)

    def copy_rows(self) -> None:
        """Put the selected rows, with the titles, into the clipboard as text a spreadsheet takes."""
        QGuiApplication.clipboard().setText(as_tsv(self._as_rows(self.selected_records())))

    def export_csv(self, path: Path) -> None:
        """Write the shown rows to ``path``. Raises FileNotWritten."""
        write_csv(path, self._as_rows(self.shown_records()))

    def _as_rows(self, records: Iterable[Any]) -> list[list[str]]:
        header = self.horizontalHeader()
        order = [header.logicalIndex(i) for i in range(header.count())]
        columns = [self.record_model.columns[i] for i in order if not self.isColumnHidden(i)]
        return [[c.title for c in columns], *([c.value(record) for c in columns] for record in records)]

    def _set_behaviour(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSortingEnabled(True)
        self.setAlternatingRowColors(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setDefaultSectionSize(round(self.fontMetrics().height() * 2.3))
        header = self.horizontalHeader()
        # with the table's own one the header would look at every selected row of each column to paint its titles
        header.setSelectionModel(QItemSelectionModel(self.filter, header))
        header.setHighlightSections(False)
        header.setSectionsMovable(False)

    def _set_columns(self) -> None:
        header = self.horizontalHeader()
        letter = self.fontMetrics().averageCharWidth()
        state = self._settings.tables.get(self.objectName()) if self._settings else None
        header.setMinimumSectionSize(letter * 6)
        for i, column in enumerate(self.record_model.columns):
            known = state.widths.get(column.name) if state else None
            header.resizeSection(i, known or column.width * letter)
            self.setColumnHidden(i, bool(state) and column.name in state.hidden)
        header.setStretchLastSection(True)
        if state is not None and state.sorted_by is not None:
            order = Qt.SortOrder.DescendingOrder if state.is_descending else Qt.SortOrder.AscendingOrder
            self.sortByColumn(self.record_model.column_index(state.sorted_by), order)
        else:
            self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        header.sectionResized.connect(self._remember)
        header.sortIndicatorChanged.connect(self._remember)

    def _remember(self) -> None:
        if self._settings is None:
            return
        header, columns = self.horizontalHeader(), self.record_model.columns
        section = header.sortIndicatorSection()
        self._settings.tables[self.objectName()] = TableState(
            widths={c.name: header.sectionSize(i) for i, c in enumerate(columns) if not self.isColumnHidden(i)},
            sorted_by=columns[section].name if 0 <= section < len(columns) else None,
            is_descending=header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder,
            hidden=[c.name for i, c in enumerate(columns) if self.isColumnHidden(i)],
        )

    def _make_nothing_found(self) -> EmptyState:
        button = QPushButton(self.tr("Clear filter"))
        button.setObjectName(f"{self.objectName()}_clear_filter_button")
        button.clicked.connect(self.filter_cleared)
        return EmptyState(
            self.tr("Nothing matches"),
            self.tr("No row holds all the words, or the filter leaves none."),
            button,
            icon_name="search",
        )

    def _show_overlay(self) -> None:
        has_rows = self.filter.rowCount() > 0
        has_records = self.record_model.rowCount() > 0
        if self._empty is not None:
            self._empty.setVisible(self._is_loaded and not has_records)
        self._nothing_found.setVisible(has_records and not has_rows)
        self.horizontalHeader().setVisible(has_records or self._empty is None)
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if has_rows else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(policy)
        self._place_overlays()

    def _place_overlays(self) -> None:
        for overlay in (self._empty, self._nothing_found):
            if overlay is not None and not overlay.isHidden():
                overlay.setGeometry(self.viewport().geometry())
                overlay.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is said about an empty table over it."""
        super().resizeEvent(event)
        self._place_overlays()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the row the keyboard starts at: Qt makes it the current one without selecting it."""
        super().focusInEvent(event)
        if self.currentIndex().isValid() and not self.selectionModel().hasSelection():
            self.selectRow(self.currentIndex().row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies rows, Enter opens, Delete is told."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current_record() is not None:
            self.activated.emit(self.current_record())
        else:
            super().keyPressEvent(event)

    def _tell_activated(self, index: QModelIndex) -> None:
        self.activated.emit(index.data(RecordRole))

    def _tell_current(self) -> None:
        self.current_changed.emit(self.current_record())

    def _tell_selection(self) -> None:
        self.selection_changed.emit()
