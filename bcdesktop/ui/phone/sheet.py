"""A panel that slides over the lower part of the display: menus and short questions."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from bcdesktop.ui.phone.body import CornerCover
from bcdesktop.ui.phone.measures import LARGE, MEDIUM, corner
from bcdesktop.ui.phone.pieces import text


class Sheet(QWidget):
    """Base of all sheets. It covers the display, dims what lies under it and keeps the focus inside."""

    closed = Signal()

    def __init__(self, display: QWidget, name: str, title: str) -> None:
        super().__init__(display)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._before: QWidget | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(1)
        self.panel = QFrame()
        self.panel.setProperty("role", "sheet")
        outer.addWidget(self.panel)
        self.body = QVBoxLayout(self.panel)
        self.body.setContentsMargins(LARGE, LARGE, LARGE, corner(self))
        self.body.setSpacing(MEDIUM)
        if title:
            self.body.addWidget(text(title, "heading"))
        display.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show the sheet and give its first control the focus."""
        self._before = self.window().focusWidget()
        self._cover_display()
        self.show()
        self.raise_()
        self._raise_cover()
        first = self.first_focus() or next(iter(self._stops()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)

    def first_focus(self) -> QWidget | None:
        """Return the control that has the focus at first, None for the first one."""
        return None

    def close_sheet(self) -> None:
        """Take the sheet away and give the focus back."""
        if not self.isVisible() and self.parent() is None:
            return
        self.hide()
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()
        self.setParent(None)
        self.deleteLater()

    def _raise_cover(self) -> None:
        cover = self.parentWidget().findChild(CornerCover)
        if cover is not None:
            cover.raise_()

    def _cover_display(self) -> None:
        self.setGeometry(self.parentWidget().rect())

    def _stops(self) -> list[QWidget]:
        return [
            widget
            for widget in self.panel.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(self) and widget.isEnabled()
        ]

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab inside the sheet."""
        stops = self._stops()
        if not stops:
            return True
        focused = self.window().focusWidget()
        index = stops.index(focused) if focused in stops else -1
        step = stops[(index + (1 if forward else -1)) % len(stops)]
        step.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the display."""
        if event.type() == QEvent.Type.Resize:
            self._cover_display()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Back):
            self.close_sheet()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close when what lies beside the panel is pressed."""
        if not self.panel.geometry().contains(event.position().toPoint()):
            self.close_sheet()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim what lies under the sheet."""
        QPainter(self).fillRect(self.rect(), QColor(0, 0, 0, 130))
