"""Measures how long the GUI thread was blocked, for tests and benchmarks (architecture.md, "How things flow" 4)."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QObject, Qt, QTimer


class BlockMeter(QObject):
    """Beats every ``interval`` milliseconds on the GUI thread; a beat that comes late was held up by a block."""

    def __init__(self, parent: QObject | None = None, *, interval: int = 2) -> None:
        super().__init__(parent)
        self._interval = interval / 1000
        self._last = 0.0
        self._longest = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(interval)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin anew."""
        self._longest = 0.0
        self._last = perf_counter()
        self._timer.start()

    def stop(self) -> float:
        """End and return the longest block in milliseconds."""
        self._beat()
        self._timer.stop()
        return self.longest

    @property
    def longest(self) -> float:
        """The longest block so far, in milliseconds."""
        return self._longest * 1000

    def _beat(self) -> None:
        now = perf_counter()
        self._longest = max(self._longest, now - self._last - self._interval)
        self._last = now
