"""Paints the access matrix: names at the left and handles above stay in view while thousands of cells scroll."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from bcdesktop.core.grants import HolderKind
from bcdesktop.core.roles import AssetRole
from bcdesktop.ui.center.access_grid import ROLES
from bcdesktop.ui.center.access_matrix_model import AccessMatrixModel, kind_text, letter_of
from bcdesktop.ui.kit.badges import BADGE_TOKENS, BadgeKind
from bcdesktop.ui.kit.theme import theme_of

ROLE_BADGES = {
    AssetRole.ADMIN: BadgeKind.SUCCESS,
    AssetRole.MANAGEMENT: BadgeKind.SUCCESS,
    AssetRole.OPERATOR: BadgeKind.INFO,
    AssetRole.AD_PROMOTION: BadgeKind.NEUTRAL,
    AssetRole.ANALYST: BadgeKind.NEUTRAL,
}
"""Colours of the roles, in the cells and in the legend."""
_NAME_LETTERS, _HANDLE_LETTERS = 30, 15


class AccessMatrixView(QTableView):
    """A table whose cells are all of one size; one cell is the current one."""

    current_changed = Signal(int, int)
    """Row and column of the current cell; -1 where there is none."""
    holder_chosen = Signal(int)
    """A name at the left was clicked: its row."""
    asset_chosen = Signal(int)
    """A handle above was clicked: its column."""

    def __init__(self, name: str, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self.matrix = AccessMatrixModel()
        self.matrix.setParent(self)
        self.setModel(self.matrix)
        self._cells = _CellDelegate(self)
        self.setItemDelegate(self._cells)
        self.setVerticalHeader(_NameHeader(self))
        self.setHorizontalHeader(_HandleHeader(self))
        self._set_behaviour()
        self.selectionModel().currentChanged.connect(self._tell_current)
        self.verticalHeader().sectionClicked.connect(self.holder_chosen)
        self.horizontalHeader().sectionClicked.connect(self.asset_chosen)

    def _set_behaviour(self) -> None:
        side = round(self.fontMetrics().height() * 1.9)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setMinimumSectionSize(side)
            header.setDefaultSectionSize(side)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setSectionsClickable(True)
            header.setHighlightSections(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells in view that hold something, and the lines; asking for every empty one would cost a frame."""
        rows, columns = self._in_view(Qt.Orientation.Vertical), self._in_view(Qt.Orientation.Horizontal)
        painter = QPainter(self.viewport())
        if rows and columns:
            places = [(column, self.columnViewportPosition(column)) for column in columns]
            self._paint_lines(painter, rows, columns)
            self._cells.paint_rows(painter, [(row, self.rowViewportPosition(row)) for row in rows], places)
        painter.end()

    def _in_view(self, orientation: Qt.Orientation) -> range:
        header = self.verticalHeader() if orientation == Qt.Orientation.Vertical else self.horizontalHeader()
        length = self.viewport().height() if orientation == Qt.Orientation.Vertical else self.viewport().width()
        first, last = header.visualIndexAt(0), header.visualIndexAt(length - 1)
        if first < 0:
            return range(0)
        return range(first, (header.count() if last < 0 else last + 1))

    def _paint_lines(self, painter: QPainter, rows: range, columns: range) -> None:
        painter.setPen(QColor(theme_of(self).tokens.border))
        bottom = self.rowViewportPosition(rows[-1]) + self.rowHeight(rows[-1]) - 1
        right = self.columnViewportPosition(columns[-1]) + self.columnWidth(columns[-1]) - 1
        for row in rows:
            y = self.rowViewportPosition(row) + self.rowHeight(row) - 1
            painter.drawLine(0, y, right, y)
        for column in columns:
            x = self.columnViewportPosition(column) + self.columnWidth(column) - 1
            painter.drawLine(x, 0, x, bottom)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+C copies the current cell as a sentence."""
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy) and index.isValid():
            QGuiApplication.clipboard().setText(self.matrix.cell_text(index.row(), index.column()))
        else:
            super().keyPressEvent(event)

    def _tell_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.current_changed.emit(current.row(), current.column())


class _CellDelegate(QStyledItemDelegate):
    """Paints a cell from a picture made once per role, size and scheme: nothing is laid out while it scrolls."""

    def __init__(self, view: AccessMatrixView) -> None:
        super().__init__(view)
        self._view, self._model = view, view.matrix
        self._key: object = None
        self._pictures: list[QPixmap | None] = [None] * len(ROLES)
        self._selection = QColor()

    def paint_rows(
        self, painter: QPainter, rows: Sequence[tuple[int, int]], columns: Sequence[tuple[int, int]]
    ) -> None:
        """Paint the current cell's ground and the roles; ``rows`` and ``columns`` are numbers with their places."""
        view, current = self._view, self._view.currentIndex()
        size = QSize(view.columnWidth(columns[0][0]) - 1, view.rowHeight(rows[0][0]) - 1)
        self._prepare(size)
        for row, y in rows:
            for column, x in columns:
                if row == current.row() and column == current.column():
                    painter.fillRect(QRect(QPoint(x, y), size), self._selection)
                picture = self._pictures[self._model.code(row, column)]
                if picture is not None:
                    painter.drawPixmap(x, y, picture)

    def _prepare(self, size: QSize) -> None:
        tokens, ratio, font = theme_of(self).tokens, self._view.devicePixelRatioF(), self._view.font()
        key = (tokens, size.width(), size.height(), ratio, font.key())
        if key == self._key:
            return
        self._key, self._selection = key, QColor(tokens.selection)
        for code, role in enumerate(ROLES):
            if role is not None:
                color, soft = (QColor(tokens.color(token)) for token in BADGE_TOKENS[ROLE_BADGES[role]])
                self._pictures[code] = _picture(letter_of(role), size, ratio, font, color, soft)


