"""The ways to the pixels of the screen that need no other program; each takes one picture per event loop turn."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from bcdesktop.core.pictures import ScreenGrabRefused, ScreenGrabUnavailable


class GrabWay(QObject):
    """One way; ``start`` is followed by exactly one signal."""

    name = ""
    done = Signal(list)
    failed = Signal(object)

    def start(self) -> None:
        """Begin; returns at once."""
        raise NotImplementedError


class _StepwiseWay(GrabWay):
    """Takes the pictures of ``sources`` one per turn of the event loop, so that two large screens do not add up."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rest: Iterator[Callable[[], QImage]] = iter(())
        self._images: list[QImage] = []

    def start(self) -> None:
        """Begin; returns at once."""
        self._rest = iter(self.sources())
        self._images = []
        QTimer.singleShot(0, self._step)

    def sources(self) -> list[Callable[[], QImage]]:
        """Return what takes each picture."""
        raise NotImplementedError

    def _step(self) -> None:
        take = next(self._rest, None)
        if take is not None:
            self._images.append(take())
            QTimer.singleShot(0, self._step)
        elif self._images:
            self.done.emit(self._images)
        else:
            self.failed.emit(ScreenGrabUnavailable(QGuiApplication.platformName()))


class ScreensWay(_StepwiseWay):
    """Every screen through ``QScreen.grabWindow`` (X11, Windows, and macOS once it is allowed)."""

    name = "screens"

    def sources(self) -> list[Callable[[], QImage]]:
        """Return one source per screen."""

        def source(number: int) -> Callable[[], QImage]:
            return lambda: _screen_image(number)

        return [source(number) for number in range(len(QGuiApplication.screens()))]


def _screen_image(number: int) -> QImage:
    """Return one screen; empty where it was unplugged meanwhile."""
    screens = QGuiApplication.screens()
    return screens[number].grabWindow(0).toImage() if number < len(screens) else QImage()


class OwnWindowsWay(_StepwiseWay):
    """The visible windows of this program, without the one that asks."""

    name = "own_windows"

    def __init__(self, excluded: QWidget | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._excluded = excluded

    def sources(self) -> list[Callable[[], QImage]]:
        """Return one source per window."""

        def source(window: QWidget) -> Callable[[], QImage]:
            return lambda: window.grab().toImage() if isValid(window) else QImage()

        return [source(window) for window in QApplication.topLevelWidgets() if self._counts(window)]

    def _counts(self, window: QWidget) -> bool:
        if not window.isVisible() or window.isMinimized() or window.width() < 2 or window.height() < 2:
            return False
        asking = self._excluded.window() if self._excluded is not None else None
        return asking is None or (window is not asking and not asking.isAncestorOf(window))


class MacScreensWay(ScreensWay):
    """Asks macOS for the permission first; a refusal is told as such, because the picture would show no windows."""

    def __init__(self, allowed: Callable[[], bool] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._allowed = allowed or mac_screen_capture_allowed

    def start(self) -> None:
        """Ask, then begin."""
        if self._allowed():
            super().start()
        else:
            QTimer.singleShot(0, self._refuse)

    def _refuse(self) -> None:
        self.failed.emit(ScreenGrabRefused("macos"))


def mac_screen_capture_allowed(load: Callable[[str], ctypes.CDLL] = ctypes.CDLL) -> bool:
    """Return whether macOS lets this program see the screen; the first time the system shows its question.

    Before macOS 10.15 the two functions are missing and everything is allowed.
    """
    graphics = load("/System/Library/Frameworks/CoreGraphics.framework/CoreGraphics")
    try:
        preflight, request = graphics.CGPreflightScreenCaptureAccess, graphics.CGRequestScreenCaptureAccess
    except AttributeError:
        return True
    preflight.restype = request.restype = ctypes.c_bool
    return bool(preflight()) or bool(request())
