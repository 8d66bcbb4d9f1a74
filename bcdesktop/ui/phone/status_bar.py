"""The strip on top of the display: the time, and the signs of a phone."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bcdesktop.core.clock import Clock
from bcdesktop.ui.kit.time_text import to_local
from bcdesktop.ui.phone.measures import GAP, SMALL, corner
from bcdesktop.ui.phone.pieces import Picture, text


class StatusBar(QWidget):
    """Shows the time of ``clock`` in the zone of this computer."""

    def __init__(self, parent: QWidget, clock: Clock) -> None:
        super().__init__(parent)
        self.setObjectName("status_bar")
        self._clock = clock
        layout = QHBoxLayout(self)
        side = round(corner(self) * 0.75)
        layout.setContentsMargins(side, SMALL, side, GAP)
        layout.setSpacing(GAP)
        self.time_label = text("", "status")
        self.time_label.setObjectName("time_label")
        self.time_label.setWordWrap(False)
        layout.addWidget(self.time_label)
        layout.addStretch(1)
        for name in ("signal", "wifi", "battery-full"):
            layout.addWidget(Picture(name, "text", 0.85))
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.update_time)
        self._timer.start()
        self.update_time()

    def update_time(self) -> None:
        """Show the current time."""
        self.time_label.setText(clock_text(self._clock))


def clock_text(clock: Clock) -> str:
    """Return the local time as hours and minutes, in the way of the computer's region."""
    return QLocale().toString(to_local(clock.now()).time(), QLocale.FormatType.ShortFormat)
