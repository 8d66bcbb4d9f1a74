"""The chart of days: what is painted where, what the keyboard and the mouse point at, what is read out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QLocale, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from bcdesktop.ui.kit.chart_painting import ChartData, ChartInk, ChartKind, ChartLayout, paint_chart
from bcdesktop.ui.kit.chart_scale import day_ticks, value_ticks
from bcdesktop.ui.kit.charts import DayChart
from bcdesktop.ui.kit.theme import ColorScheme, Theme

FIRST = date(2026, 10, 1)
RED, GREY, BLACK, WHITE = (QColor(name) for name in ("#ff0000", "#888888", "#000000", "#ffffff"))
INK = ChartInk(RED, QColor(255, 0, 0, 0), GREY, BLACK, 3.0)


def day(number: int) -> date:
    return FIRST + timedelta(days=number - 1)


def data(values, days=10, kind=ChartKind.LINE, **more) -> ChartData:
    points = tuple((day(number), value) for number, value in values.items())
    return ChartData(points, FIRST, day(days), "Clicks", "{:,}".format, str, kind, **more)


def painted(shown: ChartData, ratio: float = 1.0) -> tuple[QImage, ChartLayout]:
    """Return the chart on white paper of 600 by 300, and where things stand on it."""
    image = QImage(round(600 * ratio), round(300 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(WHITE)
    painter = QPainter(image)
    font = QFont(painter.font())
    font.setPixelSize(12)
    painter.setFont(font)
    layout = ChartLayout(shown, QRectF(0, 0, 600, 300), QFontMetricsF(font), QLocale("en"))
    paint_chart(painter, layout, INK)
    painter.end()
    return image, layout


def is_red(image: QImage, x: float, y: float) -> bool:
    ratio = image.devicePixelRatio()
    color = image.pixelColor(round(x * ratio), round(y * ratio))
    return color.red() > 200 and color.green() < 90 and color.blue() < 90


def column_has_red(image: QImage, layout: ChartLayout, x: float) -> bool:
    return any(is_red(image, x, y) for y in range(int(layout.plot.top()), int(layout.plot.bottom()) + 1))


# ---------------------------------------------------------------------- scale
@pytest.mark.parametrize(
    ("largest", "ticks"),
    [
        (0, (0, 1)),
        (1, (0, 1)),
        (5, (0, 1, 2, 3, 4, 5)),
        (23, (0, 5, 10, 15, 20, 25)),
        (1_191, (0, 500, 1_000, 1_500)),
        (10**12, (0, 2 * 10**11, 4 * 10**11, 6 * 10**11, 8 * 10**11, 10**12)),
    ],
)
def test_values_stand_at_round_numbers(largest: int, ticks: tuple[int, ...]) -> None:
    assert value_ticks(largest) == ticks


@pytest.mark.parametrize(("days", "most"), [(1, 5), (7, 10), (31, 6), (92, 12), (400, 8), (3_000, 6), (30, 1)])
def test_days_are_named_as_often_as_there_is_room(days: int, most: int) -> None:
    ticks = day_ticks(FIRST, day(days), most)
    assert 1 <= len(ticks) <= most
    assert all(FIRST <= tick <= day(days) for tick in ticks)


# ---------------------------------------------------------------------- pixels
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_line_runs_through_the_values(qapp, ratio: float) -> None:
    image, layout = painted(data({number: 10 * number for number in range(1, 11)}), ratio)
    for number in (1, 4, 10):
        assert is_red(image, layout.x(day(number)), layout.y(10 * number))
    between = (layout.x(day(4)) + layout.x(day(5))) / 2
    assert is_red(image, between, layout.y(45))
    assert layout.y(100) < layout.y(10)


def test_a_missing_day_is_a_gap_and_a_lonely_one_a_dot(qapp) -> None:
    image, layout = painted(data({1: 50, 2: 50, 3: 50, 6: 50, 9: 50, 10: 50}))
    assert not column_has_red(image, layout, (layout.x(day(3)) + layout.x(day(4))) / 2)
    assert not column_has_red(image, layout, layout.x(day(5)))
    assert is_red(image, layout.x(day(6)), layout.y(50))
    assert column_has_red(image, layout, (layout.x(day(9)) + layout.x(day(10))) / 2)


def test_a_zero_is_painted_on_the_axis_where_a_gap_is_not(qapp) -> None:
    image, layout = painted(data({1: 50, 2: 0, 3: 50}, days=5))
    assert is_red(image, layout.x(day(2)), layout.y(0) - 1)
    assert not column_has_red(image, layout, layout.x(day(4)))


def test_bars_stand_on_the_axis_and_are_as_high_as_their_values(qapp) -> None:
    image, layout = painted(data({1: 20, 2: 40, 4: 10}, days=4, kind=ChartKind.BARS))
    assert is_red(image, layout.x(day(2)), layout.y(39))
    assert is_red(image, layout.x(day(1)), layout.y(1))
    assert not is_red(image, layout.x(day(1)), layout.y(25))
    assert not column_has_red(image, layout, layout.x(day(3)))
    assert not column_has_red(image, layout, (layout.x(day(1)) + layout.x(day(2))) / 2)


def test_money_stands_at_whole_amounts(qapp) -> None:
    _image, layout = painted(data({1: 123_456}, scale=100))
    assert layout.ticks == (0, 50_000, 100_000, 150_000)


# ---------------------------------------------------------------------- the widget
@pytest.fixture
def theme(qapp):
    theme = Theme(qapp, scheme=ColorScheme.LIGHT)
    theme.apply(qapp)
    yield theme
    qapp.setStyleSheet("")
    qapp.setProperty("bcdesktop_theme", None)
    theme.deleteLater()


@pytest.fixture
def chart(qtbot, theme):
    made = DayChart("chart", "Clicks by day")
    qtbot.addWidget(made)
    made.setLocale(QLocale("en"))
    made.resize(700, 300)
    made.set_data(data({1: 10, 2: 2_000, 4: 30}))
    made.show()
    return made


def test_it_says_what_it_shows(chart) -> None:
    text = chart.accessibleDescription()
    assert "1 Oct 2026 to 10 Oct 2026" in text
    assert "3 of 10 days" in text
    assert "2,000 on 2 Oct 2026" in text


def test_the_keyboard_goes_from_day_to_day_and_stays_in_the_range(qtbot, chart) -> None:
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.accessibleDescription() == "1 Oct 2026: 10"
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.day == FIRST
    qtbot.keyClick(chart, Qt.Key.Key_PageDown)
    qtbot.keyClick(chart, Qt.Key.Key_PageDown)
    assert chart.accessibleDescription() == "10 Oct 2026: no number"
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert chart.day == FIRST
    qtbot.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.day is None


def test_the_mouse_points_at_the_day_below_it_and_leaves(qtbot, chart) -> None:
    layout = chart._layout
    with qtbot.waitSignal(chart.day_changed):
        qtbot.mouseMove(chart, QPoint(round(layout.x(day(2))), 100))
    assert chart.value_line() == "2 Oct 2026: 2,000"
    qtbot.mouseMove(chart, QPoint(2, 100))
    assert chart.day is None


def test_the_value_pointed_at_and_the_ring_of_the_keyboard_hide_nothing(qtbot, chart, theme) -> None:
    chart.activateWindow()
    chart.setFocus()
    qtbot.waitUntil(chart.hasFocus)
    qtbot.keyClick(chart, Qt.Key.Key_End)
    image = chart.grab().toImage()
    ratio, layout = image.devicePixelRatio(), chart._layout
    at = QPoint(round(layout.x(day(2)) * ratio), round(layout.y(2_000) * ratio))
    assert image.pixelColor(at) == QColor(theme.tokens.primary)


@pytest.mark.parametrize("scheme", list(ColorScheme)[1:], ids=str)
def test_it_wears_the_colours_of_the_theme(chart, theme, scheme) -> None:
    theme.set_scheme(scheme)
    image = chart.grab().toImage()
    ratio, layout = image.devicePixelRatio(), chart._layout
    at = QPoint(round(layout.x(day(2)) * ratio), round(layout.y(2_000) * ratio))
    assert image.pixelColor(at) == QColor(theme.tokens.primary)


def test_an_empty_range_says_so(chart) -> None:
    chart.set_data(data({}), "No number of these days.")
    assert chart.accessibleDescription() == "No number of these days."
    chart.set_data(None, "Nothing imported.")
    assert chart.summary() == "Nothing imported."
    assert not chart.grab().isNull()
