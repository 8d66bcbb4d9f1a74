"""The picture behind home and lock screen, painted from the theme's colours."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QRadialGradient

from bcdesktop.ui.kit.theme import Theme


def _glow(color: str, strength: float) -> tuple[QColor, QColor]:
    full, none = QColor(color), QColor(color)
    full.setAlphaF(strength)
    none.setAlphaF(0.0)
    return full, none


def paint_wallpaper(painter: QPainter, area: QRectF, theme: Theme) -> None:
    """Fill ``area`` with two soft lights over a gradient; text in the ``text`` colour stays readable on it."""
    tokens = theme.tokens
    base = QLinearGradient(area.topLeft(), area.bottomRight())
    base.setColorAt(0.0, QColor(tokens.primary_soft))
    base.setColorAt(1.0, QColor(tokens.background))
    painter.fillRect(area, base)
    for x, y, radius, color in (
        (0.95, 0.15, 0.8, tokens.primary),
        (0.0, 0.75, 0.9, tokens.success),
    ):
        center = QPointF(area.x() + area.width() * x, area.y() + area.height() * y)
        light = QRadialGradient(center, area.width() * radius)
        full, none = _glow(color, 0.18)
        light.setColorAt(0.0, full)
        light.setColorAt(1.0, none)
        painter.fillRect(area, light)
