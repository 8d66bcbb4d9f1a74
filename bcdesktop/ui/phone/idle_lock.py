"""Locks the phone after some minutes without a key or a touch (security.md 1.3, A8)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from bcdesktop.ui.phone.host import Host

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.KeyPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.Drop,
    }
)


class IdleLock(QObject):
    """Watches the native window, which costs nothing for the other windows of the process."""

    def __init__(self, window: QWidget, host: Host) -> None:
        super().__init__(window)
        self._window, self._host = window, host
        self._watched: QObject | None = None
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.lock)

    def watch(self) -> None:
        """Begin to watch, once the window has a native one."""
        handle = self._window.windowHandle()
        if handle is not None and handle is not self._watched:
            self._watched = handle
            handle.installEventFilter(self)
        self.restart()

    def restart(self) -> None:
        """Begin to count anew."""
        self.timer.start(self._host.profile.settings.auto_lock_minutes * 60_000)

    def lock(self) -> None:
        """Lock a phone that has a passcode; one without it has nothing to be unlocked with."""
        if not self._host.profile.is_set_up or not self._host.profile.has_passcode:
            self.restart()
            return
        self._host.run(self._host, partial(self._host.profile.lock), self._show_lock)

    def _show_lock(self, _result: None) -> None:
        self._host.routes.lock()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key or a touch begins the count anew."""
        if event.type() in _SIGNS_OF_LIFE:
            self.restart()
        return super().eventFilter(watched, event)
