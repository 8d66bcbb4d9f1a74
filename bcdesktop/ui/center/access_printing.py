"""Brings the access matrix to paper: a preview where it is short, a PDF made off the GUI thread where it is long."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from bcdesktop.ui.kit.dialogs import question
from bcdesktop.ui.kit.runner import Lane
from bcdesktop.ui.paper.output import print_preview, save_pdf

if TYPE_CHECKING:
    from bcdesktop.ui.center.navigator import Navigator
    from bcdesktop.ui.kit.session import Session
    from bcdesktop.ui.paper.access_sheet import AccessSheet

LINES_IN_A_PREVIEW = 250
"""People and partners a preview lays out without holding up the window."""


class AccessPrinting(QObject):
    """Belongs to the page; one run after the other."""

    def __init__(self, session: Session, navigator: Navigator, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._navigator, self._page = session, navigator, page

    def start(self, make: Callable[[], AccessSheet]) -> None:
        """Make the sheet on a worker, then show it or ask where to save it."""
        self._session.runner.run(self, make, self._offer, self._navigator.notices.show_error, lane=Lane.PURE)

    def _offer(self, sheet: AccessSheet) -> None:
        if len(sheet.lines) <= LINES_IN_A_PREVIEW:
            preview = print_preview(self._page, sheet)
            preview.setObjectName("matrix_print_preview")
            self._navigator.open_dialog(preview)
            return
        title = self.tr("This list has %1 people and partners").replace("%1", f"{len(sheet.lines)}")
        text = self.tr(
            "A preview of so many pages would take long. Save them as a PDF and print from there, or filter."
        )
        dialog = question(self._page, title, text, self.tr("Save as PDF…"))
        dialog.setObjectName("matrix_long_print_dialog")
        dialog.accepted.connect(partial(self._ask_where, sheet))
        self._navigator.open_dialog(dialog)

    def _ask_where(self, sheet: AccessSheet) -> None:
        dialog = QFileDialog(self._page, self.tr("Save who has access"))
        dialog.setObjectName("matrix_pdf_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile("access-matrix.pdf")
        dialog.fileSelected.connect(partial(self._save, sheet))
        self._navigator.open_dialog(dialog)

    def _save(self, sheet: AccessSheet, path: str) -> None:
        work, done = partial(save_pdf, sheet, Path(path)), partial(self._saved, path)
        self._session.runner.run(self, work, done, self._navigator.notices.show_error, lane=Lane.PURE)

    def _saved(self, path: str, _nothing: None) -> None:
        self._navigator.notices.success(self.tr("Saved as %1").replace("%1", Path(path).name))
