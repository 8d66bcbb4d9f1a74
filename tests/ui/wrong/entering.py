"""An answer that came as text is entered in Requests."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from tests.acceptance.bench.hands import Hands, Said


def open_enter_answer(bench) -> Hands:
    """Open "Enter an answer..." and return hands on it."""
    bench.center.page("requests").press("enter_answer_button")
    return bench.center.inside("enter_answer_dialog")


def enter_answer(bench, text: str) -> Hands:
    """Paste ``text`` as an answer and return hands on the dialog."""
    dialog = open_enter_answer(bench)
    QGuiApplication.clipboard().setText(text)
    dialog.press("paste_button")
    dialog.settle()
    return dialog


def notice(dialog: Hands) -> Said:
    """Return what the dialog says about the answer."""
    return dialog.notice(dialog.window.bar)
