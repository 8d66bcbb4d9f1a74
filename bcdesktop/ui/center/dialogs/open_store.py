"""Choosing the file of another store."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget


def open_store_dialog(parent: QWidget, folder: Path) -> QFileDialog:
    """Return a dialog that starts in ``folder``; ``fileSelected`` carries the path."""
    title = QCoreApplication.translate("OpenStoreDialog", "Open another store")
    kind = QCoreApplication.translate("OpenStoreDialog", "Business Center store (*.bcstore)")
    dialog = QFileDialog(parent, title, str(folder), kind)
    dialog.setObjectName("open_store_dialog")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return dialog
