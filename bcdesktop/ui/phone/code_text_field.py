"""A field for a pasted code, or the whole message around it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QPlainTextEdit

from bcdesktop.core.errors import AppError
from bcdesktop.ui.kit.pictures import text_from_mime


class CodeTextField(QPlainTextEdit):
    """Takes plain text up to the kit's limit; a longer one is refused before it is laid out."""

    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setFixedHeight(round(self.fontMetrics().height() * 3.4))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert text that is not too long."""
        try:
            self.insertPlainText(text_from_mime(source))
        except AppError as error:
            self.refused.emit(error)
