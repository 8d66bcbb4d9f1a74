"""The place of the window's notice bar: takes room only while a notice is shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bcdesktop.ui.kit.notices import NoticeBar


class NoticePlace(QWidget):
    """Margins around ``bar``, which come and go with it."""

    def __init__(self, bar: NoticeBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = bar
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 0)
        layout.addWidget(bar)
        bar.installEventFilter(self)
        self.setVisible(not bar.isHidden())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the bar."""
        if watched is self._bar and event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self.setVisible(not self._bar.isHidden())
        return super().eventFilter(watched, event)
