"""What every test stands on: no display, nobody's own files, the bundled font, guards against what hangs or leaks."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings

pytest_plugins = ["tests.support.modal_guard", "tests.support.leaks", "tests.support.compiled_once"]

settings.register_profile("fixed", derandomize=True, deadline=None, database=None)
settings.register_profile("search", max_examples=2_000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--onscreen", action="store_true", help="show the windows on this computer's display")


MEMORY = Path("/dev/shm")
ROOM = 4 * 1024**3


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM:
        # every store is written durably: on a disk the suite waits for it a third of its time
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))
    if not config.getoption("--onscreen"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    if sys.platform == "linux":
        os.environ["LC_ALL"] = "C.UTF-8"  # Qt warns of any locale that is not UTF-8
    home = Path(tempfile.mkdtemp(prefix="bcdesktop-tests-"))  # mode 0700, as a runtime folder must be
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        os.environ[name] = str(home / name.removeprefix("XDG_").removesuffix("_HOME").lower())
    if not config.getoption("--onscreen"):
        os.environ["XDG_RUNTIME_DIR"] = str(home)
    config.add_cleanup(partial(shutil.rmtree, home, ignore_errors=True))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if {"qtbot", "qapp"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.gui)


@pytest.fixture(scope="session")
def qapp_args():
    """The arguments the program gives to its own application."""
    from bcdesktop.ui.kit.theme import STYLE_ARGUMENTS

    return ["bcdesktop-tests", *STYLE_ARGUMENTS]


@pytest.fixture(scope="session")
def qapp(qapp):
    """The one application, with the bundled font in use."""
    from bcdesktop.ui.kit.fonts import apply_font

    apply_font(qapp)
    yield qapp
    # the offscreen clipboard would free what a test copied after the interpreter is gone, and crash
    qapp.clipboard().clear()
