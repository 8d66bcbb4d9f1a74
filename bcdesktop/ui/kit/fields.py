"""Fields forms are made of: a password that can be shown, a text of several lines, a long list to be searched."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QPlainTextEdit, QToolButton, QWidget

from bcdesktop.ui.kit.choices import Choice
from bcdesktop.ui.kit.icons import icon
from bcdesktop.ui.kit.theme import theme_of


class PasswordField(QLineEdit):
    """A line that hides what is typed, with an eye that shows it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._theme = theme_of(self)
        self.show_action = QAction(self)
        self.show_action.setCheckable(True)
        self.show_action.toggled.connect(self.set_shown)
        self.addAction(self.show_action, QLineEdit.ActionPosition.TrailingPosition)
        self.objectNameChanged.connect(self._name_eye)
        self.set_shown(False)

    def set_shown(self, shown: bool) -> None:
        """Show or hide what is typed."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.show_action.setChecked(shown)
        self.show_action.setText(self.tr("Hide password") if shown else self.tr("Show password"))
        self.show_action.setIcon(icon("eye-off" if shown else "eye", self._theme, "muted"))
        self._name_eye()

    def _name_eye(self) -> None:
        for button in self.findChildren(QToolButton):
            button.setObjectName(f"{self.objectName()}_show_button" if self.objectName() else "")
            button.setAccessibleName(self.show_action.text())


class TextField(QPlainTextEdit):
    """Several lines of plain text; the Tab key leaves it."""

    limit = 20_000
    """Characters that are taken from a paste. Qt needs minutes to lay out some megabytes, with the window frozen."""
    too_long = Signal(int)
    """A paste was refused whole because of its length, in characters; what stood here before is untouched."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTabChangesFocus(True)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert what was pasted or dropped, as plain text, unless it is too long."""
        text = source.text()
        if len(text) > self.limit:
            self.too_long.emit(len(text))
        else:
            self.insertPlainText(text)


class SearchCombo(QComboBox):
    """A combo box in which typing finds every entry that holds the text. Only entries of the list can be chosen."""

    chosen = Signal(str)
    """The value of the entry a person chose."""

    def __init__(self, choices: Iterable[Choice] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(12)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(24)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        self.currentIndexChanged.connect(self._tell)
        self.set_choices(choices)

    def set_choices(self, choices: Iterable[Choice]) -> None:
        """Replace the list; nothing is chosen after it."""
        self.blockSignals(True)
        self.clear()
        for choice in choices:
            self.addItem(choice.text, choice.value)
        self.setCurrentIndex(-1)
        self.blockSignals(False)

    def value(self) -> str:
        """Return the value of the chosen entry; empty where the text is none of the list."""
        index = self.findText(self.currentText(), Qt.MatchFlag.MatchFixedString)
        return str(self.itemData(index)) if index >= 0 else ""

    def set_value(self, value: str) -> bool:
        """Choose the entry of ``value``; False where the list has none."""
        index = self.findData(value)
        self.setCurrentIndex(index)
        return index >= 0

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the entry whose text was typed out, so that value and text never differ."""
        index = self.findText(self.currentText(), Qt.MatchFlag.MatchFixedString)
        if index >= 0 and index != self.currentIndex():
            self.setCurrentIndex(index)
        super().focusOutEvent(event)

    def _tell(self, _index: int) -> None:
        self.chosen.emit(self.value())
