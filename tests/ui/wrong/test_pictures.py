"""Pictures and texts that hold no code, several, or a strange, changed or hostile one: a sentence, never a crash."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from bcdesktop.ui.kit.qr_code import QrMatrix, image
from tests.acceptance.bench.bench import png_of
from tests.ui.wrong.sentences import assert_phone_says


@pytest.fixture
def phone(bench):
    """The phone of @mara, on a store with a Business Center; no other window is open."""
    assert bench.admin
    bench.phone.open_with("mara")
    return bench.phone


def saved(folder, picture, name="picture.png"):
    path = folder / name
    picture.save(str(path))
    return path


def landscape():
    """Return a picture with many colours and no code."""
    picture = QImage(400, 300, QImage.Format.Format_RGB32)
    for row in range(300):
        for column in range(400):
            picture.setPixelColor(column, row, QColor(column % 256, row % 256, (column + row) % 256))
    return picture


def beside(*texts):
    """Return one picture with a code for each of ``texts``."""
    codes = [image(QrMatrix.of(text), 6) for text in texts]
    picture = QImage(sum(code.width() for code in codes), max(code.height() for code in codes), codes[0].format())
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    left = 0
    for code in codes:
        painter.drawImage(left, 0, code)
        left += code.width()
    painter.end()
    return picture


def test_a_picture_without_a_code(bench, phone, tmp_path):
    before = bench.kept()
    phone.choose_picture(saved(tmp_path, landscape()))
    assert_phone_says(phone.scanner_says(), "no_code")
    assert phone.sees("scan_screen_button")
    assert bench.kept() == before


def test_several_codes_in_one_picture(bench, phone, tmp_path):
    texts = [bench.ask().code_text, bench.ask(purpose="Another").code_text]
    before = bench.kept()
    phone.choose_picture(saved(tmp_path, beside(*texts)))
    assert_phone_says(phone.scanner_says(), "several_codes")
    assert bench.kept() == before


def test_several_codes_on_the_screen(bench, phone):
    bench.center.open(bench.admin)
    for request in (bench.ask(), bench.ask(purpose="Another")):
        bench.center.shell.navigator.open_code(request.id)
    bench.center.until(lambda: len(bench.center.in_view("code_view")) == 2)
    phone.walk_n3()
    phone.press("scan_screen_button")
    assert_phone_says(phone.scanner_says(), "several_codes")


def test_a_code_that_is_a_web_address(bench, phone, tmp_path):
    phone.choose_picture(saved(tmp_path, image(QrMatrix.of("https://example.com/win"), 6)))
    said = phone.scanner_says()
    assert_phone_says(said, "web_address")
    assert "Nothing was opened." in said.advice


def test_a_code_of_ours_beside_a_strange_one_is_read(bench, phone, tmp_path):
    text = bench.ask().code_text
    phone.choose_picture(saved(tmp_path, beside("https://example.com/win", text)))
    phone.wait_for("found_code_screen")


def test_a_tampered_code(bench, phone, tmp_path):
    request = bench.ask()
    text = bench.world.with_flipped_signature(request.code_text)
    before = bench.kept()
    path = tmp_path / "code.png"
    path.write_bytes(png_of(text))
    phone.choose_picture(path)
    phone.wait_for("found_code_screen")
    phone.open_found()
    assert_phone_says(phone.failure(), "tampered")
    assert bench.kept() == before


def test_a_code_under_a_known_name_with_another_key(bench, phone):
    bench.world.approve(bench.ask(), phone.profile)
    forged = bench.world.forged_request(bench.admin)
    before = bench.kept()
    phone.open_text(forged)
    assert_phone_says(phone.failure(), "key_changed")
    assert bench.kept() == before


def test_a_picture_of_one_colour(phone, tmp_path):
    picture = QImage(200, 200, QImage.Format.Format_RGB32)
    picture.fill(QColor("navy"))
    phone.choose_picture(saved(tmp_path, picture))
    assert_phone_says(phone.scanner_says(), "one_colour")


def test_a_screen_that_comes_out_empty(bench, phone, qtbot):
    from PySide6.QtWidgets import QWidget

    blank = QWidget()
    blank.setStyleSheet("background: navy")
    qtbot.addWidget(blank)
    blank.show()
    phone.walk_n3()
    phone.press("scan_screen_button")
    assert_phone_says(phone.scanner_says(), "screen_empty")


def test_a_broken_picture(phone, tmp_path):
    path = tmp_path / "code.png"
    path.write_bytes(png_of("AR1:BROKEN")[:200])
    phone.choose_picture(path)
    assert_phone_says(phone.scanner_says(), "broken_picture")


def test_a_picture_of_a_hundred_megapixels(phone, tmp_path):
    picture = QImage(10_000, 10_000, QImage.Format.Format_Mono)
    picture.fill(1)
    phone.choose_picture(saved(tmp_path, picture))
    assert_phone_says(phone.scanner_says(), "huge_picture")


def test_a_pdf_named_png(phone, tmp_path):
    path = tmp_path / "code.png"
    path.write_bytes(b"%PDF-1.7\n" + bytes(1_000))
    phone.choose_picture(path)
    assert_phone_says(phone.scanner_says(), "pdf")


@pytest.mark.parametrize("seed", range(3))
def test_a_file_of_noise(phone, tmp_path, seed):
    path = tmp_path / "noise.jpg"
    path.write_bytes(b"\xfe" + random.Random(seed).randbytes(100_000))
    phone.choose_picture(path)
    assert_phone_says(phone.scanner_says(), "no_picture")


def test_random_text(phone):
    phone.paste_text("Dear Mara, the code is on its way. Best, Nora")
    assert_phone_says(phone.scanner_says(), "random_text")


def test_ten_megabytes_of_text_on_the_clipboard(phone):
    phone.paste_text("AR1:" + "A" * 10_000_000)
    assert_phone_says(phone.scanner_says(), "long_text")


def test_ten_megabytes_of_text_pasted_into_the_field(phone):
    phone.walk_n3()
    mime = QMimeData()
    mime.setText("A" * 10_000_000)
    phone.widget("code_text").insertFromMimeData(mime)
    assert_phone_says(phone.scanner_says(), "long_text")
    assert phone.text("code_text") == ""


def test_ten_megabytes_of_text_dropped(phone):
    mime = QMimeData()
    mime.setText("A" * 10_000_000)
    phone.drop(mime)
    assert_phone_says(phone.scanner_says(), "long_text")


def test_a_dropped_address_is_not_fetched(phone):
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.com/code.png")])
    phone.drop(mime)
    said = phone.scanner_says()
    assert said.body == "It is an address on the web, and this program loads nothing from there."


def test_an_empty_clipboard(phone):
    phone.walk_n3()
    QGuiApplication.clipboard().clear()
    phone.press("paste_button")
    assert_phone_says(phone.scanner_says(), "nothing_to_paste")


def test_every_refusal_names_the_other_ways(phone):
    phone.paste_text("nothing of ours")
    phone.scanner_says()
    assert phone.reads("Other ways: bring the code to the front and scan again")
