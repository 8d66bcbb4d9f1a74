"""The scanner's ways in, and what it says when they lead nowhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage, QPainter, QPixmap

from bcdesktop.ui.kit.qr_code import QrMatrix, image
from tests.ui.phone.codes import png_of, show_code


@pytest.fixture
def scanner(handset):
    """A scanner in view on the phone of @mara."""
    handset.with_account("mara")
    handset.to_scanner()
    return handset.window.navigator.top


def expect_refusal(handset, scanner, title):
    handset.qtbot.waitUntil(scanner.scanner_error.isVisible)
    assert scanner.scanner_error.title_label.text() == title
    assert scanner.scanner_error.body_label.text()
    assert scanner.ways_label.isVisible()
    assert handset.widget("scan_screen_button").isEnabled()


def drop(scanner, mime):
    event = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    scanner.dropEvent(event)


def test_a_copied_picture_is_pasted(handset, scanner, nora):
    code = handset.world.request(nora).code_text
    QGuiApplication.clipboard().setImage(image(QrMatrix.of(code), 5))
    handset.press_to("paste_button", "found_code_screen")


def test_a_copied_message_is_pasted_with_the_keyboard(handset, scanner, nora):
    code = handset.world.request(nora).code_text
    QGuiApplication.clipboard().setText(f"Hello Mara,\n{code}\nThank you")
    handset.widget("scan_screen_button").setFocus()
    handset.qtbot.keyClick(handset.window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    handset.wait_for("found_code_screen")


def test_a_dropped_picture_file_is_read(handset, scanner, nora, tmp_path):
    picture = tmp_path / "code.png"
    picture.write_bytes(png_of(handset.world.request(nora).code_text))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(picture))])
    drop(scanner, mime)
    handset.wait_for("found_code_screen")


def test_a_dropped_text_is_read(handset, scanner, nora):
    mime = QMimeData()
    mime.setText(handset.world.request(nora).code_text)
    drop(scanner, mime)
    handset.wait_for("found_code_screen")


def test_a_text_file_is_read(handset, scanner, nora, tmp_path):
    file = tmp_path / "code.txt"
    file.write_text(handset.world.request(nora).code_text, encoding="utf-8")
    scanner.read_file(str(file))
    handset.wait_for("found_code_screen")


def test_typed_text_is_read_and_stays_when_it_is_no_code(handset, scanner):
    scanner.code_text.setPlainText("hello")
    handset.press("read_text_button")
    expect_refusal(handset, scanner, "No code in this text")
    assert scanner.code_text.toPlainText() == "hello"


def test_a_picture_without_a_code_says_so(handset, scanner, tmp_path):
    picture = QImage(300, 300, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.drawEllipse(40, 40, 200, 200)
    painter.end()
    picture.save(str(tmp_path / "circle.png"))
    scanner.read_file(str(tmp_path / "circle.png"))
    expect_refusal(handset, scanner, "No QR code found")


def test_a_picture_with_several_codes_asks_for_one(handset, scanner, nora, tmp_path):
    both = QPixmap(900, 450)
    both.fill(QColor("white"))
    painter = QPainter(both)
    for column in range(2):
        code = handset.world.request(nora).code_text
        painter.drawImage(column * 450, 0, image(QrMatrix.of(code), 5))
    painter.end()
    both.save(str(tmp_path / "both.png"))
    scanner.read_file(str(tmp_path / "both.png"))
    handset.qtbot.waitUntil(scanner.scanner_error.isVisible)
    assert "2" in scanner.scanner_error.spoken()


def test_a_strange_code_is_named_as_such(handset, scanner, tmp_path):
    image(QrMatrix.of("https://example.com/join"), 6).save(str(tmp_path / "web.png"))
    scanner.read_file(str(tmp_path / "web.png"))
    handset.qtbot.waitUntil(scanner.scanner_error.isVisible)
    assert "example.com" in scanner.scanner_error.spoken()


def test_a_pdf_called_png_is_refused_in_words(handset, scanner, tmp_path):
    (tmp_path / "sheet.png").write_bytes(b"%PDF-1.7 nothing")
    scanner.read_file(str(tmp_path / "sheet.png"))
    handset.qtbot.waitUntil(scanner.scanner_error.isVisible)
    assert "PDF" in scanner.scanner_error.spoken()


def test_a_huge_text_is_refused_before_it_is_laid_out(handset, scanner):
    QGuiApplication.clipboard().setText("A" * 10_000_000)
    scanner.code_text.setFocus()
    scanner.code_text.paste()
    handset.qtbot.waitUntil(scanner.scanner_error.isVisible)
    assert scanner.code_text.toPlainText() == ""


def test_the_phone_itself_is_not_scanned(handset, scanner, nora, qtbot):
    code = handset.world.request(nora).code_text
    other = show_code(qtbot, code)
    handset.press_to("scan_screen_button", "found_code_screen")
    assert other.isVisible()
    assert handset.text("found_kind_label") == "A request for access"


def test_without_a_camera_no_camera_is_offered(handset, scanner):
    assert scanner.camera_button is None
    assert not handset.shows("camera_button")


def test_a_found_code_can_be_left_and_nothing_was_sent(handset, scanner, nora):
    from bcdesktop.services import access_requests

    request = handset.world.request(nora)
    scanner.code_text.setPlainText(request.code_text)
    handset.press("read_text_button")
    handset.wait_for("found_code_screen")
    handset.press_to("leave_code_button", "scanner_screen")
    assert access_requests.get(handset.world.context, nora, request.id).scanned_at is None
