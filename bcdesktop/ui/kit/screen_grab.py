"""Takes pictures of the screen for the scanner, in the way this desktop allows; never waits, tells by signals.

X11 and Windows: every screen. Wayland: the desktop portal asks the person. macOS: the system's permission is asked
for. Where none of these exists: this program's own windows.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from bcdesktop.core.pictures import ScreenGrabEmpty, ScreenGrabUnavailable
from bcdesktop.ui.kit.qr_reading import is_one_colour
from bcdesktop.ui.kit.runner import Lane, Runner
from bcdesktop.ui.kit.screen_grab_ways import GrabWay, MacScreensWay, OwnWindowsWay, ScreensWay


class ScreenGrabber(QObject):
    """Grabs once per ``grab``; exactly one of the two signals follows, on the GUI thread."""

    grabbed = Signal(list, str)
    """(pictures as ``QImage``, way): way is ``screens``, ``portal`` or ``own_windows``."""
    failed = Signal(object)
    """A ``ScreenGrabRefused``, ``ScreenGrabEmpty``, ``ScreenGrabUnavailable``, or an error of ``load_picture``."""

    def __init__(
        self,
        runner: Runner,
        excluded: QWidget | None = None,
        parent: QObject | None = None,
        *,
        ways: Sequence[GrabWay] | None = None,
    ) -> None:
        """``excluded`` is the window that asks, such as the phone; ``ways`` replaces the platform's own (tests)."""
        super().__init__(parent)
        self._runner = runner
        self._platform = platform_name()
        self._ways = list(ways) if ways is not None else ways_here(runner, excluded)
        self._waiting: list[GrabWay] = []
        for way in self._ways:
            way.setParent(self)
            way.done.connect(self._done)
            way.failed.connect(self._way_failed)

    @property
    def is_busy(self) -> bool:
        """Whether a grab is under way; another ``grab`` is ignored meanwhile."""
        return bool(self._waiting)

    def grab(self) -> None:
        """Start. The first way that exists here is used."""
        if self.is_busy:
            return
        self._waiting = list(self._ways)
        self._start_first()

    def _start_first(self) -> None:
        if self._waiting:
            self._waiting[0].start()
        else:
            self.failed.emit(ScreenGrabUnavailable(self._platform))

    def _done(self, images: list[QImage]) -> None:
        platform = self._platform

        def checked() -> list[QImage]:
            return _with_content(images, platform)

        self._runner.run(self, checked, self._deliver, self._give_up, lane=Lane.PURE)

    def _deliver(self, images: list[QImage]) -> None:
        name = self._waiting[0].name
        self._waiting = []
        self.grabbed.emit(images, name)

    def _way_failed(self, error: Exception) -> None:
        if isinstance(error, ScreenGrabUnavailable):
            self._waiting.pop(0)
            self._start_first()
        else:
            self._give_up(error)

    def _give_up(self, error: Exception) -> None:
        self._waiting = []
        self.failed.emit(error)


def platform_name() -> str:
    """Return ``windows``, ``macos``, ``x11``, ``wayland`` or Qt's own name, such as ``offscreen``."""
    name = QGuiApplication.platformName()
    if name.startswith("wayland"):
        return "wayland"
    return {"xcb": "x11", "cocoa": "macos"}.get(name, name)


def ways_here(runner: Runner, excluded: QWidget | None) -> list[GrabWay]:
    """Return the ways of this platform in the order they are tried; the program's own windows are always the last."""
    own = OwnWindowsWay(excluded)
    platform = platform_name()
    if platform == "wayland":
        from bcdesktop.ui.kit.screen_grab_portal import PortalWay

        return [PortalWay(runner), own]
    if platform == "macos" or sys.platform == "darwin":
        return [MacScreensWay(), own]
    return [ScreensWay(), own] if platform in ("x11", "windows") else [own]


def _with_content(images: list[QImage], platform: str) -> list[QImage]:
    """Return the pictures with more than one colour. Raises ``ScreenGrabEmpty`` where there is none."""
    found = [image for image in images if not is_one_colour(image)]
    if not found:
        raise ScreenGrabEmpty(platform)
    return found
