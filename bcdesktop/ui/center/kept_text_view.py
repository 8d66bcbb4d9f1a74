"""A secret to be kept on paper, with three ways to keep it: print, save, copy."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from bcdesktop.ui.center.recovery_sheet import Sheet, pdf_bytes, plain_text, print_sheet
from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.file_writing import write_file
from bcdesktop.ui.kit.runner import Lane

if TYPE_CHECKING:
    from bcdesktop.ui.kit.session import Session


class KeptTextView(QWidget):
    """Shows lines of a ``Sheet``. ``name`` begins the names of its controls, ``file_name`` is proposed for saving.

    ``failed`` carries an error of saving.
    """

    failed = Signal(object)
    kept = Signal()
    """Printed, saved or copied."""

    def __init__(self, session: Session, name: str, file_name: str, rows: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._name, self._file_name = session, name, file_name
        self._sheet: Sheet | None = None
        self._copied = ""
        self.box = QPlainTextEdit()
        self.box.setReadOnly(True)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        self.box.setFont(font)
        self.box.setFixedHeight(round(self.box.fontMetrics().lineSpacing() * rows + 40))
        self.kept_label = text_label("", "success", wrap=True)
        self.kept_label.setObjectName("kept_label")
        self.kept_label.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        for verb, text, icon_name, slot in (
            ("print", self.tr("&Print…"), "printer", self.print_text),
            ("save", self.tr("&Save…"), "save", self.save_text),
            ("copy", self.tr("&Copy"), "copy", self.copy_text),
        ):
            button = QPushButton(text)
            button.setObjectName(f"{verb}_{name}_button")
            set_button_icon(button, icon_name)
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            setattr(self, button.objectName(), button)
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.box)
        layout.addLayout(row)
        layout.addWidget(self.kept_label)

    def show_sheet(self, sheet: Sheet, lines: Sequence[str], copied: str) -> None:
        """Show ``lines``; ``sheet`` is printed and saved, ``copied`` goes into the clipboard."""
        self._sheet, self._copied = sheet, copied
        self.box.setPlainText("\n".join(lines))
        self.kept_label.hide()

    def copy_text(self) -> None:
        """Put the text into the clipboard."""
        QGuiApplication.clipboard().setText(self._copied)
        self._say(self.tr("Copied. Paste it into your password manager."))

    def print_text(self) -> QWidget:
        """Open the printer dialog and return it."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(self._printer, self)
        dialog.setObjectName(f"print_{self._name}_dialog")
        dialog.accepted.connect(self._print)
        dialog.open()
        return dialog

    def _print(self) -> None:
        if self._sheet is not None:
            print_sheet(self._printer, self._sheet)
            self._say(self.tr("Sent to the printer."))

    def save_text(self) -> QFileDialog:
        """Ask where to, and return the dialog."""
        dialog = QFileDialog(self, self.tr("Save"))
        dialog.setObjectName(f"save_{self._name}_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("PDF document (*.pdf)"), self.tr("Text (*.txt)")])
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{self._file_name}.pdf")
        dialog.fileSelected.connect(self.save_to)
        dialog.open()
        return dialog

    def save_to(self, path: str) -> None:
        """Write a PDF, or plain text where the name ends in .txt."""
        if self._sheet is None:
            return
        target = Path(path)
        is_text = target.suffix.lower() == ".txt"
        content = plain_text(self._sheet).encode() if is_text else pdf_bytes(self._sheet)
        work = partial(_write_private, target, content)
        self._session.runner.run(self, work, partial(self._saved, path), self.failed.emit, lane=Lane.PURE)

    def _saved(self, path: str, _nothing: None) -> None:
        self._say(self.tr("Saved as %1.").replace("%1", path))

    def _say(self, text: str) -> None:
        self.kept_label.setText(text)
        self.kept_label.show()
        self.kept.emit()


def _write_private(path: Path, content: bytes) -> None:
    """Write a secret: only this user may read it."""
    write_file(path, content)
    path.chmod(0o600)
