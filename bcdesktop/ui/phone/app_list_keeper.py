"""Keeps the phone's copies of the lists of apps up to date while it is on and connected (A0-41)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bcdesktop.core.changes import Change, ChangeKind

if TYPE_CHECKING:
    from bcdesktop.profile import PhoneProfile
    from bcdesktop.services.context import Context
    from bcdesktop.ui.phone.host import Host

_KINDS = frozenset({ChangeKind.DIRECTORY, ChangeKind.TIKTOK_ACCOUNT, ChangeKind.LOG_IN})


def update(context: Context, phone: PhoneProfile) -> None:
    """Read every account's list anew."""
    from bcdesktop.services import owner_endings

    owner_endings.update_apps(context, phone)


class AppListKeeper(QObject):
    """What happened while the phone was off it does not hear of: the copy then stays old until the cache is cleared."""

    updated = Signal()

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._host = host
        self.on_since = host.now()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._read)

    def on_change(self, change: Change) -> None:
        """Read anew after a change that may have touched a list; several changes are one reading."""
        is_on = self._host.window.isVisible()
        if change.kind in _KINDS and is_on and self._host.profile.is_set_up:
            self._timer.start()

    def _read(self) -> None:
        work = partial(update, self._host.context, self._host.profile)
        self._host.run(self, work, self._done, self._ignore)

    def _done(self, _result: object) -> None:
        self.updated.emit()

    def _ignore(self, _error: Exception) -> None:
        # the store is out of reach: the copy stays as it is, and says from when it is
        self.updated.emit()
