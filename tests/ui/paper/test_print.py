"""The preview and the printer."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPalette
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QGraphicsView, QWidget

from bcdesktop.ui.kit.qr_reading import find_our_code
from bcdesktop.ui.paper.output import PageSize, new_printer, paint_sheet, print_preview
from bcdesktop.ui.paper.recovery_sheet import RecoverySheet
from tests.support.code_sheets import EXPIRES, code_sheet, code_text, pdf_page, pdf_text, widest_sheet


@pytest.fixture
def printer(qapp, tmp_path) -> QPrinter:
    printer = new_printer(code_sheet(), PageSize.A4)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    return printer


def test_margins_of_the_printer_are_eighteen_millimetres_on_every_side(printer):
    margins = printer.pageLayout().margins(QPageLayout.Unit.Millimeter)
    sides = (margins.left(), margins.top(), margins.right(), margins.bottom())
    assert sides == pytest.approx((18, 18, 18, 18), abs=0.2)
    assert printer.pageLayout().pageSize().id() == QPageSize.PageSizeId.A4


@pytest.mark.parametrize("make", [code_sheet, widest_sheet])
def test_what_a_printer_gets_can_be_scanned(printer, tmp_path, make):
    sheet = make()
    paint_sheet(printer, sheet)
    assert find_our_code(pdf_page(tmp_path / "printed.pdf")) == sheet.code_text
    assert pdf_text((tmp_path / "printed.pdf").read_bytes()).startswith("Open this in Business Center Desktop > Phone.")


@pytest.mark.parametrize("sheet", [code_sheet(), RecoverySheet("Northwind Media", "ABCD-EFGH", EXPIRES)])
def test_the_preview_shows_one_page_and_does_not_wait(qtbot, printer, sheet):
    dialog = print_preview(None, sheet, printer)
    qtbot.addWidget(dialog)
    dialog.open()
    pages = dialog.findChild(QPrintPreviewWidget)
    qtbot.waitUntil(lambda: pages.pageCount() == 1)
    assert dialog.objectName() == "print_preview"
    assert dialog.windowTitle().startswith("Print preview: Re")


def test_the_preview_is_black_on_white_in_a_dark_window(qtbot, printer):
    sheet = RecoverySheet("Northwind Media", "ABCD-EFGH", EXPIRES)
    dark = QPalette(QColor("white"), QColor("#222222"), *[QColor("#333333")] * 3, QColor("white"), QColor("#222222"))
    pictures = []
    for palette in (QPalette(), dark):
        dialog = print_preview(None, sheet, printer)
        qtbot.addWidget(dialog)
        dialog.setPalette(palette)
        pages = dialog.findChild(QPrintPreviewWidget)
        pages.findChild(QGraphicsView).setPalette(palette)
        dialog.open()
        qtbot.waitUntil(lambda pages=pages: pages.pageCount() == 1)
        pictures.append(_inside_of_paper(pages.grab().toImage()))
    assert pictures[0] == pictures[1]


def _inside_of_paper(picture):
    """Return the part of a preview that shows nothing but paper."""
    width, height = picture.width(), picture.height()
    return picture.copy(width * 2 // 5, height // 20, width // 5, height // 2)


def test_the_preview_keeps_the_printer_it_was_made_with(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    print_preview(parent, code_sheet())
    gc.collect()
    dialog = parent.findChild(QPrintPreviewDialog, "print_preview")
    dialog.open()
    qtbot.waitUntil(lambda: dialog.findChild(QPrintPreviewWidget).pageCount() == 1)
    assert dialog.printer().docName() == "Request for access to a TikTok account"


def test_what_is_printed_from_the_preview_can_be_scanned(qtbot, printer, tmp_path):
    dialog = print_preview(None, code_sheet(), printer)
    qtbot.addWidget(dialog)
    dialog.findChild(QPrintPreviewWidget).print_()
    assert find_our_code(pdf_page(tmp_path / "printed.pdf")) == code_text()


def test_a_printer_without_a_chosen_size_keeps_a_real_one(qapp):
    assert new_printer(code_sheet()).pageLayout().pageSize().id() != QPageSize.PageSizeId.Custom
