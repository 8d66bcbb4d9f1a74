"""The recovery text with the three ways to keep it: print, save, copy. Used at first start and in Settings."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from bcdesktop.ui.center.button_icon import set_button_icon
from bcdesktop.ui.center.recovery_sheet import pdf_bytes, plain_text, print_sheet
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.file_writing import write_file
from bcdesktop.ui.kit.runner import Lane

if TYPE_CHECKING:
    from bcdesktop.ui.kit.session import Session

_GROUPS_PER_LINE = 4


class RecoveryTextView(QWidget):
    """Shows the text in lines of four groups. ``failed`` carries an error of saving."""

    failed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._text, self._name = "", ""
        self.recovery_text_box = QPlainTextEdit()
        self.recovery_text_box.setObjectName("recovery_text_box")
        self.recovery_text_box.setAccessibleName(self.tr("Recovery text"))
        self.recovery_text_box.setReadOnly(True)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        self.recovery_text_box.setFont(font)
        self.recovery_text_box.setFixedHeight(round(self.recovery_text_box.fontMetrics().lineSpacing() * 3 + 40))
        self.kept_label = text_label("", "success", wrap=True)
        self.kept_label.setObjectName("kept_label")
        self.kept_label.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        for name, text, icon_name, slot in (
            ("print_recovery_button", self.tr("&Print…"), "printer", self.print_text),
            ("save_recovery_button", self.tr("&Save…"), "save", self.save_text),
            ("copy_recovery_button", self.tr("&Copy"), "copy", self.copy_text),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            set_button_icon(button, icon_name)
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            setattr(self, name, button)
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.recovery_text_box)
        layout.addLayout(row)
        layout.addWidget(self.kept_label)

    def set_text(self, text: str, business_center_name: str) -> None:
        """Show ``text``; the name is written above it on paper."""
        self._text, self._name = text, business_center_name
        self.recovery_text_box.setPlainText("\n".join(lines_of(text)))
        self.kept_label.hide()

    def copy_text(self) -> None:
        """Put the text into the clipboard."""
        QGuiApplication.clipboard().setText(self._text)
        self._say(self.tr("Copied. Paste it into your password manager."))

    def print_text(self) -> QWidget:
        """Open the printer dialog and return it."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(self._printer, self)
        dialog.setObjectName("print_recovery_dialog")
        dialog.accepted.connect(self._print)
        dialog.open()
        return dialog

    def _print(self) -> None:
        print_sheet(self._printer, self._name, lines_of(self._text))
        self._say(self.tr("Sent to the printer."))

    def save_text(self) -> QFileDialog:
        """Ask where to, and return the dialog."""
        dialog = QFileDialog(self, self.tr("Save the recovery text"))
        dialog.setObjectName("save_recovery_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([self.tr("PDF document (*.pdf)"), self.tr("Text (*.txt)")])
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile("recovery-text.pdf")
        dialog.fileSelected.connect(self.save_to)
        dialog.open()
        return dialog

    def save_to(self, path: str) -> None:
        """Write a PDF, or plain text where the name ends in .txt."""
        target = Path(path)
        lines = lines_of(self._text)
        if target.suffix.lower() == ".txt":
            content = plain_text(self._name, lines).encode()
        else:
            content = pdf_bytes(self._name, lines)
        work = partial(_write_private, target, content)
        self._session.runner.run(self, work, partial(self._saved, path), self.failed.emit, lane=Lane.PURE)

    def _saved(self, path: str, _nothing: None) -> None:
        self._say(self.tr("Saved as %1.").replace("%1", path))

    def _say(self, text: str) -> None:
        self.kept_label.setText(text)
        self.kept_label.show()


def lines_of(text: str) -> list[str]:
    """Return the groups of ``text`` in lines of four, the dashes kept."""
    groups = text.split("-")
    return ["-".join(groups[start : start + _GROUPS_PER_LINE]) for start in range(0, len(groups), _GROUPS_PER_LINE)]


def _write_private(path: Path, content: bytes) -> None:
    """Write a secret: only this user may read it."""
    write_file(path, content)
    path.chmod(0o600)
