from __future__ import annotations

import logging
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton

from bcdesktop.ui.kit.crash import CrashGuard, crash_report, fingerprint


def boom(value: str) -> Exception:
    secret = value
    try:
        _ = len(secret) / 0
    except ZeroDivisionError as error:
        return error
    raise AssertionError


@pytest.fixture
def guard(theme, caplog) -> Iterator[CrashGuard]:
    caplog.set_level(logging.CRITICAL)
    guard = CrashGuard("0.1")
    dialogs: list[QDialog] = []
    guard.crashed.connect(dialogs.append)
    yield guard
    for dialog in dialogs:
        dialog.close()


def crash(guard: CrashGuard, error: Exception) -> None:
    guard.handle(type(error), error, error.__traceback__)


def test_a_crash_opens_a_dialog_with_a_report_to_copy(guard: CrashGuard, qtbot) -> None:
    with qtbot.waitSignal(guard.crashed) as told:
        crash(guard, boom("x"))
    dialog = told.args[0]
    assert dialog.isVisible()
    report = dialog.findChild(QPlainTextEdit, "crash_report").toPlainText()
    assert "ZeroDivisionError" in report
    dialog.findChild(QPushButton, "copy_report_button").click()
    assert QGuiApplication.clipboard().text() == report


def test_the_same_crash_is_shown_once(guard: CrashGuard, qtbot) -> None:
    shown: list[object] = []
    guard.crashed.connect(shown.append)
    crash(guard, boom("one"))
    crash(guard, boom("two"))
    qtbot.waitUntil(lambda: bool(shown))
    with qtbot.waitSignal(guard.crashed):
        crash(guard, KeyError("another"))
    assert len(shown) == 2


def test_a_crash_on_a_thread_is_shown_too(guard: CrashGuard, qtbot) -> None:
    guard.install()
    try:
        with qtbot.waitSignal(guard.crashed):
            thread = threading.Thread(target=lambda: boom("x").unknown)
            thread.start()
            thread.join()
    finally:
        guard.uninstall()


def test_a_request_to_stop_is_no_crash(guard: CrashGuard, monkeypatch, qtbot) -> None:
    asked: list[object] = []
    monkeypatch.setattr(guard, "_previous", (lambda *args: asked.append(args[0]), None))
    with qtbot.assertNotEmitted(guard.crashed):
        guard.handle(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert asked == [KeyboardInterrupt]


def test_the_report_has_versions_and_no_values_of_variables(qapp) -> None:
    report = crash_report(boom("my password"), "0.1")
    assert "Business Center Desktop 0.1" in report
    assert "my password" not in report


def test_the_same_place_has_the_same_mark_whatever_the_values() -> None:
    assert fingerprint(boom("a")) == fingerprint(boom("bbb"))
    assert fingerprint(boom("a")) != fingerprint(KeyError("a"))
