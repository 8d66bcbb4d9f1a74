"""What start-up loads before the first paint, and that PySide6 works with the plain import put back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_START = """
import json, sys
from bcdesktop import app as root
from bcdesktop.cli import parse
plain = __import__
app = root.make_application()
assert __import__ is plain, "PySide6's import hook is still there"
from PySide6.QtCore import QTimer
from bcdesktop.ui.kit.skeleton import Skeleton
found = {}
paint = Skeleton.paintEvent

def paint_event(self, event):
    paint(self, event)
    found.setdefault("painted", sorted(sys.modules))

def look():
    window = app.topLevelWidgets()[0]
    if window.findChild(object, "welcome_view") is not None:
        found["usable"] = sorted(sys.modules)
        timer.stop()
        window.close()
        app.quit()

Skeleton.paintEvent = paint_event
timer = QTimer(app)
timer.timeout.connect(look)
timer.start(5)
root._run(app, parse(["--data-dir", sys.argv[1]]))
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """The modules that were loaded when the first window was painted, and when its first page could be used."""
    folder = tmp_path_factory.mktemp("start")
    environment = os.environ | {"PYTHON_KEYRING_BACKEND": ""}
    done = subprocess.run(
        [sys.executable, "-c", _START, str(folder)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {moment: set(names) for moment, names in json.loads(done.stdout.splitlines()[-1]).items()}


def _under(names: set[str], *packages: str) -> list[str]:
    return sorted(name for name in names if any(name == p or name.startswith(f"{p}.") for p in packages))


def test_no_orm_and_no_service_is_loaded_before_the_first_paint(loaded):
    heavy = ("sqlmodel", "sqlalchemy", "alembic", "pydantic", "bcdesktop.services", "bcdesktop.vault")
    assert _under(loaded["painted"], *heavy) == []
    assert _under(loaded["painted"], "bcdesktop.store") == ["bcdesktop.store", "bcdesktop.store.places"]


def test_nothing_dear_is_loaded_before_the_first_paint_that_it_does_not_need(loaded):
    dear = ("nacl", "qrcode", "zxingcpp", "keyring", "argon2", "asyncio", "tomllib", "hashlib", "PySide6.QtNetwork")
    assert _under(loaded["painted"], *dear, "bcdesktop.ui.phone", "bcdesktop.core.code") == []


def test_the_store_is_opened_by_the_time_the_first_page_can_be_used(loaded):
    assert _under(loaded["usable"], "bcdesktop.store.store") == ["bcdesktop.store.store"]


def test_an_empty_store_asks_no_keyring_and_loads_no_dialect_it_does_not_use(loaded):
    assert _under(loaded["usable"], "keyring", "sqlalchemy.dialects.postgresql.base", "alembic") == []


def test_pyside_works_with_the_plain_import_put_back():
    code = (
        "import builtins\n"
        "plain = builtins.__import__\n"
        "from bcdesktop.app import make_application\n"
        "app = make_application()\n"
        "assert builtins.__import__ is plain\n"
        "import email.message, decimal, fractions\n"
        "from PySide6.QtCore import QObject, QTimer, Signal, Slot\n"
        "from PySide6.QtWidgets import QLabel\n"
        "import PySide6.QtSvg, PySide6.QtPrintSupport\n"
        "class Sender(QObject):\n"
        "    said = Signal(str)\n"
        "label = QLabel()\n"
        "sender = Sender()\n"
        "sender.said.connect(label.setText)\n"
        "for number in range(20_000):\n"
        "    sender.said.emit(str(number))\n"
        "QTimer.singleShot(0, app.quit)\n"
        "app.exec()\n"
        "assert label.text() == '19999'\n"
        "assert label.setText.__name__ == 'setText'\n"
        "print('works')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.stdout.strip() == "works", done.stderr
