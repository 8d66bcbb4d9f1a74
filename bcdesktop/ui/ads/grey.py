"""A control that is grey says why, in tooltip, status tip and to screen readers (decisions.md, Grey controls)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def allow(control: QWidget, why_not: str, tip: str = "") -> None:
    """Let ``control`` be used, or with ``why_not`` make it grey; ``tip`` is its tooltip while it can be used."""
    text = why_not or tip
    control.setEnabled(not why_not)
    control.setToolTip(text)
    control.setStatusTip(text)
    control.setAccessibleDescription(text)
