"""Codes as pixels: shown in another window, or saved as a picture."""

from __future__ import annotations

from PySide6.QtCore import QBuffer
from PySide6.QtWidgets import QWidget

from bcdesktop.ui.kit.qr_code import QrMatrix, QrView, image


def show_code(qtbot, text: str) -> QWidget:
    """Show a code in a window of its own, as the QR dialog does."""
    window = QrView()
    window.set_code(text)
    window.resize(420, 420)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def png_of(text: str) -> bytes:
    """Return a code as a PNG picture."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.ReadWrite)
    image(QrMatrix.of(text), 6).save(buffer, "PNG")
    return bytes(buffer.data().data())
