"""Watches what other phones do with the accounts of this one: throw them out, or wait to be let in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bcdesktop.core.changes import Change, ChangeKind

if TYPE_CHECKING:
    from bcdesktop.profile import PhoneProfile
    from bcdesktop.services.context import Context
    from bcdesktop.services.device_records import LoggedOut, PhoneNews
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
        self._looks = self._again = False
        self._untold: tuple[LoggedOut, ...] = ()

    def start(self) -> None:
        """Look now, or once more when the look that is under way is done."""
        if self._host.navigator.top is None:
            # the first screen comes soon, and would hide what is said before it
            return
        if self._looks:
            self._again = True
            return
        self._looks = True
        work = partial(read_phone_news, self._host.context, self._host.profile)
        self._host.run(self, work, self._take, self._ignore)

    def on_change(self, change: Change) -> None:
        """Look again after a change of the directory."""
        if change.kind is ChangeKind.DIRECTORY:
            self.start()

    def on_shown(self, screen: Screen) -> None:
        """Look when the home screen comes up, and say once more what nobody has read yet."""
        if screen.name != "home_screen":
            return
        if self._untold:
            QTimer.singleShot(0, self, self._tell)
        else:
            self.start()

    def told(self) -> None:
        """Note that somebody has read that they were logged out."""
        self._untold = ()

    def _tell(self) -> None:
        if self._untold and not self._host.profile.locked:
            self._host.routes.logged_out_here(self._untold)

    def _take(self, news: PhoneNews) -> None:
        self._done()
        if news.logged_out:
            self._untold += news.logged_out
            self._host.account_changed.emit()
            self._tell()
        else:
            self.undisturbed.emit()
        for request in reversed(news.waiting):
            if request.id not in self._told:
                self._told.add(request.id)
                self.log_in_came.emit(request)

    def _done(self) -> None:
        self._looks = False
        if self._again:
            self._again = False
            self.start()

    def _ignore(self, _error: Exception) -> None:
        self._done()
        # the screen in view reads the same rows and says what is wrong
        self.undisturbed.emit()
