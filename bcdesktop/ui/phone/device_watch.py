"""Watches what other phones do with the accounts of this one: throw them out, or wait to be let in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bcdesktop.core.changes import Change, ChangeKind

if TYPE_CHECKING:
    from bcdesktop.profile import PhoneProfile
    from bcdesktop.services.context import Context
    from bcdesktop.services.device_records import PhoneNews
    from bcdesktop.ui.phone.host import Host
    from bcdesktop.ui.phone.screen import Screen


def read_phone_news(context: Context, phone: PhoneProfile) -> PhoneNews:
    """Return what concerns this phone; an account that was thrown out is off it from then on."""
    from bcdesktop.services import devices

    return devices.look(context, phone)


class DeviceWatch(QObject):
    """Looks after each change of the directory, and whenever the home screen comes up, as after unlocking."""

    log_in_came = Signal(object)
    undisturbed = Signal()
    """Looked after a change, and every account is still logged in."""

    def __init__(self, host: Host) -> None:
        super().__init__(host)
        self._host = host
        self._told: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Look now; several calls are one look."""
        self._timer.start()

    def on_change(self, change: Change) -> None:
        """Look again after a change of the directory."""
        if change.kind is ChangeKind.DIRECTORY:
            self.start()

    def on_shown(self, screen: Screen) -> None:
        """Look when the home screen comes up."""
        if screen.name == "home_screen":
            self.start()

    def _look(self) -> None:
        work = partial(read_phone_news, self._host.context, self._host.profile)
        self._host.run(self, work, self._take, self._ignore)

    def _take(self, news: PhoneNews) -> None:
        if news.logged_out:
            self._host.account_changed.emit()
            self._host.routes.logged_out_here(news.logged_out)
        else:
            self.undisturbed.emit()
        for request in reversed(news.waiting):
            if request.id not in self._told:
                self._told.add(request.id)
                self.log_in_came.emit(request)

    def _ignore(self, _error: Exception) -> None:
        # the screen in view reads the same rows and says what is wrong
        self.undisturbed.emit()
