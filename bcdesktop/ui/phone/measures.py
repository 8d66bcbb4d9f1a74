"""Lengths of the phone, all from the font, so that it grows with the text (look.md, "Look")."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

GAP = 4
SMALL = 8
MEDIUM = 12
LARGE = 16
HUGE = 24


def em(widget: QWidget) -> int:
    """Return the height of a line of text of ``widget`` in logical pixels."""
    return QFontMetrics(widget.font()).height()


def bezel(widget: QWidget) -> int:
    """Return the width of the phone's frame."""
    return max(SMALL, round(em(widget) * 0.65))


def corner(widget: QWidget) -> int:
    """Return the radius of the display's corners.

    With the bezel around it, it stays below 3.4 bezels: else the display's square corners would stick out of the body.
    """
    return round(em(widget) * 1.5)
