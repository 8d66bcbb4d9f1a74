"""Each guard is shown tests that do what it must catch, in a pytest of their own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]

_BAD_TESTS = """
import threading
import pytest
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QDialog, QLabel, QMessageBox

kept = []

@pytest.mark.gui
def test_exec():
    QDialog().exec()

@pytest.mark.gui
def test_static_box_behind_an_except():
    try:
        QMessageBox.question(None, "a", "b")
    except AssertionError:
        pass

@pytest.mark.gui
def test_timer():
    kept.append(QTimer())
    kept[-1].start(60_000)

@pytest.mark.gui
def test_qthread():
    kept.append(QThread())
    kept[-1].start()

@pytest.mark.gui
def test_window():
    kept.append(QLabel("left open"))
    kept[-1].show()

def test_thread():
    threading.Thread(target=threading.Event().wait, daemon=True).start()

@pytest.mark.gui
def test_clean(qtbot):
    label = QLabel("closed by qtbot")
    qtbot.addWidget(label)
    label.show()

def test_stop_what_was_left():
    kept[1].quit()
    assert kept[1].wait(5_000)
"""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The output lines of the run, by test: "PASSED", "FAILED" or "ERROR", the last word winning."""
    folder = tmp_path_factory.mktemp("guarded")
    (folder / "test_bad.py").write_text(_BAD_TESTS, encoding="utf-8")
    plugins = ["-p", "tests.support.modal_guard", "-p", "tests.support.leaks"]
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-v", "-p", "no:cacheprovider", "-o", "markers=gui", *plugins, str(folder)],
        env=os.environ | {"PYTHONPATH": str(_ROOT)},
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    found = dict(re.findall(r"::(test_\w+) (PASSED|FAILED|ERROR)", run.stdout))
    assert found, run.stdout + run.stderr
    return found


def test_a_dialog_that_waits_fails_the_test(outcomes):
    assert outcomes["test_exec"] in {"FAILED", "ERROR"}


def test_a_waiting_box_fails_the_test_even_where_its_error_is_swallowed(outcomes):
    assert outcomes["test_static_box_behind_an_except"] == "ERROR"


@pytest.mark.parametrize("left", ["test_timer", "test_qthread", "test_window", "test_thread"])
def test_what_is_left_running_fails_the_test(outcomes, left):
    assert outcomes[left] == "ERROR"


def test_a_test_that_clears_up_passes(outcomes):
    assert outcomes["test_clean"] == "PASSED"
