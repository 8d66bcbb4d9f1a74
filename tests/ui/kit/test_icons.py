from __future__ import annotations

import gc
import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QPushButton

from bcdesktop.ui.kit.icons import icon, icon_size, pixmap
from bcdesktop.ui.kit.resources import resource, resources_dir
from bcdesktop.ui.kit.theme import ColorScheme, Theme, tokens_of

NAMES = sorted(path.stem for path in resource("icons").glob("*.svg"))


def colors(image: QImage) -> set[str]:
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {color.name() for color in pixels if color.alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_of_the_one_family(name: str) -> None:
    text = resource("icons", f"{name}.svg").read_text()
    assert re.findall(r'stroke-width="([^"]+)"', text) == ["2"]
    assert 'viewBox="0 0 24 24"' in text


def test_every_icon_is_drawn_in_the_colour_asked_for(theme: Theme) -> None:
    wrong = [name for name in NAMES if colors(pixmap(name, theme, "text", 48).toImage()) != {tokens_of(False).text}]
    assert wrong == []


def test_an_icon_turns_with_the_theme_without_being_set_again(theme: Theme, qtbot) -> None:
    button = QPushButton(icon("house", theme, "danger"), "")
    qtbot.addWidget(button)
    before = colors(button.icon().pixmap(64, 64).toImage())
    theme.set_scheme(ColorScheme.DARK)
    assert before == {tokens_of(False).danger}
    assert colors(button.icon().pixmap(64, 64).toImage()) == {tokens_of(True).danger}


def test_an_icon_is_drawn_in_the_pixels_of_the_screen(theme: Theme) -> None:
    picture = icon("search", theme).pixmap(QSize(20, 20), 2.0)
    assert picture.size() == QSize(40, 40)
    assert picture.devicePixelRatio() == 2.0


def test_a_disabled_icon_is_muted(theme: Theme) -> None:
    picture = icon("search", theme).pixmap(64, 64, QIcon.Mode.Disabled)
    assert colors(picture.toImage()) == {QColor(theme.tokens.muted).name()}


def test_names_and_tokens_that_do_not_exist_are_refused(theme: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon", theme)
    with pytest.raises(KeyError):
        icon("house", theme, "no_such_token")


def test_many_icons_come_and_go_without_harm(theme: Theme, qtbot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    for _ in range(500):
        button.setIcon(icon("plus", theme))
        button.setIcon(QIcon(button.icon()))
    gc.collect()
    assert not button.icon().pixmap(16, 16).isNull()


def test_an_icon_beside_text_is_as_high_as_the_text(theme: Theme, qtbot) -> None:
    button = QPushButton("x")
    qtbot.addWidget(button)
    height = button.fontMetrics().height()
    assert height <= icon_size(button).height() <= 1.3 * height


def test_the_resources_of_a_frozen_build_lie_in_its_bundle(monkeypatch, tmp_path) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    assert resources_dir() == tmp_path / "resources"


def test_the_licence_lies_beside_the_icons() -> None:
    assert resource("icons", "LICENSE").read_text(encoding="utf-8").startswith("ISC License")
