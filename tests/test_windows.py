"""The windows of one process: one phone, however often it is asked for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent

from bcdesktop.cli import Options
from bcdesktop.ui.phone.shell import PhoneWindow
from bcdesktop.windows import Windows, make_frame


@pytest.fixture
def windows(qapp, tmp_path):
    made = Windows(qapp, make_frame(qapp, tmp_path), Options(data_dir=tmp_path), backend="file")
    yield made
    if made.center is not None:
        made.center.close()
        made.center.deleteLater()
    made.close()
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")


@pytest.fixture
def opened(windows, qtbot):
    with qtbot.waitSignal(windows.settled, timeout=30_000):
        windows.start()
    return windows


def phones(qapp):
    return [window for window in qapp.topLevelWidgets() if isinstance(window, PhoneWindow)]


def test_asked_for_twice_at_once_the_phone_opens_once(opened, qapp, qtbot):
    opened.show_phone()
    opened.show_phone()
    qtbot.waitUntil(lambda: opened.phone is not None and opened._frame.runner.busy == 0, timeout=10_000)

    assert phones(qapp) == [opened.phone]


def test_closed_and_asked_for_again_it_is_a_new_window_and_the_old_one_is_gone(opened, qapp, qtbot):
    opened.show_phone()
    qtbot.waitUntil(lambda: opened.phone is not None, timeout=10_000)
    first = opened.phone
    first.close()
    opened.show_phone()
    qtbot.waitUntil(lambda: opened.phone is not None and opened.phone is not first, timeout=10_000)
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert phones(qapp) == [opened.phone]
    assert opened.phone.isVisible()
