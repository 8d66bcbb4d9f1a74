"""What comes up over the display for a moment: a notification to press, or a sentence about what succeeded."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from bcdesktop.ui.phone.measures import MEDIUM, SMALL, em
from bcdesktop.ui.phone.pieces import Row, text

_NOTIFICATION_MS = 10_000
_SENTENCE_MS = 4_000


class Banner(QFrame):
    """A notification at the upper edge. Pressing it calls what was given; it goes by itself after ten seconds."""

    def __init__(self, display: QWidget) -> None:
        super().__init__(display)
        self.setObjectName("banner")
        self.setProperty("role", "banner")
        self._action: Callable[[], None] | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.banner_button = Row(self.tr("Notification"), "banner_button", icon_name="bell")
        layout.addWidget(self.banner_button)
        self.banner_button.clicked.connect(self._act)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_NOTIFICATION_MS)
        self._timer.timeout.connect(self.hide)
        display.installEventFilter(self)
        self.hide()

    def show_notification(self, title: str, detail: str, action: Callable[[], None]) -> None:
        """Show ``title`` and ``detail``; ``action`` is called when it is pressed."""
        self._action = action
        self.banner_button.set_title(title)
        self.banner_button.set_detail(detail)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def _act(self) -> None:
        action, self._action = self._action, None
        self.hide()
        if action is not None:
            action()

    def _place(self) -> None:
        self.ensurePolished()
        width = self.parentWidget().width() - 2 * MEDIUM
        height = self.banner_button.height_for(width)
        self.setGeometry(MEDIUM, round(em(self) * 1.8), width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the display."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)


class Sentence(QFrame):
    """A short sentence under the header, where no button lies; gone after four seconds."""

    def __init__(self, display: QWidget) -> None:
        super().__init__(display)
        self.setObjectName("sentence")
        self.setProperty("role", "toast")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        self.sentence_label = text("")
        self.sentence_label.setObjectName("sentence_label")
        layout.addWidget(self.sentence_label)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SENTENCE_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show ``sentence``."""
        self.sentence_label.setText(sentence)
        display = self.parentWidget()
        width = display.width() - 4 * MEDIUM
        height = max(self.layout().totalHeightForWidth(width), self.sizeHint().height())
        self.setGeometry(2 * MEDIUM, round(em(self) * 4.4), width, height)
        self.show()
        self.raise_()
        self._timer.start()
