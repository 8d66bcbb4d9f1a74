"""Wayland: the desktop portal takes the picture and asks the person (org.freedesktop.portal.Screenshot).

Imported on Wayland only, because it loads QtDBus.
"""

from __future__ import annotations

import os
import tempfile
import uuid
from pathlib import Path

from PySide6.QtCore import SLOT, QObject, QUrl, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusServiceWatcher
from PySide6.QtGui import QImage

from bcdesktop.core.pictures import ScreenGrabRefused, ScreenGrabUnavailable
from bcdesktop.ui.kit.pictures import load_picture
from bcdesktop.ui.kit.runner import Lane, Runner
from bcdesktop.ui.kit.screen_grab_ways import GrabWay

_SERVICE = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_SCREENSHOT = "org.freedesktop.portal.Screenshot"
_REQUEST = "org.freedesktop.portal.Request"
_ANSWERED = SLOT("_answered(uint,QVariantMap)")


class PortalWay(GrabWay):
    """One portal request. ``bus`` is the session bus unless a test gives its own."""

    name = "portal"

    def __init__(self, runner: Runner, bus: QDBusConnection | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._bus = bus or QDBusConnection.sessionBus()
        self._request_path = ""
        self._gone = QDBusServiceWatcher(
            _SERVICE, self._bus, QDBusServiceWatcher.WatchModeFlag.WatchForUnregistration, self
        )
        self._gone.serviceUnregistered.connect(self._service_gone)

    def start(self) -> None:
        """Listen for the answer first, then ask: the answer may be faster than the reply to the call."""
        token = "bcdesktop" + uuid.uuid4().hex
        sender = self._bus.baseService().removeprefix(":").replace(".", "_")
        self._listen(f"{_PATH}/request/{sender}/{token}")
        call = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SCREENSHOT, "Screenshot")
        call.setArguments(["", {"handle_token": token, "interactive": False}])
        watcher = QDBusPendingCallWatcher(self._bus.asyncCall(call), self)
        watcher.finished.connect(self._called)

    def _listen(self, path: str) -> None:
        self._request_path = path
        self._bus.connect(_SERVICE, path, _REQUEST, "Response", self, _ANSWERED)

    def _stop_listening(self) -> None:
        if self._request_path:
            self._bus.disconnect(_SERVICE, self._request_path, _REQUEST, "Response", self, _ANSWERED)
        self._request_path = ""

    @Slot(QDBusPendingCallWatcher)
    def _called(self, watcher: QDBusPendingCallWatcher) -> None:
        reply = watcher.reply()
        watcher.deleteLater()
        if not self._request_path:
            return
        if reply.type() == QDBusMessage.MessageType.ErrorMessage:
            self._end(ScreenGrabUnavailable("wayland"))
            return
        path = request_path(reply.arguments())
        if path and path != self._request_path:  # portals older than 0.9 choose the path themselves
            self._stop_listening()
            self._listen(path)

    @Slot("uint", "QVariantMap")
    def _answered(self, code: int, results: dict[str, object]) -> None:
        if not self._request_path:
            return
        self._stop_listening()
        path = picture_path(code, results)
        if path is None:
            self.failed.emit(ScreenGrabRefused("wayland"))
            return
        self._runner.run(self, lambda: take_picture(path), self._taken, self.failed.emit, lane=Lane.PURE)

    def _taken(self, image: QImage) -> None:
        self.done.emit([image])

    @Slot(str)
    def _service_gone(self, _service: str) -> None:
        if self._request_path:
            self._end(ScreenGrabUnavailable("wayland"))

    def _end(self, error: Exception) -> None:
        self._stop_listening()
        self.failed.emit(error)


def request_path(arguments: list[object]) -> str:
    """Return the object path in the reply to the call; empty where it holds none."""
    path = arguments[0] if arguments else ""
    return str(path.path()) if hasattr(path, "path") else str(path)


def picture_path(code: int, results: dict[str, object]) -> Path | None:
    """Return the picture file named by a portal's response, ``None`` where the person or the portal refused."""
    url = QUrl(str(results.get("uri", "")))
    return Path(url.toLocalFile()) if code == 0 and url.isLocalFile() else None


def take_picture(path: Path) -> QImage:
    """Return the picture and remove its file where it is a temporary one: a picture of the screen is private."""
    try:
        return load_picture(path)
    finally:
        if is_temporary(path):
            path.unlink(missing_ok=True)


def is_temporary(path: Path) -> bool:
    """Return whether ``path`` lies in a folder for files that nobody keeps."""
    named = (os.environ.get("XDG_RUNTIME_DIR"), os.environ.get("XDG_CACHE_HOME"))
    folders = [Path(tempfile.gettempdir()), Path.home() / ".cache", *(Path(name) for name in named if name)]
    return any(path.resolve().is_relative_to(folder.resolve()) for folder in folders)
