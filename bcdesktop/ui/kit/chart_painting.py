"""Paints numbers over days: on the screen in the colours of the theme, on paper in black (part 3, Analytics)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from PySide6.QtCore import QLocale, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from bcdesktop.ui.kit.chart_scale import day_ticks, value_ticks

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_TOP = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop


class ChartKind(StrEnum):
    """How the days are drawn."""

    LINE = "line"
    BARS = "bars"


@dataclass(frozen=True)
class ChartData:
    """What is drawn from ``first`` to ``last``. A day that is not in ``points`` stays a gap, which is not zero.

    ``unit`` stands above the axis; ``axis_text`` writes a value beside it, ``value_text`` one that is pointed at.
    """

    points: tuple[tuple[date, int], ...]
    first: date
    last: date
    unit: str
    value_text: Callable[[int], str]
    axis_text: Callable[[int], str]
    kind: ChartKind = ChartKind.LINE
    scale: int = 1
    """How many of the values make one of what is written: 100 for money in hundredths."""

    @cached_property
    def values(self) -> dict[date, int]:
        """The values by day, those within the range."""
        return {day: value for day, value in self.points if self.first <= day <= self.last}

    @property
    def days(self) -> int:
        """How many days the range has."""
        return (self.last - self.first).days + 1

    def runs(self) -> Iterator[list[date]]:
        """Yield the days that follow one another without a gap."""
        run: list[date] = []
        for day in sorted(self.values):
            if run and day - run[-1] != timedelta(days=1):
                yield run
                run = []
            run.append(day)
        if run:
            yield run


@dataclass(frozen=True)
class ChartInk:
    """The colours, and the width of a line in pixels of the device."""

    line: QColor
    area: QColor
    grid: QColor
    text: QColor
    width: float


class ChartLayout:
    """Where everything stands in ``rect``; made anew for each size."""

    def __init__(self, data: ChartData, rect: QRectF, metrics: QFontMetricsF, locale: QLocale) -> None:
        self.data, self._metrics, self._locale = data, metrics, locale
        largest = max(data.values.values(), default=0)
        self.ticks = tuple(tick * data.scale for tick in value_ticks(-(-largest // data.scale)))
        line, letter = metrics.height(), metrics.averageCharWidth()
        left = max(metrics.horizontalAdvance(data.axis_text(tick)) for tick in self.ticks) + 1.5 * letter
        self.plot = rect.adjusted(left, 2.0 * line, -2.5 * letter, -1.8 * line)
        self.step = self.plot.width() / data.days
        widest = metrics.horizontalAdvance(self.day_text(date(2026, 12, 28)))
        self.days = day_ticks(data.first, data.last, max(1, int(self.plot.width() / (widest + 2.5 * letter))))

    def x(self, day: date) -> float:
        """Return the middle of a day."""
        return self.plot.left() + ((day - self.data.first).days + 0.5) * self.step

    def y(self, value: float) -> float:
        """Return the height of a value."""
        return self.plot.bottom() - self.plot.height() * value / max(self.ticks[-1], 1)

    def day_at(self, x: float) -> date | None:
        """Return the day at ``x``, None beside the plot."""
        place = int((x - self.plot.left()) // self.step) if self.step > 0 else -1
        return self.data.first + timedelta(days=place) if 0 <= place < self.data.days else None

    def day_text(self, day: date) -> str:
        """Return a day below the axis, its month in letters; the year where it is the first of one."""
        years = self.data.first.year != self.data.last.year
        return self._locale.toString(day, "d MMM yy" if years else "d MMM")


def paint_chart(painter: QPainter, layout: ChartLayout, ink: ChartInk) -> None:
    """Paint axes and values; the painter's font is that of ``layout``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_axes(painter, layout, ink)
    if layout.data.kind is ChartKind.BARS:
        _paint_bars(painter, layout, ink)
    else:
        _paint_lines(painter, layout, ink)
    painter.restore()


def paint_mark(painter: QPainter, layout: ChartLayout, ink: ChartInk, day: date) -> None:
    """Paint where a day stands, and its value where it has one."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    x, value = layout.x(day), layout.data.values.get(day)
    painter.setPen(QPen(ink.text, ink.width / 2, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(x, layout.plot.top()), QPointF(x, layout.plot.bottom()))
    if value is not None:
        _dot(painter, QPointF(x, layout.y(value)), ink, 2.4)
    painter.restore()


def _paint_axes(painter: QPainter, layout: ChartLayout, ink: ChartInk) -> None:
    plot, data, metrics = layout.plot, layout.data, QFontMetricsF(painter.font(), painter.device())
    line, letter = metrics.height(), metrics.averageCharWidth()
    painter.setPen(ink.text)
    unit = QRectF(plot.left() - letter / 2, plot.top() - 2 * line, plot.width(), line * 1.2)
    painter.drawText(unit, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, data.unit)
    for tick in layout.ticks:
        y = layout.y(tick)
        painter.setPen(QPen(ink.grid, ink.width / 2))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setPen(ink.text)
        place = QRectF(plot.left() - 40 * letter, y - line, 40 * letter - letter, 2 * line)
        painter.drawText(place, _RIGHT, data.axis_text(tick))
    for day in layout.days:
        x = layout.x(day)
        painter.setPen(QPen(ink.grid, ink.width / 2))
        painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + line * 0.25))
        painter.setPen(ink.text)
        text = layout.day_text(day)
        width = metrics.horizontalAdvance(text) + letter
        left = min(max(x - width / 2, plot.left() - 8 * letter), plot.right() + 2.5 * letter - width)
        painter.drawText(QRectF(QPointF(left, plot.bottom() + line * 0.35), QSizeF(width, line * 1.3)), _TOP, text)


def _paint_bars(painter: QPainter, layout: ChartLayout, ink: ChartInk) -> None:
    width = max(layout.step * 0.7, min(layout.step, ink.width))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.line)
    for day, value in layout.data.values.items():
        top = layout.y(value)
        painter.drawRect(QRectF(layout.x(day) - width / 2, top, width, layout.plot.bottom() - top))


def _paint_lines(painter: QPainter, layout: ChartLayout, ink: ChartInk) -> None:
    values, has_dots = layout.data.values, layout.step > ink.width * 6
    for run in layout.data.runs():
        points = [QPointF(layout.x(day), layout.y(values[day])) for day in run]
        if len(points) > 1:
            _paint_run(painter, points, layout, ink)
        if has_dots or len(points) == 1:
            for point in points:
                _dot(painter, point, ink, 1.6)


def _paint_run(painter: QPainter, points: list[QPointF], layout: ChartLayout, ink: ChartInk) -> None:
    path = QPainterPath(points[0])
    for point in points[1:]:
        path.lineTo(point)
    area = QPainterPath(path)
    area.lineTo(points[-1].x(), layout.plot.bottom())
    area.lineTo(points[0].x(), layout.plot.bottom())
    area.closeSubpath()
    painter.fillPath(area, ink.area)
    pen = QPen(ink.line, ink.width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)


def _dot(painter: QPainter, point: QPointF, ink: ChartInk, size: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.line)
    painter.drawEllipse(point, ink.width * size, ink.width * size)
