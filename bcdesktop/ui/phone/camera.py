"""The scanner's camera, offered only where the camera extra is installed and a camera is there."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton

from bcdesktop.ui.phone.pieces import button

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame

    from bcdesktop.ui.phone.screens.scanner import ScannerScreen


def is_available() -> bool:
    """Tell whether QtMultimedia is installed and knows a camera."""
    if importlib.util.find_spec("PySide6.QtMultimedia") is None:
        return False
    from PySide6.QtMultimedia import QMediaDevices

    return bool(QMediaDevices.videoInputs())


class Camera(QObject):
    """Gives one picture at a time, the next only after ``next_picture``."""

    picture = Signal(QImage)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        from PySide6.QtMultimedia import QCamera, QMediaCaptureSession, QVideoSink

        self._camera = QCamera(self)
        self._sink = QVideoSink(self)
        self._session = QMediaCaptureSession(self)
        self._session.setCamera(self._camera)
        self._session.setVideoSink(self._sink)
        self._wants_picture = False
        self._sink.videoFrameChanged.connect(self._take)

    def start(self) -> None:
        """Switch the camera on."""
        self._wants_picture = True
        self._camera.start()

    def stop(self) -> None:
        """Switch the camera off."""
        self._wants_picture = False
        self._camera.stop()

    @property
    def is_on(self) -> bool:
        """Whether the camera runs."""
        return self._camera.isActive()

    def next_picture(self) -> None:
        """Ask for the next picture."""
        self._wants_picture = True

    def _take(self, frame: QVideoFrame) -> None:
        image = frame.toImage() if self._wants_picture else QImage()
        if not image.isNull():
            self._wants_picture = False
            self.picture.emit(image)


def camera_button(scanner: ScannerScreen) -> QPushButton | None:
    """Return the button that switches the camera on and off, None where there is no camera."""
    if not is_available():
        return None
    made = button(scanner.tr("Use the &camera"), "camera_button")
    made.setCheckable(True)
    camera = Camera(scanner)
    made.toggled.connect(_Switch(scanner, camera).switch, Qt.ConnectionType.AutoConnection)
    camera.picture.connect(scanner.read_camera_picture)
    scanner.camera = camera
    return made


class _Switch(QObject):
    def __init__(self, parent: QObject, camera: Camera) -> None:
        super().__init__(parent)
        self._camera = camera

    def switch(self, on: bool) -> None:
        """Follow the button."""
        if on:
            self._camera.start()
        else:
            self._camera.stop()
