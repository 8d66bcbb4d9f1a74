"""The bundled font: a bare system has none and would draw empty boxes (architecture.md, "Dependencies")."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication, QLabel

from bcdesktop.ui.kit.resources import resource

FAMILY = "Inter"
_WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")
_SMALLEST_POINTS = 10.0


class FontMissing(RuntimeError):
    """A bundled font cannot be loaded or is not the one in use: the installation is broken."""


def load_fonts() -> str:
    """Register the bundled font files and return the family's name. Raises FontMissing."""
    for weight in _WEIGHTS:
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


def apply_font(app: QApplication) -> None:
    """Load the bundled font and make it the application's, in the system's size but never below 10 points."""
    load_fonts()
    app.setFont(ui_font(max(app.font().pointSizeF(), _SMALLEST_POINTS)))


def check_font(app: QApplication) -> None:
    """Raise FontMissing where the application, or a label made now, would draw with another font."""
    label = QLabel()
    label.ensurePolished()
    for font in (app.font(), label.font()):
        found = QFontInfo(font).family()
        if found != FAMILY:
            raise FontMissing(found)
