"""Brings a sheet to a PDF file, to a printer or to the preview."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QCoreApplication
from PySide6.QtGui import QPagedPaintDevice, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QWidget

from bcdesktop.ui.kit.code_sheet import CodeSheet
from bcdesktop.ui.kit.file_writing import write_file
from bcdesktop.ui.paper import end_sheet
from bcdesktop.ui.paper.access_sheet import AccessSheet, paint_access
from bcdesktop.ui.paper.end_sheet import EndSheet, paint_end
from bcdesktop.ui.paper.numbers_sheet import NumbersSheet, paint_numbers
from bcdesktop.ui.paper.page import page_layout
from bcdesktop.ui.paper.recovery_sheet import RecoverySheet, paint_recovery
from bcdesktop.ui.paper.request_sheet import heading, paint_request

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

Sheet = CodeSheet | RecoverySheet | AccessSheet | NumbersSheet | EndSheet
PageSize = QPageSize.PageSizeId
_DOTS_PER_INCH = 1200


def pdf_bytes(sheet: Sheet, size: QPageSize.PageSizeId = PageSize.A4) -> bytes:
    """Return ``sheet`` as a PDF document of ``size`` (A4 or Letter), its texts as text. Raises ``CodeTooLong``."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageLayout(page_layout(size))
    writer.setTitle(title_of(sheet))
    writer.setCreator("Business Center Desktop")
    paint_sheet(writer, sheet)
    return buffer.data().data()


def save_pdf(sheet: Sheet, path: Path, size: QPageSize.PageSizeId = PageSize.A4) -> None:
    """Write ``pdf_bytes`` to ``path``. Raises ``FileNotWritten``, ``CodeTooLong``."""
    write_file(path, pdf_bytes(sheet, size))


def paint_sheet(device: QPagedPaintDevice, sheet: Sheet) -> None:
    """Paint ``sheet`` on ``device``, a PDF writer or a printer whose page layout is set. Raises ``CodeTooLong``."""
    painter = QPainter(device)
    try:
        if isinstance(sheet, CodeSheet):
            paint_request(painter, device, sheet)
        elif isinstance(sheet, AccessSheet):
            paint_access(painter, device, sheet)
        elif isinstance(sheet, NumbersSheet):
            paint_numbers(painter, device, sheet)
        elif isinstance(sheet, EndSheet):
            paint_end(painter, device, sheet)
        else:
            paint_recovery(painter, device, sheet)
    finally:
        painter.end()


def new_printer(sheet: Sheet, size: QPageSize.PageSizeId | None = None) -> QPrinter:
    """Return a printer with our margins; ``size``: ``None`` keeps that of the printer or the country."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    chosen = size or printer.pageLayout().pageSize().id()
    printer.setPageLayout(page_layout(chosen))
    printer.setDocName(title_of(sheet))
    return printer


def print_preview(parent: QWidget | None, sheet: Sheet, printer: QPrinter | None = None) -> QPrintPreviewDialog:
    """Return the preview of ``sheet``, from which it is printed; the caller shows it with ``open()``."""
    from PySide6.QtPrintSupport import QPrintPreviewDialog

    printer = printer or new_printer(sheet)
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.setObjectName("print_preview")
    dialog.setWindowTitle(QCoreApplication.translate("Paper", "Print preview: %1").replace("%1", title_of(sheet)))
    dialog.paintRequested.connect(partial(_paint_preview, sheet, printer))
    return dialog


def _paint_preview(sheet: Sheet, _kept: QPrinter, printer: QPrinter) -> None:
    """Paint for the preview, which does not own its printer: this slot keeps it while the dialog lives."""
    paint_sheet(printer, sheet)


def title_of(sheet: Sheet) -> str:
    """Return the title of the document, for the file, the print queue and the preview."""
    if isinstance(sheet, CodeSheet):
        return heading(sheet)
    if isinstance(sheet, AccessSheet):
        return QCoreApplication.translate("Paper", "Who has access to %1").replace("%1", sheet.business_center_name)
    if isinstance(sheet, EndSheet):
        return end_sheet.title(sheet)
    if isinstance(sheet, NumbersSheet):
        return QCoreApplication.translate("Paper", "Numbers of %1").replace("%1", sheet.ad_account)
    return QCoreApplication.translate("Paper", "Recovery text of %1").replace("%1", sheet.business_center_name)
