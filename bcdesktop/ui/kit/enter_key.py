"""Enter presses the button that has the focus, as it does in dialogs (look.md, "Manners")."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class EnterKey(QObject):
    """Watches the keys that nothing in ``window`` took. Qt's own buttons know Enter in dialogs only."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._aimed_at: QWidget | None = None
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press the button, if it had the focus before the key was handed round.

        Enter in a field may move the focus; it must not press what it moved to.
        """
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        if not isinstance(event, QKeyEvent) or event.key() not in _ENTER or event.modifiers() not in _PLAIN:
            return False
        focused = self._window.focusWidget()
        if event.type() == QEvent.Type.ShortcutOverride:
            self._aimed_at = focused
            return False
        aimed_at, self._aimed_at = self._aimed_at, None
        if not isinstance(focused, QAbstractButton) or focused is not aimed_at or event.isAutoRepeat():
            return False
        focused.click()
        return True
