"""Hands changes to whoever wants to hear of them."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable

from bcdesktop.core.changes import Change

Callback = Callable[[tuple[Change, ...]], None]


class Publisher:
    """A list of callbacks; may be used from any thread."""

    def __init__(self) -> None:
        self._callbacks: tuple[Callback, ...] = ()
        self._lock = threading.Lock()

    def subscribe(self, callback: Callback) -> Callable[[], None]:
        """Add ``callback``; return the function that takes it out again."""
        with self._lock:
            self._callbacks = (*self._callbacks, callback)

        def unsubscribe() -> None:
            with self._lock:
                self._callbacks = tuple(c for c in self._callbacks if c is not callback)

        return unsubscribe

    def publish(self, changes: tuple[Change, ...]) -> None:
        """Call every callback with ``changes``; nothing is called for no changes.

        The commit stands whatever a callback does, so its error goes to ``sys.excepthook`` and not to the caller.
        """
        if not changes:
            return
        for callback in self._callbacks:
            try:
                callback(changes)
            except Exception:  # noqa: BLE001
                sys.excepthook(*sys.exc_info())
