"""The walk has to find what is wrong, else a window full of mistakes would pass."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QTableWidget,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bcdesktop.ui.kit.fields import PasswordField
from bcdesktop.ui.kit.walk import PseudoTranslator, doubled, nameless, silent, untranslated, violations


@pytest.fixture
def window(qapp, qtbot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window)
    return window


def named(widget: QWidget, name: str) -> QWidget:
    widget.setObjectName(name)
    return widget


@pytest.fixture
def pseudo(qapp) -> Iterator[None]:
    translator = PseudoTranslator()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def test_a_button_without_object_name_is_found(window: QWidget) -> None:
    window.layout().addWidget(QPushButton("Save"))
    assert nameless(window) == ["QPushButton"]
    assert silent(window) == []


def test_a_button_with_only_a_tooltip_has_no_name_for_ears(window: QWidget) -> None:
    button = named(QToolButton(), "copy_button")
    button.setToolTip("Copy")
    window.layout().addWidget(button)
    assert silent(window) == ["copy_button"]
    button.setAccessibleName("Copy")
    assert violations(window) == []


def test_a_placeholder_is_no_name_but_a_label_is(window: QWidget) -> None:
    line = named(QLineEdit(), "filter_edit")
    line.setPlaceholderText("Filter")
    form = QFormLayout()
    window.layout().addLayout(form)
    form.addRow("", line)
    assert silent(window) == ["filter_edit"]
    other = named(QLineEdit(), "name_edit")
    form.addRow("Name", other)
    assert silent(window) == ["filter_edit"]


def test_the_same_name_twice_is_found_once(window: QWidget) -> None:
    for _ in range(3):
        window.layout().addWidget(named(QPushButton("Save"), "save_button"))
    assert doubled(window) == ["save_button"]


def test_what_qt_makes_inside_of_its_widgets_needs_no_name(window: QWidget) -> None:
    combo = named(QComboBox(), "country_combo")
    combo.setEditable(True)
    widgets = [combo, named(QSpinBox(), "minutes_spin"), named(QTableWidget(2, 2), "rows_table")]
    widgets += [named(QTabWidget(), "details_tabs"), named(PasswordField(), "password")]
    for widget in widgets:
        widget.setAccessibleName(widget.objectName())
        window.layout().addWidget(widget)
    widgets[3].addTab(QLabel("x"), "Overview")
    area = QScrollArea()
    window.layout().addWidget(area)
    window.show()
    assert violations(window) == []


def test_text_that_never_went_through_translation_is_found(window: QWidget, pseudo: None) -> None:
    window.layout().addWidget(QLabel(QCoreApplication.translate("Test", "Save as")))
    window.layout().addWidget(QLabel("Hard coded"))
    window.layout().addWidget(QLabel("9:41"))
    assert untranslated(window) == ["'Hard coded' at QLabel"]


def test_data_needs_no_translation(window: QWidget, pseudo: None) -> None:
    window.layout().addWidget(QLabel("@my.shop"))
    assert untranslated(window, lambda text: text.startswith("@")) == []


def test_a_plural_keeps_its_number(pseudo: None) -> None:
    assert QCoreApplication.translate("Test", "%n days left", None, 3) == "⟦3 days left⟧"
