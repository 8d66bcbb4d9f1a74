"""Ten megabytes pasted into a field of several lines: a sentence at the field, and the window goes on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

TEN_MEGABYTES = 10_000_000


def paste_into(hands, name):
    """Paste as Ctrl+V does."""
    QGuiApplication.clipboard().setText("A" * TEN_MEGABYTES)
    hands.widget(name).paste()


def test_an_answer_of_ten_megabytes(bench):
    bench.center.open(bench.admin)
    bench.center.page("requests").press("enter_answer_button")
    dialog = bench.center.inside("enter_answer_dialog")
    dialog.type("answer_edit", "AP1:BEGUN")
    paste_into(dialog, "answer_edit")
    said = dialog.notice(dialog.window.bar)
    assert said.title == "The text is too long"
    assert dialog.text("answer_edit") == "AP1:BEGUN"
    dialog.press("paste_button")
    assert dialog.notice(dialog.window.bar).title == "The text is too long"


def test_a_description_of_ten_megabytes_is_refused_at_its_field(bench):
    bench.center.open(bench.admin)
    page = bench.center.page("settings")
    before = page.text("activity_edit")
    assert before
    paste_into(page, "activity_edit")
    assert page.reads("characters; 20")
    assert page.text("activity_edit") == before


@pytest.mark.parametrize("name", ["to_edit", "subject_edit"])
def test_a_line_takes_what_fits(bench, name):
    bench.center.open(bench.admin)
    dialog = bench.center.show_code(bench.ask())
    dialog.press("mail_button")
    form = bench.center.inside("send_mail_dialog")
    paste_into(form, name)
    assert len(form.text(name)) <= 32_767


def test_a_dropped_answer_of_ten_megabytes(bench):
    bench.center.open(bench.admin)
    bench.center.page("requests").press("enter_answer_button")
    dialog = bench.center.inside("enter_answer_dialog")
    mime = QMimeData()
    mime.setText("A" * TEN_MEGABYTES)
    dialog.window._take_mime(mime)
    assert dialog.notice(dialog.window.bar).title == "The text is too long"
