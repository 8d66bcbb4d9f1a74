from __future__ import annotations

import re
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from bcdesktop.ui.kit.badges import BADGE_TOKENS
from bcdesktop.ui.kit.resources import resource
from bcdesktop.ui.kit.style_sheet import style_sheet
from bcdesktop.ui.kit.theme import ColorScheme, Theme, theme_of, tokens_of
from bcdesktop.ui.kit.tokens import contrast

GROUNDS = ("background", "surface", "raised", "selection", "primary_soft", "neutral_soft")
PAIRS = [
    *(("text", ground) for ground in (*GROUNDS, "success_soft", "warning_soft", "danger_soft")),
    *(("muted", ground) for ground in ("background", "surface", "raised")),
    *(("primary", ground) for ground in ("background", "surface", "raised", "primary_soft")),
    *((word, ground) for word in ("success", "warning", "danger") for ground in ("background", "surface")),
    *BADGE_TOKENS.values(),
    *(("on_primary", ground) for ground in ("primary", "primary_hover", "primary_pressed")),
    *(("on_danger", ground) for ground in ("danger", "danger_hover")),
    ("surface", "text"),
]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("word", "ground"), PAIRS)
def test_words_stand_out_from_their_ground(word: str, ground: str, dark: bool) -> None:
    tokens = tokens_of(dark)
    assert contrast(tokens.color(word), tokens.color(ground)) >= 4.5


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("line", ["control_border", "focus"])
def test_edges_of_controls_and_the_focus_are_seen(line: str, dark: bool) -> None:
    tokens = tokens_of(dark)
    assert contrast(tokens.color(line), tokens.surface) >= 3


def test_contrast_of_black_and_white_is_the_largest() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_pictures_of_controls_have_the_colours_of_their_scheme(dark: bool) -> None:
    tokens = tokens_of(dark)
    for name, token in (
        ("chevron-down", "muted"),
        ("chevron-up", "muted"),
        ("check", "on_primary"),
        ("dot", "on_primary"),
    ):
        text = resource("themes", "dark" if dark else "light", f"{name}.svg").read_text()
        assert tokens.color(token) in text
        assert "currentColor" not in text


def test_a_chosen_scheme_is_in_force_at_once(theme: Theme, qapp, qtbot) -> None:
    label = QLabel("x")
    qtbot.addWidget(label)
    with qtbot.waitSignal(theme.changed):
        theme.set_scheme(ColorScheme.DARK)
    assert theme.is_dark
    assert label.palette().color(QPalette.ColorRole.WindowText).name() == tokens_of(True).text
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == tokens_of(True).background


def test_the_system_is_followed_unless_a_scheme_was_chosen(theme: Theme) -> None:
    theme.set_scheme(ColorScheme.SYSTEM)
    theme.set_system_scheme(Qt.ColorScheme.Dark)
    assert theme.is_dark
    theme.set_scheme(ColorScheme.LIGHT)
    theme.set_system_scheme(Qt.ColorScheme.Dark)
    assert not theme.is_dark


def test_the_same_scheme_again_changes_nothing(theme: Theme, qtbot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_scheme(ColorScheme.LIGHT)


def test_a_widget_finds_the_theme_of_its_application(theme: Theme, qtbot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    assert theme_of(widget) is theme


def test_the_style_sheet_knows_no_other_colours_than_tokens(qapp) -> None:
    tokens = tokens_of(False)
    known = {tokens.color(name) for name in type(tokens).__dataclass_fields__}
    assert set(re.findall(r"#[0-9a-f]{6}", style_sheet(tokens, qapp.font(), "light"))) <= known


@pytest.mark.parametrize("points", [8.0, 10.0, 16.0])
def test_fields_and_buttons_in_a_row_have_the_same_height(theme: Theme, qapp, qtbot, points: float) -> None:
    font = qapp.font()
    font.setPointSizeF(points)
    window = QWidget()
    qtbot.addWidget(window)
    window.setStyleSheet(style_sheet(theme.tokens, font, "light"))
    layout = QVBoxLayout(window)
    button, line = QPushButton("Save"), QLineEdit("x")
    for widget in (button, line):
        widget.setFont(font)
        layout.addWidget(widget)
    assert abs(button.sizeHint().height() - line.sizeHint().height()) <= 3


def test_importing_the_theme_loads_nothing_heavy() -> None:
    code = (
        "import sys; import bcdesktop.ui.kit.theme, bcdesktop.ui.kit.fonts;"
        "heavy = {'sqlmodel', 'sqlalchemy', 'PySide6.QtSvg', 'PySide6.QtNetwork', 'asyncio', 'tomllib'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
