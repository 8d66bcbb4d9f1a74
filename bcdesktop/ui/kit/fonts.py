"""The bundled font: a bare system has none and would draw empty boxes (architecture.md, "Dependencies")."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication, QLabel

from bcdesktop.ui.kit.resources import resource

FAMILY = "Inter"
FIRST_WEIGHTS = ("Regular",)
"""Enough to measure lines by; the first paint shows no words."""
FURTHER_WEIGHTS = ("Medium", "SemiBold", "Bold")
_SMALLEST_POINTS = 10.0


class FontMissing(RuntimeError):
    """A bundled font cannot be loaded or is not the one in use: the installation is broken."""


def load_fonts(weights: tuple[str, ...] = FIRST_WEIGHTS + FURTHER_WEIGHTS) -> str:
    """Register the bundled font files of ``weights`` and return the family's name. Raises FontMissing."""
    for weight in weights:
        path = resource("fonts", f"{FAMILY}-{weight}.otf")
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FontMissing(str(path))
    return FAMILY


def ui_font(points: float) -> QFont:
    """Return the font of the interface; digits all have the same width, so that columns and countdowns stand still."""
    font = QFont(FAMILY)
    font.setPointSizeF(points)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def apply_font(app: QApplication, weights: tuple[str, ...] = FIRST_WEIGHTS + FURTHER_WEIGHTS) -> None:
    """Load the bundled font and make it the application's, in the system's size but never below 10 points.

    Who asks for fewer ``weights`` loads the others with ``load_fonts`` before words are shown.
    """
    load_fonts(weights)
    app.setFont(ui_font(max(app.font().pointSizeF(), _SMALLEST_POINTS)))


def check_font(app: QApplication) -> None:
    """Raise FontMissing where the application, or a label made now, would draw with another font."""
    label = QLabel()
    label.ensurePolished()
    for font in (app.font(), label.font()):
        found = QFontInfo(font).family()
        if found != FAMILY:
            raise FontMissing(found)
