"""A button that says what it waits for: work under way, or the seconds until the next try is taken."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget

_SECOND = 1_000


class WaitingButton(QPushButton):
    """Grey while busy or waiting. ``words`` are on it otherwise, ``busy_words`` while work is under way."""

    def __init__(self, words: str, busy_words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._words, self._busy_words = words, busy_words
        self._is_busy, self._seconds = False, 0
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND)
        self._timer.timeout.connect(self._count_down)

    @property
    def seconds_left(self) -> int:
        """Seconds until it can be pressed; 0 where it does not wait."""
        return self._seconds

    def set_busy(self, busy: bool) -> None:
        """Say that work is under way, or is not any more."""
        self._is_busy = busy
        self._show()

    def wait(self, seconds: int) -> None:
        """Stay grey for ``seconds`` and count them down."""
        self._seconds = seconds
        self._timer.start()
        self._show()

    def stop_waiting(self) -> None:
        """Wait no longer, for instance because somebody else's address was typed."""
        self._timer.stop()
        self._seconds = 0
        self._show()

    def _count_down(self) -> None:
        self._seconds -= 1
        if self._seconds <= 0:
            self.stop_waiting()
        else:
            self._show()

    def _show(self) -> None:
        self.setEnabled(not self._is_busy and not self._seconds)
        reason = ""
        if self._is_busy:
            words = self._busy_words
        elif self._seconds:
            words = self.tr("Wait %1").replace("%1", _clock(self._seconds))
            reason = self.tr("There were too many wrong tries. The next one is taken when the time is over.")
        else:
            words = self._words
        self.setText(words)
        self.setToolTip(reason)
        self.setStatusTip(reason)


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02d}"
