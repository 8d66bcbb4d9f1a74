"""Brings the store's changes to the GUI thread, and pages to read again (architecture.md, "How things flow" 2)."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from bcdesktop.core.changes import Change, ChangeKind


class ChangeBridge(QObject):
    """``publish`` may be called on any thread; ``changed`` carries one Change on the thread of this object."""

    changed = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._arrived.connect(self._spread, Qt.ConnectionType.QueuedConnection)

    def publish(self, changes: Iterable[Change]) -> None:
        """Take over committed changes, for instance as a subscriber of the store."""
        self._arrived.emit(tuple(changes))

    def _spread(self, changes: tuple[Change, ...]) -> None:
        for change in changes:
            self.changed.emit(change)


@dataclass
class _Subscription:
    kinds: frozenset[ChangeKind]
    slot: Callable[[], object]
    even_hidden: bool
    is_due: bool = False


class Listener(QObject):
    """Belongs to one widget and dies with it. Several changes in one turn of the event loop are one refresh."""

    def __init__(self, widget: QWidget, bridge: ChangeBridge) -> None:
        super().__init__(widget)
        self._widget = widget
        self._subscriptions: list[_Subscription] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._refresh)
        bridge.changed.connect(self._on_changed)
        widget.installEventFilter(self)

    def listen(self, kinds: Iterable[ChangeKind], slot: Callable[[], object], *, even_hidden: bool = False) -> None:
        """Call ``slot`` after a change of one of ``kinds``; while the widget is hidden, once when it is shown again.

        ``slot`` is a bound method; it is not kept alive. ``even_hidden`` is for counts in a sidebar and the like.
        """
        reference = weakref.WeakMethod(slot)  # type: ignore[arg-type]

        def call() -> None:
            method = reference()
            if method is not None:
                method()

        self._subscriptions.append(_Subscription(frozenset(kinds), call, even_hidden))

    def _on_changed(self, change: Change) -> None:
        for subscription in self._subscriptions:
            if change.kind in subscription.kinds:
                subscription.is_due = True
                self._timer.start()

    def _refresh(self) -> None:
        for subscription in list(self._subscriptions):
            if subscription.is_due and (subscription.even_hidden or self._widget.isVisible()):
                subscription.is_due = False
                subscription.slot()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Read again what changed while the widget was hidden."""
        if event.type() == QEvent.Type.Show and any(s.is_due for s in self._subscriptions):
            self._timer.start()
        return super().eventFilter(watched, event)
