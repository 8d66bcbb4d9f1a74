"""The selected rows of a table, kept as a few ranges however many they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal

from bcdesktop.ui.kit.table_filter import RecordFilter


def selected_rows(selection: QItemSelectionModel) -> list[int]:
    """Return the numbers of the selected rows from top to bottom."""
    rows: set[int] = set()
    for part in selection.selection():
        rows.update(range(part.top(), part.bottom() + 1))
    return sorted(rows)


class SelectionKeeper(QObject):
    """Keeps the records selected that stay in view while ``model`` shows other rows or another order.

    Left to itself Qt would keep one persistent index for each selected row, which takes far longer than the filter.
    """

    selection_shrank = Signal()
    """A selected record is no longer shown, and with that not selected."""
    current_was_lost = Signal()
    """The current record is no longer shown; there is none now."""

    def __init__(self, selection: QItemSelectionModel, model: RecordFilter) -> None:
        super().__init__(selection)
        self._selection, self._model = selection, model
        self._selected: list[object] = []
        self._had_current = False
        model.about_to_rearrange.connect(self._take_out)
        model.rearranged.connect(self._put_back)

    def _take_out(self) -> None:
        self._had_current = self._selection.currentIndex().isValid()
        self._selected = self._model.ids_in(selected_rows(self._selection))
        self._selection.blockSignals(True)
        self._selection.clearSelection()

    def _put_back(self) -> None:
        rows = self._model.rows_of(self._selected)
        is_smaller = len(rows) < len(self._selected)
        self._selected = []
        last = self._model.columnCount() - 1
        chosen = QItemSelection()
        for top, bottom in runs(rows):
            chosen.select(self._model.index(top, 0), self._model.index(bottom, last))
        self._selection.select(chosen, QItemSelectionModel.SelectionFlag.Select)
        self._selection.blockSignals(False)
        if self._had_current and not self._selection.currentIndex().isValid():
            self.current_was_lost.emit()
        if is_smaller:
            self.selection_shrank.emit()


def runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of each run of neighbours among ascending ``numbers``."""
    first = last = None
    for number in numbers:
        if last is not None and number == last + 1:
            last = number
            continue
        if first is not None and last is not None:
            yield first, last
        first = last = number
    if first is not None and last is not None:
        yield first, last