def _picture(letter: str, size: QSize, ratio: float, font: QFont, color: QColor, soft: QColor) -> QPixmap:
    picture = QPixmap((size.toSizeF() * ratio).toSize())
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(3, 3, size.width() - 6, size.height() - 6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(soft)
    painter.drawRoundedRect(box, 4, 4)
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    painter.setFont(bold)
    painter.setPen(color)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)
    painter.end()
    return picture


class _NameHeader(QHeaderView):
    """People and partners at the left; what somebody is stands beside the name where it is not a plain member."""

    def __init__(self, view: AccessMatrixView) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._matrix = view.matrix
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * _NAME_LETTERS)

    def sizeHint(self) -> QSize:
        """Return the fixed size: by itself the header would ask for a thousand texts whenever rows change."""
        return QSize(self.maximumWidth(), self.defaultSectionSize())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint name, kind and the line below."""
        tokens, metrics = theme_of(self).tokens, self.fontMetrics()
        holder, pad = self._matrix.holder(section), round(metrics.height() * 0.6)
        painter.fillRect(rect, QColor(tokens.surface))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.border))
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), QColor(tokens.border))
        inside = rect.adjusted(pad, 0, -pad, -1)
        is_plain = holder.holder.kind is HolderKind.MEMBER and not holder.is_admin and not holder.is_gone
        kind = "" if is_plain else kind_text(holder)
        painter.setFont(self.font())
        if kind:
            painter.setPen(QColor(tokens.muted))
            painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, kind)
            inside = inside.adjusted(0, 0, -metrics.horizontalAdvance(kind) - pad, 0)
        painter.setPen(QColor(tokens.text))
        name = metrics.elidedText(holder.name, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)


class _HandleHeader(QHeaderView):
    """Handles above, written from the bottom to the top."""

    def __init__(self, view: AccessMatrixView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._matrix = view.matrix
        self.setFixedHeight(self.fontMetrics().averageCharWidth() * _HANDLE_LETTERS)

    def sizeHint(self) -> QSize:
        """Return the fixed size, as the names do."""
        return QSize(self.defaultSectionSize(), self.maximumHeight())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint the handle, turned by a quarter."""
        tokens, metrics = theme_of(self).tokens, QFontMetrics(self.font())
        asset, pad = self._matrix.asset(section), round(metrics.height() * 0.5)
        painter.fillRect(rect, QColor(tokens.surface))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.border))
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), QColor(tokens.border))
        painter.save()
        painter.setFont(self.font())
        painter.setPen(QColor(tokens.muted if asset.is_gone else tokens.text))
        painter.translate(rect.left(), rect.bottom())
        painter.rotate(-90)
        text = metrics.elidedText(asset.name, Qt.TextElideMode.ElideRight, rect.height() - 2 * pad)
        turned = QRect(pad, 0, rect.height() - 2 * pad, rect.width())
        painter.drawText(turned, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()
