"""Paints a state in a table as a badge: a word on a soft ground."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bcdesktop.ui.kit.badges import BADGE_TOKENS, BadgeKind
from bcdesktop.ui.kit.table_model import BadgeRole, Index
from bcdesktop.ui.kit.theme import theme_of


class BadgeDelegate(QStyledItemDelegate):
    """A delegate for every column; cells without BadgeRole are painted as usual."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the cell's ground as usual and the badge over it."""
        kind = index.data(BadgeRole)
        if kind is None:
            super().paint(painter, option, index)
            return
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, option.widget)
        if text:
            self._paint_badge(painter, option, text, BadgeKind(kind))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for the badge and its ground."""
        size = super().sizeHint(option, index)
        if index.data(BadgeRole) is not None:
            size.setWidth(size.width() + option.fontMetrics.height() * 2)
        return size

    def _paint_badge(self, painter: QPainter, option: QStyleOptionViewItem, text: str, kind: BadgeKind) -> None:
        font = QFont(option.font)
        font.setPointSizeF(font.pointSizeF() * 0.9)
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        inset, pad = round(option.fontMetrics.height() * 0.55) + 3, metrics.height() * 0.5
        room = option.rect.width() - 2 * inset
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room - 2 * pad))
        width = min(room, metrics.horizontalAdvance(shown) + 2 * pad)
        height = metrics.height() * 1.25
        place = QRectF(option.rect.x() + inset, option.rect.center().y() - height / 2 + 0.5, width, height)
        color, soft = (theme_of(self).tokens.color(token) for token in BADGE_TOKENS[kind])
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(soft))
        painter.drawRoundedRect(place, height / 2, height / 2)
        painter.setPen(QColor(color))
        painter.setFont(font)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)
        painter.restore()
