"""Fails a test that leaves something running: threads, timers, windows."""

from __future__ import annotations

import gc
import threading

import pytest

_PATIENCE_SECONDS = 2.0


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None):
    """Set aside what is there before the first test of a module, so that looking for timers takes no second a test.

    What thousands of collected tests and loaded modules hold is neither garbage nor started by the next test.
    """
    result = yield
    if nextitem is None or nextitem.path != item.path:
        gc.collect()
        gc.freeze()
    return result


def pytest_collection_finish() -> None:
    """Set aside what collecting the tests made."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def nothing_left_running(request: pytest.FixtureRequest):
    """Compare what runs before and after the test; runs last, after qtbot has closed its widgets."""
    gui = request.node.get_closest_marker("gui") is not None
    if gui:
        request.getfixturevalue("qapp")  # made first, so that it is not torn down before this check
    threads_before = set(threading.enumerate())
    windows_before = set(_visible_windows()) if gui else set()
    running_before = {id(thing) for thing in _running_qt_things()} if gui else set()
    yield
    left = [f"thread {thread.name}" for thread in _threads_since(threads_before)]
    if gui:
        _deliver_deferred_deletes()
        left += [_describe(thing) for thing in _running_qt_things() if id(thing) not in running_before]
        windows = [window for window in _visible_windows() if window not in windows_before]
        left += [f"window {_describe(window)}" for window in windows]
        for window in windows:
            window.hide()
            window.deleteLater()
        _deliver_deferred_deletes()
    if left:
        pytest.fail(f"left running: {', '.join(left)}", pytrace=False)


def _threads_since(before: set[threading.Thread]) -> list[threading.Thread]:
    """Python threads that were started since and do not end by themselves; Qt's pool threads show up as dummies."""
    found = []
    for thread in set(threading.enumerate()) - before:
        if isinstance(thread, threading._DummyThread):
            continue
        thread.join(_PATIENCE_SECONDS)
        if thread.is_alive():
            found.append(thread)
    return found


def _running_qt_things() -> list:
    """Active QTimers and running QThreads that Python knows."""
    from PySide6.QtCore import QThread, QTimer
    from shiboken6 import isValid

    watched: dict[type, bool] = {}
    found = []
    for thing in gc.get_objects():
        kind = type(thing)
        if kind not in watched:
            watched[kind] = issubclass(kind, QTimer | QThread)
        if watched[kind] and isValid(thing) and _is_running(thing):
            found.append(thing)
    return found


def _is_running(thing) -> bool:
    from PySide6.QtCore import QThread, QTimer

    if isinstance(thing, QTimer):
        return thing.isActive()
    return thing.isRunning() and thing is not QThread.currentThread()


def _visible_windows() -> list:
    from PySide6.QtWidgets import QApplication

    return [window for window in QApplication.topLevelWidgets() if window.isVisible()]


def _describe(thing) -> str:
    return f"{type(thing).__name__} {thing.objectName()!r}"


def _deliver_deferred_deletes() -> None:
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
