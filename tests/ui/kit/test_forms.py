from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QFocusEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QToolButton

from bcdesktop.core.errors import ValueMalformed, ValueMissing, ValueTooLong
from bcdesktop.ui.kit.choices import Choice
from bcdesktop.ui.kit.forms import Form, PasswordField, SearchCombo


@pytest.fixture
def form(theme, qtbot) -> Form:
    form = Form()
    qtbot.addWidget(form)
    form.add("name", "&Name", QLineEdit(), help="What owners see.")
    form.add("email", "&E-mail", QLineEdit())
    form.add("purpose", "Purpose", QPlainTextEdit())
    return form


def error_labels(form: Form) -> list[str]:
    return [
        label.text()
        for label in form.findChildren(QLabel)
        if label.property("role") == "error" and label.isVisibleTo(form)
    ]


def test_a_field_is_named_after_its_label_for_eyes_ears_and_keys(form: Form) -> None:
    name = form.findChild(QLineEdit, "name")
    interface = QAccessible.queryAccessibleInterface(name)
    assert interface.text(QAccessible.Text.Name) == "Name"
    assert interface.text(QAccessible.Text.Description) == "What owners see."
    assert [label.buddy() for label in form.findChildren(QLabel) if label.text() == "&Name"] == [name]


def test_an_error_stands_under_its_field_and_what_was_typed_stays(form: Form, qtbot) -> None:
    form.show()
    form.widget("email").setText("a@")
    assert form.show_error(ValueMalformed("email", "email"))
    assert error_labels(form) == [form.error_text("email")]
    assert "e-mail address" in form.error_text("email")
    assert form.widget("email").text() == "a@"
    assert form.widget("email").accessibleDescription() == form.error_text("email")


def test_the_focus_goes_to_the_first_wrong_field(form: Form, qtbot) -> None:
    form.show()
    form.show_errors([ValueMissing("email"), ValueMissing("name")])
    assert form.focusWidget() is form.widget("name")


def test_an_error_goes_when_its_field_is_edited(form: Form) -> None:
    form.show_errors([ValueMissing("name"), ValueTooLong("purpose", 120, 130, "bytes")])
    form.widget("name").setText("Noodle Bar")
    assert form.error_text("name") == ""
    assert form.error_text("purpose") != ""
    assert form.widget("name").accessibleDescription() == "What owners see."


def test_an_error_of_a_field_that_is_not_here_is_left_to_the_caller(form: Form) -> None:
    assert not form.show_error(ValueMissing("handle"))
    assert error_labels(form) == []


def test_plain_text_can_be_shown_at_a_field(form: Form) -> None:
    assert form.show_error("name", "Already used here.")
    assert form.error_text("name") == "Already used here."
    form.clear_errors()
    assert form.error_text("name") == ""


def test_an_edit_is_told_with_the_name_of_its_field(form: Form, qtbot) -> None:
    box = form.add("spark", "Spark Ads", QCheckBox())
    with qtbot.waitSignal(form.edited) as told:
        box.setChecked(True)
    assert told.args == ["spark"]


def test_a_hidden_field_takes_its_label_with_it(form: Form) -> None:
    form.show()
    form.set_field_visible("name", False)
    assert not form.widget("name").isVisible()
    assert not [label for label in form.findChildren(QLabel) if label.text() == "&Name" and label.isVisible()]


def test_new_help_is_told_to_ears_too(form: Form) -> None:
    form.set_help("email", "For signing in.")
    assert form.widget("email").accessibleDescription() == "For signing in."


def test_a_password_can_be_shown_and_hidden(theme, qtbot) -> None:
    field = PasswordField()
    qtbot.addWidget(field)
    field.setObjectName("password")
    field.setText("a long secret")
    eye = field.findChild(QToolButton, "password_show_button")
    assert field.echoMode() is QLineEdit.EchoMode.Password
    assert eye.accessibleName() == "Show password"
    eye.click()
    assert field.echoMode() is QLineEdit.EchoMode.Normal
    assert eye.accessibleName() == "Hide password"
    assert field.text() == "a long secret"


CHOICES = (Choice("DE", "Germany"), Choice("AT", "Austria"), Choice("AU", "Australia"))


@pytest.fixture
def combo(theme, qtbot) -> SearchCombo:
    combo = SearchCombo(CHOICES)
    qtbot.addWidget(combo)
    return combo


def test_typing_finds_entries_by_any_part_of_their_name(combo: SearchCombo) -> None:
    completer = combo.completer()
    completer.setCompletionPrefix("STR")
    found = [completer.completionModel().index(row, 0).data() for row in range(completer.completionCount())]
    assert sorted(found) == ["Australia", "Austria"]


def test_nothing_is_chosen_until_a_person_chooses(combo: SearchCombo) -> None:
    assert combo.value() == ""
    assert combo.set_value("AT")
    assert (combo.value(), combo.currentText()) == ("AT", "Austria")
    assert not combo.set_value("XX")
    assert combo.value() == ""


def test_a_text_that_is_no_entry_has_no_value(combo: SearchCombo) -> None:
    combo.set_value("AT")
    combo.lineEdit().setText("Atlantis")
    assert combo.value() == ""
    combo.lineEdit().setText("germany")
    assert combo.value() == "DE"


def test_leaving_the_field_takes_the_entry_whose_name_was_typed(combo: SearchCombo, qtbot) -> None:
    combo.show()
    combo.lineEdit().setText("germany")
    QApplication.sendEvent(combo, QFocusEvent(QEvent.Type.FocusOut))
    assert combo.currentIndex() == combo.findData("DE")
