"""Eyes and hands on one window: only what is in view is seen, and only what can be pressed is pressed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTextEdit,
    QWidget,
)

PATIENCE_MILLISECONDS = 10_000


@dataclass(frozen=True)
class Said:
    """What a window says went wrong."""

    title: str
    body: str
    advice: str


class Hands:
    """Finds the widgets of ``window()`` by their object names."""

    def __init__(self, qtbot, runner, window: Callable[[], QWidget], presses: list[str] | None = None) -> None:
        """``presses`` collects the names of the buttons that were pressed."""
        self.qtbot, self.runner, self._window = qtbot, runner, window
        self.presses = [] if presses is None else presses

    @property
    def window(self) -> QWidget:
        """The window these hands are on."""
        return self._window()

    def inside(self, name: str) -> Hands:
        """Return hands on one part of the window, such as a dialog; waits until it is in view."""
        self.see(name)
        part = self.widget(name)
        return Hands(self.qtbot, self.runner, lambda: part, self.presses)

    # ------------------------------------------------------------------ looking
    def until(self, condition: Callable[[], object]) -> None:
        """Wait until ``condition`` holds and no work is under way."""
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE_MILLISECONDS)
        self.settle()

    def settle(self) -> None:
        """Wait until no work is under way."""
        self.qtbot.waitUntil(lambda: self.runner.busy == 0, timeout=PATIENCE_MILLISECONDS)

    def in_view(self, name: str) -> list[QWidget]:
        """Return the widgets of this name that are in view."""
        return [widget for widget in self.window.findChildren(QWidget, name) if widget.isVisible()]

    def sees(self, name: str) -> bool:
        """Tell whether something of this name is in view."""
        return bool(self.in_view(name))

    def see(self, name: str) -> QWidget:
        """Wait until something of this name is in view and return it."""
        self.until(lambda: self.sees(name))
        return self.widget(name)

    def widget(self, name: str) -> QWidget:
        """Return the one widget of this name in view."""
        found = self.in_view(name)
        assert len(found) == 1, f"{name}: {len(found)} in view"
        return found[0]

    def can_press(self, name: str) -> bool:
        """Tell whether a button is in view and not grey."""
        return self.sees(name) and self.widget(name).isEnabled()

    def focus(self) -> str:
        """Return the name of what the keyboard goes to once the window is in front."""
        found = self.window.focusWidget()
        return "" if found is None else found.objectName()

    def text(self, name: str) -> str:
        """Return what a label, button or field in view says."""
        widget = self.widget(name)
        return widget.toPlainText() if isinstance(widget, QPlainTextEdit | QTextEdit) else widget.text()

    def notice(self, card) -> Said:
        """Return what a notice bar or an error card says, once it is in view."""
        self.until(card.isVisible)
        return Said(card.title_label.text(), card.body_label.text(), card.advice_label.text())

    def texts(self) -> str:
        """Return everything labels and buttons in view say, one per line."""
        widgets = self.window.findChildren(QLabel) + self.window.findChildren(QAbstractButton)
        return "\n".join(widget.text() for widget in widgets if widget.isVisible() and widget.text())

    def reads(self, words: str) -> bool:
        """Tell whether some label or button in view holds ``words``."""
        return words in self.texts()

    # ------------------------------------------------------------------ acting
    def press(self, name: str) -> None:
        """Press a button with the mouse, once it can be pressed."""
        self.qtbot.waitUntil(lambda: self.can_press(name), timeout=PATIENCE_MILLISECONDS)
        target = self.widget(name)
        assert isinstance(target, QAbstractButton)
        # only the box and its words can be pressed, not the empty room beside them
        is_box = isinstance(target, QCheckBox | QRadioButton)
        place = QPoint(10, target.height() // 2) if is_box else target.rect().center()
        self.presses.append(name)
        self.qtbot.mouseClick(target, Qt.MouseButton.LeftButton, pos=place)

    def type(self, name: str, text: str) -> None:
        """Type ``text`` in place of what a field holds."""
        field = self.widget(name)
        assert isinstance(field, QLineEdit | QPlainTextEdit)
        field.setFocus()
        self.qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.qtbot.keyClick(field, Qt.Key.Key_Delete)
        self.qtbot.keyClicks(field, text)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in the window, which comes to the front."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow, timeout=PATIENCE_MILLISECONDS)
        self.qtbot.keyClick(self.window, key, modifier)

    def choose_entry(self, name: str) -> None:
        """Choose an entry of a menu or an action of the window."""
        actions = [action for action in self.window.findChildren(QAction, name) if action.isEnabled()]
        assert len(actions) == 1, f"{name}: {len(actions)} entries"
        actions[0].trigger()

    def choose_file(self, dialog_name: str, path: object) -> None:
        """Choose a file in the file dialog that is open."""
        self.see(dialog_name)
        dialog = self.widget(dialog_name)
        assert isinstance(dialog, QFileDialog)
        dialog.selectFile(str(path))
        dialog.accept()
        self.settle()

    def close_dialog(self, name: str) -> None:
        """Close a dialog as its window's own button does."""
        dialog = self.widget(name)
        assert isinstance(dialog, QDialog)
        dialog.close()
        self.settle()
