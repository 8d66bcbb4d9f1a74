"""What the program says in passing: a toast for what succeeded, a bar for trouble (look.md, "Manners")."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from bcdesktop.ui.kit.badges import BadgeKind
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.icons import icon, icon_size, pixmap
from bcdesktop.ui.kit.theme import restyle, theme_of

if TYPE_CHECKING:
    from bcdesktop.core.errors import AppError

TOAST_MILLISECONDS = 6_000
_ICONS = {
    BadgeKind.INFO: ("info", "primary"),
    BadgeKind.SUCCESS: ("circle-check", "success"),
    BadgeKind.WARNING: ("triangle-alert", "warning"),
    BadgeKind.DANGER: ("circle-alert", "danger"),
}


def announce(widget: QWidget, text: str, *, at_once: bool = False) -> None:
    """Have a screen reader say ``text``; ``at_once`` interrupts it."""
    # loaded when first needed: its enums would delay the first paint
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    event = QAccessibleAnnouncementEvent(widget, text)
    kind = QAccessible.AnnouncementPoliteness
    event.setPoliteness(kind.Assertive if at_once else kind.Polite)
    QAccessible.updateAccessibility(event)


class NoticeBar(QFrame):
    """Says, in the place where it happened, what happened, what it means and what to do; hidden until then."""

    action_requested = Signal()
    """The person pressed the action button."""
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = BadgeKind.WARNING
        self._on_action: Callable[[], object] | None = None
        self._theme = theme_of(self)
        self._picture = QLabel()
        self.title_label = text_label("", "strong", wrap=True)
        self.body_label = text_label("", wrap=True, selectable=True)
        self.advice_label = text_label("", wrap=True)
        self.notice_action_button = QPushButton()
        self.notice_action_button.setObjectName("notice_action_button")
        self.notice_action_button.setAccessibleName(self.tr("What can be done"))
        self.notice_action_button.clicked.connect(self._act)
        self.notice_close_button = QToolButton()
        self.notice_close_button.setObjectName("notice_close_button")
        self.notice_close_button.setProperty("kind", "quiet")
        self.notice_close_button.setIcon(icon("x", self._theme))
        self.notice_close_button.setAccessibleName(self.tr("Dismiss"))
        self.notice_close_button.setToolTip(self.tr("Dismiss"))
        self.notice_close_button.clicked.connect(self.dismiss)
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (self.title_label, self.body_label, self.advice_label):
            words.addWidget(label)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 12, 12)
        layout.setSpacing(12)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(self.notice_action_button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.notice_close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._theme.changed.connect(self._draw)
        self.hide()

    def show_notice(
        self,
        title: str,
        body: str = "",
        advice: str = "",
        *,
        kind: BadgeKind = BadgeKind.WARNING,
        action: str = "",
        on_action: Callable[[], object] | None = None,
    ) -> None:
        """Show a notice in place of the one before. ``action`` is the text of a button that calls ``on_action``."""
        self._kind, self._on_action = kind, on_action
        for label, text in ((self.title_label, title), (self.body_label, body), (self.advice_label, advice)):
            label.setText(text)
            label.setVisible(bool(text))
        self.notice_action_button.setText(action)
        self.notice_action_button.setAccessibleName(action.replace("&", "") or self.tr("What can be done"))
        self.notice_action_button.setVisible(bool(action))
        self.setProperty("notice", str(kind))
        restyle(self)
        self._draw()
        self.show()
        announce(self, " ".join(text for text in (title, body, advice) if text), at_once=kind is BadgeKind.DANGER)

    def show_error(self, error: AppError, *, action: str = "", on_action: Callable[[], object] | None = None) -> None:
        """Show the words of ``error``: trouble in red, a refusal in yellow."""
        from bcdesktop.core.errors import Trouble
        from bcdesktop.ui.kit.wording import word

        words = word(error)
        kind = BadgeKind.DANGER if isinstance(error, Trouble) else BadgeKind.WARNING
        self.show_notice(words.title, words.body, words.advice, kind=kind, action=action, on_action=on_action)

    def dismiss(self) -> None:
        """Take the notice away."""
        if not self.isHidden():
            self.hide()
            self.dismissed.emit()

    def _act(self) -> None:
        self.action_requested.emit()
        if self._on_action is not None:
            self._on_action()

    def _draw(self) -> None:
        name, token = _ICONS.get(self._kind, ("info", "text"))
        side = icon_size(self).width()
        self._picture.setPixmap(pixmap(name, self._theme, token, side, self.devicePixelRatioF()))


class Toast(QFrame):
    """A sentence over the window that goes by itself; it stays while the pointer or the focus is on it."""

    gone = Signal()

    def __init__(self, text: str, on_undo: Callable[[], object] | None, parent: QWidget, verb: str = "") -> None:
        super().__init__(parent)
        self.setProperty("role", "toast")
        self._on_undo = on_undo
        self.text_label = text_label(text, wrap=False)
        self.toast_undo_button = QPushButton(verb or self.tr("Undo"))
        self.toast_undo_button.setObjectName("toast_undo_button")
        self.toast_undo_button.setVisible(on_undo is not None)
        self.toast_undo_button.clicked.connect(self._undo)
        self.toast_close_button = QToolButton()
        self.toast_close_button.setObjectName("toast_close_button")
        self.toast_close_button.setAccessibleName(self.tr("Dismiss"))
        self.toast_close_button.setIcon(icon("x", theme_of(self), "surface"))
        self.toast_close_button.clicked.connect(self.go)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setSpacing(12)
        for part in (self.text_label, self.toast_undo_button, self.toast_close_button):
            layout.addWidget(part)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TOAST_MILLISECONDS)
        self._timer.timeout.connect(self.go)
        self._timer.start()

    @property
    def is_paused(self) -> bool:
        """Whether the time stands still."""
        return not self._timer.isActive()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer is here."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Count anew when the pointer leaves."""
        self._timer.start()
        super().leaveEvent(event)

    def _undo(self) -> None:
        self.go()
        if self._on_undo is not None:
            self._on_undo()

    def go(self) -> None:
        """Leave the window."""
        self._timer.stop()
        self.hide()
        self.gone.emit()
        self.deleteLater()


