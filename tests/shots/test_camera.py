"""Pictures that would hide something are refused."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

from bcdesktop.core.pictures import NoCodeFound
from bcdesktop.ui.kit.fonts import FontMissing
from tests.shots.camera import Camera


@pytest.fixture
def album(qapp, tmp_path, light_theme):
    return Camera(qapp, tmp_path, light_theme)


def test_a_picture_is_taken_in_light_and_in_dark(qtbot, album, tmp_path):
    label = QLabel("Requests")
    qtbot.addWidget(label)
    album.take("label", label)
    light, dark = ((tmp_path / f"{scheme}-100" / "label.png").read_bytes() for scheme in ("light", "dark"))
    assert light != dark


def test_another_font_is_named(qtbot, qapp, album):
    label = QLabel("Requests")
    qtbot.addWidget(label)
    before = qapp.font()
    qapp.setFont(QFont("Somebody's own font"))
    try:
        with pytest.raises(FontMissing):
            album.take("label", label)
    finally:
        qapp.setFont(before)


def test_a_picture_of_one_colour_is_refused(qtbot, album):
    empty = QWidget()
    empty.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    qtbot.addWidget(empty)
    with pytest.raises(AssertionError, match="empty shows nothing"):
        album.take("empty", empty)


def test_a_code_that_cannot_be_read_is_refused(qtbot, album):
    label = QLabel("Requests")
    qtbot.addWidget(label)
    with pytest.raises(NoCodeFound):
        album.take("label", label, reads="AR1:ABC")
