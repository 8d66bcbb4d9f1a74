"""Paints the cells of a table: a text, or a state as a badge, a word on a soft ground."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bcdesktop.ui.kit.badges import BADGE_TOKENS, BadgeKind
from bcdesktop.ui.kit.table_filter import RecordFilter
from bcdesktop.ui.kit.table_model import BadgeRole, Index
from bcdesktop.ui.kit.theme import theme_of
from bcdesktop.ui.kit.tokens import Tokens

_ENABLED = QStyle.StateFlag.State_Enabled.value
_SELECTED = QStyle.StateFlag.State_Selected.value


class BadgeDelegate(QStyledItemDelegate):
    """A delegate for every column.

    A cell of one line without an icon is painted here, just as the style sheet has it: a window full of cells takes
    half the time it takes through the style. Everything else is left to the style.
    """

    _look: CellLook | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell's ground and over it the text, or the badge where there is a BadgeRole."""
        model = index.model()
        if not isinstance(model, RecordFilter):
            super().paint(painter, option, index)
            return
        record, column = model.cell(index)
        kind = column.badge(record) if column.badge else None
        text = column.value(record)
        look, state = self._look_for(option), option.state.value
        if column.icon or "\n" in text or not state & _ENABLED or option.direction == Qt.LayoutDirection.RightToLeft:
            self._paint_by_style(painter, option, index, with_text=kind is None)
        else:
            look.paint_ground(painter, option, is_selected=bool(state & _SELECTED))
            if kind is None and text:
                look.paint_text(painter, option, text, column.align)
        if kind is not None and text:
            look.paint_badge(painter, option, text, BadgeKind(kind))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for the badge and its ground."""
        size = super().sizeHint(option, index)
        if index.data(BadgeRole) is not None:
            size.setWidth(size.width() + option.fontMetrics.height() * 2)
        return size

    def _paint_by_style(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, *, with_text: bool
    ) -> None:
        if with_text:
            super().paint(painter, option, index)
            return
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, option.widget)

    def _look_for(self, option: QStyleOptionViewItem) -> CellLook:
        font, tokens = option.font, theme_of(self).tokens
        if self._look is None or self._look.tokens is not tokens or self._look.font != font:
            self._look = CellLook(font, tokens)
        return self._look


class CellLook:
    """Fonts, measures and colours of the cells, the same for all with this font in this scheme."""

    def __init__(self, font: QFont, tokens: Tokens) -> None:
        self.font, self.tokens = QFont(font), tokens
        # the padding of QTableView::item and the style's own margin around a text
        self._inset = round(QFontMetrics(font).height() * 0.55) + 3
        self._text, self._line = QColor(tokens.text), QColor(tokens.border)
        self._selection = QColor(tokens.selection)
        self._badge_font = QFont(font)
        self._badge_font.setPointSizeF(font.pointSizeF() * 0.9)
        self._badge_font.setWeight(QFont.Weight.DemiBold)
        self._badge_metrics = QFontMetrics(self._badge_font)
        self._badge_colors = {
            kind: (QColor(tokens.color(color)), QColor(tokens.color(soft)))
            for kind, (color, soft) in BADGE_TOKENS.items()
        }

    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, is_selected: bool) -> None:
        """Paint the line below the cell, and the colour of a selected one."""
        rect = option.rect
        if is_selected:
            painter.fillRect(rect, self._selection)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._line)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, painter.device().devicePixelRatio() > 1)
        painter.drawRect(rect.x(), rect.bottom(), rect.width(), 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def paint_text(self, painter: QPainter, option: QStyleOptionViewItem, text: str, align: Qt.AlignmentFlag) -> None:
        """Paint ``text``, shortened to the room there is."""
        rect, inset = option.rect, self._inset
        shown = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() - 2 * inset)
        painter.setFont(self.font)
        painter.setPen(self._text)
        painter.drawText(rect.adjusted(inset, 0, -inset, -1), align, shown)

    def paint_badge(self, painter: QPainter, option: QStyleOptionViewItem, text: str, kind: BadgeKind) -> None:
        """Paint ``text`` as a badge."""
        metrics, rect = self._badge_metrics, option.rect
        pad = metrics.height() * 0.5
        room = rect.width() - 2 * self._inset
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room - 2 * pad))
        width = min(room, metrics.horizontalAdvance(shown) + 2 * pad)
        height = metrics.height() * 1.25
        place = QRectF(rect.x() + self._inset, rect.center().y() - height / 2 + 0.5, width, height)
        color, soft = self._badge_colors[kind]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(soft)
        painter.drawRoundedRect(place, height / 2, height / 2)
        painter.setPen(color)
        painter.setFont(self._badge_font)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)
        painter.restore()