class Notices(QObject):
    """All notices of one window. The window puts ``bar`` into its layout; toasts lie over the window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.bar = NoticeBar(window)
        self.toast: Toast | None = None
        window.installEventFilter(self)

    def success(self, text: str, undo: Callable[[], object] | None = None, *, verb: str = "") -> Toast:
        """Show a toast; with ``undo`` it has a button that calls it. A new toast takes the place of the old.

        The button says Undo, or ``verb`` where it is the next step that is offered.
        """
        if self.toast is not None:
            self.toast.go()
        toast = Toast(text, undo, self._window, verb)
        self.toast = toast
        toast.gone.connect(self._forget)
        toast.show()
        toast.raise_()
        self._place()
        announce(toast, text)
        return toast

    def show_error(self, error: Exception) -> None:
        """Show a known error in the bar; what is not known is a bug and goes to the crash dialog."""
        from bcdesktop.core.errors import AppError

        if isinstance(error, AppError):
            self.bar.show_error(error)
        else:
            sys.excepthook(type(error), error, error.__traceback__)

    def on_unhandled(self, error: Exception, _owner: object) -> None:
        """For Runner.unhandled."""
        self.show_error(error)

    def clear(self) -> None:
        """Take the bar away."""
        self.bar.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the toast at its place."""
        if event.type() == QEvent.Type.Resize and self.toast is not None:
            self._place()
        return super().eventFilter(watched, event)

    def _forget(self) -> None:
        if self.sender() is self.toast:
            self.toast = None

    def _place(self) -> None:
        toast = self.toast
        if toast is None:
            return
        toast.setMaximumWidth(max(0, self._window.width() - 48))
        toast.adjustSize()
        toast.move((self._window.width() - toast.width()) // 2, self._window.height() - toast.height() - 24)
