"""Enter presses the focused button of a window, as it does in dialogs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from bcdesktop.ui.kit.enter_key import EnterKey


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.field, window.push, window.tool = QLineEdit(), QPushButton("Go"), QToolButton()
    column = QVBoxLayout(window)
    for child in (window.field, window.push, window.tool):
        column.addWidget(child)
        child.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    EnterKey(window)
    window.show()
    window.activateWindow()
    return window


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("name", ["push", "tool"])
def test_enter_presses_the_focused_button(window, qtbot, name, key):
    button = getattr(window, name)
    button.setFocus()

    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier])
def test_enter_with_another_key_held_presses_nothing(window, qtbot, modifier):
    window.push.setFocus()

    with qtbot.assertNotEmitted(window.push.clicked):
        qtbot.keyClick(window.push, Qt.Key.Key_Return, modifier)


def test_enter_in_a_field_does_not_press_the_button_it_moves_to(window, qtbot):
    window.field.returnPressed.connect(window.push.setFocus)
    window.field.setFocus()

    with qtbot.assertNotEmitted(window.push.clicked):
        qtbot.keyClick(window.field, Qt.Key.Key_Return)
    assert window.focusWidget() is window.push


def test_a_greyed_button_is_not_pressed(window, qtbot):
    window.push.setFocus()
    window.push.setEnabled(False)

    with qtbot.assertNotEmitted(window.push.clicked):
        qtbot.keyClick(window, Qt.Key.Key_Return)
