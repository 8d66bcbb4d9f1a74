"""Where Tab goes on the phone: from the top of the display to its foot, then to the window's own buttons.

Screens are made and filled after the bars around them, so that the order of making is not the order of reading.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QRadioButton, QWidget


def stops(parts: Iterable[QWidget]) -> list[QWidget]:
    """Return the controls in ``parts`` that Tab stops at, in the order of ``parts``."""
    return [widget for widget in _all(parts) if _is_stop(widget)]


def step(parts: Iterable[QWidget], focused: QWidget | None, forward: bool) -> QWidget | None:
    """Return the stop after (or before) ``focused``, which may just have been greyed; None where there is none."""
    widgets = _all(parts)
    if not forward:
        widgets.reverse()
    at = widgets.index(focused) + 1 if focused in widgets else 0
    return next((widget for widget in (*widgets[at:], *widgets[:at]) if _is_stop(widget)), None)


def _all(parts: Iterable[QWidget]) -> list[QWidget]:
    return [widget for part in parts for widget in (part, *part.findChildren(QWidget))]


def _is_stop(widget: QWidget) -> bool:
    return (
        widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.isVisible()
        and widget.isEnabled()
        and not _has_checked_sibling(widget)
    )


def _has_checked_sibling(widget: QWidget) -> bool:
    """Tell whether the arrow keys, not Tab, lead here: from the chosen one of a group."""
    if not isinstance(widget, QRadioButton) or widget.isChecked() or widget.group() is None:
        return False
    checked: QAbstractButton | None = widget.group().checkedButton()
    return checked is not None and checked.isVisible() and checked.isEnabled()
