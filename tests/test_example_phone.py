"""The example agency opens with the phone of its clients, whose passcode it tells."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel

from bcdesktop.cli import Options
from bcdesktop.services.example import EXAMPLE_PASSCODE
from bcdesktop.store.places import example_store_path
from bcdesktop.windows import Windows, make_frame


@pytest.fixture
def windows(qapp, tmp_path):
    frame = make_frame(qapp, tmp_path)
    made = Windows(qapp, frame, Options(data_dir=tmp_path, store=example_store_path(tmp_path)), backend="file")
    yield made
    if made.center is not None:
        made.center.close()
        made.center.deleteLater()
    made.close()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")


def test_the_example_opens_the_phone_of_its_clients_and_tells_its_passcode(windows, qtbot):
    windows.start()
    qtbot.waitUntil(lambda: windows.center.actor is not None, timeout=30_000)
    windows.show_phone()
    qtbot.waitUntil(lambda: windows.phone is not None and windows.phone.isVisible(), timeout=10_000)

    def told() -> bool:
        return any(EXAMPLE_PASSCODE in label.text() for label in windows.phone.findChildren(QLabel))

    qtbot.waitUntil(told)
    assert windows.phone.host.profile.name == "Clients' phone"
