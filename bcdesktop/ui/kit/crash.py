"""What happens when the program has a bug: a dialog with a report to copy, once for each; the program stays up."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bcdesktop.ui.kit.dialogs import MessageDialog

_log = logging.getLogger(__name__)


def crash_report(error: BaseException, version: str) -> str:
    """Return versions and the traceback; no value of a variable, since one may be a secret."""
    import platform

    lines = [
        f"Business Center Desktop {version}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.release()}",
        f"Platform: {QGuiApplication.platformName() if QGuiApplication.instance() else '-'}",
        "",
        *(line.rstrip("\n") for line in traceback.format_exception(error)),
    ]
    return "\n".join(lines)


def fingerprint(error: BaseException) -> str:
    """Return a text that is the same for the same bug: type and places, no values."""
    import hashlib

    places = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    return hashlib.sha256(repr((type(error).__qualname__, places)).encode()).hexdigest()


def crash_dialog(report: str, parent: QWidget | None = None) -> MessageDialog:
    """Return the dialog that shows ``report`` and copies it."""
    from PySide6.QtWidgets import QPlainTextEdit

    from bcdesktop.ui.kit.dialogs import MessageDialog

    dialog = MessageDialog(
        QApplication.translate("Crash", "Something went wrong in the program"),
        QApplication.translate(
            "Crash",
            "This is a mistake of the program, not yours. What was saved is safe, and you can go on working. "
            "Copy the report and send it to whoever looks after this program.",
        ),
        "circle-alert",
        "danger",
        parent,
    )
    text = QPlainTextEdit(report)
    text.setObjectName("crash_report")
    text.setAccessibleName(QApplication.translate("Crash", "Report"))
    text.setReadOnly(True)
    text.setTabChangesFocus(True)
    text.setMinimumHeight(dialog.fontMetrics().height() * 10)
    dialog.words.addWidget(text)
    copy = dialog.add_button("copy_report_button", QApplication.translate("Crash", "Copy report"))
    close = dialog.add_button("close_button", QApplication.translate("Crash", "Close"), "primary")
    copy.clicked.connect(_Copier(report, dialog).copy)
    close.clicked.connect(dialog.accept)
    close.setDefault(True)
    return dialog


class _Copier(QObject):
    def __init__(self, text: str, parent: QObject) -> None:
        super().__init__(parent)
        self._text = text

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)


class CrashGuard(QObject):
    """Takes over Python's hooks for errors nobody caught, on every thread. ``app.py`` makes one and keeps it."""

    crashed = Signal(object)
    """The MessageDialog that was opened."""
    _happened = Signal(object)

    def __init__(self, version: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._version = version
        self._seen: set[str] = set()
        self._previous = (sys.excepthook, threading.excepthook)
        self.dialog: MessageDialog | None = None
        # queued: the dialog opens on the GUI thread, and only after the code that failed has been left
        self._happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Put the hooks in place."""
        sys.excepthook = self.handle
        threading.excepthook = self._handle_thread

    def uninstall(self) -> None:
        """Put back the hooks of before."""
        sys.excepthook, threading.excepthook = self._previous

    def handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log ``error`` and show it, unless it is a request to stop or was shown before."""
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            self._previous[0](kind, error, trace)
            return
        _log.error("crash", exc_info=(kind, error, trace))
        mark = fingerprint(error)
        if mark not in self._seen:
            self._seen.add(mark)
            self._happened.emit(error)

    def _handle_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.handle(args.exc_type, args.exc_value, args.exc_traceback)

    def _show(self, error: BaseException) -> None:
        window = QApplication.activeWindow()
        self.dialog = crash_dialog(crash_report(error, self._version), window)
        self.dialog.open()
        self.crashed.emit(self.dialog)
