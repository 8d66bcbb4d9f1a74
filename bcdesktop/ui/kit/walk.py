"""Walks a window and tells what is wrong with it: names missing or twice, text that cannot be translated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QTranslator
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTabWidget,
    QTextEdit,
    QToolButton,
    QWidget,
)

_INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QTabWidget,
)
_INNER_NAMES = ("qt_", "ScrollLeftButton", "ScrollRightButton")
LEFT_MARK, RIGHT_MARK = "⟦", "⟧"


def _is_inner(widget: QWidget) -> bool:
    """Tell whether Qt made this widget as a part of another one."""
    if widget.objectName().startswith(_INNER_NAMES) or isinstance(widget, QScrollBar | QHeaderView | QTabBar):
        return True
    parent = widget.parentWidget()
    if isinstance(parent, QLineEdit) and isinstance(widget, QToolButton):
        # a picture in a line is a button too, but one that does nothing has no text
        return widget.defaultAction() is None or not widget.defaultAction().text()
    # the corner of a table
    if isinstance(parent, QAbstractScrollArea) and type(widget) is QAbstractButton:
        return True
    while parent is not None and not parent.isWindow():
        if isinstance(parent, QComboBox | QAbstractSpinBox | QHeaderView):
            return True
        parent = parent.parentWidget()
    # the list of a combo box is a window of its own
    return parent is not None and isinstance(parent.parentWidget(), QComboBox | QAbstractSpinBox)


def interactive_widgets(window: QWidget) -> Iterator[QWidget]:
    """Give every widget of ``window`` a person can act on, hidden ones too."""
    for widget in window.findChildren(QWidget):
        if isinstance(widget, _INTERACTIVE) and not _is_inner(widget):
            yield widget


def accessible_name(widget: QWidget) -> str:
    """Return the name a screen reader says for ``widget``."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def _place(widget: QWidget) -> str:
    parts = [widget.objectName() or type(widget).__name__]
    parent = widget.parentWidget()
    while parent is not None:
        if parent.objectName() and not parent.objectName().startswith("qt_"):
            parts.append(parent.objectName())
        parent = parent.parentWidget()
    return " in ".join(parts)


def nameless(window: QWidget) -> list[str]:
    """Return the interactive widgets of ``window`` without object name."""
    return [_place(widget) for widget in interactive_widgets(window) if not widget.objectName()]


def silent(window: QWidget) -> list[str]:
    """Return the interactive widgets without accessible name (look.md, "Manners")."""
    return [_place(widget) for widget in interactive_widgets(window) if not accessible_name(widget)]


def doubled(window: QWidget) -> list[str]:
    """Return the object names several interactive widgets of ``window`` have."""
    seen: set[str] = set()
    twice: list[str] = []
    for widget in interactive_widgets(window):
        name = widget.objectName()
        if name and name in seen and name not in twice:
            twice.append(name)
        seen.add(name)
    return twice


def violations(window: QWidget) -> list[str]:
    """Return everything ``nameless``, ``silent`` and ``doubled`` find, each with what is wrong."""
    return [
        *(f"no object name: {place}" for place in nameless(window)),
        *(f"no accessible name: {place}" for place in silent(window)),
        *(f"object name twice: {name}" for name in doubled(window)),
    ]


class PseudoTranslator(QTranslator):
    """Puts marks around every translated text; what comes out without them never went through translation."""

    def translate(self, _context: str, source: str, _disambiguation: str | None = None, n: int = -1) -> str:
        """Return the marked text, with ``n`` in its place."""
        text = source.replace("%n", str(n)) if n >= 0 else source
        return f"{LEFT_MARK}{text}{RIGHT_MARK}"

    def isEmpty(self) -> bool:
        """Say that there are translations."""
        return False


def visible_texts(window: QWidget) -> Iterator[tuple[str, str]]:
    """Give (place, text) for what ``window`` shows or tells a screen reader, apart from what a person typed."""
    for widget in [window, *window.findChildren(QWidget)]:
        if _is_inner(widget):
            continue
        for text in _texts(widget):
            if text:
                yield _place(widget), text


def _texts(widget: QWidget) -> Iterable[str]:
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.toolTip()
    yield widget.statusTip()
    if widget.isWindow():
        yield widget.windowTitle()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QGroupBox):
        yield widget.title()
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(i) for i in range(widget.count()))
    if isinstance(widget, QTabWidget):
        yield from (widget.tabText(i) for i in range(widget.count()))
    yield from (action.text() for action in widget.actions())


def untranslated(window: QWidget, is_data: Callable[[str], bool] | None = None) -> list[str]:
    """Return the texts that hold letters but no mark of PseudoTranslator.

    ``is_data`` tells which texts are data (names, handles, dates) and need no translation.
    """
    found = []
    for place, text in visible_texts(window):
        if LEFT_MARK in text or not any(character.isalpha() for character in text):
            continue
        if is_data is None or not is_data(text):
            found.append(f"{text!r} at {place}")
    return found
