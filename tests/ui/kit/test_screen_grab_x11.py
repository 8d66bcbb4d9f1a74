"""A whole X11 screen, in a process of its own on a virtual display."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.code_sheets import code_text

pytestmark = [
    pytest.mark.x11,
    pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed (apt install xvfb)"),
]

PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from bcdesktop.ui.kit.qr_code import QrView
from bcdesktop.ui.kit.qr_reading import find_our_code
from bcdesktop.ui.kit.runner import Runner
from bcdesktop.ui.kit.screen_grab import ScreenGrabber

app = QApplication([])
runner = Runner()
view = QrView()
if sys.argv[1]:
    view.set_code(sys.argv[1])
    view.setGeometry(400, 200, 400, 400)
    view.show()
grabber = ScreenGrabber(runner)

def grabbed(images, way):
    print(QGuiApplication.platformName(), way, [(i.width(), i.height()) for i in images], find_our_code(images[0]))
    app.exit(0)

def failed(error):
    if sys.argv[1] and error.code == "screen_grab_empty":  # the window is not painted yet
        grabber.grab()
        return
    print(error)
    app.exit(0)

grabber.grabbed.connect(grabbed)
grabber.failed.connect(failed)
QTimer.singleShot(0, grabber.grab)
app.exec()
runner.close()
"""


@pytest.fixture
def display():
    """Start a virtual display and return its name."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as answer:
        number = answer.readline().strip()
    if not number:
        server.wait(10)
        pytest.skip("Xvfb does not start here")
    yield f":{number}"
    server.terminate()
    server.wait(10)


def _run(display: str, code: str) -> str:
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": display}
    command = [sys.executable, "-B", "-c", PROGRAM, code]
    run = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=60, cwd=Path.cwd(), check=False
    )
    if "xcb" in run.stderr and run.returncode:
        pytest.skip(f"Qt's xcb plugin lacks a library here: {run.stderr.splitlines()[0]}")
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


def test_a_code_in_a_window_is_read_from_the_pixels_of_the_whole_screen(display):
    assert _run(display, code_text()) == f"xcb screens [(1600, 900)] {code_text()}"


def test_an_empty_screen_is_told_as_empty(display):
    assert _run(display, "").startswith("screen_grab_empty")
