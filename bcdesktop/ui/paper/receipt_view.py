"""The receipt of an ending in a window: what stopped, what stays, and how to keep it outside of the program."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bcdesktop.ui.kit.button_icon import set_button_icon
from bcdesktop.ui.kit.cards import clear_layout, scrolled, text_label
from bcdesktop.ui.kit.effect_words import what_stays
from bcdesktop.ui.kit.effects_view import EffectsView
from bcdesktop.ui.kit.file_writing import write_file
from bcdesktop.ui.kit.runner import Lane
from bcdesktop.ui.paper.end_sheet import EndSheet, facts, left_out_text, plain_text, title

if TYPE_CHECKING:
    from bcdesktop.services.ending_records import EndReceiptRow
    from bcdesktop.ui.kit.ending_dialog import Window
    from bcdesktop.ui.kit.session import Session

_SAID_MILLISECONDS = 4_000
_LINES_TALL, _LETTERS_WIDE = 44, 86


class ReceiptView(QWidget):
    """Facts, effects, and Print, Save as PDF, Save as text, Copy. ``show_receipt`` fills it."""

    def __init__(self, session: Session, navigator: Window, *, center_name: str = "") -> None:
        super().__init__()
        self.setObjectName("receipt_view")
        self._session, self._navigator, self._center_name = session, navigator, center_name
        self.sheet: EndSheet | None = None
        self.facts_grid = QGridLayout()
        self.facts_grid.setHorizontalSpacing(16)
        self.facts_grid.setVerticalSpacing(4)
        self.facts_grid.setColumnStretch(1, 1)
        self.effects = EffectsView("receipt_effects")
        self.left_out_label = text_label("", "muted", wrap=True)
        self.left_out_label.hide()
        self.said_label = text_label("", "success")
        self.said_label.setObjectName("receipt_said_label")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self.facts_grid)
        for part in (self.effects, self.left_out_label):
            column.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(scrolled(inside), 1)
        layout.addLayout(self._button_row())
        layout.addWidget(self.said_label)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAID_MILLISECONDS)
        self._timer.timeout.connect(self.said_label.clear)

    def _button_row(self) -> QHBoxLayout:
        self.receipt_print_button = QPushButton(self.tr("&Print…"))
        self.receipt_pdf_button = QPushButton(self.tr("Save as P&DF…"))
        self.receipt_text_button = QPushButton(self.tr("Save as &text…"))
        self.receipt_copy_button = QPushButton(self.tr("C&opy"))
        row = QHBoxLayout()
        row.setSpacing(8)
        for button, name, picture, slot in (
            (self.receipt_print_button, "receipt_print_button", "printer", self.print_it),
            (self.receipt_pdf_button, "receipt_pdf_button", "file-down", self.ask_pdf),
            (self.receipt_text_button, "receipt_text_button", "file-text", self.ask_text),
            (self.receipt_copy_button, "receipt_copy_button", "copy", self.copy),
        ):
            button.setObjectName(name)
            button.setAutoDefault(False)
            set_button_icon(button, picture)
            button.clicked.connect(slot)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def show_receipt(self, row: EndReceiptRow) -> None:
        """Show ``row``."""
        self.sheet = EndSheet(row, self._center_name)
        self._show_facts()
        self.effects.show_effects(row.effects, what_stays(row.way), row.counts, self.tr("What stopped:"))
        self.left_out_label.setText(left_out_text(row))
        self.left_out_label.setVisible(bool(row.left_out))

    def _show_facts(self) -> None:
        clear_layout(self.facts_grid)
        for line, (name, value) in enumerate(facts(self.sheet) if self.sheet is not None else ()):
            label = text_label(value, wrap=True, selectable=True)
            label.setAccessibleName(f"{name}: {value}")
            self.facts_grid.addWidget(text_label(name, "muted"), line, 0, Qt.AlignmentFlag.AlignTop)
            self.facts_grid.addWidget(label, line, 1)

    # ------------------------------------------------------------------ keeping it
    def print_it(self) -> None:
        """Show the preview, from which it is printed."""
        from bcdesktop.ui.paper.output import print_preview

        if self.sheet is not None:
            preview = print_preview(self.window(), self.sheet)
            preview.setObjectName("receipt_print_preview")
            self._navigator.open_dialog(preview)

    def ask_pdf(self) -> None:
        """Ask where to save the PDF."""
        self._ask("receipt_pdf_dialog", self.tr("PDF (*.pdf)"), "pdf")

    def ask_text(self) -> None:
        """Ask where to save the text."""
        self._ask("receipt_text_dialog", self.tr("Text (*.txt)"), "txt")

    def copy(self) -> None:
        """Put the receipt as text on the clipboard."""
        if self.sheet is not None:
            QGuiApplication.clipboard().setText(plain_text(self.sheet))
            self._say(self.tr("Copied."))

    def _ask(self, name: str, kind: str, suffix: str) -> None:
        if self.sheet is None:
            return
        dialog = QFileDialog(self.window(), self.tr("Save the receipt"))
        dialog.setObjectName(name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(kind)
        dialog.setDefaultSuffix(suffix)
        subject = re.sub(r"[^\w.-]+", "-", self.sheet.receipt.subject).strip("-.")
        dialog.selectFile(f"access-ended-{subject}.{suffix}")
        dialog.fileSelected.connect(partial(self._save, self.sheet, suffix))
        self._navigator.open_dialog(dialog)

    def _save(self, sheet: EndSheet, suffix: str, path: str) -> None:
        from bcdesktop.ui.paper.output import save_pdf

        if suffix == "pdf":
            work = partial(save_pdf, sheet, Path(path))
        else:
            work = partial(write_file, Path(path), plain_text(sheet).encode())
        done = partial(self._saved, Path(path).name)
        self._session.runner.run(self, work, done, self._navigator.notices.show_error, lane=Lane.PURE)

    def _saved(self, name: str, _nothing: None) -> None:
        self._say(self.tr("Saved as %1").replace("%1", name))

    def _say(self, text: str) -> None:
        self.said_label.setText(text)
        self._timer.start()


class ReceiptDialog(QDialog):
    """One receipt, after an ending or out of the list."""

    def __init__(
        self, session: Session, navigator: Window, row: EndReceiptRow, *, center_name: str = "", found: str = ""
    ) -> None:
        """``found`` is the sentence where the receipt can be found again."""
        super().__init__(navigator.window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("receipt_dialog")
        self.view = ReceiptView(session, navigator, center_name=center_name)
        self.view.show_receipt(row)
        heading = title(EndSheet(row, center_name))
        self.setWindowTitle(heading)
        self.title_label = text_label(heading, "heading", wrap=True, selectable=True)
        self.found_label = text_label(found, "muted", wrap=True)
        if not found:
            self.found_label.hide()
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setObjectName("close_button")
        self.close_button.setProperty("kind", "primary")
        self.close_button.clicked.connect(self.accept)
        self.close_button.setDefault(True)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self.title_label)
        layout.addWidget(self.found_label)
        layout.addWidget(self.view, 1)
        layout.addLayout(foot)
        letter, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        self.resize(letter * _LETTERS_WIDE, line * _LINES_TALL)
        self.close_button.setFocus()
