"""A state as a word and a colour (look.md, "Look")."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from bcdesktop.ui.kit.theme import restyle


class BadgeKind(StrEnum):
    """Meaning of the colour; COUNT is the number of things that wait."""

    NEUTRAL = "neutral"
    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"
    COUNT = "count"


BADGE_TOKENS: dict[BadgeKind, tuple[str, str]] = {
    BadgeKind.NEUTRAL: ("text", "neutral_soft"),
    BadgeKind.INFO: ("primary", "primary_soft"),
    BadgeKind.SUCCESS: ("success", "success_soft"),
    BadgeKind.WARNING: ("warning", "warning_soft"),
    BadgeKind.DANGER: ("danger", "danger_soft"),
    BadgeKind.COUNT: ("on_primary", "primary"),
}
"""Tokens of text and background by kind, for whoever paints a badge without a widget."""


class Badge(QLabel):
    """A word on a soft ground of its colour."""

    def __init__(self, text: str = "", kind: BadgeKind = BadgeKind.NEUTRAL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_badge(text, kind)

    def set_badge(self, text: str, kind: BadgeKind) -> None:
        """Show ``text`` in the colour of ``kind``."""
        self.setText(text)
        self.setProperty("badge", str(kind))
        restyle(self)
