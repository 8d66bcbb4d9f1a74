"""The phone of the link measure in a process of its own: reads commands by line, until its input is closed."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from tests.benchmarks.office import Office, application


class PhoneSide(QObject):
    """Says "open" when it stands, "consent" when it asks, "clicked SECONDS" when Authorize was clicked."""

    line_came = Signal(str)
    """One line of the input; empty at its end."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self._wait_for, self._answer = "home_screen", "open"
        self._timer = QTimer(self)
        self._timer.setInterval(2)
        self._timer.timeout.connect(self._look)
        self.line_came.connect(self._obey)
        office.show_phone("mara")
        self._timer.start()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self.line_came.emit(line.strip())
        self.line_came.emit("")

    def _look(self) -> None:
        if self._office.phone_is_on(self._wait_for):
            self._timer.stop()
            print(self._answer, flush=True)

    def _obey(self, line: str) -> None:
        if not line:
            self._office.app.quit()
        elif line == "authorize":
            print("clicked", self._office.authorize(), flush=True)
        else:
            self._wait_for, self._answer = "consent_screen", "consent"
            self._office.phone.routes.check(line)
            self._timer.start()


def main(folder: str) -> None:
    """Run the phone on the store in ``folder``."""
    app = application()
    office = Office(app, Path(folder))
    side = PhoneSide(office)
    app.exec()
    del side
    office.close()


if __name__ == "__main__":
    main(sys.argv[1])
