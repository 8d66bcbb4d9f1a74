"""Ways to give a code away: every one carries the line that says what can read it (decisions.md, "What it is")."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QFileDialog

from bcdesktop.ui.kit.code_sheet import required_line
from bcdesktop.ui.kit.qr_reading import read_codes
from bcdesktop.ui.kit.text_reading import find_code_in_text
from tests.ui.center.linking import child, codes_in, dialog_called, open_code, press


@pytest.fixture
def request_row(world, nora):
    return world.request(nora, expected_handle="mara", purpose="Autumn campaign")


@pytest.fixture
def dialog(desk, nora, request_row):
    desk.open(nora)
    return open_code(desk, request_row)


def save_as(desk, dialog, action_name, path):
    """Choose an entry of the Save menu and give the file's name."""
    action = next(a for a in child(dialog, "save_menu").actions() if a.objectName() == action_name)
    action.trigger()
    chooser = dialog_called(desk, "save_file_dialog")
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit(str(path))
    chooser.reject()
    desk.qtbot.waitUntil(path.exists)
    desk.settle()


def test_copy_picture_puts_a_readable_picture_with_its_caption_on_the_clipboard(desk, dialog, request_row):
    press(desk, dialog, "copy_picture_button")

    picture = QGuiApplication.clipboard().image()
    assert [found.text for found in read_codes(picture)] == [request_row.code_text]
    png = QImage.fromData(QGuiApplication.clipboard().mimeData().data("image/png"))
    assert png.text("Description").startswith(required_line())
    assert not QGuiApplication.clipboard().mimeData().hasText()


def test_copy_message_guides_the_owner_and_holds_the_code(desk, dialog, request_row):
    press(desk, dialog, "copy_message_button")

    message = QGuiApplication.clipboard().text()
    assert message.startswith(required_line())
    for part in ("Lantern Media", "@mara", "Autumn campaign", "Settings and privacy > QR Code", "at once"):
        assert part in message
    assert find_code_in_text(message) == request_row.code_text


def test_the_bare_code_can_be_copied_as_text(desk, dialog, request_row):
    dialog.buttons.copy_code_action.trigger()

    assert QGuiApplication.clipboard().text() == request_row.code_text


def test_save_png_writes_a_picture_that_can_be_scanned(desk, dialog, request_row, tmp_path):
    save_as(desk, dialog, "save_png_action", tmp_path / "code.png")

    picture = QImage(str(tmp_path / "code.png"))
    assert [found.text for found in read_codes(picture)] == [request_row.code_text]
    assert picture.text("Description").startswith(required_line())


def test_save_svg_writes_a_drawing_with_the_line(desk, dialog, tmp_path):
    save_as(desk, dialog, "save_svg_action", tmp_path / "code.svg")

    assert required_line().replace(">", "&gt;") in (tmp_path / "code.svg").read_text(encoding="utf-8")


def test_save_pdf_writes_a_sheet_with_the_line_as_text_and_a_readable_code(desk, dialog, request_row, tmp_path):
    save_as(desk, dialog, "save_pdf_action", tmp_path / "code.pdf")

    document = pypdfium2.PdfDocument(tmp_path / "code.pdf")
    text = " ".join(document[0].get_textpage().get_text_range().split())
    assert required_line() in text
    bitmap = document[0].render(scale=2, grayscale=True)
    pixels = bytes(bitmap.buffer)
    picture = QImage(pixels, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_Grayscale8)
    assert [found.text for found in read_codes(picture)] == [request_row.code_text]
    document.close()


def test_save_text_writes_the_message(desk, dialog, request_row, tmp_path):
    save_as(desk, dialog, "save_text_action", tmp_path / "code.txt")

    text = (tmp_path / "code.txt").read_text(encoding="utf-8")
    assert text.startswith(required_line())
    assert find_code_in_text(text) == request_row.code_text


def test_a_file_that_cannot_be_written_says_so_in_the_dialog(desk, dialog, tmp_path):
    action = dialog.buttons.save_png_action
    action.trigger()
    chooser = dialog_called(desk, "save_file_dialog")
    chooser.fileSelected.emit(str(tmp_path / "no folder" / "code.png"))
    chooser.reject()

    desk.qtbot.waitUntil(dialog.notices.bar.isVisible)
    assert dialog.notices.bar.title_label.text()


def test_print_opens_the_preview(desk, dialog, request_row, monkeypatch, tmp_path):
    def pdf_printer(*_args) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        return printer

    monkeypatch.setattr("bcdesktop.ui.paper.output.new_printer", pdf_printer)
    press(desk, dialog, "print_button")

    preview = dialog_called(desk, "print_preview_dialog")
    assert isinstance(preview, QPrintPreviewDialog)
    assert preview.windowTitle().startswith("Print preview")
    preview.reject()


def test_full_screen_shows_the_code_the_line_and_the_time(desk, dialog, request_row, qtbot):
    press(desk, dialog, "full_screen_button")

    view = dialog_called(desk, "full_screen_code")
    assert codes_in(view) == [request_row.code_text]
    assert view.line_label.text() == required_line()
    assert view.time_label.text().endswith("left")
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not desk.shows("full_screen_code_view"))


def test_full_screen_covers_the_code_when_it_expires(desk, dialog, world):
    press(desk, dialog, "full_screen_button")
    view = dialog_called(desk, "full_screen_code")

    world.wait(days=2)

    desk.qtbot.waitUntil(lambda: view.time_label.text() == "Expired")
    assert codes_in(view) == []
    view.close()
