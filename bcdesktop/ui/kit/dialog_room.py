"""Lets a dialog grow when an error below a field needs room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QDialog


class DialogRoom(QObject):
    """Belongs to ``dialog`` and dies with it. Lines that wrap count in no minimum size: Qt would squeeze the fields."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        dialog.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make room after something in the dialog changed its size."""
        if watched is self._dialog and event.type() == QEvent.Type.LayoutRequest:
            self._grow()
        return super().eventFilter(watched, event)

    def _grow(self) -> None:
        layout, width = self._dialog.layout(), self._dialog.width()
        if layout is None or not self._dialog.isVisible():
            return
        needed = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        if self._dialog.height() < needed:
            self._dialog.resize(width, needed)
