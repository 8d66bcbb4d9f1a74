"""A chart of a number over days, by mouse, keyboard and screen reader; pyqtgraph would bring numpy for it."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bcdesktop.ui.kit.chart_painting import ChartData, ChartInk, ChartLayout, paint_chart, paint_mark
from bcdesktop.ui.kit.theme import theme_of
from bcdesktop.ui.kit.time_text import day_text

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -7,
    Qt.Key.Key_PageDown: 7,
}


class DayChart(QWidget):
    """Left, Right, Page up and down, Home and End go from day to day; the mouse points at one.

    ``set_data`` shows numbers; a range without any says so in the middle.
    """

    day_changed = Signal(object)
    """The day that is pointed at, None for none."""

    def __init__(self, name: str, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self._data: ChartData | None = None
        self._layout: ChartLayout | None = None
        self._nothing = ""
        self._day: date | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._theme = theme_of(self)
        self._theme.changed.connect(self.update)

    @property
    def data(self) -> ChartData | None:
        """What is shown."""
        return self._data

    @property
    def day(self) -> date | None:
        """The day that is pointed at."""
        return self._day

    def set_data(self, data: ChartData | None, nothing: str = "") -> None:
        """Show ``data``; ``nothing`` stands in the middle where it has no values."""
        self._data, self._nothing = data, nothing
        if data is None or self._day is None or not data.first <= self._day <= data.last:
            self._point_at(None)
        self._lay_out()
        self._describe()

    def value_line(self) -> str:
        """Return the day pointed at with its value in words; empty for none."""
        if self._data is None or self._day is None:
            return ""
        value = self._data.values.get(self._day)
        words = self.tr("no number") if value is None else self._data.value_text(value)
        return self.tr("%1: %2").replace("%1", day_text(self._day, self.locale())).replace("%2", words)

    def summary(self) -> str:
        """Return what the chart shows, for those who do not see it."""
        data = self._data
        if data is None or not data.values:
            return self._nothing
        highest = max(data.values, key=data.values.__getitem__)
        text = self.tr("%1, %2 to %3. %4 of %5 days have a number. Highest: %6 on %7.")
        for place, part in enumerate(
            (
                data.unit,
                day_text(data.first, self.locale()),
                day_text(data.last, self.locale()),
                self.locale().toString(len(data.values)),
                self.locale().toString(data.days),
                data.value_text(data.values[highest]),
                day_text(highest, self.locale()),
            ),
            start=1,
        ):
            text = text.replace(f"%{place}", part)
        return text

    def sizeHint(self) -> QSize:
        """Room for a dozen lines of text."""
        line, letter = self.fontMetrics().height(), self.fontMetrics().averageCharWidth()
        return QSize(letter * 80, line * 14)

    def minimumSizeHint(self) -> QSize:
        """Small, but with both axes."""
        line, letter = self.fontMetrics().height(), self.fontMetrics().averageCharWidth()
        return QSize(letter * 30, line * 8)

    # ------------------------------------------------------------------ painting
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chart, the day pointed at, and the ring of the keyboard."""
        painter, tokens = QPainter(self), self._theme.tokens
        layout = self._layout
        if layout is None or self._data is None or not self._data.values:
            painter.setPen(QColor(tokens.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(QRectF(self.rect()).adjusted(16, 16, -16, -16), flags, self._nothing)
        else:
            area = QColor(tokens.primary)
            area.setAlphaF(0.12)
            ink = ChartInk(QColor(tokens.primary), area, QColor(tokens.border), QColor(tokens.muted), 2.0)
            paint_chart(painter, layout, ink)
            if self._day is not None:
                paint_mark(painter, layout, ink, self._day)
                self._paint_bubble(painter, layout, self._day)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _paint_bubble(self, painter: QPainter, layout: ChartLayout, day: date) -> None:
        tokens, metrics = self._theme.tokens, QFontMetricsF(self.font())
        text, line = self.value_line(), metrics.height()
        width = metrics.horizontalAdvance(text) + 2 * metrics.averageCharWidth()
        left = min(max(layout.x(day) - width / 2, 2.0), self.width() - width - 2.0)
        bubble = QRectF(left, layout.plot.top() - 0.7 * line, width, line * 1.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.control_border), 1))
        painter.setBrush(QColor(tokens.raised))
        painter.drawRoundedRect(bubble, 4, 4)
        painter.setPen(QColor(tokens.text))
        painter.drawText(bubble, Qt.AlignmentFlag.AlignCenter, text)

    def changeEvent(self, event: QEvent) -> None:
        """Lay out again in another font or language."""
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.LocaleChange}:
            self._lay_out()
        super().changeEvent(event)

    def resizeEvent(self, _event: object) -> None:
        """Lay out in the new size."""
        self._lay_out()

    def _lay_out(self) -> None:
        rect = QRectF(self.rect()).adjusted(8, 4, -4, -4)
        self._layout = None
        if self._data is not None:
            self._layout = ChartLayout(self._data, rect, QFontMetricsF(self.font()), self.locale())
        self.update()

    # ------------------------------------------------------------------ pointing
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the day under the mouse."""
        self._point_at(self._day_at(event.position()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The same for a touch."""
        self._point_at(self._day_at(event.position()))

    def leaveEvent(self, _event: QEvent) -> None:
        """Point at nothing, unless the keyboard is here."""
        if not self.hasFocus():
            self._point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from day to day."""
        data, key = self._data, Qt.Key(event.key())
        if data is None or not data.values:
            super().keyPressEvent(event)
        elif key in _STEPS:
            start = self._day or (data.first - timedelta(days=1) if _STEPS[key] > 0 else data.last + timedelta(days=1))
            self._point_at(min(max(start + timedelta(days=_STEPS[key]), data.first), data.last))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self._point_at(data.first if key == Qt.Key.Key_Home else data.last)
        elif key == Qt.Key.Key_Escape and self._day is not None:
            self._point_at(None)
        else:
            super().keyPressEvent(event)

    def _day_at(self, point: QPointF) -> date | None:
        layout = self._layout
        return None if layout is None or not layout.data.values else layout.day_at(point.x())

    def _point_at(self, day: date | None) -> None:
        if day == self._day:
            return
        self._day = day
        self.update()
        self._describe()
        self.day_changed.emit(day)

    def _describe(self) -> None:
        self.setAccessibleDescription(self.value_line() or self.summary())
