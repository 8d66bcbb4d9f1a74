"""Forms: a label, a field, a line of help and a line for what is wrong, one below the other."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from bcdesktop.core.errors import InputRefused, ValueTooLong
from bcdesktop.ui.kit.cards import text_label
from bcdesktop.ui.kit.fields import PasswordField, SearchCombo, TextField
from bcdesktop.ui.kit.theme import restyle

__all__ = ["Form", "PasswordField", "SearchCombo", "TextField"]


class _Row(QWidget):
    """One field with its label, help and error."""

    def __init__(self, label: str, widget: QWidget, help_text: str) -> None:
        super().__init__()
        self.widget = widget
        self.help_text = help_text
        self.label = text_label(label, "label")
        self.label.setBuddy(widget)
        # shown without a parent it would flash up as a window of its own
        if not label:
            self.label.hide()
        self.help = text_label(help_text, "help", wrap=True)
        if not help_text:
            self.help.hide()
        self.error = text_label("", "error", wrap=True)
        self.error.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (self.label, widget, self.help, self.error):
            layout.addWidget(part)

    def set_error(self, text: str) -> None:
        """Show ``text`` under the field; an empty text takes it away."""
        if self.error.text() == text:
            return
        self.error.setText(text)
        self.error.setVisible(bool(text))
        self.widget.setAccessibleDescription(" ".join(part for part in (text, self.help_text) if part))
        self.widget.setProperty("invalid", bool(text))
        restyle(self.widget)
        if text:
            QAccessible.updateAccessibility(QAccessibleEvent(self.error, QAccessible.Event.Alert))


class Form(QWidget):
    """Fields by name. The name is the one in the draft and in InputRefused.field, so that errors find their place."""

    edited = Signal(str)
    """The field whose value was changed by a person."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, _Row] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(16)

    def add(self, field: str, label: str, widget: QWidget, *, help: str = "", name: str = "") -> QWidget:  # noqa: A002
        """Add ``widget`` under ``label`` and return it. Label, help and error are told to screen readers too.

        A widget without an object name gets ``name``, by default ``field``. A label may have a mnemonic.
        """
        row = _Row(label, widget, help)
        if not widget.objectName():
            widget.setObjectName(name or field)
        # a person's ears need no ampersand
        if not widget.accessibleName():
            widget.setAccessibleName(label.replace("&", ""))
        widget.setAccessibleDescription(help)
        self._rows[field] = row
        self._layout.addWidget(row)
        self._watch(field, widget)
        if isinstance(widget, TextField):
            widget.too_long.connect(_Edited(self, field).notify_too_long)
        return widget

    def add_widget(self, widget: QWidget) -> None:
        """Add something that is no field, such as a heading or a line."""
        self._layout.addWidget(widget)

    def widget(self, field: str) -> QWidget:
        """Return the widget of ``field``. Raises KeyError."""
        return self._rows[field].widget

    def fields(self) -> tuple[str, ...]:
        """Return the names of the fields from top to bottom."""
        return tuple(self._rows)

    def set_field_visible(self, field: str, visible: bool) -> None:
        """Show or hide a field with its label, help and error."""
        self._rows[field].setVisible(visible)

    def set_help(self, field: str, text: str) -> None:
        """Replace the line of help."""
        row = self._rows[field]
        row.help_text = text
        row.help.setText(text)
        row.help.setVisible(bool(text))
        row.widget.setAccessibleDescription(" ".join(part for part in (row.error.text(), text) if part))

    def error_text(self, field: str) -> str:
        """Return what stands under ``field``; empty where nothing is wrong."""
        return self._rows[field].error.text()

    def show_error(self, error: InputRefused | str, text: str = "") -> bool:
        """Show an InputRefused at its field, or ``(field, text)``, and go to the first wrong field.

        Return False where this form has no such field; the caller then shows the error elsewhere.
        """
        return self.show_errors([error if isinstance(error, InputRefused) else (error, text)])

    def show_errors(self, errors: Iterable[InputRefused | tuple[str, str]]) -> bool:
        """Show several errors at once; return False where one has no field here."""
        found_all = True
        for error in errors:
            field = error.field if isinstance(error, InputRefused) else error[0]
            row = self._rows.get(field)
            if row is None:
                found_all = False
            else:
                row.set_error(_words(error) if isinstance(error, InputRefused) else error[1])
        for row in self._rows.values():
            if row.error.text():
                row.widget.setFocus()
                break
        return found_all

    def clear_errors(self) -> None:
        """Take all errors away; what was typed stays."""
        for row in self._rows.values():
            row.set_error("")

    def _watch(self, field: str, widget: QWidget) -> None:
        signal = _edit_signal(widget)
        if signal is not None:
            # the connection dies with the widget, which dies with this form
            signal.connect(_Edited(self, field).notify)

    def field_edited(self, field: str) -> None:
        """Take the error of ``field`` away, since its value is another now."""
        row = self._rows.get(field)
        if row is not None:
            row.set_error("")
            self.edited.emit(field)


class _Edited(QObject):
    """Knows for which field an edit signal stands."""

    def __init__(self, form: Form, field: str) -> None:
        super().__init__(form)
        self._form, self._field = form, field

    def notify(self) -> None:
        self._form.field_edited(self._field)

    def notify_too_long(self, length: int) -> None:
        self._form.show_error(ValueTooLong(self._field, TextField.limit, length))


def _edit_signal(widget: QWidget):
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        return widget.textChanged
    if isinstance(widget, QComboBox):
        return widget.currentTextChanged
    if isinstance(widget, QAbstractButton):
        return widget.toggled
    if isinstance(widget, QAbstractSpinBox):
        return getattr(widget, "valueChanged", None) or getattr(widget, "dateTimeChanged", None)
    return getattr(widget, "changed", None)


def _words(error: InputRefused) -> str:
    from bcdesktop.ui.kit.wording import word

    wording = word(error)
    return " ".join(part for part in (wording.body, wording.advice) if part)
