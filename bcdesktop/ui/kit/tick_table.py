"""A table whose rows have a box to tick before their first cell; ticks stay when rows are filtered or read again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyleOptionViewItem, QWidget

from bcdesktop.ui.kit.empty_state import EmptyState
from bcdesktop.ui.kit.icons import pixmap
from bcdesktop.ui.kit.table_delegates import BadgeDelegate
from bcdesktop.ui.kit.table_model import Column, Index, RecordRole
from bcdesktop.ui.kit.tables import RecordTable
from bcdesktop.ui.kit.theme import theme_of
from bcdesktop.ui.kit.ui_settings import UiSettings


class TickTable(RecordTable):
    """A click on the box, or the space bar, ticks; with ``whole_row`` a click anywhere in the row does."""

    ticks_changed = Signal()
    """Other records are ticked."""

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        *,
        accessible_name: str,
        settings: UiSettings | None = None,
        empty: EmptyState | None = None,
        record_id: Callable[[Any], object] | None = None,
        whole_row: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._ticked: dict[object, None] = {}
        self._whole_row = whole_row
        first = columns[0]
        spoken = replace(first, accessible=partial(self._spoken, first))
        super().__init__(
            name,
            (spoken, *columns[1:]),
            accessible_name=accessible_name,
            settings=settings,
            empty=empty,
            record_id=record_id,
            parent=parent,
        )
        self.setItemDelegateForColumn(0, TickDelegate(self))

    def is_ticked(self, record: Any) -> bool:
        """Tell whether ``record`` is ticked."""
        return self.record_model.record_id(record) in self._ticked

    def ticked_records(self) -> list[Any]:
        """Return the ticked records, in the order of the list; those a filter hides too."""
        return [record for record in self.record_model.records if self.is_ticked(record)]

    def set_ticked(self, record_ids: Iterable[object], *, ticked: bool = True) -> None:
        """Tick records, or take their ticks away."""
        before = dict(self._ticked)
        for record_id in record_ids:
            if ticked:
                self._ticked[record_id] = None
            else:
                self._ticked.pop(record_id, None)
        if before != self._ticked:
            self.viewport().update()
            self.ticks_changed.emit()

    def clear_ticks(self) -> None:
        """Take all ticks away."""
        self.set_ticked(tuple(self._ticked), ticked=False)

    def set_records(self, records: Iterable[Any]) -> None:
        """Show ``records``; ticks of those that went go with them."""
        super().set_records(records)
        gone = [record_id for record_id in self._ticked if self.record_model.row_of(record_id) < 0]
        self.set_ticked(gone, ticked=False)

    def box_at(self, place: QPoint) -> Any:
        """Return the record whose box lies at ``place`` of the viewport, or None."""
        index = self.indexAt(place)
        if not index.isValid():
            return None
        begin = self.columnViewportPosition(0)
        in_box = index.column() == 0 and begin <= place.x() < begin + box_room(self)
        return index.data(RecordRole) if in_box or self._whole_row else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Leave the cursor where it is for the mouse: ticking a box should not open the first row."""
        if event.reason() == Qt.FocusReason.MouseFocusReason:
            QAbstractScrollArea.focusInEvent(self, event)
            self.viewport().update()
        else:
            super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick what was pressed; everything beside a box selects as in every table."""
        record = self.box_at(event.position().toPoint()) if event.button() == Qt.MouseButton.LeftButton else None
        if record is None:
            super().mousePressEvent(event)
            return
        if self._whole_row:
            super().mousePressEvent(event)
        self._turn([record])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second of two quick clicks on a box for what it is: another click."""
        if self.box_at(event.position().toPoint()) is None:
            super().mouseDoubleClickEvent(event)
        else:
            self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The space bar ticks the selected rows, or takes their ticks away where all have one."""
        records = self.selected_records() or [record for record in (self.current_record(),) if record is not None]
        if event.key() == Qt.Key.Key_Space and records:
            self._turn(records)
        else:
            super().keyPressEvent(event)

    def _turn(self, records: Sequence[Any]) -> None:
        ids = [self.record_model.record_id(record) for record in records]
        self.set_ticked(ids, ticked=not all(record_id in self._ticked for record_id in ids))

    def _spoken(self, column: Column, record: Any) -> str:
        text = (column.accessible or column.value)(record)
        if not self.is_ticked(record):
            return text
        return QCoreApplication.translate("TickTable", "%1, ticked").replace("%1", text)


class TickDelegate(BadgeDelegate):
    """Paints the box before the first cell of a TickTable."""

    def __init__(self, table: TickTable) -> None:
        super().__init__(table)
        self._table = table
        self._check: tuple[object, QPixmap] | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground over the whole cell, the box, and the cell as usual beside it."""
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._look_for(option).paint_ground(painter, option, is_selected=is_selected)
        self._paint_box(painter, option.rect, is_ticked=self._table.is_ticked(index.data(RecordRole)))
        rest = QStyleOptionViewItem(option)
        rest.rect = option.rect.adjusted(box_room(self._table) - _inset(self._table), 0, 0, 0)
        super().paint(painter, rest, index)

    def _paint_box(self, painter: QPainter, cell: QRect, *, is_ticked: bool) -> None:
        tokens, side = theme_of(self).tokens, _box_side(self._table)
        box = QRectF(cell.x() + _inset(self._table) + 0.5, cell.center().y() - side / 2 + 0.5, side - 1, side - 1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.primary if is_ticked else tokens.control_border), 1))
        painter.setBrush(QColor(tokens.primary if is_ticked else tokens.surface))
        painter.drawRoundedRect(box, side * 0.22, side * 0.22)
        if is_ticked:
            painter.drawPixmap(box.toRect(), self._check_mark(side))
        painter.restore()

    def _check_mark(self, side: int) -> QPixmap:
        theme, ratio = theme_of(self), self._table.devicePixelRatioF()
        key = (theme.tokens, side, ratio)
        if self._check is None or self._check[0] != key:
            self._check = key, pixmap("check", theme, "on_primary", side, ratio)
        return self._check[1]


def box_room(table: QWidget) -> int:
    """Return the width from the edge of the first cell to its text."""
    return _inset(table) * 2 + _box_side(table)


def _box_side(table: QWidget) -> int:
    return round(table.fontMetrics().height() * 0.95)


def _inset(table: QWidget) -> int:
    return round(table.fontMetrics().height() * 0.55) + 3
