"""Ends by itself what has an end: looks now and then whether anything is due, as long as a store is open."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from bcdesktop.core.errors import AppError

if TYPE_CHECKING:
    from bcdesktop.ui.kit.session import Session

FIRST_MILLISECONDS, EVERY_MILLISECONDS = 3_000, 30_000


class DueClock(QObject):
    """Looks soon after the store was opened, behind the first page, and then twice a minute."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MILLISECONDS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.timeout.connect(self.look)
        self._first.start(FIRST_MILLISECONDS)

    def stop(self) -> None:
        """Look no more: the store is being closed."""
        self._timer.stop()
        self._first.stop()

    def look(self) -> None:
        """End what is due. Idle, it reads a few rows and writes nothing."""
        from bcdesktop.services import access_requests

        work = partial(access_requests.expire_due, self._session.context)
        self._session.runner.run(self, work, self._done, self._failed)

    def _done(self, _number: int) -> None:
        """The windows hear of it as of every other change."""

    def _failed(self, error: Exception) -> None:
        """Whatever stands in the way of the store is told by what people do; it is tried again."""
        if not isinstance(error, AppError):
            raise error
