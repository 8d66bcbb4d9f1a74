"""Mails opened in the person's mail program: files in a private folder, taken away when the program ends."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject

from bcdesktop.core.pictures import FileNotWritten
from bcdesktop.store.places import private_folder
from bcdesktop.ui.kit.file_writing import write_file

_FOLDER = "opened-mails"
_OLD = timedelta(days=1)
"""Another window of this program may have just opened a younger one."""


class OpenedMails(QObject):
    """Keeps track of what this window opened. What a program that crashed left behind goes when the next one begins."""

    def __init__(self, data_dir: Path, now: datetime, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = data_dir / _FOLDER
        self._files: set[Path] = set()
        self._clear_old(now)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.clear)

    def write(self, mail_id: str, content: bytes) -> Path:
        """Write the mail and return its file, which only this person may read. Raises FileNotWritten. On a worker."""
        path = private_folder(self._folder) / f"mail-{mail_id[:8]}.eml"
        write_private(path, content)
        self._files.add(path)
        return path

    def clear(self) -> None:
        """Take away what was opened; a file another program holds stays until the next start."""
        for path in self._files:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        self._files.clear()

    def _clear_old(self, now: datetime) -> None:
        for path in self._folder.glob("*.eml"):
            with suppress(OSError):
                if now.timestamp() - path.stat().st_mtime > _OLD.total_seconds():
                    path.unlink()


def write_private(path: Path, content: bytes) -> None:
    """Write ``content`` so that only this person may read it. Raises FileNotWritten; then ``path`` is as it was."""
    is_new = False
    with suppress(OSError):
        # a mail carries a code: it must not be readable by others even for a moment
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        is_new = True
    try:
        write_file(path, content)
    except FileNotWritten:
        if is_new:
            path.unlink(missing_ok=True)
        raise
